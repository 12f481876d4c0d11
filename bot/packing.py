"""Many short strings and numbers packed into flat buffers, and read where they lie.

A million small objects cost a hundred bytes each before they hold anything; packed they cost
what they hold, and a file of them can be mapped into memory and used at once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias, TypeVar, overload

Numbers: TypeAlias = "array[int] | memoryview"
"""Whole numbers in a flat buffer: an array made here, or a view of one that lies in a file."""

KEPT = 4096  # values of a table that are kept once they were read: the words of many questions
# Strings in which one is sought again and again have some of them read beforehand, spread
# over all, so that only a few remain to be looked at. A single question does without.
PATIENCE, SAMPLED = 400, 8_192

_FOUR_BYTES = 2**32

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class Strings:
    """Byte strings that lie one after the other; `ends` says where each of them ends."""

    __slots__ = ("_found", "_sample", "_step", "blob", "ends")

    def __init__(self, blob: bytes | bytearray | memoryview, ends: Numbers) -> None:
        self.blob = memoryview(blob)
        self.ends = ends
        self._found = 0
        self._sample: list[bytes] = []
        self._step = len(ends) // SAMPLED + 1

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, at: int) -> bytes:
        ends = self.ends
        return self.blob[ends[at - 1] if at else 0 : ends[at]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self.ends)))

    def find(self, wanted: bytes) -> int:
        """Return the place of `wanted` among strings in ascending order, -1 if it is not there."""
        low, high = 0, len(self.ends)
        if self._sample:
            low = max(0, bisect_right(self._sample, wanted) - 1) * self._step
            high = min(high, low + self._step)
        elif self._found < PATIENCE:
            self._found += 1
        else:
            self._sample = [self[at] for at in range(0, high, self._step)]
        at = bisect_left(self, wanted, low, high)
        return at if at < len(self.ends) and self[at] == wanted else -1


class SortedWords:
    """A set of texts, packed as strings in ascending order."""

    __slots__ = ("_strings",)

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._strings.find(write_text(word)) >= 0

    def __iter__(self) -> Iterator[str]:
        return map(read_text, self._strings)

    def __len__(self) -> int:
        return len(self._strings)


class Table(Mapping[K, V]):
    """A mapping whose keys lie packed in ascending order, and whose values are read when asked.

    `write_key` and `read_key` turn a key into bytes and back; `read_value` makes the value
    that stands at a place. Some thousand values are kept once they were read; threads that
    read the same one at the same time both read it, and no harm is done.
    """

    def __init__(
        self,
        keys: Strings,
        read_value: Callable[[int], V],
        *,
        write_key: Callable[[K], bytes],
        read_key: Callable[[bytes], K],
    ) -> None:
        self._keys = keys
        self._read_value = read_value
        self._write_key = write_key
        self._read_key = read_key
        self._kept: dict[K, V | None] = {}

    def _look_up(self, key: K) -> V | None:
        at = self._keys.find(self._write_key(key))
        found = self._read_value(at) if at >= 0 else None
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[key] = found
        return found

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, default: V, /) -> V: ...
    @overload
    def get(self, key: K, default: T, /) -> V | T: ...
    def get(self, key: K, default: V | T | None = None, /) -> V | T | None:
        """Return the value of `key`, or `default`."""
        try:
            found = self._kept[key]
        except KeyError:
            found = self._look_up(key)
        return default if found is None else found

    def __getitem__(self, key: K) -> V:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        return map(self._read_key, self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def pack_strings(strings: Iterable[bytes]) -> tuple[bytearray, array[int]]:
    """Return the strings in one piece, and where each of them ends."""
    blob, ends = bytearray(), array("Q")
    for string in strings:
        blob += string
        ends.append(len(blob))
    return blob, ends


def narrow(ends: Numbers) -> Numbers:
    """Return ascending numbers in four bytes each instead of eight, if the last one fits."""
    return array("I", ends) if len(ends) and ends[-1] < _FOUR_BYTES else ends


def write_text(text: str) -> bytes:
    """Return a text as bytes, whatever it holds."""
    return text.encode("utf-8", "surrogatepass")


def read_text(raw: bytes) -> str:
    """Return the text that `write_text` has written."""
    return raw.decode("utf-8", "surrogatepass")
