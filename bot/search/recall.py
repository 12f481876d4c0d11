"""A large store's events worth a closer look: those that hold most of what is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.search.index import Index
from bot.search.postings import SCALE, Posting
from bot.search.units import Unit

# The rarest things asked for bring in events, until so many places of postings are read; a
# common word could bring in a large part of the store, and is only sought in those found.
MOST_READ = 6_000
MOST_OF_ONE = 3_000  # events of one word where no rarer one is asked for: its strongest
MOST_LAID = 50_000  # the same, where other words tell which of them are meant
# Of a word that so few events hold, those of other times are looked at too: one of them may
# name the year that was asked for.
FEW = 500
KEPT = 400  # events that stay in the running after each common word
TIMES_FASTER = 16  # reading the next place of a posting, beside finding one in it


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
    gains: dict[int, float] = {}
    read = 0
    left = []
    for size, at in parts:
        if not size:
            continue
        if gains and read + size > MOST_READ:
            left.append(wanted[at])
            continue
        read += size
        unit, weight = wanted[at]
        if not gains and MOST_OF_ONE < size <= MOST_LAID and len(parts) > 1 and not windows:
            # All words are common: those that hold several are few, and anywhere among them.
            gains = dict.fromkeys(_all_numbers(unit, index), weight)
            continue
        held = _held(unit, index, windows)
        if not gains:
            gains = {event: weight * value for event, value in held.items()}
            continue
        gain = gains.get
        for event, value in held.items():
            gains[event] = gain(event, 0.0) + weight * value
    for unit, weight in left:
        raised = _raise_holders(gains, unit, weight, index)
        if len(gains) > KEPT:
            running = {event: gains[event] for event in raised} if len(raised) >= KEPT else gains
            gains = dict(_largest(running, KEPT))
    if len(gains) > limit and windows:
        # Some of the time asked for stay, however many of other times hold as much.
        inside = {event: gain for event, gain in gains.items() if _is_inside(event, windows)}
        kept = [event for event, _ in _largest(inside, limit // 2)]
        best = [event for event, _ in _largest(gains, limit)]
        return list(dict.fromkeys([*kept, *best]))[:limit]
    if len(gains) > limit:
        return [event for event, _ in _largest(gains, limit)]
    return list(gains)


def _largest(gains: Mapping[int, float], most: int) -> list[tuple[int, float]]:
    """Return the events of the largest gains, the largest first, and of equals the earlier."""
    if len(gains) <= most:
        return sorted(gains.items(), key=_gain, reverse=True)
    # Numbers by themselves are sorted many times faster than pairs, and many gains are equal.
    least = sorted(gains.values(), reverse=True)[most - 1]
    above = [pair for pair in gains.items() if pair[1] > least]
    equal = sorted([event for event, gain in gains.items() if gain == least])
    above.sort(key=_gain, reverse=True)
    return above + [(event, least) for event in equal[: most - len(above)]]


def _is_inside(event: int, windows: Windows) -> bool:
    return any(first <= event < end for first, end in windows)


def _gain(pair: tuple[int, float]) -> tuple[float, int]:
    return pair[1], -pair[0]  # of equals the earlier


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


def _held(unit: Unit, index: Index, windows: Windows) -> dict[int, float]:
    """Return which events meet the unit, and how well."""
    held: dict[int, float] = {}
    for variant in unit.variants:
        met: dict[int, float] = {}
        for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
            scale = variant.quality * share / SCALE
            for numbers, strengths in _places(index.posting(key), windows):
                pairs = zip(numbers, strengths, strict=True)
                if not met:
                    met = {event: scale * strength for event, strength in pairs}
                    continue
                for event, strength in pairs:
                    met[event] = met.get(event, 0.0) + scale * strength
        if not held:
            held = met
            continue
        for event, value in met.items():
            if value > held.get(event, 0.0):
                held[event] = value
    return held


def _places(
    posting: Posting, windows: Windows
) -> Iterable[tuple[Sequence[int], Sequence[int] | memoryview]]:
    if windows and len(posting) > FEW:
        for first, end in windows:
            low, high = _between(posting, first, end)
            yield posting.numbers[low:high], posting.strengths[low:high]
    elif len(posting) > MOST_OF_ONE:
        yield posting.strongest(MOST_OF_ONE)
    else:
        yield posting.numbers, posting.strengths


def _raise_holders(
    gains: dict[int, float], unit: Unit, weight: float, index: Index
) -> Collection[int]:
    """Raise those of the events found that hold the unit in any of its ways; return them."""
    raised: dict[int, float] = {}
    for variant in unit.variants:
        for key, share in zip(variant.keys, index.shares(variant.keys), strict=True):
            numbers = index.posting(key).numbers
            if len(numbers) < TIMES_FASTER * len(gains):
                holders: Iterable[int] = gains.keys() & numbers
            else:
                end = len(numbers)
                holders = [
                    event
                    for event in gains
                    if (at := bisect_left(numbers, event)) < end and numbers[at] == event
                ]
            value = weight * variant.quality * share
            for event in holders:
                if value > raised.get(event, 0.0):
                    raised[event] = value
    for event, value in raised.items():
        gains[event] += value
    return raised.keys()


def _all_numbers(unit: Unit, index: Index) -> Iterator[int]:
    for variant in unit.variants:
        for key in variant.keys:
            yield from index.posting(key).numbers


def _between(posting: Posting, first: int, end: int) -> tuple[int, int]:
    return bisect_left(posting.numbers, first), bisect_left(posting.numbers, end)
