"""What of a question an entry's title holds, in whatever words."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.lexicon import Found
from bot.search.query import Query
from bot.search.scoring import weight_of
from bot.search.terms import terms


def share_untitled(number: int, query: Query, index: Index) -> float:
    """Return the share by weight of the known things asked for that the title does not hold."""
    known = [unit for unit in query.units if unit.variants and not unit.is_soft]
    total = sum(map(weight_of, known))
    if not total:
        return 0.0
    held = _keys_of(index.events[number].title, index)
    titled = sum(
        weight_of(unit)
        for unit in known
        if any(not held.isdisjoint(variant.keys) for variant in unit.variants)
    )
    return 1.0 - titled / total


def _keys_of(text: str, index: Index) -> set[str]:
    """Return every key under which a text is indexed."""
    stems = [term.stem for term in terms(text)]
    keys = set(stems)
    for found in index.lexicon.find_stems(stems):
        keys.update(_keys_of_phrase(found, index))
        if found.length > 1:
            keys.add(" ".join(found.phrase))
            for stem in found.phrase:
                keys.update(index.lexicon.meaning_of((stem,)).groups)
    return keys


def _keys_of_phrase(found: Found, index: Index) -> set[str]:
    meaning = found.meaning
    expanded = (index.lexicon.expansions.get(concept, ()) for concept in meaning.concepts)
    return {*meaning.concepts, *meaning.groups}.union(*expanded)
