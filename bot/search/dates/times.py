"""Events against the times a question names: inside, outside, nearest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.search.when import DatePhrase
from bot.timeline.dates import DateSpan, Day, Precision, between_days
from bot.timeline.day import days_in_month
from bot.timeline.event import Event

MANY_TIMES = 3  # as long, for an event of which the time asked for is only a part


def joined_times(phrases: Sequence[DatePhrase]) -> tuple[DatePhrase, ...]:
    """Return times that exclude one another as one time with several readings.

    "2022 and 2024" means either; "May and June 2022" gives May the year; but "in 2022,
    in May" narrows down.
    """
    if len(phrases) < 2:
        return tuple(phrases)
    years = {
        span.earliest.year
        for phrase in phrases
        for span in phrase.spans
        if span.earliest.year == span.latest.year
    }
    dated = [of_year(phrase, min(years)) if len(years) == 1 else phrase for phrase in phrases]
    spans = [span for phrase in dated for span in phrase.spans]
    if any(phrase.recurring is not None for phrase in dated):
        return tuple(phrases)
    if any(one.overlaps(other) for at, one in enumerate(spans) for other in spans[:at]):
        return tuple(phrases)
    joined = replace(dated[0], end=dated[-1].end, spans=tuple(spans), is_bare_year=False)
    return (joined,)


def of_year(phrase: DatePhrase, year: int) -> DatePhrase:
    """Return "in July" as July of that year; a dated phrase stays as it is."""
    if phrase.recurring is None:
        return phrase
    month, day = phrase.recurring
    if day is not None and day > days_in_month(year, month):
        return phrase
    first = Day(year, month, day or 1)
    last = first if day else Day(year, month, days_in_month(year, month))
    return replace(phrase, spans=(between_days(first, last),), recurring=None)


def is_within(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the event may fall into every one of the times asked for."""
    return all(fits(event.date, phrase) for phrase in phrases)


def lies_within(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the whole event falls into the times asked for, not only a part of it."""
    return all(
        any(r.contains(event.date) for r in phrase.spans)
        if phrase.recurring is None
        else fits(event.date, phrase)
        for phrase in phrases
    )


def days_beyond(event: Event, phrases: Sequence[DatePhrase]) -> int:
    """Return 0 where the whole event falls into the times asked for, else the days it lasts.

    Sorted by it, what merely goes on at a time comes after what happened in it, and a day's
    event, which is more of that time, before one of many years.
    """
    return 0 if lies_within(event, phrases) else event.date.lasting_days


def is_same_time(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether one of the times asked for has the first and the last year of a longer event."""
    first, last = event.date.earliest.year, event.date.latest.year
    return first != last and any(
        (reading.earliest.year, reading.latest.year) == (first, last)
        for phrase in phrases
        for reading in phrase.spans
    )


def outlasts(event: Event, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the event lasted many times as long as the time asked for."""
    lasted = event.date.latest.ordinal - event.date.earliest.ordinal + 1
    return any(
        lasted > MANY_TIMES * (span.latest.ordinal - span.earliest.ordinal + 1)
        for phrase in phrases
        for span in phrase.spans
    )


def fits(span: DateSpan, phrase: DatePhrase) -> bool:
    """Whether `span` may fall into the time that `phrase` names, in any of its readings."""
    if phrase.recurring is None:
        return any(map(span.overlaps, phrase.spans))
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
    end = bisect_left(events, span.earliest, key=_sorting_day)
    before = next(
        (e for e in (events[at] for at in range(end - 1, -1, -1)) if e.date.latest < span.earliest),
        None,
    )
    start = bisect_right(events, span.latest, key=_sorting_day)
    after = next(
        (
            e
            for e in (events[at] for at in range(start, len(events)))
            if e.date.earliest > span.latest
        ),
        None,
    )
    return [event for event in (before, after) if event is not None]


def _sorting_day(event: Event) -> Day:
    return event.date.sorting_day
