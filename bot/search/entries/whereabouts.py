"""Where it happened: whether an entry is of the place in which a question says that it did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.search.asking.units import Unit
from bot.search.entries.encounters import keys_of_place
from bot.search.entries.told_encounters import lies_in
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.language.forms import ends_behind
from bot.search.query import Query
from bot.search.terms import terms

_IN = re.compile(r"\b(?:in|at|near|inside|в|во|на)\s+(?:the\s+)?\Z")
_WORD_ENDS = re.compile(r"\b")
# "On Norwegian soil" is in Norway.
_ON = re.compile(r"\b(?:on|upon|на)\s+\Z")
_SOIL = re.compile(r"\s(?:soil|territory|земле|территории)\b")
_AT = "에서"  # written onto a Korean name: "at"
_LEADING_THERE = frozenset(
    "in at near inside to into for from visit reach enter tour leave".split()
)  # stems before a place in a title that make it the place of the deed
_INSIDE = frozenset("in at near inside".split())
BEFORE_A_PLACE = 2  # words of a title that are looked at: "in the Arland capital" is none


def is_elsewhere(number: int, query: Query, index: Index) -> bool:
    """Whether the question says in which place it was, and the event is of other places.

    "The first envoy in Oslo" is not told by "Ada briefs the envoy on talks with Oslo". Nothing
    is known of events without places.
    """
    event = index.events[number]
    if not event.places:
        return False
    asked = [unit for unit in query.units if _is_where(unit, query)]
    if not asked:
        return False
    places = [*map(concept_key, event.places), *_places_in_title(number, index)]
    wanted = [keys_of_place(unit, index) for unit in asked]
    missing = [keys for keys in wanted if not any(lies_in(one, keys, index) for one in places)]
    if not missing:
        return False
    said = list(_places_in_summary(number, index))
    return any(not any(lies_in(one, keys, index) for one in said) for keys in missing)


def _is_where(unit: Unit, query: Query) -> bool:
    if unit.is_earlier or "places" not in unit.kinds or not unit.variants:
        return False
    if unit.text.endswith(_AT):
        return True
    said = query.intent.rest
    if any(_SOIL.match(said, end) for end in ends_behind(unit.text, _ON, said)):
        return True
    if not any(_WORD_ENDS.match(said, end) for end in ends_behind(unit.text, _IN, said)):
        return False
    return not _is_before_another(unit, query)


def _is_before_another(unit: Unit, query: Query) -> bool:
    """Whether another thing asked for follows at once: "in Norwegian waters" is no place."""
    words = tuple(unit.text.split())
    firsts = {other.text.split()[0] for other in query.units if other.text}
    return any(
        query.said[at : at + len(words)] == words
        and not firsts.isdisjoint(query.said[at + len(words) : at + len(words) + 1])
        for at in range(len(query.said))
    )


def _places_in_summary(number: int, index: Index) -> Iterator[str]:
    """Yield the places in which, by the summary, something is: "no mining in Arland"."""
    said = terms(index.events[number].summary)
    kinds = index.lexicon.kinds
    for found in index.lexicon.find(said):
        if _INSIDE.isdisjoint(term.text for term in said[max(0, found.start - 2) : found.start]):
            continue
        yield from (c for c in found.meaning.concepts if kinds.get(c) == "places")


def _places_in_title(number: int, index: Index) -> Iterator[str]:
    title = index.title(number)
    for found in title.phrases:
        before = title.terms[max(0, found.start - BEFORE_A_PLACE) : found.start]
        if not _LEADING_THERE.isdisjoint(term.stem for term in before):
            kinds = index.lexicon.kinds
            yield from (c for c in found.meaning.concepts if kinds.get(c) == "places")
