"""Which words of a question tell one thing from another, and which only ask or chat."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bot.search.language.forms import Form
from bot.search.language.function_words import FUNCTION_LETTERS, FUNCTION_WORDS

# Words of chat that tell a thing from others in a long list of all sorts of things: many an
# entry speaks of a war, and one of its end. Others do so beside a word of another kind, as in
# "the Great Fire" and "a general strike".
TELLING = frozenset(["end"])
TELLING_BESIDE = frozenset("channel gang general great human mine record team".split())
# Words of address that may be part of a name: "the Friends of the Museum", "hello friends".
_OF_A_NAME = frozenset("friends friend team gang cast crew channel".split())
TELLING_WORDS = _OF_A_NAME | TELLING | TELLING_BESIDE

# What people ask of each other at work, all day long; and what makes a question one of history.
_OF_NOW = Form(
    r"^(?:is|are|does) (?:the|it|we|my|our|this|that|there)\b"
    r"|\bhow (?:do|can|should|would|to|much|tall)\b|\bwhy (?:is|are|do|does)\b"
    r"|\b(?:can|could|should|do|may|will) (?:i|we|someone|somebody|anyone|anybody)\b"
    r"|^(?:please )?(?:book|buy|call|fix|order|play|send|translate)"
    r" (?:an?|it|me|some|th(?:e|is|at)|us)\b"
    r"|\b(?:my|our)\b|^what(?:'| i)s for\b"
    r"|^who (?:wants|wanna|is (?:coming|free|joining)|else wants)\b"
    # What is asked of somebody who does more than tell: "could you water the plants".
    r"|\b(?:can|could|will|would) you (?:please |kindly )?(?!answer|check|confirm|describe|dig|find"
    r"|give|help|list|look|mention|name|point|pull|recall|remember|remind|say|search|share|show|tell)"
    r"\w+ (?:an?|it|me|my|our|some|that|the|these|this|those|us)\b"
    r"|^(?:please )?(?:compose|draft|draw|make|sing|write) (?:me|us)\b"
    r"|^(?:the|my|our|this) \w+ (?:is|are) (?:broken|down|late|slow|stuck)\b"
    r"|^(?:what|how)(?:'?s| is) the (?:cost|difference|exchange rate|password|plan|price|score"
    r"|status|weather|wifi)\b"
)
_OF_THEN = Form(r"\b(?:when|year|date|did|was|were|had|been|ever|history|happen\w*)\b")


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


def is_of_now(question: str) -> bool:
    """Whether a folded question is about the asker's own day: "how do I", "is the", "my".

    Nothing in it may ask for a time or speak of the past.
    """
    return _OF_NOW.search(question) is not None and _OF_THEN.search(question) is None
