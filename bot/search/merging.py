"""What was asked before in a thread, as far as it completes what is asked now."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.search.intent import Asked
from bot.search.query import Query
from bot.search.times import of_year
from bot.search.units import Unit
from bot.search.when import DatePhrase

# What was asked before still counts beside what is asked now, but less.
EARLIER_SHARE = 0.5

EVERYWHERE = 0.5  # nats; names that most entries hold tell no topic


def merged_with(query: Query, topic: Query, *, keeps_people: bool) -> Query:
    """Complete what is asked now by what was asked before, where they do not compete.

    A name takes the place of another of its kind, unless a pronoun means that one too.
    """
    kinds = {kind for unit in query.units if unit.is_name for kind in unit.kinds}
    has_number = any(unit.text.isdigit() for unit in query.units)
    hard = query.hard
    is_less = bool(hard) and not has_number
    texts = {unit.text for unit in query.units}
    lasting = frozenset(["people"] if keeps_people else ())
    kept = [
        replace(
            unit,
            weight=unit.weight * (_share_of(unit, lasting) if is_less else 1.0),
            is_earlier=True,
        )
        for unit in topic.units
        if unit.text not in texts
        and unit.variants
        and not (unit.is_name and kinds.intersection(unit.kinds) - lasting)
        and not (unit.text.isdigit() and (has_number or query.phrases))
    ]
    is_telling = any(unit.weight > EVERYWHERE for unit in kept if not unit.is_soft)
    if not hard and (is_telling or query.phrases):
        kept = [replace(unit, is_soft=unit.is_soft or _is_everywhere(unit)) for unit in kept]
    phrases = with_year(query.phrases, topic.phrases)
    if not phrases and not hard and query.occasion is None:
        phrases = topic.phrases
    intent = query.intent
    if intent.asked is Asked.WHAT:
        intent = replace(intent, asked=topic.intent.asked)
    return replace(query, units=(*query.units, *kept), phrases=phrases, intent=intent)


def _share_of(unit: Unit, lasting: AbstractSet[str]) -> float:
    """Return how much of its weight a unit asked for before keeps beside what is asked now.

    Names of a kind that a pronoun means are as good as said again.
    """
    if unit.is_soft or not lasting.isdisjoint(unit.kinds):
        return 1.0
    return EARLIER_SHARE


def _is_everywhere(unit: Unit) -> bool:
    return unit.is_name and unit.weight <= EVERYWHERE


def with_year(
    phrases: tuple[DatePhrase, ...], earlier: tuple[DatePhrase, ...]
) -> tuple[DatePhrase, ...]:
    """Give "in July" the year that was spoken of."""
    years = {
        span.earliest.year
        for phrase in earlier
        for span in phrase.spans
        if span.earliest.year == span.latest.year
    }
    return tuple(of_year(phrase, min(years)) for phrase in phrases) if len(years) == 1 else phrases
