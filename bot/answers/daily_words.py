"""Wording of the daily post: its headings, and what is said of a day that is empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answers import phrases as say

WEEKDAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip

LEAP_DAY = "{ago}, on 29 February"
THIS_WEEK = "Nothing is recorded for this date; the nearest of this week:"
THIS_MONTH = "Nothing is recorded for this date. This month in {years}:"
FROM_SKIPPED = "Nothing is recorded for this date; from the days before:"
NOTHING_YET = "No entry is dated exactly {label}, in {year} or before."


def on_this_day(day: date) -> str:
    """Return the heading over what is remembered on a day."""
    return f"On this day, {day_and_month(day)}"


def day_and_month(day: date) -> str:
    """Return "25 April"."""
    return f"{day.day} {say.MONTHS[day.month - 1]}"


def weekday_and_day(day: date) -> str:
    """Return "Saturday, 25 April"."""
    return f"{WEEKDAYS[day.weekday()]}, {day_and_month(day)}"


def remembered(years: int, *, is_moved: bool) -> str:
    """Return how long ago it was: "57 years ago", "22 years ago, on 29 February"."""
    ago = say.years_ago(years)
    return LEAP_DAY.format(ago=ago) if is_moved else ago


def this_month(years: Sequence[int]) -> str:
    """Introduce what happened in this month in other years."""
    return THIS_MONTH.format(years=say.join_words([say.year_label(year) for year in years]))
