"""Vocabulary-level correction: from a word nobody wrote to the words that were meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.search.common_words import commonness
from bot.search.keyboards import are_neighbours
from bot.search.romanising import romanise, spell_syllables
from bot.search.sound_index import SoundIndex, build_sounds
from bot.search.terms import fold, is_hangul, stem

# Edits allowed by length of the typed word: one slip in a short word, three in a long one.
# Words of up to three letters are left alone; too many others are one letter away. Of
# other alphabets no dictionary is at hand, so a correct word may look misspelt.
_EDITS = ((4, 0), (7, 1), (11, 2))
MOST_EDITS = 3
_EDITS_ELSEWHERE = ((5, 0), (9, 1), (64, 2))

LETTERS_AN_EDIT_IN_HANGUL = 6  # of two syllables, one letter may be wrong

# A first letter is seldom wrong; a correction that changes it counts this much further.
FIRST_LETTER_COST = 0.7

# People leave letters out more often than they put letters in.
EXTRA_LETTER_COST = 0.2

# A key beside the right one is the likelier slip of two that are equally far off.
NEIGHBOUR_GAIN = 0.3

SHORTEST_PREFIX = 4  # letters from which a typed beginning counts as the whole word
MOST_CORRECTIONS = 4
MOST_HITS = 12  # words near enough to be weighed against one another

LARGE = 12_000  # words; comparing a typed one with all of so many takes milliseconds

SHORTEST_NAME = 3  # letters of a name that is the same in another script
HEARD = 0.95  # of the likeness of a name from another script: not typed, but heard


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that may have been meant, and how far off they are.

    `words` is several where the typed word was written together; `closeness` is 1 for no
    change and falls with every edit.
    """

    words: tuple[str, ...]
    closeness: float


Shelves = Mapping[tuple[str, int], Sequence[str]]
"""Words by first letter and length, in alphabetical order."""


