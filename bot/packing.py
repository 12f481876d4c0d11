"""Many short strings and numbers packed into flat buffers, and read where they lie.

A million small objects cost a hundred bytes each before they hold anything; packed they cost
what they hold, and a file of them can be mapped into memory and used at once.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias, TypeVar, overload

Numbers: TypeAlias = "array[int] | memoryview"
"""Whole numbers in a flat buffer: an array made here, or a view of one that lies in a file."""

Buffers: TypeAlias = "dict[str, bytes | bytearray | memoryview | array[int] | array[float]]"
"""Named buffers, ready to be written."""

Views: TypeAlias = Mapping[str, memoryview]
"""The same buffers as they are read, each cast to the type of its numbers."""

KEPT = 4096  # values of a table that are kept once they were read: the words of many questions
BATCH = 10_000  # strings that are looked at together
HEAD = 8  # bytes of a string by which it is sought first, as one number
SIEVE = 16  # bits for each text of a sieve: of others about one in sixteen passes too

_FOUR_BYTES = 2**32

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class Strings:
    """Byte strings that lie one after the other; `ends` says where each of them ends."""

    __slots__ = ("blob", "ends")

    def __init__(self, blob: bytes | bytearray | memoryview, ends: Numbers) -> None:
        self.blob = memoryview(blob)
        self.ends = ends

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, at: int) -> bytes:
        ends = self.ends
        return self.blob[ends[at - 1] if at else 0 : ends[at]].tobytes()

    def __iter__(self) -> Iterator[bytes]:
        return map(self.__getitem__, range(len(self.ends)))

    def __reduce__(self) -> tuple[type[Strings], tuple[bytes, Numbers]]:
        return Strings, (self.blob.tobytes(), self.ends)  # a view cannot go to another process


class SortedStrings(Strings):
    """Byte strings in ascending order; `heads` are their first bytes, read as numbers."""

    __slots__ = ("heads",)

    def __init__(self, blob: bytes | bytearray | memoryview, ends: Numbers, heads: Numbers) -> None:
        super().__init__(blob, ends)
        self.heads = heads

    def find(self, wanted: bytes) -> int:
        """Return the first place of `wanted`, -1 if it is not there."""
        heads, head = self.heads, int.from_bytes(wanted[:HEAD].ljust(HEAD, b"\0"), "big")
        at = bisect_left(heads, head)
        if at == len(heads) or heads[at] != head:
            return -1
        if at + 1 < len(heads) and heads[at + 1] == head:
            end = bisect_right(heads, head, at + 1)
            at = bisect_left(self, wanted, at, end)
            if at == end:
                return -1
        return at if self[at] == wanted else -1


class SortedWords:
    """A set of texts, packed as strings in ascending order."""

    __slots__ = ("_kept", "_strings")

    def __init__(self, strings: SortedStrings) -> None:
        self._strings = strings
        self._kept: frozenset[str] | None = None

    def keep(self) -> None:
        """Read all of them, so that looking one up takes no search; memory for each is taken."""
        self._kept = frozenset(self)

    def __contains__(self, word: object) -> bool:
        if self._kept is not None:
            return word in self._kept
        return isinstance(word, str) and self._strings.find(write_text(word)) >= 0

    def __iter__(self) -> Iterator[str]:
        return map(read_text, self._strings)

    def __len__(self) -> int:
        return len(self._strings)


class Sieve:
    """Tells at once of most texts that they are not among those it was made of."""

    __slots__ = ("_bits", "_size")

    def __init__(self, bits: bytes | bytearray | memoryview) -> None:
        self._bits, self._size = bits, 8 * len(bits)

    def may_hold(self, text: str) -> bool:
        """Whether the text may be among them; never False for one that is."""
        if not self._size:
            return False
        at = zlib.crc32(text.encode("utf-8", "surrogatepass")) % self._size
        return self._bits[at >> 3] >> (at & 7) & 1 == 1


def make_sieve(texts: Collection[str]) -> bytearray:
    """Return the bits of a `Sieve` for these texts."""
    bits = bytearray(SIEVE * len(texts) // 8)
    for text in texts:
        byte, bit = divmod(zlib.crc32(write_text(text)) % (8 * len(bits)), 8)
        bits[byte] |= 1 << bit
    return bits


class Table(Mapping[K, V]):
    """A mapping whose keys lie packed in ascending order, and whose values are read when asked.

    `write_key` and `read_key` turn a key into bytes and back; `read_value` makes the value
    that stands at a place. Some thousand values are kept once they were read; threads that
    read the same one at the same time both read it, and no harm is done.
    """

    def __init__(
        self,
        keys: SortedStrings,
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
        self._size = len(keys)

    def keep(self) -> None:
        """Read all of it, so that looking something up takes no search; memory is taken for it."""
        whole = {self._read_key(k): self._read_value(at) for at, k in enumerate(self._keys)}
        self.get = whole.get  # type: ignore[method-assign]  # a question asks for hundreds

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
        return self._size


def pack_strings(strings: Iterable[bytes]) -> tuple[bytearray, array[int]]:
    """Return the strings in one piece, and where each of them ends."""
    blob, ends = bytearray(), array("Q")
    for string in strings:
        blob += string
        ends.append(len(blob))
    return blob, ends


def heads_of(strings: Iterable[bytes]) -> array[int]:
    """Return the first bytes of each string as a number; they ascend as the strings do."""
    heads, left = array("Q"), iter(strings)
    while some := [string[:HEAD].ljust(HEAD, b"\0") for string in islice(left, BATCH)]:
        heads.frombytes(b"".join(some))
    if sys.byteorder == "little":
        heads.byteswap()
    return heads


def pack_sorted(name: str, strings: Collection[bytes]) -> Buffers:
    """Return strings in ascending order as buffers whose names begin with `name`."""
    blob, ends = pack_strings(strings)
    return {name: blob, f"{name} ends": narrow(ends), f"{name} heads": heads_of(strings)}


def sorted_in(views: Views, name: str) -> SortedStrings:
    """Return the strings that `pack_sorted` has packed under `name`."""
    return SortedStrings(views[name], views[f"{name} ends"], views[f"{name} heads"])


def narrow(ends: Numbers) -> Numbers:
    """Return ascending numbers in four bytes each instead of eight, if the last one fits."""
    return array("I", ends) if len(ends) and ends[-1] < _FOUR_BYTES else ends


def write_text(text: str) -> bytes:
    """Return a text as bytes, whatever it holds."""
    return text.encode("utf-8", "surrogatepass")


def read_text(raw: bytes) -> str:
    """Return the text that `write_text` has written."""
    return raw.decode("utf-8", "surrogatepass")
