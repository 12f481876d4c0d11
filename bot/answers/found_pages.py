"""What a search has found as an answer: the entries that answer, choices, or the nearest ones."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.entries import make_entry, make_page
from bot.answers.headings import (
    MOST_CHOICES,
    heading,
    is_counted,
    is_list_of_kind,
    names_of,
    nearest_note,
    nothing_heading,
)
from bot.answers.wording.choosing import wording_for
from bot.search.asking.intent import Asked
from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.weighing.outside import holds_telling

NEAREST = 3  # entries named where nothing answers
MOST_CORRECTIONS = 3  # named beside an answer


def make_found_page(
    finding: Finding,
    text: str,
    index: Index,
    *,
    today: date,
    request: Request,
    size: int,
    offset: int,
) -> Answer:
    """Show the entries that answer `text`, in the form that the kind of question asks for."""
    query, matches = finding.query, finding.matches[: finding.answering]
    timeline, say = index.timeline, wording_for(request.language)
    note = say.searched_for([used for _, used in query.corrections[:MOST_CORRECTIONS]])
    if finding.outcome is Outcome.CHOICES:
        return make_page(
            AnswerKind.CHOICES, matches, timeline=timeline, size=size, offset=offset,
            request=request, heading=say.choices_heading(len(matches), most=MOST_CHOICES),
            note=note,
        )  # fmt: skip
    if finding.outcome is Outcome.PERIOD and query.occasion is None:
        return make_page(
            AnswerKind.PERIOD, [match.event for match in matches], timeline=timeline, size=size,
            offset=offset, request=request, note=note,
            heading=say.period_heading(names_of(query.phrases, text), len(matches)),
        )  # fmt: skip
    if finding.outcome is Outcome.PERIOD:  # "the oldest entry", "the last one of 2022"
        matches = matches[:1]
    is_count = query.asked is Asked.COUNT and (
        is_counted(text, index) or is_list_of_kind(finding, index)
    )
    if is_count or query.asked is Asked.LIST:
        matches = tuple(sorted(matches, key=lambda match: match.event.date.sort_key))
    return make_page(
        AnswerKind.EVENTS, matches, timeline=timeline, size=size, offset=offset,
        request=request, note=note,
        heading=heading(
            finding, text, index, number=len(matches), is_count=is_count, today=today, say=say
        ),
    )  # fmt: skip


def make_nothing_page(
    finding: Finding, text: str, index: Index, *, request: Request, examples: tuple[str, ...]
) -> Answer:
    """Say that nothing answers `text`, with the nearest entries and questions that work."""
    near = finding.matches[: sum(finding.sides) or NEAREST]
    say = wording_for(request.language)
    told, is_unrelated = nothing_heading(finding, text, index, say=say)
    if is_unrelated:
        near = tuple(one for one in near if holds_telling(one.event, finding.query, index))
    return Answer(
        AnswerKind.ABSTAIN,
        told,
        entries=tuple(
            make_entry(match, index.timeline, language=request.language) for match in near
        ),
        total=len(near),
        note=nearest_note(finding, len(near), is_unrelated=is_unrelated, say=say),
        examples=examples,
        request=request,
    )
