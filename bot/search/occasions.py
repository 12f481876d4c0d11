"""Which of several occasions is meant: the first, the last, the nth, the next after another."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.index import Index
from bot.search.intent import Which
from bot.search.query import Query
from bot.search.scoring import Candidate

# Occasions of one thing explain about the same share of the question as the best entry. An
# entry whose title says "first" or "second" itself may explain less in other words.
SAME_COVERAGE, SAME_COVERAGE_TITLED = 0.95, 0.55

MET = 0.34  # a name that an entry only alludes to does not make it an occasion

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
    word = "last" if occasion.which is Which.LAST else _ORDINALS.get(occasion.number, "")
    titled = [
        candidate
        for candidate in candidates
        if candidate.coverage >= SAME_COVERAGE_TITLED * best
        and word in index.title_words(candidate.number)
    ]
    if titled:
        return max(titled, key=lambda c: (round(c.coverage, 2), -c.number))
    same = [c for c in candidates if c.coverage >= SAME_COVERAGE * best and _has_names(c, query)]
    same.sort(key=lambda c: index.events[c.number].date.sort_key)
    if not same:
        return None
    if occasion.which is Which.LAST:
        return same[-1]
    return same[occasion.number - 1] if occasion.number <= len(same) else None


def _has_names(candidate: Candidate, query: Query) -> bool:
    return all(
        candidate.met.get(number, (0.0, None))[0] >= MET
        for number, unit in enumerate(query.units)
        if unit.is_name and unit.variants and not unit.is_soft
    )
