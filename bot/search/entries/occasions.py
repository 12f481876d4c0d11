"""Which of several occasions is meant: the first, the last, the nth, the next after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from bot.search.asking.intent import Asked
from bot.search.asking.units import EVERYWHERE, Unit, is_everywhere
from bot.search.asking.which_one import Occasion, Which
from bot.search.entries.called import is_called
from bot.search.entries.counted import counted_by_itself, is_called_another, is_called_planned
from bot.search.entries.encounters import COMING_IN, Encounter, read_encounter
from bot.search.entries.kinds import WELL_MET, ways_of
from bot.search.entries.one_occasion import best_of, by_occasion
from bot.search.entries.roles import leads_with_actor, without_others_deeds
from bot.search.entries.tagged import SAME_COVERAGE_WHOLE, named_tags, tagged, with_tags
from bot.search.entries.told_encounters import find_fitting, is_encounter
from bot.search.index import TITLE, Index
from bot.search.language.irregular import is_verb_form
from bot.search.query import Query
from bot.search.weighing.scoring import MET, NAMED, Candidate, weight_of

# Occasions of one thing explain about the same share of the question as the best entry.
SAME_COVERAGE = 0.95

# After these a question tells more of the kind of thing that it has named.
_BEHIND_THE_KIND = frozenset("by in into on to from at for between against under".split())
NEARLY_SAME = 0.7  # of the best, for an entry that meets all but one of the words asked
NAMED_OTHERWISE = 0.7  # by a synonym of a name in the title: the country for its capital
FEWEST_OF_A_KIND = 2  # entries; what is alone of its kind may be told in other words elsewhere
FEWEST_CALLED = 3  # entries; two of a name may be so called by chance


def choose_occasion(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> Candidate | None:
    """Return the candidate that is the occasion asked for, if one can be told.

    A title that counts by itself ("second nuclear test") is believed first; otherwise the
    entries that are of the kind asked for are counted in order of time. Where no occasion is
    named, a journey or meeting that is the only one is meant.
    """
    occasion = query.occasion
    encounter = read_encounter(query, index)
    if occasion is None or not candidates:
        if encounter is None:
            return None
        told = tell_apart(_same_thing(candidates, query, index), encounter, index)
        return told[0] if len(told) == 1 else None
    # "The oldest entry on it" is so by its date, whatever a title says of itself.
    is_told = occasion.is_told and not query.asks_for_an_entry
    titled = counted_by_itself(candidates, query, index) if is_told else None
    if titled is not None:
        return titled
    same = _same_thing(candidates, query, index)
    if encounter is not None:
        return _count_out(tell_apart(same, encounter, index), occasion)
    others = [c for c in same if is_called_another(c.number, occasion, index)]
    if occasion.which is not Which.NTH:
        same = [c for c in same if c not in others]
    same = [c for c in same if not is_called_planned(c.number, query, index)] or same
    best = _in_time(same, occasion, index)
    best = None if best in others else best  # the first is counted, but is no third
    return best and next(c for c in candidates if c.number == best.number)


def _in_time(same: Sequence[Candidate], occasion: Occasion, index: Index) -> Candidate | None:
    groups = by_occasion(same, index)
    return _count_out([best_of(group, index) for group in groups], occasion)


def _count_out(in_order: Sequence[Candidate], occasion: Occasion) -> Candidate | None:
    if occasion.number > len(in_order):
        return None
    is_last = occasion.which is Which.LAST
    return in_order[-occasion.number if is_last else occasion.number - 1]


def list_occasions(query: Query, index: Index) -> list[int]:
    """Return the numbers of the events that are what `query` asks for, in order of time.

    Of several entries on one occasion only the best is named.
    """
    candidates = find_fitting(query, index)
    same = _same_thing(candidates, query, index)
    encounter = read_encounter(query, index)
    if encounter is not None:
        return [candidate.number for candidate in tell_apart(same, encounter, index)]
    return best_of_each(same, index)


def best_of_each(candidates: Sequence[Candidate], index: Index) -> list[int]:
    """Return the numbers of the entries that stand for each occasion, in order of time."""
    return [best_of(group, index).number for group in by_occasion(candidates, index)]


def tell_apart(candidates: Sequence[Candidate], asked: Encounter, index: Index) -> list[Candidate]:
    """Return one entry for each journey or meeting that the candidates tell of, in order of time.

    Of a journey told by several, the one by which somebody comes in, where that is asked for, or
    else over whose days most of the others lie.
    """
    ways = COMING_IN if not COMING_IN.isdisjoint(asked.words) else frozenset[str]()

    def holds(candidate: Candidate, group: Sequence[Candidate]) -> int:
        date = index.events[candidate.number].date
        return sum(date.contains(index.events[other.number].date) for other in group)

    chosen = []
    for group in by_occasion(candidates, index, is_journey=True):
        going = [c for c in group if any(t.stem in ways for t in index.title(c.number).terms)]
        group = going or group
        most = 0 if asked.is_meeting else max(holds(candidate, group) for candidate in group)
        chosen.append(best_of([c for c in group if holds(c, group) >= most], index))
    return chosen


def _same_thing(found: Sequence[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Return the entries that are what was asked for, not such as merely allude to it.

    They hold the names; they carry the tag of what is counted, where there is one; they do
    not tell of somebody else's deed; and they hold every single thing asked for, or at
    least the weightiest.
    """
    if not found:
        return []
    encounter = read_encounter(query, index)
    if encounter is not None:
        return [c for c in found if is_encounter(c.number, encounter, index)]
    tags = named_tags(query, index)
    found = called_so(found, query, index) or found
    candidates = with_tags(found, tags, query, index)
    names = _units(query, lambda unit: unit.is_name and unit.weight > EVERYWHERE)
    candidates = [*_named(candidates, names)]
    everywhere = _units(query, is_everywhere)
    candidates = _holding(candidates, everywhere, least=MET) or candidates
    candidates = tagged(candidates, tags, index)
    candidates = without_others_deeds(candidates, query, index) or candidates
    candidates = [c for c in candidates if leads_with_actor(c, query, index)] or candidates
    if query.occasion is not None:
        kind = _of_one_kind(candidates, query, index)
        if len(kind) >= max(FEWEST_OF_A_KIND, query.occasion.number):
            return kind
    best = max(candidate.coverage for candidate in candidates)
    alike = [c for c in candidates if c.coverage >= SAME_COVERAGE_WHOLE * best]
    same = _alike_in_kind(candidates, alike, query)
    if query.occasion is None:
        return same
    # What holds most of what is asked is of the kind, whichever word it lacks.
    most = next(c for c in candidates if c.coverage == best)
    return same if most in same else [most, *same]


