"""Finds, in a large store, the events that may be meant, at a cost that stays small."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import compress, islice
from operator import itemgetter
from typing import NamedTuple

from bot.search.index import Index
from bot.search.postings import EMPTY_POSTING, SCALE, Posting, gather, only_of
from bot.search.units import Unit, Variant

# The rarest things asked for bring in events, until so many places of postings are read; a
# common word could bring in a large part of the store, and is only sought in those found.
MOST_READ = 6_000
MOST_OF_ONE = 3_000  # events of one word where no rarer one is asked for: its strongest
MOST_LAID = 50_000  # the same, where other words tell which of them are meant
# Of a word that so few events hold, those of other times are looked at too: one of them may
# name the year that was asked for.
FEW = 500
KEPT = 400  # events that stay in the running after each word too common to be read
# Beside so many others matter only if they hold so much of what the best one holds.
ENOUGH, MUCH = 10, 0.5

ORDERING = 5  # times as long it takes to read an event of a posting as to put one in order
SEEKING = 6  # times as long to find one in a posting as to choose it where all are passed by
FINDING = 16  # times as long to find one in a posting as to pass one by


class Wanted(NamedTuple):
    """A unit of the question and how much it counts."""

    unit: Unit
    weight: float


Windows = Sequence[tuple[int, int]]
"""Numbers of the events in the times asked for: where they start and end; none for any time."""

Read = Callable[[str], Posting]
"""Returns the posting of a key, or so much of it as is to be read."""

Gains = dict[int, float]
"""How much events gain by the words they hold, by their numbers."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for, and how many events at most.

    Beyond `enough` others are left out that hold much less than the best. `unsaid` is how
    much else an event may gain, by what is not `wanted` here.
    """

    wanted: Sequence[Wanted]
    limit: int
    enough: int
    unsaid: float = 0.0
    is_year_named: bool = False  # an event of another time may name the year asked for


def recall(wish: Wish, index: Index, windows: Windows) -> list[int]:
    """Return the numbers of the events that hold most of what is wanted, best first.

    What each holds is added up only roughly here. The cost hardly depends on the size of
    the store. Of the `windows` come at least half, if there are so many, however much others
    hold.
    """
    if wish.limit <= 0:
        return []
    if not windows:
        return [event for event, _ in _best(wish, index, index.posting)]
    inside = _best(wish, index, partial(_inside, index, windows))
    if not wish.is_year_named:
        return [event for event, _ in inside]
    rare = _best(replace(wish, limit=2 * wish.limit), index, partial(_rare, index))
    beside = [
        (event, gain)
        for event, gain in rare
        if not any(first <= event < end for first, end in windows)
    ]
    in_order = _in_order([*inside, *beside])
    half = inside[: wish.limit // 2]
    return list(dict.fromkeys([event for event, _ in (*half, *in_order)]))[: wish.limit]


def _inside(index: Index, windows: Windows, key: str) -> Posting:
    """Return the part of a posting that lies in the times asked for."""
    posting, found = index.posting(key), EMPTY_POSTING
    for first, end in windows:
        low = bisect_left(posting.numbers, first)
        high = bisect_left(posting.numbers, end, low)
        if low < high:
            part = Posting(posting.numbers[low:high], posting.strengths[low:high])
            found = _joined(found, part) if len(found) else part
    return found


def _joined(one: Posting, other: Posting) -> Posting:
    """Return two parts of a posting as one; they may have events in common."""
    held = dict(zip(one.numbers, one.strengths, strict=True))
    held.update(zip(other.numbers, other.strengths, strict=True))
    numbers = sorted(held)
    return Posting(array("I", numbers), bytes(map(held.__getitem__, numbers)))


def _rare(index: Index, key: str) -> Posting:
    """Return a posting of few events, and nothing of a longer one."""
    posting = index.posting(key)
    return posting if len(posting) <= FEW else EMPTY_POSTING


def _best(wish: Wish, index: Index, read: Read) -> list[tuple[int, float]]:
    """Return the events that gain most, of all that `read` gives, with what they gain."""
    wanted, limit, enough = wish.wanted, wish.limit, wish.enough
    sized = ((_size(one.unit, read), at) for at, one in enumerate(wanted))
    parts = sorted([(size, at) for size, at in sized if size])
    taken, unread = 0, wish.unsaid + sum([wanted[at].weight for _, at in parts])
    gains: Gains = {}
    laid: Sequence[int] = ()
    for place, (size, at) in enumerate(parts):
        one = wanted[at]
        if laid:
            gains = _among(laid, one, wanted[parts[0][1]].weight, index, read)
            laid = ()
        elif gains and taken + size > MOST_READ:
            _raise(gains, one, index, read)
            gains = dict(largest(gains, KEPT))
        elif size * ORDERING > len(gains) >= enough and _is_settled(gains, unread, wish):
            for _, other in parts[place:]:
                _raise(gains, wanted[other], index, read)
            break
        elif not gains and MOST_OF_ONE < size <= MOST_LAID and len(parts) > 1:
            # All words are common: those that hold several are few, and anywhere among them.
            laid = _all_numbers(one.unit, read)
        else:
            # Beside a rarer word all that hold one count: the earliest are no better than others.
            most = MOST_READ if gains else MOST_OF_ONE
            gains = _add(gains, one, index, read, most=most)
        taken += size
        unread -= one.weight
    best = largest(gains, limit)
    if len(best) <= enough:
        return best
    floor = min(MUCH * best[0][1], best[enough - 1][1]) - wish.unsaid
    return [pair for pair in best if pair[1] >= floor]


def _size(unit: Unit, read: Read) -> int:
    """Return how many places of postings the unit reaches."""
    size = 0
    for variant in unit.variants:
        needed = variant.needed
        if needed:
            size += min([len(read(key)) for key in needed])
        else:
            size += sum([len(read(key)) for key in variant.keys])
    return size


def _is_settled(gains: Gains, unread: float, wish: Wish) -> bool:
    """Whether no event matters that holds none of the words read so far.

    It could gain no more than all words that are `unread` together.
    """
    best = sorted(gains.values(), reverse=True)
    if len(best) >= wish.limit and best[wish.limit - 1] > unread:
        return True
    return wish.enough < wish.limit and best[wish.enough - 1] > unread < MUCH * best[0]


def _add(gains: Gains, one: Wanted, index: Index, read: Read, *, most: int) -> Gains:
    """Return the gains with what all events gain that hold the unit, at most so many by a word."""
    found = _best_of(one, index, read, most=most)
    if len(found) > len(gains):
        gains, found = found, gains  # whichever is added to which, and fewer are added sooner
    get = gains.get
    for event, gain in found.items():
        gains[event] = get(event, 0.0) + gain
    return gains


def _best_of(one: Wanted, index: Index, read: Read, *, most: int) -> Gains:
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
    variant: Variant, scale: float, index: Index, read: Read, among: Collection[int] | None = None
) -> Gains:
    """Return what events gain that hold all words of a phrase that tell something."""
    needed = sorted(variant.needed, key=lambda key: len(read(key)))
    events: Collection[int] = read(needed[0]).numbers if among is None else among
    for key in needed if among is not None else needed[1:]:
        events = [event for event, _ in _strengths(read(key), events)]
    held = dict.fromkeys(events, 0.0)
    for key, share in _shares(variant.keys, index):
        for event, strength in _strengths(read(key), held):
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
    numbers: Sequence[int] = posting.numbers
    strengths = bytes(posting.strengths)
    if len(numbers) > most:
        numbers, strengths = posting.strongest(most)
    if not strengths:
        return
    if strengths.count(strengths[0]) == len(strengths):  # most words stand in titles alone
        yield numbers, strengths[0]
        return
    for strength in set(strengths):
        yield only_of(strength, numbers, strengths), strength


def _raise(gains: Gains, one: Wanted, index: Index, read: Read) -> None:
    """Add what those of the events in the running gain that hold the unit."""
    for event, gain in _held(one, gains.keys(), index, read).items():
        gains[event] += gain


def _among(laid: Sequence[int], one: Wanted, weight: float, index: Index, read: Read) -> Gains:
    """Return, of many events that gain as much, those that hold one more unit, and a few others."""
    gains = {event: weight + gain for event, gain in _held(one, laid, index, read).items()}
    if len(gains) < KEPT:
        others = (event for event in laid if event not in gains)
        gains.update(dict.fromkeys(islice(others, KEPT - len(gains)), weight))
    return dict(largest(gains, KEPT))


def _held(one: Wanted, events: Collection[int], index: Index, read: Read) -> Gains:
    """Return which of the events hold the unit, and what each gains by it."""
    best: Gains = {}
    for variant in one.unit.variants:
        scale = one.weight * variant.quality / SCALE
        if variant.needed:
            _keep_larger(best, _held_whole(variant, scale, index, read, among=events))
            continue
        held: Gains = {}
        for key, share in _shares(variant.keys, index):
            found = _strengths(read(key), events)
            if held:
                for event, strength in found:
                    held[event] = held.get(event, 0.0) + scale * share * strength
            else:
                held = {event: scale * share * strength for event, strength in found}
        _keep_larger(best, held)
    return best


def _strengths(posting: Posting, events: Collection[int]) -> Iterable[tuple[int, int]]:
    """Return which of the events hold a key, each with how strongly it does."""
    if posting.plane is not None and events:
        found = gather(posting.plane, events)
        return zip(compress(events, found), filter(None, found), strict=True)
    numbers, strengths, end = posting.numbers, posting.strengths, len(posting.numbers)
    if end >= FINDING * len(events):
        places = ((event, bisect_left(numbers, event)) for event in events)
        return [(e, strengths[at]) for e, at in places if at < end and numbers[at] == e]
    both = set(events).intersection(numbers)
    if SEEKING * len(both) < end:
        return [(event, strengths[bisect_left(numbers, event)]) for event in both]
    is_held = list(map(both.__contains__, numbers))
    return zip(compress(numbers, is_held), compress(strengths, is_held), strict=True)


def _all_numbers(unit: Unit, read: Read) -> Sequence[int]:
    keys = [key for variant in unit.variants for key in variant.keys]
    if len(keys) == 1:
        return read(keys[0]).numbers
    return sorted(set().union(*(read(key).numbers for key in keys)))


def largest(gains: Mapping[int, float], most: int) -> list[tuple[int, float]]:
    """Return the events of the largest gains, the largest first, and of equals the earlier."""
    if len(gains) > most:
        # Numbers by themselves are put in order many times faster than pairs.
        least = sorted(gains.values(), reverse=True)[most - 1]
        best = _in_order([pair for pair in gains.items() if pair[1] > least])
        level = sorted([event for event, gain in gains.items() if gain == least])
        return best + [(event, least) for event in level[: most - len(best)]]
    return _in_order(gains.items())


def _in_order(gains: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
    in_order = sorted(gains)
    in_order.sort(key=itemgetter(1), reverse=True)
    return in_order
