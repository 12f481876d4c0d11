"""What came before or after the entry that a question names."""

from __future__ import annotations

from dataclasses import replace

from bot.search.anchors import Anchor
from bot.search.index import Index
from bot.search.occasions import list_occasions
from bot.search.query import Query
from bot.search.ranking import Finding, Match, Outcome, by_time_alone, rank
from bot.search.when import DatePhrase

# An entry that explains this much of a question with "after" in it tells the whole story.
WHOLE_STORY = 0.58
SAYS_LITTLE = 1.0  # nats; units below it do not narrow down what came next
ANCHOR_SCORE = 0.95  # of the score of the entry that is counted from
HOW_MANY = 3  # entries before or after


def find_beside(
    anchor: Anchor, found: Finding, index: Index, *, base: Finding, rest: Query
) -> Finding | None:
    """Return what came after or before the entry that `anchor` names, if it names one.

    `found` is what the whole question finds, `base` what the words of the anchor find, and
    `rest` is the question without them. None where some entry explains the whole question
    by itself: then "after" was a part of its own story, not a place in time.
    """
    if base.outcome is not Outcome.SURE:
        return None
    from_event = base.matches[0].event
    if anchor.shift is not None:
        span = anchor.shift.span_from(from_event.date.earliest)
        phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
        at = by_time_alone(replace(rest, units=(), phrases=(phrase,)), index)
        return at if at.answering else None
    top = found.features.coverage if found.features and found.matches else 0.0
    hard = [unit for unit in rest.hard if unit.weight > SAYS_LITTLE]
    if hard and not anchor.asks_next and top >= WHOLE_STORY:
        return None
    if hard:
        is_known = rank(replace(rest, phrases=()), index).outcome is not Outcome.ABSTAIN
        if not is_known and not anchor.asks_next:
            return None
        events = [index.events[number] for number in list_occasions(rest, index)]
    else:
        events = list(index.events)
    if anchor.is_after:
        beside = [e for e in events if e.date.earliest > from_event.date.latest]
    else:
        beside = [e for e in reversed(events) if e.date.latest < from_event.date.earliest]
    if not beside:
        return None
    side = "after" if anchor.is_after else "before"
    score = ANCHOR_SCORE * base.matches[0].score
    matches = [
        Match(event, round(score * 0.98**place, 4), (f"{side} {from_event.id}",))
        for place, event in enumerate(beside[:HOW_MANY])
    ]
    answering = 1 if rest.occasion is not None else len(matches)
    return Finding(Outcome.SURE, found.query, tuple(matches), answering)
