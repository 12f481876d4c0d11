"""A large store's events worth a closer look: those that hold most of what is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.search.gains import Band, Gains, by_value, told_apart
from bot.search.index import Index
from bot.search.postings import SCALE, Posting, only_of
from bot.search.units import Unit, Variant

# The rarest things asked for bring in events, until so many places of postings are read; a
# common word could bring in a large part of the store, and is only sought in those found.
MOST_READ = 6_000
MOST_OF_ONE = 3_000  # events of one word where no rarer one is asked for: its strongest
MOST_LAID = 50_000  # the same, where other words tell which of them are meant
# Of a word that so few events hold, those of other times are looked at too: one of them may
# name the year that was asked for.
FEW = 500
KEPT = 400  # events that stay in the running after each common word


class Wanted(NamedTuple):
    """A unit of the question and how much it counts."""

    unit: Unit
    weight: float


Windows = Sequence[tuple[int, int]]
"""Numbers of the events in the times asked for: where they start and end; none for any time."""


def recall(wanted: Sequence[Wanted], index: Index, windows: Windows, *, limit: int) -> list[int]:
    """Return the numbers of at most `limit` events that hold most of what is wanted.

    What each holds is added up only roughly here. The cost hardly depends on the size of
    the store.
    """
    parts = sorted(((_size(one.unit, index, windows), at) for at, one in enumerate(wanted)))
    gains = Gains()
    read = 0
    left = []
    for size, at in parts:
        if not size:
            continue
        if gains.is_begun and read + size > MOST_READ:
            left.append(wanted[at])
            continue
        unit, weight = wanted[at]
        if not read and MOST_OF_ONE < size <= MOST_LAID and len(parts) > 1 and not windows:
            # All words are common: those that hold several are few, and anywhere among them.
            gains.add([Band(weight, _all_numbers(unit, index))])
        else:
            # Beside a rarer word all that hold one count: the earliest are no better than others.
            most = MOST_READ if gains.is_begun else MOST_OF_ONE
            gains.add(_bands(unit, weight, index, windows, most=most))
        read += size
    for unit, weight in left:
        gains.raise_holders(_ways(unit, weight, index), most=KEPT)
    best = [event for event, _ in gains.best(limit)]
    if windows and len(gains) > limit:
        # Some of the time asked for stay, however many of other times hold as much.
        inside = gains.best(limit // 2, is_wanted=lambda event: _is_inside(event, windows))
        return list(dict.fromkeys([*(event for event, _ in inside), *best]))[:limit]
    return best


def _is_inside(event: int, windows: Windows) -> bool:
    return any(first <= event < end for first, end in windows)


def _size(unit: Unit, index: Index, windows: Windows) -> int:
    """Return how many places of postings the unit reaches."""
    size = 0
    for variant in unit.variants:
        for key in variant.keys:
            posting = index.posting(key)
            if windows and len(posting) > FEW:
                for first, end in windows:
                    low, high = _between(posting, first, end)
                    size += high - low
            else:
                size += len(posting)
    return size


def _bands(unit: Unit, weight: float, index: Index, windows: Windows, *, most: int) -> list[Band]:
    """Return the events that meet the unit, by how much they gain; each stands in one band.

    At most so many of each word of it.
    """
    found = [
        (weight * value, numbers)
        for variant in unit.variants
        for value, numbers in _met(variant, index, windows, most=most)
    ]
    if len(unit.variants) == 1:
        return [Band(value, numbers) for value, numbers in found]
    return told_apart(found)


def _met(
    variant: Variant, index: Index, windows: Windows, *, most: int
) -> Iterable[tuple[float, Sequence[int]]]:
    """Return the events that meet a variant, by how well; of several words each has a share."""
    if len(windows) > 1:
        return _added_up(variant, index, windows, most=most)
    if len(variant.keys) == 1:
        return _by_strength(
            index.posting(variant.keys[0]), variant.quality / SCALE, windows, most=most
        )
    met = Gains()
    for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
        found = _by_strength(
            index.posting(key), variant.quality * share / SCALE, windows, most=most
        )
        met.add([Band(value, numbers) for value, numbers in found])
    return met.by_value()


def _by_strength(
    posting: Posting, scale: float, windows: Windows, *, most: int
) -> Iterator[tuple[float, Sequence[int]]]:
    for numbers, strengths in _places(posting, windows, most=most):
        kinds = set(strengths)
        for kind in kinds:
            some = numbers if len(kinds) == 1 else only_of(kind, numbers, strengths)
            yield scale * kind, some


def _added_up(
    variant: Variant, index: Index, windows: Windows, *, most: int
) -> Iterable[tuple[float, Sequence[int]]]:
    """Return what `_met` does where an event may lie in several of the times asked for."""
    met: dict[int, float] = {}
    for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
        scale = variant.quality * share / SCALE
        for numbers, strengths in _places(index.posting(key), windows, most=most):
            for event, strength in zip(numbers, strengths, strict=True):
                met[event] = met.get(event, 0.0) + scale * strength
    return by_value(met)


def _places(
    posting: Posting, windows: Windows, *, most: int
) -> Iterable[tuple[Sequence[int], Sequence[int] | memoryview]]:
    if windows and len(posting) > FEW:
        for first, end in windows:
            low, high = _between(posting, first, end)
            yield posting.numbers[low:high], posting.strengths[low:high]
    elif len(posting) > most:
        yield posting.strongest(most)
    else:
        yield posting.numbers, posting.strengths


def _ways(unit: Unit, weight: float, index: Index) -> Iterator[tuple[float, Posting]]:
    """Yield the postings by which an event may hold the unit, and what it gains by each."""
    for variant in unit.variants:
        for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
            yield weight * variant.quality * share, index.posting(key)


def _all_numbers(unit: Unit, index: Index) -> Sequence[int]:
    keys = [key for variant in unit.variants for key in variant.keys]
    if len(keys) == 1:
        return index.posting(keys[0]).numbers
    return sorted(set().union(*(index.posting(key).numbers for key in keys)))


def _between(posting: Posting, first: int, end: int) -> tuple[int, int]:
    return bisect_left(posting.numbers, first), bisect_left(posting.numbers, end)
