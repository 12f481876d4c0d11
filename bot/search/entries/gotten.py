"""What somebody gets, who does nothing to it: "did Chile get a ship"."""

from __future__ import annotations

from itertools import pairwise

from bot.search.asking.units import Unit
from bot.search.query import Query

_GETTING = frozenset("get gets got gotten receive received obtain obtained".split())
_ARTICLES = frozenset("a an the any some its his her their more new".split())


def is_gotten(thing: Unit, query: Query) -> bool:
    """Whether somebody gets the thing in a question, and does nothing to it."""
    if _GETTING.isdisjoint(query.said):
        return False
    words = [word for word in query.said if word not in _ARTICLES]
    first = thing.text.split()[0]
    return any(word in _GETTING and after == first for word, after in pairwise(words))
