"""Builders for times counted from another that is named: "two days before 25 June 1950".

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from bot.search.dates.calendar_spans import (
    DAYS_OF_A_WEEK,
    SATURDAY,
    SOME_DAYS,
    shifted,
    week_around,
    weekday_of,
    weekend_from,
)
from bot.search.dates.calendar_words import DAY, MONTH, WEEK
from bot.search.dates.date_rules import FROM_WEEKDAY, Found, Token, reading
from bot.search.dates.named_times import FEW, count, is_attribute
from bot.timeline.dates import DateSpan, Day, between_days, day_span, month_span, year_span

ROUNDED = 3  # days by which a number of weeks may be less than it says
LONGEST_WITH_DAYS = 366  # days of a time in which single weekdays are looked for
MOST_WEEKDAYS = 5  # that are meant by "a Wednesday in June"; a year has too many to mean any
FIRST_WEEKS, LAST_WEEKS = 1, 53


def next_to(found: Found) -> Token | None:
    """Read "the day after 19 June 2024", "in the year following October 2006"."""
    span, unit = _base(found), found["unit"]
    if unit.extra not in _EVEN:
        return counted(found)
    return None if span is None else reading([_beside(span, unit, 1, is_after=_is_after(found))])


def counted(found: Found) -> Token | None:
    """Read "two days before 25 June 1950", "six months after February 2022".

    It is told to the grain of its unit; nobody counts weeks to the day.
    """
    span, unit, counter = _base(found), found["unit"], found.get("counter")
    if span is None:
        return None
    is_after = _is_after(found)
    sign = 1 if is_after else -1
    start = span.latest if is_after else span.earliest
    if counter is not None and counter.symbol == "vague":
        ends = (shifted(start, unit.value, sign * few * unit.extra) for few in FEW)
        return reading([between_days(*sorted(ends))])
    moved = shifted(start, unit.value, sign * count(counter) * unit.extra)
    if unit.value == DAY:
        return reading([day_span(*moved)])
    if unit.value == WEEK:
        least, most = shifted(moved, DAY, -ROUNDED), shifted(moved, DAY, 2 * ROUNDED)
        return reading([between_days(least, most)])
    if unit.value == MONTH:
        return reading([month_span(moved.year, moved.month)])
    return reading([year_span(moved.year)])


def some(found: Found) -> Token | None:
    """Read "in the weeks after 9 May 2025": as many as are no longer unit."""
    span, unit = _base(found), found["units"]
    if span is None or unit.extra != 1:
        return None
    _, most = SOME_DAYS[unit.value]
    return reading([_beside(span, _ONE_DAY, most, is_after=_is_after(found))])


def within(found: Found) -> Token | None:
    """Read "within two weeks of 19 June 2024", "in the five years before 2000".

    The day itself belongs to it; of a longer time only what lies beside it.
    """
    span, unit = _base(found), found["unit"]
    if span is None:
        return None
    number = count(found.get("counter"))
    sides = [_beside(span, unit, number, is_after=side) for side in _sides(found)]
    if span.is_single_day or len(sides) > 1:
        sides.append(span)
    first, last = min(side.earliest for side in sides), max(side.latest for side in sides)
    return reading([between_days(first, last)])


def eve(found: Found) -> Token | None:
    """Read "on the eve of 19 June 2024"."""
    span = _base(found)
    return None if span is None else reading([_beside(span, _ONE_DAY, 1, is_after=False)])


def morrow(found: Found) -> Token | None:
    """Read "6월 19일 다음 날"."""
    span = _base(found)
    return None if span is None else reading([_beside(span, _ONE_DAY, 1, is_after=True)])


def weekdays_of(found: Found) -> Token | None:
    """Read "on a Wednesday in June 2024", "the second Tuesday of June 2024"."""
    span, weekday, which = _within(found), found["weekday"], found.get("which")
    if span is None or weekday.extra != FROM_WEEKDAY or not weekday.spans:
        return None
    days = _weekdays(span, weekday_of(weekday.spans[0].earliest))
    if which is None:
        return reading(day_span(*day) for day in days) if len(days) <= MOST_WEEKDAYS else None
    return reading(day_span(*day) for day in _nth(days, which))


def weekend_of(found: Found) -> Token | None:
    """Read "the weekend of 14 September 2023", "the first weekend of May 2025"."""
    span, which = _within(found), found.get("which")
    if span is None:
        return None
    if which is None and span.is_interval:  # "the weekend of 13-14 May" has its days
        return found["reading"]
    if which is None:  # that of its week
        week = week_around(span.earliest)
        saturday = shifted(week.earliest, DAY, SATURDAY)
        return reading([weekend_from(saturday)]) if span.latest <= week.latest else None
    return reading(weekend_from(day) for day in _nth(_weekdays(span, SATURDAY), which))


def week_by_number(found: Found) -> Token | None:
    """Read "week 25 of 2024", counted as ISO 8601 does: 4 January lies in the first."""
    number, year = found["number"].value, found["year"].value
    if found["unit"].value != WEEK or not FIRST_WEEKS <= number <= LAST_WEEKS:
        return None
    week = week_around(shifted(Day(year, 1, 4), WEEK, number - 1))
    thursday = shifted(week.earliest, DAY, 3)
    return reading([week]) if thursday.year == year else None


_EVEN = frozenset({1, 10, 100})  # a day, a year, a decade; half a year or a fortnight is a length
_ONE_DAY = Token("unit", value=DAY, extra=1)


def _base(found: Found) -> DateSpan | None:
    """Return the time from which is counted, where it is one."""
    spans = found["reading"].spans
    is_one = len(spans) == 1 and not found["reading"].doubt
    return spans[0] if is_one and not is_attribute(found) else None


def _within(found: Found) -> DateSpan | None:
    span = next(iter(found["reading"].spans), None)
    if span is None or is_attribute(found):
        return None
    days = span.latest.ordinal - span.earliest.ordinal
    return span if days < LONGEST_WITH_DAYS else None


def _is_after(found: Found) -> bool:
    return found["side"].symbol in ("after", "hafter", "following")


def _sides(found: Found) -> tuple[bool, ...]:
    return (False, True) if found["side"].symbol == "of" else (_is_after(found),)


def _beside(span: DateSpan, unit: Token, number: int, *, is_after: bool) -> DateSpan:
    """Return so many units that follow a time at once, or go before it."""
    steps = number * unit.extra
    if is_after:
        first = shifted(span.latest, DAY, 1)
        return between_days(first, shifted(shifted(first, unit.value, steps), DAY, -1))
    end = span.earliest
    return between_days(shifted(end, unit.value, -steps), shifted(end, DAY, -1))


def _nth(days: list[Day], which: Token) -> list[Day]:
    """Return the one of these days that an ordinal or "last" means, nothing if there is none."""
    number = -1 if which.symbol == "past" else which.value
    place = number if number < 0 else number - 1
    return [days[place]] if -len(days) <= place < len(days) else []


def _weekdays(span: DateSpan, number: int) -> list[Day]:
    """Return the days of a time that have this number in their week."""
    first, last = span.earliest.ordinal, span.latest.ordinal
    first += (number - weekday_of(span.earliest)) % DAYS_OF_A_WEEK
    return [Day.from_ordinal(day) for day in range(first, last + 1, DAYS_OF_A_WEEK)]
