"""Vocabulary-level correction: from a word nobody wrote to the words that were meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bot.search.indexing.sound_index import SoundIndex, build_sounds
from bot.search.indexing.vocabulary import Vocabulary, without_ending
from bot.search.language.common_words import commonness
from bot.search.language.keyboards import are_neighbours
from bot.search.language.romanising import romanise, spell_syllables
from bot.search.terms import is_hangul, is_verb_form, stem

# Edits allowed by length of the typed word: one slip in a short word, three in a long one.
# Words of up to three letters are left alone; too many others are one letter away. Of
# other alphabets no dictionary is at hand, so a correct word may look misspelt.
_EDITS = ((4, 0), (7, 1), (11, 2))
MOST_EDITS = 3
_EDITS_ELSEWHERE = ((5, 0), (9, 1), (64, 2))

# A first letter is seldom wrong; a correction that changes it counts this much further.
FIRST_LETTER_COST = 0.7

# People leave letters out more often than they put letters in.
EXTRA_LETTER_COST = 0.2

# A key beside the right one is the likelier slip of two that are equally far off.
NEIGHBOUR_GAIN = 0.3

# One of two like letters is left out or put in before any other: "congres", "pannel".
DOUBLED_GAIN = 0.7
_DOUBLED = re.compile(r"(.)\1")

# What these are put before, or are taken from, means another thing: no slip does that.
PREFIXES = tuple(
    "anti bi co counter de dis ex hemi im in inter mis multi non over post pre quadri re semi"
    " sesqui sub tri un under uni анти без вне до не пере по полу после пре пред противо".split()
)
SAME_BEGINNING = 4  # letters with which the same word goes on behind a prefix
OF_AN_ADVERB = 4.5  # how common a word must be for its "-ly" to be known though no list has it

SHORTEST_PREFIX = 4  # letters from which a typed beginning counts as the whole word
SHORTEST_STEM = 5  # letters of a stem in which one may be wrong, whatever the ending
SHORT_IN_HANGUL = 2  # syllables; with one of these endings it is a verb, and none misspelt
_OF_A_SHORT_VERB = ("는", "은")
MOST_CORRECTIONS = 4
MOST_SEEN = 4096  # words of which it is kept whether they are known: a question asks often
SHORTEST_NAME = 3  # letters of a name that is the same in another script
SHORTEST_SPELT = 5  # letters of one that is an everyday word of its own language as well
LONGEST_CASE = 3  # letters of the ending of a case: "Востоком", "Мирного"
LATIN_ENDINGS = ("", "y", "iy", "a", "aya", "o")  # of Russian names in the nominative
HEARD = 0.95  # of the likeness of a name from another script: not typed, but heard


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that may have been meant, and how far off they are.

    `words` is several where the typed word was written together; `closeness` is 1 for no
    change and falls with every edit.
    """

    words: tuple[str, ...]
    closeness: float


