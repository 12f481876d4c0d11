"""Timeline to `Index`: every event is read once, and each of its terms noted."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from bot.packing import pack_strings, write_text
from bot.search.function_words import FUNCTION_WORDS
from bot.search.index import ID, NAMES, NOTE, SOURCE, SUMMARY, SYMBOL, TAG, TITLE, Index
from bot.search.lexicon import Found, Lexicon, build_lexicon, concept_key, is_tag, tag_key
from bot.search.postings import Collector, Segment
from bot.search.spelling import build_speller
from bot.search.terms import Term, terms
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

INSIDE_PHRASE = 0.8  # a word's synonyms, where the word is part of a longer known phrase


def build_index(timeline: Timeline, *, known_words: frozenset[str] = frozenset()) -> Index:
    """Read every event once and return the index.

    `known_words` are correctly spelt words of the language; the speller never changes
    them, even if no event holds them.
    """
    builder = Builder(build_lexicon(timeline))
    for number, event in enumerate(timeline.events):
        builder.add(number, event)
    return builder.index(timeline, known_words)


class Part(NamedTuple):
    """What was read from events that follow one another, packed."""

    segment: Segment
    titles: tuple[bytearray, array[int]]  # the telling stems of each title, and where they end
    words: frozenset[str]


class Builder:
    """Collects the postings while the events go by, one after the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words: set[str] = set()
        self._postings = Collector()
        self._titles: list[tuple[str, ...]] = []
        # The same few names and tags stand on thousands of events.
        self._keys_of_name = cache(self._read_name)
        self._keys_of_tag = cache(self._read_tag)

    def add(self, number: int, event: Event) -> None:
        """Note every key that `event` holds, each at its strongest place."""
        strengths: dict[str, float] = {}
        title = self._add_text(strengths, event.title, TITLE)
        self._titles.append(
            tuple(dict.fromkeys([t.stem for t in title if t.text not in FUNCTION_WORDS]))
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
        self._postings.add(number, strengths)

    def index(self, timeline: Timeline, known_words: frozenset[str]) -> Index:
        """Return what was collected, frozen."""
        return Index(
            timeline=timeline,
            lexicon=self._lexicon,
            speller=build_speller(
                self._words | self._lexicon.words,
                joined=self._lexicon.joined,
                known_words=known_words,
            ),
            postings=self._postings.postings(),
            title_terms=tuple(self._titles),
            days=array("q", (event.date.sorting_day.ordinal for event in timeline.events)),
        )

    def part(self) -> Part:
        """Return what was collected, packed, and begin anew."""
        titles = pack_strings(write_text(" ".join(stems)) for stems in self._titles)
        # Numbers are never corrected, and a large store has one in each of its ids.
        words = frozenset(word for word in self._words if not word[0].isdigit())
        self._titles, self._words = [], set()
        # What these remember was noted in the words of this part only.
        self._keys_of_name.cache_clear()
        self._keys_of_tag.cache_clear()
        return Part(self._postings.segment(), titles, words)

    def _add_text(
        self, strengths: dict[str, float], text: str, strength: float
    ) -> tuple[Term, ...]:
        if not text:
            return ()
        found = terms(text)
        self._words.update([term.text for term in found])
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
        self._words.update(term.text for term in found)
        groups = self._lexicon.expansions.get(concept, ())
        return (concept, *groups, *(term.stem for term in found))

    def _read_tag(self, tag: str) -> tuple[str, ...]:
        found = terms(tag)
        self._words.update(term.text for term in found)
        return (tag_key(tag), *(term.stem for term in found))


def _raise(strengths: dict[str, float], keys: Iterable[str], strength: float) -> None:
    for key in keys:
        if strengths.get(key, 0.0) < strength:
            strengths[key] = strength
