"""So long before or after an entry: "three weeks before", "days after", "a year later"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.search.dates.shifts import SOME, take_shift
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    between_days,
    month_span,
    year_span,
)

# The days of a unit, and how far off people are who count in it: nobody means "three weeks"
# to the day, but "two days later" is just that. Of many, a tenth more or less.
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_PLAY = {"day": 1, "week": 3, "month": 16, "year": 183}
COUNTED_TO_THE_DAY = 3  # days; of more, one or two may be missed
SHARE = 0.1
SHORT = 45  # days; "two months" have as many, give and take

_SOME = re.compile(
    r"\b(?:(?:only|just|mere|a few|few|several|some|a couple of|couple of|within|a matter of) )*"
    r"(?P<unit>day|week|month|year)s (?:after|before)$"
)
# Hours on is the same day or the next.
_HOURS = re.compile(
    r"\b(?:(?:only|just|mere|within|a matter of) )*(?:(?:a few|an?|\w+) )?hours?"
    r" (?P<side>after|before)$"
)
_NEARLY = re.compile(
    r"\b(?:exactly|just|only|about|around|some|almost|nearly|roughly|precisely|approximately"
    r"|ровно|примерно|около|почти) *$"
)
# To the day, though it is counted in years: not just some time in that year.
_EXACTLY = re.compile(r"\b(?:exactly|precisely|to the day|ровно|точно)(?: the)? *$")
_PLAY_EXACTLY = 3
_WITHIN = re.compile(r"\b(?:in|within|over|during|inside)(?: the)? *$|\bв течение *$")
SLICE = 40  # characters before the side that may tell how far


@dataclass(frozen=True, slots=True)
class Distance:
    """How far from an entry lies what is asked for: from `least` to `most` days, both signed.

    A distance in years is one in calendar years, `years` of them, since people count so; one
    of `months` may be either, so many days or the month of that name.
    """

    least: int
    most: int
    years: int | None = None
    months: int | None = None
    days: int | None = field(default=None, compare=False)  # what is meant, about, where counted

    @property
    def is_short(self) -> bool:
        """Whether it names a stretch of days or weeks, not of many months and years."""
        return self.most - self.least <= SHORT

    def start_of(self, date: DateSpan) -> Day:
        """Return the day from which is counted: the end of `date`, or its begin to count back.

        Of one that is open there it is the other end.
        """
        if self.most > 0:
            return date.latest if date.latest < DISTANT_FUTURE else date.earliest
        return date.earliest if date.earliest > DISTANT_PAST else date.latest

    def span_from(self, date: DateSpan) -> DateSpan:
        """Return the days that lie so far from `start_of` a date."""
        start = self.start_of(date)
        if self.years is not None:
            play, year = round(abs(self.years) * SHARE), start.year + self.years
            if not play:
                return year_span(_year(year))
            return between_days(Day(_year(year - play), 1, 1), Day(_year(year + play), 12, 31))
        first, last = start.ordinal + self.least, start.ordinal + self.most
        if self.months is not None:
            months = start.year * 12 + start.month - 1 + self.months
            month = month_span(_year(months // 12), months % 12 + 1)
            first = min(first, month.earliest.ordinal)
            last = max(last, month.latest.ordinal)
        return between_days(Day.nearest_to(first), Day.nearest_to(last))


def take_distance(text: str) -> tuple[Distance | None, str]:
    """Return the distance that folded `text` ends with, and what stands before it.

    `text` ends with its side: "three weeks before". None where it names no distance.
    """
    cut = max(0, len(text) - SLICE)
    hours = _HOURS.search(text, cut)
    if hours:
        is_after = hours["side"] == "after"
        return Distance(-(not is_after), int(is_after)), text[: hours.start()]
    shift, left = take_shift(text[cut:])
    if shift is None or not shift.steps or not left.endswith(" "):
        some = _SOME.search(text)
        if not some:
            return None, text
        least, most = SOME[some["unit"]]
        if text.endswith("before"):
            least, most = -most, -least
        return Distance(least, most), text[: some.start()]
    is_exact = _EXACTLY.search(text[:cut] + left.rstrip()) is not None
    head = _NEARLY.sub("", text[:cut] + left.rstrip())
    within = _WITHIN.search(head)
    if within:
        head = head[: within.start()]
    if shift.unit == "year" and not within and not is_exact:
        far = round(shift.steps * _DAYS["year"])
        return Distance(shift.steps, shift.steps, shift.steps, days=far), head
    days = round(shift.steps * _DAYS[shift.unit])
    play = max(_PLAY[shift.unit], round(abs(days) * SHARE))
    if shift.unit == "day" and abs(days) <= COUNTED_TO_THE_DAY:
        play = 0
    elif is_exact:
        play = min(play, _PLAY_EXACTLY)
    least, most = days - play, days + play
    months = shift.steps if shift.unit == "month" and not within and not is_exact else None
    if within:
        least, most = (1, most) if days > 0 else (least, -1)
    return Distance(least, most, months=months, days=None if within else days), head


def _year(number: int) -> int:
    return max(-9999, min(9999, number))
