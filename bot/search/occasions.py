"""Which of several occasions is meant: the first, the last, the nth, the next after another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.index import Index
from bot.search.intent import Occasion, Which
from bot.search.query import Query
from bot.search.scoring import MET, Candidate, find_candidates
from bot.search.terms import fold, tokens

# Occasions of one thing explain about the same share of the question as the best entry. An
# entry whose title says "first" or "second" itself may explain less in other words.
SAME_COVERAGE, SAME_COVERAGE_TITLED = 0.95, 0.55

SAME_COVERAGE_WHOLE = 0.8  # of the best, for an entry that meets every single thing asked
WELL_MET = 0.6

NEIGHBOURING_DAYS = 2  # entries so close in time tell of one occasion
LONGEST_OCCASION = 45  # days; the longest visits last some weeks

# Names of things, which count no occasions.
_WARS = re.compile(r"\b(?:first|second|third) world war\b")

_ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}


def ordinal_words(occasion: Occasion) -> frozenset[str]:
    """Return the words by which a title says that it is the occasion meant."""
    if occasion.which is Which.LAST:
        return frozenset(("last", "final"))
    word = _ORDINALS.get(occasion.number)
    return frozenset((word,)) if word else frozenset()


def choose_occasion(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> Candidate | None:
    """Return the candidate that is the occasion asked for, if one can be told.

    A title that counts by itself ("second nuclear test") is believed first; otherwise the
    entries that explain the question equally well are counted in order of time.
    """
    occasion = query.occasion
    if occasion is None or not candidates:
        return None
    best = max(candidate.coverage for candidate in candidates)
    words = ordinal_words(occasion)
    titled = [
        candidate
        for candidate in candidates
        if candidate.coverage >= SAME_COVERAGE_TITLED * best
        and _counts_itself(candidate.number, words, index)
        and meets_all(candidate, query)
    ]
    if titled:
        return max(titled, key=lambda c: (round(c.coverage, 2), -c.number))
    same = _same_thing(candidates, query, best)
    groups = _by_occasion(same, index)
    if not groups:
        return None
    if occasion.which is Which.LAST:
        group = groups[-1]
    elif occasion.number <= len(groups):
        group = groups[occasion.number - 1]
    else:
        return None
    return max(group, key=lambda c: (round(c.coverage + c.title / 4, 3), -c.number))


def _counts_itself(number: int, words: frozenset[str], index: Index) -> bool:
    if words.isdisjoint(index.title_words(number)):
        return False
    return not words.isdisjoint(tokens(_WARS.sub(" ", fold(index.events[number].title))))


def list_occasions(query: Query, index: Index) -> list[int]:
    """Return the numbers of the events that are what `query` asks for, in order of time.

    Of several entries on one occasion only the best is named.
    """
    candidates = find_candidates(query, index)
    if not candidates:
        return []
    groups = _by_occasion(_same_thing(candidates, query, candidates[0].coverage), index)
    return [max(group, key=lambda c: (c.coverage, -c.number)).number for group in groups]


def _same_thing(candidates: Sequence[Candidate], query: Query, best: float) -> list[Candidate]:
    """Return the entries that are what was asked for, not such as merely allude to it."""
    whole = [
        candidate
        for candidate in candidates
        if candidate.coverage >= SAME_COVERAGE_WHOLE * best
        and meets_all(candidate, query, least=WELL_MET)
    ]
    return whole or [
        c for c in candidates if c.coverage >= SAME_COVERAGE * best and _has_names(c, query)
    ]


def _by_occasion(candidates: Sequence[Candidate], index: Index) -> list[list[Candidate]]:
    """Group entries of the same days: a summit and its declaration are one occasion."""
    in_order = sorted(candidates, key=lambda c: index.events[c.number].date.sort_key)
    groups: list[list[Candidate]] = []
    end = 0
    for candidate in in_order:
        date = index.events[candidate.number].date
        first, last = date.earliest.ordinal, date.latest.ordinal
        if groups and first <= end + NEIGHBOURING_DAYS and last - first <= LONGEST_OCCASION:
            groups[-1].append(candidate)
            end = max(end, last)
        else:
            groups.append([candidate])
            end = last if last - first <= LONGEST_OCCASION else first
    return groups


def meets_all(candidate: Candidate, query: Query, *, least: float = MET) -> bool:
    """Whether the entry holds every single thing asked for, at least so strongly."""
    return all(
        candidate.strength(number) >= least
        for number, unit in enumerate(query.units)
        if not unit.is_soft
    )


def _has_names(candidate: Candidate, query: Query) -> bool:
    return all(
        candidate.strength(number) >= MET
        for number, unit in enumerate(query.units)
        if unit.is_name and unit.variants and not unit.is_soft
    )
