"""Names of times before they are put into words: a point at its grain, and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.timeline.dates import DateSpan, Day, Precision

FIRST_PLAIN_YEAR = 1000  # a year of fewer digits is not read as one without a word for it


class Relation(StrEnum):
    """How a time that was asked for lies to the point that names it."""

    IN = "in"
    BEFORE = "before"  # without the point itself, as are those after it
    UNTIL = "until"  # with the point, as is what is since then
    AFTER = "after"
    SINCE = "since"
    EVERY_YEAR = "every year"  # a day or a month of any year


class Grain(StrEnum):
    """What sort of period it is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    TIME = "time"  # any other


@dataclass(frozen=True, slots=True)
class Point:
    """A date as it is named: by its first day and its grain, whether only about or uncertain.

    `last_year` is the year of its last day, which names decades before the year 1.
    """

    day: Day
    precision: Precision
    last_year: int
    approximate: bool = False
    uncertain: bool = False

    @classmethod
    def of(cls, span: DateSpan) -> Self:
        """Return the point that a date stands for, which is no interval."""
        return cls(
            span.earliest, span.precision, span.latest.year, span.approximate, span.uncertain
        )

    @classmethod
    def at(cls, day: Day, precision: Precision) -> Self:
        """Return the day, the month or the year that `day` lies in."""
        return cls(day, precision, day.year)

    @property
    def is_exact(self) -> bool:
        """Whether it is neither approximate nor uncertain."""
        return not (self.approximate or self.uncertain)


@dataclass(frozen=True, slots=True)
class TimeName:
    """The name of one time that was asked for.

    `span` names it where it is a time of its own; `start` and `end` where it is reckoned from
    a point, or runs from one to another; `recurring` where it is a month (and day) of any year.
    """

    relation: Relation = Relation.IN
    span: DateSpan | None = None
    start: Point | None = None
    end: Point | None = None
    recurring: tuple[int, int | None] | None = None
