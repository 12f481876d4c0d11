"""Query to scored candidates: how much of the question each event explains."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import neg
from typing import NamedTuple

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.dates.days_asked import bare_years
from bot.search.index import Index
from bot.search.query import Query
from bot.search.weighing.candidate import MET, NAMED, Candidate, meets_all
from bot.search.weighing.holding import (
    Way,
    Worths,
    best_ways,
    holders_of,
    share_of_title,
    ways_among,
)
from bot.search.weighing.recall import ENOUGH, MUCH, Wanted, Windows, Wish, recall
from bot.search.weighing.weights import pull_of, weight_of

__all__ = [
    "MANY",
    "MANY_ENOUGH",
    "MET",
    "MOST_CANDIDATES",
    "NAMED",
    "WORTH_RANKING",
    "Candidate",
    "Few",
    "find_candidates",
    "meets_all",
    "pull_of",
    "weigh",
    "weight_of",
]

SOFT_FACTOR = 0.15  # what a soft unit adds, of its weight

# Units weaker than this share of the strongest do not bring in candidates of their own;
# a word that stands in half of the events would bring in half of the events.
WEAK_SHARE = 0.25

# Below this share of the best coverage no title can bring an entry to the front.
TITLE_MATTERS = 0.5

# In a store of more events than this not all that hold a word are looked at: see `recall`.
MANY = 4000

MOST_CANDIDATES = 400  # that are looked at closely, best coverage first
# The same in a large store, unless all that there are shall be listed: in the time asked for,
# or at any if none was named, and at other times.
CLOSE, CLOSE_ELSEWHERE = 60, 20
# Of the weight of a question: where an event of the time asked for explains so much, those of other
# times are not looked for. By what a time that fits is worth, none of them could come before it.
HOLDS_ALL = 0.9


class Few(NamedTuple):
    """How many candidates are kept whatever they explain, and of the others the least share.

    It is a share of what the best of them explains.
    """

    share: float
    number: int


# Of the candidates, below so much of the best one's coverage only events of the time asked for
# stay; and to be ranked where no time is asked for, only what something could bring to the front.
MANY_ENOUGH, WORTH_RANKING = Few(0.35, 40), Few(0.5, 20)


def find_candidates(query: Query, index: Index, *, few: Few = MANY_ENOUGH) -> list[Candidate]:
    """Return the events that explain most of `query`, best first, at most 400.

    Beyond a `few` of them events of other times are left out that explain little.
    """
    windows = _windows(query, index)
    # In a small store every event is looked at, so that others can be offered as near.
    if len(index.events) > MANY:
        best = _look_closely(query, index, windows, few)
    else:
        best = _gather(query, index, windows, few)
    worths = Worths(query.units, index)
    floor = TITLE_MATTERS * best[0].coverage if best else 0.0
    for candidate in best:
        if candidate.coverage < floor:
            break
        candidate.title = share_of_title(candidate.number, worths, index)
    return best


def weigh(events: Iterable[int], query: Query, index: Index) -> list[Candidate]:
    """Return candidates for these events, in their order, whatever they explain of `query`."""
    asked_for = _asked_for(query.units, list(map(pull_of, query.units)))
    worths = Worths(query.units, index)
    wanted = dict.fromkeys(events)
    ways = [ways_among(unit, wanted.keys(), index) for unit in query.units]
    found = []
    for event in wanted:
        gains: dict[int, float] = {}
        met = {number: way[event] for number, way in enumerate(ways) if event in way}
        for number, way in met.items():
            unit = query.units[number]
            _add_gains(gains, {event: way}, unit, pull=pull_of(unit))
        title = share_of_title(event, worths, index)
        coverage = min(1.0, gains.get(event, 0.0) / asked_for)
        found.append(Candidate(event, coverage, title, own=met))
    return found


def _gather(query: Query, index: Index, windows: Windows, few: Few) -> list[Candidate]:
    """Collect the events of the telling units, then see what else these meet."""
    units = query.units
    pulls = list(map(pull_of, units))
    asked_for = _asked_for(units, pulls)
    heaviest = max([pull for pull, unit in zip(pulls, units, strict=True) if unit.variants] or [0])
    order = sorted(range(len(pulls)), key=pulls.__getitem__, reverse=True)
    met: list[Mapping[int, Way]] = [{} for _ in units]
    gains: dict[int, float] = {}
    weak = []
    for number in order:
        unit = units[number]
        if not unit.variants:
            continue
        if gains and (unit.is_soft or pulls[number] < WEAK_SHARE * heaviest):
            weak.append(number)
            continue
        met[number] = ways = holders_of(unit, index)
        _add_gains(gains, ways, unit, pull=pulls[number])
    for number in weak:
        unit = units[number]
        met[number] = ways = ways_among(unit, gains.keys(), index)
        weight = _worth(unit, pulls[number])
        for event in gains.keys() & ways.keys():
            gains[event] += weight * ways[event][0]
    return _candidates(gains, met, asked_for, windows, few, most=MOST_CANDIDATES)


def _look_closely(query: Query, index: Index, windows: Windows, few: Few) -> list[Candidate]:
    """Choose some events of a large store, and see what these meet."""
    pulls = list(map(pull_of, query.units))
    asked_for = _asked_for(query.units, pulls)
    live = [(unit, pull) for unit, pull in zip(query.units, pulls, strict=True) if unit.variants]
    telling = [(unit, pull) for unit, pull in live if not unit.is_soft] or live
    heaviest = max([pull for _, pull in telling], default=0.0)
    wanted = [Wanted(unit, pull) for unit, pull in telling if pull >= WEAK_SHARE * heaviest]
    strong = [one.unit for one in wanted]
    unsaid = sum([_worth(unit, pull) for unit, pull in live if unit not in strong])
    limit = MOST_CANDIDATES if query.asked in (Asked.COUNT, Asked.LIST) else CLOSE
    # Where a time is asked for, any may come first that is of it.
    enough = ENOUGH if limit == CLOSE and not query.phrases else limit
    is_year_named = bool(windows) and bool(bare_years(query.phrases))
    chosen = recall(Wish(wanted, limit, enough, unsaid, is_year_named), index, windows)
    met: list[dict[int, Way]] = [{} for _ in query.units]
    gains = _meet(chosen, pulls, query, index, met=met)
    soft = sum([SOFT_FACTOR * pull for unit, pull in live if unit.is_soft])
    is_told = max(gains.values(), default=0.0) >= HOLDS_ALL * asked_for + soft
    may_be_another = (
        limit > CLOSE or is_year_named or query.near is not None or _is_of_people(query)
    )
    if windows and (may_be_another or not is_told):  # may be meant, or be offered as near
        most = CLOSE_ELSEWHERE if is_year_named else CLOSE
        elsewhere = recall(Wish(wanted, most, CLOSE_ELSEWHERE, unsaid), index, ())
        others = [event for event in elsewhere if event not in gains]
        gains |= _meet(others, pulls, query, index, met=met)
    least = enough if enough < limit else None
    return _candidates(gains, met, asked_for, windows, few, most=len(gains), enough=least)


def _meet(
    events: Sequence[int],
    pulls: Sequence[float],
    query: Query,
    index: Index,
    *,
    met: Sequence[dict[int, Way]],
) -> dict[int, float]:
    """Note in `met` which of the events hold the units asked for; return what they gain."""
    gains = dict.fromkeys(events, 0.0)
    for unit, pull, noted in zip(query.units, pulls, met, strict=True):
        if unit.variants:
            ways = best_ways(unit, gains.keys(), index)
            noted.update(ways)
            _add_gains(gains, ways, unit, pull=pull)
    return gains


def _is_of_people(query: Query) -> bool:
    """Whether somebody is named: a journey or meeting may be told by its kind, in other words."""
    return any("people" in unit.kinds for unit in query.units)


def _asked_for(units: Sequence[Unit], pulls: Sequence[float]) -> float:
    """Return how much is asked for in all, of units that pull so much each."""
    hard = [pull for pull, unit in zip(pulls, units, strict=True) if not unit.is_soft]
    return max(sum(hard), 1e-6)


def _candidates(
    gains: Mapping[int, float],
    met: Sequence[Mapping[int, Way]],
    asked_for: float,
    windows: Windows,
    few: Few,
    *,
    most: int,
    enough: int | None = None,
) -> list[Candidate]:
    """Return candidates for at most so many of the events, best first, of equals the earlier.

    Beyond `enough` of them only those that gain much of what the best does, and beyond a `few`
    no events of other times that explain little.
    """
    best = sorted(sorted(gains), key=gains.__getitem__, reverse=True)[:most]
    if enough is not None and len(best) > enough:
        floor = MUCH * gains[best[0]]
        best = [event for at, event in enumerate(best) if at < enough or gains[event] >= floor]
    explained = [gains[event] / asked_for for event in best]
    if len(best) > few.number:
        floor = few.share * min(1.0, explained[0])
        end = max(few.number, bisect_right(explained, -floor, key=neg))
        del explained[end:]
        inside = [event for event in best[end:] if _is_inside(event, windows)] if windows else []
        best[end:] = inside
        explained += [gains[event] / asked_for for event in inside]
    return [
        Candidate(event, share if share < 1.0 else 1.0, 0.0, met)
        for event, share in zip(best, explained, strict=True)
    ]


def _add_gains(
    gains: dict[int, float],
    ways: Mapping[int, Way],
    unit: Unit,
    *,
    pull: float,
) -> None:
    weight = _worth(unit, pull)
    if not gains:
        gains.update({event: 0.0 + weight * strength for event, (strength, _) in ways.items()})
        return
    known = gains.get
    for event, (strength, _) in ways.items():
        gains[event] = known(event, 0.0) + weight * strength


def _worth(unit: Unit, pull: float) -> float:
    """Return what an entry gains that meets the unit as well as can be."""
    return pull * (SOFT_FACTOR if unit.is_soft else 1)


def _is_inside(event: int, windows: Windows) -> bool:
    return any(first <= event < end for first, end in windows)


def _windows(query: Query, index: Index) -> tuple[tuple[int, int], ...]:
    """Return the numbers of the events that begin in the times asked for, if any was named.

    Times that overlap or follow one another are one, so that a long list of them is soon read.
    """
    found: list[tuple[int, int]] = []
    spans = [span for phrase in query.phrases for span in phrase.spans]
    for first, end in sorted(index.numbers_between(one.earliest, one.latest) for one in spans):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((first, end))
    return tuple(found)
