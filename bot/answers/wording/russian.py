"""Russian numbers and lists."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.durations import Apart
from bot.answers.wording.lists import shortened

Forms = tuple[str, str, str]
"""A noun as it stands behind 1, behind 2 and behind 5."""

ENTRIES: Forms = ("запись", "записи", "записей")
YEARS: Forms = ("год", "года", "лет")
MONTHS_COUNTED: Forms = ("месяц", "месяца", "месяцев")
DAYS: Forms = ("день", "дня", "дней")
_NO_BREAK = "\u00a0"


def form_for(number: int, forms: Forms) -> str:
    """Return the form of a noun that goes with a number."""
    if number % 100 in (11, 12, 13, 14):
        return forms[2]
    return {1: forms[0], 2: forms[1], 3: forms[1], 4: forms[1]}.get(number % 10, forms[2])


def figure(number: int) -> str:
    """Return a number as it is written: "421", "16 883" with spaces that do not break."""
    return f"{number:,}".replace(",", _NO_BREAK) if number >= 10_000 else str(number)


def count_of(number: int, forms: Forms) -> str:
    """Return "1 запись", "3 записи", "5 записей"."""
    return f"{figure(number)} {form_for(number, forms)}"


def join_words(words: Sequence[str], *, last: str = "и") -> str:
    """Return words as a list in prose: "а, б и в"; of many, how many more there are."""
    words, more = shortened(words)
    told = [*words, f"ещё {figure(more)}"] if more else list(words)
    return f"{', '.join(told[:-1])} {last} {told[-1]}" if len(told) > 1 else "".join(told)


def length_of(apart: Apart) -> str:
    """Return "4 года, 4 месяца и 19 дней"."""
    counts = ((apart.years, YEARS), (apart.months, MONTHS_COUNTED), (apart.days, DAYS))
    return join_words([count_of(number, forms) for number, forms in counts if number])
