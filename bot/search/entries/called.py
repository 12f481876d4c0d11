"""What entries are called: an id is made by hand of what its event is."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from bot.search.asking.units import Unit
from bot.search.index import MOST_MEANINGS, Index
from bot.search.query import Query
from bot.search.terms import stem, terms


def id_keys(event_id: str, index: Index) -> frozenset[str]:
    """Return the keys of what an id says: its words, its phrases and what they stand for."""
    keys = index.ids.get(event_id)
    if keys is None:
        keys = index.ids.keep(event_id, _id_keys(event_id, index))
    return keys


def _id_keys(event_id: str, index: Index) -> frozenset[str]:
    called = index.lexicon.find(terms(event_id.replace("-", " ")))
    keys = {key for found in called for key in (*found.meaning.groups, " ".join(found.phrase))}
    keys.update(map(stem, event_id.casefold().split("-")))
    return frozenset(keys)


@lru_cache(maxsize=MOST_MEANINGS)
def id_words(event_id: str) -> frozenset[str]:
    """Return the stems of the words that an id is made of, and each two that stand together."""
    stems = [stem(word) for word in event_id.casefold().split("-")]
    return frozenset((*stems, *(f"{a} {b}" for a, b in pairwise(stems))))


def names_it(keys: frozenset[str], unit: Unit) -> bool:
    """Whether what an id says names what `unit` asks for."""
    return any(keys.issuperset(variant.keys) for variant in unit.variants)


def things_of(query: Query) -> list[Unit]:
    """Return what is asked for that has no name of its own: the kind of it, and its deeds."""
    return [unit for unit in query.hard if not unit.is_name]


def is_called(event_id: str, unit: Unit, index: Index) -> bool:
    """Whether an id has the very word of `unit`, or what that means in another alphabet."""
    is_own = unit.text.isascii()
    return names_it(id_words(event_id) if is_own else id_keys(event_id, index), unit)
