"""How much of a question a single sentence of an entry tells, and how much none of them."""

from __future__ import annotations

from bot.search.asking.units import Unit
from bot.search.index import TITLE, Index
from bot.search.query import Query
from bot.search.weighing.scoring import MET, Candidate, weight_of

ALMOST = 1 - 1e-9  # of all, where shares of several words are added up


def share_together(
    candidate: Candidate, query: Query, index: Index, *, titled: frozenset[int] | None
) -> float:
    """Return the greatest share by weight of the known things that one sentence holds.

    An entry may speak of both Ada and Bob, and of a meeting, without a word that they met. The
    title is a sentence too: what it says by itself, as `units_titled` tells. 1 where fewer than
    two things are asked for.
    """
    known = [
        number
        for number, unit in enumerate(query.units)
        if unit.variants and not unit.is_soft and not unit.is_earlier
    ]
    if len(known) < 2 or (titled is not None and titled.issuperset(known)):
        return 1.0
    weights = {number: weight_of(query.units[number]) for number in known}
    total = sum(weights.values())
    if not total:
        return 0.0
    if titled is not None:
        return sum([weights[number] for number in known if number in titled]) / total
    return max(
        sum([weights[number] for number in known if is_said(query.units[number], keys)]) / total
        for keys in index.sentences(candidate.number)
    )


def share_unsaid(
    candidate: Candidate, query: Query, index: Index, *, titled: frozenset[int] | None
) -> float:
    """Return the share of a question that is met, but in no sentence of title or summary.

    Names, keywords and notes lead to an entry that may say something else of them. `titled` is
    what `units_titled` tells.
    """
    met = candidate.met
    if titled is not None and len(titled) == len(met):
        return 0.0
    said = frozenset[str]()
    if titled is None:
        said = said.union(*index.sentences(candidate.number))
    asked = unsaid = 0.0
    for number, unit in enumerate(query.units):
        if unit.is_soft:
            continue
        weight = weight_of(unit)
        asked += weight
        is_met = number in met and met[number][0] >= MET and not unit.is_earlier
        if is_met and not (is_said(unit, said) if titled is None else number in titled):
            unsaid += weight
    return unsaid / asked if asked else 0.0


def is_said(unit: Unit, held: frozenset[str]) -> bool:
    """Whether these keys are enough to meet a unit in one of its ways."""
    return any(map(held.issuperset, [variant.keys for variant in unit.variants]))


def units_titled(candidate: Candidate, query: Query, index: Index) -> frozenset[int] | None:
    """Return the numbers of the units that a bare title says, None where there is more to read.

    What stands in a title is held most strongly: that tells it without reading the title.
    """
    event = index.events[candidate.number]
    if event.summary or event.symbol or index.lexicon.meanings:
        return None
    said: list[int] = []
    for number, (strength, variant) in candidate.met.items():
        if strength >= ALMOST * variant.quality or any(
            all(index.strength(key, candidate.number) >= TITLE for key in other.keys)
            for other in query.units[number].variants
        ):
            said.append(number)
    return frozenset(said)
