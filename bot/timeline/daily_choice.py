"""What a channel wants of its daily post: which entries, on which days, what on an empty day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WhenEmpty(StrEnum):
    """What is posted on a day on which nothing is recorded."""

    NOTHING = "nothing"
    WEEK = "week"  # the nearest anniversaries of this week
    MONTH = "month"  # "this month in ..."


class LeapDay(StrEnum):
    """When the entries of 29 February are posted in years that have none."""

    FEBRUARY_28 = "28-february"
    MARCH_1 = "1-march"
    LEAP_YEARS = "leap-years"  # only where there is a 29 February


EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)  # as `date.weekday()`: Monday is 0
MONDAY_TO_FRIDAY = (0, 1, 2, 3, 4)
SUNDAY_TO_THURSDAY = (0, 1, 2, 3, 6)


@dataclass(frozen=True, slots=True)
class DailyChoice:
    """What one daily post is made of; the defaults are those of a new subscription.

    `timeline` is the id of one timeline, empty for all that are loaded. An entry passes the
    filter if it has any of `tags` and any of `people`, each only where some are named.
    """

    timeline: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    days: tuple[int, ...] = EVERY_DAY
    when_empty: WhenEmpty = WhenEmpty.NOTHING
    leap_day: LeapDay = LeapDay.FEBRUARY_28
