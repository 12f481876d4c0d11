"""Query to scored candidates: how much of the question each event explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from bot.search.index import Index
from bot.search.query import Query, Unit, Variant
from bot.search.terms import is_hangul

# A word that no event holds is evidence against every event. A common word is likely chat
# or another wording and counts for little of its weight, a rarer one for more; one that no
# dictionary has is most likely a name.
UNKNOWN_NAME_SHARE = 0.9
UNKNOWN_RARE_SHARE, UNKNOWN_COMMON_SHARE = 0.6, 0.05
RARE, COMMON = 3.0, 6.0  # log10 of uses in a billion words
# No list holds all forms of a Russian word, and none at all the Korean ones, of which most
# that are left over are verbs and their endings.
UNLISTED_SHARE, UNLISTED_KOREAN_SHARE = 0.35, 0.15

# Names decide: an event without a person or place that was asked for is seldom meant.
NAME_FACTOR = 1.25

SOFT_FACTOR = 0.15  # what a soft unit adds, of its weight

# Units weaker than this share of the strongest do not bring in candidates of their own;
# a word that stands in half of the events would bring in half of the events.
WEAK_SHARE = 0.25

# Below this share of the best coverage no title can bring an entry to the front.
TITLE_MATTERS = 0.5

# Events holding a common word of a large store are not all looked at: those of the time
# asked for, or else the ones that hold it most strongly.
MANY = 4000

# A word that so few hold is looked up everywhere even where a time was asked for: the entry
# may be of another time and name that year, and others are offered as near.
FEW = 500

# A unit that is met more weakly than this counts as missed: a note or a source alludes to it.
MET = 0.34

MOST_CANDIDATES = 400  # that are looked at closely, best coverage first


@dataclass(slots=True)
class Candidate:
    """An event found by recall, with what it explains of the question.

    `coverage` is the share of the question's weight that the event explains, and `title`
    the share of the title's weight that the question names, both 0 to 1.
    """

    number: int
    coverage: float = 0.0
    title: float = 0.0
    met: dict[int, tuple[float, Variant]] = field(default_factory=dict)

    def strength(self, number: int) -> float:
        """Return how strongly the event meets the unit of that number, 0 if it does not."""
        return self.met[number][0] if number in self.met else 0.0


def find_candidates(query: Query, index: Index) -> list[Candidate]:
    """Return the events that explain most of `query`, best first, at most 400."""
    asked_for = sum(weight_of(unit) for unit in query.units if not unit.is_soft)
    # In a small store every event is looked at, so that others can be offered as near.
    windows = _windows(query, index) if len(index.events) > MANY else ()
    found = _gather(query, index, windows)
    if windows and not found:
        found = _gather(query, index, ())
    for candidate in found.values():
        gain = sum(
            weight_of(query.units[number])
            * strength
            * (SOFT_FACTOR if query.units[number].is_soft else 1)
            for number, (strength, _) in candidate.met.items()
        )
        candidate.coverage = min(1.0, gain / max(asked_for, 1e-6))
    best = sorted(found.values(), key=lambda c: (-c.coverage, c.number))[:MOST_CANDIDATES]
    asked = _asked_keys(query)
    floor = TITLE_MATTERS * best[0].coverage if best else 0.0
    for candidate in best:
        if candidate.coverage >= floor:
            candidate.title = _title_explained(index.title_terms[candidate.number], asked, index)
    return best


def weight_of(unit: Unit) -> float:
    """Return how much `unit` counts in the question, in nats."""
    if not unit.variants:
        return unit.weight * _unknown_share(unit)
    return unit.weight * NAME_FACTOR if unit.is_name else unit.weight


def _unknown_share(unit: Unit) -> float:
    if not unit.is_common:
        return UNKNOWN_NAME_SHARE
    if not unit.usage:
        return UNLISTED_KOREAN_SHARE if is_hangul(unit.text) else UNLISTED_SHARE
    rareness = min(1.0, max(0.0, (COMMON - unit.usage) / (COMMON - RARE)))
    return UNKNOWN_COMMON_SHARE + rareness * (UNKNOWN_RARE_SHARE - UNKNOWN_COMMON_SHARE)


def _gather(query: Query, index: Index, windows: Sequence[tuple[int, int]]) -> dict[int, Candidate]:
    """Collect the events of the telling units, then see what else these events meet."""
    found: dict[int, Candidate] = {}
    heaviest = max((weight_of(unit) for unit in query.units if unit.variants), default=0.0)
    order = sorted(range(len(query.units)), key=lambda number: -weight_of(query.units[number]))
    for number in order:
        unit = query.units[number]
        if not unit.variants:
            continue
        is_weak = unit.is_soft or weight_of(unit) < WEAK_SHARE * heaviest
        is_common = any(len(index.posting(v.keys[0])) > MANY for v in unit.variants)
        if found and (is_weak or is_common):
            for event, candidate in found.items():
                best = _best_way(unit, event, index)
                if best is not None:
                    candidate.met[number] = best
            continue
        for variant in unit.variants:
            for event, strength in _holders(variant, index, windows):
                value = variant.quality * strength
                known = found.get(event)
                if known is None:
                    known = found[event] = Candidate(event)
                before = known.met.get(number)
                if before is None or before[0] < value:
                    known.met[number] = (value, variant)
    return found


def _best_way(unit: Unit, event: int, index: Index) -> tuple[float, Variant] | None:
    best: tuple[float, Variant] | None = None
    for variant in unit.variants:
        strengths = [index.strength(key, event) for key in variant.keys]
        if len(strengths) == 1:
            value = variant.quality * strengths[0]
        else:
            shares = index.shares(variant.keys)
            value = variant.quality * sum(s * w for s, w in zip(strengths, shares, strict=True))
        if value > (best[0] if best else 0.0):
            best = (value, variant)
    return best


def _holders(
    variant: Variant, index: Index, windows: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, float]]:
    found: dict[int, float] = {}
    for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
        posting = index.posting(key)
        if windows and len(posting) > FEW:
            pairs: Iterable[tuple[int, float]] = chain.from_iterable(
                posting.within(*window) for window in windows
            )
        else:
            pairs = posting.strongest(MANY) if len(posting) > MANY else posting.items()
        if len(variant.keys) == 1:
            yield from pairs
            return
        for event, strength in pairs:
            found[event] = found.get(event, 0.0) + share * strength
    yield from found.items()


def _windows(query: Query, index: Index) -> tuple[tuple[int, int], ...]:
    """Return the numbers of the events that begin in the times asked for, if any was named."""
    return tuple(
        index.numbers_between(span.earliest, span.latest)
        for phrase in query.phrases
        for span in phrase.spans
    )


def _asked_keys(query: Query) -> frozenset[str]:
    keys = {key for unit in query.units for variant in unit.variants for key in variant.keys}
    return frozenset(keys)


def _title_explained(stems: Sequence[str], asked: frozenset[str], index: Index) -> float:
    total = explained = 0.0
    for stem in stems:
        weight = index.rarity(stem)
        total += weight
        if stem in asked:
            explained += weight
        else:
            meaning = index.lexicon.meaning_of((stem,))
            if not asked.isdisjoint(meaning.concepts) or not asked.isdisjoint(meaning.groups):
                explained += weight
    return explained / total if total else 0.0
