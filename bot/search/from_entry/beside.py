"""What came before or after the entry that a question names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.search.asking.intent import Asked
from bot.search.asking.units import keys_of
from bot.search.asking.which_one import Occasion, Which
from bot.search.entries.called import is_called, things_of
from bot.search.entries.counted import ordinal_words
from bot.search.entries.encounters import read_encounter
from bot.search.entries.kinds import weigh_one
from bot.search.entries.occasions import list_occasions
from bot.search.entries.one_occasion import NEIGHBOURING_DAYS
from bot.search.entries.told_encounters import find_fitting
from bot.search.finding import Finding, Match, Outcome
from bot.search.from_entry.anchors import Anchor
from bot.search.from_entry.described import described_entry, era_of
from bot.search.from_entry.kin import AS_GOOD, came_after, naming_side, read_kin, tells_side
from bot.search.from_entry.own_deeds import is_own_deed, told_alike
from bot.search.index import Index
from bot.search.query import Query
from bot.search.ranking import rank
from bot.search.terms import tokens
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.search.weighing.scoring import NAMED
from bot.timeline.event import Event

# An entry that explains this much of a question with "after" in it tells the whole story.
WHOLE_STORY = 0.58
TOLD = 0.7  # of what is asked beside the entry counted from, for that to tell it along
SAYS_LITTLE = 1.0  # nats; units below it do not narrow down what came next
ANCHOR_SCORE = 0.9  # of the score of the entry that is counted from
ERA_SCORE = 0.8  # the least, where the tag tells the time
NEAR = 0.4  # of its score, for what is not what was asked for
KIN_SCORE = 0.7  # the least, for the next of the kind that the entry counted from is
SOON_ENOUGH = 183  # days; later is not "soon after"
# Entries that lie between, in number and as a share of all, from which what came next of another
# kind than the one counted from is no longer beside it.
FAR_OFF, FAR_SHARE = 11, 0.025
HOW_MANY = 3  # entries before or after


def find_beside(
    anchor: Anchor, found: Finding, index: Index, *, base: Finding, rest: Query
) -> Finding | None:
    """Return what came after or before the entry that `anchor` names, if it names one.

    `found` is what the whole question finds, `base` what the words of the anchor find, and
    `rest` is the question without them. None where some entry explains the whole question
    by itself: then "after" was a part of its own story, not a place in time.
    """
    era = era_of(base.query, index)
    is_known = era is not None or base.outcome is Outcome.SURE
    is_known |= anchor.is_one and base.answering > 0
    is_counted = base.features is not None and base.features.chosen > 0
    # A description that says little, and which of them is best for all that is said as well.
    is_confirmed = anchor.asks_next and bool(base.matches) and found.outcome is Outcome.SURE
    is_confirmed &= is_confirmed and found.matches[0].event is base.matches[0].event
    is_known |= is_confirmed
    if not is_known and not ((anchor.is_one or is_counted) and base.matches):
        return None
    top = found.features.coverage if found.features and found.matches else 0.0
    hard = [unit for unit in rest.hard if unit.weight > SAYS_LITTLE]
    first = found.matches[0].event if found.matches else None
    is_itself = era is None and top > 0 and first is base.matches[0].event
    is_whole = found.features is not None and found.features.whole > 0
    is_chosen = found.features is not None and found.features.chosen > 0
    is_told = found.answering > 0 and (is_whole or is_chosen)
    is_told &= not is_itself and not is_counted
    if hard and rest.occasion is not None and first is not None and is_told:
        words = ordinal_words(rest.occasion)
        if not words.isdisjoint(tokens(f"{first.title} {first.summary}")):
            return None  # "the first delegation since the war" says so itself
    # "The outage just before the flood" is the last one, and not the flood.
    is_next = anchor.asks_next or (anchor.is_soon and is_itself and bool(hard))
    asks_next = is_next or rest.occasion is not None
    is_story = bool(hard) and top >= WHOLE_STORY
    if is_story and not asks_next and not is_itself:
        return None
    steps = _steps_beside(anchor, base, index) if anchor.is_step else []
    if steps:
        return _told_so(steps, anchor, found, base.matches[0], most=1)
    may_be_kin = is_next and rest.occasion is None
    may_be_kin |= (asks_next or is_itself) and _shares(base, rest)
    kin = None
    if era is None and may_be_kin and rest.hard:
        kin = read_kin(_those_of(rest, index), base, rest, index, is_one=anchor.is_one)
        if kin is not None and tells_side(kin[0], base.query, is_after=anchor.is_after):
            kin = None
    numbers: Sequence[int]
    is_own = False
    if kin is not None:
        start, numbers = kin
    elif not is_known:
        return None
    else:
        start = described_entry(base).event if era is None else index.events[era[anchor.is_after]]
        is_side = tells_side(start, base.query, is_after=anchor.is_after)
        # "The first ball since the plague" is not the last one before it.
        is_other_side = tells_side(start, base.query, is_after=not anchor.is_after)
        may_be_told = not asks_next or (
            is_itself
            and rest.occasion is not None
            and not is_other_side
            and not is_counted
            and not _is_called_only(base.query, rest, start, index)
        )
        may_be_told &= rest.asked is not Asked.WHEN or not is_itself
        is_own = is_itself and is_own_deed(start, base.query, rest, index, is_after=anchor.is_after)
        if is_story and may_be_told and not is_own and _tells_of(start, rest, index):
            return None
        if is_itself and not asks_next and is_side:
            return None  # "the call before the meeting": its own title says so
        if hard and not (is_next or is_own) and _is_unknown(rest, index):
            return None
        numbers = _those_of(rest, index) if hard else range(len(index.events))
        if hard and rest.occasion is not None:
            telling = naming_side(numbers, base.query, index, is_after=anchor.is_after)
            if telling:
                return _told_so(
                    telling[:: -1 if rest.occasion.which is Which.LAST else 1],
                    anchor, found, base.matches[0], most=1,
                )  # fmt: skip
    if kin is None and rest.units and not hard:
        numbers = _without_other_tellings(numbers, base, start, index)
    if hard and read_encounter(rest, index) is None:
        numbers = told_alike(numbers, start, rest, index, is_after=anchor.is_after)
    is_told = kin is None and not is_own and came_after(start, base.query, index)
    is_told &= not (is_next and hard) or number_of(start, index) in numbers
    beside = _on_side(
        numbers, start, index, is_after=anchor.is_after, asked=rest.occasion, is_told=is_told
    )
    if not beside and (kin is not None or (is_next and is_itself)):
        return only_near(found)
    is_soon = anchor.is_soon and not (hard or is_next)
    if not beside or (is_soon and _apart(beside[0], start) > SOON_ENOUGH):
        return None
    least = ERA_SCORE if era else KIN_SCORE if kin or is_confirmed else 0.0
    counted = Match(start, max(base.matches[0].score, least), ())
    most = 1 if rest.occasion is not None else HOW_MANY
    told = _told_so(beside, anchor, found, counted, most=most)
    if hard and kin is None and rest.occasion is None and _is_far(beside[0], start, index):
        return only_near(told) if is_itself or not found.answering else None
    return told


def _steps_beside(anchor: Anchor, base: Finding, index: Index) -> list[Event]:
    """Return what takes the entry counted from further, or led up to it, the nearest first.

    The later of two steps refers to the earlier one.
    """
    start = described_entry(base).event
    own = number_of(start, index)
    if anchor.is_after:
        beside: Sequence[Event] = index.events[own + 1 : own + 1 + reach_of(index)]
        return [event for event in beside if start.id in event.related][:HOW_MANY]
    beside = index.events[max(own - reach_of(index), 0) : own]
    return [event for event in reversed(beside) if event.id in start.related][:HOW_MANY]


def _told_so(
    beside: Sequence[Event], anchor: Anchor, found: Finding, start: Match, *, most: int = HOW_MANY
) -> Finding:
    """Return the entries beside `start`, as sure as that is what was counted from."""
    side = "after" if anchor.is_after else "before"
    score = ANCHOR_SCORE * start.score
    matches = tuple(
        Match(event, round(score * 0.98**place, 4), (f"{side} {start.event.id}",))
        for place, event in enumerate(beside)
    )
    answering = min(most, len(matches))
    in_order = anchor.is_after and answering > 1
    return Finding(
        Outcome.SURE, found.query, matches, answering, is_in_order=in_order, start=start.event
    )


def only_near(found: Finding) -> Finding:
    """Return what was found as near only: what was asked for is known not to be there."""
    matches = tuple(
        Match(match.event, round(NEAR * match.score, 4), match.reasons) for match in found.matches
    )
    return replace(found, outcome=Outcome.ABSTAIN, matches=matches, answering=0)


def _is_far(event: Event, start: Event, index: Index) -> bool:
    """Whether so much lies between two entries that one is hardly meant by what came next."""
    passed = abs(number_of(event, index) - number_of(start, index))
    return passed > max(FAR_OFF, FAR_SHARE * len(index.events))


def _apart(one: Event, other: Event) -> int:
    return abs(one.date.earliest.ordinal - other.date.earliest.ordinal)


def _shares(base: Finding, rest: Query) -> bool:
    """Whether a description says, or was lent, of what kind it is: that which is asked for."""
    described = keys_of(base.query.hard)
    things = [unit for unit in rest.hard if not unit.is_name] or rest.hard
    return any(not described.isdisjoint(v.keys) for unit in things for v in unit.variants)


def _without_other_tellings(
    numbers: Sequence[int], base: Finding, start: Event, index: Index
) -> Sequence[int]:
    """Leave out what the description may mean as well, of the same days: one thing told twice."""
    floor = AS_GOOD * base.matches[0].score
    same = {
        number_of(match.event, index)
        for match in base.matches
        if match.score >= floor and _apart(match.event, start) <= NEIGHBOURING_DAYS
    }
    return [number for number in numbers if number not in same]


def _tells_of(event: Event, rest: Query, index: Index) -> bool:
    """Whether an entry explains what is asked beside it, and not only what is counted from."""
    return weigh_one(event, rest, index).coverage >= TOLD


def _those_of(rest: Query, index: Index) -> list[int]:
    """Return the numbers of what is asked for, in order of time.

    Where only somebody is named it may be anything they did: every entry that names them.
    """
    named = [number for number, unit in enumerate(rest.units) if not unit.is_soft]
    if rest.occasion is not None or len(named) != 1 or not rest.units[named[0]].is_name:
        return list_occasions(rest, index)
    return sorted(c.number for c in find_fitting(rest, index) if c.strength(named[0]) >= NAMED)


def _is_called_only(anchor: Query, rest: Query, event: Event, index: Index) -> bool:
    """Whether an entry is called by what is counted from, and by nothing that is asked for."""

    counted_from = [is_called(event.id, unit, index) for unit in things_of(anchor)]
    asked = any(is_called(event.id, unit, index) for unit in things_of(rest))
    return bool(counted_from) and all(counted_from) and not asked


def _is_unknown(rest: Query, index: Index) -> bool:
    return rank(replace(rest, phrases=()), index).outcome is Outcome.ABSTAIN


def _on_side(
    numbers: Sequence[int],
    start: Event,
    index: Index,
    *,
    is_after: bool,
    asked: Occasion | None,
    is_told: bool,
) -> list[Event]:
    """Return the few events after or before `start` that are asked for, the one meant first.

    Where it `is_told` that it came after what was named, `start` is itself the first of them.

    After it the first of them is the nearest, and before it the last.
    """
    if is_after:
        # Numbered in order of time: from where the first later ones begin, and no further.
        first = bisect_right(numbers, start.date.latest.ordinal, key=index.days.__getitem__)
        side: Sequence[int] = numbers[first:]
    else:
        end = bisect_left(numbers, start.date.earliest.ordinal, key=index.days.__getitem__)
        side = numbers[:end]
    is_from_end = asked.which is Which.LAST if asked else not is_after
    events = (index.events[number] for number in (reversed(side) if is_from_end else side))
    apart = (
        event
        for event in events
        if (event.date.earliest > start.date.latest if is_after
            else event.date.latest < start.date.earliest)
    )  # fmt: skip
    # "After the king's death, the court moves": itself the first thing that came after.
    is_itself = is_after and not is_from_end and is_told
    passed = asked.number - 1 if asked else 0
    itself = [start] if is_itself else []
    return [*itself, *islice(apart, passed, passed + HOW_MANY)][:HOW_MANY]
