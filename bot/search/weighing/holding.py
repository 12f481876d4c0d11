"""Which events hold what a unit asks for, how strongly, and by which of its variants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from bot.search.asking.units import Unit, Variant, keys_of
from bot.search.index import MOST_TITLES, TIMES_FASTER, Index
from bot.search.indexing.postings import SCALE

# Holders of units that stay at hand, which takes some megabytes, and how many of one make it pay.
HOLDERS_KEPT, WORTH_KEEPING = 400_000, 6

Way = tuple[float, Variant]
"""How strongly an event meets a unit, and by which of its variants."""


def holders_of(unit: Unit, index: Index) -> Mapping[int, Way]:
    """Return the events that meet `unit`, each with its best way of meeting it.

    What takes long stays at hand, as many questions ask for it: what has many names, say.
    """
    found: Mapping[int, Way] | None = index.holding.get(unit.variants)
    if found is None:
        found = _holders_of(unit.variants, index)
        if len(found) >= WORTH_KEEPING:
            if len(index.holding) * len(index.events) >= HOLDERS_KEPT:
                index.holding.clear()
            index.holding[unit.variants] = found
    return found


def _holders_of(variants: Sequence[Variant], index: Index) -> dict[int, Way]:
    found: dict[int, Way] = {}
    for variant in variants:
        ways = _ways_of(variant, index)
        if not found:
            found = ways
            continue
        found.update(
            {
                event: way
                for event, way in ways.items()
                if event not in found or found[event][0] < way[0]
            }
        )
    return found


def _ways_of(variant: Variant, index: Index) -> dict[int, Way]:
    """Return the events that hold a variant, each with how strongly; of few kinds, so shared."""
    quality = variant.quality
    if len(variant.keys) > 1:
        return {
            event: (quality * strength, variant) for event, strength in _holders(variant, index)
        }
    posting = index.posting(variant.keys[0])
    by_strength = {kind: (quality * (kind / SCALE), variant) for kind in set(posting.strengths)}
    return dict(zip(posting.numbers, map(by_strength.__getitem__, posting.strengths), strict=True))


def ways_among(unit: Unit, events: Set[int], index: Index) -> Mapping[int, Way]:
    """Return how events meet `unit`: these at least, and all where that is found sooner."""
    if len(events) * TIMES_FASTER > len(index.events):
        return holders_of(unit, index)
    return best_ways(unit, events, index)


def best_ways(unit: Unit, events: Set[int], index: Index) -> dict[int, Way]:
    """Return which of the events meet `unit`, each with its best way of meeting it."""
    best: dict[int, Way] = {}
    for variant in unit.variants:
        found, quality = _strengths(variant, events, index), variant.quality
        if not best:
            best = {event: (quality * strength, variant) for event, strength in found if strength}
            continue
        for event, strength in found:
            value = variant.quality * strength
            known = best.get(event)
            if value > (known[0] if known else 0.0):
                best[event] = (value, variant)
    return best


def _strengths(variant: Variant, events: Set[int], index: Index) -> Iterable[tuple[int, float]]:
    """Yield how strongly the events hold all keys of the variant, for those that hold any."""
    if len(variant.keys) == 1:
        return index.strengths(variant.keys[0], events).items()
    shares = index.shares(variant.keys)
    held = [index.strengths(key, events) for key in variant.keys]
    return (
        (event, sum(one.get(event, 0.0) * share for one, share in zip(held, shares, strict=True)))
        for event in _holding(variant, held)
    )


def _holding(variant: Variant, held: Sequence[Mapping[int, float]]) -> Set[int]:
    """Return the events that hold any of the words of a phrase, or all where it was not said."""
    needed = variant.needed
    if not needed:
        return set().union(*held)
    telling = [set(one) for key, one in zip(variant.keys, held, strict=True) if key in needed]
    return set.intersection(*telling)


def _holders(variant: Variant, index: Index) -> Iterable[tuple[int, float]]:
    if len(variant.keys) == 1:
        posting = index.posting(variant.keys[0])
        return [(n, s / SCALE) for n, s in zip(posting.numbers, posting.strengths, strict=True)]
    postings = [dict(index.posting(key).items()) for key in variant.keys]
    found = dict.fromkeys(_holding(variant, postings), 0.0)
    for one, share in zip(postings, index.shares(variant.keys), strict=True):
        for event in one.keys() & found.keys():
            found[event] += share * one[event]
    return found.items()


class Worths(dict[str, float]):
    """What each stem of a title is worth where it is asked for, noted as titles are looked at.

    How rare a stem is that was not asked for takes a search, and is not looked up. Where `is_told`
    which stems are asked for is known from the start: where nothing stands for another thing, or
    the titles are so few that all of their stems are known.
    """

    def __init__(self, units: Sequence[Unit], index: Index) -> None:
        self.asked, self._index = keys_of(units), index
        self.is_told = not index.lexicon.longest
        if not self.is_told and len(index.events) <= MOST_TITLES:
            stems_of = index.stems_of
            told = [stems_of[key] for key in self.asked if key in stems_of]
            self.asked, self.is_told = frozenset().union(*told), True

    def __missing__(self, stem: str) -> float:
        asked, index = self.asked, self._index
        is_asked = stem in asked or not asked.isdisjoint(index.keys_of_stem(stem))
        worth = self[stem] = index.rarity(stem) if is_asked else 0.0
        return worth


def share_of_title(number: int, worths: Worths, index: Index) -> float:
    """Return the share of a title that is asked for."""
    title: Iterable[str] = index.title_terms[number]
    if worths.is_told:
        title = filter(worths.asked.__contains__, title)
    explained = sum(map(worths.__getitem__, title))
    return explained / index.title_weight(number) if explained else 0.0