class _Known(dict[str, bool]):
    """Whether a word is known; that of the last some thousand words is kept."""

    def __init__(self, look_up: Callable[[str], bool]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> bool:
        if len(self) >= MOST_SEEN:
            self.clear()
        found = self[word] = self._look_up(word)
        return found


@dataclass(frozen=True, kw_only=True)
class Speller(Vocabulary):
    """The words of a timeline, those of the language beside them, and what was meant by others."""

    stems: Container[str]
    known_words: frozenset[str]
    joined: Mapping[str, tuple[str, ...]]
    # What some words were meant to be: a question is read more than once, and so are its slips.
    corrected: dict[str, tuple[Correction, ...]] = field(default_factory=dict)

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
        return self.known[word]

    @cached_property
    def known(self) -> Mapping[str, bool]:
        """What `is_known` tells of a word, for many words at a time."""
        return _Known(self._is_known)

    def _is_known(self, word: str) -> bool:
        if word in self.known_words or word in self.words:
            return True
        found = stem(word)
        if word.endswith("ly") and commonness(word[:-2]) < OF_AN_ADVERB:
            return False  # "Hartly" is nothing done in the way of a hart
        if word == found:
            return any(word + ending in self.words for ending in ("s", "es", "ed"))
        return found in self.stems or found in self.known_stems

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` is an ordinary word of the language in any of its forms."""
        return word in self.known_words or stem(word) in self.known_stems

    def correct(self, word: str) -> tuple[Correction, ...]:
        """Return what `word` may have been meant to be, closest first; digits never change."""
        found = self.corrected.get(word)
        if found is None:
            if len(self.corrected) >= MOST_SEEN:
                self.corrected.clear()
            found = self.corrected[word] = self._correct(word)
        return found

    def _correct(self, word: str) -> tuple[Correction, ...]:
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
        if not found and not is_ordinary:
            found = self._nearest_with_ending(word)
        if not found and is_verb_form(word):
            return ()
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

    def in_latin(self, word: str) -> tuple[str, ...]:
        """Return the words of the timeline that a Russian one may be, letter by letter.

        "Восток" is the east, and a station that others write Vostok; the ending may be a case.
        One that the data has in Russian, in a person's name say, may be as short as names are.
        """
        if not "\u0430" <= word[0] <= "\u044f":
            return ()
        found: dict[str, None] = {}
        for end in range(len(word), max(SHORTEST_NAME, len(word) - LONGEST_CASE) - 1, -1):
            base = word[:end]
            least = SHORTEST_NAME if base in self.words else SHORTEST_SPELT
            for latin in (romanise(base) + ending for ending in LATIN_ENDINGS):
                if len(latin) >= least and latin in self.words and not commonness(latin):
                    found[latin] = None
        return tuple(found)

    def _nearest(self, word: str) -> list[Correction]:
        if is_hangul(word):
            if len(word) == SHORT_IN_HANGUL and word.endswith(_OF_A_SHORT_VERB):
                return []
            return [Correction((near,), 1.0 - far) for near, far in self.hits_in_hangul(word)]
        limit = edits_allowed(len(word), is_ascii=word.isascii())
        if limit == 0:
            return []
        found = []
        hits = self.hits(word, limit)
        once = _undoubled(word) if hits else ""
        for candidate, distance in hits:
            cost = distance + (FIRST_LETTER_COST if candidate[0] != word[0] else 0.0)
            cost += EXTRA_LETTER_COST * (len(candidate) < len(word))
            cost -= NEIGHBOUR_GAIN * _neighbouring_slips(word, candidate)
            cost -= NEIGHBOUR_GAIN * (candidate[:-1] == word)  # not typed to its end
            cost -= DOUBLED_GAIN * (_undoubled(candidate) == once)
            if cost > limit + 0.5 or _means_another(word, candidate):
                continue
            closeness = 1.0 - cost / (len(word) + 1)
            words = self.joined.get(candidate, (candidate,))
            found.append(Correction(words, closeness))
        return found

    def _nearest_with_ending(self, word: str) -> list[Correction]:
        """Look for "Иванавым" as a slip in "Иванов", of which "Ивановым" is a form."""
        length = len(without_ending(word))
        if is_hangul(word) or length < SHORTEST_STEM:
            return []
        found = self.hits_without_ending(word, 1)
        return [
            Correction(self.joined.get(near, (near,)), 1.0 - distance / (length + 1))
            for near, distance in found
        ]

    def _nearest_singular(self, word: str) -> list[Correction]:
        """Look for "veots" as a slip in "veto", of which the plural is a form."""
        return (
            self._nearest(word[:-1]) if word.endswith("s") and len(word) > SHORTEST_PREFIX else []
        )

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
            for candidate in self.beginning_with(word, range(len(word) + 1, len(word) + 8))
        ]
        return sorted(found, key=lambda c: (-c.closeness, c.words))[:3]


def edits_allowed(length: int, *, is_ascii: bool) -> int:
    """Return how many edits a typed word of that many letters may be away from the right one."""
    allowed = _EDITS if is_ascii else _EDITS_ELSEWHERE
    return next((edits for longer, edits in allowed if length < longer), MOST_EDITS)


def _undoubled(word: str) -> str:
    """Return a word with one letter in the place of two that are alike."""
    return _DOUBLED.sub(_first_group, word)


def _first_group(found: re.Match[str]) -> str:
    return found[1]


def _means_another(typed: str, meant: str) -> bool:
    """Whether two words differ by a prefix that one of them has: "bicentenary" is no slip."""
    for prefix in PREFIXES:
        if typed.startswith(prefix) is meant.startswith(prefix):
            continue
        longer, shorter = (typed, meant) if typed.startswith(prefix) else (meant, typed)
        rest = longer.removeprefix(prefix)
        if rest[:SAME_BEGINNING] == shorter[:SAME_BEGINNING] and len(rest) >= SAME_BEGINNING:
            return True
    return False


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
