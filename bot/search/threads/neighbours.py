"""Entries beside those shown in a thread, which a follow-up may mean without naming them."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.query import Query
from bot.search.threads.nearness import Stance
from bot.search.weighing.scoring import Candidate, weigh
from bot.timeline.event import Event

BESIDE = 10  # entries before and after those shown in a thread, any of which may be meant next


def with_near(found: list[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Add what a follow-up may mean though it holds none of its words.

    These are the entries right before and after those shown, and those that they refer to.
    """
    if query.near is None or query.near.stance is Stance.ASIDE:
        return found
    first, end = index.numbers_between(*query.near.days)
    sides = ((first - BESIDE, first + BESIDE), (end - BESIDE, end + BESIDE))
    places = (place for low, high in sides for place in range(low, high))
    numbers = {place for place in places if 0 <= place < len(index.events)}
    for event_id in query.near.related:
        event = index.timeline.get(event_id)
        if event is not None:
            numbers.add(number_of(event, index))
    known = {candidate.number for candidate in found}
    return [*found, *weigh(sorted(numbers - known), query, index)]


def number_of(event: Event, index: Index) -> int:
    """Return the number of an event of the index."""
    day = event.date.sorting_day
    start, end = index.numbers_between(day, day)
    return next(number for number in range(start, end) if index.events[number].id == event.id)
