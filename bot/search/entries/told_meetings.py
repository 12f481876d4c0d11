"""Meetings that only a summary tells: "Ada met Bob in Oslo", or that they did not meet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.entries.encounters import Encounter
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.terms import Term, stem, terms
from bot.timeline.event import Event

# A sentence ends, or another thing begins to be told in it.
_NEXT = re.compile(r"[.;:!?]\s|, (?=(?:and|but|while|though|although|where|which|who) )")
# What is told behind one of these was at another time, or only said.
_ASIDE = frozenset("after before since until when that because had".split())
_NOT = frozenset("not never without".split())
_SEEING = frozenset(map(stem, "meet see receive".split()))


def tells_meeting(number: int, asked: Encounter, planned: frozenset[str], index: Index) -> bool:
    """Whether the summary tells that the two met, in plain words and none of those `planned`.

    Where that is doubted, as in "did Ada meet Bob?", it may as well tell that they did not.
    """
    event = index.events[number]
    if not asked.other or not event.summary:
        return False
    return any(
        _is_meeting(said, asked, planned, event, index)
        or (asked.is_doubted and _is_none(said, asked, event, index))
        for said in map(terms, _NEXT.split(event.summary))
    )


def _is_meeting(
    said: Sequence[Term], asked: Encounter, planned: frozenset[str], event: Event, index: Index
) -> bool:
    """Whether a clause says "Ada met Bob" or "Ada and Bob held talks"."""
    verbs = (at for at, term in enumerate(said) if _tells_one(term, asked, index))
    verb = next(verbs, 0)
    before = said[:verb]
    if any(one.text in _ASIDE or one.text in _NOT or one.stem in planned for one in before):
        return False
    end = next((at for at in range(verb, len(said)) if said[at].text in _ASIDE), len(said))
    acting, there = _people(before, event, index), _people(said[:end], event, index)
    is_both = not (there.isdisjoint(asked.person) or there.isdisjoint(asked.other))
    return is_both and not acting.isdisjoint(asked.person | asked.other)


def _tells_one(term: Term, asked: Encounter, index: Index) -> bool:
    groups = index.lexicon.meaning_of((term.stem,)).groups
    return term.stem in asked.kinds or not asked.kinds.isdisjoint(groups)


def _is_none(said: Sequence[Term], asked: Encounter, event: Event, index: Index) -> bool:
    """Whether a clause says that one did not see the other: "he left without seeing Bob".

    Who "he" is, is the first of the people of the entry.
    """
    denied = next((at for at, one in enumerate(said) if one.text in _NOT), len(said))
    if not any(one.stem in _SEEING for one in said[denied:]):
        return False
    first = {concept_key(name) for name in event.people[:1]}
    acting = first | _people(said[:denied], event, index)
    seen = _people(said[denied:], event, index)
    return not (acting.isdisjoint(asked.person) or seen.isdisjoint(asked.other))


def _people(said: Sequence[Term], event: Event, index: Index) -> set[str]:
    """Return the keys of the people of an entry that are named, be it by one of their names."""
    texts = {term.text for term in said}
    here = {concept_key(name) for name in event.people}
    named = {key for found in index.lexicon.find(said) for key in found.meaning.concepts}
    return named | {key for key in here if not texts.isdisjoint(key[1:].split())}
