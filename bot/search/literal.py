"""How literally a title holds the words of a question: what decides between equals.

Recall and coverage compare stems of telling words, so that "diplomat" and "diplomatic" are
one and "of the" is nothing. Among entries that explain a question equally well, the one that
says it as it was typed, in that order, is the likelier one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

BY_WORDS, BY_PAIRS = 0.75, 0.25  # the words themselves, and their standing side by side


def likeness(said: Sequence[str], title: Sequence[str]) -> float:
    """Return how much of `said` stands in `title`, both as folded words; 0 to 1."""
    if not said:
        return 0.0
    held = set(title)
    words = sum(word in held for word in said) / len(said)
    if len(said) == 1:
        return words
    beside = set(itertools.pairwise(title))
    pairs = sum(pair in beside for pair in itertools.pairwise(said))
    return BY_WORDS * words + BY_PAIRS * pairs / (len(said) - 1)
