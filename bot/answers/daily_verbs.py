"""The verbs of daily posts behind the slash command, and the days that are typed with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.search.when import read_period
from bot.timeline.dates import DateSpan
from bot.timeline.day import days_in_month

SUBSCRIBE, SUBSCRIPTIONS, UNSUBSCRIBE = "subscribe", "subscriptions", "unsubscribe"
PAUSE, RESUME, PREVIEW = "pause", "resume", "preview"
_SAID = {
    SUBSCRIBE: SUBSCRIBE, SUBSCRIPTIONS: SUBSCRIPTIONS, "subscription": SUBSCRIPTIONS,
    UNSUBSCRIBE: UNSUBSCRIBE, PAUSE: PAUSE, RESUME: RESUME, "unpause": RESUME, PREVIEW: PREVIEW,
}  # fmt: skip
# Words that may as well begin a question. What follows them must look like an argument.
_ALSO_WORDS = frozenset({PAUSE, RESUME, PREVIEW})
_MOST_WORDS = 4  # of an argument that is not understood but was meant as one: "pause for ever"
_LONGEST = 1_000

MOST_PAUSE = 366  # days; who wants more rest than a year can unsubscribe
_LENGTH = re.compile(
    r"(?:for\s+)?(?P<number>\d{1,4}|an?|one|two|three)\s*"
    r"(?P<unit>d|days?|w|wks?|weeks?|m|mo|months?|y|years?)",
    re.ASCII | re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:until|till|to|by)\s+(?P<day>.+)", re.IGNORECASE | re.DOTALL)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class DailyCommand:
    """A verb of daily posts, and what was typed behind it."""

    verb: str
    rest: str


@dataclass(frozen=True, slots=True)
class Pause:
    """How long to pause: until the first day on which something is posted again, or resumed.

    `problem` says what is wrong with what was typed; empty if nothing is.
    """

    until: date | None = None
    problem: str = ""


def read_daily(text: str) -> DailyCommand | None:
    """Return the command about daily posts that `text` is; None if it asks something else."""
    first, _, rest = text.strip().partition(" ")
    word, rest = first.casefold().rstrip("!.:"), rest.strip()[:_LONGEST]
    verb = _SAID.get(word)
    if verb is None:
        return None
    if word in _ALSO_WORDS and len(rest.split()) > _MOST_WORDS:
        return None
    if verb == SUBSCRIPTIONS and rest:
        return None
    return DailyCommand(verb, rest)


def read_pause(typed: str, *, today: date) -> Pause:
    """Return how long to pause: "2w", "10 days", "until 1 December", or nothing for an open end."""
    said = typed.strip().rstrip(".!")
    if not said or said.casefold() in ("until resumed", "until i resume", "for now"):
        return Pause()
    length, until = _LENGTH.fullmatch(said), _UNTIL.fullmatch(said)
    day = (
        _after(length, today) if length else read_day((until or {"day": said})["day"], today=today)
    )
    if day is None:
        return Pause(problem=f"“{said[:40]}” is no time to pause: write 2w, 10 days or "
                     "until 1 December.")  # fmt: skip
    if day <= today:
        return Pause(problem="A pause has to end on a day that is still to come.")
    if (day - today).days > MOST_PAUSE:
        return Pause(problem="A pause can last a year at most; to end it for good, unsubscribe.")
    return Pause(day)


def _after(length: re.Match[str], today: date) -> date | None:
    number = int(_NUMBERS.get(length["number"].casefold(), length["number"]))
    unit = length["unit"][0].casefold()
    if not number or number > 3 * MOST_PAUSE:
        return today + timedelta(days=number) if number == 0 else today + _TOO_LONG
    if unit in "my":
        months = today.month - 1 + number * (12 if unit == "y" else 1)
        year, month = today.year + months // 12, months % 12 + 1
        return date(year, month, min(today.day, days_in_month(year, month)))
    return today + timedelta(days=number * (7 if unit == "w" else 1))


_TOO_LONG = timedelta(days=MOST_PAUSE + 1)


def read_day(typed: str, *, today: date) -> date | None:
    """Return the day that is typed: 2026-12-01, "1 December", "tomorrow", "friday".

    A day without a year is the next of that name, today included; None if it is no day.
    """
    said = typed.strip().rstrip(".!").casefold()
    if said in ("", "today"):
        return today
    if said == "tomorrow":
        return today + timedelta(days=1)
    weekday = said.removeprefix("next ")
    if weekday in _WEEKDAYS:
        return today + timedelta(days=(_WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)
    found = read_period(typed, today=today)
    if isinstance(found, DateSpan):
        day = found.earliest
        is_one = found.earliest == found.latest and 1 <= day.year <= date.max.year
        return date(*day) if is_one else None
    return None if found is None else _next(found, today)


def _next(recurring: tuple[int, int | None], today: date) -> date | None:
    month, day = recurring
    if day is None:
        return None
    for year in range(today.year, min(today.year + 9, date.max.year + 1)):
        if day <= days_in_month(year, month) and date(year, month, day) >= today:
            return date(year, month, day)
    return None
