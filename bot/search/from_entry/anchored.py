"""What lies before or after an entry that a question names, or so long from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.search.finding import Finding, Outcome
from bot.search.from_entry.anchors import Anchor, split_run_on
from bot.search.from_entry.at_distance import (
    MOST_MEANT,
    find_at_distance,
    find_in_same_time,
)
from bot.search.from_entry.beside import find_beside
from bot.search.from_entry.described import is_only_the_kind, name_the_thing
from bot.search.from_entry.kin import has_side, tells_side
from bot.search.index import Index
from bot.search.query import TIME_TAKEN, Query, read_query
from bot.search.ranking import rank
from bot.search.weighing.of_time import by_time_alone

LARGE, FEW_SPLITS = 20_000, 2  # events; in a larger store each split costs too much to try more
THE_ONLY = 0.8  # the least score of the one entry that holds a description at all
WELL_SPLIT = 0.85  # a score from which no other split of a question need be tried


def find_alone(query: Query, index: Index) -> Finding:
    """Return what a question finds by its words, or else by the time it names."""
    if query.hard:
        return rank(query, index)
    return by_time_alone(query, index)


def find_anchored(
    anchor: Anchor, query: Query, found: Finding, index: Index, *, today: date
) -> Finding | None:
    """Return what lies before or after the entry that the anchor names, if there is one."""
    best: Finding | None = None
    splits = tuple(split_run_on(anchor)) or (anchor,)
    for split in splits[: FEW_SPLITS if len(index.events) > LARGE else len(splits)]:
        rest = read_query(split.rest, index, today=today)
        asked = read_query(split.anchor, index, today=today)
        if not asked.hard and not query.phrases and asked.occasion is None:
            continue  # "the 2024 one" is told by its year
        if is_only_the_kind(asked, rest):
            split = replace(split, is_one=True)
        asked = _described(asked, rest, split, index)
        base = _as_the_only(find_alone(replace(asked, phrases=query.phrases), index))
        if split.same_time is not None:
            beside = find_in_same_time(split.same_time, index, base=base, rest=rest, found=found)
            if beside and (best is None or _top_score(beside) > _top_score(best)):
                best = beside
            continue
        if not split.is_one and _says_it_itself(found, base, split):
            return found
        if query.phrases and TIME_TAKEN in split.anchor:
            told = _told_beside(replace(query, phrases=()), asked, base, index, split=split)
            if told is not None:
                return told
        if split.distance is not None:
            beside = find_at_distance(split.distance, index, base=base, rest=rest, found=found)
        else:
            beside = find_beside(split, found, index, base=base, rest=rest)
        if beside and (best is None or _top_score(beside) > _top_score(best)):
            best = beside
        if best and best.answering and best.matches[0].score >= WELL_SPLIT:
            break
    # Where an entry ends is only a guess: what none of them finds, the whole question may.
    is_guess = len(splits) > 1 and best is not None and not best.answering
    return None if is_guess else best


def _as_the_only(base: Finding) -> Finding:
    """Return what a description finds as sure where a single entry holds any of it, and all.

    "The fire" is the one fire that is told of, though only a summary may call it so.
    """
    told = base.features
    if base.outcome is not Outcome.ABSTAIN or len(base.matches) != 1 or told is None:
        return base
    if told.whole == 0 or told.out_of_time > 0:
        return base
    match = base.matches[0]
    match = match._replace(score=max(match.score, THE_ONLY))
    return replace(base, outcome=Outcome.SURE, matches=(match,), answering=1)


def _described(asked: Query, rest: Query, split: Anchor, index: Index) -> Query:
    """Return the description of the entry that is counted from, with what the rest lends it.

    What lies so many days off need be nothing of its kind: a name that is enough stays alone.
    """
    lent = name_the_thing(asked, rest, is_one=split.is_one)
    is_counted = split.distance is not None or split.same_time is not None
    if lent is asked or split.is_one or not is_counted:
        return lent
    named = find_alone(asked, index)
    is_known = named.outcome is Outcome.SURE and named.answering <= MOST_MEANT
    return asked if is_known else lent


def _top_score(found: Finding) -> float:
    """Return the score of the best match; a time that is known and empty has none."""
    return found.matches[0].score if found.matches else 0.0


def _says_it_itself(found: Finding, base: Finding, split: Anchor) -> bool:
    """Whether the entry that would be counted from is the answer: "phones before the summit"."""
    if not found.answering or not base.matches or found.features is None:
        return False
    event = found.matches[0].event
    is_same = event is base.matches[0].event and found.features.whole > 0
    if not is_same or not has_side(event, is_after=split.is_after):
        return False
    # "The 1974 cup" is an entry of its own, whatever that came after.
    is_loose = not split.asks_next and not base.query.phrases
    return is_loose or tells_side(event, base.query, is_after=split.is_after)


def _told_beside(
    query: Query, asked: Query, base: Finding, index: Index, *, split: Anchor
) -> Finding | None:
    """Return what finds an entry whose title says that it lies beside the one of a time.

    "The warning before the tests of 1906" need not be of 1906: that is when the tests were.
    """
    found = rank(query, index)
    if base.outcome is not Outcome.SURE or not found.answering:
        return None
    event, start = found.matches[0].event, base.matches[0].event
    is_later = event.date.sort_key > start.date.sort_key
    is_beside = is_later is split.is_after and event is not start
    return found if is_beside and tells_side(event, asked, is_after=split.is_after) else None
