"""Candidates to matches with a score and reasons: sure, choices, or abstain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.search.anchors import Anchor, read_anchor
from bot.search.confidence import Features, confidence, features
from bot.search.followup import MOST_TURNS, FollowUp, Step, Turn, complete, is_follow_up, shown_in
from bot.search.index import Index, rarity_of
from bot.search.intent import Asked, Occasion, Which
from bot.search.occasions import choose_occasion
from bot.search.query import Query, read_query
from bot.search.scoring import Candidate, find_candidates
from bot.search.times import is_same_time, is_within, lies_within, nearest_in_time
from bot.timeline.dates import Precision
from bot.timeline.event import Event

THRESHOLD = 0.5  # the least score worth showing as an answer
SURE = 0.62  # from here the best entries are given as the answer, below as choices
# Entries within this share of the best score are shown beside it: few where one thing was
# asked for, more where a list was.
MARGIN, LIST_MARGIN = 0.92, 0.86

# How the score is put together: mostly what the event explains of the question, then how
# much of its own title was named, then the curator's judgement.
BY_COVERAGE, BY_TITLE, BY_SIGNIFICANCE = 0.82, 0.1, 0.02

# A time that was named and fits is worth much; one that does not fit rules out.
# An entry that only overlaps the time, like a decade round the year asked for, is between.
INSIDE_BONUS, OVERLAP_BONUS, OUTSIDE_FACTOR = 0.3, 0.22, 0.45


THREAD_SCORE = 0.75  # of entries that a follow-up points to without naming anything
# An entry that explains this much of a question with "after" in it tells the whole story.
WHOLE_STORY = 0.58
OCCASION_SHARE = 0.75  # of the best score, for entries counted on from another entry
ANCHOR_SCORE = 0.95  # of the score of the entry that is counted from
SAYS_LITTLE = 1.0  # nats; units below it do not narrow down what came next
THREAD_PAGE = 3  # entries before or after the one spoken of


class Outcome(StrEnum):
    """How far the search trusts its matches."""

    SURE = "sure"
    CHOICES = "choices"
    ABSTAIN = "abstain"
    PERIOD = "period"  # only a time was asked for; every event of it, in order


@dataclass(frozen=True, slots=True)
class Match:
    """An event with its score of 0 to 1 and the reasons for it."""

    event: Event
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """All matches best first, those that answer before those that are only near.

    `answering` is how many of `matches` are good enough to be shown as the answer.
    """

    outcome: Outcome
    query: Query
    matches: tuple[Match, ...]
    answering: int
    features: Features | None = None


def search(question: str, index: Index, *, today: date, context: Sequence[Turn] = ()) -> Finding:
    """Return what `index` has for `question`; never raises, whatever the text.

    `context` holds the earlier turns of the thread, oldest first; a question that stands
    by itself ignores them.
    """
    query = read_query(question, index, today=today)
    asked_before = [at for at, turn in enumerate(context) if turn.is_question]
    if asked_before and is_follow_up(question, query):
        last = asked_before[-1]
        before = search(
            context[last].text,
            index,
            today=today,
            context=context[max(0, last - MOST_TURNS) : last],
        )
        said = " ".join(turn.text for turn in context[last + 1 :] if not turn.is_question)
        shown = shown_in(said, index.events) or tuple(
            match.event for match in before.matches[: before.answering]
        )
        follow = complete(question, query, earlier=before.query, shown=shown)
        return in_thread(follow, index, alone=lambda: _alone(follow.query, index))
    found = _alone(query, index)
    anchor = read_anchor(query.intent.rest)
    if anchor is None:
        return found
    return _beside(anchor, found, index, today=today) or found


def _beside(anchor: Anchor, found: Finding, index: Index, *, today: date) -> Finding | None:
    """Return what came after or before the entry that `anchor` names, if it names one.

    None where some entry explains the whole question by itself: then "after" was a part
    of its own story, not a place in time.
    """
    base = _alone(read_query(anchor.anchor, index, today=today), index)
    if base.outcome is not Outcome.SURE:
        return None
    from_event = base.matches[0].event
    top = found.features.coverage if found.features and found.matches else 0.0
    rest = read_query(anchor.rest, index, today=today)
    hard = [unit for unit in rest.units if not unit.is_soft and unit.weight > SAYS_LITTLE]
    if hard and not anchor.asks_next and top >= WHOLE_STORY:
        return None
    if hard:
        ranked = _rank(replace(rest, phrases=found.query.phrases), index)
        if ranked.outcome is Outcome.ABSTAIN:
            return None
        floor = OCCASION_SHARE * ranked.matches[0].score
        events = [match.event for match in ranked.matches if match.score >= floor]
        events.sort(key=lambda event: event.date.sort_key)
    else:
        events = list(index.events)
    if anchor.is_after:
        beside = [e for e in events if e.date.earliest > from_event.date.latest]
    else:
        beside = [e for e in reversed(events) if e.date.latest < from_event.date.earliest]
    if not beside:
        return None
    matches = [
        Match(
            event,
            round(ANCHOR_SCORE * base.matches[0].score * 0.98**place, 4),
            ("in order of time",),
        )
        for place, event in enumerate(beside[:THREAD_PAGE])
    ]
    answering = 1 if rest.occasion is not None else len(matches)
    return Finding(Outcome.SURE, found.query, tuple(matches), answering)


def _alone(query: Query, index: Index) -> Finding:
    if not any(not unit.is_soft for unit in query.units):
        return _by_time_alone(query, index)
    return _rank(query, index)


def in_thread(follow: FollowUp, index: Index, *, alone: Callable[[], Finding]) -> Finding:
    """Return the entries that a follow-up points to."""
    if follow.step is Step.MERGED or not follow.shown:
        return alone()
    first = follow.shown[0]
    match follow.step:
        case Step.SAME:
            events = list(follow.shown)
        case Step.PICK:
            events = _picked(follow)
        case Step.AFTER:
            later = [e for e in index.events if e.date.earliest > first.date.latest]
            events = later[:THREAD_PAGE]
        case Step.BEFORE:
            sooner = [e for e in index.events if e.date.latest < first.date.earliest]
            events = sooner[: -THREAD_PAGE - 1 : -1]
        case _:
            found = [match.event for match in alone().matches[:10]]
            others = [event for event in found if event not in follow.shown]
            events = sorted(others[:1], key=lambda e: e.date.sort_key) + others[1:THREAD_PAGE]
    matches = tuple(
        Match(event, round(THREAD_SCORE * 0.98**place, 4), ("thread",))
        for place, event in enumerate(events)
    )
    outcome = Outcome.SURE if matches else Outcome.ABSTAIN
    answering = 1 if follow.step in (Step.PICK, Step.OTHER) else len(matches)
    return Finding(outcome, follow.query, matches, min(answering, len(matches)))


def _picked(follow: FollowUp) -> list[Event]:
    occasion = follow.query.occasion
    if occasion is None:
        return list(follow.shown)
    at = len(follow.shown) - 1 if occasion.which is Which.LAST else occasion.number - 1
    return [follow.shown[min(at, len(follow.shown) - 1)]]


def _rank(query: Query, index: Index) -> Finding:
    scored = [(_score(c, query, index), c) for c in find_candidates(query, index)]
    if not scored:
        return Finding(Outcome.ABSTAIN, query, (), 0)
    scored.sort(
        key=lambda pair: (
            -round(pair[0], 4),
            -index.events[pair[1].number].significance,
            pair[1].number,
        )
    )
    best = scored[0][0]
    fitting = [c for s, c in scored if not query.phrases or s > OUTSIDE_FACTOR]
    chosen = choose_occasion(fitting, query, index)
    if chosen is not None:
        scored = [(best, chosen), *(pair for pair in scored if pair[1] is not chosen)]
    first = scored[0][1]
    second = scored[1][0] if len(scored) > 1 else 0.0
    described = features(
        first,
        query,
        lead=(best - second) / best if best and chosen is None else 0.0,
        is_within=is_within(index.events[first.number], query.phrases),
        is_chosen=chosen is not None,
        rarest=rarity_of(1, len(index.events)),
    )
    # The best candidate's score is its probability; the others follow by their distance.
    certainty = confidence(described)
    matches = tuple(
        Match(index.events[c.number], round(certainty * score / best, 4), _reasons(c, query, index))
        for score, c in scored
    )
    if certainty < THRESHOLD:
        return Finding(Outcome.ABSTAIN, query, matches[:10], 0, described)
    outcome = Outcome.SURE if certainty >= SURE else Outcome.CHOICES
    margin = LIST_MARGIN if query.asked in (Asked.LIST, Asked.COUNT) else MARGIN
    answering = sum(match.score >= margin * certainty for match in matches)
    if chosen is not None and outcome is Outcome.SURE:
        answering = 1
    return Finding(outcome, query, matches, answering, described)


def _by_time_alone(query: Query, index: Index) -> Finding:
    if not query.phrases and query.occasion is None:
        return Finding(Outcome.ABSTAIN, query, (), 0)
    inside = [event for event in index.events if is_within(event, query.phrases)]
    # What merely goes on at that time comes after what happened in it.
    inside.sort(key=lambda event: not lies_within(event, query.phrases))
    if query.occasion is not None:
        inside = _occasion_first(inside, query.occasion)
    if inside:
        matches = tuple(Match(event, 0.9, ("date",)) for event in inside)
        return Finding(Outcome.PERIOD, query, matches, len(matches))
    near = nearest_in_time(index.events, query.phrases[0]) if query.phrases else []
    matches = tuple(Match(event, 0.1, ("nearest date",)) for event in near)
    return Finding(Outcome.ABSTAIN, query, matches, 0)


def _names_year(number: int, query: Query, index: Index) -> bool:
    """Whether an event of another time speaks of the year asked for: "the 1961 treaty"."""
    years = {
        str(span.earliest.year)
        for phrase in query.phrases
        for span in phrase.spans
        if span.precision is Precision.YEAR and not span.is_interval
    }
    return any(index.strength(year, number) > 0 for year in years)


def _occasion_first(events: list[Event], occasion: Occasion) -> list[Event]:
    in_order = sorted(events, key=lambda event: event.date.sort_key)
    if occasion.which is Which.LAST:
        return in_order[::-1]
    at = occasion.number - 1
    return [*in_order[at : at + 1], *in_order[:at], *in_order[at + 1 :]]


def _score(candidate: Candidate, query: Query, index: Index) -> float:
    event = index.events[candidate.number]
    score = (
        BY_COVERAGE * candidate.coverage
        + BY_TITLE * candidate.title
        + BY_SIGNIFICANCE * event.significance
    )
    if query.phrases:
        if is_same_time(event, query.phrases) or lies_within(event, query.phrases):
            score = INSIDE_BONUS + (1 - INSIDE_BONUS) * score
        elif is_within(event, query.phrases) or _names_year(candidate.number, query, index):
            score = OVERLAP_BONUS + (1 - OVERLAP_BONUS) * score
        else:
            score *= OUTSIDE_FACTOR
    return max(score, 1e-6)


def _reasons(candidate: Candidate, query: Query, index: Index) -> tuple[str, ...]:
    reasons = []
    for number, (_, variant) in sorted(candidate.met.items()):
        text = query.units[number].text
        is_plain = variant.reason in ("name", "word", "phrase")
        reasons.append(text if is_plain else f"{text} ({variant.reason})")
    if query.phrases and is_within(index.events[candidate.number], query.phrases):
        reasons.append("date")
    return tuple(reasons)
