"""The entries of a period as an answer, or the nearest ones where it has none."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.entries import make_page
from bot.answers.periods import Times, events_of, grain_of, neighbours, settle
from bot.answers.wording.choosing import wording_for
from bot.answers.wording.wording import Wording
from bot.search.dates.times import nearest_in_time
from bot.timeline.timeline import Timeline


def make_period_page(
    times: Times, *, timeline: Timeline, request: Request, size: int, offset: int
) -> Answer:
    """List what is recorded for these times; `before` and `after` lead to where more is."""
    say = wording_for(request.language)
    times = settle(times, timeline)
    span = times.only_span
    before, after = neighbours(span, timeline, say=say) if span else ("", "")
    events = events_of(times, timeline)
    if not events:
        nothing = _nothing(times, timeline, request, say=say)
        return replace(nothing, before=before, after=after)
    page = make_page(
        AnswerKind.PERIOD, events, timeline=timeline, request=request, size=size, offset=offset
    )
    heading = say.period_heading(times.names, len(events), is_doubtful=times.is_doubtful)
    label = say.times_label(times.names, is_doubtful=False)
    is_inside = span is not None and all(span.contains(event.date) for event in events)
    if span and is_inside and page.entries[0].label.casefold() == label.casefold():
        heading = say.same_date_heading(grain_of(span), len(events))
    return replace(page, heading=heading, before=before, after=after)


def _nothing(times: Times, timeline: Timeline, request: Request, *, say: Wording) -> Answer:
    phrase = next((phrase for phrase in times.phrases if phrase.spans), times.phrases[0])
    near = nearest_in_time(timeline.events, phrase)
    is_before = [event.date.latest < phrase.spans[0].earliest for event in near]
    return Answer(
        AnswerKind.PERIOD,
        say.nothing_recorded(times.names, is_doubtful=times.is_doubtful),
        note=say.nearest_in_time_note(is_before=any(is_before), is_after=not all(is_before)),
        lines=tuple(f"{say.date_label(event.date)}: {event.title}" for event in near),
        request=request,
    )
