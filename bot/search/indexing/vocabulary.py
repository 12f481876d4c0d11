"""The words of a timeline by beginning and length, and which of them are near to a typed one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.packing import Sieve
from bot.search.indexing.letters_held import LettersHeld
from bot.search.terms import is_hangul

LETTERS_AN_EDIT_IN_HANGUL = 6  # of two syllables, one letter may be wrong

LONGEST_ENDING = 3  # letters of the longest ending of a Russian noun
_ENDING = re.compile("(?:[ая]ми|[ое]го|[ое]му|[оеы]й|[оеыи]м|[ая]х|[аяоеыиуюьй])$")
MOST_HITS = 32  # words near enough to be weighed against one another; of a short word many are

FEWEST_NOTED = 150  # words of a shelf; fewer are compared sooner than told apart by their letters
LARGE = 12_000  # words; comparing a typed one with all of so many takes milliseconds

Shelves = Mapping[tuple[str, int], Sequence[str]]
"""Words by first letter and length, in alphabetical order."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """The words of a timeline, ready to be compared with a typed one."""

    words: Collection[str]
    others: Container[str]  # what may be meant though no event says it so
    shelves: Shelves
    letters: tuple[str, ...]  # with which words begin
    is_large: bool
    tails: Sieve | None = None  # what follows the first letter, where words are slow to look up
    rows: dict[tuple[int, int, bool], tuple[str, ...]] = field(default_factory=dict)
    in_hangul: dict[int, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    # The letters of the words of a shelf, or of a row, where they were noted.
    on_shelf: dict[tuple[str, int], LettersHeld] = field(default_factory=dict)
    in_row: dict[tuple[int, int, bool], LettersHeld] = field(default_factory=dict)

    def keep_letters(self, limits: Iterable[tuple[int, int]]) -> None:
        """Note which words hold which letters, for a process that compares many with them.

        `limits` are the lengths of typed words, each with the edits that such a one may need.
        """
        if self.is_large:
            for (letter, length), shelf in self.shelves.items():
                if letter.isascii() and len(shelf) >= FEWEST_NOTED:
                    self.on_shelf[letter, length] = LettersHeld(shelf)
            return
        for length, limit in limits:
            row = self._row(length, limit, is_ascii=True)
            self.in_row[length, limit, True] = LettersHeld(row)

    def hits(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the words at most `limit` edits away, each with its distance, nearest first."""
        hits = self._beginning_alike(word, limit) + self._beginning_otherwise(word)
        is_near = any(distance == 1 for _, distance in hits)
        if limit > 1 and not is_near and not self.is_large:
            hits += self._far_beginning_otherwise(word, limit)
        hits.sort(key=lambda hit: (hit[1], len(hit[0]), hit[0]))
        return hits[:MOST_HITS]

    def hits_in_hangul(self, word: str) -> list[tuple[str, float]]:
        """Compare letter by letter, of which a syllable has two or three.

        Return the words near enough, each with its distance as a share of the typed letters.
        """
        typed = normalize("NFD", word)
        rows = [self._row_in_hangul(len(word) + more) for more in (-1, 0, 1)]
        near = [one for words, _ in rows for one in words]
        spelt = [one for _, letters in rows for one in letters]
        limit = len(typed) // LETTERS_AN_EDIT_IN_HANGUL
        hits = process.extract(typed, spelt, scorer=OSA.distance, score_cutoff=limit, limit=4)
        return [(near[at], distance / (len(typed) + 1)) for _, distance, at in hits]

    def made_with(self, word: str, longest: int) -> Iterator[str]:
        """Yield longer Hangul words that begin or end with a shorter one, of so many syllables.

        None in a large vocabulary, where looking through all of them would take too long.
        """
        for length in range(len(word) + 1, longest + 1) if not self.is_large else ():
            for one in self._row_in_hangul(length)[0]:
                if one.startswith(word) or one.endswith(word):
                    yield one

    def _row_in_hangul(self, length: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return all Hangul words of a length, and how they are spelt letter by letter."""
        row = self.in_hangul.get(length)
        if row is None:
            letters = filter(is_hangul, self.letters)
            words = tuple(one for at in letters for one in self.shelves.get((at, length), ()))
            row = self.in_hangul[length] = words, tuple(normalize("NFD", one) for one in words)
        return row

    def hits_without_ending(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the Russian words that are `limit` edits away at most, endings left aside.

        Only words that begin with the same letter: with another ending than was looked for,
        and a slip besides, there is little else to know a word by.
        """
        near = self._shelved(word[0], len(word), LONGEST_ENDING)
        bases = list(map(without_ending, near))
        hits = process.extract(
            without_ending(word), bases, scorer=OSA.distance, score_cutoff=limit, limit=None
        )
        found = ((near[at], int(distance)) for _, distance, at in hits)
        return sorted(found, key=lambda hit: (hit[1], len(hit[0]), hit[0]))[:MOST_HITS]

    def _beginning_alike(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the words with the same first letter that are `limit` edits away at most."""
        if not self.on_shelf:
            return _near(word, self._shelved(word[0], len(word), limit), limit)
        found: list[str] = []
        for length in range(len(word) - limit, len(word) + limit + 1):
            shelf = self.on_shelf.get((word[0], length))
            found += shelf.lacking(word, limit) if shelf else self._shelved(word[0], length, 0)
        return _near(word, found, limit)

    def _beginning_otherwise(self, word: str) -> list[tuple[str, int]]:
        """Return the words with another first letter that are one edit away.

        They need no search: the slip is in the first letter, and all else is as it was typed.
        """
        tail = word[1:]
        tried = {tail, tail[:1] + word[0] + tail[1:]}
        for rest in (tail, word):
            if self.tails is None or self.tails.may_hold(rest):
                tried.update(letter + rest for letter in self._other_letters(word))
        return [
            (one, 1)
            for one in tried
            if one[:1] != word[0]
            and (self.tails is None or self.tails.may_hold(one[1:]))
            and (one in self.words or one in self.others)
        ]

    def _far_beginning_otherwise(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the words with another first letter that are two edits away or more.

        In a large vocabulary nobody looks for them, nor where some word is only one edit
        away: they would be left out in the end.
        """
        noted = self.in_row.get((len(word), limit, word.isascii()))
        row: Sequence[str] = (
            noted.lacking(word, limit)
            if noted is not None
            else self._row(len(word), limit, is_ascii=word.isascii())
        )
        near = [hit for hit in _near(word, row, limit, most=None) if hit[0][0] != word[0]]
        return [hit for hit in near[:MOST_HITS] if hit[1] > 1]

    def _row(self, length: int, reach: int, *, is_ascii: bool) -> tuple[str, ...]:
        """Return all words of about a length; kept, because a small vocabulary has few."""
        row = self.rows.get((length, reach, is_ascii))
        if row is None:
            letters = (letter for letter in self.letters if letter.isascii() is is_ascii)
            row = tuple(one for letter in letters for one in self._shelved(letter, length, reach))
            self.rows[length, reach, is_ascii] = row
        return row

    def _other_letters(self, word: str) -> list[str]:
        return [
            letter
            for letter in self.letters
            if letter != word[0] and letter.isascii() is word.isascii()
        ]

    def _shelved(self, letter: str, length: int, reach: int) -> list[str]:
        found: list[str] = []
        for one in range(length - reach, length + reach + 1):
            found += self.shelves.get((letter, one), ())
        return found

    def beginning_with(self, word: str, lengths: range) -> list[str]:
        """Return the words of these lengths that begin with the whole of a shorter one."""
        found: list[str] = []
        for length in lengths:
            shelf: Sequence[str] = self.shelves.get((word[0], length), ())
            start = end = bisect_left(shelf, word)
            while end < len(shelf) and shelf[end].startswith(word):
                end += 1
            found += shelf[start:end]
        return found


def without_ending(word: str) -> str:
    """Return a folded Russian word without the ending of its case, if it has one.

    Unlike a stem, what is left of a misspelt word is as near to the right one as it was.
    """
    return _ENDING.sub("", word)


def shelve(words: Iterable[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the words by first letter and length."""
    shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(words):
        shelves[word[0], len(word)].append(word)
    return {key: tuple(found) for key, found in shelves.items()}


def _near(
    word: str, candidates: Sequence[str], limit: int, *, most: int | None = MOST_HITS
) -> list[tuple[str, int]]:
    hits = process.extract(word, candidates, scorer=OSA.distance, score_cutoff=limit, limit=most)
    return [(candidate, int(distance)) for candidate, distance, _ in hits]
