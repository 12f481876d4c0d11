"""The entries that a follow-up points to, among those shown before or next to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.asking.which_one import Which
from bot.search.entries.counted import ordinal_words
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.threads.causes import causes_of
from bot.search.threads.ending import by_topic, told_later
from bot.search.threads.journeys import part_of
from bot.search.threads.nearness import Stance, near_to
from bot.search.threads.series import (
    HOW_MANY,
    alike_beside,
    holds_all_said,
    holds_any_said,
    like_those,
    next_deed,
    of_kind,
)
from bot.search.threads.steps import SIDES, Step
from bot.search.threads.turns import FollowUp
from bot.search.weighing.scoring import weight_of
from bot.search.when import DatePhrase
from bot.timeline.dates import DISTANT_FUTURE, DISTANT_PAST, DateSpan, Day, between_days
from bot.timeline.event import Event

LINE_SCORE = 0.95  # of a line of the list shown, told by its number
CAUSE_SCORE, LIKELY_CAUSE_SCORE = 0.75, 0.65  # of what led to it; where only likeness tells so
THREAD_SCORE = 0.75  # of entries that a follow-up points to without naming anything
GUESS_SCORE = 0.5  # of the entry shown, where another would tell what is asked, and none does
STEP_SCORE = 0.9  # of those that it steps to: the next, what came of it
MUCH_LIKE_BESIDE = 0.8  # the same, for what comes next of what holds the words asked for
JOURNEY_SCORE = 0.85  # of another part of the journey shown
_SCORES = {Step.PICK: LINE_SCORE, Step.SAME: THREAD_SCORE}
MOSTLY = 0.5  # of the weight of a topic, which must be left where some of its words are let go


def find_in_thread(follow: FollowUp, index: Index, *, alone: Callable[[Query], Finding]) -> Finding:
    """Return what `follow` points to; `alone` finds what a completed query finds by itself."""
    shown = follow.shown.events
    if follow.journey is not None and len(shown) == 1:
        told = part_of(shown[0], follow.journey, index, is_earlier=follow.is_only_back)
        if told is not None:
            told_by = Match(told, JOURNEY_SCORE, ("thread: journey",))
            return Finding(Outcome.SURE, follow.query, (told_by,), 1)
    if follow.once_more is not None:
        found = find_in_thread(follow.once_more, index, alone=alone)
        if found.matches:
            return found
    if follow.step is Step.MERGED or not shown:
        return _completed(follow, index, alone=alone)
    if follow.step is Step.SAME and follow.query.asked is Asked.HOW_LONG and len(shown) > 1:
        return _gap_of(follow)
    match follow.step:
        case Step.SAME:
            events = list(shown)
        case Step.CAUSE:
            return _brought_about(follow, index)
        case Step.OUTCOME:
            events = [*by_topic(follow, index)[:HOW_MANY], *shown]
        case Step.NEXT_DEED:
            events = next_deed(follow, index)
        case Step.PICK:
            events = _picked(follow)
        case Step.AFTER | Step.BEFORE:
            if follow.is_next_thing and holds_all_said(follow, index):
                of_it = replace(follow, step=SIDES[follow.step])
                events = of_kind(of_it, index)
                follow = of_it if events else follow
            if follow.step in SIDES.values():
                pass
            elif follow.query.hard or follow.query.phrases:
                return _beside_on_topic(follow, index, alone)
            else:
                events = _beside(follow, index)
        case _:
            events = of_kind(follow, index) or like_those(follow, alone(follow.query))
    best = _SCORES.get(follow.step, STEP_SCORE)
    matches = tuple(
        Match(event, round(best * 0.98**place, 4), (f"thread: {follow.step.value}",))
        for place, event in enumerate(events)
    )
    outcome = Outcome.SURE if matches else Outcome.ABSTAIN
    is_one = follow.step not in (Step.SAME, Step.AFTER, Step.BEFORE)
    answering = min(1, len(matches)) if is_one else len(matches)
    in_order = follow.step is Step.AFTER
    is_series = follow.step in (Step.NEXT_OF_KIND, Step.LAST_OF_KIND) and not follow.is_succession
    return Finding(
        outcome, follow.query, matches, answering, is_in_order=in_order, is_series=is_series
    )


def is_one_of_many(merged: Finding, alone: Finding) -> bool:
    """Whether what the thread means is one of those that a question by itself leaves open."""
    answers = [match.event for match in alone.matches[: alone.answering]]
    return len(answers) > 1 and bool(merged.matches) and merged.matches[0].event in answers


def _brought_about(follow: FollowUp, index: Index) -> Finding:
    """Return what led to the entry shown, or else that entry, which may tell it itself."""
    (shown,) = follow.shown.events
    causes, is_told = causes_of(shown, index)
    best = CAUSE_SCORE if is_told else LIKELY_CAUSE_SCORE
    matches = tuple(
        Match(event, round(best * 0.98**place, 4), (f"thread: {follow.step.value}",))
        for place, event in enumerate((*causes, shown))
    )
    return Finding(Outcome.SURE, follow.query, matches, 1)


def _gap_of(follow: FollowUp) -> Finding:
    """Return the first two entries shown, of which is asked how long it was between them."""
    first, second = sorted(follow.shown.events[:2], key=lambda event: event.date.sort_key)
    reason = (f"thread: {follow.step.value}",)
    matches = (Match(first, THREAD_SCORE, reason), Match(second, THREAD_SCORE * 0.98, reason))
    return Finding(Outcome.SURE, follow.query, matches, 2, is_in_order=True, gap=(first, second))


def _completed(follow: FollowUp, index: Index, *, alone: Callable[[Query], Finding]) -> Finding:
    is_alone = len(follow.shown.events) == 1
    if follow.is_cause and is_alone and holds_all_said(follow, index):
        return _brought_about(follow, index)
    is_stand_in = follow.is_stand_in and is_alone
    near = near_to(
        follow.shown.events,
        stance=follow.stance,
        is_bound=follow.is_bound,
        is_only_back=follow.is_only_back,
        alike=alike_beside(follow, index) if is_stand_in else None,
    )
    found = alone(replace(follow.query, near=near))
    looser = follow.looser
    if not found.answering and follow.is_another_time:
        looser = (*_without_unheard(follow.query, index), *looser)
    for query in looser:
        if found.answering:
            break
        other = alone(replace(query, near=near))
        found = other if other.answering else found
    if follow.is_end or follow.is_done:
        return told_later(found, follow, index)
    if found.outcome is Outcome.PERIOD and follow.stance is Stance.NOT_MEANT:
        return _without_shown(found, follow)
    return _guessed(found, follow, index) if is_alone else found


def _guessed(found: Finding, follow: FollowUp, index: Index) -> Finding:
    """Return as near only the entry shown, where it holds nothing of what is asked now."""
    (shown,) = follow.shown.events
    if not found.matches or found.matches[0].event is not shown or holds_any_said(found, index):
        return found
    near = tuple(m._replace(score=min(m.score, GUESS_SCORE)) for m in found.matches)
    return replace(found, outcome=Outcome.ABSTAIN, matches=near, answering=0)


def _without_shown(found: Finding, follow: FollowUp) -> Finding:
    """Leave what was shown out of a time, where others of it are asked for."""
    matches = tuple(match for match in found.matches if match.event not in follow.shown.events)
    if not matches:
        return found
    return replace(found, matches=matches, answering=min(found.answering, len(matches)))


def _without_unheard(query: Query, index: Index) -> Iterator[Query]:
    """Leave out the words that no entry of the time named holds, unless they say the most.

    "When was she received on Unity Day" - "and the year after?": then it was another day.
    """
    windows = [
        index.numbers_between(span.earliest, span.latest)
        for phrase in query.phrases
        for span in phrase.spans
    ]

    def is_held(unit: Unit) -> bool:
        keys = {key for v in unit.variants if v.is_direct for key in v.keys}
        postings = [index.posting(key) for key in keys]
        return any(True for held in postings for at in windows for _ in held.within(*at))

    kept = tuple(unit for unit in query.units if is_held(unit))
    weight, whole = (sum(map(weight_of, units)) for units in (kept, query.hard))
    if len(kept) < len(query.units) and weight > MOSTLY * whole:
        yield replace(query, units=kept)


def _beside_on_topic(follow: FollowUp, index: Index, alone: Callable[[Query], Finding]) -> Finding:
    """Return what came after or before the entry shown and holds the words asked for."""
    date = _turning_point(follow)
    if follow.step is Step.AFTER:
        span = between_days(_next(date.latest, 1), DISTANT_FUTURE)
    else:
        span = between_days(DISTANT_PAST, _next(date.earliest, -1))
    phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
    is_back = follow.step is Step.BEFORE
    is_timed = bool(follow.query.phrases) and len(follow.shown.events) == 1
    alike = alike_beside(follow, index) if is_timed else None
    near = near_to(follow.shown.events, stance=Stance.NOT_MEANT, is_back=is_back, alike=alike)
    phrases = (*follow.query.phrases, phrase)
    found = alone(replace(follow.query, phrases=phrases, near=near))
    for query in () if found.answering else follow.looser:
        found = alone(replace(query, phrases=(*query.phrases, phrase), near=near))
    if follow.is_same_again or is_timed:
        return found  # of a time named beside it what is most like the one shown is meant
    # Of those about as good the nearest in time comes next.
    floor = MUCH_LIKE_BESIDE * found.matches[0].score if found.matches else 0.0
    good = [match for match in found.matches[: found.answering] if match.score >= floor]
    good.sort(key=lambda match: match.event.date.sort_key, reverse=is_back)
    rest = found.matches[len(good) :]
    scores = [match.score for match in found.matches]
    matches = tuple(
        match._replace(score=score) for match, score in zip((*good, *rest), scores, strict=True)
    )
    return replace(found, matches=matches)


def _next(day: Day, days: int) -> Day:
    return Day.nearest_to(day.ordinal + days)


def _turning_point(follow: FollowUp) -> DateSpan:
    """Return the date from which is counted: of a list in order of time, that of its end."""
    shown = follow.shown
    at_end = shown.is_in_order and follow.step is Step.AFTER
    return shown.events[-1 if at_end else 0].date


def _beside(follow: FollowUp, index: Index) -> list[Event]:
    date, events = _turning_point(follow), index.events
    # Events are numbered in order of time: from where others begin, and no further.
    if follow.step is Step.BEFORE:
        end = bisect_left(index.days, date.earliest.ordinal)
        earlier = (events[at] for at in range(end - 1, -1, -1))
        return list(islice((e for e in earlier if e.date.latest < date.earliest), HOW_MANY))
    start = bisect_right(index.days, date.latest.ordinal)
    later = (events[at] for at in range(start, len(events)))
    return list(islice((e for e in later if e.date.earliest > date.latest), HOW_MANY))


def _picked(follow: FollowUp) -> list[Event]:
    """Return the line meant; a title that counts by itself ("second test") is believed first."""
    occasion, shown = follow.query.occasion, follow.shown.events
    if occasion is None:
        return list(shown)
    wanted = ordinal_words(occasion) if occasion.is_told else frozenset()
    titled = [event for event in shown if wanted.intersection(tokens(event.title))]
    if len(titled) == 1 and follow.topic.asked is not Asked.LIST:
        return titled
    if occasion.number > len(shown):
        return []
    is_last = occasion.which is Which.LAST
    return [shown[-occasion.number if is_last else occasion.number - 1]]
