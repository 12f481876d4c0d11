"""Another time than that of the entries shown, counted from it: "and the year after?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.search.asking.units import Unit
from bot.search.dates.shifts import SEASONS, Shift
from bot.search.dates.times import of_year
from bot.search.language.forms import without
from bot.search.query import Query
from bot.search.threads.merging import with_year
from bot.search.when import DatePhrase
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    Precision,
    between_days,
)
from bot.timeline.event import Event

# A day told by its number alone, which only the entries shown give a month.
_DAY = re.compile(
    r"\b(?:on |by )?the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:of|century|one|\w+))"
    r"|(?<!\w)(\d{1,2})(?:-?го|-?ого) ?(?:числа)?\W*$|(?<![\d월] )(?<!\w)(\d{1,2})일(?:에는?|엔)"
)
DAYS_AHEAD = 31  # from the first day of the entry shown; a later day of that number is another's

SAYS_LITTLE = 1.0  # nats; units below it do not make a question stand by itself


def shifted(
    shift: Shift, topic: Query, *, shown: Sequence[Event], is_in_order: bool
) -> DateSpan | None:
    """Return the time meant by "the year after", counted from what was spoken of."""
    base = next((span for phrase in topic.phrases for span in phrase.spans[:1]), None)
    if base is not None and (base.earliest <= DISTANT_PAST or base.latest >= DISTANT_FUTURE):
        base = None
    if shown and (base is None or (_is_finer(shift, base) and not is_in_order)):
        base = shown[0].date
    return None if base is None else shift.about_from(base.sorting_day)


def near_times(
    phrases: tuple[DatePhrase, ...], topic: Query, shown: Sequence[Event]
) -> tuple[DatePhrase, ...]:
    """Let "the one in December" mean the December before or after the one entry shown.

    A whole year that was spoken of is meant rather than those.
    """
    years = (span.precision for phrase in topic.phrases for span in phrase.spans)
    if (
        len(shown) != 1
        or not any(phrase.recurring for phrase in phrases)
        or any(precision >= Precision.YEAR for precision in years)
    ):
        return phrases
    return tuple(_about(phrase, shown[0].date) for phrase in phrases)


def take_day(text: str, shown: Sequence[Event]) -> tuple[DatePhrase | None, str]:
    """Return "on the 15th" as that day of the days of the one entry shown, or right after them.

    The text comes without these words; where no such day is named or it lies elsewhere, as
    it was.
    """
    found = _DAY.search(text)
    if found is None or len(shown) != 1 or shown[0].date.precision > Precision.MONTH:
        return None, text
    number = int(next(part for part in found.groups() if part))
    first = shown[0].date.sorting_day.ordinal
    days = (Day.nearest_to(first + ahead) for ahead in range(DAYS_AHEAD))
    day = next((day for day in days if day.day == number), None)
    if day is None:
        return None, text
    phrase = DatePhrase(0, 0, (between_days(day, day),), None, is_latent=False)
    return phrase, without(text, found)


def _about(phrase: DatePhrase, date: DateSpan) -> DatePhrase:
    if phrase.recurring is None:
        return phrase
    year = date.earliest.year
    near = [of_year(phrase, one) for one in range(max(year - 1, -9999), min(year + 1, 9999) + 1)]
    spans = [span for one in near for span in one.spans]
    before = [span for span in spans if span.earliest <= date.latest][-1:]
    after = [span for span in spans if span.earliest > date.latest][:1]
    return replace(near[0], spans=(*after, *before)) if before or after else phrase


def at_time(span: DateSpan, query: Query, topic: Query, *, keeps_people: bool) -> Query:
    phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
    phrases: tuple[DatePhrase, ...] = (phrase,)
    if query.phrases and span.precision is Precision.YEAR:
        phrases = with_year(query.phrases, phrases)  # "in December of that year"
    said = [unit for unit in query.hard if unit.weight > SAYS_LITTLE]
    kept: tuple[Unit, ...] = tuple(
        replace(unit, is_soft=not (said and keeps_people and "people" in unit.kinds))
        for unit in topic.units
    )
    return replace(query, units=(*said, *kept), phrases=phrases)


def _is_finer(shift: Shift, base: DateSpan) -> bool:
    """Whether a day or a month is counted, and the time spoken of is longer than that."""
    grains = {"day": Precision.DAY, "week": Precision.DAY, "month": Precision.MONTH}
    grain = Precision.SEASON if shift.unit in SEASONS else grains.get(shift.unit)
    return grain is not None and base.precision > grain
