"""Periods: what a text names, what it is called, and the one before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.wording.times import FIRST_PLAIN_YEAR, Grain, Point, Relation, TimeName
from bot.answers.wording.wording import Wording
from bot.search.dates.times import days_beyond
from bot.search.when import LONGEST_PERIOD, DatePhrase, find_phrases, read_period
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    Precision,
    between_days,
)
from bot.timeline.day import days_in_month
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

# What stands between several periods, and nothing else: "2022 and 2023", "2022, 2023".
_BETWEEN = re.compile(r"(?:\s|[,;&+]|\b(?:and|or|и|или)\b|와|과|및|하고)*")
_LISTED = re.compile(r"[,;&+]|\b(?:and|or|и|или)\b|와|과|및|하고")
_BEFORE = re.compile(r"\W*(?:before|earlier than|prior to|до|раньше)\b", re.IGNORECASE)
_AFTER = re.compile(r"\W*(?:after|later than|после|позже)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Times:
    """The times that a text names, any of which an entry may fall into.

    They are doubtful where they are readings of one date ("4/5/2019"), not a list.
    """

    phrases: tuple[DatePhrase, ...]
    asked: str  # the words that name them
    is_doubtful: bool = False

    @property
    def only_span(self) -> DateSpan | None:
        """The one span of time meant; None where there are several or it recurs."""
        spans = [span for phrase in self.phrases for span in phrase.spans]
        is_one = len(spans) == 1 and not any(phrase.recurring for phrase in self.phrases)
        return spans[0] if is_one else None

    @property
    def names(self) -> tuple[TimeName, ...]:
        """What the times are called, as asked for, each once."""
        names = (name for phrase in self.phrases for name in _names(phrase, self.asked))
        return tuple(dict.fromkeys(names))


def read_times(text: str, *, today: date) -> Times | None:
    """Return the period or the periods that the whole of `text` names, or None."""
    bare = text.strip(" \t\n?!.,;\"'()")
    if len(bare) > LONGEST_PERIOD:
        return None
    phrases = find_phrases(bare, today=today)
    if len(phrases) > 1:
        gaps = zip((0, *(p.end for p in phrases)), (*(p.start for p in phrases), None), strict=True)
        is_all = all(_BETWEEN.fullmatch(bare[start:end]) for start, end in gaps)
        is_sure = not all(phrase.is_latent for phrase in phrases)
        return Times(_distinct(_in_one_year(phrases)), bare) if is_all and is_sure else None
    if read_period(bare, today=today) is None:
        return None
    return times_of(phrases[0], bare)


def _distinct(phrases: tuple[DatePhrase, ...]) -> tuple[DatePhrase, ...]:
    """Leave out what was named before: "2022, 2022" is 2022."""
    return tuple({(one.spans, one.recurring): one for one in reversed(phrases)}.values())[::-1]


def times_of(phrase: DatePhrase, asked: str) -> Times:
    """Return the times of one date phrase, which stood in a text as `asked`."""
    is_list = len(phrase.spans) < 2 or bool(_LISTED.search(asked))
    return Times((phrase,), asked, is_doubtful=not is_list)


def _in_one_year(phrases: tuple[DatePhrase, ...]) -> tuple[DatePhrase, ...]:
    """Give the month in "May and June 2022" the year that stands behind the last one."""
    years = {
        year
        for phrase in phrases
        for span in phrase.spans
        for year in (span.earliest.year, span.latest.year)
    }
    if len(years) != 1:
        return phrases
    (year,) = years
    return tuple(
        phrase if phrase.recurring is None else replace(phrase, spans=(span,), recurring=None)
        for phrase in phrases
        for span in [_that_year(phrase, year)]
    )


def _that_year(phrase: DatePhrase, year: int) -> DateSpan:
    if phrase.recurring is None:
        return phrase.spans[0]
    month, day = phrase.recurring
    last = days_in_month(year, month)
    if day is None:
        return between_days(Day(year, month, 1), Day(year, month, last))
    return between_days(Day(year, month, min(day, last)), Day(year, month, min(day, last)))


def settle(times: Times, timeline: Timeline) -> Times:
    """Return doubtful times without the readings for which nothing is recorded."""
    if not times.is_doubtful:
        return times
    (phrase,) = times.phrases
    kept = tuple(span for span in phrase.spans if not timeline.is_empty_between(span))
    kept = kept or phrase.spans[:1]
    return replace(times, phrases=(replace(phrase, spans=kept),))


def events_of(times: Times, timeline: Timeline) -> Sequence[Event]:
    """Return the events of these times in order; what only goes on then comes last."""
    if len(times.phrases) == 1:
        (only,) = times.phrases
        if only.recurring is not None:
            return _recurring(only.recurring, timeline)
        if len(only.spans) == 1:
            return timeline.whole_first(only.spans[0])
    found: dict[str, Event] = {}
    for phrase in times.phrases:
        if phrase.recurring is not None:
            of_it: Sequence[Event] = _recurring(phrase.recurring, timeline)
        else:
            of_it = [event for span in phrase.spans for event in timeline.between(span)]
        found.update((event.id, event) for event in of_it)
    in_order = sorted(found.values(), key=lambda event: event.date.sort_key)
    in_order.sort(key=lambda event: min(days_beyond(event, [one]) for one in times.phrases))
    return tuple(in_order)


def _recurring(when: tuple[int, int | None], timeline: Timeline) -> Sequence[Event]:
    month, day = when
    if day is not None:
        return timeline.on_day(month, day)
    return timeline.within_month(month)


def _names(phrase: DatePhrase, asked: str) -> list[TimeName]:
    if phrase.recurring is not None:
        return [TimeName(Relation.EVERY_YEAR, recurring=phrase.recurring)]
    return [period_name(span, asked=asked) for span in phrase.spans]


def period_name(span: DateSpan, *, asked: str = "") -> TimeName:
    """Return the name of a period as asked for: "2022", "May 2022", "before 1950"."""
    first, last = span.earliest, span.latest
    if first <= DISTANT_PAST:
        if _BEFORE.match(asked):
            return TimeName(Relation.BEFORE, start=_begun_by(_moved(last, 1)))
        return TimeName(Relation.UNTIL, start=_ended_by(last))
    if last >= DISTANT_FUTURE:
        if _AFTER.match(asked):
            return TimeName(Relation.AFTER, start=_ended_by(_moved(first, -1)))
        return TimeName(Relation.SINCE, start=_begun_by(first))
    if not span.is_interval or first.day != 1 or last.day != days_in_month(*last[:2]):
        return TimeName(span=span)
    grain = Precision.YEAR if first.month == 1 and last.month == 12 else Precision.MONTH
    start, end = Point.at(first, grain), Point.at(last, grain)
    is_one = first.year == last.year and (grain is Precision.YEAR or first.month == last.month)
    return TimeName(start=start, end=None if is_one else end)


def _begun_by(day: Day) -> Point:
    """Return the period that a day is the beginning of: 1946 for 1 January 1946."""
    if day.day > 1:
        return Point.at(day, Precision.DAY)
    return Point.at(day, Precision.MONTH if day.month > 1 else Precision.YEAR)


def _ended_by(day: Day) -> Point:
    """Return the period that a day is the end of: 1945 for 31 December 1945."""
    if day.day < days_in_month(day.year, day.month):
        return Point.at(day, Precision.DAY)
    return Point.at(day, Precision.MONTH if day.month < 12 else Precision.YEAR)


def _moved(day: Day, days: int) -> Day:
    return Day.from_ordinal(day.ordinal + days)


def grain_of(span: DateSpan) -> Grain:
    """Return what sort of period it is."""
    if span.earliest == span.latest:
        return Grain.DAY
    grains = {
        Precision.MONTH: Grain.MONTH,
        Precision.YEAR: Grain.YEAR,
        Precision.DECADE: Grain.DECADE,
    }
    return Grain.TIME if span.is_interval else grains.get(span.precision, Grain.TIME)


def neighbours(span: DateSpan, timeline: Timeline, *, say: Wording) -> tuple[str, str]:
    """Return the nearest periods of the same length that hold entries, before and after.

    Each is a text that can be asked, in the language of `say`; empty where there is none.
    """
    if timeline.earliest is None or timeline.latest is None:
        return "", ""
    if span.earliest <= DISTANT_PAST or span.latest >= DISTANT_FUTURE:
        return "", ""
    before = after = ""
    if timeline.earliest < span.earliest:
        before = _same_kind(span, _last_day_before(span, timeline), say=say)
    if timeline.latest > span.latest:
        after = _same_kind(span, _first_day_after(span, timeline), say=say)
    return before, after


def _last_day_before(span: DateSpan, timeline: Timeline) -> Day:
    """Return the last day before `span` on which something happened or went on."""
    eve = _moved(span.earliest, -1)
    if not timeline.is_empty_between(between_days(eve, eve)):
        return eve
    return timeline.last_day_before(eve) or eve


def _first_day_after(span: DateSpan, timeline: Timeline) -> Day:
    morrow = _moved(span.latest, 1)
    if not timeline.is_empty_between(between_days(morrow, morrow)):
        return morrow
    return timeline.first_day_after(morrow) or morrow


def _same_kind(span: DateSpan, day: Day, *, say: Wording) -> str:
    """Name the period that holds `day` and is as long as `span`: a day, a month, years."""
    first, last = span.earliest, span.latest
    if first == last:
        return say.asked(Point.at(day, Precision.DAY)) if day.year > 0 else ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _same_years(first.year, day.year, length=last.year - first.year + 1, say=say)
    is_month = first.day == 1 and last == (*first[:2], days_in_month(*first[:2]))
    if not is_month or day.year < FIRST_PLAIN_YEAR:
        return ""
    return say.asked(Point.at(day, Precision.MONTH))


def _same_years(first: int, year: int, *, length: int, say: Wording) -> str:
    begin = first + (year - first) // length * length
    if length == 1:
        return say.asked(Point.at(Day(begin, 1, 1), Precision.YEAR))
    if begin < FIRST_PLAIN_YEAR:
        return ""
    if length == 10 and begin % 10 == 0:
        return say.asked(Point.at(Day(begin, 1, 1), Precision.DECADE))
    return say.asked_years(begin, begin + length - 1)
