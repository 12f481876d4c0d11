"""What became of the entry shown, as the entries that go on with it tell."""

from __future__ import annotations

from dataclasses import replace

from bot.search.asking.intent import Asked
from bot.search.entries.roles import names_beyond_summary
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.threads.neighbours import number_of
from bot.search.threads.turns import FollowUp
from bot.search.weighing.scoring import MET, Candidate, weigh, weight_of
from bot.timeline.event import Event

TOLD_SCORE = 0.75  # of what goes on with the entry shown and holds what is asked
OUTCOME_SCORE = 0.7  # the same, where it holds none of the words
MOSTLY_ALIKE = 0.25  # of a topic; what holds so little more of it than another holds no more


def by_topic(follow: FollowUp, index: Index) -> list[Event]:
    """Return what goes on with the entry shown, those first that hold most of the topic."""
    later = follow.shown.later
    if follow.is_over:
        return list(later)
    found = weigh([number_of(event, index) for event in later], follow.topic, index)
    share = {index.events[c.number]: round(c.coverage / MOSTLY_ALIKE) for c in found}
    return sorted(later, key=lambda event: -share[event])


def told_later(found: Finding, follow: FollowUp, index: Index) -> Finding:
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
        # Of somebody's deed a summary may only say that it was not done yet.
        is_deed = bool(names) and query.asked is Asked.WHEN
        is_named = names_beyond_summary if is_deed else _is_met
        return round(value, 2), all(is_named(candidate, n) for n in names)

    shares = {event: held(event) for event in follow.shown.later}
    scores = {match.event: match.score for match in found.matches}
    best = follow.shown.later[0]  # the one that ends it
    if not (follow.is_over or (follow.is_end and shares[best][0])):
        best = max(shares, key=lambda event: (scores.get(event, 0.0), shares[event]))
    share, is_named = shares[best]
    top = found.matches[0].event if found.matches else None
    is_told = top is not None and top != best and held(top)[0] > share
    if follow.is_end and top is not None:
        start = follow.shown.events[0].date.sort_key
        # What came before is no end of it, and what goes on with it may not be the end.
        is_told &= top.date.sort_key > start and top not in shares
    is_held = share or follow.is_end or follow.query.asked is Asked.WHEN
    if not is_named or not is_held or (is_told and scores[found.matches[0].event] >= TOLD_SCORE):
        return found
    least = TOLD_SCORE if share else OUTCOME_SCORE
    lead = Match(best, max(scores.get(best, 0.0), least), ("thread: outcome",))
    rest = tuple(
        match._replace(score=min(match.score, lead.score))
        for match in found.matches
        if match.event != best
    )
    return replace(found, outcome=Outcome.SURE, matches=(lead, *rest), answering=1)


def _is_met(candidate: Candidate, unit: int) -> bool:
    return candidate.strength(unit) >= MET
