"""Stores of any size, made of real words and always the same, and questions about them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from bot.evaluation.questions import Question
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.terms import tokens
from bot.timeline.event import Event

FIRST_YEAR, LAST_YEAR = 1500, 2025
SHORTEST, LONGEST = 6, 14  # words of a title, as in entries of general history
STEEPNESS = 0.9  # of Zipf's law; English titles, whose commonest words are few, have about as much
NAMES_PER_EVENT = 0.35  # distinct names that a store has for each of its entries
NAMED = 0.8  # of the entries name somebody or something

# The mix: a few words of a title, the same misspelt, with its year, and what nothing fits.
KINDS = ("exact", "typo", "date", "no answer")
SEED = 1945
TODAY = date(2026, 4, 25)


@dataclass(frozen=True, slots=True)
class Made:
    """One entry of a made store."""

    id: str
    date: str
    title: str

    def line(self) -> str:
        """Return it as a line of a `.jsonl` file."""
        return json.dumps({"id": self.id, "date": self.date, "title": self.title}) + "\n"


class Maker:
    """Makes entries from a vocabulary; equal vocabularies and sizes give equal entries."""

    def __init__(self, words: Sequence[str], count: int) -> None:
        self._words = tuple(words)
        self._count = count
        self._random = Random(SEED)  # noqa: S311 (an example, no secret)
        self._word_weights = _zipf(len(self._words))
        self._name_weights = _zipf(max(10, int(NAMES_PER_EVENT * count)))

    def entries(self) -> Iterator[Made]:
        """Yield the entries in order of time."""
        years = LAST_YEAR - FIRST_YEAR + 1
        random = self._random
        for number in range(self._count):
            year = FIRST_YEAR + number * years // self._count
            day = f"{year:04}-{1 + int(12 * random.random()):02}-{1 + int(28 * random.random()):02}"
            yield Made(f"{year}-{number}", day, self._title())

    def _title(self) -> str:
        random = self._random
        length = SHORTEST + int((LONGEST - SHORTEST + 1) * random.random())
        words = [self._words[_choose(self._word_weights, random)] for _ in range(length)]
        if random.random() < NAMED:
            words[int(length * random.random())] = self._name(_choose(self._name_weights, random))
        return " ".join(words).capitalize()

    def _name(self, number: int) -> str:
        """Return a name put together of two real words, as Ironbridge is."""
        first = self._words[(number * 7919 + 13) % len(self._words)]
        last = self._words[(number * 104729 // len(self._words) + number * 31) % len(self._words)]
        return (first[:6] + last[:5]).capitalize()


def vocabulary_of(events: Iterable[Event], known_words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a timeline, the most used first, then the other known words."""
    used = Counter(
        word
        for event in events
        for word in tokens(f"{event.title} {event.summary}")
        if word.isalpha() and word.isascii() and len(word) > 1
    )
    by_use = sorted(used, key=lambda word: (-used[word], word))
    rest = sorted(set(known_words) - set(used))
    Random(SEED).shuffle(rest)  # noqa: S311 (an example, no secret)
    return (*by_use, *rest)


def make_questions(
    entries: Sequence[Made], words: Sequence[str], *, count: int
) -> tuple[Question, ...]:
    """Return `count` questions about these entries, of all kinds in turn."""
    random = Random(SEED)  # noqa: S311 (an example, no secret)
    known = {word for entry in entries for word in tokens(entry.title)} | set(words)
    found = []
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        entry = entries[int(len(entries) * random.random())]
        text = _ask(kind, entry, random, known)
        expect = () if kind == "no answer" else (entry.id,)
        found.append(Question(text, kind, expect, TODAY))
    return tuple(found)


def _ask(kind: str, entry: Made, random: Random, known: set[str]) -> str:
    telling = [word for word in tokens(entry.title) if word not in FUNCTION_WORDS]
    chosen = [word for word in telling if len(word) > 3][:4] or telling or ["nothing"]
    if kind == "no answer":
        return "when was the " + " ".join(_unknown(random, known) for _ in range(2))
    if kind == "typo":
        longest = max(range(len(chosen)), key=lambda at: len(chosen[at]))
        chosen[longest] = _misspell(chosen[longest], random)
    if kind == "date":
        return f"{' '.join(chosen[:3])} in {entry.date[:4]}"
    return "when was the " + " ".join(chosen)


def _misspell(word: str, random: Random) -> str:
    """Return `word` with two neighbouring letters changed over, or one left out."""
    at = 1 + int((len(word) - 2) * random.random()) if len(word) > 3 else 0
    if random.random() < 0.5 and word[at : at + 1] != word[at + 1 : at + 2]:
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :]


def _unknown(random: Random, known: set[str]) -> str:
    """Return something like a name that no entry has, nor anything near it."""
    while True:
        syllables = ("zu", "qo", "xi", "vy", "jeq", "wux", "kwa", "oz")
        word = "".join(syllables[int(len(syllables) * random.random())] for _ in range(4))
        if word not in known:
            return word


def _zipf(count: int) -> list[float]:
    weights = list(accumulate((rank + 2) ** -STEEPNESS for rank in range(count)))
    return [weight / weights[-1] for weight in weights]


def _choose(cumulative: Sequence[float], random: Random) -> int:
    return bisect_left(cumulative, random.random())
