"""Timeline to `Index`: which events hold which term, and how strongly."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bot.search.function_words import FUNCTION_WORDS
from bot.search.lexicon import Found, Lexicon, build_lexicon, concept_key, is_tag, tag_key
from bot.search.spelling import Speller, build_speller
from bot.search.terms import Term, terms, tokens
from bot.timeline.dates import Day
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

# How much a term says about an event by where it stands. The title names the event; the
# curated name fields are sure but may list bystanders; notes and sources only allude.
TITLE = 1.0
NAMES = 0.95
SYMBOL = 1.0
SUMMARY = 0.75
TAG = 0.88
NOTE = 0.4
SOURCE = 0.4
ID = 0.5  # an id is made of words by hand, often ones that the title avoids

INSIDE_PHRASE = 0.8  # a word's synonyms, where the word is part of a longer known phrase

_SCALE = 255  # strengths are kept as bytes: a million events have tens of millions of them


@dataclass(frozen=True, slots=True)
class Posting:
    """The events that hold one term: their numbers, and a strength of 0 to 1 for each."""

    numbers: array[int]
    strengths: bytes

    def items(self) -> Iterable[tuple[int, float]]:
        """Yield (event number, strength) pairs."""
        return ((n, s / _SCALE) for n, s in zip(self.numbers, self.strengths, strict=True))

    def within(self, first: int, end: int) -> Iterable[tuple[int, float]]:
        """Yield the pairs whose event numbers are at least `first` and below `end`."""
        low, high = bisect_left(self.numbers, first), bisect_left(self.numbers, end)
        return ((self.numbers[at], self.strengths[at] / _SCALE) for at in range(low, high))

    def strongest(self, limit: int) -> Iterable[tuple[int, float]]:
        """Yield at most `limit` pairs, none weaker than one left out."""
        left = limit
        for strength in sorted(set(self.strengths), reverse=True):
            at = self.strengths.find(strength)
            while at >= 0 and left > 0:
                yield self.numbers[at], strength / _SCALE
                left -= 1
                at = self.strengths.find(strength, at + 1)

    def __len__(self) -> int:
        return len(self.numbers)


EMPTY_POSTING = Posting(array("I"), b"")


@dataclass(frozen=True, slots=True)
class Index:
    """A timeline made searchable; frozen, so that threads share it without a lock."""

    timeline: Timeline
    lexicon: Lexicon
    speller: Speller
    postings: Mapping[str, Posting]
    title_terms: Sequence[tuple[str, ...]]  # the telling stems of each title
    days: Sequence[int]  # the ordinal of the day by which each event is sorted
    rarities: dict[str, float] = field(default_factory=dict)  # computed as they are asked for

    @property
    def events(self) -> tuple[Event, ...]:
        """The events by their numbers."""
        return self.timeline.events

    def posting(self, key: str) -> Posting:
        """Return the events holding `key`: a stem, a concept, a tag or a synonym group."""
        return self.postings.get(key, EMPTY_POSTING)

    def numbers_between(self, first: Day, last: Day) -> tuple[int, int]:
        """Return the numbers of the events that begin from `first` to `last`: start and end.

        Events are numbered in order of time, so these numbers follow one another.
        """
        return bisect_left(self.days, first.ordinal), bisect_right(self.days, last.ordinal)

    def strength(self, key: str, number: int) -> float:
        """Return how strongly one event holds `key`, 0 if it does not."""
        posting = self.posting(key)
        place = bisect_left(posting.numbers, number)
        if place < len(posting.numbers) and posting.numbers[place] == number:
            return posting.strengths[place] / _SCALE
        return 0.0

    def rarity(self, key: str) -> float:
        """Return the inverse document frequency of `key`, at least 0, in nats.

        The usual BM25 form, ln(1 + (N - n + 0.5) / (n + 0.5)): a word that stands in
        nearly every entry says nearly nothing.
        """
        found = self.rarities.get(key)
        if found is None:
            found = rarity_of(len(self.posting(key)), len(self.events))
            self.rarities[key] = found
        return found

    def title_words(self, number: int) -> frozenset[str]:
        """Return the folded words of an event's title."""
        return frozenset(tokens(self.events[number].title))

    def shares(self, keys: Sequence[str]) -> tuple[float, ...]:
        """Return how much each of several keys counts beside the others, by rarity; sum 1."""
        rarities = [self.rarity(key) + 1e-9 for key in keys]
        total = sum(rarities)
        return tuple(rarity / total for rarity in rarities)


