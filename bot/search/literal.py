"""How literally a title holds the words of a question: what decides between equals.

Recall and coverage compare stems of telling words, so that "diplomat" and "diplomatic" are
one and "of the" is nothing. Among entries that explain a question equally well, the one that
says it as it was typed, in that order, is the likelier one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.search.function_words import FUNCTION_WORDS
from bot.search.regnal import NUMERALS
from bot.search.terms import fold

_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r" ([^\W\d_]+)")

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


def begins_with(said: Sequence[str], title: Sequence[str]) -> bool:
    """Whether two telling words of `said` stand side by side in what `title` begins with.

    "The Oregon Treaty is signed" is about that treaty; "a quarrel over the Oregon Treaty" is not.
    """
    asked = {pair for pair in itertools.pairwise(said) if FUNCTION_WORDS.isdisjoint(pair)}
    rest = title[1:] if title and title[0] == "the" else title
    begun = itertools.takewhile(lambda word: word not in FUNCTION_WORDS, rest)
    return any(pair in asked for pair in itertools.pairwise(begun))


def is_longer_name(said: Sequence[str], title: str) -> bool:
    """Whether names that stand side by side in `said` always go on with another in `title`.

    "George Washington" is not "George Washington Carver", nor "New York" the "New York Herald".
    """
    asked = {
        (one, other)
        for one, other in itertools.pairwise(said)
        if one not in FUNCTION_WORDS and other not in FUNCTION_WORDS
    }
    folded = fold(title)
    if not any(f"{one} {other}" in folded for one, other in asked):
        return False  # most titles, and looking is cheap
    words = [(fold(found[0]), found.start(), found.end()) for found in _WORD.finditer(title)]
    is_longer = False
    for (one, _, _), (other, start, end) in itertools.pairwise(words):
        if (one, other) not in asked or not title[start].isupper():
            continue
        goes_on = _NEXT.match(title, end)
        if goes_on is None or not goes_on[1][0].isupper() or fold(goes_on[1]) in NUMERALS:
            return False
        if fold(goes_on[1]) in said:
            continue
        is_longer = True
    return is_longer
