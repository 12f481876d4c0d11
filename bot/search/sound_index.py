"""Which words of a timeline sound like a name written in another script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from bot.search.common_words import commonness
from bot.search.romanising import loosen, romanise, sounds
from bot.search.terms import is_hangul

MOST_WORDS = 200_000  # more would take longer to prepare than somebody waits for an answer
SHORTEST = 4  # letters of a word that is looked for by its sound
FEWEST_SOUNDS, FEWEST_IN_KOREAN = 2, 3  # consonants that say much

# How alike two spellings must be, 0 to 1, vowels included. Hangul adds a vowel after every
# consonant that has none. An ordinary word of its language must fit well, and so must one of
# few consonants.
ALIKE, ALIKE_IN_KOREAN, ALIKE_FOR_SURE = 0.7, 0.66, 0.8
MOST_FOUND = 3

# Short words of a script sound like many names: one of two syllables, or of four letters, is a
# name only where hardly anything but taste in spelling differs.
SHORT_IN_KOREAN, SHORT, ALIKE_WHERE_SHORT = 2, 4, 0.95


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

    `names` holds them by their first letter. What they sound like is found out letter by
    letter, when one is first looked for, and kept in `heard`.
    """

    names: Mapping[str, Sequence[str]]
    heard: dict[tuple[str, bool], Mapping[str, Sequence[str]]] = field(default_factory=dict)

    def find(self, word: str, *, is_ordinary: bool) -> list[tuple[str, float]]:
        """Return the words that the folded `word` may stand for, and how alike, best first."""
        latin, is_korean = romanise(word), is_hangul(word)
        fewest = FEWEST_IN_KOREAN if is_korean else FEWEST_SOUNDS
        least = ALIKE_IN_KOREAN if is_korean else ALIKE
        if is_ordinary or (is_korean and len(word) == SHORT_IN_KOREAN + 1):
            least = ALIKE_FOR_SURE
        if len(word) <= (SHORT_IN_KOREAN if is_korean else SHORT):
            least = ALIKE_WHERE_SHORT
        plain = loosen(latin, is_korean=is_korean)
        found = {}
        for name, sound in self._alike(latin, is_korean=is_korean):
            likeness = OSA.normalized_similarity(plain, loosen(name, is_korean=is_korean))
            if likeness >= (least if len(sound) >= fewest else max(least, ALIKE_FOR_SURE)):
                found[name] = likeness
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FOUND]

    def _alike(self, latin: str, *, is_korean: bool) -> Iterator[tuple[str, str]]:
        """Yield the names of the same consonants, each with these."""
        begun = {"kh": "h", "ts": "s"}.get(latin[:2], latin[:1])
        for letter in _BEGINNINGS.get(begun, ""):
            names = self.heard.get((letter, is_korean))
            if names is None:
                names = _by_sound(self.names.get(letter, ()), is_korean=is_korean)
                self.heard[letter, is_korean] = names
            for sound in sounds(latin, is_korean=is_korean):
                for name in names.get(sound, ()):
                    yield name, sound


def build_sounds(words: Collection[str], joined: Mapping[str, Sequence[str]]) -> SoundIndex:
    """Prepare the names among `words`, and those that are several words written together."""
    names: dict[str, list[str]] = defaultdict(list)
    parts = {part for several in joined.values() for part in several}
    if len(words) <= MOST_WORDS:
        for word in sorted({*words, *joined}):
            is_long = len(word) >= SHORTEST and word.isascii() and word.isalpha()
            if is_long and (word in parts or word in joined or not commonness(word)):
                names[word[0]].append(word)
    return SoundIndex(names)


def _by_sound(names: Sequence[str], *, is_korean: bool) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for sound in sounds(name, is_korean=is_korean):
            found[sound].append(name)
    return found
