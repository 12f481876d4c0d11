"""Ordinary words of English and Russian by how often they are used, and words that are names.

A word that no entry holds may be chat ("wanted") or the very thing asked about ("Waterloo").
How common it is in the language tells the two apart. The lists, with their sources and
licences, are the files in `words/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from bot.search.terms import stem


def commonness(word: str) -> float:
    """Return how common the folded `word` is: log10 of its uses in a billion words, or 0.

    "The" has 7, "nuclear" 4.5. 0 means that no list holds it: a rare word, a name, a slip.
    """
    if word.isascii():
        return _english().get(word, 0.0)
    if "\u0430" <= word[0] <= "\u044f":
        return _russian().get(stem(word), 0.0)
    return 0.0


def is_name_word(word: str) -> bool:
    """Whether the folded `word` is known as a name of people or places and as nothing else."""
    return word in _names()


@cache
def known_words() -> frozenset[str]:
    """Return everyday English words and well-known names, which the speller leaves alone."""
    return frozenset((*_english(), *_names()))


@cache
def _names() -> frozenset[str]:
    lines = _lines("names.txt")
    return frozenset(word for line in lines for word in line.split())


@cache
def _english() -> Mapping[str, float]:
    return _by_word("english.txt")


@cache
def _russian() -> Mapping[str, float]:
    return _by_word("russian.txt")


def _by_word(name: str) -> Mapping[str, float]:
    found: dict[str, float] = {}
    level = 0.0
    for line in _lines(name):
        if line.startswith("= "):
            level = float(line[2:])
        else:
            found.update(dict.fromkeys(line.split(), level))
    return found


def _lines(name: str) -> list[str]:
    text = (resources.files("bot.search") / "words" / name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
