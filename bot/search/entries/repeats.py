"""Deeds that were done once more, where nobody asked for that."""

from __future__ import annotations

from bot.search.asking.intent import Asked
from bot.search.index import Index
from bot.search.query import Query

# In a title, and in a question that asks for just that.
_AGAIN = frozenset("again anew afresh снова опять вновь заново повторно 다시 또 재차".split())
_ASKS_AGAIN = _AGAIN | frozenset("back more third twice times ещё еще".split())
# With these a word begins that asks for it too.
_DONE_AGAIN = tuple(
    "reopen restart resum return rebuil relaunch reuni rejoin reelect renew reappoint regain"
    " возобнов возвра возрожд 재".split()
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
