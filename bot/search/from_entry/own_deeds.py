"""What the entry counted from does itself, of what is asked to have come beside it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.entries.kinds import names_own_tag, weigh_one
from bot.search.entries.tagged import BY_KIND
from bot.search.from_entry.kin import tells_side
from bot.search.index import TITLE, Index
from bot.search.query import Query
from bot.timeline.event import Event


def is_own_deed(
    event: Event, described: Query, rest: Query, index: Index, *, is_after: bool
) -> bool:
    """Whether what is asked beside an entry is its own deed or kind, as its title tells.

    "What did we win after the 1974 cup", which was won, and "the office before the station",
    which is an office, ask for another one.
    """
    if tells_side(event, described, is_after=is_after):
        return False
    own = weigh_one(event, rest, index)
    asked = [(n, unit) for n, unit in enumerate(rest.units) if not unit.is_soft]
    is_dated = bool(described.phrases) and all(own.strength(n) >= TITLE for n, _ in asked)
    return is_dated or all(own.strength(n) >= BY_KIND and names_own_tag(u, index) for n, u in asked)


def told_alike(
    numbers: Sequence[int], start: Event, rest: Query, index: Index, *, is_after: bool
) -> Sequence[int]:
    """Return those of the events whose titles tell the deed asked for by its word.

    Only where that of the one counted from does: "who joined after" two that join means such as
    join, though others are tagged so as well. All of them, where there are none beside it.
    """
    own = weigh_one(start, rest, index)
    told = [
        at
        for at, unit in enumerate(rest.units)
        if not (unit.is_soft or unit.is_name or names_own_tag(unit, index))
        and own.strength(at) >= TITLE
    ]
    if not told:
        return numbers

    def is_told(number: int) -> bool:
        event = index.events[number]
        is_beside = (
            event.date.earliest > start.date.latest
            if is_after
            else (event.date.latest < start.date.earliest)
        )
        if not is_beside:
            return False
        weighed = weigh_one(event, rest, index)
        return all(weighed.strength(at) >= TITLE for at in told)

    return [number for number in numbers if is_told(number)] or numbers
