"""How much of a question a single sentence of an entry tells, and how much none of them."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.query import Query
from bot.search.scoring import MET, Candidate, weight_of
from bot.search.units import Unit


def share_together(number: int, query: Query, index: Index) -> float:
    """Return the greatest share by weight of the known things that one sentence holds.

    An entry may speak of both Ada and Bob, and of a meeting, without a word that they met. The
    title is a sentence too. 1 where fewer than two things are asked for.
    """
    known = [
        unit for unit in query.units if unit.variants and not unit.is_soft and not unit.is_earlier
    ]
    if len(known) < 2:
        return 1.0
    weights = list(map(weight_of, known))
    total = sum(weights)
    if not total:
        return 0.0
    return max(
        sum([weight for unit, weight in zip(known, weights, strict=True) if is_said(unit, keys)])
        / total
        for keys in index.sentences(number)
    )


def share_unsaid(candidate: Candidate, query: Query, index: Index) -> float:
    """Return the share of a question that is met, but in no sentence of title or summary.

    Names, keywords and notes lead to an entry that may say something else of them.
    """
    said = frozenset[str]().union(*index.sentences(candidate.number))
    asked = unsaid = 0.0
    for number, unit in enumerate(query.units):
        if unit.is_soft:
            continue
        asked += weight_of(unit)
        is_met = candidate.strength(number) >= MET and not unit.is_earlier
        if is_met and not is_said(unit, said):
            unsaid += weight_of(unit)
    return unsaid / asked if asked else 0.0


def is_said(unit: Unit, held: frozenset[str]) -> bool:
    """Whether these keys are enough to meet a unit in one of its ways."""
    return any(map(held.issuperset, [variant.keys for variant in unit.variants]))
