"""Whether the first or the last of a kind is so for certain, or another entry may be it as well."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.which_one import Which
from bot.search.entries.counted import is_called_planned, told_ordinals
from bot.search.entries.encounters import read_encounter
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.weighing.of_time import is_of_time
from bot.search.weighing.scoring import Candidate

AS_MUCH = 0.95  # of what the one counted out explains; beyond it in time such a one may be meant


def is_contested(
    chosen: Candidate, scored: Sequence[tuple[float, Candidate]], query: Query, index: Index
) -> bool:
    """Whether what lies before the first, or after the last, explains as much of the question.

    Only some word keeps it from being of the kind that was counted. Journeys and meetings are
    told for certain, and a title or id that counts by itself is believed.
    """
    occasion = query.occasion
    if occasion is None or occasion.number != 1:
        return False
    event = index.events[chosen.number]
    if not told_ordinals(query, index).isdisjoint((*tokens(event.title), *event.id.split("-"))):
        return False
    if read_encounter(query, index) is not None:
        return False
    is_last = occasion.which is Which.LAST
    start = event.date
    for _, other in scored:
        if other.coverage < AS_MUCH * chosen.coverage or other.number == chosen.number:
            continue
        if is_called_planned(other.number, query, index):
            continue
        date = index.events[other.number].date
        is_beyond = date.earliest > start.latest if is_last else date.latest < start.earliest
        if is_beyond and (not query.phrases or is_of_time(other.number, query, index)):
            return True
    return False
