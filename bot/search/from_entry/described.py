"""What a question describes, to be counted from: which entry is meant, or which stretch of time."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.search.asking.units import Unit, keys_of
from bot.search.dates.times import is_within
from bot.search.entries.kinds import tags_of
from bot.search.finding import Finding, Match
from bot.search.from_entry.kin import is_beside
from bot.search.index import Index
from bot.search.query import Query

FEWEST_OF_AN_ERA = 3  # entries
ERA_SHARE = 0.1  # of the length of the timeline, for a tag that names a stretch of it
NEARLY_AS_GOOD = 0.9  # of it, for one that is of the time named
MAY_BE_MEANT = 0.7  # of the best score, where that entry says that it came after what is meant
AS_GOOD = 0.97  # of the best score, for entries that a description may mean as well
_POINTING = re.compile(r"\b(?:their|his|her|its|they|he|she|them|both|the two|их|его|ее|они)\b")


def era_of(query: Query, index: Index) -> tuple[int, int] | None:
    """Return the first and the last event of a stretch of time that has a tag: "the war".

    A tag whose entries lie close together, beside the length of the whole timeline, is such
    a stretch; one that comes again and again, like visits, is not.
    """
    if len(query.hard) != 1 or index.timeline.earliest is None or index.timeline.latest is None:
        return None
    length = index.timeline.latest.ordinal - index.timeline.earliest.ordinal
    for tag in tags_of(query.hard[0], index):
        numbers = [number for number, _ in index.posting(tag).items()]
        if len(numbers) < FEWEST_OF_AN_ERA:
            continue
        first, last = min(numbers), max(numbers)
        lasted = index.events[last].date.latest.ordinal - index.events[first].date.earliest.ordinal
        if lasted <= ERA_SHARE * length:
            return first, last
    return None


def name_the_thing(anchor: Query, rest: Query, *, is_one: bool = False) -> Query:
    """Lend a description what only the rest of the question says of both.

    "The next summit after Oslo" is after the summit of Oslo, and "their first
    summit" that of those whom the rest names. With `is_one` it says that it is one of them:
    "the one at the lake".
    """
    units: list[Unit] = []
    is_bare = all(unit.is_name or unit.is_number for unit in anchor.hard)
    if is_one or (not anchor.phrases and is_bare):
        kinds = {kind for unit in anchor.units for kind in unit.kinds}
        units = [
            unit for unit in rest.hard if not (unit.is_name and kinds.intersection(unit.kinds))
        ]
    elif _POINTING.search(anchor.intent.whole):
        units = [unit for unit in rest.hard if "people" in unit.kinds or "places" in unit.kinds]
    known = {unit.text for unit in anchor.units}
    is_numbered = any(unit.is_number for unit in anchor.units)
    lent = [u for u in units if u.text not in known and not (u.is_number and is_numbered)]
    return replace(anchor, units=(*anchor.units, *lent)) if lent else anchor


def is_only_the_kind(anchor: Query, rest: Query) -> bool:
    """Whether a description says no more than its kind, as "the visit of 2023" beside "Ida's"."""
    keys = keys_of(rest.hard)
    return bool(anchor.hard) and all(
        not unit.is_name and any(not keys.isdisjoint(v.keys) for v in unit.variants)
        for unit in anchor.hard
    )


def names_strangers(query: Query) -> bool:
    """Whether a question names somebody or something: then no other entry will do instead."""
    return any(unit.is_stranger for unit in query.hard)


def described_entry(found: Finding) -> Match:
    """Return the entry that a description means: of equally good ones the weightiest.

    Where it names a time, "the treaty of 2061", one of that time comes before one about it. The
    one that was counted out, "the last treaty", is meant however weighty others are.
    """
    if found.query.occasion is not None and found.answering == 1:
        return found.matches[0]
    inside = [match for match in found.matches if is_within(match.event, found.query.phrases)]
    if (
        found.query.phrases
        and inside
        and inside[0].score >= NEARLY_AS_GOOD * found.matches[0].score
    ):
        return inside[0]
    floor = AS_GOOD * found.matches[0].score
    alike = [match for match in found.matches if match.score >= floor]
    if is_beside(alike[0].event, found.query):
        floor = MAY_BE_MEANT * found.matches[0].score
        likely = (m for m in found.matches if m.score >= floor)
        itself = next((m for m in likely if not is_beside(m.event, found.query)), None)
        alike = [itself] if itself is not None else alike
    return max(alike, key=lambda match: (match.event.significance, match.score))
