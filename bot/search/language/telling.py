"""Which words of a question tell one thing from another, and which only ask or chat."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.search.language.function_words import FUNCTION_LETTERS, FUNCTION_WORDS

# Words of chat that tell a thing from others in a long list of all sorts of things: many an
# entry speaks of a war, and one of its end. Others do so beside a word of another kind, as in
# "the Great Fire" and "a general strike".
TELLING = frozenset(["end"])
TELLING_BESIDE = frozenset("channel gang general great human mine record team".split())
# Words of address that may be part of a name: "the Friends of the Museum", "hello friends".
_OF_A_NAME = frozenset("friends friend team gang cast crew channel".split())
TELLING_WORDS = _OF_A_NAME | TELLING | TELLING_BESIDE


def is_function(word: str) -> bool:
    """Whether the folded `word` asks or chats and names nothing."""
    return word in FUNCTION_WORDS or word in FUNCTION_LETTERS


def telling_words(typed: Sequence[str]) -> frozenset[str]:
    """Return the words of chat that tell something where they stand among those `typed`."""
    if TELLING_BESIDE.isdisjoint(typed):
        return TELLING
    beside = (
        word
        for one, other in itertools.pairwise(typed)
        for word, next_to in ((one, other), (other, one))
        if word in TELLING_BESIDE and not is_function(next_to)
    )
    return TELLING.union(beside)


def parts_of_names(typed: Sequence[str]) -> frozenset[str]:
    """Return the words of address among those `typed` that begin a name: "friends of"."""
    if _OF_A_NAME.isdisjoint(typed):
        return frozenset()
    return frozenset(one for one, other in itertools.pairwise(typed) if other == "of") & _OF_A_NAME
