"""How many of what: a number that an entry tells, where no entries can be counted."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.lexicon import is_tag
from bot.search.query import Query
from bot.search.terms import terms
from bot.search.units import Unit

WORDS_BETWEEN = 4  # "11,000 North Korean troops": so far behind its number may a thing stand
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " dozen dozens hundred hundreds thousand thousands million millions".split()
)


def asks_amount(query: Query, index: Index) -> Unit | None:
    """Return the thing of which a number is asked for, if it is told within entries.

    Tests and visits, for which there is a tag, are counted by their entries instead.
    """
    if query.asked is not Asked.COUNT:
        return None
    counted = next((unit for unit in query.hard if not unit.is_name), None)
    if counted is None or not counted.variants:
        return None
    keys = counted.keys
    is_tagged = any(is_tag(key) or index.lexicon.tags_of.get(key) for key in keys)
    return None if is_tagged else counted


def tells_amount(number: int, thing: Unit, index: Index) -> bool:
    """Whether the event of that number says how many there were of the thing."""
    event = index.events[number]
    wanted = thing.keys
    left = 0
    for term in terms(f"{event.title} . {event.summary}"):
        if term.is_number or term.text in _NUMBERS:
            left = WORDS_BETWEEN
            continue
        groups = index.lexicon.meaning_of((term.stem,)).groups
        if left and (term.stem in wanted or not wanted.isdisjoint(groups)):
            return True
        left = max(0, left - 1)
    return False
