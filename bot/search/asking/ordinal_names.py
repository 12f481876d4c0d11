"""Ordinals that are part of a thing's name: "sanctions over the third test" counts no sanctions."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.units import Unit, Variant, keys_of
from bot.search.asking.which_one import Which
from bot.search.entries.counted import ordinal_words
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import stem, tokens

NAMED_WITHIN = 2  # words after the ordinal, one of which says what is counted


def with_ordinal_as_word(query: Query, index: Index) -> Query | None:
    """Return `query` with its ordinal as one more word, None if none is there that entries hold.

    Where only one thing is asked for, it is that which is counted.
    """
    occasion = query.occasion
    if occasion is None or occasion.which is Which.LAST or len(query.hard) < 2:
        return None
    stems = sorted({stem(word) for word in ordinal_words(occasion)})
    variants = tuple(Variant((one,), 1.0, "word") for one in stems if len(index.posting(one)))
    if not variants:
        return None
    weight = max(index.rarity(variant.keys[0]) for variant in variants)
    unit = Unit(min(ordinal_words(occasion), key=len), variants, weight, is_common=True)
    return replace(query, units=(*query.units, unit), intent=replace(query.intent, occasion=None))


def is_named_so(found: Finding, query: Query, index: Index) -> bool:
    """Whether the best entry says the ordinal right before something else that was asked for.

    That may be a word for the same: "the ninth congress" for "девятый съезд".
    """
    if query.occasion is None or not found.answering:
        return False
    event = found.matches[0].event
    said = tokens(f"{event.title} {event.summary}")
    asked = keys_of(query.units)
    words = {word for key in asked for word in key.split()}
    ordinals = ordinal_words(query.occasion)
    named = {
        stem(counted)
        for place, word in enumerate(said)
        if word in ordinals
        for counted in said[place + 1 : place + 1 + NAMED_WITHIN]
    }
    return not words.isdisjoint(named) or any(
        not asked.isdisjoint(index.lexicon.meaning_of((one,)).groups) for one in named
    )
