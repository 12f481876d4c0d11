"""An index packed into flat buffers, to be kept in a file and searched in there."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, overload

from bot.packing import (
    Buffers,
    Numbers,
    SortedStrings,
    Strings,
    Table,
    Views,
    heads_of,
    narrow,
    read_text,
    sorted_in,
    write_text,
)
from bot.search.index import MOST_TITLES, Index, rarity_of
from bot.search.indexing.lexicon import Lexicon, Meaning
from bot.search.indexing.packed_speller import pack_speller, read_speller
from bot.search.indexing.postings import Posting, Segment, join_segments, lay_planes
from bot.search.indexing.tables import pack_table, pack_words, read_table, read_texts, read_words
from bot.timeline.packed import PackedTimeline


class Part(NamedTuple):
    """What was read from events that follow one another, packed."""

    segment: Segment
    titles: bytearray  # the telling stems of each title
    title_ends: array[int]
    words: set[str]


class Parts:
    """The parts of an index, put together as they come, in order of time."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._titles, self._title_ends = bytearray(), array("Q")
        self._words: set[str] = set()

    def add(self, part: Part) -> None:
        """Add the part that comes next."""
        start = len(self._titles)
        self._segments.append(part.segment)
        self._titles += part.titles
        self._title_ends.extend(array("Q", [start + end for end in part.title_ends]))
        self._words |= part.words

    def pack(self, lexicon: Lexicon, *, known_words: frozenset[str]) -> Buffers:
        """Return the whole index as named buffers; nothing may be added any more."""
        words = frozenset(w for w in (*self._words, *lexicon.words) if not w[0].isdigit())
        self._words.clear()
        speller = pack_speller(words, lexicon.joined, known_words)
        del words
        # Each large thing is given up as soon as the next is made of it.
        joined = join_segments(self._segments)
        self._segments.clear()
        numbers, strengths = joined.split()
        keys, ends = joined.keys, joined.ends
        del joined
        laid = memoryview(numbers).cast("I")
        places, planes = lay_planes(ends, laid, strengths, len(self._title_ends))
        found = SortedStrings(keys.blob, narrow(keys.ends), heads_of(keys))
        return {
            "keys": keys.blob,
            "keys ends": found.ends,
            "keys heads": found.heads,
            "posting ends": narrow(ends),
            "numbers": laid,
            "strengths": strengths,
            "wide": places,
            "planes": planes,
            "titles": self._titles,
            "titles ends": narrow(self._title_ends),
            "titles weights": _weigh(Strings(self._titles, self._title_ends), found, ends),
            **_pack_lexicon(lexicon),
            **speller,
        }


def _weigh(titles: Strings, keys: SortedStrings, ends: Numbers) -> array[float]:
    """Return what all stems of each title weigh together."""
    rarities = _Rarities(keys, ends, len(titles))
    return array("d", (sum(map(rarities.__getitem__, title.split())) for title in titles))


class _Rarities(dict[bytes, float]):
    """How rare each stem is of which this was asked: no more of them than there are words."""

    def __init__(self, keys: SortedStrings, ends: Numbers, total: int) -> None:
        self._keys, self._ends, self._total = keys, ends, total

    def __missing__(self, stem: bytes) -> float:
        found = rarity_of(_holders(self._keys.find(stem), self._ends), self._total)
        self[stem] = found
        return found


def _holders(at: int, ends: Numbers) -> int:
    """Return how many events hold the key at a place, none if that is -1."""
    return ends[at] - (ends[at - 1] if at else 0) if at >= 0 else 0


def unpack_index(views: Views, *, known_words: frozenset[str]) -> Index:
    """Return the index that lies in these buffers; nothing is read but what is asked for."""
    ends, numbers, strengths = views["posting ends"], views["numbers"], views["strengths"]

    planes, size = views["planes"], len(views["titles ends"])
    wide = {place: planes[row * size : (row + 1) * size] for row, place in enumerate(views["wide"])}

    def posting(at: int) -> Posting:
        start, end = ends[at - 1] if at else 0, ends[at]
        return Posting(numbers[start:end], strengths[start:end], wide.get(at))

    lexicon, keys = _read_lexicon(views), sorted_in(views, "keys")

    def holders(key: str) -> int:
        return _holders(keys.find(write_text(key)), ends)

    return Index(
        timeline=PackedTimeline(views),
        lexicon=lexicon,
        speller=read_speller(views, lexicon.joined, known_words),
        postings=Table(
            keys,
            posting,
            write_key=write_text,
            read_key=read_text,
        ),
        holders=holders,
        title_terms=_Titles(Strings(views["titles"], views["titles ends"])),
        title_weights=views["titles weights"],
        days=views["sorting"],
    )


class _Titles(Sequence[tuple[str, ...]]):
    """The telling stems of each title; those last looked at stay made."""

    def __init__(self, packed: Strings) -> None:
        self._packed = packed
        self._read = lru_cache(maxsize=MOST_TITLES)(self._split)

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[Any]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return self._read(at)

    def _split(self, at: int) -> tuple[str, ...]:
        return tuple(read_text(self._packed[at]).split())


def _pack_lexicon(lexicon: Lexicon) -> Buffers:
    meanings = (
        (" ".join(phrase), [meaning.concepts, meaning.groups])
        for phrase, meaning in lexicon.meanings.items()
    )
    return {
        **pack_table("meanings", meanings),
        **pack_table("longest", lexicon.longest.items()),
        **pack_table("joined", lexicon.joined.items()),
        **pack_table("expansions", lexicon.expansions.items()),
        **pack_table("kinds", lexicon.kinds.items()),
        **pack_table("surnames", lexicon.surnames.items()),
        **pack_words("asking", lexicon.asking),
        **pack_table("tags of", lexicon.tags_of.items()),
        **pack_table("around", ((place, sorted(at)) for place, at in lexicon.around.items())),
    }


def _read_lexicon(views: Views) -> Lexicon:
    def meaning(packed: list[list[str]]) -> Meaning:
        concepts, groups = packed
        return Meaning(tuple(concepts), tuple(groups))

    return Lexicon(
        meanings=read_table(
            "meanings",
            views,
            meaning,
            write_key=lambda phrase: write_text(" ".join(phrase)),
            read_key=lambda raw: tuple(read_text(raw).split(" ")),
        ),
        longest=read_texts("longest", views, int),
        words=frozenset(),  # they have gone into the speller
        joined=read_texts("joined", views, tuple),
        expansions=read_texts("expansions", views, tuple),
        tags_of=read_texts("tags of", views, tuple),
        kinds=read_texts("kinds", views, str),
        surnames=read_texts("surnames", views, tuple),
        asking=frozenset(read_words("asking", views)),
        around=dict(read_texts("around", views, frozenset)),
    )
