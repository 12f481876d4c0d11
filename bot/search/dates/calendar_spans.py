"""Times by the calendar: the spans that years, months, parts and shifts name, given `today`."""

from __future__ import annotations

from datetime import date

from bot.search.dates.calendar_words import (
    DAY,
    EARLY,
    END,
    FIRST_HALF,
    LATE,
    MID,
    MONTH,
    SECOND_HALF,
    START,
    THIS_DAY,
    WEEK,
    YEAR,
)
from bot.timeline.dates import (
    DateSpan,
    Day,
    Precision,
    between_days,
    day_span,
    month_span,
    parse_date,
    year_span,
)
from bot.timeline.day import days_in_month, year_text

Recurring = tuple[int, int | None]
"""A month, or a day of a month, of any year."""

DAYS_OF_A_WEEK, SATURDAY = 7, 5
WINTER = 24  # the one season that lies in two years
_FIRST_WISHED, _LAST_WISHED = (12, 24), (1, 7)  # the days when a happy new year is wished


def near_year(two_digits: int, today: date) -> int:
    """Return the latest year with these last digits that is not beyond next year."""
    latest = today.year + 1
    return latest - (latest - two_digits) % 100


def latest_year(month: int, day: int, *, today: date) -> int:
    """Return the year in which this day of the month was last met."""
    return today.year - ((month, day) > (today.month, today.day))


def _in_year(recurring: Recurring, year: int) -> DateSpan:
    month, day = recurring
    if day is None:
        return month_span(year, month)
    return day_span(year, month, min(day, days_in_month(year, month)))


def last_met(recurring: Recurring, today: date) -> DateSpan:
    """Return the month or day as it last began."""
    month, day = recurring
    return _in_year(recurring, latest_year(month, day or 1, today=today))


def holiday_day(value: int, today: date) -> tuple[int, int]:
    """Return the month and day of a holiday, which may be that of asking."""
    return (today.month, today.day) if value == THIS_DAY else divmod(value, 100)


def has_day(month: int, day: int) -> bool:
    """Whether the month has such a day, in leap years at least."""
    return 1 <= month <= 12 and 1 <= day <= days_in_month(2000, month)


def existing_days(*days: tuple[int, int, int]) -> tuple[DateSpan, ...]:
    """Return the spans of those days, as year, month and day, that the calendar has."""
    return tuple(
        day_span(year, month, day)
        for year, month, day in days
        if -9999 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    )


