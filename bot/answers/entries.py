"""Events and matches to the entries of an answer, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers.answer import Answer, AnswerKind, Entry, Request
from bot.answers.wording.choosing import wording_for
from bot.search.finding import Match
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

PAGE = 5  # entries at a time: what a person reads in a chat without scrolling


def make_page(
    kind: AnswerKind,
    found: Sequence[Match] | Sequence[Event],
    *,
    timeline: Timeline,
    request: Request,
    size: int = PAGE,
    offset: int = 0,
    heading: str = "",
    note: str = "",
    day: date | None = None,
) -> Answer:
    """Return an answer that shows `size` of the entries, from `offset` on."""
    offset = offset if 0 <= offset < len(found) else 0
    return Answer(
        kind,
        heading,
        entries=tuple(
            make_entry(item, timeline, language=request.language, day=day)
            for item in found[offset : offset + size]
        ),
        total=len(found),
        offset=offset,
        note=note,
        request=request,
    )


def make_entry(
    item: Match | Event, timeline: Timeline, *, language: str, day: date | None = None
) -> Entry:
    """Return an event as it is shown; with `day`, also how many years before it was."""
    say = wording_for(language)
    event = item.event if isinstance(item, Match) else item
    info = timeline.info(event.timeline) if len(timeline.infos) > 1 else None
    label = say.date_label(event.date)
    return Entry(
        id=event.id,
        date=event.date.edtf,
        label=f"{label[:1].upper()}{label[1:]}",  # it leads its line
        title=event.title,
        summary=event.summary,
        note=event.note,
        symbol=event.symbol,
        remark=say.years_ago(day.year - event.date.earliest.year) if day else "",
        timeline=info.title if info else "",
        sources=event.sources,
        score=item.score if isinstance(item, Match) else None,
        reasons=item.reasons if isinstance(item, Match) else (),
    )
