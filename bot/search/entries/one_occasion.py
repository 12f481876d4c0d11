"""Which entries tell of one occasion, and which of them stands for it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.index import Index
from bot.search.weighing.scoring import Candidate

# What an entry's significance, 1 to 3, adds in choosing one entry of an occasion.
BY_SIGNIFICANCE = 0.05

NEIGHBOURING_DAYS = 2  # entries so close in time tell of one occasion
LONGEST_WAY = 7  # days between two entries that refer to one another, as parts of one journey
LONGEST_OCCASION = 45  # days; the longest visits last some weeks
FEWEST_WITHIN = 2  # entries within the time of one that tells of them all


def best_of(group: Sequence[Candidate], index: Index) -> Candidate:
    """Return the entry that stands for one occasion: what it explains, and its weight."""

    def worth(candidate: Candidate) -> tuple[float, int]:
        significance = index.events[candidate.number].significance
        value = candidate.coverage + candidate.title / 4 + BY_SIGNIFICANCE * significance
        return round(value, 3), -candidate.number

    return max(group, key=worth)


def by_occasion(
    candidates: Sequence[Candidate], index: Index, *, is_journey: bool = False
) -> list[list[Candidate]]:
    """Group entries of the same days: a summit and its declaration are one occasion.

    Of one journey are also entries that lie some days apart and refer to one another.
    """
    told = _without_overviews(candidates, index)
    in_order = sorted(told, key=lambda c: index.events[c.number].date.sort_key)
    groups: list[list[Candidate]] = []
    end = 0
    for candidate in in_order:
        date = index.events[candidate.number].date
        first, last = date.earliest.ordinal, date.latest.ordinal
        gap = NEIGHBOURING_DAYS
        if is_journey and groups and _is_related(candidate, groups[-1], index):
            gap = LONGEST_WAY
        if groups and first <= end + gap and last - first <= LONGEST_OCCASION:
            groups[-1].append(candidate)
            end = max(end, last)
        else:
            groups.append([candidate])
            end = last if last - first <= LONGEST_OCCASION else first
    return groups


def _without_overviews(candidates: Sequence[Candidate], index: Index) -> Sequence[Candidate]:
    """Leave out what tells of years in which several of the others lie: it is none of them."""
    dates = [index.events[candidate.number].date for candidate in candidates]
    over = {
        at
        for at, date in enumerate(dates)
        if date.latest.ordinal - date.earliest.ordinal > LONGEST_OCCASION
        and sum(date.contains(other) for other in dates) > FEWEST_WITHIN
    }
    return [c for at, c in enumerate(candidates) if at not in over] if over else candidates


def _is_related(candidate: Candidate, group: Sequence[Candidate], index: Index) -> bool:
    event, others = index.events[candidate.number], [index.events[c.number] for c in group]
    return any(other.id in event.related or event.id in other.related for other in others)
