"""Phrases that the data or the vocabulary knows, as units: names, tags, things of several words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.asking.translating import translated
from bot.search.asking.unit_making import UnitMaker
from bot.search.asking.units import Unit, Variant
from bot.search.asking.ways import (
    BY_MEANT_TAG,
    BY_SYNONYM,
    BY_TAG,
    BY_WORDS,
    EXACT,
    word_ways,
)
from bot.search.index import Index
from bot.search.indexing.lexicon import Found, is_tag
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.particles import PARTICLES
from bot.search.terms import Term

_SAID_OF_A_THING = PARTICLES - {"away", "back", "through"}  # the others, of who moves
_STATES = frozenset("is are was were be been being went go goes going gone ever still".split())


def phrase_unit(found: Found, spelt: Sequence[Term], maker: UnitMaker, *, is_of_kind: bool) -> Unit:
    """Return the unit of a phrase found among the words of a question.

    With `is_of_kind` a word also stands for the tag that one of its synonyms names.
    """
    covered = spelt[found.start : found.start + found.length]
    text = " ".join([term.text for term in covered])
    key = (text, found.phrase, is_of_kind, text in maker.capitalised)
    unit: Unit | None = maker.index.phrases.get(key)
    if unit is None:  # by itself a phrase means the same in every question
        unit = _read_phrase(found, text, covered, maker, is_of_kind=is_of_kind)
        maker.index.phrases.keep(key, unit)
    if unit.is_soft and text in _SAID_OF_A_THING:  # "is it down", "prod down"
        before = spelt[found.start - 1].text if found.start else ""
        is_soft = before not in _STATES and found.start + 1 < len(spelt)
        return replace(unit, is_soft=is_soft)
    return unit


def _read_phrase(
    found: Found, text: str, covered: Sequence[Term], maker: UnitMaker, *, is_of_kind: bool
) -> Unit:
    index = maker.index
    names = [key for key in found.meaning.concepts if not is_tag(key)]
    tags = [key for key in found.meaning.concepts if is_tag(key)]
    variants = [Variant((key,), EXACT, "name") for key in names]
    if len(covered) == 1:
        variants += word_ways(covered[0])
    else:
        variants.append(Variant((" ".join(found.phrase),), EXACT, "phrase"))
    variants += [Variant((key,), BY_TAG, "tag") for key in tags]
    groups = dict.fromkeys(
        (
            *found.meaning.groups,
            *(g for n in names for g in index.lexicon.expansions.get(n, ())),
        )
    )
    variants += [Variant((key,), BY_SYNONYM, "synonym") for key in groups]
    if not any(len(index.posting(key)) for key in names):
        # No entry holds the region by its name, but some may hold a place that lies in it.
        around = index.lexicon.around
        inside = [place for place, regions in around.items() if not regions.isdisjoint(names)]
        variants += [Variant((place,), BY_SYNONYM, "place") for place in inside]
    if is_of_kind and not names:
        known = index.lexicon.tags_of
        meant = dict.fromkeys(tag for key in groups for tag in known.get(key, ()))
        variants += [Variant((tag,), BY_MEANT_TAG, "tag") for tag in meant if tag not in tags]
    if not names and not groups:
        # The header gives the tag, but not the words by which entries tell of it.
        variants += translated(found.phrase, index)
    if len(covered) > 1 and not names:
        words = tuple(t.stem for t in covered if t.text not in FUNCTION_WORDS)
        if words:
            variants.append(Variant(words, BY_WORDS, "words"))
        variants += _inner_synonyms(covered, index)
    is_soft = len(covered) == 1 and text in FUNCTION_WORDS and not names
    unit = maker.make(text, variants, is_soft=is_soft, is_name=bool(names))
    kinds = index.lexicon.kinds
    return replace(unit, kinds=tuple({kinds[name]: None for name in names if name in kinds}))


def _inner_synonyms(covered: Sequence[Term], index: Index) -> list[Variant]:
    # "veto panel": each word by its own group, all of them wanted.
    keys = []
    for term in covered:
        if term.text in FUNCTION_WORDS:
            continue
        groups = index.lexicon.meaning_of((term.stem,)).groups
        keys.append(groups[0] if groups else term.stem)
    return [Variant(tuple(keys), BY_WORDS * BY_SYNONYM, "synonym")] if len(keys) > 1 else []
