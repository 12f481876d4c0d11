"""An event found by recall: what it explains of a question, and by which of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.search.asking.units import Unit
from bot.search.query import Query
from bot.search.weighing.holding import Way

# A unit that is met more weakly than this counts as missed: a note or a source alludes to it.
MET = 0.34
NAMED = 0.74  # a title, a name field or a summary holds the name; a note alludes to it


@dataclass(slots=True)
class Candidate:
    """An event found by recall, with what it explains of the question.

    `coverage` is the share of the question's weight that the event explains, and `title`
    the share of the title's weight that the question names, both 0 to 1. `ways` holds, for each
    unit, how all events that do meet it; `own` those of this one by the numbers of the units, once
    they were asked for: most candidates are never looked at so closely.
    """

    number: int
    coverage: float
    title: float = 0.0
    ways: Sequence[Mapping[int, Way]] = ()
    own: dict[int, Way] | None = None

    @property
    def met(self) -> dict[int, Way]:
        """The numbers of the units that the event meets, and how it does."""
        if self.own is None:
            event = self.number
            self.own = {n: found[event] for n, found in enumerate(self.ways) if event in found}
        return self.own

    def met_by(self, own: dict[int, Way], coverage: float) -> Candidate:
        """Return the event as one that meets the units in these ways, and explains so much."""
        return Candidate(self.number, min(1.0, coverage), self.title, self.ways, own)

    def ways_of(self, units: Sequence[Unit]) -> list[tuple[Unit, Way]]:
        """Return those of the units that the event meets, each with how it does."""
        event, own = self.number, self.own
        if own is not None:
            return [(unit, own[number]) for number, unit in enumerate(units) if number in own]
        each = zip(units, self.ways, strict=True)
        return [(unit, found[event]) for unit, found in each if event in found]

    def strength(self, number: int) -> float:
        """Return how strongly the event meets the unit of that number, 0 if it does not."""
        way = self.ways[number].get(self.number) if self.own is None else self.own.get(number)
        return 0.0 if way is None else way[0]


def meets_all(candidate: Candidate, query: Query, *, least: float = MET) -> bool:
    """Whether the entry holds every single thing asked for, at least so strongly."""
    return all(
        candidate.strength(number) >= least
        for number, unit in enumerate(query.units)
        if not unit.is_soft
    )
