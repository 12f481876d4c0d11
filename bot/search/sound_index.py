"""Which words of a timeline sound like a name written in another script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.search.common_words import commonness
from bot.search.romanising import loosen, romanise, sounds
from bot.search.terms import is_hangul

MOST_WORDS = 60_000  # more would take longer to prepare than somebody waits for an answer
SHORTEST = 4  # letters of a word that is looked for by its sound
FEWEST_SOUNDS, FEWEST_IN_KOREAN = 2, 3  # consonants that say much

# How alike two spellings must be, 0 to 1, vowels included. Hangul adds a vowel after every
# consonant that has none. An ordinary word of its language must fit well, and so must one of
# few consonants.
ALIKE, ALIKE_IN_KOREAN, ALIKE_FOR_SURE = 0.7, 0.66, 0.8
MOST_FOUND = 3


@dataclass(frozen=True, slots=True)
class SoundIndex:
    """The names of a timeline by their consonants; a name may be several words together."""

    cyrillic: Mapping[str, Sequence[str]]
    korean: Mapping[str, Sequence[str]]

    def find(self, word: str, *, is_ordinary: bool) -> list[tuple[str, float]]:
        """Return the words that the folded `word` may stand for, and how alike, best first."""
        latin, is_korean = romanise(word), is_hangul(word)
        names = self.korean if is_korean else self.cyrillic
        fewest = FEWEST_IN_KOREAN if is_korean else FEWEST_SOUNDS
        least = ALIKE_IN_KOREAN if is_korean else ALIKE
        if is_ordinary:
            least = ALIKE_FOR_SURE
        plain = loosen(latin, is_korean=is_korean)
        found = {}
        for sound in sounds(latin, is_korean=is_korean):
            enough = least if len(sound) >= fewest else ALIKE_FOR_SURE
            for name in names.get(sound, ()):
                likeness = OSA.normalized_similarity(plain, loosen(name, is_korean=is_korean))
                if likeness >= enough:
                    found[name] = likeness
        return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_FOUND]


def build_sounds(words: Collection[str], joined: Mapping[str, Sequence[str]]) -> SoundIndex:
    """Prepare the names among `words`, and those that are several words written together."""
    cyrillic: dict[str, list[str]] = defaultdict(list)
    korean: dict[str, list[str]] = defaultdict(list)
    parts = {part for several in joined.values() for part in several}
    if len(words) <= MOST_WORDS:
        for word in sorted({*words, *joined}):
            is_long = len(word) >= SHORTEST and word.isascii() and word.isalpha()
            if is_long and (word in parts or word in joined or not commonness(word)):
                for index, is_korean in ((cyrillic, False), (korean, True)):
                    for sound in sounds(word, is_korean=is_korean):
                        index[sound].append(word)
    return SoundIndex(cyrillic, korean)
