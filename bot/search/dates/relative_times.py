"""Builders for times counted from the day of asking: "two years ago", "last May", "Tuesday".

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from datetime import date

from bot.search.dates.calendar_spans import (
    DAYS_OF_A_WEEK,
    SATURDAY,
    around_new_year,
    existing_days,
    holiday_day,
    period,
    season_span,
    shifted,
    weekend_from,
)
from bot.search.dates.calendar_words import DAY, MONTH, WEEK, YEAR
from bot.search.dates.date_rules import (
    CLEARABLE,
    FROM_WEEKDAY,
    LATENT,
    SURE,
    Found,
    Token,
    reading,
)
from bot.search.dates.named_times import FEW, count
from bot.timeline.dates import DateSpan, Day, between_days, day_span, month_span

LONGEST_MOVED = 31  # days; a longer time is not meant to the day in another year


def ago(found: Found) -> Token | None:
    """Read "two years ago", to the grain of its unit; "75 years ago today" is one day."""
    counter, unit, today = found.get("counter"), found["unit"], found.today
    now, steps = Day.from_date(today), -count(counter) * unit.extra
    if counter and counter.symbol == "vague":
        most, least = (shifted(now, unit.value, -few * unit.extra) for few in reversed(FEW))
        return reading([between_days(most, least)])
    if beside := found.get("relative"):
        if beside.value != DAY:
            return None
        day = shifted(shifted(now, unit.value, steps), DAY, beside.extra)
        return reading([day_span(*day)])
    if unit.value == YEAR:  # "a decade ago" and "ten years ago" are the same year
        return Token("year", value=today.year + steps)
    return _period(today, unit.value, steps=steps)


def ago_and_nearby(found: Found) -> Token | None:
    """Read "ten years ago last month": a time beside the same day of that year."""
    unit, other, which = found["unit"], found["other"], found["which"].value
    if not which or other.value == DAY:
        return None
    steps = -count(found["counter"]) * unit.extra
    year, month, day = shifted(Day.from_date(found.today), unit.value, steps)
    return _period(date(year, month, day), other.value, other.extra, steps=which)


def ago_and_nearest(found: Found) -> Token | None:
    """Read "ten years ago this May": a month or season beside today, of that year."""
    unit, which, what = found["unit"], found["which"].value, found["what"]
    if unit.value != YEAR or which > 0:
        return None
    year = found.today.year - count(found["counter"]) * unit.extra + which
    return reading([_occurrence(what, year, found.today)])


def half_years_ago(found: Found) -> Token | None:
    """Read "1년 반 전": a year and a half ago, to the month."""
    return _period(found.today, MONTH, steps=-12 * count(found["counter"]) - 6)


def weekend(found: Found) -> Token | None:
    """Read "last weekend": a Saturday and a Sunday; the last one is over."""
    week = period(found.today, WEEK, size=1, steps=found["weekend"].value)
    return reading([weekend_from(shifted(week.earliest, DAY, SATURDAY))])


def seasons_ago(found: Found) -> Token | None:
    """Read "two summers ago": the last but one that is over."""
    now, back = Day.from_date(found.today), count(found["counter"])
    number = found["seasons"].value
    spans = [season_span(now.year - years, number) for years in range(back + 1)]
    return reading([span for span in spans if span.latest < now][back - 1 : back])


def exactly_ago(found: Found) -> Token | None:
    """Read "exactly 20 years ago": the very day."""
    unit, steps = found["unit"], -count(found.get("counter")) * found["unit"].extra
    return reading([day_span(*shifted(Day.from_date(found.today), unit.value, steps))])


def lately(found: Found) -> Token | None:
    """Read "in recent years": a few of them, up to today."""
    now = Day.from_date(found.today)
    return reading([between_days(shifted(now, found["lately"].value, -FEW[1]), now)])


def that_year(found: Found) -> Token | None:
    """Read "this week last year", "today in 1950": the same days of another year."""
    span, year = next(iter(found["reading"].spans), None), found["year"].value
    now = Day.from_date(found.today)
    is_now = span is not None and span.earliest <= now <= span.latest
    if span is None or not is_now or span.latest.ordinal - span.earliest.ordinal > LONGEST_MOVED:
        return None
    years = year - found.today.year
    first, last = (shifted(day, YEAR, years) for day in (span.earliest, span.latest))
    return reading([between_days(first, last)])


def weekday_within(found: Found) -> Token | None:
    """Read "Monday last week"."""
    span = next(iter(found["reading"].spans), None)
    if span is None or span.latest.ordinal - span.earliest.ordinal != DAYS_OF_A_WEEK - 1:
        return None
    return reading([day_span(*shifted(span.earliest, DAY, found["weekday"].value))])


def rolling(found: Found) -> Token | None:
    """Read "the last five years": up to today, or from today on."""
    counter, unit, which = found.get("counter"), found["unit"], found["which"]
    direction = which.value if which.symbol == "which" else -1
    if abs(direction) != 1 or (unit.extra == 100 and not counter):
        return None
    if which.symbol == "latter" and unit.value == DAY:
        return None  # "в последний день" is that of something
    now = Day.from_date(found.today)
    ends = now, shifted(now, unit.value, direction * count(counter) * unit.extra)
    return reading([between_days(min(ends), max(ends))])


def nearby(found: Found) -> Token | None:
    """Read "last month", "this century"."""
    unit, steps = found["unit"], found["which"].value
    return None if unit.value == DAY else _period(found.today, unit.value, unit.extra, steps=steps)


def rest_of(found: Found) -> Token | None:
    """Read "earlier this year": what of it lies before, or after, today."""
    unit, now = found["unit"], Day.from_date(found.today)
    if unit.value == DAY or found["which"].value:
        return None
    span = period(found.today, unit.value, size=unit.extra, steps=0)
    is_past = found["edged"].value < 0
    ends = (span.earliest, now) if is_past else (now, span.latest)
    return reading([between_days(*ends)])


def relative(found: Found) -> Token | None:
    """Read "yesterday", "작년"."""
    return _period(found.today, found["relative"].value, steps=found["relative"].extra)


def _period(today: date, unit: int, size: int = 1, *, steps: int) -> Token | None:
    """Return a year as such, since a month may stand beside it, and other periods read."""
    if unit == YEAR and size == 1:
        return Token("year", value=today.year + steps)
    return reading([period(today, unit, size=size, steps=steps)])


def nearest(found: Found) -> Token | None:
    """Read "last April", "next Christmas", "this summer"."""
    which, now = found["which"].value, Day.from_date(found.today)
    spans = _occurrences(found)
    if which < 0:
        return reading([span for span in spans if span.latest < now][which:][:1])
    if which > 0:
        return reading([span for span in spans if span.earliest > now][:1])
    current = [span for span in spans if span.earliest <= now <= span.latest]
    doubt = LATENT if found["what"].symbol == "maymonth" else SURE
    return reading([*current, _occurrence(found["what"], now.year, found.today)][:1], doubt=doubt)


def last_but_one(found: Found) -> Token | None:
    """Read "the winter before last"."""
    now = Day.from_date(found.today)
    if found["which"].value != -1:
        return None
    return reading([span for span in _occurrences(found) if span.latest < now][-2:-1])


def _occurrences(found: Found) -> list[DateSpan]:
    year = found.today.year
    return [_occurrence(found["what"], year + years, found.today) for years in range(-3, 3)]


def _occurrence(what: Token, year: int, today: date) -> DateSpan:
    if what.symbol == "newyear":
        return around_new_year(year)
    if what.symbol == "holiday":
        return day_span(year, *holiday_day(what.value, today))
    if what.symbol == "season":
        return season_span(year, what.value)
    return month_span(year, what.value)


def nearest_weekday(found: Found) -> Token | None:
    """Read "last Friday", and "this Friday" as that of the week."""
    which, ahead = found["which"].value, found["weekday"].value - found.today.weekday()
    if which:
        ahead = ahead % 7 - 7 if which < 0 else ahead % 7 or 7
    return reading([_days_ahead(found.today, ahead)])


def weekday_alone(found: Found) -> Token | None:
    """Read "Friday" as the last one, today included."""
    back = (found.today.weekday() - found["weekday"].value) % 7
    made = reading([_days_ahead(found.today, -back)], doubt=CLEARABLE)
    return made and made._replace(extra=FROM_WEEKDAY)


def _days_ahead(today: date, days: int) -> DateSpan:
    return day_span(*shifted(Day.from_date(today), DAY, days))


def season_alone(found: Found) -> Token | None:
    """Read "summer" as the last one that has begun."""
    now = Day.from_date(found.today)
    seasons = [season_span(year, found["season"].value) for year in (now.year, now.year - 1)]
    return reading([span for span in seasons if span.earliest <= now][:1], doubt=LATENT)


def day_alone(found: Found) -> Token | None:
    """Read "on the 25th" as the last one, today included."""
    today, number = found.today, found["dayno"].value
    months = today.year * 12 + today.month - 1 - (number > today.day)
    return reading(existing_days((months // 12, months % 12 + 1, number)), doubt=LATENT)
