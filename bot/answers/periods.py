"""Labels and neighbours of a period: the year before, the month after."""

from __future__ import annotations

from bot.answers.phrases import MONTHS, date_label, year_label
from bot.timeline.dates import DISTANT_FUTURE, DISTANT_PAST, DateSpan, Day, Precision
from bot.timeline.timeline import Timeline


def period_label(span: DateSpan) -> str:
    """Return the name of a period as asked for: "2022", "May 2022", "before 1950"."""
    if span.earliest <= DISTANT_PAST:
        return f"until {_day_label(span.latest)}"
    if span.latest >= DISTANT_FUTURE:
        return f"since {_day_label(span.earliest)}"
    return _whole(span) or date_label(span)


def recurring_label(day: tuple[int, int | None]) -> str:
    """Return "25 April" or "April" for a day or month of any year."""
    month, number = day
    name = MONTHS[month - 1]
    return f"{name}, any year" if number is None else f"{number} {name}, any year"


def neighbours(span: DateSpan, timeline: Timeline) -> tuple[str, str]:
    """Return the periods of the same length before and after, as text that can be asked.

    Empty where there is none of that length or nothing is recorded on that side.
    """
    first, last = timeline.earliest, timeline.latest
    if (
        first is None
        or last is None
        or span.earliest <= DISTANT_PAST
        or span.latest >= DISTANT_FUTURE
    ):
        return "", ""
    before, after = _step(span, -1), _step(span, 1)
    return (before if first < span.earliest else ""), (after if last > span.latest else "")


def _step(span: DateSpan, direction: int) -> str:
    begin, end = span.earliest, span.latest
    if begin == end:
        day = Day.from_ordinal(begin.ordinal + direction)
        return _iso(day)
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        years = end.year - begin.year + 1
        first = begin.year + direction * years
        if first < 1:
            return ""
        if years == 1:
            return str(first)
        if years == 10 and first % 10 == 0:
            return f"{first}s"
        return f"{first}..{first + years - 1}"
    if begin.day == 1 and (begin.year, begin.month) == (end.year, end.month):
        months = begin.year * 12 + begin.month - 1 + direction
        return f"{MONTHS[months % 12]} {months // 12}" if months >= 12 else ""
    return ""


def _iso(day: Day) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}" if day.year > 0 else ""


def _whole(span: DateSpan) -> str:
    begin, end = span.earliest, span.latest
    if span.precision in (Precision.DECADE, Precision.CENTURY, Precision.SEASON):
        return ""
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31) and begin.year != end.year:
        return f"{year_label(begin.year)} to {year_label(end.year)}"
    return ""


def _day_label(day: Day) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {year_label(day.year)}"
