"""What came before or after the entry that a question names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from bot.search.anchors import Anchor
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.lexicon import is_tag
from bot.search.occasions import list_occasions
from bot.search.of_time import by_time_alone
from bot.search.query import Query
from bot.search.ranking import rank
from bot.search.terms import fold
from bot.search.when import DatePhrase

# An entry that explains this much of a question with "after" in it tells the whole story.
WHOLE_STORY = 0.58
SAYS_LITTLE = 1.0  # nats; units below it do not narrow down what came next
ANCHOR_SCORE = 0.95  # of the score of the entry that is counted from
ERA_SCORE = 0.8  # the least, where the tag tells the time
FEWEST_OF_AN_ERA = 3  # entries
ERA_SHARE = 0.1  # of the length of the timeline, for a tag that names a stretch of it
AS_GOOD = 0.97  # of the best score, for entries that a description may mean as well
_AFTERMATH = re.compile(r"\b(?:after|following|in the wake of)\b")
HOW_MANY = 3  # entries before or after


def find_beside(
    anchor: Anchor, found: Finding, index: Index, *, base: Finding, rest: Query
) -> Finding | None:
    """Return what came after or before the entry that `anchor` names, if it names one.

    `found` is what the whole question finds, `base` what the words of the anchor find, and
    `rest` is the question without them. None where some entry explains the whole question
    by itself: then "after" was a part of its own story, not a place in time.
    """
    era = _era_of(base.query, index)
    if base.outcome is not Outcome.SURE and era is None:
        return None
    if era is not None:
        from_event = index.events[era[anchor.is_after and anchor.shift is None]]
    else:
        from_event = described_entry(base).event
    if anchor.shift is not None:
        span = anchor.shift.span_from(from_event.date.earliest)
        phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
        return by_time_alone(replace(rest, units=(), phrases=(phrase,)), index)
    top = found.features.coverage if found.features and found.matches else 0.0
    hard = [unit for unit in rest.hard if unit.weight > SAYS_LITTLE]
    if hard and not anchor.asks_next and top >= WHOLE_STORY:
        return None
    if hard:
        is_known = rank(replace(rest, phrases=()), index).outcome is not Outcome.ABSTAIN
        if not is_known and not anchor.asks_next:
            return None
        numbers: Sequence[int] = list_occasions(rest, index)
    else:
        numbers = range(len(index.events))
    if anchor.is_after:
        # Numbered in order of time: from where the first later ones begin, and no further.
        start = bisect_right(numbers, from_event.date.latest.ordinal, key=index.days.__getitem__)
        events = (index.events[number] for number in numbers[start:])
        later = (event for event in events if event.date.earliest > from_event.date.latest)
        # "After the king's death, the court moves": itself the first thing that came after.
        itself = [from_event] if _AFTERMATH.search(fold(from_event.title)) else []
        beside = [*itself, *islice(later, HOW_MANY)][:HOW_MANY]
    else:
        end = bisect_left(numbers, from_event.date.earliest.ordinal, key=index.days.__getitem__)
        events = (index.events[number] for number in reversed(numbers[:end]))
        earlier = (event for event in events if event.date.latest < from_event.date.earliest)
        beside = list(islice(earlier, HOW_MANY))
    if not beside:
        return None
    side = "after" if anchor.is_after else "before"
    score = ANCHOR_SCORE * max(base.matches[0].score, ERA_SCORE if era else 0.0)
    matches = [
        Match(event, round(score * 0.98**place, 4), (f"{side} {from_event.id}",))
        for place, event in enumerate(beside)
    ]
    answering = 1 if rest.occasion is not None else len(matches)
    in_order = anchor.is_after and answering > 1
    return Finding(Outcome.SURE, found.query, tuple(matches), answering, is_in_order=in_order)


def _era_of(query: Query, index: Index) -> tuple[int, int] | None:
    """Return the first and the last event of a stretch of time that has a tag: "the war".

    A tag whose entries lie close together, beside the length of the whole timeline, is such
    a stretch; one that comes again and again, like visits, is not.
    """
    if len(query.hard) != 1 or index.timeline.earliest is None or index.timeline.latest is None:
        return None
    keys = [key for variant in query.hard[0].variants for key in variant.keys]
    tags = [key for key in keys if is_tag(key)]
    tags += [tag for key in keys for tag in index.lexicon.tags_of.get(key, ())]
    length = index.timeline.latest.ordinal - index.timeline.earliest.ordinal
    for tag in tags:
        numbers = [number for number, _ in index.posting(tag).items()]
        if len(numbers) < FEWEST_OF_AN_ERA:
            continue
        first, last = min(numbers), max(numbers)
        lasted = index.events[last].date.latest.ordinal - index.events[first].date.earliest.ordinal
        if lasted <= ERA_SHARE * length:
            return first, last
    return None


def name_the_thing(anchor: Query, rest: Query) -> Query:
    """Read "the next summit after Vladivostok" as after the summit of Vladivostok."""
    if any(not unit.is_name for unit in anchor.hard) or anchor.phrases:
        return anchor
    kinds = {kind for unit in anchor.units for kind in unit.kinds}
    lent = [unit for unit in rest.hard if not (unit.is_name and kinds.intersection(unit.kinds))]
    return replace(anchor, units=(*anchor.units, *lent))


def described_entry(found: Finding) -> Match:
    """Return the entry that a description means: of equally good ones the weightiest."""
    floor = AS_GOOD * found.matches[0].score
    alike = [match for match in found.matches if match.score >= floor]
    return max(alike, key=lambda match: (match.event.significance, match.score))
