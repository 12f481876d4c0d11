"""Builders for times that are named: years, dates, seasons and parts of them.

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from bot.search.dates.calendar_spans import (
    around_new_year,
    decades,
    existing_days,
    has_day,
    holiday_day,
    latest_year,
    near_year,
    years_span,
)
from bot.search.dates.date_rules import (
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
    value = year_beside(found)
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
    """Read "the 5th century BC", or "XIX в", where it is no small number."""
    number = found["nth"].value
    if found.get("bc"):
        first = 1 - number * 100
        return reading([between_days(Day(first, 1, 1), Day(first + 99, 12, 31))])
    if not found.get("century") and not found["in"].value:
        return None  # "Xi in Oslo": in Russian alone the word is short for a century too
    least = 1 if found.get("century") else 10
    return reading([years_span(number * 100 - 100, 100)]) if least <= number <= 30 else None


def year_beside(found: Found) -> int | None:
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
    year = year_beside(found)
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


def slashed_days(found: Found) -> Token | None:
    """Read "4/5 November 2024": either of two days, not the fourth of May."""
    day = found["slashed"].recurring
    if found["slashed"].doubt != LATENT or day is None or day[1] is None:
        return None
    ends = sorted((day[0], day[1]))
    of, month = found["year"].value, found["anymonth"].value
    spans = existing_days(*((of, month, number) for number in ends))
    return reading(spans) if len(spans) == len(ends) else None


def three_days(found: Found) -> Token | None:
    """Read "4, 5 and 6 November 2024"."""
    of, month = found["year"].value, found["anymonth"].value
    numbers = [found[name].value for name in ("first", "second", "last")]
    spans = existing_days(*((of, month, number) for number in numbers))
    return reading(spans) if len(spans) == len(numbers) and numbers == sorted(numbers) else None


def month(found: Found) -> Token | None:
    """Read "April 2019" or "in April 19"."""
    of = year_beside(found)
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


# What is asked of counts and times in several rooms.


def count(counter: Token | None) -> int:
    """Return how many units are meant, the most where that is vague."""
    if counter is None:
        return 1
    return FEW[1] if counter.symbol == "vague" else counter.value


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
