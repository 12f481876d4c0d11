"""Which events hold one term, and how strongly: collected, packed, and put together again."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, islice
from operator import itemgetter
from typing import NamedTuple

from bot.packing import Numbers, Strings, pack_strings, write_text

# A term that at least one event in so many holds is wide: beside its posting lies a plane, a
# byte for each event of the store, in which an event is found without searching. So wide are
# some dozens of words; in a store of few events no search takes long.
WIDE, FEWEST_EVENTS = 32, 4_000
MOST_EVENTS = 2**24  # a pair of number and strength takes four bytes
STRETCH = 10_000  # keys of a segment that are put in order with those of the others at a time
SCALE = 255  # strengths are kept as bytes: a million events have tens of millions of them


@dataclass(frozen=True, slots=True)
class Posting:
    """The events that hold one term: their numbers, and a strength of 0 to 1 for each."""

    numbers: Numbers
    strengths: bytes | bytearray | memoryview
    plane: memoryview | None = None  # of a wide one: the strength of every event, 0 for none

    def items(self) -> Iterable[tuple[int, float]]:
        """Yield (event number, strength) pairs."""
        return ((n, s / SCALE) for n, s in zip(self.numbers, self.strengths, strict=True))

    def within(self, first: int, end: int) -> Iterable[tuple[int, float]]:
        """Yield the pairs whose event numbers are at least `first` and below `end`."""
        low, high = bisect_left(self.numbers, first), bisect_left(self.numbers, end)
        return ((self.numbers[at], self.strengths[at] / SCALE) for at in range(low, high))

    def strongest(self, limit: int) -> tuple[list[int], bytes]:
        """Return numbers and strengths of at most `limit` events, none weaker than one left out."""
        found: list[int] = []
        places, strengths = bytearray(), bytes(self.strengths)
        for strength in sorted(set(strengths), reverse=True):
            only = strengths.translate(_ONLY[strength])
            some = islice(compress(self.numbers, only), limit - len(found))
            found += some
            places += bytes([strength]) * (len(found) - len(places))
            if len(found) == limit:
                break
        return found, bytes(places)

    def __len__(self) -> int:
        return len(self.numbers)


_ONLY = [bytes(one == strength for one in range(256)) for strength in range(256)]

EMPTY_POSTING = Posting(array("I"), b"")


def only_of(
    strength: int, numbers: Sequence[int] | Numbers, strengths: Sequence[int] | memoryview
) -> list[int]:
    """Return those of the numbers that have this very strength."""
    return list(compress(numbers, bytes(strengths).translate(_ONLY[strength])))


def gather(plane: memoryview, events: Collection[int]) -> Sequence[int]:
    """Return the strengths of some events, in their order, 0 where one does not hold the term."""
    if len(events) > 1:
        found: Sequence[int] = itemgetter(*events)(plane)  # all at once, without a loop
        return found
    return [plane[event] for event in events]


class Segment(NamedTuple):
    """The postings of many keys in ascending order; `ends` says where each posting ends."""

    keys: Strings
    ends: Numbers
    pairs: bytes | bytearray  # four bytes each: a strength, and three of an event's number

    def split(self) -> tuple[bytearray, bytes | bytearray]:
        """Return the numbers, four bytes each in the machine's order, and the strengths."""
        pairs, numbers = self.pairs, bytearray(len(self.pairs))
        for byte in range(3):
            at = byte if sys.byteorder == "little" else 3 - byte
            numbers[at::4] = pairs[byte + 1 :: 4]
        return numbers, pairs[::4]


class Planes(NamedTuple):
    """The planes of wide postings, one after the other, and whose they are."""

    places: Numbers
    strengths: bytes | bytearray | memoryview


class Collector:
    """Postings that grow while the events go by, in ascending order of their numbers."""

    def __init__(self) -> None:
        self._found: defaultdict[str, array[int]] = defaultdict(_no_pairs)

    def add(self, number: int, strengths: dict[str, int]) -> None:
        """Note the keys that one event holds, each with its strength of 0 to 255."""
        found, pair = self._found, number << 8
        for key, strength in strengths.items():
            found[key].append(pair | strength)

    def postings(self) -> dict[str, Posting]:
        """Return what was collected, by key."""
        return {
            key: Posting(
                array("I", [pair >> 8 for pair in pairs]), bytes([pair & 255 for pair in pairs])
            )
            for key, pairs in self._found.items()
        }

    def segment(self) -> Segment:
        """Return what was collected, packed, and begin anew."""
        found, self._found = self._found, defaultdict(_no_pairs)
        in_order = sorted((write_text(key), pairs) for key, pairs in found.items())
        if sys.byteorder == "big":
            for _, pairs in in_order:
                pairs.byteswap()
        blob, key_ends = pack_strings([key for key, _ in in_order])
        ends = array("Q", accumulate(len(pairs) for _, pairs in in_order))
        return Segment(Strings(blob, key_ends), ends, b"".join([pairs for _, pairs in in_order]))


def lay_planes(
    ends: Numbers, numbers: Numbers, strengths: bytes | bytearray, events: int
) -> Planes:
    """Return the planes of the wide ones of postings that lie one after the other."""
    places, planes, start = array("I"), bytearray(), 0
    for at, end in enumerate(ends if events >= FEWEST_EVENTS else ()):
        if (end - start) * WIDE >= events:
            plane = bytearray(events)
            for number, strength in zip(numbers[start:end], strengths[start:end], strict=True):
                plane[number] = strength
            places.append(at)
            planes += plane
        start = end
    return Planes(places, planes)


def join_segments(segments: Sequence[Segment]) -> Segment:
    """Return segments of events that follow one another as one segment."""
    keys, key_ends, ends, pairs = bytearray(), array("Q"), array("Q"), bytearray()
    before: bytes | None = None
    for rows in _rows_in_order(segments):
        for key, number, at in rows:
            found = segments[number]
            if key == before:
                ends.pop()
                key_ends.pop()
            else:
                keys += key
                before = key
            pairs += found.pairs[4 * (found.ends[at - 1] if at else 0) : 4 * found.ends[at]]
            ends.append(len(pairs) // 4)
            key_ends.append(len(keys))
    return Segment(Strings(keys, key_ends), ends, pairs)


def _rows_in_order(segments: Sequence[Segment]) -> Iterator[list[tuple[bytes, int, int]]]:
    """Yield, in order and some at a time, each key with its segment and its place in there.

    Sorting a stretch of the alphabet at a time is quicker than choosing the next of many keys,
    and takes little memory.
    """
    bounds = sorted(
        {found.keys[at] for found in segments for at in range(0, len(found.keys), STRETCH)}
    )
    starts = [0] * len(segments)
    for bound in (*bounds[1:], None):
        rows: list[tuple[bytes, int, int]] = []
        for number, found in enumerate(segments):
            start = starts[number]
            end = len(found.keys) if bound is None else bisect_left(found.keys, bound, start)
            rows += ((found.keys[at], number, at) for at in range(start, end))
            starts[number] = end
        rows.sort()
        yield rows


def _no_pairs() -> array[int]:
    return array("I")
