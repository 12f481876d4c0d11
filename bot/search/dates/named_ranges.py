"""Builders for times with two ends or one: ranges, before, after, since, until.

Each makes one token of those that a rule of the grammar found, or declines.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.search.dates.calendar_spans import (
    existing_days,
    last_met,
    range_of,
    shifted,
)
from bot.search.dates.calendar_words import DAY, MONTH, YEAR
from bot.search.dates.date_rules import (
    AT_END,
    LATENT,
    SURE,
    Found,
    Token,
    reading,
)
from bot.search.dates.named_times import is_attribute, is_year
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    Precision,
    between_days,
    month_span,
    year_span,
)

_SLACK = {Precision.DAY: (DAY, 7), Precision.MONTH: (MONTH, 1), Precision.YEAR: (YEAR, 1)}

# Ranges.


def between(found: Found) -> Token | None:
    """Read "from May to July 2022", or "2019 until now"."""
    first, last = found["reading"], found["last"]
    if last.symbol == "now":
        return since(found)
    if is_attribute(found):
        return None
    start = first.recurring or first.spans[0]
    least = start.earliest if isinstance(start, DateSpan) else DISTANT_PAST
    # Of the two ends in "summer 2013 to winter 2013", the one that lies behind the start.
    end = last.recurring or next((s for s in last.spans if s.latest >= least), last.spans[0])
    return reading([range_of(start, end, today=found.today)])


def both_months(found: Found) -> Token | None:
    """Read "June/July 2000": the year belongs to both."""
    is_month = found["reading"].recurring and found["reading"].recurring[1] is None
    return between(found) if is_month and found["last"].spans else None


def two_months(found: Found) -> Token | None:
    """Read "June and July 2000", each of that year."""
    first, last = found["reading"].recurring, found["last"].spans
    is_month = len(last) == 1 and last[0].precision is Precision.MONTH and not last[0].is_interval
    if not first or first[1] is not None or not is_month:
        return None
    year, month, _ = last[0].earliest
    return reading([month_span(year, first[0]), last[0]]) if first[0] < month else None


def between_years(found: Found) -> Token | None:
    """Read "between 1950 and 53"."""
    span = next(iter(found["reading"].spans), None)
    if span is None or not is_year(span):
        return None
    first = span.earliest.year
    last = first - first % 100 + found["short"].value
    return reading([range_of(span, year_span(last), today=found.today)]) if last > first else None


def until_day(found: Found) -> Token | None:
    """Read "2023년 9월 13일부터 17일까지": a range whose end has its day only."""
    first = next(iter(found["reading"].spans), None)
    if first is None or not first.is_single_day:
        return None
    last = existing_days((first.earliest.year, first.earliest.month, found["day"].value))
    return reading(between_days(first.earliest, span.latest) for span in last)


# Prepositions.


def roughly(found: Found) -> Token | None:
    """Read "June 94 or so": a week, a month or a year more on either side."""
    spans = []
    for span in found["reading"].spans:
        unit, steps = _SLACK.get(span.precision, (YEAR, 0)) if not span.is_interval else (DAY, 0)
        first, last = shifted(span.earliest, unit, -steps), shifted(span.latest, DAY, 1)
        spans.append(between_days(first, shifted(shifted(last, unit, steps), DAY, -1)))
    return reading(spans)


def at(found: Found) -> Token | None:
    """Read "in 2019"."""
    return found["reading"]._replace(doubt=_cleared(found["reading"].doubt))


def since(found: Found) -> Token | None:
    """Read "since 2019"."""
    return _open(found, lambda span: (span.earliest, DISTANT_FUTURE))


def after(found: Found) -> Token | None:
    """Read "after 2019"."""
    return _open(found, lambda span: (shifted(span.latest, DAY, 1), DISTANT_FUTURE))


def until(found: Found) -> Token | None:
    """Read "until 2019"."""
    return _open(found, lambda span: (DISTANT_PAST, span.latest))


def before(found: Found) -> Token | None:
    """Read "before 2019"; before the end of 2019 is until its last day."""
    if found["reading"].extra == AT_END:
        return until(found)
    return _open(found, lambda span: (DISTANT_PAST, shifted(span.earliest, DAY, -1)))


def _open(found: Found, bounds: Callable[[DateSpan], tuple[Day, Day]]) -> Token | None:
    token = found["reading"]
    if is_attribute(found):
        return None
    spans = (last_met(token.recurring, found.today),) if token.recurring else token.spans
    return reading((between_days(*bounds(s)) for s in spans), doubt=_cleared(token.doubt))


def _cleared(doubt: int) -> int:
    """Return the doubt that is left where a preposition says that it is a time."""
    return LATENT if doubt == LATENT else SURE