def _alike_in_kind(
    candidates: Sequence[Candidate], alike: Sequence[Candidate], query: Query
) -> list[Candidate]:
    """Return those about as good that hold all that is asked for, or at least the weightiest."""
    best = max(candidate.coverage for candidate in candidates)
    everything = _units(query, lambda unit: not unit.is_soft and not is_everywhere(unit))
    weightiest = sorted(everything, key=lambda number: -weight_of(query.units[number]))[:1]
    whole = _holding(alike, everything, least=WELL_MET)
    if len(whole) == 1 and query.occasion is not None:
        likely = [c for c in candidates if c.coverage >= NEARLY_SAME * best]
        return _but_for_one(likely, everything, query) or whole
    return (
        whole
        or _holding(alike, weightiest, least=WELL_MET)
        or [c for c in candidates if c.coverage >= SAME_COVERAGE * best]
    )


def _but_for_one(
    candidates: Sequence[Candidate], asked: Sequence[int], query: Query
) -> list[Candidate]:
    """Return the entries that meet all but one common word, where that makes several.

    Who speaks of the first of some kind says that there are more of it, whatever word behind
    the kind only one of them holds: "the first prisoner in their hands".
    """
    kind = [*takewhile(lambda word: word not in _BEHIND_THE_KIND, query.said)]
    if len(kind) > 1 and is_verb_form(kind[-1]):
        kind.pop()  # "the last session held in Dorham"
    heaviest = max((weight_of(query.units[number]) for number in asked), default=0.0)
    units = ((number, query.units[number]) for number in asked)
    passed = [
        number
        for number, unit in units
        if unit.is_common
        and not unit.is_name
        and weight_of(unit) < heaviest
        and not any(word in kind for word in unit.text.split())
    ]
    for number in sorted(passed, key=lambda number: weight_of(query.units[number])):
        rest = [other for other in asked if other != number]
        several = _holding(candidates, rest, least=WELL_MET)
        if len(several) >= FEWEST_OF_A_KIND:
            return several
    return []


def called_so(found: Sequence[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Return what is called all that is asked for, name and thing, where there are several.

    "The latest Chilean veto" is a "chile-vetoes-…", not one of which a Chilean is told.
    """
    hard = [unit for unit in query.hard if unit.weight > EVERYWHERE]
    if not any(unit.is_name for unit in hard) or all(unit.is_name for unit in hard):
        return []
    events = index.events
    called = [c for c in found if all(is_called(events[c.number].id, u, index) for u in hard)]
    number = query.occasion.number if query.occasion else 1
    return called if len(called) >= max(FEWEST_CALLED, number) else []


def _named(candidates: Sequence[Candidate], names: Sequence[int]) -> Sequence[Candidate]:
    """Return the candidates that hold the names, by another name where the rest tells little."""
    plainly = _holding(candidates, names, least=NAMED)
    best = max(candidate.coverage for candidate in candidates)
    if any(candidate.coverage >= SAME_COVERAGE_WHOLE * best for candidate in plainly):
        return plainly
    otherwise = _holding(candidates, names, least=NAMED_OTHERWISE)
    return otherwise or plainly or _holding(candidates, names, least=MET) or candidates


def _of_one_kind(candidates: Sequence[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Return what meets all that is asked for in the same way as the best of the candidates."""

    def worth(candidate: Candidate) -> tuple[float, int]:
        significance = index.events[candidate.number].significance
        return round(candidate.coverage, 3), significance

    ways = ways_of(max(candidates, key=worth), query, index)
    if not ways:
        return []
    kind = [c for c in candidates if all(way.is_met(c, index) for way in ways)]
    if query.asked is not Asked.WHO:
        return kind
    # The first director may be told by what was opened "with Ada as director".
    hard = [number for number, unit in enumerate(query.units) if not unit.is_soft]
    titled = _holding([c for c in candidates if index.events[c.number].people], hard, least=TITLE)
    return [c for c in candidates if c in kind or c in titled]


def _units(query: Query, is_wanted: Callable[[Unit], bool]) -> list[int]:
    units = enumerate(query.units)
    return [number for number, unit in units if unit.variants and is_wanted(unit)]


def _holding(
    candidates: Sequence[Candidate], units: Sequence[int], *, least: float
) -> list[Candidate]:
    return [c for c in candidates if all(c.strength(number) >= least for number in units)]
