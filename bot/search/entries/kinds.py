"""Of what kind an entry is: by which tag, id or word it is what a question asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.search.asking.units import Unit
from bot.search.entries.called import is_called
from bot.search.index import Index
from bot.search.indexing.lexicon import is_tag
from bot.search.query import Query
from bot.search.terms import stem
from bot.search.threads.neighbours import number_of
from bot.search.weighing.scoring import MET, NAMED, Candidate, weigh
from bot.timeline.event import Event

SHARED = 2  # people of whom one word may be the name
WELL_MET = 0.5  # strengths; an id, which is made of words by hand, meets them so strongly


@dataclass(frozen=True, slots=True)
class Way:
    """How one thing asked for is met: by a tag, as strongly as `least`, or else by the id."""

    unit: Unit
    at: int  # of the unit in its question
    tag: str = ""
    least: float = 0.0

    def is_met(self, candidate: Candidate, index: Index) -> bool:
        """Whether another entry meets the thing in the same way."""
        if self.tag:
            return index.strength(self.tag, candidate.number) > 0
        if self.least:
            return candidate.strength(self.at) >= self.least
        return is_called(index.events[candidate.number].id, self.unit, index)


def ways_of(candidate: Candidate, query: Query, index: Index) -> list[Way] | None:
    """Return by what an entry is of the kind asked for.

    None if there is a thing asked for that it does not meet.
    """
    event_id = index.events[candidate.number].id
    is_bare = all(unit.is_name for unit in query.hard)
    ways = []
    for at, unit in enumerate(query.units):
        strength = candidate.strength(at)
        if unit.is_soft:
            continue
        if unit.is_name and not is_bare:
            if strength < MET:
                return None
            ways.append(Way(unit, at, least=min(NAMED, strength)))
            continue
        tags = [tag for tag in tags_of(unit, index) if index.strength(tag, candidate.number) > 0]
        own = next((tag for tag in tags if _is_name_of(tag, unit)), "")
        # What several people are called makes no kind: "Ada's greeting" is one of greetings.
        is_kind = not own and len(index.namesakes.get(unit.text, ())) < SHARED
        is_named = is_kind and is_called(event_id, unit, index)
        if is_named:
            ways.append(Way(unit, at))
        if tags:
            ways.append(Way(unit, at, tag=own or tags[0]))
        if is_named or tags:
            continue
        if strength >= WELL_MET:
            ways.append(Way(unit, at, least=WELL_MET))
        else:
            return None
    return ways


def tags_of(unit: Unit, index: Index) -> list[str]:
    """Return the tags that a unit names, by itself or by its synonyms."""
    keys = [key for variant in unit.variants for key in variant.keys]
    return [key for key in keys if is_tag(key)] + [
        tag for key in keys for tag in index.lexicon.tags_of.get(key, ())
    ]


def names_own_tag(unit: Unit, index: Index) -> bool:
    """Whether a unit says the name of a tag by its very words."""
    return any(_is_name_of(tag, unit) for tag in tags_of(unit, index))


def _is_name_of(tag: str, unit: Unit) -> bool:
    """Whether the very words asked for are the name of a tag."""
    name = " ".join(stem(word) for word in re.findall(r"\w+", tag.removeprefix("@tag")))
    return any(name in variant.keys for variant in unit.variants)


def weigh_one(event: Event, query: Query, index: Index) -> Candidate:
    """Return the candidate that `event` is for `query`, whatever it explains of it."""
    return weigh([number_of(event, index)], query, index)[0]
