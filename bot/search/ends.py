"""Which entries a description may mean that names one end of a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.occasions import list_occasions
from bot.search.query import Query, read_query
from bot.search.ranking import rank
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
