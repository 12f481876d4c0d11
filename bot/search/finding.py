"""`Finding`: what a search has found, and how far to trust it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.search.query import Query
from bot.search.weighing.confidence import Features
from bot.timeline.event import Event


class Outcome(StrEnum):
    """How far the search trusts its matches."""

    SURE = "sure"
    CHOICES = "choices"
    ABSTAIN = "abstain"
    PERIOD = "period"  # only a time was asked for; every event of it, in order


class Match(NamedTuple):
    """An event with its score of 0 to 1 and the reasons for it."""

    event: Event
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """All matches best first, those that answer before those that are only near.

    `answering` is how many of `matches` are good enough to be shown as the answer.
    """

    outcome: Outcome
    query: Query
    matches: tuple[Match, ...]
    answering: int
    features: Features | None = None
    is_in_order: bool = False  # of time, not best first
    sides: tuple[bool, bool] = (False, False)  # the first matches are the nearest before, after
    gap: tuple[Event, Event] | None = None  # the two entries of a question how long it was
    start: Event | None = None  # the entry from which was counted: "a year after the treaty"
    is_series: bool = False  # the next, or the one before, of a kind was asked for
    topic: Query | None = None  # of the thread from here on, where it is not the query
