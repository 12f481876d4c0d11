"""Where nothing fits the time asked for: the nearest entries on the topic, before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.search.entries.kinds import weigh_one
from bot.search.index import Index, rarity_of
from bot.search.query import Query
from bot.search.weighing.scoring import MET, Candidate
from bot.timeline.dates import DISTANT_FUTURE, DISTANT_PAST
from bot.timeline.event import Event

# How strongly such an entry must hold each thing asked for, tried in order: by its title and
# names; by its tags and summary; by other words.
ON_TOPIC = (0.85, 0.74, 0.6)
NEAR_TOPIC = 0.8  # or else this share of the best coverage

# What nothing answers may be near to an entry that explains so much of it, or that holds a thing
# that at most this share of all entries do and that is no word of every day, in log10 of its uses
# in a billion. Below them one of some dozen questions that meant an entry loses it, and one of
# eight that meant none is spared entries on other things.
MUCH, RARE, EVERYDAY = 0.4, 0.1, 5.0
FEW = 2  # entries that hold it tell it in the smallest timeline
# The same of a name, if no more than a third do: what somebody did is worth a look, unless they
# stand in most entries.
FEW_OF_NAME, THIRD = 6, 1 / 3
_ASKS = "how "  # "how old" only says what is asked of somebody


def nearest_on_topic(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> tuple[int | None, int | None]:
    """Return the numbers of the last entry before the time asked for and of the first after it.

    Only entries that hold what was asked count; None stands for a side without one, and for
    both where a day of any year was asked for, which has no before and after.
    """
    spans = [span for phrase in query.phrases for span in phrase.spans]
    if not spans or not candidates:
        return None, None
    first, last = min(span.earliest for span in spans), max(span.latest for span in spans)
    best = max(candidate.coverage for candidate in candidates)
    topical = _holding_most(candidates, query)
    if not topical:
        topical = [c for c in candidates if c.coverage >= NEAR_TOPIC * best]
    dates = [(index.events[c.number].date, c.number) for c in topical]
    before = [(date.latest, number) for date, number in dates if date.latest < first]
    after = [(date.earliest, -number) for date, number in dates if date.earliest > last]
    is_past = first > DISTANT_PAST and before
    is_future = last < DISTANT_FUTURE and after
    return max(before)[1] if is_past else None, -min(after)[1] if is_future else None


def holds_telling(event: Event, query: Query, index: Index) -> bool:
    """Whether an event holds something of a question that tells it from most others.

    "How old is Ada Reed" is not near to an old treaty, nor to all that she did.
    """
    if not query.hard or query.phrases or query.near is not None:
        return True
    found = weigh_one(event, query, index)
    met = [unit for n, unit in enumerate(query.units) if found.strength(n) >= MET]
    met = [unit for unit in met if not unit.is_soft and not unit.text.startswith(_ASKS)]
    if len(met) == len(query.hard):
        return True
    if found.coverage >= MUCH and any(not unit.is_name for unit in met):
        return True
    total = len(index.events)
    word = min(-math.log(RARE), rarity_of(FEW, total))
    name = min(word, max(-math.log(THIRD), rarity_of(FEW_OF_NAME, total)))
    return any(
        unit.weight >= name if unit.is_name else unit.weight >= word and unit.usage < EVERYDAY
        for unit in met
    )


def _holding_most(candidates: Sequence[Candidate], query: Query) -> list[Candidate]:
    """Return those that hold each thing asked for most strongly, if any do so at all."""
    asked = [number for number, unit in enumerate(query.units) if not unit.is_soft]
    least = [min(map(candidate.strength, asked), default=1.0) for candidate in candidates]
    enough = next((bound for bound in ON_TOPIC if max(least) >= bound), None)
    if enough is None:
        return []
    return [c for c, held in zip(candidates, least, strict=True) if held >= enough]
