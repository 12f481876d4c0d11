"""Finds, in a large store, the events that may be meant, at a cost that stays small."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from bot.search.index import Index
from bot.search.indexing.postings import EMPTY_POSTING, Posting
from bot.search.weighing.gains import (
    Gains,
    Read,
    Running,
    Wanted,
    added,
    best_of,
    held_among,
    in_order_of,
    largest,
    numbers_of,
    size_of,
)

__all__ = ["ENOUGH", "MUCH", "Wanted", "Windows", "Wish", "recall"]

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


Windows = Sequence[tuple[int, int]]
"""Numbers of the events in the times asked for: where they start and end; none for any time.

They ascend, and none overlaps another.
"""


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
    in_order = in_order_of([*inside, *beside])
    half = inside[: wish.limit // 2]
    return list(dict.fromkeys([event for event, _ in (*half, *in_order)]))[: wish.limit]


def _inside(index: Index, windows: Windows, key: str) -> Posting:
    """Return the part of a posting that lies in the times asked for."""
    posting, parts, high = index.posting(key), list[Posting](), 0
    for first, end in windows:
        low = bisect_left(posting.numbers, first, high)
        high = bisect_left(posting.numbers, end, low)
        if low < high:
            parts.append(Posting(posting.numbers[low:high], posting.strengths[low:high]))
    if len(parts) > 1:
        numbers = array("I", chain.from_iterable(part.numbers for part in parts))
        return Posting(numbers, b"".join(part.strengths for part in parts))
    return parts[0] if parts else EMPTY_POSTING


def _rare(index: Index, key: str) -> Posting:
    """Return a posting of few events, and nothing of a longer one."""
    posting = index.posting(key)
    return posting if len(posting) <= FEW else EMPTY_POSTING


def _best(wish: Wish, index: Index, read: Read) -> list[tuple[int, float]]:
    """Return the events that gain most, of all that `read` gives, with what they gain."""
    wanted, enough = wish.wanted, wish.enough
    sized = ((size_of(one.unit, read), at) for at, one in enumerate(wanted))
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
            _raise(gains, (one,), index, read)
            gains = dict(largest(gains, KEPT))
        elif size * ORDERING > len(gains) >= enough and _is_settled(gains, unread, wish):
            _raise(gains, [wanted[other] for _, other in parts[place:]], index, read)
            break
        elif not gains and MOST_OF_ONE < size <= MOST_LAID and len(parts) > 1:
            # All words are common: those that hold several are few, and anywhere among them.
            laid = numbers_of(one.unit, read)
        else:
            # Beside a rarer word all that hold one count: the earliest are no better than others.
            most = MOST_READ if gains else MOST_OF_ONE
            gains = added(gains, best_of(one, index, read, most=most))
        taken += size
        unread -= one.weight
    return _worth_it(gains, wish)


def _is_settled(gains: Gains, unread: float, wish: Wish) -> bool:
    """Whether no event matters that holds none of the words read so far.

    It could gain no more than all words that are `unread` together.
    """
    best = sorted(gains.values(), reverse=True)
    if len(best) >= wish.limit and best[wish.limit - 1] > unread:
        return True
    return wish.enough < wish.limit and best[wish.enough - 1] > unread < MUCH * best[0]


def _raise(gains: Gains, asked: Iterable[Wanted], index: Index, read: Read) -> None:
    """Add what those of the events in the running gain that hold the units."""
    running = Running(gains.keys())
    for one in asked:
        for event, gain in held_among(running, one, index, read).items():
            gains[event] += gain


def _among(laid: Sequence[int], one: Wanted, weight: float, index: Index, read: Read) -> Gains:
    """Return, of many events that gain as much, those that hold one more unit, and a few others."""
    held = held_among(Running(laid), one, index, read)
    gains = {event: weight + gain for event, gain in held.items()}
    if len(gains) < KEPT:
        others = (event for event in laid if event not in gains)
        gains.update(dict.fromkeys(islice(others, KEPT - len(gains)), weight))
    return dict(largest(gains, KEPT))


def _worth_it(gains: Gains, wish: Wish) -> list[tuple[int, float]]:
    """Return the events that gain most, beyond `enough` those that gain much of it."""
    enough, limit = wish.enough, wish.limit
    if len(gains) <= min(enough, limit):
        return largest(gains, limit)
    in_order = sorted(gains.values(), reverse=True)
    floor = min(MUCH * in_order[0], in_order[enough - 1]) - wish.unsaid if enough < limit else 0.0
    if len(gains) > limit:
        floor = max(floor, in_order[limit - 1])
    return largest({event: gain for event, gain in gains.items() if gain >= floor}, limit)
