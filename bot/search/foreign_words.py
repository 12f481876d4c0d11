"""Everyday words of Russian and Korean in English, for a timeline whose header does not tell them.

The list is the file `words/foreign.txt`: a line for each thing, its English words first, then
the Russian and the Korean ones. It is read when a question holds a word of the script for the
first time, so that English questions never wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources

from bot.search.terms import is_hangul, stem, tokens

Phrase = tuple[str, ...]

BETWEEN_LANGUAGES = "|"
ENGLISH, RUSSIAN, KOREAN = range(3)  # the columns of the file
LONGEST = 3  # words of the longest phrase that is looked for
SHORTEST_PART = 2  # syllables of a Korean word that is written together with others
MOST_SYLLABLES = 12  # of a word that is taken apart; longer ones are no words


def translate(phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the English words for these Russian or Korean stems, as stems, the usual first."""
    column = _column_of(phrase[0])
    lines = _lines_by_phrase(column).get(phrase, ()) if column else ()
    return tuple(dict.fromkeys(found for line in lines for found in _english(line)))


def longest_translated(stems: Sequence[str], start: int) -> int:
    """Return how many words from `start` make a foreign phrase of several words, or 0."""
    column = _column_of(stems[start])
    if not column:
        return 0
    known = _lines_by_phrase(column)
    for length in range(min(LONGEST, len(stems) - start), 1, -1):
        if tuple(stems[start : start + length]) in known:
            return length
    return 0


def _column_of(word: str) -> int:
    if word.isascii():
        return ENGLISH
    if is_hangul(word):
        return KOREAN
    return RUSSIAN if "\u0400" <= word[0] <= "\u052f" else ENGLISH


@cache
def _rows() -> list[list[str]]:
    text = resources.files("bot.search").joinpath("words", "foreign.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return [line.split(BETWEEN_LANGUAGES) for line in lines]


@cache
def _lines_by_phrase(column: int) -> dict[Phrase, list[int]]:
    found: dict[Phrase, list[int]] = {}
    for number, row in enumerate(_rows()):
        for member in row[column].split(","):
            phrase = tuple(map(stem, member.split()))  # the file is folded already
            if phrase:
                numbers = found.setdefault(phrase, [])
                if number not in numbers:
                    numbers.append(number)
    return found


@cache
def _english(line: int) -> tuple[Phrase, ...]:
    members = _rows()[line][ENGLISH].split(",")
    return tuple(tuple(stem(word) for word in tokens(member)) for member in members)
