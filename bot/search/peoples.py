"""Whose something is: what an entry tells of one people's thing is not told of another's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.search.index import Index
from bot.search.query import Query
from bot.search.related_words import is_people
from bot.search.scoring import MET, Candidate
from bot.search.terms import Term, stem, terms


def is_of_another_people(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether a people's thing is asked for that the entry tells as another people's.

    "Chilean miners" are not told by "Arland frees Peruvian miners", nor "the Belport zoo" by
    "a lion for the Oslo zoo". An entry that names the people in any way is none of these.
    """
    if not index.lexicon.kinds:
        return False
    owned = list(_things_of_peoples(candidate, query, index))
    if not owned:
        return False
    event = index.events[candidate.number]
    told = [index.title(candidate.number).terms, terms(event.summary)]
    return any(_is_owned(thing, text, index) for thing in owned for text in told)


def _things_of_peoples(candidate: Candidate, query: Query, index: Index) -> Iterator[str]:
    """Yield the stems of what stands right behind a people or place that the entry lacks."""
    said = query.said
    for number, unit in enumerate(query.units):
        if unit.is_soft or unit.is_earlier:
            continue
        first, _, rest = unit.text.partition(" ")
        if is_people(first):
            is_missed = not _is_held(first, candidate.number, index)
        else:
            is_missed = "places" in unit.kinds and not rest and candidate.strength(number) < MET
        if is_missed:
            yield from (stem(said[at + 1]) for at in range(len(said) - 1) if said[at] == first)


def _is_held(people: str, number: int, index: Index) -> bool:
    root = stem(people)
    meaning = index.lexicon.meaning_of((root,))
    return any(index.strength(key, number) for key in (root, *meaning.concepts, *meaning.groups))


def _is_owned(thing: str, text: Sequence[Term], index: Index) -> bool:
    """Whether a thing stands in a text right behind the name of a place or people."""
    at = [place for place, term in enumerate(text) if term.stem == thing and place]
    if not at:
        return False
    kinds = index.lexicon.kinds
    ends = {
        found.start + found.length
        for found in index.lexicon.find(text)
        if any(kinds.get(concept) == "places" for concept in found.meaning.concepts)
    }
    return any(place in ends or is_people(text[place - 1].text) for place in at)
