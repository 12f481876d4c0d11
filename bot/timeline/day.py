"""`Day`: a day of the calendar in any year, with the arithmetic of months and leap years."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, Self

MAX_YEAR = 9999  # EDTF years have four digits
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_400_YEARS = 146_097


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, in any year; earlier days compare less."""

    year: int
    month: int
    day: int

    @property
    def ordinal(self) -> int:
        """Return the day's number, 1 for 0001-01-01, as `datetime.date.toordinal` does."""
        before = self.year - 1
        days = before * 365 + before // 4 - before // 100 + before // 400
        leap = self.month > 2 and is_leap_year(self.year)
        return days + _DAYS_BEFORE_MONTH[self.month] + leap + self.day

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Self:
        """Return the day with this number; the number may be zero or negative."""
        cycles, rest = divmod(ordinal - 1, _DAYS_IN_400_YEARS)
        found = date.fromordinal(rest + 1)
        return cls(found.year + cycles * 400, found.month, found.day)

    @staticmethod
    def month_and_day(ordinal: int) -> tuple[int, int]:
        """Return the month and the day of the month of the day with this number."""
        found = date.fromordinal((ordinal - 1) % _DAYS_IN_400_YEARS + 1)
        return found.month, found.day

    @classmethod
    def nearest_to(cls, ordinal: int) -> Self:
        """Return the day with this number, or the first or last that a date can name."""
        first, last = cls(-MAX_YEAR, 1, 1), cls(MAX_YEAR, 12, 31)
        return cls.from_ordinal(max(first.ordinal, min(last.ordinal, ordinal)))

    @classmethod
    def from_date(cls, value: date) -> Self:
        """Return the same day as a standard library date."""
        return cls(value.year, value.month, value.day)

    def __str__(self) -> str:
        return f"{year_text(self.year)}-{self.month:02}-{self.day:02}"


DISTANT_PAST = Day(-MAX_YEAR - 1, 1, 1)
"""Before every day that can be written: where spans with an open or unknown start begin."""

DISTANT_FUTURE = Day(MAX_YEAR + 1, 12, 31)
"""After every day that can be written: where spans with an open or unknown end finish."""


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has, in any year."""
    if month == 2:
        return 29 if is_leap_year(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def is_leap_year(year: int) -> bool:
    """Whether the year has a 29 February, in any year of the proleptic calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def year_text(year: int) -> str:
    """Write a year as EDTF does: four digits, and a sign before the year 0."""
    return f"{year:05}" if year < 0 else f"{year:04}"
