"""How literally a title holds the words of a question: what decides between equals.

Recall and coverage compare stems of telling words, so that "diplomat" and "diplomatic" are
one and "of the" is nothing. Among entries that explain a question equally well, the one that
says it as it was typed, in that order, is the likelier one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.search.language.function_words import FUNCTION_WORDS

BY_WORDS, BY_PAIRS = 0.75, 0.25  # the words themselves, and their standing side by side


class Said:
    """The words of a question as they were typed, to be held against many titles."""

    __slots__ = ("_firsts", "_pairs", "_telling", "_words")

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._pairs = tuple(itertools.pairwise(words))
        self._telling = {pair for pair in self._pairs if FUNCTION_WORDS.isdisjoint(pair)}
        self._firsts = {first for first, _ in self._telling}

    def likeness(self, title: Sequence[str]) -> float:
        """Return how much of the words stands in `title`, which is folded words; 0 to 1."""
        said = len(self._words)
        if not said:
            return 0.0
        held = sum(map(set(title).__contains__, self._words))
        words = held / said
        if said == 1:
            return words
        if held < 2:
            return BY_WORDS * words  # of which none stands beside another
        beside = set(itertools.pairwise(title))
        pairs = sum(pair in beside for pair in self._pairs)
        return BY_WORDS * words + BY_PAIRS * pairs / (said - 1)

    def begins(self, title: Sequence[str]) -> bool:
        """Whether two telling words stand side by side in what `title` begins with.

        "The Oregon Treaty is signed" is about that treaty; "a quarrel over the Oregon Treaty"
        is not.
        """
        if self._firsts.isdisjoint(title):
            return False
        rest = title[1:] if title and title[0] == "the" else title
        begun = itertools.takewhile(lambda word: word not in FUNCTION_WORDS, rest)
        return any(pair in self._telling for pair in itertools.pairwise(begun))
