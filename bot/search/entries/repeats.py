"""Deeds that only seem told: what was done once more, and what was "left" over."""

from __future__ import annotations

import re

from bot.search.asking.intent import Asked
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import fold, stem

# In a title, and in a question that asks for just that.
_AGAIN = frozenset("again anew afresh снова опять вновь заново повторно 다시 또 재차".split())
_ASKS_AGAIN = _AGAIN | frozenset("back more third twice times ещё еще".split())
# With these a word begins that asks for it too.
_DONE_AGAIN = tuple(
    "reopen restart resum return rebuil relaunch reuni rejoin reelect renew reappoint regain"
    " возобнов возвра возрожд 재".split()
)

_LEAVE = frozenset(map(stem, ("leave", "left")))
_LEFT = re.compile(r"\b(?:left|leav(?:e|es|ing)|departs?|departed|departure)\b")
_LEFT_OVER = re.compile(
    r"\b(?:with|\d+|one|two|three|four|five|six|seven|eight|nine|ten|nothing|none|no|few|little|much"
    r"|more|what) (?:[\w'-]+ ){0,2}left\b(?! (?:for|to|the|a|on|in|by)\b)"
    r"|\bleft[ -](?:back|foot|hand|side|wing|winger|over)s?\b"
    r"|\b(?:on|to) (?:the|his|her|its) left\b"
)
MOST_ASKED = 3  # things; who says more of it tells which time was meant


def is_repeat_unasked(number: int, query: Query, index: Index) -> bool:
    """Whether the title of an event says that something was done again, and nobody asked that.

    "When did the hall open" is when it first did, not when it "opens again".
    """
    if query.asked is not Asked.WHEN or query.occasion is not None:
        return False
    if len(query.hard) > MOST_ASKED:
        return False
    if not _ASKS_AGAIN.isdisjoint(query.said):
        return False
    if any(word.startswith(_DONE_AGAIN) for word in query.said):
        return False
    return not _AGAIN.isdisjoint(index.title_words(number))


def is_left_over(number: int, query: Query, index: Index) -> bool:
    """Whether it is asked who or what left, and all that an entry says is what was left over.

    "With seven matches left" nobody goes.
    """
    if _LEAVE.isdisjoint(query.stems):
        return False
    said = fold(". ".join(index.texts(number)))
    return _LEFT_OVER.search(said) is not None and not _LEFT.search(_LEFT_OVER.sub(" ", said))
