"""What was found for a question, to the answer that it makes: a period, entries or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.found_pages import make_found_page, make_nothing_page
from bot.answers.headings import is_worded
from bot.answers.period_pages import make_period_page
from bot.answers.periods import times_of
from bot.answers.wording.choosing import wording_for
from bot.search.finding import Finding
from bot.search.index import Index


def make_finding_page(
    finding: Finding,
    text: str,
    index: Index,
    *,
    today: date,
    request: Request,
    examples: Callable[[str], tuple[str, ...]],
    size: int,
    offset: int,
) -> Answer:
    """Return the answer to the question `text`, `size` entries of it from `offset` on.

    `examples` returns questions in a language that are answered; they help where nothing is
    found.
    """
    query = finding.query
    if not query.units and not query.has_dates and not finding.answering:
        return Answer(
            AnswerKind.ABSTAIN,
            wording_for(request.language).no_words,
            examples=examples(request.language),
            request=request,
        )
    is_only_time = query.occasion is None and not is_worded(query)
    if is_only_time and len(query.phrases) == 1:
        (phrase,) = query.phrases
        times = times_of(phrase, text[phrase.start : phrase.end])
        page = make_period_page(
            times, timeline=index.timeline, request=request, size=size, offset=offset
        )
        return _with_start(page, finding)
    if not finding.answering:
        return make_nothing_page(
            finding, text, index, request=request, examples=examples(request.language)
        )
    page = make_found_page(
        finding, text, index, today=today, request=request, size=size, offset=offset
    )
    return _with_start(page, finding)


def _with_start(page: Answer, finding: Finding) -> Answer:
    """Return an answer that says from which entry was counted, if that is not the one it shows.

    Of several treaties "a year after the treaty" is counted from the likeliest.
    """
    start = finding.start
    if start is None or not page.is_answered or start.id in {entry.id for entry in page.entries}:
        return page
    say = wording_for(page.language)
    counted = say.counted_from(say.date_label(start.date), start.title)
    return replace(page, note=" ".join(filter(None, (page.note, counted))))
