"""What events gain by holding the words asked for, added up word by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, KeysView, Mapping, Sequence
from itertools import compress, repeat
from operator import itemgetter
from typing import NamedTuple

from bot.search.asking.units import Unit, Variant
from bot.search.index import Index
from bot.search.indexing.postings import SCALE, Posting, only_of

SEEKING = 6  # times as long to find one in a posting as to choose it where all are passed by
FINDING = 16  # times as long to find one in a posting as to pass one by


class Wanted(NamedTuple):
    """A unit of the question and how much it counts."""

    unit: Unit
    weight: float


Read = Callable[[str], Posting]
"""Returns the posting of a key, or so much of it as is to be read."""

Gains = dict[int, float]
"""How much events gain by the words they hold, by their numbers."""


def size_of(unit: Unit, read: Read) -> int:
    """Return how many places of postings the unit reaches."""
    size = 0
    for variant in unit.variants:
        needed = variant.needed
        if needed:
            size += min([len(read(key)) for key in needed])
        else:
            size += sum([len(read(key)) for key in variant.keys])
    return size


def added(gains: Gains, found: Gains) -> Gains:
    """Return what events gain by both; either may be changed for it."""
    less, more = (gains, found) if len(gains) < len(found) else (found, gains)
    both = {event: less[event] + more[event] for event in less.keys() & more.keys()}
    more.update(less)
    more.update(both)
    return more


def best_of(one: Wanted, index: Index, read: Read, *, most: int) -> Gains:
    """Return what events gain by the best of several ways to hold the unit."""
    alike: list[tuple[float, Sequence[int]]] = []  # many hold a word as strongly, and gain as much
    others: list[Gains] = []
    for variant in one.unit.variants:
        scale = one.weight * variant.quality / SCALE
        if len(variant.keys) == 1:
            parts = _even_parts(read(variant.keys[0]), most=most)
            alike += [(scale * strength, numbers) for numbers, strength in parts]
        elif variant.needed:
            others.append(_held_whole(variant, scale, index, read))
        else:
            others.append(_held_in_part(variant, scale, index, read, most=most))
    alike.sort(key=itemgetter(0))
    best: Gains = {}
    for gain, numbers in alike:  # what comes later is as much or more, and takes its place
        best.update(dict.fromkeys(numbers, gain))
    for held in others:
        _keep_larger(best, held)
    return best


def _held_in_part(variant: Variant, scale: float, index: Index, read: Read, *, most: int) -> Gains:
    """Return what events gain that hold any of the words of a phrase."""
    held: Gains = {}
    for key, share in _shares(variant.keys, index):
        met: Gains = {}
        for numbers, strength in _even_parts(read(key), most=most):
            part = dict.fromkeys(numbers, scale * share * strength)
            met = met | part if met else part
        if held:
            for event, gain in met.items():
                held[event] = held.get(event, 0.0) + gain
        else:
            held = met
    return held


def _held_whole(
    variant: Variant, scale: float, index: Index, read: Read, running: Running | None = None
) -> Gains:
    """Return what events gain that hold all words of a phrase that tell something."""
    needed = sorted(variant.needed, key=lambda key: len(read(key)))
    events: Sequence[int] = read(needed[0]).numbers
    if running is not None:
        events = [event for event, _ in running.strengths(read(needed[0]))]
    for key in needed[1:]:
        events = [event for event, _ in Running(events).strengths(read(key))]
    held = dict.fromkeys(events, 0.0)
    whole = Running(held.keys())
    for key, share in _shares(variant.keys, index):
        for event, strength in whole.strengths(read(key)):
            held[event] += scale * share * strength
    return held


def _shares(keys: Sequence[str], index: Index) -> Iterable[tuple[str, float]]:
    """Return each key with its share in what all of them say."""
    return zip(keys, index.shares(keys), strict=True) if len(keys) > 1 else ((keys[0], 1.0),)


def _keep_larger(best: Gains, held: Gains) -> None:
    """Take over into `best` what is larger in `held`."""
    if best:
        for event in best.keys() & held.keys():
            if best[event] > held[event]:
                held[event] = best[event]
    best.update(held)


def _even_parts(posting: Posting, *, most: int) -> Iterable[tuple[Sequence[int], int]]:
    """Yield the events of a posting, or its strongest, by how strongly they hold its key."""
    even = evenly(posting) if len(posting) <= most else None
    if even is not None:
        yield posting.numbers, even
        return
    numbers: Sequence[int] = posting.numbers
    strengths = bytes(posting.strengths)
    if len(numbers) > most:
        numbers, strengths = posting.strongest(most)
    for strength in set(strengths):
        yield only_of(strength, numbers, strengths), strength


def evenly(posting: Posting) -> int | None:
    """Return how strongly all events hold the key, None where some do more than others.

    Most words stand in titles alone.
    """
    strengths = bytes(posting.strengths)
    is_even = strengths and strengths.count(strengths[0]) == len(strengths)
    return strengths[0] if is_even else None


class Running:
    """Events in the running, to be sought in one posting after the other."""

    def __init__(self, events: Collection[int]) -> None:
        self._events = events
        self._pick: Callable[[memoryview], Sequence[int]] | None = None

    def strengths(self, posting: Posting) -> Iterable[tuple[int, int]]:
        """Return which of the events hold a key, each with how strongly it does."""
        events = self._events
        if posting.plane is not None and len(events) > 1:
            if self._pick is None:
                self._pick = itemgetter(*events)  # all at once, without a loop
            found = self._pick(posting.plane)
            return zip(compress(events, found), filter(None, found), strict=True)
        numbers, strengths, end = posting.numbers, posting.strengths, len(posting.numbers)
        if end >= FINDING * len(events):
            places = ((event, bisect_left(numbers, event)) for event in events)
            return [(e, strengths[at]) for e, at in places if at < end and numbers[at] == e]
        if not isinstance(events, KeysView):
            self._events = events = dict.fromkeys(events).keys()
        both = events & numbers  # which goes through the numbers, and copies none of the events
        even = evenly(posting)
        if even is not None:
            return zip(both, repeat(even))
        if SEEKING * len(both) < end:
            return [(event, strengths[bisect_left(numbers, event)]) for event in both]
        is_held = list(map(both.__contains__, numbers))
        return zip(compress(numbers, is_held), compress(strengths, is_held), strict=True)


def held_among(running: Running, one: Wanted, index: Index, read: Read) -> Gains:
    """Return which of the events hold the unit, and what each gains by it."""
    best: Gains = {}
    for variant in one.unit.variants:
        scale = one.weight * variant.quality / SCALE
        if variant.needed:
            _keep_larger(best, _held_whole(variant, scale, index, read, running))
            continue
        held: Gains = {}
        for key, share in _shares(variant.keys, index):
            found = running.strengths(read(key))
            if held:
                for event, strength in found:
                    held[event] = held.get(event, 0.0) + scale * share * strength
            else:
                held = {event: scale * share * strength for event, strength in found}
        _keep_larger(best, held)
    return best


def numbers_of(unit: Unit, read: Read) -> Sequence[int]:
    """Return all events that hold the unit, or one of its words."""
    keys = [key for variant in unit.variants for key in variant.needed[:1] or variant.keys]
    if len(keys) == 1:
        return read(keys[0]).numbers
    return sorted(set().union(*(read(key).numbers for key in keys)))


def largest(gains: Mapping[int, float], most: int) -> list[tuple[int, float]]:
    """Return the events of the largest gains, the largest first, and of equals the earlier."""
    if len(gains) > most:
        # Numbers by themselves are put in order many times faster than pairs.
        least = sorted(gains.values(), reverse=True)[most - 1]
        best = in_order_of([pair for pair in gains.items() if pair[1] > least])
        level = sorted([event for event, gain in gains.items() if gain == least])
        return best + [(event, least) for event in level[: most - len(best)]]
    return in_order_of(gains.items())


def in_order_of(gains: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    in_order = sorted(gains)
    in_order.sort(key=itemgetter(1), reverse=True)
    return in_order