@dataclass(frozen=True)
class Speller:
    """The words of a timeline by beginning and length, ready to be compared with a typed one."""

    words: Collection[str]
    stems: Container[str]
    known_words: frozenset[str]
    others: Container[str]  # what may be meant though no event says it so
    shelves: Shelves
    letters: tuple[str, ...]  # with which words begin
    is_large: bool
    joined: Mapping[str, tuple[str, ...]]

    @cached_property
    def known_stems(self) -> frozenset[str]:
        """The stems of the ordinary words; made when a word is first looked up in them."""
        return frozenset(map(stem, self.known_words))

    @cached_property
    def sounds(self) -> SoundIndex:
        """The names by their sound; made when a name in another script is first looked up."""
        return build_sounds(self.words, self.joined)

    def is_known(self, word: str) -> bool:
        """Whether `word` stands in the timeline or is an ordinary word of the language.

        A bare stem is a word only where a plain ending makes it one that is known: "burn" of
        "burns", but not "noth" of "nothing".
        """
        found = stem(word)
        if word in self.words or word in self.known_words:
            return True
        if word == found:
            return any(word + ending in self.words for ending in ("s", "es", "ed"))
        return found in self.stems or found in self.known_stems

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is an ordinary word of the language in any of its forms."""
        return word in self.known_words or stem(word) in self.known_stems

    def correct(self, word: str) -> tuple[Correction, ...]:
        """Return what `word` may have been meant to be, closest first; digits never change."""
        if word[0].isdigit() or self.is_known(word):
            return ()
        if word in self.joined:
            return (Correction(self.joined[word], 1.0),)
        if not word.isascii():
            return self._correct_other_script(word)
        found = [*self._nearest(word), *self._split(word)]
        if not found:
            found = self._completed(word) or self._nearest_singular(word)
        return _best(found)

    def _correct_other_script(self, word: str) -> tuple[Correction, ...]:
        """Look for the word in its own script first, then for a name of the same sound."""
        is_ordinary = commonness(word) > 0
        found = [] if is_ordinary else [*self._nearest(word), *self._split(word)]
        if not found and (name := self._spell_out(stem(word))):
            return (Correction(name, HEARD),)
        if not found:
            forms = dict.fromkeys((word, stem(word)))  # without the ending, or without one to lose
            alike = max(
                (self.sounds.find(form, is_ordinary=is_ordinary) for form in forms),
                key=lambda names: names[0][1] if names else 0.0,
            )
            found = [
                Correction(self.joined.get(name, (name,)), HEARD * likeness)
                for name, likeness in alike
            ]
        return _best(found)

    def _spell_out(self, word: str) -> tuple[str, ...]:
        """Return a name of another script as it is written here letter by letter, if it is."""
        spelt = spell_syllables(word)
        if not spelt:
            latin = romanise(word)
            is_here = latin in self.words and len(latin) >= SHORTEST_NAME
            return (latin,) if is_here and not commonness(latin) else ()
        found = [next((s for s in every if s in self.words), "") for every in spelt]
        return tuple(found) if all(found) else ()

    def _nearest(self, word: str) -> list[Correction]:
        if is_hangul(word):
            return self._nearest_in_hangul(word)
        allowed = _EDITS if word.isascii() else _EDITS_ELSEWHERE
        limit = next((edits for length, edits in allowed if len(word) < length), MOST_EDITS)
        if limit == 0:
            return []
        hits = self._beginning_alike(word, limit) + self._beginning_otherwise(word)
        is_near = any(distance == 1 for _, distance in hits)
        if limit > 1 and not is_near and not self.is_large:
            hits += self._far_beginning_otherwise(word, limit)
        hits.sort(key=lambda hit: (hit[1], len(hit[0]), hit[0]))
        found = []
        for candidate, distance in hits[:MOST_HITS]:
            cost = distance + (FIRST_LETTER_COST if candidate[0] != word[0] else 0.0)
            cost += EXTRA_LETTER_COST * (len(candidate) < len(word))
            cost -= NEIGHBOUR_GAIN * _neighbouring_slips(word, candidate)
            if cost > limit + 0.5:
                continue
            closeness = 1.0 - cost / (len(word) + 1)
            words = self.joined.get(candidate, (candidate,))
            found.append(Correction(words, closeness))
        return found

    def _nearest_in_hangul(self, word: str) -> list[Correction]:
        """Compare letter by letter, of which a syllable has two or three."""
        typed = normalize("NFD", word)
        near = [
            candidate
            for length in (len(word) - 1, len(word), len(word) + 1)
            for letter in self.letters
            if is_hangul(letter)
            for candidate in self.shelves.get((letter, length), ())
        ]
        spelt = [normalize("NFD", candidate) for candidate in near]
        limit = len(typed) // LETTERS_AN_EDIT_IN_HANGUL
        hits = process.extract(typed, spelt, scorer=OSA.distance, score_cutoff=limit, limit=4)
        return [
            Correction((near[at],), 1.0 - distance / (len(typed) + 1)) for _, distance, at in hits
        ]

    def _nearest_singular(self, word: str) -> list[Correction]:
        """Look for "veots" as a slip in "veto", of which the plural is a form."""
        return (
            self._nearest(word[:-1]) if word.endswith("s") and len(word) > SHORTEST_PREFIX else []
        )

    def _beginning_alike(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the words with the same first letter that are `limit` edits away at most."""
        return _near(word, self._shelved(word[0], len(word), limit), limit)

    def _beginning_otherwise(self, word: str) -> list[tuple[str, int]]:
        """Return the words with another first letter that are one edit away.

        They need no search: the slip is in the first letter, and all else is as it was typed.
        """
        tail = word[1:]
        tried = [tail, tail[:1] + word[0] + tail[1:]]
        for letter in self._other_letters(word):
            tried += letter + tail, letter + word
        return [
            (one, 1)
            for one in dict.fromkeys(tried)
            if one[0] != word[0] and (one in self.words or one in self.others)
        ]

    def _far_beginning_otherwise(self, word: str, limit: int) -> list[tuple[str, int]]:
        """Return the words with another first letter that are two edits away or more.

        In a large vocabulary nobody looks for them, nor where some word is only one edit
        away: they would be left out in the end.
        """
        near = [
            one
            for letter in self._other_letters(word)
            for one in self._shelved(letter, len(word), limit)
        ]
        return [hit for hit in _near(word, near, limit) if hit[1] > 1]

    def _other_letters(self, word: str) -> list[str]:
        return [
            letter
            for letter in self.letters
            if letter != word[0] and letter.isascii() is word.isascii()
        ]

    def _shelved(self, letter: str, length: int, reach: int) -> list[str]:
        return [
            word
            for one in range(length - reach, length + reach + 1)
            for word in self.shelves.get((letter, one), ())
        ]

    def _split(self, word: str) -> list[Correction]:
        found = []
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if left in self.words and right in self.words:
                found.append(Correction((left, right), 0.9))
        return found[:2]

    def _completed(self, word: str) -> list[Correction]:
        if len(word) < SHORTEST_PREFIX:
            return []
        found = [
            Correction((candidate,), 0.7 + 0.2 * len(word) / len(candidate))
            for length in range(len(word) + 1, len(word) + 8)
            for candidate in self.shelves.get((word[0], length), ())
            if candidate.startswith(word)
        ]
        return sorted(found, key=lambda c: (-c.closeness, c.words))[:3]


