"""Builders for seasons, quarters and other parts of longer times.

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from bot.search.dates.calendar_spans import (
    existing_days,
    months_span,
    part_of,
    period,
    season_span,
    seasons_named,
    shifted,
    stretch_of,
    week_around,
)
from bot.search.dates.calendar_words import DAY, END, FIRST_HALF, SECOND_HALF, START, WEEK
from bot.search.dates.date_rules import AT_END, SURE, Found, Token, reading
from bot.search.dates.named_times import count, is_attribute, is_year, year_beside
from bot.timeline.dates import Precision, between_days, month_span

SUMMER = 22  # the number that EDTF gives it
LONGEST_STRETCH = 3  # units of days or months; decades and centuries are no part of these


def season(found: Found) -> Token | None:
    """Read "summer 2023"; "winter 2013" may be either of two."""
    of = year_beside(found)
    return None if of is None else reading(seasons_named(of, found["season"].value))


def seasons(found: Found) -> Token | None:
    """Read "between spring and autumn 2019": the year belongs to both."""
    first, last = (season_span(found["year"].value, found[end].value) for end in ("first", "last"))
    if first.earliest > last.earliest:  # "from winter to summer 2019": it began the year before
        first = season_span(found["year"].value - 1, found["first"].value)
    return reading([between_days(first.earliest, last.latest)])


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
    return reading([week_around(span.earliest)])


def day_within(found: Found) -> Token | None:
    """Read "the 25th of last month"."""
    span = next(iter(found["reading"].spans), None)
    if span is None or span.precision is not Precision.MONTH or span.is_interval:
        return None
    return reading(existing_days((span.earliest.year, span.earliest.month, found["dayno"].value)))


def later_in(found: Found) -> Token | None:
    """Read "later in 2024"; "which came earlier in 2024" compares."""
    return found["reading"] if found["edged"].value > 0 else None


def in_the_day(found: Found) -> Token | None:
    """Read "the early hours of 25 June 1950" as the day."""
    token = found["reading"]
    is_day = token.recurring or all(span.is_single_day for span in token.spans)
    return token if is_day else None
