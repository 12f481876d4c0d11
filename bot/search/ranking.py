"""Candidates to matches with a score and reasons: sure, choices, or abstain."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import DIRECT, Unit
from bot.search.entries.counted import told_ordinals
from bot.search.entries.encounters import read_encounter
from bot.search.entries.measures import asks_for_untold_measure
from bot.search.entries.presupposed import names_strange_state, tells_another_of_them
from bot.search.entries.roles import another_acts
from bot.search.entries.tolls import is_toll_plain
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.query import Query
from bot.search.weighing.broad import (
    is_broad,
    is_met_by_chance,
    is_small_talk,
    leaves_open_which,
    names_something,
    says_anything,
)
from bot.search.weighing.confidence import Features, begins_a_deed, confidence, features
from bot.search.weighing.extent import MARGIN, lists_all, of_a_kind
from bot.search.weighing.of_time import are_of_time, days_asked, is_of_time, of_a_short_time
from bot.search.weighing.outside import nearest_on_topic
from bot.search.weighing.ranked import Ranked, put_in_order
from bot.search.weighing.scoring import MET, Candidate

THRESHOLD = 0.62  # the least score worth showing as an answer
SURE = 0.75  # from here the best entries are given as the answer, below as choices

NEAR_SHOWN = 10  # entries that are near, where none answers
EXPLAINED = 40  # matches that carry their reasons; nobody reads further
# Of the best score, for what is told beyond the tenth: a little less than answers.
ALSO_TOLD = MARGIN - 0.01


# A broad question ("the treaty") says too little to tell one entry from the others, yet
# entries that plainly hold all of it are what was asked for: they are listed.
BROAD_CERTAINTY = 0.66
# From here an entry that holds all is not doubted, only which of several is meant.
OPEN_CERTAINTY = 0.4

# A time was named and nothing of that time fits, or a seventh was asked for and six are
# known: the best entry is only near, however well its words agree.
NEAR_CERTAINTY = 0.3

# Another one did it, or the one asked about did it elsewhere: near, however well the words agree.
# Who asks whether Chile vetoed it may want to see that Peru did: that is offered.
ANOTHER_ACTS, OFFERED = 0.6, 0.7

# A follow-up whose words all stand in the entry shown, or in one that belongs to it.
THREAD_CERTAINTY = 0.85

# A measure that no entry tells, or a state that none names.
UNTOLD = 0.55

# It tells to how many of those people just that happened, in whatever words for "soldiers".
TOLL_CERTAINTY = 0.8


def rank(query: Query, index: Index) -> Finding:
    """Return the events that explain most of `query`, best first, and how far to trust them."""
    return judge(put_in_order(query, index), index)


def judge(ranked: Ranked, index: Index) -> Finding:
    """Return how far to trust the events that were put in order, and what is shown of them."""
    query, scored, chosen = ranked
    if not scored:  # what a short time holds is offered all the same
        return Finding(Outcome.ABSTAIN, query, tuple(of_a_short_time(query, index)[:NEAR_SHOWN]), 0)
    best, first = scored[0]
    is_in_time = is_of_time(first.number, query, index)
    second = scored[1][0] if len(scored) > 1 else 0.0
    described = features(
        first,
        query,
        index,
        lead=max(0.0, best - second) / best if best and chosen is None else 0.0,
        is_within=is_in_time,
        is_chosen=chosen is not None,
    )
    # The best candidate's score is its probability; the others follow by their distance.
    certainty = confidence(described, is_curated=bool(index.lexicon.kinds))
    is_outside = bool(query.phrases) and not is_in_time
    is_beyond = chosen is None and _is_beyond(first, query, index)
    is_anothers = (
        another_acts(first, query, index)
        or described.contrary > 0
        or (described.stranger > 0 and begins_a_deed(query))
        or tells_another_of_them(first, query, index)
    )
    if _is_near(first, query, index):
        certainty = max(certainty, THREAD_CERTAINTY)
    elif says_anything(first, query) and chosen is None:
        certainty = min(certainty, NEAR_CERTAINTY)
    is_chat = not names_something(query) or is_small_talk(query)
    is_toll = is_toll_plain(first, query, index)
    is_chance = not described.whole and is_met_by_chance(first, query)
    if is_outside or is_beyond or is_chat or is_chance:
        certainty = min(certainty, NEAR_CERTAINTY)
    elif _lacks_what_is_asked(first, query, index):
        certainty = min(certainty, UNTOLD)
    elif is_anothers:
        is_whether = query.asked is Asked.YES_NO and read_encounter(query, index) is None
        certainty = min(certainty, OFFERED if is_whether else ANOTHER_ACTS)
    elif is_toll:
        certainty = max(certainty, TOLL_CERTAINTY)
    elif certainty < BROAD_CERTAINTY and is_broad(first, query, is_chosen=chosen is not None):
        certainty = BROAD_CERTAINTY
    elif THRESHOLD > certainty >= OPEN_CERTAINTY and leaves_open_which(
        first, [other for score, other in scored[1:NEAR_SHOWN] if score >= MARGIN * best], query
    ):
        certainty = THRESHOLD

    def told(some: Sequence[tuple[float, Candidate]]) -> list[Match]:
        events = index.events
        return [
            Match(
                events[candidate.number],
                round(certainty * (score / best if score < best else 1.0), 4),
                _reasons(candidate, query, index) if place < EXPLAINED else (),
            )
            for place, (score, candidate) in enumerate(some)
        ]

    if certainty < THRESHOLD:
        if query.phrases:
            return _beside_the_time(scored, told, query, index, described, is_first=is_in_time)
        near = tuple(told(scored[:NEAR_SHOWN]))
        return Finding(Outcome.ABSTAIN, query, near, 0, described)
    is_wide = lists_all(query) or query.near is not None
    least = 0.0 if is_wide else ALSO_TOLD * best
    beyond = [pair for pair in scored[NEAR_SHOWN:] if pair[0] >= least]
    matches = told([*scored[:NEAR_SHOWN], *beyond])
    floor = MARGIN * certainty
    answering = len([match for match in matches if match.score >= floor])
    # An entry that alone holds all that was asked, or was counted out, leaves nothing open.
    # Where all of a kind is asked for, the several are the answer.
    is_open = answering > 1 and not lists_all(query)
    is_plain = chosen is not None or (not is_open and described.whole > 0 and not is_anothers)
    outcome = Outcome.SURE if certainty >= SURE or is_plain else Outcome.CHOICES
    if chosen is not None and outcome is Outcome.SURE:
        answering = 1
    elif lists_all(query) and not is_toll:
        inside = [c for c, is_inside in _with_time(scored, query, index) if is_inside]
        of_kind = of_a_kind(inside, query, index)
        kind = {index.events[c.number].id: at for at, c in enumerate(of_kind)}
        is_counted = described.actor > 0 and query.asked is Asked.COUNT
        if (len(kind) > 1 and matches[0].event.id in kind) or (kind and is_counted):
            matches = _in_order_of(kind, matches)
            answering = len(kind)
    return Finding(outcome, query, tuple(matches), answering, described)


def _in_order_of(places: Mapping[str, int], matches: Sequence[Match]) -> list[Match]:
    """Return the matches in the order of their ids, each as likely as the one it stands for."""
    last = len(places)
    ordered = sorted(matches, key=lambda match: places.get(match.event.id, last))
    scores = sorted((match.score for match in ordered[:last]), reverse=True)
    first = (m._replace(score=s) for m, s in zip(ordered, scores, strict=False))
    return [*first, *ordered[last:]]


def _beside_the_time(
    scored: Sequence[tuple[float, Candidate]],
    told: Callable[[Sequence[tuple[float, Candidate]]], list[Match]],
    query: Query,
    index: Index,
    described: Features,
    *,
    is_first: bool,
) -> Finding:
    """Return what is near where nothing fits the time: before it, after it, then the rest.

    `is_first` tells that the best entry is of that time, though it tells too little; `told`
    makes matches of candidates.
    """
    outside = [c for c, is_inside in _with_time(scored, query, index) if not is_inside]
    sides = nearest_on_topic(outside, query, index)
    by_number = {pair[1].number: pair for pair in scored}
    lead = told([by_number[number] for number in sides if number is not None])
    rest = told([pair for pair in scored if pair[1].number not in sides][:NEAR_SHOWN])
    # What happened in a short time may be meant, though other words were used for it.
    inside = [] if is_first else of_a_short_time(query, index)
    ordered = [*rest[:1], *lead, *rest[1:]] if is_first else [*inside, *lead, *rest]
    is_first = is_first or bool(inside)
    is_before, is_after = (number is not None for number in sides)
    shown = (False, False) if is_first else (is_before, is_after)
    near = tuple(ordered[:NEAR_SHOWN])
    return Finding(Outcome.ABSTAIN, query, near, 0, described, sides=shown)


def _with_time(
    scored: Sequence[tuple[float, Candidate]], query: Query, index: Index
) -> Iterable[tuple[Candidate, bool]]:
    """Return the candidates, each with whether it is of the time asked for."""
    found = [candidate for _, candidate in scored]
    are_inside = are_of_time([candidate.number for candidate in found], query, index)
    return zip(found, are_inside, strict=True)


def _is_beyond(first: Candidate, query: Query, index: Index) -> bool:
    """Whether an occasion was asked for that neither counting nor the title itself tells."""
    if query.occasion is None or query.occasion.number < 2:
        return False
    return told_ordinals(query, index).isdisjoint(index.title_words(first.number))


def _is_near(first: Candidate, query: Query, index: Index) -> bool:
    """Whether a follow-up finds all that it says now in, or right beside, what was shown."""
    if query.near is None or not query.near.is_near(index.events[first.number]):
        return False
    said = [(n, unit) for n, unit in enumerate(query.units) if not _is_kept(unit)]
    names = [number for number, unit in said if unit.is_name]
    met = [number for number, _ in said if first.strength(number) >= MET]
    return len(met) * 2 >= max(1, len(said)) and set(names) <= set(met) and bool(said)


def _lacks_what_is_asked(first: Candidate, query: Query, index: Index) -> bool:
    """Whether the entry lacks a measure that is asked for, or a state that is named."""
    is_untold = asks_for_untold_measure(first.number, query, index)
    return is_untold or names_strange_state(first, query, index)


def _is_kept(unit: Unit) -> bool:
    return unit.is_earlier or unit.is_soft


def _reasons(candidate: Candidate, query: Query, index: Index) -> tuple[str, ...]:
    reasons = [
        unit.text if way[1].reason in DIRECT else f"{unit.text} ({way[1].reason})"
        for unit, way in candidate.ways_of(query.units)
    ]
    if query.phrases and days_asked(query, index).is_within(candidate.number):
        reasons.append("date")
    return tuple(reasons)
