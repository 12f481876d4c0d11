"""Events against the times a question names: inside, outside, nearest."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.when import DatePhrase
from bot.timeline.dates import DateSpan, Precision
from bot.timeline.event import Event


def is_within(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the event may fall into every one of the times asked for."""
    return all(fits(event.date, phrase) for phrase in phrases)


def lies_within(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the whole event falls into the times asked for, not only a part of it."""
    return all(
        phrase.recurring is not None or any(r.contains(event.date) for r in phrase.spans)
        for phrase in phrases
    )


def is_same_time(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether one of the times asked for has the first and the last year of a longer event."""
    first, last = event.date.earliest.year, event.date.latest.year
    return first != last and any(
        (reading.earliest.year, reading.latest.year) == (first, last)
        for phrase in phrases
        for reading in phrase.spans
    )


def fits(span: DateSpan, phrase: DatePhrase) -> bool:
    """Whether `span` may fall into the time that `phrase` names, in any of its readings."""
    if phrase.recurring is None:
        return any(reading.overlaps(span) for reading in phrase.spans)
    month, day = phrase.recurring
    first, last = span.earliest, span.latest
    if first.year != last.year:
        return False
    if day is None:
        return first.month <= month <= last.month and span.precision <= Precision.MONTH
    return (first.month, first.day) <= (month, day) <= (
        last.month,
        last.day,
    ) and span.precision is Precision.DAY


def nearest_in_time(events: Sequence[Event], phrase: DatePhrase) -> list[Event]:
    """Return the last event before and the first after a time, where there are such.

    `events` are in order of time. A day of any year has no before and after.
    """
    if not phrase.spans:
        return []
    span = phrase.spans[0]
    before = [event for event in events if event.date.latest < span.earliest]
    after = [event for event in events if event.date.earliest > span.latest]
    return [*before[-1:], *after[:1]]
