"""An index packed into flat buffers, to be kept in a file and searched in there."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, TypeVar, overload

from bot.packing import SortedWords, Strings, Table, narrow, pack_strings, read_text, write_text
from bot.search.index import Index
from bot.search.lexicon import Lexicon, Meaning
from bot.search.postings import Posting, Segment, join_segments
from bot.search.spelling import LARGE, Speller, other_words, shelve
from bot.search.terms import stem
from bot.timeline.columns import Buffers
from bot.timeline.packed import PackedTimeline, Views

SHELVES_KEPT = 200  # of the speller, as words, once they were looked at

K = TypeVar("K")
V = TypeVar("V")


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
        speller = _pack_speller(words, lexicon.joined, known_words)
        del words
        joined = join_segments(self._segments)
        self._segments.clear()
        numbers, strengths = joined.split()
        return {
            "keys": joined.keys.blob,
            "keys ends": narrow(joined.keys.ends),
            "posting ends": narrow(joined.ends),
            "numbers": memoryview(numbers).cast("I"),
            "strengths": strengths,
            "titles": self._titles,
            "titles ends": narrow(self._title_ends),
            **_pack_lexicon(lexicon),
            **speller,
        }


def unpack_index(views: Views, *, known_words: frozenset[str]) -> Index:
    """Return the index that lies in these buffers; nothing is read but what is asked for."""
    ends, numbers, strengths = views["posting ends"], views["numbers"], views["strengths"]

    def posting(at: int) -> Posting:
        start, end = ends[at - 1] if at else 0, ends[at]
        return Posting(numbers[start:end], strengths[start:end])

    lexicon = _read_lexicon(views)
    return Index(
        timeline=PackedTimeline(views),
        lexicon=lexicon,
        speller=_read_speller(views, lexicon.joined, known_words),
        postings=Table(
            Strings(views["keys"], views["keys ends"]),
            posting,
            write_key=write_text,
            read_key=read_text,
        ),
        title_terms=_Titles(Strings(views["titles"], views["titles ends"])),
        days=views["sorting"],
    )


class _Titles(Sequence[tuple[str, ...]]):
    """The telling stems of each title."""

    def __init__(self, packed: Strings) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, at: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[tuple[str, ...]]: ...
    def __getitem__(self, at: int | slice) -> Sequence[Any]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        return tuple(read_text(self._packed[at]).split())


class _PackedSpeller(Speller):
    """A speller whose words lie packed, those of the language too."""

    _known_stems: SortedWords

    @cached_property
    def known_stems(self) -> SortedWords:  # type: ignore[override]
        """The stems of the ordinary words."""
        return self._known_stems


def _pack_lexicon(lexicon: Lexicon) -> Buffers:
    meanings = (
        (" ".join(phrase), [meaning.concepts, meaning.groups])
        for phrase, meaning in lexicon.meanings.items()
    )
    return {
        **_pack_table("meanings", meanings),
        **_pack_table("longest", lexicon.longest.items()),
        **_pack_table("joined", lexicon.joined.items()),
        **_pack_table("expansions", lexicon.expansions.items()),
        **_pack_table("kinds", lexicon.kinds.items()),
        **_pack_table("surnames", lexicon.surnames.items()),
        **_pack_words("asking", lexicon.asking),
        **_pack_table("tags of", lexicon.tags_of.items()),
        **_pack_table("around", ((place, sorted(at)) for place, at in lexicon.around.items())),
    }


def _read_lexicon(views: Views) -> Lexicon:
    def meaning(packed: list[list[str]]) -> Meaning:
        concepts, groups = packed
        return Meaning(tuple(concepts), tuple(groups))

    return Lexicon(
        meanings=_read_table(
            "meanings",
            views,
            meaning,
            write_key=lambda phrase: write_text(" ".join(phrase)),
            read_key=lambda raw: tuple(read_text(raw).split(" ")),
        ),
        longest=_read_texts("longest", views, int),
        words=frozenset(),  # they have gone into the speller
        joined=_read_texts("joined", views, tuple),
        expansions=_read_texts("expansions", views, tuple),
        tags_of=_read_texts("tags of", views, tuple),
        kinds=_read_texts("kinds", views, str),
        surnames=_read_texts("surnames", views, tuple),
        asking=frozenset(_read_words("asking", views)),
        around=_read_texts("around", views, frozenset),
    )


def _pack_speller(
    words: frozenset[str], joined: Mapping[str, tuple[str, ...]], known_words: frozenset[str]
) -> Buffers:
    stems = frozenset(map(stem, words))
    others = other_words(words, stems, joined=joined, known_words=known_words)
    shelves = shelve(words | others)
    return {
        **_pack_words("words", words),
        **_pack_words("stems", stems),
        **_pack_words("others", others),
        **_pack_words("known stems", map(stem, known_words)),
        **_pack_words("letters", (letter for letter, _ in shelves)),
        **_pack_table(
            "shelves", ((f"{letter}{length}", found) for (letter, length), found in shelves.items())
        ),
    }


def _read_speller(
    views: Views, joined: Mapping[str, tuple[str, ...]], known_words: frozenset[str]
) -> Speller:
    words = _read_words("words", views)
    speller = _PackedSpeller(
        words=words,
        stems=_read_words("stems", views),
        known_words=known_words,
        others=_read_words("others", views),
        shelves=_Shelves(views),
        letters=tuple(_read_words("letters", views)),
        is_large=len(words) > LARGE,
        joined=joined,
    )
    object.__setattr__(speller, "_known_stems", _read_words("known stems", views))
    return speller


class _Shelves(Mapping[tuple[str, int], Sequence[str]]):
    """The words of a speller by first letter and length; those last looked at stay made."""

    def __init__(self, views: Views) -> None:
        names = map(read_text, Strings(views["shelves"], views["shelves ends"]))
        self._places = {(name[0], int(name[1:])): at for at, name in enumerate(names)}
        self._values = Strings(views["shelves values"], views["shelves values ends"])
        self._read = lru_cache(maxsize=SHELVES_KEPT)(self._make)

    def _make(self, at: int) -> Sequence[str]:
        return tuple(json.loads(self._values[at]))

    def __getitem__(self, key: tuple[str, int]) -> Sequence[str]:
        return self._read(self._places[key])

    def get(self, key: tuple[str, int], default: Any = None, /) -> Any:
        """Return the words of one shelf, or `default`."""
        at = self._places.get(key)
        return default if at is None else self._read(at)

    def __iter__(self) -> Iterator[tuple[str, int]]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _pack_words(name: str, words: Iterable[str]) -> Buffers:
    blob, ends = pack_strings(sorted({write_text(word) for word in words}))
    return {name: blob, f"{name} ends": ends}


def _read_words(name: str, views: Views) -> SortedWords:
    return SortedWords(Strings(views[name], views[f"{name} ends"]))


def _pack_table(name: str, pairs: Iterable[tuple[str, object]]) -> Buffers:
    """Pack a mapping; its values are such as JSON can hold."""
    found = sorted((write_text(key), value) for key, value in pairs)
    keys, key_ends = pack_strings(key for key, _ in found)
    values, value_ends = pack_strings(
        write_text(json.dumps(value, ensure_ascii=False)) for _, value in found
    )
    return {
        name: keys,
        f"{name} ends": key_ends,
        f"{name} values": values,
        f"{name} values ends": value_ends,
    }


def _read_table(
    name: str,
    views: Views,
    make: Callable[[Any], V],
    *,
    write_key: Callable[[K], bytes],
    read_key: Callable[[bytes], K],
) -> Mapping[K, V]:
    values = Strings(views[f"{name} values"], views[f"{name} values ends"])
    return Table(
        Strings(views[name], views[f"{name} ends"]),
        lambda at: make(json.loads(values[at])),
        write_key=write_key,
        read_key=read_key,
    )


def _read_texts(name: str, views: Views, make: Callable[[Any], V]) -> Mapping[str, V]:
    return _read_table(name, views, make, write_key=write_text, read_key=read_text)
