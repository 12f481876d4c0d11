"""How long it was from one entry to another, at the precision at which both are known."""

from __future__ import annotations

from dataclasses import dataclass

from bot.timeline.dates import DateSpan, Day, Precision
from bot.timeline.day import days_in_month


@dataclass(frozen=True, slots=True)
class Apart:
    """The time between two dates: whole years, then months, then days.

    `total` is the number of days, None where the dates are not known to the day; then
    months, or months and days, are left at 0 and all of it is only about right.
    """

    years: int
    months: int
    days: int
    total: int | None

    @property
    def is_nothing(self) -> bool:
        """Whether one begins before the other is over, or on the same day."""
        return not (self.years or self.months or self.days)


def time_apart(first: DateSpan, second: DateSpan) -> Apart:
    """Return the time from the end of `first` to the beginning of `second`.

    The calendar's own reckoning: whole years, then whole months, then the days left. Dates
    that are known to the month or the year, or only about, are counted in those.
    """
    if first.certain_days and second.certain_days:
        start, end = first.latest, second.earliest
        if start >= end:
            return Apart(0, 0, 0, 0)
        years, months, days = _calendar_steps(start, end)
        return Apart(years, months, days, end.ordinal - start.ordinal)
    months = _months(second.earliest) - _months(first.earliest)
    is_by_month = max(_grain(first), _grain(second)) <= Precision.MONTH
    if months <= 0:
        return Apart(0, 0, 0, None)
    if is_by_month:
        return Apart(months // 12, months % 12, 0, None)
    return Apart(second.earliest.year - first.earliest.year, 0, 0, None)


def _grain(span: DateSpan) -> Precision:
    return max((end.precision for end in (span.start, span.end) if end), default=span.precision)


def _months(day: Day) -> int:
    return day.year * 12 + day.month - 1


def _calendar_steps(start: Day, end: Day) -> tuple[int, int, int]:
    months = _months(end) - _months(start)
    if _moved(start, months) > end:
        months -= 1
    days = end.ordinal - _moved(start, months).ordinal
    return months // 12, months % 12, days


def _moved(day: Day, months: int) -> Day:
    """Return the same day so many months on, or the last of its month where it has none."""
    year, month = divmod(_months(day) + months, 12)
    return Day(year, month + 1, min(day.day, days_in_month(year, month + 1)))
