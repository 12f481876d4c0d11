"""English numbers and lists."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.durations import Apart
from bot.answers.wording.lists import shortened

_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "11th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def ordinal_word(number: int) -> str:
    """Return "first", "tenth", "11th"."""
    return _ORDINAL_WORDS[number - 1] if 1 <= number <= 10 else ordinal(number)


def count_of(number: int, noun: str, *, plural: str = "") -> str:
    """Return "1 entry" or "3 entries", with the noun in the right number."""
    if number == 1:
        return f"1 {noun}"
    many = plural or (f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s")
    return f"{number:,} {many}"


def join_words(words: Sequence[str], *, last: str = "and") -> str:
    """Return words as a list in prose: "a, b and c"; of many, how many more there are."""
    words, more = shortened(words)
    told = [*words, f"{more:,} more"] if more else list(words)
    return f"{', '.join(told[:-1])} {last} {told[-1]}" if len(told) > 1 else "".join(told)


def length_of(apart: Apart) -> str:
    """Return "4 years, 4 months and 19 days"."""
    counts = ((apart.years, "year"), (apart.months, "month"), (apart.days, "day"))
    return join_words([count_of(number, noun) for number, noun in counts if number])
