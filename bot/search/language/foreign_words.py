"""Everyday words of Russian and Korean in English, for a timeline whose header does not tell them.

The list is the file `words/foreign.txt`: a line for each thing, its English words first, then
the Russian and the Korean ones. It is read when a question holds a word of the script for the
first time, so that English questions never wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from unicodedata import normalize

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.search.language.common_words import is_name_word
from bot.search.terms import is_hangul, stem, tokens

Phrase = tuple[str, ...]

BETWEEN_LANGUAGES = "|"
ENGLISH, RUSSIAN, KOREAN = range(3)  # the columns of the file
TOLD_APART_BY = (0, 2, 1)  # letters, of each column, that a word has in common with its stem
LONGEST = 4  # words of the longest phrase that is looked for
SHORTEST_PART = 2  # syllables of a Korean word that is written together with others
# Letters of each column of which one may be wrong: in a Russian stem, and in a Korean word of
# three syllables or more.
FEWEST_LETTERS = (0, 6, 7)
MOST_SYLLABLES = 12  # of a word that is taken apart; longer ones are no words


def translate(phrase: Phrase, *, typed: str = "") -> tuple[Phrase, ...]:
    """Return the English words for these Russian or Korean stems, as stems, the usual first.

    A folded word that stands in the list as it was `typed` means what it says there: "брать"
    is to take, though its stem is that of "брат", a brother.
    """
    known = _beginning(_column_of(phrase[0]), phrase[0])
    lines = known.get(typed) or known.get(phrase, ())
    return tuple(dict.fromkeys(found for line in lines for found in _english(line)))


def said_alike(
    phrase: Phrase, column: int, *, typed: str = "", is_main: bool = False
) -> tuple[Phrase, ...]:
    """Return the words of a language, by its column, that say what these stems of any say.

    As stems, without the phrase itself; `typed` is told as in `translate`. An English phrase
    that `is_main` is only looked for where it stands first: "kill", who was killed, is no "die".
    """
    own = _column_of(phrase[0])
    lines: Sequence[int]
    if own == ENGLISH:
        lines = _english_lines().get(phrase, ())
        if is_main:
            lines = [line for line in lines if _english(line)[0] == phrase]
    else:
        known = _beginning(own, phrase[0])
        lines = known.get(typed) or known.get(phrase, ())
    found = dict.fromkeys(said for line in lines for said in _stems(line, column))
    return tuple(said for said in found if said != phrase)


def is_in_list(word: str) -> bool:
    """Whether a folded Russian or Korean word stands in the list as it is written."""
    return word in _beginning(_column_of(word), word)


def longest_in_english(stems: Sequence[str], start: int) -> int:
    """Return how many English words from `start` are one thing elsewhere, or 0 for one or none."""
    known = _english_lines()
    for length in range(min(LONGEST, len(stems) - start), 1, -1):
        if tuple(stems[start : start + length]) in known:
            return length
    return 0


def names_in_english(word: str) -> bool:
    """Whether a folded Russian or Korean word stands for names of people and places only."""
    known = _beginning(_column_of(word), word)
    lines = known.get(word) or known.get((stem(word),), ())
    return bool(lines) and all(any(map(is_name_word, tokens(_rows()[n][ENGLISH]))) for n in lines)


def longest_translated(stems: Sequence[str], start: int) -> int:
    """Return how many words from `start` make a foreign phrase of several words, or 0."""
    known = _beginning(_column_of(stems[start]), stems[start])
    if known:
        for length in range(min(LONGEST, len(stems) - start), 1, -1):
            if tuple(stems[start : start + length]) in known:
                return length
    return 0


def places_in_phrases(stems: Sequence[str]) -> frozenset[int]:
    """Return the places of words that belong to a foreign phrase of several words."""
    return frozenset(
        place
        for start, first in enumerate(stems)
        if not first.isascii()
        for place in range(start, start + longest_translated(stems, start))
    )


def nearest_listed(word: str) -> str:
    """Return the listed word of which the folded `word` is a slip of one letter, or "".

    The first letter is right: too many rare words are one letter away from an everyday one.
    """
    column = _column_of(word)
    if not column:
        return ""
    typed = _compared(word)
    if len(typed) < FEWEST_LETTERS[column]:
        return ""
    words = compared_words(column).get(typed[0], {})
    found = process.extractOne(typed, words.keys(), scorer=OSA.distance, score_cutoff=1)
    return words[found[0]] if found else ""


@cache
def compared_words(column: int) -> Mapping[str, Mapping[str, str]]:
    """Return the words of a language by what is compared of them, by its first letter."""
    found: dict[str, dict[str, str]] = {}
    for members in _members(column).values():
        for word, _ in members:
            compared = _compared(word) if word and " " not in word else ""
            if compared:
                found.setdefault(compared[0], {})[compared] = word
    return found


def _compared(word: str) -> str:
    return normalize("NFD", word) if is_hangul(word) else stem(word)


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


def _beginning(column: int, word: str) -> Mapping[Phrase | str, Sequence[int]]:
    """Return the words, and all phrases by their stems, that begin like `word`, with their lines.

    There are none of English.
    """
    return _phrases(column, word[: TOLD_APART_BY[column]]) if column else {}


@cache
def _phrases(column: int, beginning: str) -> Mapping[Phrase | str, Sequence[int]]:
    found: dict[Phrase | str, list[int]] = {}
    for member, line in _members(column).get(beginning, ()):
        for key in (member, tuple(map(stem, member.split()))):  # the file is folded
            lines = found.setdefault(key, [])
            if line not in lines:
                lines.append(line)
    return found


@cache
def _members(column: int) -> Mapping[str, Sequence[tuple[str, int]]]:
    """Return the words and phrases of a language by their beginning, with their lines.

    To stem all of them would take longer than to answer the question.
    """
    found: dict[str, list[tuple[str, int]]] = {}
    for line, row in enumerate(_rows()):
        for member in row[column].split(","):
            word = member.strip()
            found.setdefault(word[: TOLD_APART_BY[column]], []).append((word, line))
    return found


def _english(line: int) -> tuple[Phrase, ...]:
    return _stems(line, ENGLISH)


@cache
def _stems(line: int, column: int) -> tuple[Phrase, ...]:
    members = (tuple(map(stem, tokens(one))) for one in _rows()[line][column].split(","))
    return tuple(dict.fromkeys(member for member in members if member))


@cache
def _english_lines() -> Mapping[Phrase, Sequence[int]]:
    """Return the lines of every English word and phrase; only other stores look here."""
    found: dict[Phrase, list[int]] = {}
    for line in range(len(_rows())):
        for phrase in _english(line):
            found.setdefault(phrase, []).append(line)
    return found
