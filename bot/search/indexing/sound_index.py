"""Which words of a timeline sound like a name written in another script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from bot.search.language.common_words import commonness
from bot.search.language.romanising import all_sounds, loosen, romanise, sounds
from bot.search.terms import is_hangul

MOST_WORDS = 200_000  # more would take longer to prepare than somebody waits for an answer
SHORTEST = 4  # letters of a word that is looked for by its sound
SHORTEST_ABROAD = 3  # the same, of one in another alphabet: "Мир"
FEWEST_SOUNDS, FEWEST_IN_KOREAN = 2, 3  # consonants that say much

# How alike two spellings must be, 0 to 1, vowels included. Hangul adds a vowel after every
# consonant that has none. An ordinary word of its language must fit well, and so must one of
# few consonants.
ALIKE, ALIKE_IN_KOREAN, ALIKE_FOR_SURE = 0.7, 0.66, 0.8
MOST_FOUND = 3

# Short words of a script sound like many names: one of two syllables, or of four letters, is a
# name only where hardly anything but taste in spelling differs.
SHORT_IN_KOREAN, SHORT, ALIKE_WHERE_SHORT = 2, 4, 0.95

# What other systems write, and ours: German "j", French "ch", "yo" for what is printed as "е".
_SYSTEMS = (("j", "y"), ("yo", "e"), ("io", "e"), ("sch", "shch"), ("sch", "sh"), ("ch", "sh"))
_HEARD_AS_YE = re.compile("(?:^|(?<=[аеиоуыэюяьъ]))е")

# Letters that a Latin spelling may begin with, by the first letter of another system's.
_BEGINNINGS = {
    letter: latin
    for letters, latin in (
        ("k", "kcqxg"), ("g", "gkhj"), ("h", "hkcg"), ("bpvfw", "bpvfw"), ("dt", "dtzjc"),
        ("szcjx", "szcjtgx"), ("rl", "rl"), ("m", "m"), ("n", "nkg"), ("aeiouy", "aeiouyjhw"),
    )
    for letter in letters
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SoundIndex:
    """The names of a timeline by their consonants; a name may be several words together.

    `named` gives the names that begin with a letter and sound so, in Korean or elsewhere.
    """

    named: Callable[[str, str, bool], Sequence[str]]

    def find(self, word: str, *, is_ordinary: bool) -> list[tuple[str, float]]:
        """Return the words that the folded `word` may stand for, and how alike, best first."""
        return self._find(word, is_ordinary=is_ordinary, is_korean=is_hangul(word))

    def find_elsewhere(self, word: str, *, is_ordinary: bool) -> list[tuple[str, float]]:
        """Return the words in other alphabets that the folded Latin `word` may stand for.

        As `find` does it the other way round.
        """
        found: dict[str, float] = {}
        for is_korean in (False, True):
            for spelt in _spelt_otherwise(word):
                every = self._find(
                    spelt, is_ordinary=is_ordinary, is_korean=is_korean, is_latin=False
                )
                for name, likeness in every:
                    if is_hangul(name) is is_korean:
                        found[name] = max(likeness, found.get(name, 0.0))
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FOUND]

    def _find(
        self, word: str, *, is_ordinary: bool, is_korean: bool, is_latin: bool = True
    ) -> list[tuple[str, float]]:
        latin = romanise(word)
        fewest = FEWEST_IN_KOREAN if is_korean else FEWEST_SOUNDS
        least = ALIKE_IN_KOREAN if is_korean else ALIKE
        if is_ordinary or (is_korean and len(word) == SHORT_IN_KOREAN + 1):
            least = ALIKE_FOR_SURE
        if len(word) <= (SHORT_IN_KOREAN if is_korean else SHORT):
            least = ALIKE_WHERE_SHORT
        plain = loosen(latin, is_korean=is_korean)
        found = {}
        for name, sound in self._alike(latin, is_korean=is_korean):
            if name.isascii() is not is_latin:
                continue
            likeness = max(
                OSA.normalized_similarity(plain, loosen(spelt, is_korean=is_korean))
                for spelt in _romanised(name)
            )
            if likeness >= (least if len(sound) >= fewest else max(least, ALIKE_FOR_SURE)):
                found[name] = likeness
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FOUND]

    def _alike(self, latin: str, *, is_korean: bool) -> Iterator[tuple[str, str]]:
        """Yield the names of the same consonants, each with these."""
        begun = {"kh": "h", "ts": "s"}.get(latin[:2], latin[:1])
        heard = sounds(latin, is_korean=is_korean)
        for letter in _BEGINNINGS.get(begun, ""):
            for sound in heard:
                for name in self.named(letter, sound, is_korean):
                    yield name, sound


def build_sounds(words: Collection[str], joined: Mapping[str, Sequence[str]]) -> SoundIndex:
    """Prepare the names among `words`, and those that are several words written together.

    What they sound like is found out letter by letter, when one is first looked for.
    """
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in _names(words, joined):
        names[romanise(name)[0]].append(name)

    @cache
    def heard(letter: str, is_korean: bool) -> Mapping[str, Sequence[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name in names.get(letter, ()):
            for sound in sounds(romanise(name), is_korean=is_korean):
                found[sound].append(name)
        return found

    return SoundIndex(lambda letter, sound, is_korean: heard(letter, is_korean).get(sound, ()))


def names_by_sound(
    words: Collection[str], joined: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """Return what `build_sounds` prepares, all at once, by the keys of `name_sound`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _names(words, joined):
        latin = romanise(name)
        for is_korean, heard in zip((False, True), all_sounds(latin), strict=True):
            for sound in heard:
                found[name_sound(latin[0], sound, is_korean=is_korean)].append(name)
    return found


def name_sound(letter: str, sound: str, *, is_korean: bool) -> str:
    """Return the key of the names that begin with a letter and sound so."""
    return f"{letter}{'+' if is_korean else '-'}{sound}"


def _names(words: Collection[str], joined: Mapping[str, Sequence[str]]) -> Iterator[str]:
    parts = {part for several in joined.values() for part in several}
    for word in sorted({*words, *joined}) if len(words) <= MOST_WORDS else ():
        is_long = len(word) >= SHORTEST and word.isascii() and word.isalpha()
        if is_long and (word in parts or word in joined or not commonness(word)):
            yield word
        if len(word) >= SHORTEST_ABROAD and _is_abroad(word) and word not in joined:
            yield word


def _spelt_otherwise(word: str) -> Iterator[str]:
    """Yield a name in Latin letters as the system may have it by which ours are romanised."""
    yield word
    for theirs, ours in _SYSTEMS:
        if theirs in word:
            yield word.replace(theirs, ours)


def _romanised(name: str) -> Iterator[str]:
    """Yield how a name is spelt in Latin letters: "eliseev" and, as it is heard, "yeliseyev"."""
    latin = romanise(name)
    yield latin
    if not name.isascii() and _HEARD_AS_YE.search(name):
        yield romanise(_HEARD_AS_YE.sub("йе", name))


def _is_abroad(word: str) -> bool:
    """Whether a folded word is of Cyrillic letters or Hangul, which can be spelt in Latin ones."""
    is_spelt = "\u0430" <= word[0] <= "\u045f" or is_hangul(word)
    latin = romanise(word) if is_spelt else ""
    return latin[:1].isalpha() and latin.isascii()
