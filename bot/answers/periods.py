"""Periods: what a text names, what it is called, and the one before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.phrases import MONTHS, date_label, join_words, year_label
from bot.search.times import lies_within
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
    def label(self) -> str:
        """What the times are called, as asked for."""
        last = "or" if self.is_doubtful else "and"
        recurring = [phrase.recurring for phrase in self.phrases if phrase.recurring]
        if len(recurring) == len(self.phrases):
            return f"{join_words([recurring_label(day) for day in recurring])}, any year"
        labels = [label for phrase in self.phrases for label in _labels(phrase, self.asked)]
        return join_words(labels, last=last)


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
        return Times(_in_one_year(phrases), bare) if is_all and is_sure else None
    if read_period(bare, today=today) is None:
        return None
    return times_of(phrases[0], bare)


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
    kept = tuple(span for span in phrase.spans if timeline.between(span)) or phrase.spans[:1]
    return replace(times, phrases=(replace(phrase, spans=kept),))


def events_of(times: Times, timeline: Timeline) -> tuple[Event, ...]:
    """Return the events of these times in order; what only goes on then comes last."""
    found: dict[str, Event] = {}
    for phrase in times.phrases:
        if phrase.recurring is not None:
            of_it: Sequence[Event] = _recurring(phrase.recurring, timeline)
        else:
            of_it = [event for span in phrase.spans for event in timeline.between(span)]
        found.update((event.id, event) for event in of_it)
    in_order = sorted(found.values(), key=lambda event: event.date.sort_key)
    in_order.sort(key=lambda event: not any(lies_within(event, [p]) for p in times.phrases))
    return tuple(in_order)


def _recurring(when: tuple[int, int | None], timeline: Timeline) -> tuple[Event, ...]:
    month, day = when
    if day is not None:
        return timeline.on_day(month, day)
    return tuple(
        event
        for event in timeline.events
        if event.date.earliest.month == month
        and event.date.latest.month == month
        and event.date.earliest.year == event.date.latest.year
    )


def _labels(phrase: DatePhrase, asked: str) -> list[str]:
    if phrase.recurring is not None:
        return [f"{recurring_label(phrase.recurring)}, any year"]
    return [period_label(span, asked=asked) for span in phrase.spans]


def recurring_label(day: tuple[int, int | None]) -> str:
    """Return "25 April" or "April" for a day or a month of any year."""
    month, number = day
    return MONTHS[month - 1] if number is None else f"{number} {MONTHS[month - 1]}"


def period_label(span: DateSpan, *, asked: str = "") -> str:
    """Return the name of a period as asked for: "2022", "May 2022", "before 1950"."""
    first, last = span.earliest, span.latest
    if first <= DISTANT_PAST:
        if _BEFORE.match(asked):
            return f"before {_first_label(_moved(last, 1))}"
        return f"until {_last_label(last)}"
    if last >= DISTANT_FUTURE:
        if _AFTER.match(asked):
            return f"after {_last_label(_moved(first, -1))}"
        return f"since {_first_label(first)}"
    if not span.is_interval or first.day != 1 or last.day != days_in_month(*last[:2]):
        return date_label(span)
    if first.month == 1 and last.month == 12:
        years = year_label(first.year), year_label(last.year)
        return years[0] if first.year == last.year else " to ".join(years)
    if first[:2] == last[:2]:
        return _first_label(first) if first.month > 1 else _month_label(first)
    begin = MONTHS[first.month - 1] if first.year == last.year else _month_label(first)
    return f"{begin} to {_month_label(last)}"


def _first_label(day: Day) -> str:
    """Return the period that a day is the beginning of: "1946" for 1 January 1946."""
    if day.day > 1:
        return day_label(day)
    return _month_label(day) if day.month > 1 else year_label(day.year)


def _last_label(day: Day) -> str:
    """Return the period that a day is the end of: "1945" for 31 December 1945."""
    if day.day < days_in_month(day.year, day.month):
        return day_label(day)
    return _month_label(day) if day.month < 12 else year_label(day.year)


def _month_label(day: Day) -> str:
    return f"{MONTHS[day.month - 1]} {year_label(day.year)}"


def day_label(day: Day) -> str:
    """Return "28 May 2022"."""
    return f"{day.day} {_month_label(day)}"


def _moved(day: Day, days: int) -> Day:
    return Day.from_ordinal(day.ordinal + days)


def grain_of(span: DateSpan) -> str:
    """Return what sort of period it is, in a word."""
    if span.earliest == span.latest:
        return "day"
    words = {Precision.MONTH: "month", Precision.YEAR: "year", Precision.DECADE: "decade"}
    return "time" if span.is_interval else words.get(span.precision, "time")


def neighbours(span: DateSpan, timeline: Timeline) -> tuple[str, str]:
    """Return the nearest periods of the same length that hold entries, before and after.

    Each is a text that can be asked; empty where there is none.
    """
    if timeline.earliest is None or timeline.latest is None:
        return "", ""
    if span.earliest <= DISTANT_PAST or span.latest >= DISTANT_FUTURE:
        return "", ""
    before = after = ""
    if timeline.earliest < span.earliest:
        before = _same_kind(span, _last_day_before(span, timeline))
    if timeline.latest > span.latest:
        after = _same_kind(span, _first_day_after(span, timeline))
    return before, after


def _last_day_before(span: DateSpan, timeline: Timeline) -> Day:
    """Return the last day before `span` on which something happened or went on."""
    eve = _moved(span.earliest, -1)
    if timeline.between(between_days(eve, eve)):
        return eve
    return max((e.date.latest for e in timeline.events if e.date.latest < eve), default=eve)


def _first_day_after(span: DateSpan, timeline: Timeline) -> Day:
    morrow = _moved(span.latest, 1)
    if timeline.between(between_days(morrow, morrow)):
        return morrow
    return min(
        (e.date.earliest for e in timeline.events if e.date.earliest > morrow), default=morrow
    )


def _same_kind(span: DateSpan, day: Day) -> str:
    """Name the period that holds `day` and is as long as `span`: a day, a month, years."""
    first, last = span.earliest, span.latest
    if first == last:
        return day_label(day) if day.year > 0 else ""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _same_years(first.year, day.year, length=last.year - first.year + 1)
    is_month = first.day == 1 and last == (*first[:2], days_in_month(*first[:2]))
    return _month_label(day) if is_month and day.year >= FIRST_PLAIN_YEAR else ""


FIRST_PLAIN_YEAR = 1000  # a year of fewer digits is not read as one without AD or BC


def _same_years(first: int, year: int, *, length: int) -> str:
    begin = first + (year - first) // length * length
    if length == 1 and begin < FIRST_PLAIN_YEAR:
        return f"AD {begin}" if begin > 0 else year_label(begin)
    if begin < FIRST_PLAIN_YEAR:
        return ""
    if length == 1:
        return str(begin)
    return f"{begin}s" if length == 10 and begin % 10 == 0 else f"{begin}..{begin + length - 1}"
