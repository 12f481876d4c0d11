"""Which words of a row hold the letters of another: most are told from it without a look at each.

Each slip takes at most one letter from a word, or only moves it: a word that lacks more letters
of a typed one than slips are allowed is none that was meant. For all words of a row at once that
is a few operations on numbers of as many bits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


class LettersHeld:
    """A row of words, and for each letter the words that hold it once, twice and so on."""

    __slots__ = ("_all", "_held", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._all = (1 << len(words)) - 1
        places: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        for at, word in enumerate(words):
            letters = set(word)
            for letter in letters:
                places[letter, 0].append(at)
            if len(letters) < len(word):
                for letter in letters:
                    for nth in range(1, word.count(letter)):
                        places[letter, nth].append(at)
        self._held = {letter: _bits(at, len(words)) for letter, at in places.items()}

    def lacking(self, word: str, most: int) -> list[str]:
        """Return, in their order, the words that lack at most so many of the letters of `word`."""
        # By how many, those that lack at most so many of the letters seen so far.
        lack, counts = [self._all] * (most + 1), [(more, more - 1) for more in range(most, 0, -1)]
        known = self._held.get
        seen: dict[str, int] = {}
        for letter in word:
            nth = seen.get(letter, 0)
            seen[letter] = nth + 1
            held = known((letter, nth), 0)
            for count, less in counts:
                lack[count] = (lack[count] & held) | lack[less]
            lack[0] &= held
        left, words = lack[most], self.words
        found: list[str] = []
        while left:
            at = left.bit_length() - 1
            found.append(words[at])
            left ^= 1 << at
        found.reverse()
        return found


def _bits(places: Sequence[int], size: int) -> int:
    """Return a number with the bits at these places."""
    found = bytearray(size // 8 + 1)
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")