def rarity_of(holders: int, total: int) -> float:
    """Return the inverse document frequency of a term held by `holders` of `total` events."""
    return math.log1p(max(0.0, total - holders + 0.5) / (holders + 0.5))


def build_index(timeline: Timeline, *, known_words: frozenset[str] = frozenset()) -> Index:
    """Read every event once and return the index.

    `known_words` are correctly spelt words of the language; the speller never changes
    them, even if no event holds them.
    """
    builder = _Builder(build_lexicon(timeline))
    for number, event in enumerate(timeline.events):
        builder.add(number, event)
    return builder.index(timeline, known_words)


class _Builder:
    """Collects the postings while the events go by, one after the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._vocabulary: set[str] = set(lexicon.words)
        self._postings: dict[str, dict[int, int]] = defaultdict(dict)
        self._titles: list[tuple[str, ...]] = []
        # The same few names and tags stand on thousands of events.
        self._keys_of_name = cache(self._read_name)
        self._keys_of_tag = cache(self._read_tag)

    def add(self, number: int, event: Event) -> None:
        """Note every key that `event` holds, each at its strongest place."""
        strengths: dict[str, float] = {}
        title = self._add_text(strengths, event.title, TITLE)
        self._titles.append(
            tuple(dict.fromkeys(t.stem for t in title if t.text not in FUNCTION_WORDS))
        )
        for names in (event.people, event.places, event.organisations):
            for name in names:
                _raise(strengths, self._keys_of_name(name), NAMES)
        for tag in event.tags:
            _raise(strengths, self._keys_of_tag(tag), TAG)
        self._add_text(strengths, event.id, ID)
        self._add_text(strengths, event.symbol, SYMBOL)
        self._add_text(strengths, event.summary, SUMMARY)
        self._add_text(strengths, event.note, NOTE)
        for source in event.sources:
            self._add_text(strengths, source.title, SOURCE)
        for key, strength in strengths.items():
            self._postings[key][number] = round(strength * _SCALE)

    def index(self, timeline: Timeline, known_words: frozenset[str]) -> Index:
        """Return what was collected, frozen."""
        return Index(
            timeline=timeline,
            lexicon=self._lexicon,
            speller=build_speller(
                self._vocabulary, joined=self._lexicon.joined, known_words=known_words
            ),
            postings={
                key: Posting(array("I", found.keys()), bytes(found.values()))
                for key, found in self._postings.items()
            },
            title_terms=tuple(self._titles),
            days=array("q", (event.date.sorting_day.ordinal for event in timeline.events)),
        )

    def _add_text(
        self, strengths: dict[str, float], text: str, strength: float
    ) -> tuple[Term, ...]:
        if not text:
            return ()
        found = terms(text)
        self._vocabulary.update([term.text for term in found])
        _raise(strengths, [term.stem for term in found], strength)
        for phrase in self._lexicon.find(found):
            _raise(strengths, self._keys_of_phrase(phrase), strength)
            if phrase.length > 1:
                # A longer phrase hides its words from `find`; their synonyms still hold a bit.
                inner = found[phrase.start : phrase.start + phrase.length]
                groups = (
                    group
                    for term in inner
                    for group in self._lexicon.meaning_of((term.stem,)).groups
                )
                _raise(strengths, groups, strength * INSIDE_PHRASE)
        return found

    def _keys_of_phrase(self, found: Found) -> Iterator[str]:
        for concept in found.meaning.concepts:
            # A word that happens to be a tag's name is no sign that the tag applies.
            if not is_tag(concept):
                yield concept
            yield from self._lexicon.expansions.get(concept, ())
        yield from found.meaning.groups
        if found.length > 1:
            yield " ".join(found.phrase)

    def _read_name(self, name: str) -> tuple[str, ...]:
        concept, found = concept_key(name), terms(name)
        self._vocabulary.update(term.text for term in found)
        groups = self._lexicon.expansions.get(concept, ())
        return (concept, *groups, *(term.stem for term in found))

    def _read_tag(self, tag: str) -> tuple[str, ...]:
        found = terms(tag)
        self._vocabulary.update(term.text for term in found)
        return (tag_key(tag), *(term.stem for term in found))


def _raise(strengths: dict[str, float], keys: Iterable[str], strength: float) -> None:
    for key in keys:
        if strengths.get(key, 0.0) < strength:
            strengths[key] = strength
