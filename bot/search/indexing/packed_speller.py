"""The words of a speller packed into flat buffers, and a speller that looks them up there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bot.packing import (
    Buffers,
    Sieve,
    SortedWords,
    Strings,
    Views,
    make_sieve,
    read_text,
)
from bot.search.indexing.sound_index import SoundIndex, name_sound, names_by_sound
from bot.search.indexing.speller_making import other_words
from bot.search.indexing.spelling import Speller
from bot.search.indexing.tables import pack_table, pack_words, read_texts, read_words
from bot.search.indexing.vocabulary import LARGE, shelve
from bot.search.terms import stem

SHELVES_KEPT = 200  # as words, once they were looked at


@dataclass(frozen=True, kw_only=True)
class PackedSpeller(Speller):
    """A speller whose words lie packed, those of the language too."""

    packed_stems: SortedWords
    packed_sounds: Mapping[str, Sequence[str]]

    @cached_property
    def known_stems(self) -> SortedWords:  # type: ignore[override]
        """The stems of the ordinary words."""
        return self.packed_stems

    @cached_property
    def sounds(self) -> SoundIndex:
        """The names by their sound."""
        return SoundIndex(self._named)

    def _named(self, letter: str, sound: str, is_korean: bool) -> Sequence[str]:
        return self.packed_sounds.get(name_sound(letter, sound, is_korean=is_korean), ())


def pack_speller(
    words: frozenset[str], joined: Mapping[str, tuple[str, ...]], known_words: frozenset[str]
) -> Buffers:
    """Return all that a speller looks up, as named buffers."""
    stems = frozenset(map(stem, words))
    others = other_words(words, stems, joined=joined, known_words=known_words)
    shelves = shelve(words | others)
    sounds = names_by_sound(words, joined)
    return {
        "tails": make_sieve({word[1:] for word in (*words, *others)}),
        **pack_table("sounds", sounds.items()),
        **pack_words("words", words),
        **pack_words("stems", stems),
        **pack_words("others", others),
        **pack_words("known stems", map(stem, known_words)),
        **pack_words("letters", (letter for letter, _ in shelves)),
        **pack_table(
            "shelves",
            # Words hold no blanks, and one text is read sooner than a list of many.
            ((f"{letter}{size}", " ".join(found)) for (letter, size), found in shelves.items()),
        ),
    }


def read_speller(
    views: Views, joined: Mapping[str, tuple[str, ...]], known_words: frozenset[str]
) -> Speller:
    """Return the speller that lies in these buffers."""
    words = read_words("words", views)
    return PackedSpeller(
        words=words,
        stems=read_words("stems", views),
        known_words=known_words,
        others=read_words("others", views),
        shelves=PackedShelves(views),
        letters=tuple(read_words("letters", views)),
        is_large=len(words) > LARGE,
        joined=joined,
        tails=Sieve(views["tails"]),
        packed_stems=read_words("known stems", views),
        packed_sounds=read_texts("sounds", views, tuple),
    )


class PackedShelves(Mapping[tuple[str, int], Sequence[str]]):
    """The words of a speller by first letter and length; those last looked at stay made."""

    def __init__(self, views: Views) -> None:
        names = map(read_text, Strings(views["shelves"], views["shelves ends"]))
        self._places = {(name[0], int(name[1:])): at for at, name in enumerate(names)}
        self._values = Strings(views["shelves values"], views["shelves values ends"])
        self._read: Callable[[int], Sequence[str]] = lru_cache(maxsize=SHELVES_KEPT)(self._make)

    def _make(self, at: int) -> Sequence[str]:
        words: str = json.loads(self._values[at])
        return tuple(words.split(" "))

    def keep(self) -> None:
        """Read all of them, so that comparing a word with some waits for none."""
        whole = {key: self._make(at) for key, at in self._places.items()}
        self.get = whole.get  # type: ignore[method-assign]  # a typed word is held against dozens
        self._read = list(whole.values()).__getitem__

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