def _best(found: list[Correction]) -> tuple[Correction, ...]:
    found.sort(key=lambda correction: -correction.closeness)
    best = found[0].closeness if found else 0.0
    return tuple(c for c in found if c.closeness >= best - 0.08)[:MOST_CORRECTIONS]


def _neighbouring_slips(typed: str, meant: str) -> int:
    """Return how many letters of a word of the same length are neighbours of the right ones."""
    if len(typed) != len(meant):
        return 0
    return sum(
        are_neighbours(*pair) for pair in zip(typed, meant, strict=True) if pair[0] != pair[1]
    )


def build_speller(
    vocabulary: Iterable[str],
    *,
    joined: Mapping[str, tuple[str, ...]],
    known_words: frozenset[str] = frozenset(),
) -> Speller:
    """Prepare the words of a timeline; `known_words` are never corrected."""
    words = frozenset(word for word in vocabulary if not word[0].isdigit())
    stems = frozenset(map(stem, words))
    others = other_words(words, stems, joined=joined, known_words=known_words)
    return Speller(
        words=words,
        stems=stems,
        known_words=known_words,
        others=others,
        shelves=shelve(words | others),
        letters=tuple(sorted({word[0] for word in words | others})),
        is_large=len(words) > LARGE,
        joined=joined,
    )


def other_words(
    words: frozenset[str],
    stems: frozenset[str],
    *,
    joined: Iterable[str],
    known_words: frozenset[str],
) -> frozenset[str]:
    """Return what may be meant beside the words themselves.

    "phoen" is one slip from "phone", where the timeline only has "phones"; but a stem that
    is no word ("noth", of "nothing") is nothing anybody meant.
    """
    return frozenset((*(stems & known_words), *joined)) - words


def shelve(words: Iterable[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    """Return the words by first letter and length."""
    shelves: dict[tuple[str, int], list[str]] = defaultdict(list)
    for word in sorted(words):
        shelves[word[0], len(word)].append(word)
    return {key: tuple(found) for key, found in shelves.items()}


def _near(word: str, candidates: Sequence[str], limit: int) -> list[tuple[str, int]]:
    hits = process.extract(
        word, candidates, scorer=OSA.distance, score_cutoff=limit, limit=MOST_HITS
    )
    return [(candidate, int(distance)) for candidate, distance, _ in hits]


def best_whole_texts(
    text: str, texts: Sequence[str], *, limit: int, by_words: bool = False
) -> list[tuple[int, float]]:
    """Return the numbers and scores (0 to 100) of the texts most like `text` as a whole.

    Only a yardstick for measurements: over whole texts even a right one scores hardly
    above an unrelated one, which is why corrections are made word by word.
    """
    scorer = fuzz.token_set_ratio if by_words else fuzz.WRatio
    hits = process.extract(text, texts, scorer=scorer, limit=limit, processor=fold)
    return [(number, score) for _, score, number in hits]
