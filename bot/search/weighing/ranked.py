"""Candidates put in order: what is worth most, and what is asked for where several are as good."""

from __future__ import annotations

from typing import NamedTuple

from bot.search.entries.bare_titles import by_wording
from bot.search.entries.encounters import read_encounter
from bot.search.entries.occasions import choose_occasion
from bot.search.entries.told_encounters import find_fitting
from bot.search.index import Index
from bot.search.query import Query
from bot.search.threads.nearness import Stance
from bot.search.threads.neighbours import with_near
from bot.search.weighing.ordering import OUTSIDE_FACTOR, best_first, scored_all, worth_ranking
from bot.search.weighing.preferring import (
    by_actor,
    by_amount,
    by_kind,
    by_name,
    by_own_time,
    by_person,
)
from bot.search.weighing.reactions import find_reaction, of_reaction
from bot.search.weighing.scoring import MANY_ENOUGH, WORTH_RANKING, Candidate


class Ranked(NamedTuple):
    """Candidates best first, each behind what it is worth, and the query that they are for.

    `chosen` is the occasion asked for, if it was counted out: then it is the first of them.
    """

    query: Query
    scored: list[tuple[float, Candidate]]
    chosen: Candidate | None


def put_in_order(query: Query, index: Index) -> Ranked:
    """Return the events that explain most of `query`, best first."""
    is_any_time = not query.phrases and query.near is None
    found = find_fitting(query, index, few=WORTH_RANKING if is_any_time else MANY_ENOUGH)
    found = worth_ranking(with_near(found, query, index), query, index)
    scored = scored_all(found, query, index)
    if not scored:
        return Ranked(query, [], None)
    scored = by_actor(best_first(scored, index), query, index)
    scored = by_person(by_own_time(scored, query, index), query)
    scored = by_name(by_kind(scored, query, index), query, index)
    scored = by_amount(scored, query, index)
    scored = by_wording(scored, query, index)
    best = scored[0][0]
    reaction = find_reaction(scored, query, index)
    if reaction is not None:
        scored = [(best, reaction), *(pair for pair in scored if pair[1] is not reaction)]
        query = of_reaction(query, reaction, index)
    is_whole = query.near is None or query.near.stance is Stance.ASIDE
    chosen: Candidate | None = None
    if query.occasion is not None or (is_whole and read_encounter(query, index) is not None):
        fitting = [c for s, c in scored if not query.phrases or s > OUTSIDE_FACTOR]
        chosen = choose_occasion(fitting, query, index)
    if chosen is not None and query.near is not None:
        chosen = None if query.near.is_ruled_out(index.events[chosen.number]) else chosen
    if chosen is not None:
        scored = [(best, chosen), *(pair for pair in scored if pair[1] is not chosen)]
    return Ranked(query, scored, chosen)
