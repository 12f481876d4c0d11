"""The next of a series: what is of the kind of the entries shown, after or before them."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.units import EVERYWHERE, Unit
from bot.search.entries.encounters import read_encounter
from bot.search.entries.kinds import weigh_one
from bot.search.entries.occasions import list_occasions
from bot.search.entries.roles import place_of
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.threads.alike import (
    holders_beside,
    likeness_beside,
    next_alike,
    next_with,
    successors_of,
)
from bot.search.threads.neighbours import number_of
from bot.search.threads.steps import Step
from bot.search.threads.turns import FollowUp
from bot.search.weighing.scoring import MET, weigh
from bot.timeline.event import Event

MUCH_LIKE = 0.5  # of the best score, for entries like those shown
LEADING = 3  # words at the head of a title, among which it names who did it
HOW_MANY = 3  # entries before or after the one spoken of


def of_kind(follow: FollowUp, index: Index) -> list[Event]:
    """Return what is asked for again: after the entries shown, before them, or besides them.

    Next comes what is told by the same words and much like the one shown; else what is so
    much like it, if the words do not tell its kind or somebody else is named by them.
    """
    shown = follow.shown.events
    if len(shown) == 1 and follow.is_succession:
        return successors_of(shown[0], index)
    kind = [index.events[number] for number in list_occasions(follow.query, index)]
    kind = _journeys_there(follow, index) or kind
    if follow.step is Step.OTHER:
        last = max(event.date.latest for event in shown)
        later = [event for event in kind if event.date.earliest > last]
        return [*later, *(e for e in kind if e not in shown and e not in later)][:HOW_MANY]
    is_back = follow.step is Step.LAST_OF_KIND
    first, last = shown[0].date.earliest, shown[0].date.latest
    if is_back:
        told = [event for event in reversed(kind) if event.date.latest < first]
    else:
        told = [event for event in kind if event.date.earliest > last]
    if len(shown) > 1 and all(event in kind for event in shown):
        told = [event for event in told if event not in shown]  # what was listed is no next one
    is_met = read_encounter(follow.query, index) is not None
    is_met &= bool(follow.held) or follow.is_same_again
    if len(shown) > 1 or (told and is_met):
        return told[:HOW_MANY]
    holding = [unit.keys for unit in follow.held]
    tagged = _of_its_tags(follow, index) if not (follow.held or follow.is_same_again) else []
    if tagged:
        return tagged[:HOW_MANY]
    alike = next_alike(shown[0], index, holding=holding, is_back=is_back)
    both = [event for event in told if event in alike]
    if follow.held or shown[0] not in kind or not told:
        return (alike or told)[:HOW_MANY]
    return (both or alike or told)[:HOW_MANY]


def _journeys_there(follow: FollowUp, index: Index) -> list[Event]:
    """Return the journeys to where the one shown went: "when did he go again"."""
    asked = read_encounter(follow.topic, index) if follow.is_same_again else None
    if asked is None or asked.is_meeting or asked.place is None:
        return []
    topic = replace(follow.topic, intent=replace(follow.topic.intent, occasion=None))
    there = [index.events[number] for number in list_occasions(topic, index)]
    return there if follow.shown.events[0] in there else []


def holds_all_said(follow: FollowUp, index: Index) -> bool:
    """Whether the entry shown holds all that is said now: it is one of what is asked for.

    Not where a tag of that name finds what is so called by itself.
    """
    (shown,) = follow.shown.events
    (candidate,) = weigh([number_of(shown, index)], follow.query, index)
    said = [(n, u) for n, u in enumerate(follow.query.units) if not (u.is_soft or u.is_earlier)]
    is_tag = any(variant.reason == "tag" for _, unit in said for variant in unit.variants)
    return bool(said) and not is_tag and all(candidate.strength(n) >= MET for n, _ in said)


def holds_any_said(found: Finding, index: Index) -> bool:
    """Whether the first entry found holds anything that is said now, if anything is."""
    query = found.query
    said = [n for n, unit in enumerate(query.units) if not (unit.is_soft or unit.is_earlier)]
    candidate = weigh_one(found.matches[0].event, query, index)
    return not said or any(candidate.strength(number) >= MET for number in said)


def _of_its_tags(follow: FollowUp, index: Index) -> list[Event]:
    """Return the entries after or before the one shown that carry the tags asked for.

    Nothing where the words asked for do not all name tags that it carries itself.
    """
    (shown,) = follow.shown.events
    own = number_of(shown, index)
    things = [unit for unit in follow.query.hard if not unit.is_name]
    tags = [_tags_of(unit, own, index) for unit in things]
    if not tags or not all(tags):
        return []
    names = [unit.keys for unit in follow.query.hard if unit.is_name and unit.weight > EVERYWHERE]
    return holders_beside(
        shown, index, holding=[*tags, *names], is_back=follow.step is Step.LAST_OF_KIND
    )


def _tags_of(unit: Unit, number: int, index: Index) -> frozenset[str]:
    named = (key for v in unit.variants if v.reason == "tag" for key in v.keys)
    return frozenset(key for key in named if index.strength(key, number) > 0)


def alike_beside(follow: FollowUp, index: Index) -> dict[str, float]:
    """Return how much the entries round the one shown are like it, by id.

    Where a name is given only those whose titles begin with it: what that one did.
    """
    said = [unit for unit in follow.query.hard if not unit.is_earlier]
    actors = [unit for unit in said if unit.is_name or follow.is_stand_in]
    return {
        index.events[number].id: value
        for number, value in likeness_beside(follow.shown.events[0], index).items()
        if not actors
        or any(0 <= place_of(u, index.title(number).terms, index) < LEADING for u in actors)
    }


def like_those(follow: FollowUp, found: Finding) -> list[Event]:
    """Return what is most like the entries shown, those that came after them first."""
    shown = follow.shown.events
    last = max(event.date.latest for event in shown)
    floor = MUCH_LIKE * found.matches[0].score if found.matches else 0.0
    like = [
        match.event for match in found.matches if match.score >= floor and match.event not in shown
    ]
    after = sorted((e for e in like if e.date.earliest > last), key=lambda e: e.date.sort_key)
    before = [event for event in like if event not in after]
    if follow.step is Step.LAST_OF_KIND:
        first = shown[0].date.earliest
        sooner = [event for event in before if event.date.latest < first]
        return sorted(sooner, key=lambda e: e.date.sort_key)[: -HOW_MANY - 1 : -1]
    return [*after, *before][:HOW_MANY]


def next_deed(follow: FollowUp, index: Index) -> list[Event]:
    """Return what somebody named did after the entry shown, the nearest first.

    What holds the words for it as well comes before what only names them.
    """
    names = [unit.keys for unit in follow.held]
    (shown,) = follow.shown.events
    said = [unit.keys for unit in follow.query.hard if unit.variants and not unit.is_name]
    told = next_with(shown, index, holding=[*names, *said], most=HOW_MANY) if said else []
    any_deed = next_with(shown, index, holding=names, most=HOW_MANY)
    return [*told, *(event for event in any_deed if event not in told)][:HOW_MANY]
