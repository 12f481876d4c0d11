"""How near an entry lies to those shown in a thread: shown itself, related, or of those days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.timeline.event import Event

# What is added to the score, 0 to 1, of an entry that a follow-up may point to: a question
# asked after an answer most often is about that answer, or about what belongs to it.
SHOWN, RELATED, SAME_DAYS = 0.2, 0.2, 0.1

# The same, where a word points at the entry shown: "what does it say about …".
POINTED = 0.3

# What is taken from the entry shown where something else is asked than it has told.
TOLD = 0.15

UNSAID = 0.5  # of it, for a relative in which the words asked for are not found

NEAR_DAYS = 31  # what came so soon before or after may well be a part of the same story
MOST_SHOWN = 3  # a longer list was an overview, of which no one entry is spoken of


@dataclass(frozen=True, slots=True)
class Nearness:
    """The entries shown last, as far as others are measured by them.

    `is_told` means that something new is asked: not more about the entry shown, whose date
    and title stand there already, but about what happened besides.
    """

    ids: frozenset[str]
    related: frozenset[str]
    first: int  # ordinals of days
    last: int
    is_told: bool = False
    is_pointed: bool = False

    def bonus(self, event: Event, said: float = 1.0) -> float:
        """Return what is added to the score of `event`, 0 where it lies far away.

        `said` is how much the entry holds of what is asked now, 0 to 1. A relative may be
        meant though none of the words is found in it ("did they react?").
        """
        if event.id in self.ids:
            if self.is_told or not said:
                return TOLD * (said - 1.0)
            return (POINTED if self.is_pointed else SHOWN) * said
        if event.id in self.related or not self.ids.isdisjoint(event.related):
            return RELATED * max(said, UNSAID)
        start, end = event.date.earliest.ordinal, event.date.latest.ordinal
        is_same = self.first - NEAR_DAYS <= start and end <= self.last + NEAR_DAYS
        return SAME_DAYS * said if is_same else 0.0


def near_to(shown: Sequence[Event], *, is_told: bool, is_pointed: bool = False) -> Nearness | None:
    """Return what lies near the entries shown; None where no few of them were."""
    if not 0 < len(shown) <= MOST_SHOWN:
        return None
    return Nearness(
        ids=frozenset(event.id for event in shown),
        related=frozenset(other for event in shown for other in event.related),
        first=min(event.date.earliest.ordinal for event in shown),
        last=max(event.date.latest.ordinal for event in shown),
        is_told=is_told,
        is_pointed=is_pointed,
    )
