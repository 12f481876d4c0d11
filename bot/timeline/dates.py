"""`Day`, `Precision`, `DateSpan`: reading and writing EDTF, the dates of curated entries.

The supported subset is level 0 dates and intervals and, of level 1, the signs `? ~ %`,
trailing `X` digits, open (`..`) and unknown (empty) ends, seasons 21 to 24 and negative
years, which count astronomically: `0000` is 1 BCE. Seasons are those of the northern
hemisphere: spring is March to May; winter begins in December of the year it is named by.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from bot.errors import DateError
from bot.timeline.date_hints import suggest_dates
from bot.timeline.day import DISTANT_FUTURE, DISTANT_PAST, Day, days_in_month, year_text
from bot.timeline.quoting import IN_CURLY_QUOTES, quote, strip_curly_quotes

__all__ = [
    "DISTANT_FUTURE",
    "DISTANT_PAST",
    "PATTERN",
    "DateSpan",
    "Day",
    "Precision",
    "between_days",
    "day_span",
    "month_span",
    "parse_date",
    "year_span",
]

YEARS_KEPT = 1024  # as spans: the years that questions name
MAX_LENGTH = 40  # the longest supported text is shorter; keeps noise out of the cache
CACHE_SIZE = 2**16  # every day of 179 years: events of a large store share their spans

_ONE_DATE = (
    r"(-?)([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?"
    r"([?~%]?)"
)
PATTERN = rf"^({_ONE_DATE}|(({_ONE_DATE})|\.\.)?/(({_ONE_DATE})|\.\.)?)$"
"""A regular expression, for editors, that every supported date matches, and a few others."""

_DATE = re.compile(_ONE_DATE)
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
DAY_LENGTH = 10
_LEVEL_TWO = re.compile(
    r"Y-?[0-9]|[\[\]{}]|S[0-9]|[?~%]-|-[?~%]|^[?~%]|X[0-9]|X-[0-9]|-(?:2[5-9]|3\d|4[01])\b"
)
_RANKS = 2**23  # more than there are ranks of days, so that two of them fit in one number
_FIRST_MONTH_OF_SEASON = {21: 3, 22: 6, 23: 9, 24: 12}
_HOW_TO_WRITE = "write 2019-04-25, 2019-04 or 2019 (2019/2021 for an interval, 2019~ for about)"


class Precision(IntEnum):
    """The grain in which a date is known, finest first; it says nothing of certainty."""

    DAY = 0
    MONTH = 1
    SEASON = 2
    YEAR = 3
    DECADE = 4
    CENTURY = 5


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days an EDTF text may mean, from the earliest to the latest, and how well known.

    `start` and `end` are the two ends of an interval; an end that is open or unknown is
    None, as are both for a date that is no interval. Spans are not ordered by `<`, since
    one may lie inside another: ask `contains` or `overlaps`, or sort by `sort_key`.
    """

    edtf: str
    earliest: Day
    latest: Day
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    start: DateSpan | None = None
    end: DateSpan | None = None

    @property
    def is_interval(self) -> bool:
        """Whether the text names two ends, parted by a slash."""
        return "/" in self.edtf

    @property
    def is_open_start(self) -> bool:
        """Whether it is an interval whose beginning is open or unknown."""
        return self.start is None and self.is_interval

    @property
    def is_open_end(self) -> bool:
        """Whether it is an interval whose end is open or unknown."""
        return self.end is None and self.is_interval

    @property
    def is_unknown_start(self) -> bool:
        """Whether it did begin, but nobody knows when (`/2019`, unlike the open `../2019`)."""
        return self.edtf.startswith("/")

    @property
    def is_unknown_end(self) -> bool:
        """Whether it did end, but nobody knows when (`2019/`, unlike the open `2019/..`)."""
        return self.edtf.endswith("/")

    @property
    def is_single_day(self) -> bool:
        """Whether it is exactly one certain day."""
        return (
            self.precision is Precision.DAY
            and not self.approximate
            and not self.uncertain
            and not self.is_interval
        )

    @property
    def lasting_days(self) -> int:
        """How many days lie between its ends, both counted."""
        return self.latest.ordinal - self.earliest.ordinal + 1

    @property
    def certain_days(self) -> int:
        """How many days it took, if its first and last day are both certain; else 0."""
        if not self.is_interval:
            return int(self.is_single_day)
        if self.start is None or self.end is None:
            return 0
        is_certain = self.start.is_single_day and self.end.is_single_day
        return self.latest.ordinal - self.earliest.ordinal + 1 if is_certain else 0

    @property
    def sort_key(self) -> int:
        """A number that follows time: by the first day, then the shorter first.

        A span with no known start counts from its last day.
        """
        return _rank(self.sorting_day) * _RANKS + _rank(self.latest)

    @property
    def sorting_day(self) -> Day:
        """The day by which it stands in order of time: the first, or the last if that is open."""
        return self.latest if self.is_open_start else self.earliest

    def contains(self, other: DateSpan) -> bool:
        """Whether every day of the other span lies within this one."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def overlaps(self, other: DateSpan) -> bool:
        """Whether the two spans have at least one day in common."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __str__(self) -> str:
        return self.edtf


def parse_date(text: str) -> DateSpan:
    """Read an EDTF text; raises `DateError` saying what is wrong and what to write instead."""
    if len(text) > MAX_LENGTH:
        raise DateError(f"{quote(text)} is not a date: {_HOW_TO_WRITE}")
    try:
        return _parse(text)
    except DateError as error:
        raise DateError(_explain(text, str(error))) from None


