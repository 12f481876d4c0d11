"""Which events hold one term, and how strongly: collected, packed, and put together again."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from bot.packing import Numbers, Strings, pack_strings, write_text

SCALE = 255  # strengths are kept as bytes: a million events have tens of millions of them


@dataclass(frozen=True, slots=True)
class Posting:
    """The events that hold one term: their numbers, and a strength of 0 to 1 for each."""

    numbers: Numbers
    strengths: bytes | bytearray | memoryview

    def items(self) -> Iterable[tuple[int, float]]:
        """Yield (event number, strength) pairs."""
        return ((n, s / SCALE) for n, s in zip(self.numbers, self.strengths, strict=True))

    def within(self, first: int, end: int) -> Iterable[tuple[int, float]]:
        """Yield the pairs whose event numbers are at least `first` and below `end`."""
        low, high = bisect_left(self.numbers, first), bisect_left(self.numbers, end)
        return ((self.numbers[at], self.strengths[at] / SCALE) for at in range(low, high))

    def strongest(self, limit: int) -> Iterable[tuple[int, float]]:
        """Yield at most `limit` pairs, none weaker than one left out."""
        left, strengths = limit, bytes(self.strengths)
        for strength in range(SCALE, 0, -1):
            at = strengths.find(strength)
            while at >= 0 and left > 0:
                yield self.numbers[at], strength / SCALE
                left -= 1
                at = strengths.find(strength, at + 1)
            if not left:
                return

    def __len__(self) -> int:
        return len(self.numbers)


EMPTY_POSTING = Posting(array("I"), b"")


class Segment(NamedTuple):
    """The postings of many keys, packed; the keys ascend, `ends` says where each posting ends."""

    keys: Strings
    ends: Numbers
    numbers: Numbers
    strengths: bytes | bytearray | memoryview

    def posting(self, at: int) -> Posting:
        """Return the posting of the key at this place."""
        start, end = self.ends[at - 1] if at else 0, self.ends[at]
        return Posting(memoryview(self.numbers)[start:end], memoryview(self.strengths)[start:end])


class Collector:
    """Postings that grow while the events go by, in ascending order of their numbers."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[array[int], bytearray]] = {}

    def add(self, number: int, strengths: dict[str, float]) -> None:
        """Note the keys that one event holds, each with its strength."""
        found = self._found
        for key, strength in strengths.items():
            posting = found.get(key)
            if posting is None:
                posting = found[key] = array("I"), bytearray()
            posting[0].append(number)
            posting[1].append(round(strength * SCALE))

    def postings(self) -> dict[str, Posting]:
        """Return what was collected, by key."""
        return {
            key: Posting(numbers, bytes(found)) for key, (numbers, found) in self._found.items()
        }

    def segment(self) -> Segment:
        """Return what was collected, packed, and begin anew."""
        found, self._found = self._found, {}
        in_order = sorted((write_text(key), *posting) for key, posting in found.items())
        return _pack((key, [(numbers, strengths)]) for key, numbers, strengths in in_order)


def join_segments(segments: Sequence[Segment]) -> Segment:
    """Return segments of events that follow one another as one segment."""
    if len(segments) == 1:
        return segments[0]
    rows = merge(*map(_rows, range(len(segments)), segments))
    of_key = groupby(rows, key=itemgetter(0))
    return _pack((key, ((row[2], row[3]) for row in group)) for key, group in of_key)


def _rows(number: int, segment: Segment) -> Iterator[tuple[bytes, int, memoryview, memoryview]]:
    numbers, strengths = memoryview(segment.numbers), memoryview(segment.strengths)
    start = 0
    for key, end in zip(segment.keys, segment.ends, strict=True):
        yield key, number, numbers[start:end], strengths[start:end]
        start = end


def _pack(
    found: Iterable[
        tuple[bytes, Iterable[tuple[Numbers, bytearray] | tuple[memoryview, memoryview]]]
    ],
) -> Segment:
    ends, numbers, strengths = array("Q"), array("I"), bytearray()

    def keys() -> Iterator[bytes]:
        for key, parts in found:
            for some_numbers, some_strengths in parts:
                numbers.frombytes(some_numbers)
                strengths.extend(some_strengths)
            ends.append(len(numbers))
            yield key

    blob, key_ends = pack_strings(keys())
    return Segment(Strings(blob, key_ends), ends, numbers, strengths)
