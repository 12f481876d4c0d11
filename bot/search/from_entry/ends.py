"""Which entries a description may mean that names one end of a time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.search.asking.units import Unit
from bot.search.entries.kinds import weigh_one
from bot.search.entries.occasions import list_occasions
from bot.search.finding import Finding
from bot.search.index import TITLE, Index
from bot.search.query import Query, read_query
from bot.search.ranking import rank
from bot.search.threads.neighbours import number_of
from bot.timeline.dates import DateSpan
from bot.timeline.event import Event

EXPLAINED = 0.75  # of a description, for an entry that is taken to be the one meant
DOUBTFUL = 0.3  # a score below which even that is chance: a misspelt word, a word of chat
LIKELY = 0.5  # a score that is enough where the question says that there is such an entry
LEAST_SCORE = 0.65  # of an entry found by a few words among many
BY_SIGNIFICANCE = 0.01  # of its worth, for each step of an entry's significance
TWO_KNOWN = 0.85  # the score of two entries that one description names
# A description may mean several entries ("Dent's signature"): so many of those nearly as good.
MOST_MEANT, AS_LIKELY = 6, 0.75
# How soon somebody acted says little of what was done: more may be meant.
MOST_DONE, AS_LIKELY_DONE = 15, 0.5
_SIGNS = frozenset(["number"])  # of a number that things are called by, and no part of their names
MOST_CALLED = 5  # entries found by a name and its kind, one of which is so called
OF_KIND = 0.5  # of what is said of the kind


@dataclass(frozen=True, slots=True)
class End:
    """One end of a time: an entry, or a date by itself."""

    date: DateSpan
    event: Event | None
    score: float
    worth: float = 1.0  # beside others that the same description may mean


def ends_of(
    query: Query,
    alone: Callable[[Query], Finding],
    *,
    least: float = math.inf,
    is_vague: bool = False,
) -> list[End]:
    """Return what a description may mean, the likeliest first; nothing where it tells too little.

    Beside an end that is known, an entry may do that explains `least` of it.
    The score is that of the best of them: which of them is meant, the other end tells.
    """
    if not query.hard:
        spans = [span for phrase in query.phrases for span in phrase.spans]
        return [End(span, None, 1.0) for span in spans[:1]]
    found = alone(query)
    if not found.matches:
        return []
    told = found.features
    is_explained = told is not None and (
        told.chosen > 0
        or told.coverage >= least
        or (told.coverage >= EXPLAINED and found.matches[0].score >= DOUBTFUL)
    )
    if not (found.answering or is_explained or found.matches[0].score >= LIKELY):
        return []
    is_nth = query.occasion is not None and query.occasion.number > 1
    if is_nth and not (told is not None and told.chosen > 0):
        return []  # there is no eighth
    best = found.matches[0].score
    is_counted = query.occasion is not None and found.answering == 1
    most, likely = (MOST_DONE, AS_LIKELY_DONE) if is_vague else (MOST_MEANT, AS_LIKELY)
    meant = [
        match
        for match in found.matches[: 1 if is_counted else most]
        if match.score >= likely * best
    ]
    return [
        End(
            match.event.date,
            match.event,
            max(match.score, LEAST_SCORE),
            match.score / best + BY_SIGNIFICANCE * match.event.significance,
        )
        for match in meant
    ]


def called_ends(
    first: Query, second: Query, kind: Query, index: Index, alone: Callable[[Query], Finding]
) -> list[End] | None:
    """Return the two of a kind that are called by a name or a number: "between Rome and Nice".

    None where one of them is no such entry, or a title holds both: then it is between the two,
    as "the treaty between Rome and Nice" that Rome and Nice sign.
    """
    things = tuple(unit for unit in kind.hard if not unit.is_name)
    parts = [[unit for unit in part.hard if unit.text not in _SIGNS] for part in (first, second)]
    if not things or not all(parts):
        return None
    of_kind = replace(kind, units=things, phrases=(), intent=replace(kind.intent, occasion=None))
    ends: list[End] = []
    for part, other in (parts, reversed(parts)):
        found = alone(replace(of_kind, units=(*part, *things)))
        titled = [m for m in found.matches[:MOST_CALLED] if _is_titled(m.event, part, index)]
        titled = [m for m in titled if weigh_one(m.event, of_kind, index).coverage >= OF_KIND]
        if any(_is_titled(match.event, other, index) for match in titled):
            return None
        ends.extend(End(m.event.date, m.event, max(m.score, LEAST_SCORE)) for m in titled[:1])
    return ends if len(ends) == 2 and ends[0].event is not ends[1].event else None


def _is_titled(event: Event, units: Sequence[Unit], index: Index) -> bool:
    """Whether a title holds all that is named, numbers as they are written."""
    number = number_of(event, index)
    named = [{unit.text} if unit.is_number else unit.keys for unit in units]
    return all(any(index.strength(key, number) >= TITLE for key in keys) for keys in named)


def both_of(noun: str, index: Index, *, today: date) -> list[End] | None:
    """Return the two occasions of one kind, or of more the two that stand out."""
    query = read_query(noun, index, today=today, is_of_kind=True)
    if not query.hard:
        return None
    numbers = list_occasions(query, index)
    if len(numbers) < 2:
        return None
    ranked = rank(replace(query, intent=replace(query.intent, occasion=None)), index).matches
    place = {match.event.id: at for at, match in enumerate(ranked)}
    events = [index.events[number] for number in numbers]
    events.sort(key=lambda event: (-event.significance, place.get(event.id, len(place))))
    return [End(event.date, event, TWO_KNOWN) for event in events[:2]]