@lru_cache(maxsize=YEARS_KEPT)
def year_span(year: int) -> DateSpan:
    """Return the span of one year."""
    return parse_date(year_text(year))


def month_span(year: int, month: int) -> DateSpan:
    """Return the span of one month, 1 to 12; raises `DateError` for any other."""
    if not 1 <= month <= 12:
        raise DateError(f"there is no month {month}: months are 1 to 12")
    return parse_date(f"{year_text(year)}-{month:02}")


def day_span(year: int, month: int, day: int) -> DateSpan:
    """Return the span of one day; raises `DateError` where the calendar has no such day."""
    return parse_date(str(Day(year, month, day)))


def between_days(first: Day, last: Day) -> DateSpan:
    """Return the span from one day to another; the distant past or future is an open end."""
    if first > last:
        raise DateError(f"{first} to {last} runs backwards")
    if first == last:
        return day_span(*first)
    start = None if first <= DISTANT_PAST else day_span(*first)
    end = None if last >= DISTANT_FUTURE else day_span(*last)
    return _interval(f"{start or '..'}/{end or '..'}", start, end=end)


def _rank(day: Day) -> int:
    """Number days in order, with gaps: quicker to work out than the ordinal."""
    year, month, number = day
    return (year * 12 + month) * 31 + number


@lru_cache(maxsize=CACHE_SIZE)
def _parse(text: str) -> DateSpan:
    """Read a text; the `DateError` raised here holds the bare reason, if there is one."""
    if len(text) == DAY_LENGTH and _DAY.fullmatch(text):  # most dates of a large store
        year, month, number = int(text[:4]), int(text[5:7]), int(text[8:])
        if 1 <= month <= 12 and 1 <= number <= days_in_month(year, month):
            day = Day(year, month, number)
            return DateSpan(text, day, day, Precision.DAY)
    left, slash, right = text.partition("/")
    if not slash:
        return _single(text)
    start = None if left in ("", "..") else _single(left)
    end = None if right in ("", "..") else _single(right)
    if start is None and end is None:
        raise DateError("an interval needs at least one end that is a date")
    if start and end and start.earliest > end.latest:
        raise DateError("it runs backwards")
    return _interval(text, start, end=end)


def _interval(text: str, start: DateSpan | None, *, end: DateSpan | None) -> DateSpan:
    ends = [span for span in (start, end) if span]
    return DateSpan(
        edtf=text,
        earliest=start.earliest if start else DISTANT_PAST,
        latest=end.latest if end else DISTANT_FUTURE,
        precision=max((span.precision for span in ends), default=Precision.DAY),
        approximate=any(span.approximate for span in ends),
        uncertain=any(span.uncertain for span in ends),
        start=start,
        end=end,
    )


def _single(text: str) -> DateSpan:
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError("")
    sign, digits, month, day, mark = found.groups()
    if sign and digits == "0000":
        raise DateError("the year before 0001 is written 0000")
    if "X" not in digits:
        first, last, precision = _bounds(int(sign + digits), month, day=day)
    elif month:
        raise DateError("")
    else:
        first, last, precision = _unspecified_years(digits, bool(sign))
    return DateSpan(text, first, last, precision, mark in ("~", "%"), mark in ("?", "%"))


def _unspecified_years(digits: str, is_negative: bool) -> tuple[Day, Day, Precision]:
    precision = Precision.CENTURY if digits.endswith("XX") else Precision.DECADE
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if is_negative:
        low, high = -high, min(-low, -1)  # -000X ends with -0001: there is no year -0000
    return Day(low, 1, 1), Day(high, 12, 31), precision


def _bounds(year: int, month: str | None, *, day: str | None) -> tuple[Day, Day, Precision]:
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise DateError("a day needs its month")
        return Day(year, 1, 1), Day(year, 12, 31), Precision.YEAR
    number = int(month)
    if number in _FIRST_MONTH_OF_SEASON and day is None:
        return _season(year, number)
    if not 1 <= number <= 12:
        raise DateError(f"there is no month {month}" if number < 25 else "")
    length = days_in_month(year, number)
    if day is None or day == "XX":
        return Day(year, number, 1), Day(year, number, length), Precision.MONTH
    if not 1 <= int(day) <= length:
        raise DateError(f"{year_text(year)}-{month} has {length} days")
    only = Day(year, number, int(day))
    return only, only, Precision.DAY


def _season(year: int, season: int) -> tuple[Day, Day, Precision]:
    first = _FIRST_MONTH_OF_SEASON[season]
    end_year, end_month = (year + 1, 2) if season == 24 else (year, first + 2)
    last = Day(end_year, end_month, days_in_month(end_year, end_month))
    return Day(year, first, 1), last, Precision.SEASON


def _explain(text: str, reason: str) -> str:
    """Name the reason, and either the date that may have been meant or how dates are written."""
    if strip_curly_quotes(text):
        return f"{quote(text)} {IN_CURLY_QUOTES}"
    meant = dict.fromkeys(guess for guess in suggest_dates(text) if _is_date(guess))
    hint = f"did you mean {' or '.join(map(quote, list(meant)[:2]))}?" if meant else ""
    if not reason and not hint:
        hint = _HOW_TO_WRITE
        if _LEVEL_TWO.search(text):
            reason = "this form of EDTF (level 2) is not supported"
    return f"{quote(text)} is not a date: " + "; ".join(part for part in (reason, hint) if part)


def _is_date(text: str) -> bool:
    try:
        _parse(text)
    except DateError:
        return False
    return True
