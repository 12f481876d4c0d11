"""Builders for times that are named: years, dates, seasons and parts of them.

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from bot.search.calendar_spans import (
    around_new_year,
    decades,
    existing_days,
    has_day,
    holiday_day,
    latest_year,
    months_span,
    near_year,
    part_of,
    period,
    season_span,
    seasons_named,
    shifted,
    stretch_of,
    years_span,
)
from bot.search.calendar_words import DAY, END, FIRST_HALF, SECOND_HALF, START, WEEK
from bot.search.date_rules import (
    AT_END,
    CLEARABLE,
    FROM_WEEKDAY,
    INFLECTED,
    LATENT,
    OPAQUE,
    SURE,
    Found,
    Token,
    reading,
)
from bot.timeline.dates import (
    DateSpan,
    Day,
    Precision,
    between_days,
    month_span,
    year_span,
)

SUMMER = 22  # the number that EDTF gives it
LONGEST_STRETCH = 3  # units of days or months; decades and centuries are no part of these
FEW = (2, 5)  # how many "a few" may be

# Years, decades, centuries.


def year(found: Found) -> Token | None:
    """Read "the year 2019" or "476 AD"."""
    return Token("year", value=found["number"].value)


def year_before_christ(found: Found) -> Token | None:
    """Read "44 BC"."""
    return Token("year", value=1 - found["number"].value)


def short_year(found: Found) -> Token | None:
    """Read "in 84"."""
    value = _year_beside(found)
    return None if value is None else Token("year", value=value)


def early_year(found: Found) -> Token | None:
    """Read "in 610", which may be a number of anything."""
    early = found["early"]
    return Token("year", value=early.value, doubt=LATENT) if _is_early(early) else None


def short_years(found: Found) -> Token | None:
    """Read "77 to 79": years of the last century, as no smaller number is read so."""
    first, last = (near_year(found[name].value, found.today) for name in ("first", "short"))
    span = between_days(Day(first, 1, 1), Day(last, 12, 31)) if first < last else None
    return reading([span]) if span else None


def year_alone(found: Found) -> Token | None:
    """Read "2019" beside nothing that belongs to it."""
    return reading([year_span(found["year"].value)], doubt=found["year"].doubt)


def short_year_alone(found: Found) -> Token | None:
    """Read the "78" of "a delegation 78", which may be a number of anything."""
    return reading([year_span(near_year(found["short"].value, found.today))], doubt=LATENT)


def decade(found: Found) -> Token | None:
    """Read "90년대"."""
    value = found["number"].value
    return None if value % 10 else reading(decades(value))


def century(found: Found) -> Token | None:
    """Read "the 5th century BC", or "in XIX", where it is no small number."""
    number = found["nth"].value
    if found.get("bc"):
        first = 1 - number * 100
        return reading([between_days(Day(first, 1, 1), Day(first + 99, 12, 31))])
    least = 1 if found.get("century") else 10
    return reading([years_span(number * 100 - 100, 100)]) if least <= number <= 30 else None


def _year_beside(found: Found) -> int | None:
    """Return the year, perhaps of two digits, that stands beside a month or season."""
    whole, short, inflected = (found.get(name) for name in ("year", "short", "inflected"))
    if whole:
        return whole.value
    if inflected:  # "весной 24-го"; in English "spring 24th" is none
        return near_year(inflected.value, found.today) if inflected.extra == INFLECTED else None
    return near_year(short.value, found.today) if short and short.value >= 10 else None


# Days and months.


def day(found: Found) -> Token | None:
    """Read "25 April 2019", where there is such a day."""
    date = found["year"].value, found["anymonth"].value, found["dayno"].value
    return reading(existing_days(date))


def day_of_short_year(found: Found) -> Token | None:
    """Read "17 Apr 85"."""
    year = _year_beside(found)
    month, number = found["anymonth"].value, found["dayno"].value
    return None if year is None else reading(existing_days((year, month, number)))


def day_of_early_year(found: Found) -> Token | None:
    """Read "5 October 610": a number of three digits is a year beside a day."""
    if not _is_early(found["early"]):
        return None
    date = found["early"].value, found["anymonth"].value, found["dayno"].value
    return reading(existing_days(date))


def month_of_early_year(found: Found) -> Token | None:
    """Read "in October 610"."""
    if not _is_early(found["early"]):
        return None
    return reading([month_span(found["early"].value, found["anymonth"].value)])


def _is_early(number: Token) -> bool:
    return 100 <= number.value <= 999


def day_of_month(found: Found) -> Token | None:
    """Read "25 April", of any year."""
    month, number = found["anymonth"].value, found["dayno"].value
    return reading(recurring=(month, number)) if has_day(month, number) else None


def days(found: Found) -> Token | None:
    """Read "12-17 September 2023", or of the year when it was last met."""
    both, month, named = found.get("dayrange"), found["anymonth"].value, found.get("year")
    first, last = divmod(both.value, 100) if both else (found["first"].value, found["last"].value)
    of = named.value if named else latest_year(month, min(first, 28), today=found.today)
    ends = existing_days((of, month, first), (of, month, last))
    if len(ends) < 2 or first >= last:
        return None
    return reading([between_days(ends[0].earliest, ends[1].latest)])


def two_days(found: Found) -> Token | None:
    """Read "5 and 6 August 2017", or of the year when they were last met."""
    month, named = found["anymonth"].value, found.get("year")
    first, last = found["first"].value, found["last"].value
    of = named.value if named else latest_year(month, min(first, 28), today=found.today)
    spans = existing_days((of, month, first), (of, month, last))
    return reading(spans) if len(spans) == 2 and first < last else None


def month(found: Found) -> Token | None:
    """Read "April 2019" or "in April 19"."""
    of = _year_beside(found)
    return None if of is None else reading([month_span(of, found["anymonth"].value)])


def month_number(found: Found) -> Token | None:
    """Read "4월"."""
    value = found["day"].value
    return Token("month", value=value) if value <= 12 else None


def month_alone(found: Found) -> Token | None:
    """Read "April", of any year; "may" needs a preposition to be one."""
    token = found["anymonth"]
    doubt = CLEARABLE if token.symbol == "maymonth" else SURE
    return reading(recurring=(token.value, None), doubt=doubt)


def holiday(found: Found) -> Token | None:
    """Read "Christmas 2019"."""
    date = (found["year"].value, *holiday_day(found["holiday"].value, found.today))
    return reading(existing_days(date))


def new_year(found: Found) -> Token | None:
    """Read "New Year 2025": the days when it is wished."""
    return reading([around_new_year(found["year"].value)])


def new_years(found: Found) -> Token | None:
    """Read "last year's New Year": the one that began the year, or the one that ended it."""
    year = found["year"].value
    return reading(around_new_year(of) for of in (year, year + 1))


def holiday_alone(found: Found) -> Token | None:
    """Read "Christmas", of any year."""
    return reading(recurring=holiday_day(found["holiday"].value, found.today))


def with_weekday(found: Found) -> Token | None:
    """Read "Thursday, 25 April" as the day without its weekday."""
    token = found["reading"]
    is_day = token.recurring or (token.spans and token.spans[0].is_single_day)
    return token if found["weekday"].extra == FROM_WEEKDAY and is_day else None


def nothing(_: Found) -> Token | None:
    """Read a "may" or a "march" that is a verb."""
    return Token(OPAQUE)


def same(found: Found) -> Token | None:
    """Let words belong to a time that change nothing of it."""
    return found["reading"]


# Seasons, quarters and other parts of longer times.


def season(found: Found) -> Token | None:
    """Read "summer 2023"; "winter 2013" may be either of two."""
    of = _year_beside(found)
    return None if of is None else reading(seasons_named(of, found["season"].value))


def season_within(found: Found) -> Token | None:
    """Read "winter 2022/23", or the southern "summer 1911/12", which lies in two years too."""
    spans = found["reading"].spans
    if found["season"].value == SUMMER:
        pairs = [s for s in spans if s.latest.year == s.earliest.year + 1]
        if pairs:
            return reading(months_span(span.earliest.year * 12 + 11, 3) for span in pairs)
    years = spans[:1]
    return reading(season_span(span.earliest.year, found["season"].value) for span in years)


def quarters(found: Found) -> Token | None:
    """Read "Q1 2022", "Q1-Q2 2022" or "last quarter of 2022"."""
    ends = found["nth"], found.get("last") or found["nth"]
    first, last = (4 if token.value == -1 else token.value for token in ends)
    if not 1 <= first <= last <= 4:
        return None
    start = found["year"].value * 12 + (first - 1) * 3
    return reading([months_span(start, (last - first + 1) * 3)])


def part(found: Found) -> Token | None:
    """Read "early 2019" or "the end of May 2022"."""
    which = found["part"].value
    made = _part_of(found["reading"], which)
    return made and made._replace(extra=AT_END if which == END else 0)


def part_of_now(found: Found) -> Token | None:
    """Read "at the beginning of the month" as that of the month of asking."""
    unit = found["unit"]
    if unit.value == DAY or unit.extra != 1:
        return None
    now = period(found.today, unit.value, size=1, steps=0)
    span = part_of(now, found["part"].value)
    return reading([span]) if span else None


def half(found: Found) -> Token | None:
    """Read "H2 2023" or "the first half of the 1990s"."""
    which = {1: FIRST_HALF, 2: SECOND_HALF}.get(found["nth"].value)
    return None if which is None else _part_of(found["reading"], which)


def _part_of(whole: Token, which: int) -> Token | None:
    if whole.recurring:  # "early May" of any year is May
        return whole._replace(doubt=SURE) if whole.recurring[1] is None else None
    parts = (part_of(span, which) for span in whole.spans)
    return reading(span for span in parts if span)


def stretch(found: Found) -> Token | None:
    """Read "first three months of 2024"."""
    which, unit = found["which"], found["unit"]
    if which.value != (-1 if which.symbol == "which" else 1) or is_attribute(found):
        return None
    steps = which.value * count(found["counter"]) * unit.extra
    stretches = (stretch_of(span, unit.value, steps=steps) for span in found["reading"].spans)
    return reading(span for span in stretches if span)


def nth_unit(found: Found) -> Token | None:
    """Read "the first week of May 2022", "the last days of 2019"."""
    which, unit, span = found["which"], found["unit"], next(iter(found["reading"].spans), None)
    nth = -1 if which.symbol in ("past", "latter") else which.value
    if span is None or nth in (0, -2) or unit.extra > LONGEST_STRETCH or is_attribute(found):
        return None
    if unit.symbol == "units":
        part = {1: START, -1: END}.get(nth)
        whole = span
        if unit.value in (DAY, WEEK) and is_year(span):  # they are in the month at its edge
            whole = month_span(span.earliest.year, 1 if nth == 1 else 12)
        if part is not None and unit.value == WEEK and whole != span:
            return reading([whole])
        return None if part is None else reading(s for s in [part_of(whole, part)] if s)
    if nth < 0:
        last_one = stretch_of(span, unit.value, steps=-unit.extra)
        return reading([last_one]) if last_one else None
    first = shifted(span.earliest, unit.value, (nth - 1) * unit.extra)
    last = shifted(shifted(first, unit.value, unit.extra), DAY, -1)
    return reading([between_days(first, min(last, span.latest))]) if first <= span.latest else None


def week_of(found: Found) -> Token | None:
    """Read "the week of 25 April 2019": Monday to Sunday."""
    unit, span = found["unit"], next(iter(found["reading"].spans), None)
    if unit.value != WEEK or unit.extra != 1 or span is None or not span.is_single_day:
        return None
    monday = span.earliest.ordinal - (span.earliest.ordinal - 1) % 7
    return reading([between_days(Day.from_ordinal(monday), Day.from_ordinal(monday + 6))])


def count(counter: Token | None) -> int:
    """Return how many units are meant, the most where that is vague."""
    if counter is None:
        return 1
    return FEW[1] if counter.symbol == "vague" else counter.value


def day_within(found: Found) -> Token | None:
    """Read "the 25th of last month"."""
    span = next(iter(found["reading"].spans), None)
    if span is None or span.precision is not Precision.MONTH or span.is_interval:
        return None
    return reading(existing_days((span.earliest.year, span.earliest.month, found["dayno"].value)))


def is_year(span: DateSpan) -> bool:
    """Whether a span is one whole year."""
    return span.precision is Precision.YEAR and not span.is_interval


def is_attribute(found: Found) -> bool:
    """Whether a year or month only tells which: "after the 2019 summit" is not after 2019."""
    if found.get("the") is None:
        return False
    spans, recurring = found["reading"].spans, found["reading"].recurring
    is_any_month = recurring is not None and recurring[1] is None  # "after the June summit"
    return is_any_month or (len(spans) == 1 and _may_tell_which(spans[0]))


def _may_tell_which(span: DateSpan) -> bool:
    is_month = span.precision is Precision.MONTH and not span.is_interval
    return is_year(span) or is_month
