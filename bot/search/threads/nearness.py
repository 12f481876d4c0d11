"""How near an entry lies to those shown in a thread: shown itself, related, or of those days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from bot.timeline.dates import Day
from bot.timeline.event import Event

# What is added to the score, 0 to 1, of an entry that a follow-up may point to: a question
# asked after an answer most often is about that answer, or about what belongs to it.
SHOWN, RELATED, SAME_DAYS = 0.2, 0.2, 0.3

# The same for one that is told like the entry shown, where a name stands in for another.
ALIKE = 0.3

# The same, where a word points at the entry shown: "what does it say about …".
POINTED = 0.3

# What is taken from the entry shown where something else is asked than it has told: so far
# as it does not hold what is asked now, or all of it where it cannot be meant.
TOLD, NOT_MEANT = 0.15, 0.6

ASIDE = 0.5  # of it, where the question can be understood without the thread

UNSAID = 0.5  # of it, where the words asked for are not found

# Days after which what lies so far before or after counts half as near: a part of the same
# story comes within weeks, seldom years later.
HALF_AS_NEAR = 45
BACKWARDS = 0.5  # of it, for what came before: people ask on, seldom back
FAR_DAYS, FAR_OFF = 400, 0.2  # days to what is far, and what that takes from its score
MOST_SHOWN = 3  # a longer list was an overview, of which no one entry is spoken of


class Stance(Enum):
    """What a follow-up asks of the entry shown."""

    ASIDE = "aside"  # nothing: the question is whole, yet may well go on from there
    POINTED = "pointed"  # what it tells itself: a word points at it
    OPEN = "open"  # more of it, or what belongs to it
    TOLD = "told"  # something new, which it may tell as well
    NOT_MEANT = "not meant"  # something else than it told: another deed, or how others took it


@dataclass(frozen=True, slots=True)
class Nearness:
    """The entries shown last, as far as others are measured by them; days are ordinals."""

    ids: frozenset[str]
    related: frozenset[str]
    first: int
    last: int
    stance: Stance = Stance.OPEN
    is_back: bool = False  # what came before is asked for
    is_bound: bool = False  # what is asked for belongs to what is shown
    is_only_back: bool = False  # what came later is not meant
    alike: Mapping[str, float] = field(default_factory=dict)  # to the one shown, 0 to 1, by id

    @property
    def days(self) -> tuple[Day, Day]:
        """The first and the last day of the entries shown."""
        return Day.from_ordinal(self.first), Day.from_ordinal(self.last)

    def bonus(self, event: Event, said: float = 1.0) -> float:
        """Return what is added to the score of `event`, 0 where it lies far away.

        `said` is how much the entry holds of what is asked now, 0 to 1. What lies near may
        be meant though none of the words is found in it ("did they react?").
        """
        if event.id in self.ids and self.stance is not Stance.ASIDE:
            return self._of_shown(said)
        if self.is_only_back and event.date.earliest.ordinal > self.last:
            return -NOT_MEANT
        most = ASIDE if self.stance is Stance.ASIDE else 1.0
        near = SAME_DAYS * self._closeness(event)
        if event.id in self.ids or self._is_related(event):
            near += RELATED
        near += ALIKE * self.alike.get(event.id, 0.0)
        far = FAR_OFF if self.is_bound and self.is_far(event) else 0.0
        return most * near * max(said, UNSAID) - far

    def is_ruled_out(self, event: Event) -> bool:
        """Whether the event is shown, and another one is asked for."""
        return event.id in self.ids and self.stance is Stance.NOT_MEANT

    def is_far(self, event: Event) -> bool:
        """Whether the event lies years away from what is shown and does not belong to it."""
        if event.id in self.ids or self._is_related(event):
            return False
        start, end = event.date.earliest.ordinal, event.date.latest.ordinal
        return max(self.first - end, start - self.last) > FAR_DAYS

    def is_near(self, event: Event) -> bool:
        """Whether the event is shown, related to what is shown, or of about those days.

        A question that is whole by itself is near to nothing.
        """
        return self.stance is not Stance.ASIDE and (
            event.id in self.ids or self._is_related(event) or self._closeness(event) >= BACKWARDS
        )

    def _is_related(self, event: Event) -> bool:
        return event.id in self.related or not self.ids.isdisjoint(event.related)

    def _of_shown(self, said: float) -> float:
        if self.stance is Stance.NOT_MEANT:
            return -NOT_MEANT
        if self.stance is Stance.TOLD or not said:
            return 0.0 if self.is_bound else TOLD * (said - 1.0)
        return (POINTED if self.stance is Stance.POINTED else SHOWN) * said

    def _closeness(self, event: Event) -> float:
        """Return how near in time the event begins, 1 for the same days."""
        start = event.date.earliest.ordinal
        days = max(self.first - start, start - self.last, 0)
        is_other_way = days > 0 and (start < self.first) is not self.is_back
        return (BACKWARDS if is_other_way else 1.0) / (1.0 + days / HALF_AS_NEAR)


def near_to(
    shown: Sequence[Event],
    *,
    stance: Stance,
    is_back: bool = False,
    is_bound: bool = False,
    is_only_back: bool = False,
    alike: Mapping[str, float] | None = None,
) -> Nearness | None:
    """Return what lies near the entries shown; None where no few of them were."""
    if not 0 < len(shown) <= MOST_SHOWN:
        return None
    return Nearness(
        ids=frozenset(event.id for event in shown),
        related=frozenset(other for event in shown for other in event.related),
        first=min(event.date.earliest.ordinal for event in shown),
        last=max(event.date.latest.ordinal for event in shown),
        stance=stance,
        is_back=is_back,
        is_bound=is_bound,
        is_only_back=is_only_back,
        alike=alike or {},
    )
