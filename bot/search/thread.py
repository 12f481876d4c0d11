"""The entries that a follow-up points to, among those shown before or next to them."""

from __future__ import annotations

from collections.abc import Callable

from bot.search.followup import FollowUp, Step
from bot.search.index import Index
from bot.search.intent import Which
from bot.search.occasions import list_occasions
from bot.search.query import Query
from bot.search.ranking import Finding, Match, Outcome
from bot.timeline.event import Event

THREAD_SCORE = 0.75  # of entries that a follow-up points to without naming anything
MUCH_LIKE = 0.5  # of the best score, for entries like those shown
HOW_MANY = 3  # entries before or after the one spoken of


def find_in_thread(follow: FollowUp, index: Index, *, alone: Callable[[Query], Finding]) -> Finding:
    """Return what `follow` points to; `alone` finds what a completed query finds by itself."""
    if follow.step is Step.MERGED or not follow.shown:
        return alone(follow.query)
    match follow.step:
        case Step.SAME:
            events = list(follow.shown)
        case Step.PICK:
            events = _picked(follow)
        case Step.AFTER | Step.BEFORE:
            events = _beside(follow, list(index.events))
        case Step.NEXT_OF_KIND | Step.OTHER:
            events = _of_kind(follow, index) or _later(follow, alone(follow.query))
    matches = tuple(
        Match(event, round(THREAD_SCORE * 0.98**place, 4), (f"thread: {follow.step.value}",))
        for place, event in enumerate(events)
    )
    outcome = Outcome.SURE if matches else Outcome.ABSTAIN
    answering = 1 if follow.step in (Step.PICK, Step.OTHER, Step.NEXT_OF_KIND) else len(matches)
    return Finding(outcome, follow.query, matches, min(answering, len(matches)))


def _beside(follow: FollowUp, in_order: list[Event]) -> list[Event]:
    date = follow.shown[0].date
    if follow.step is Step.BEFORE:
        sooner = [event for event in in_order if event.date.latest < date.earliest]
        return sooner[: -HOW_MANY - 1 : -1]
    return [event for event in in_order if event.date.earliest > date.latest][:HOW_MANY]


def _of_kind(follow: FollowUp, index: Index) -> list[Event]:
    kind = [index.events[number] for number in list_occasions(follow.query, index)]
    last = max(event.date.latest for event in follow.shown)
    later = [event for event in kind if event.date.earliest > last]
    if follow.step is Step.NEXT_OF_KIND:
        first = follow.shown[0].date.latest
        return [event for event in kind if event.date.earliest > first][:HOW_MANY]
    return [*later, *(e for e in kind if e not in follow.shown and e not in later)][:HOW_MANY]


def _later(follow: FollowUp, found: Finding) -> list[Event]:
    """Return what is most like the entries shown, those that came after them first."""
    last = max(event.date.latest for event in follow.shown)
    floor = MUCH_LIKE * found.matches[0].score if found.matches else 0.0
    like = [
        match.event
        for match in found.matches
        if match.score >= floor and match.event not in follow.shown
    ]
    after = sorted((e for e in like if e.date.earliest > last), key=lambda e: e.date.sort_key)
    return [*after, *(event for event in like if event not in after)][:HOW_MANY]


def _picked(follow: FollowUp) -> list[Event]:
    occasion = follow.query.occasion
    if occasion is None:
        return list(follow.shown)
    at = len(follow.shown) - 1 if occasion.which is Which.LAST else occasion.number - 1
    return [follow.shown[min(at, len(follow.shown) - 1)]]