def months_span(first: int, count: int = 1) -> DateSpan:
    """Return so many whole months; months are numbered through, January of the year 0 is 0."""
    start, last = (month_span(n // 12, n % 12 + 1) for n in (first, first + count - 1))
    return start if count == 1 else parse_date(f"{start}/{last}")


def season_span(year: int, season: int) -> DateSpan:
    """Return the season, 21 (spring) to 24 (winter), that begins in a year."""
    return parse_date(f"{year_text(year)}-{season}")


def around_new_year(year: int) -> DateSpan:
    """Return the days when people wish each other a happy new year, a week on either side."""
    return between_days(Day(year - 1, *_FIRST_WISHED), Day(year, *_LAST_WISHED))


def seasons_named(year: int, season: int) -> tuple[DateSpan, ...]:
    """Return what "winter 2013" may mean: the one that ends in the year, the one that begins."""
    if season != WINTER:
        return (season_span(year, season),)
    return tuple(months_span(december, 3) for december in (year * 12 - 1, year * 12 + 11))


def years_span(year: int, size: int) -> DateSpan:
    """Return the decade (size 10) or the century (100) that a year lies in, or the year (1)."""
    if size == 1:
        return year_span(year)
    return parse_date(f"{year // 100:02}XX" if size == 100 else f"{year // 10:03}X")


def decades(number: int) -> tuple[DateSpan, ...]:
    """Return what "1990s", "1800s" or, by two digits, "90s" may mean."""
    if number < 100:
        has_come_again = number in (10, 20)  # both centuries have had them
        centuries = (2000,) if number == 0 else (2000, 1900) if has_come_again else (1900,)
        return tuple(years_span(century + number, 10) for century in centuries)
    is_century = number % 100 == 0 and number % 1000 != 0
    return (years_span(number, 100 if is_century else 10),)


def shifted(day: Day, unit: int, steps: int) -> Day:
    """Return the same day some units away, or the last of its month where it has none."""
    if unit in (DAY, WEEK):
        return Day.from_ordinal(day.ordinal + steps * (7 if unit == WEEK else 1))
    months = day.year * 12 + day.month - 1 + steps * (12 if unit == YEAR else 1)
    year, month = months // 12, months % 12 + 1
    return Day(year, month, min(day.day, days_in_month(year, month)))


def weekday_of(day: Day) -> int:
    """Return the number of a day in its week, 0 for Monday."""
    return (day.ordinal - 1) % DAYS_OF_A_WEEK


def week_around(day: Day) -> DateSpan:
    """Return the week that a day lies in, Monday to Sunday."""
    monday = day.ordinal - weekday_of(day)
    return between_days(Day.from_ordinal(monday), Day.from_ordinal(monday + DAYS_OF_A_WEEK - 1))


def weekend_from(saturday: Day) -> DateSpan:
    """Return a Saturday and the Sunday behind it."""
    return between_days(saturday, shifted(saturday, DAY, 1))


def period(today: date, unit: int, *, size: int, steps: int) -> DateSpan:
    """Return the calendar day, week, month, year … that is some steps away from today's."""
    if unit == YEAR:
        return years_span((today.year // size + steps) * size, size)
    if unit == MONTH:
        return months_span(((today.year * 12 + today.month - 1) // size + steps) * size, size)
    days = steps * size
    if unit == WEEK:
        return week_around(shifted(Day.from_date(today), WEEK, days))
    return day_span(*shifted(Day.from_date(today), DAY, days))


# "Some days", "weeks": at least one of them, and hardly more than the next unit holds.
SOME_DAYS = {DAY: (1, 10), WEEK: (6, 45), MONTH: (25, 365), YEAR: (330, 2200)}


# The parts of a year in months, of the longer periods in years, of a month in days (28: its end).
_PARTS_OF = {
    Precision.MONTH: {
        EARLY: (1, 10), MID: (11, 20), LATE: (21, 28), START: (1, 10), END: (21, 28),
        FIRST_HALF: (1, 15), SECOND_HALF: (16, 28),
    },
    Precision.SEASON: {EARLY: (0, 0), MID: (1, 1), LATE: (2, 2), START: (0, 0), END: (2, 2)},
    Precision.YEAR: {
        EARLY: (1, 4), MID: (5, 8), LATE: (9, 12), START: (1, 3), END: (10, 12),
        FIRST_HALF: (1, 6), SECOND_HALF: (7, 12),
    },
    Precision.DECADE: {
        EARLY: (0, 3), MID: (4, 6), LATE: (7, 9), START: (0, 3), END: (7, 9),
        FIRST_HALF: (0, 4), SECOND_HALF: (5, 9),
    },
    Precision.CENTURY: {
        EARLY: (0, 33), MID: (34, 66), LATE: (67, 99), START: (0, 33), END: (67, 99),
        FIRST_HALF: (0, 49), SECOND_HALF: (50, 99),
    },
}  # fmt: skip


def part_of(span: DateSpan, part: int) -> DateSpan | None:
    """Return the beginning, middle, half … of a period; None where that has no meaning."""
    year, month, _ = span.earliest
    months = year * 12 + month - 1
    grain = span.precision
    if span.is_interval:
        if span != months_span(months, 3):
            return None
        grain = Precision.SEASON  # three months are as long, whatever they are called
    if part not in _PARTS_OF.get(grain, {}):
        return None
    first, last = _PARTS_OF[grain][part]
    if grain is Precision.YEAR:
        return months_span(months + first - 1, last - first + 1)
    if grain is Precision.MONTH:
        last = span.latest.day if last == 28 else last
        return between_days(Day(year, month, first), Day(year, month, last))
    if grain is Precision.SEASON:
        return months_span(months + first)
    return between_days(Day(year + first, 1, 1), Day(year + last, 12, 31))


def stretch_of(span: DateSpan, unit: int, *, steps: int) -> DateSpan | None:
    """Return the first so many days, weeks … of a period, or by negative steps its last."""
    first, last = span.earliest, span.latest
    if steps > 0:
        last = shifted(shifted(first, unit, steps), DAY, -1)
    else:
        first = shifted(shifted(last, DAY, 1), unit, steps)
    return between_days(first, last) if span.earliest <= first <= last <= span.latest else None


def range_of(first: DateSpan | Recurring, last: DateSpan | Recurring, *, today: date) -> DateSpan:
    """Return the time from one to another, completing a month by the other's year."""
    if isinstance(last, DateSpan):
        end = last
    elif isinstance(first, DateSpan):
        end = _in_year(last, first.earliest.year)
        if end.latest < first.earliest:
            end = _in_year(last, first.earliest.year + 1)
    else:
        end = last_met(last, today)
    if isinstance(first, DateSpan):
        start = first
    else:
        start = _in_year(first, end.latest.year)
        if start.earliest > end.latest:
            start = _in_year(first, end.latest.year - 1)
    if start.earliest > end.latest:
        start, end = end, start
    if start.is_interval or end.is_interval:
        return between_days(start.earliest, max(end.latest, start.latest))
    return parse_date(start.edtf if start == end else f"{start}/{end}")
