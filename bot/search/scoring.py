"""Query to scored candidates: how much of the question each event explains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from bot.search.days_asked import bare_years
from bot.search.function_words import FUNCTION_WORDS
from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.postings import SCALE
from bot.search.query import Query
from bot.search.recall import ENOUGH, MUCH, Wanted, Wish, recall
from bot.search.terms import is_hangul
from bot.search.units import Unit, Variant, keys_of

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
LIKELY_NAME_FACTOR = 1.2

SOFT_FACTOR = 0.15  # what a soft unit adds, of its weight

# Units weaker than this share of the strongest do not bring in candidates of their own;
# a word that stands in half of the events would bring in half of the events.
WEAK_SHARE = 0.25

# Below this share of the best coverage no title can bring an entry to the front.
TITLE_MATTERS = 0.5

# In a store of more events than this not all that hold a word are looked at: see `recall`.
MANY = 4000

# A unit that is met more weakly than this counts as missed: a note or a source alludes to it.
MET = 0.34
NAMED = 0.74  # a title, a name field or a summary holds the name; a note alludes to it

MOST_CANDIDATES = 400  # that are looked at closely, best coverage first
# The same in a large store, unless all that there are shall be listed: in the time asked for,
# or at any if none was named, and at other times.
CLOSE, CLOSE_ELSEWHERE = 60, 20
# Of these, below so much of the best one's coverage only events of the time asked for stay.
TAIL, FEWEST_CANDIDATES = 0.35, 40


Way = tuple[float, Variant]
"""How strongly an event meets a unit, and by which of its variants."""

_NO_WAYS: Mapping[int, Way] = {}


@dataclass(slots=True)
class Candidate:
    """An event found by recall, with what it explains of the question.

    `coverage` is the share of the question's weight that the event explains, and `title`
    the share of the title's weight that the question names, both 0 to 1. `ways` holds, by the
    number of each unit, how all events that do meet it; `own` those of this one, once they
    were asked for: most candidates are never looked at so closely.
    """

    number: int
    coverage: float
    title: float = 0.0
    ways: Mapping[int, Mapping[int, Way]] = field(default_factory=dict)
    own: dict[int, Way] | None = None

    @property
    def met(self) -> dict[int, Way]:
        """The numbers of the units that the event meets, and how it does."""
        if self.own is None:
            event = self.number
            self.own = {n: found[event] for n, found in self.ways.items() if event in found}
        return self.own

    def strength(self, number: int) -> float:
        """Return how strongly the event meets the unit of that number, 0 if it does not."""
        if self.own is None:
            way = self.ways.get(number, _NO_WAYS).get(self.number)
        else:
            way = self.own.get(number)
        return 0.0 if way is None else way[0]


def find_candidates(query: Query, index: Index) -> list[Candidate]:
    """Return the events that explain most of `query`, best first, at most 400."""
    windows = _windows(query, index)
    # In a small store every event is looked at, so that others can be offered as near.
    if len(index.events) > MANY:
        found = _look_closely(query, index, windows)
    else:
        found = _gather(query, index)
    best = _without_tail(found, windows)
    asked = keys_of(query.units)
    floor = TITLE_MATTERS * best[0].coverage if best else 0.0
    worths: dict[str, float] = {}
    for candidate in best:
        if candidate.coverage >= floor:
            candidate.title = _title_explained(candidate.number, asked, index, worths=worths)
    return best


def weigh(events: Iterable[int], query: Query, index: Index) -> list[Candidate]:
    """Return candidates for these events, in their order, whatever they explain of `query`."""
    asked_for = _asked_for(query.units, list(map(pull_of, query.units)))
    asked = keys_of(query.units)
    wanted = dict.fromkeys(events)
    ways = [_best_ways(unit, wanted.keys(), index) for unit in query.units]
    worths: dict[str, float] = {}
    found = []
    for event in wanted:
        gains: dict[int, float] = {}
        met = {number: way[event] for number, way in enumerate(ways) if event in way}
        for number, way in met.items():
            unit = query.units[number]
            _add_gains(gains, {event: way}, unit, pull=pull_of(unit))
        title = _title_explained(event, asked, index, worths=worths)
        coverage = min(1.0, gains.get(event, 0.0) / asked_for)
        found.append(Candidate(event, coverage, title, own=met))
    return found


def meets_all(candidate: Candidate, query: Query, *, least: float = MET) -> bool:
    """Whether the entry holds every single thing asked for, at least so strongly."""
    return all(
        candidate.strength(number) >= least
        for number, unit in enumerate(query.units)
        if not unit.is_soft
    )


def weight_of(unit: Unit) -> float:
    """Return how much `unit` counts in the question, in nats."""
    if not unit.variants:
        return unit.weight * _unknown_share(unit)
    return unit.weight * NAME_FACTOR if unit.is_name else unit.weight


def pull_of(unit: Unit) -> float:
    """Return how much `unit` counts where entries are compared with each other.

    A word that no dictionary has is most likely a name, though no curator says so.
    """
    return weight_of(unit) * (LIKELY_NAME_FACTOR if unit.is_likely_name else 1)


def _unknown_share(unit: Unit) -> float:
    if not unit.is_common:
        return UNKNOWN_NAME_SHARE
    if not unit.usage:
        return UNLISTED_KOREAN_SHARE if is_hangul(unit.text) else UNLISTED_SHARE
    rareness = min(1.0, max(0.0, (COMMON - unit.usage) / (COMMON - RARE)))
    return UNKNOWN_COMMON_SHARE + rareness * (UNKNOWN_RARE_SHARE - UNKNOWN_COMMON_SHARE)


def _gather(query: Query, index: Index) -> list[Candidate]:
    """Collect the events of the telling units, then see what else these meet."""
    units = query.units
    pulls = list(map(pull_of, units))
    asked_for = _asked_for(units, pulls)
    heaviest = max([pull for pull, unit in zip(pulls, units, strict=True) if unit.variants] or [0])
    order = sorted(range(len(pulls)), key=pulls.__getitem__, reverse=True)
    met: dict[int, dict[int, Way]] = {}
    gains: dict[int, float] = {}
    weak = []
    for number in order:
        unit = units[number]
        if not unit.variants:
            continue
        if gains and (unit.is_soft or pulls[number] < WEAK_SHARE * heaviest):
            weak.append(number)
            continue
        met[number] = ways = _holders_of(unit, index)
        _add_gains(gains, ways, unit, pull=pulls[number])
    for number in weak:
        unit = units[number]
        met[number] = ways = _best_ways(unit, gains.keys(), index)
        _add_gains(gains, ways, unit, pull=pulls[number])
    return _candidates(gains, met, asked_for, most=MOST_CANDIDATES)


def _look_closely(
    query: Query, index: Index, windows: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """Choose some events of a large store, and see what these meet."""
    asked_for = _asked_for(query.units, list(map(pull_of, query.units)))
    live = [(number, unit) for number, unit in enumerate(query.units) if unit.variants]
    telling = [(number, unit) for number, unit in live if not unit.is_soft] or live
    heaviest = max((pull_of(unit) for _, unit in telling), default=0.0)
    strong = [unit for _, unit in telling if pull_of(unit) >= WEAK_SHARE * heaviest]
    wanted = [Wanted(unit, pull_of(unit)) for unit in strong]
    left = [unit for _, unit in live if unit not in strong]
    unsaid = sum(pull_of(unit) * (SOFT_FACTOR if unit.is_soft else 1) for unit in left)
    limit = MOST_CANDIDATES if query.asked in (Asked.COUNT, Asked.LIST) else CLOSE
    # Where a time is asked for, any may come first that is of it.
    enough = ENOUGH if limit == CLOSE and not query.phrases else limit
    is_year_named = bool(windows) and bool(bare_years(query.phrases))
    chosen = recall(Wish(wanted, limit, enough, unsaid, is_year_named), index, windows)
    if windows:  # an entry of another time may be meant, or be offered as near
        most = CLOSE_ELSEWHERE if is_year_named else CLOSE
        chosen += recall(Wish(wanted, most, CLOSE_ELSEWHERE, unsaid), index, ())
    met: dict[int, dict[int, Way]] = {}
    gains = dict.fromkeys(chosen, 0.0)
    for number, unit in live:
        met[number] = ways = _best_ways(unit, gains.keys(), index)
        _add_gains(gains, ways, unit, pull=pull_of(unit))
    return _candidates(
        gains, met, asked_for, most=len(gains), enough=enough if enough < limit else None
    )


def _asked_for(units: Sequence[Unit], pulls: Sequence[float]) -> float:
    """Return how much is asked for in all, of units that pull so much each."""
    hard = [pull for pull, unit in zip(pulls, units, strict=True) if not unit.is_soft]
    return max(sum(hard), 1e-6)


def _candidates(
    gains: Mapping[int, float],
    met: Mapping[int, Mapping[int, Way]],
    asked_for: float,
    *,
    most: int,
    enough: int | None = None,
) -> list[Candidate]:
    """Return candidates for at most so many of the events, best first, of equals the earlier.

    Beyond `enough` of them only those that gain much of what the best does.
    """
    best = sorted(sorted(gains), key=gains.__getitem__, reverse=True)[:most]
    if enough is not None and len(best) > enough:
        floor = MUCH * gains[best[0]]
        best = [event for at, event in enumerate(best) if at < enough or gains[event] >= floor]
    return [Candidate(event, min(1.0, gains[event] / asked_for), 0.0, met) for event in best]


def _add_gains(
    gains: dict[int, float],
    ways: Mapping[int, Way],
    unit: Unit,
    *,
    pull: float,
) -> None:
    weight = pull * (SOFT_FACTOR if unit.is_soft else 1)
    if not gains:
        gains.update({event: 0.0 + weight * strength for event, (strength, _) in ways.items()})
        return
    for event, (strength, _) in ways.items():
        gains[event] = gains.get(event, 0.0) + weight * strength


def _is_inside(event: int, windows: Sequence[tuple[int, int]]) -> bool:
    return any(first <= event < end for first, end in windows)


def _without_tail(
    candidates: Sequence[Candidate], windows: Sequence[tuple[int, int]]
) -> list[Candidate]:
    """Leave out events of other times that explain much less than the best one."""
    if len(candidates) <= FEWEST_CANDIDATES:
        return list(candidates)
    floor = TAIL * candidates[0].coverage
    return [
        candidate
        for place, candidate in enumerate(candidates)
        if place < FEWEST_CANDIDATES
        or candidate.coverage >= floor
        or _is_inside(candidate.number, windows)
    ]


def _holders_of(unit: Unit, index: Index) -> dict[int, Way]:
    """Return the events that meet `unit`, each with its best way of meeting it."""
    found: dict[int, Way] = {}
    for variant in unit.variants:
        ways = _ways_of(variant, index)
        if not found:
            found = ways
            continue
        for event, way in ways.items():
            known = found.get(event)
            if known is None or known[0] < way[0]:
                found[event] = way
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


def _best_ways(unit: Unit, events: Set[int], index: Index) -> dict[int, Way]:
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
    """Return the events that hold any of the words of a phrase, or all where it was not said.

    Half of what was asked is something; half of other words for it, as the union of the
    "Soviet Union" for "USSR", is nothing.
    """
    if variant.reason != "related":
        return set().union(*held)
    telling = [
        one for key, one in zip(variant.keys, held, strict=True) if key not in FUNCTION_WORDS
    ]
    return set.intersection(*map(set, telling or held))


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


def _windows(query: Query, index: Index) -> tuple[tuple[int, int], ...]:
    """Return the numbers of the events that begin in the times asked for, if any was named."""
    if not query.phrases:
        return ()
    return tuple(
        index.numbers_between(span.earliest, span.latest)
        for phrase in query.phrases
        for span in phrase.spans
    )


def _title_explained(
    number: int, asked: frozenset[str], index: Index, *, worths: dict[str, float]
) -> float:
    """Return the share of a title that is asked for; `worths` keeps what is of each of its stems.

    How rare a stem is that was not asked for takes a search, and is not looked up.
    """
    explained = 0.0
    for stem in index.title_terms[number]:
        worth = worths.get(stem)
        if worth is None:
            worth = worths[stem] = index.rarity(stem) if _is_asked(stem, asked, index) else 0.0
        explained += worth
    return explained / index.title_weight(number) if explained else 0.0


def _is_asked(stem: str, asked: frozenset[str], index: Index) -> bool:
    if stem in asked:
        return True
    if not index.lexicon.meanings:
        return False
    meaning = index.lexicon.meaning_of((stem,))
    return not (asked.isdisjoint(meaning.concepts) and asked.isdisjoint(meaning.groups))
