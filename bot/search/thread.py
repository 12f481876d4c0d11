"""The entries that a follow-up points to, among those shown before or next to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from bot.search.alike import next_alike, next_with
from bot.search.counted import ordinal_words
from bot.search.finding import Finding, Match, Outcome
from bot.search.followup import FollowUp
from bot.search.index import Index
from bot.search.intent import Asked, Which
from bot.search.nearness import Stance, near_to
from bot.search.neighbours import number_of
from bot.search.occasions import list_occasions
from bot.search.query import Query
from bot.search.scoring import MET, weigh, weight_of
from bot.search.steps import Step
from bot.search.terms import tokens
from bot.search.units import Unit
from bot.search.when import DatePhrase
from bot.timeline.dates import DISTANT_FUTURE, DISTANT_PAST, DateSpan, Day, between_days
from bot.timeline.event import Event

THREAD_SCORE = 0.75  # of entries that a follow-up points to without naming anything
OUTCOME_SCORE = 0.7  # the same, for what goes on with the entry shown and holds none of the words
MUCH_LIKE_BESIDE = 0.8  # the same, for what comes next of what holds the words asked for
MUCH_LIKE = 0.5  # of the best score, for entries like those shown
MOSTLY = 0.5  # of the weight of a topic, which must be left where some of its words are let go
MOSTLY_ALIKE = 0.25  # of a topic; what holds so little more of it than another holds no more
HOW_MANY = 3  # entries before or after the one spoken of


def find_in_thread(follow: FollowUp, index: Index, *, alone: Callable[[Query], Finding]) -> Finding:
    """Return what `follow` points to; `alone` finds what a completed query finds by itself."""
    shown = follow.shown.events
    if follow.step is Step.MERGED or not shown:
        return _completed(follow, index, alone=alone)
    if follow.step is Step.SAME and follow.query.asked is Asked.HOW_LONG and len(shown) > 1:
        return _gap_of(follow)
    match follow.step:
        case Step.SAME:
            events = list(shown)
        case Step.OUTCOME:
            events = [*_by_topic(follow, index)[:HOW_MANY], *shown]
        case Step.NEXT_DEED:
            events = _next_deed(follow, index)
        case Step.PICK:
            events = _picked(follow)
        case Step.AFTER | Step.BEFORE:
            if follow.query.hard or follow.query.phrases:
                return _beside_on_topic(follow, alone)
            events = _beside(follow, index)
        case _:
            events = _of_kind(follow, index) or _later(follow, alone(follow.query))
    matches = tuple(
        Match(event, round(THREAD_SCORE * 0.98**place, 4), (f"thread: {follow.step.value}",))
        for place, event in enumerate(events)
    )
    outcome = Outcome.SURE if matches else Outcome.ABSTAIN
    is_one = follow.step not in (Step.SAME, Step.AFTER, Step.BEFORE)
    answering = min(1, len(matches)) if is_one else len(matches)
    in_order = follow.step is Step.AFTER
    return Finding(outcome, follow.query, matches, answering, is_in_order=in_order)


def _gap_of(follow: FollowUp) -> Finding:
    """Return the first two entries shown, of which is asked how long it was between them."""
    first, second = sorted(follow.shown.events[:2], key=lambda event: event.date.sort_key)
    reason = (f"thread: {follow.step.value}",)
    matches = (Match(first, THREAD_SCORE, reason), Match(second, THREAD_SCORE * 0.98, reason))
    return Finding(Outcome.SURE, follow.query, matches, 2, is_in_order=True, gap=(first, second))


def _completed(follow: FollowUp, index: Index, *, alone: Callable[[Query], Finding]) -> Finding:
    near = near_to(
        follow.shown.events,
        stance=follow.stance,
        is_back=follow.is_back,
        is_loose=not follow.leans,
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
        return _told_later(found, follow, index)
    if follow.is_line:
        lines = tuple(match for match in found.matches if match.event in follow.shown.events)
        if lines:
            score = max(lines[0].score, THREAD_SCORE)
            lines = (replace(lines[0], score=score), *lines[1:])
            return replace(found, outcome=Outcome.SURE, matches=lines, answering=1)
    return found


def _by_topic(follow: FollowUp, index: Index) -> list[Event]:
    """Return what goes on with the entry shown, those first that hold most of the topic."""
    later = follow.shown.later
    found = weigh([number_of(event, index) for event in later], follow.topic, index)
    share = {index.events[c.number]: round(c.coverage / MOSTLY_ALIKE) for c in found}
    return sorted(later, key=lambda event: -share[event])


def _told_later(found: Finding, follow: FollowUp, index: Index) -> Finding:
    """Put first what goes on with the entry shown, where nothing else tells what is asked.

    "Who was sent in the end" is told there, whatever the words for it; but not what became
    of somebody whom it does not name.
    """
    query = follow.query
    said = [n for n, u in enumerate(query.units) if not (u.is_soft or u.is_earlier)]
    names = [n for n in said if query.units[n].is_name]

    def held(event: Event) -> tuple[float, bool]:
        (candidate,) = weigh([number_of(event, index)], query, index)
        value = sum(candidate.strength(n) * weight_of(query.units[n]) for n in said)
        return round(value, 2), all(candidate.strength(n) >= MET for n in names)

    shares = {event: held(event) for event in follow.shown.later}
    scores = {match.event: match.score for match in found.matches}
    best = follow.shown.later[0]  # the one that ends it
    if not (follow.is_end and shares[best][0]):
        best = max(shares, key=lambda event: (scores.get(event, 0.0), shares[event]))
    share, is_named = shares[best]
    top = found.matches[0].event if found.matches else None
    is_told = top is not None and top != best and held(top)[0] > share
    if follow.is_end and top is not None:
        start = follow.shown.events[0].date.sort_key
        # What came before is no end of it, and what goes on with it may not be the end.
        is_told &= top.date.sort_key > start and top not in shares
    is_held = share or follow.is_end or follow.query.asked is Asked.WHEN
    if not is_named or not is_held or (is_told and scores[found.matches[0].event] >= THREAD_SCORE):
        return found
    least = THREAD_SCORE if share else OUTCOME_SCORE
    lead = Match(best, max(scores.get(best, 0.0), least), ("thread: outcome",))
    rest = tuple(
        replace(match, score=min(match.score, lead.score))
        for match in found.matches
        if match.event != best
    )
    return replace(found, outcome=Outcome.SURE, matches=(lead, *rest), answering=1)


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


def _beside_on_topic(follow: FollowUp, alone: Callable[[Query], Finding]) -> Finding:
    """Return what came after or before the entry shown and holds the words asked for."""
    date = _turning_point(follow)
    if follow.step is Step.AFTER:
        span = between_days(_next(date.latest, 1), DISTANT_FUTURE)
    else:
        span = between_days(DISTANT_PAST, _next(date.earliest, -1))
    phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
    is_back = follow.step is Step.BEFORE
    near = near_to(follow.shown.events, stance=Stance.NOT_MEANT, is_back=is_back)
    found = alone(replace(follow.query, phrases=(*follow.query.phrases, phrase), near=near))
    for query in () if found.answering else follow.looser:
        found = alone(replace(query, phrases=(*query.phrases, phrase), near=near))
    # Of those about as good the nearest in time comes next.
    floor = MUCH_LIKE_BESIDE * found.matches[0].score if found.matches else 0.0
    good = [match for match in found.matches[: found.answering] if match.score >= floor]
    good.sort(key=lambda match: match.event.date.sort_key, reverse=is_back)
    rest = found.matches[len(good) :]
    scores = [match.score for match in found.matches]
    matches = tuple(
        replace(match, score=score) for match, score in zip((*good, *rest), scores, strict=True)
    )
    return replace(found, matches=matches)


def _next(day: Day, days: int) -> Day:
    return Day.from_ordinal(day.ordinal + days)


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


def _of_kind(follow: FollowUp, index: Index) -> list[Event]:
    """Return what is asked for again: after the entries shown, before them, or besides them.

    Next comes what is told by the same words and much like the one shown; else what is so
    much like it, if the words do not tell its kind or somebody else is named by them.
    """
    kind = [index.events[number] for number in list_occasions(follow.query, index)]
    shown = follow.shown.events
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
    if len(shown) > 1:
        return told[:HOW_MANY]
    holding = [_keys_of(unit) for unit in follow.held]
    alike = next_alike(shown[0], index, holding=holding, is_back=is_back)
    both = [event for event in told if event in alike]
    if follow.held or shown[0] not in kind or not told:
        return (alike or told)[:HOW_MANY]
    return (both or told)[:HOW_MANY]


def _later(follow: FollowUp, found: Finding) -> list[Event]:
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


def _next_deed(follow: FollowUp, index: Index) -> list[Event]:
    """Return what somebody named did after the entry shown, the nearest first.

    What holds the words for it as well comes before what only names them.
    """
    names = [_keys_of(unit) for unit in follow.held]
    (shown,) = follow.shown.events
    said = [_keys_of(unit) for unit in follow.query.hard if unit.variants and not unit.is_name]
    told = next_with(shown, index, holding=[*names, *said], most=HOW_MANY) if said else []
    any_deed = next_with(shown, index, holding=names, most=HOW_MANY)
    return [*told, *(event for event in any_deed if event not in told)][:HOW_MANY]


def _keys_of(unit: Unit) -> frozenset[str]:
    return frozenset(key for variant in unit.variants for key in variant.keys)


def _picked(follow: FollowUp) -> list[Event]:
    """Return the line meant; a title that counts by itself ("second test") is believed first."""
    occasion, shown = follow.query.occasion, follow.shown.events
    if occasion is None:
        return list(shown)
    wanted = ordinal_words(occasion)
    titled = [event for event in shown if wanted.intersection(tokens(event.title))]
    if len(titled) == 1 and follow.topic.asked is not Asked.LIST:
        return titled
    if occasion.number > len(shown):
        return []
    is_last = occasion.which is Which.LAST
    return [shown[-occasion.number if is_last else occasion.number - 1]]
