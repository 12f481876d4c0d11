"""Timeline to `Index`: every event is read once, and each of its terms noted."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cache

from bot.packing import pack_strings, write_text
from bot.search.index import (
    ID,
    KEYWORD,
    NAMES,
    NOTE,
    SOURCE,
    SOURCE_ABROAD,
    SUMMARY,
    SYMBOL,
    TAG,
    TITLE,
    TOLD,
    Index,
)
from bot.search.indexing.lexicon import Found, Lexicon, build_lexicon, concept_key, is_tag, tag_key
from bot.search.indexing.life_dates import told_by_life_dates
from bot.search.indexing.packed import Part
from bot.search.indexing.postings import SCALE, Collector
from bot.search.indexing.speller_making import build_speller
from bot.search.language.designations import is_short_name, lettered_names, numbers_with_letters
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.particles import compounds
from bot.search.terms import stem, terms, tokens
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

INSIDE_PHRASE = 0.8  # a word's synonyms, where the word is part of a longer known phrase

_BYTES = [
    round(one * SCALE)
    for one in (TITLE, NAMES, SYMBOL, SUMMARY, TAG, KEYWORD, NOTE, SOURCE, ID, TOLD, SOURCE_ABROAD)
]
_TITLE, _NAMES, _SYMBOL, _SUMMARY, _TAG, _KEYWORD, _NOTE, _SOURCE, _ID, _TOLD, _ABROAD = _BYTES


def build_index(timeline: Timeline, *, known_words: frozenset[str] = frozenset()) -> Index:
    """Read every event once and return the index.

    `known_words` are correctly spelt words of the language; the speller never changes
    them, even if no event holds them.
    """
    builder = Builder(build_lexicon(timeline))
    for number, event in enumerate(timeline.events):
        builder.add(number, event)
    return builder.index(timeline, known_words)


class Builder:
    """Collects the postings while the events go by, one after the other."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._firsts = lexicon.longest.keys()  # stems with which phrases begin
        self._words: set[str] = set()  # of names and tags; those of texts are in `_stems`
        self._postings = Collector()
        self._titles: list[str] = []  # the telling stems of each
        self._stems = _Stems()
        # The same few names and tags stand on thousands of events.
        self._keys_of_name = cache(self._read_name)
        self._keys_of_tag = cache(self._read_tag)

    def add(self, number: int, event: Event) -> None:
        """Note every key that `event` holds, each at its strongest place."""
        texts = tokens(event.title)
        stems = list(map(self._stems.__getitem__, texts))
        telling = [
            stem for text, stem in zip(texts, stems, strict=True) if text not in FUNCTION_WORDS
        ]
        self._titles.append(" ".join(dict.fromkeys(telling)))
        strengths = dict.fromkeys(stems, _TITLE)
        self._add_phrases(strengths, stems, _TITLE)
        _raise(strengths, told_by_life_dates(event.title), _TOLD)
        _raise(strengths, lettered_names(event.title), _TITLE)
        _raise(strengths, numbers_with_letters(event.title), _TITLE)
        for word in compounds(event.title):
            self._words.add(word)
            _raise(strengths, (self._stems[word],), _TITLE)
        for names in (event.people, event.places, event.organisations):
            for name in names:
                _raise(strengths, self._keys_of_name(name), _NAMES)
        for tag in event.tags:
            _raise(strengths, self._keys_of_tag(tag), _TAG)
        self._add_text(strengths, event.id, _ID)
        if event.symbol:
            self._add_text(strengths, event.symbol, _SYMBOL)
        if event.summary:
            self._add_text(strengths, event.summary, _SUMMARY)
        for keyword in event.keywords:
            self._add_text(strengths, keyword, _SUMMARY if is_short_name(keyword) else _KEYWORD)
        if event.note:
            self._add_text(strengths, event.note, _NOTE)
        for source in event.sources:
            is_abroad = source.title.isascii() and not event.title.isascii()
            self._add_text(strengths, source.title, _ABROAD if is_abroad else _SOURCE)
        self._postings.add(number, strengths)

    def index(self, timeline: Timeline, known_words: frozenset[str]) -> Index:
        """Return what was collected, frozen."""
        return Index(
            timeline=timeline,
            lexicon=self._lexicon,
            speller=build_speller(
                self._words.union(self._stems, self._lexicon.words),
                joined=self._lexicon.joined,
                known_words=known_words,
            ),
            postings=self._postings.postings(),
            title_terms=tuple(tuple(stems.split()) for stems in self._titles),
            days=array("q", (event.date.sorting_day.ordinal for event in timeline.events)),
        )

    def part(self) -> Part:
        """Return what was collected, packed, and begin anew."""
        segment = self._postings.segment()
        titles, title_ends = pack_strings(map(write_text, self._titles))
        # Numbers are never corrected, and a large store has one in each of its ids.
        words = {word for word in self._words if not word[0].isdigit()}
        words.update(self._stems)
        self._titles, self._words = [], set()
        self._stems.clear()
        # What these remember was noted in the words of this part only.
        self._keys_of_name.cache_clear()
        self._keys_of_tag.cache_clear()
        return Part(segment, titles, title_ends, words)

    def _add_text(self, strengths: dict[str, int], text: str, strength: int) -> None:
        """Note the terms and phrases of a text."""
        stems = list(map(self._stems.__getitem__, tokens(text)))
        _raise(strengths, stems, strength)
        _raise(strengths, numbers_with_letters(text), strength)
        self._add_phrases(strengths, stems, strength)

    def _add_phrases(self, strengths: dict[str, int], stems: list[str], strength: int) -> None:
        if self._firsts.isdisjoint(stems):
            return
        for phrase in self._lexicon.find_stems(stems):
            _raise(strengths, self._keys_of_phrase(phrase), strength)
            if phrase.length > 1:
                # A longer phrase hides its words from `find`; their synonyms still hold a bit.
                inner = stems[phrase.start : phrase.start + phrase.length]
                groups = (
                    group for stem in inner for group in self._lexicon.meaning_of((stem,)).groups
                )
                _raise(strengths, groups, round(strength * INSIDE_PHRASE))

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


class _Stems(dict[str, str]):
    """The stem of each word that was met in a text; of numbers, which are their own, of none."""

    def __missing__(self, word: str) -> str:
        if word[0].isdigit():
            return word
        found = self[word] = stem(word)
        return found


def _raise(strengths: dict[str, int], keys: Iterable[str], strength: int) -> None:
    for key in keys:
        if strengths.get(key, 0) < strength:
            strengths[key] = strength
