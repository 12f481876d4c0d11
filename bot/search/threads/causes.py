"""What brought the entry shown about: the entries shortly before it to which it belongs."""

from __future__ import annotations

from bot.search.index import Index
from bot.search.threads.alike import likeness
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.timeline.event import Event

NEAR_DAYS = 60  # before an entry; what lies so near may have brought it about
MOST_CAUSES = 3
ALIKE = 1.0  # how much like it such an entry must be, 0 to 3.5


def causes_of(event: Event, index: Index) -> tuple[list[Event], bool]:
    """Return what led to `event`, the likeliest first, and whether an entry says that it belongs.

    Those are the earlier entries to which it refers, nearest first, and earlier parts of the
    same whole; else what is much like it and lies shortly before.
    """
    own = number_of(event, index)
    before = range(own - 1, max(own - reach_of(index), 0) - 1, -1)
    related = frozenset(event.related)
    others = (index.timeline.get(other) for other in event.related)
    named = [other for other in others if other is not None]
    direct = [other for other in named if _led_to(other, event)]
    direct.sort(key=lambda other: other.date.sort_key, reverse=True)
    parts: list[Event] = []
    near: list[tuple[float, Event]] = []
    for number in before:
        other = index.events[number]
        if other in direct or not _led_to(other, event):
            continue
        if not related.isdisjoint(other.related):
            parts.append(other)
        elif event.date.earliest.ordinal - other.date.latest.ordinal <= NEAR_DAYS:
            near.append((likeness(own, number, index), other))
    if not direct and not parts:
        # What lasted until then, of which the entry tells the end.
        direct = [other for other in named if other.date.sort_key < event.date.sort_key]
    if direct or parts:
        return [*direct, *parts][:MOST_CAUSES], True
    near = sorted((pair for pair in near if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [other for _, other in near[:MOST_CAUSES]], False


def _led_to(other: Event, event: Event) -> bool:
    """Whether an entry came before `event`, and is not the whole of which it is a part."""
    is_before = other.date.sort_key <= event.date.sort_key and other.id != event.id
    return is_before and not (other.date.contains(event.date) and other.date != event.date)
