"""How much of a question a single sentence of an entry tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.index import Index
from bot.search.lexicon import Found
from bot.search.query import Query
from bot.search.scoring import weight_of
from bot.search.terms import Term, terms
from bot.search.units import Unit

_SENTENCE_END = re.compile(r"[.;:!?]\s")


def share_together(number: int, query: Query, index: Index) -> float:
    """Return the greatest share by weight of the known things that one sentence holds.

    An entry may speak of both Ada and Bob, and of a meeting, without a word that they met. The
    title is a sentence too. 1 where fewer than two things are asked for.
    """
    known = [
        unit for unit in query.units if unit.variants and not unit.is_soft and not unit.is_earlier
    ]
    if len(known) < 2:
        return 1.0
    title, summary = index.title(number).terms, index.events[number].summary
    weights = [weight_of(unit) for unit in known]
    sentences = map(terms, _SENTENCE_END.split(summary)) if summary else ()
    return max(_share_held(said, known, weights, index) for said in (title, *sentences))


def _share_held(
    said: Sequence[Term], units: Sequence[Unit], weights: Sequence[float], index: Index
) -> float:
    held = _keys_of(said, index)
    total = sum(weights)
    met = sum(
        weight
        for unit, weight in zip(units, weights, strict=True)
        if any(held.issuperset(variant.keys) for variant in unit.variants)
    )
    return met / total if total else 0.0


def _keys_of(said: Sequence[Term], index: Index) -> set[str]:
    """Return every key under which a text of these terms is indexed."""
    stems = [term.stem for term in said]
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
