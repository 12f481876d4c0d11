"""Dates that the calendar has not, such as 31 February: said plainly instead of guessed at."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.periods import read_times
from bot.answers.wording.wording import Wording
from bot.search.when import LONGEST_PERIOD, read_period
from bot.timeline.dates import DateSpan, Precision
from bot.timeline.day import days_in_month

LEAP_YEAR = 2000  # in which every day that some year has exists
SHORTEST_MONTH = 28  # a lower number is a day of every month
_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_FIGURES = re.compile(r"[\d\s./-]+")
_MONTHS_OF_A_YEAR = 12
_SHORT_RANGE = re.compile(r"\d{4}[-./](\d{2})", re.ASCII)
MOST_AHEAD = 10  # years beyond which nobody asks what was recorded


def impossible_date(text: str, *, today: date, say: Wording, until: int = 0) -> str:
    """Say why the date that is the whole of `text` does not exist; empty if it may.

    `until` is the last year of the timeline: "2019-45" is no range of years that end long
    after it, but a month that the calendar has not.
    """
    if len(text) > LONGEST_PERIOD:
        return ""
    found = read_period(text, today=today)
    if short := _SHORT_RANGE.fullmatch(text.strip()):
        end = found.latest.year if isinstance(found, DateSpan) else 0
        if end > max(until, today.year) + MOST_AHEAD:
            return say.no_such_month.format(month=int(short[1]))
    is_month = isinstance(found, DateSpan) and found.precision is Precision.MONTH
    if found is not None and not is_month:
        return ""
    for number in _NUMBER.finditer(text):
        reason = _no_such_day(text, number, today=today, is_read=found is not None, say=say)
        if reason:
            return reason
    if found is None and _FIGURES.fullmatch(text):
        return _no_such_month(text, today=today, say=say)
    return ""


# The grammar of dates knows all their forms. Where the text names a date as soon as one of
# its numbers is replaced by a 1, it is that number which the calendar has not.


def _no_such_day(
    text: str, number: re.Match[str], *, today: date, is_read: bool, say: Wording
) -> str:
    if int(number[1]) <= SHORTEST_MONTH:
        return ""
    times = read_times(_with_one(text, number), today=today)
    for phrase in times.phrases if times else ():
        for span in phrase.spans:
            year, month, day = span.earliest
            days = days_in_month(year, month)
            if span.is_single_day and day == 1 and int(number[1]) > days:
                return say.no_such_day(year, month, days=days)
        if phrase.recurring is not None and phrase.recurring[1] == 1 and not is_read:
            month = phrase.recurring[0]
            days = days_in_month(LEAP_YEAR, month)
            if int(number[1]) > days:
                return say.no_such_day(None, month, days=days)
    return ""


def _no_such_month(text: str, *, today: date, say: Wording) -> str:
    for number in _NUMBER.finditer(text):
        if int(number[1]) <= _MONTHS_OF_A_YEAR:
            continue
        meant = read_period(_with_one(text, number), today=today)
        is_date = isinstance(meant, DateSpan) and meant.precision <= Precision.MONTH
        if is_date and isinstance(meant, DateSpan) and meant.earliest.month == 1:
            return say.no_such_month.format(month=int(number[1]))
    return ""


def _with_one(text: str, number: re.Match[str]) -> str:
    one = "1" if number[0].isdigit() else "1st"
    return text[: number.start()] + one + text[number.end() :]
