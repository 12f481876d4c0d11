"""`Index`: a timeline made searchable, and what it tells of events and terms."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bot.search.indexing.lexicon import Found, Lexicon
from bot.search.indexing.memo import Memo
from bot.search.indexing.postings import EMPTY_POSTING, SCALE, Posting, gather
from bot.search.indexing.spelling import Correction, Speller
from bot.search.language.designations import is_short_name, numbers_with_letters
from bot.search.terms import Term, terms
from bot.timeline.dates import Day
from bot.timeline.event import Event
from bot.timeline.rows import PackedEvents
from bot.timeline.timeline import Timeline

# How much a term says about an event by where it stands. The title names the event; the
# curated name fields are sure but may list bystanders; notes and sources only allude.
TITLE = 1.0
NAMES = 0.95
SYMBOL = 1.0
SUMMARY = 0.75
TAG = 0.88
TOLD = 0.95  # not said, but told by the life dates behind a name
KEYWORD = 0.55  # the curator's word for it, in no text that is shown
NOTE = 0.4
SOURCE = 0.4
SOURCE_ABROAD = 0.2  # a source in English under a title in another alphabet is about much else
ID = 0.5  # an id is made of words by hand, often ones that the title avoids

SEVERAL = 2  # names in a title

TIMES_FASTER = 8  # reading the next place of a posting, beside finding one in it

_SENTENCE_END = re.compile(r"[.;:!?]\s")

MOST_TITLES = 2048  # that stay read once they were looked at: those of the last few questions
MOST_STEMS = 8192  # of titles whose keys stay at hand
MOST_TELLINGS = 512  # the same of all sentences of an entry, which take some kilobytes
WORDS_KEPT = 8192  # the most used words of the store, and those of many questions
MOST_MEANINGS = 4096  # of words in other languages, and of ids


class Title(NamedTuple):
    """The title of an event as it is read: its terms, and the phrases that the data knows."""

    terms: tuple[Term, ...]
    phrases: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """A timeline made searchable; frozen, so that threads share it without a lock."""

    timeline: Timeline
    lexicon: Lexicon
    speller: Speller
    postings: Mapping[str, Posting]
    title_terms: Sequence[tuple[str, ...]]  # the telling stems of each title
    days: Sequence[int]  # the ordinal of the day by which each event is sorted
    # What the stems of each title weigh together, if known without a look at each.
    title_weights: Sequence[float] | None = None
    holders: Callable[[str], int] | None = None  # how many hold a key, if known without a look
    rarities: dict[str, float] = field(default_factory=dict)  # computed as they are asked for
    once: dict[str, Any] = field(default_factory=dict)  # what is found of all when asked for
    titles: Memo[int, Title] = field(default_factory=lambda: Memo(MOST_TITLES))  # as read
    tellings: Memo[int, tuple[frozenset[str], ...]] = field(
        default_factory=lambda: Memo(MOST_TELLINGS)
    )
    # What a stem stands for, other words for it, and what it is by its sound.
    stem_keys: Memo[str, tuple[str, ...]] = field(default_factory=lambda: Memo(MOST_STEMS))
    said: Memo[tuple[str, ...], tuple[Any, ...]] = field(
        default_factory=lambda: Memo(MOST_MEANINGS)
    )
    heard: Memo[str, tuple[Correction, ...]] = field(default_factory=lambda: Memo(MOST_MEANINGS))
    # Words and phrases as units of a question, words that are one wherever they stand, and
    # what holds them.
    words: Memo[tuple[str, str], Any] = field(default_factory=lambda: Memo(WORDS_KEPT))
    phrases: Memo[tuple[Any, ...], Any] = field(default_factory=lambda: Memo(WORDS_KEPT))
    alone: Memo[str, tuple[Any]] = field(default_factory=lambda: Memo(WORDS_KEPT))
    holding: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    kin: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)  # of words
    named: Memo[int, tuple[Any, ...]] = field(default_factory=lambda: Memo(MOST_TITLES))  # people
    ids: Memo[str, frozenset[str]] = field(default_factory=lambda: Memo(MOST_MEANINGS))  # said
    # The events by their numbers: those of the timeline, asked for too often to go that way.
    events: Sequence[Event] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", self.timeline.events)

    @property
    def about(self) -> frozenset[str]:
        """The concepts that every timeline names in its title: what all of its entries are of.

        Of two named, "Ada and Bob", an entry may be of one alone: then most hold what all are of.
        """
        known: frozenset[str] | None = self.once.get("about")
        if known is None:
            named = [
                {key for one in self.lexicon.find(terms(i.title)) for key in one.meaning.concepts}
                for i in self.timeline.infos
            ]
            every = frozenset(set.intersection(*named) if named else ())
            most = (key for key in every if 2 * self.count(key) >= len(self.events))
            known = self.once["about"] = every if len(every) < SEVERAL else frozenset(most)
        return known

    @property
    def namesakes(self) -> Mapping[str, Sequence[str]]:
        """The concepts of people by each word of their names."""
        known: Mapping[str, Sequence[str]] | None = self.once.get("namesakes")
        if known is None:
            found: defaultdict[str, list[str]] = defaultdict(list)
            for concept, kind in self.lexicon.kinds.items():
                for word in dict.fromkeys(concept[1:].split()) if kind == "people" else ():
                    found[word].append(concept)
            known = self.once["namesakes"] = dict(found)
        return known

    @property
    def stems_of(self) -> Mapping[str, frozenset[str]]:
        """The stems of titles by each key for which they stand; for few titles, it reads all."""
        known: Mapping[str, frozenset[str]] | None = self.once.get("stems")
        if known is None:
            found: defaultdict[str, set[str]] = defaultdict(set)
            for stem in {stem for title in self.title_terms for stem in title}:
                for key in self.keys_of_stem(stem):
                    found[key].add(stem)
            known = self.once["stems"] = {key: frozenset(stems) for key, stems in found.items()}
        return known

    def keys_of_stem(self, stem: str) -> tuple[str, ...]:
        """Return a stem with the concepts and the groups that it stands for by itself."""
        found = self.stem_keys.get(stem)
        if found is None:
            meaning = self.lexicon.meaning_of((stem,))
            found = self.stem_keys.keep(stem, (stem, *meaning.concepts, *meaning.groups))
        return found

    def posting(self, key: str) -> Posting:
        """Return the events holding `key`: a stem, a concept, a tag or a synonym group."""
        return self.postings.get(key, EMPTY_POSTING)

    def count(self, key: str) -> int:
        """Return how many events hold `key`, without a look at which."""
        return len(self.posting(key)) if self.holders is None else self.holders(key)

    def is_held(self, key: str) -> bool:
        """Return whether any event holds `key`, whose posting and rarity are asked for next."""
        held = len(self.posting(key))
        if key not in self.rarities:
            self.rarities[key] = rarity_of(held, len(self.events))
        return held > 0

    def numbers_between(self, first: Day, last: Day) -> tuple[int, int]:
        """Return the numbers of the events that begin from `first` to `last`: start and end.

        Events are numbered in order of time, so these numbers follow one another.
        """
        return bisect_left(self.days, first.ordinal), bisect_right(self.days, last.ordinal)

    def strength(self, key: str, number: int) -> float:
        """Return how strongly one event holds `key`, 0 if it does not."""
        posting = self.posting(key)
        if posting.plane is not None:
            return posting.plane[number] / SCALE
        place = bisect_left(posting.numbers, number)
        if place < len(posting.numbers) and posting.numbers[place] == number:
            return posting.strengths[place] / SCALE
        return 0.0

    def strengths(self, key: str, events: Set[int]) -> dict[int, float]:
        """Return how strongly each of the events holds `key`, without those that do not."""
        posting = self.posting(key)
        if posting.plane is not None:
            held = zip(events, gather(posting.plane, events), strict=True)
            return {event: strength / SCALE for event, strength in held if strength}
        numbers, strengths, end = posting.numbers, posting.strengths, len(posting)
        if end < TIMES_FASTER * len(events):
            pairs = zip(numbers, strengths, strict=True)
            return {event: strength / SCALE for event, strength in pairs if event in events}
        return {
            event: strengths[at] / SCALE
            for event in events
            if (at := bisect_left(numbers, event)) < end and numbers[at] == event
        }

    def rarity(self, key: str) -> float:
        """Return the inverse document frequency of `key`, at least 0, in nats.

        The usual BM25 form, ln(1 + (N - n + 0.5) / (n + 0.5)): a word that stands in
        nearly every entry says nearly nothing.
        """
        found = self.rarities.get(key)
        if found is None:
            found = rarity_of(self.count(key), len(self.events))
            self.rarities[key] = found
        return found

    def texts(self, number: int) -> tuple[str, str]:
        """Return the title and the summary of an event, which need not be made for that."""
        events = self.events
        if isinstance(events, PackedEvents):
            return events.texts(number)
        return events[number].title, events[number].summary

    def title(self, number: int) -> Title:
        """Return the title of an event as it is read."""
        found = self.titles.get(number)
        if found is None:
            said = terms(self.events[number].title)
            found = self.titles.keep(number, Title(said, tuple(self.lexicon.find(said))))
        return found

    def sentences(self, number: int) -> tuple[frozenset[str], ...]:
        """Return the keys that each sentence of an event's title and summary holds.

        A short name that a curator gives it, as "STS-61", is as good as said in the title.
        """
        found = self.tellings.get(number)
        if found is None:
            event = self.events[number]
            called = " ".join((event.title, *filter(is_short_name, event.keywords)))
            texts = (called, *_SENTENCE_END.split(event.summary))
            if event.summary:  # where somebody curates, an id is made by hand of what it is
                texts = (*texts, event.id.replace("-", " "))
            found = tuple(_keys_of(text, self.lexicon) for text in texts)
            self.tellings.keep(number, found)
        return found

    def title_words(self, number: int) -> frozenset[str]:
        """Return the folded words of an event's title."""
        return frozenset(term.text for term in self.title(number).terms)

    def title_weight(self, number: int) -> float:
        """Return what the telling stems of an event's title weigh together, in nats."""
        if self.title_weights is not None:
            return self.title_weights[number]
        return sum(map(self.rarity, self.title_terms[number]))

    def shares(self, keys: Sequence[str]) -> tuple[float, ...]:
        """Return how much each of several keys counts beside the others, by rarity; sum 1."""
        rarities = [self.rarity(key) + 1e-9 for key in keys]
        total = sum(rarities)
        return tuple(rarity / total for rarity in rarities)


def _keys_of(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Return every key under which a text is indexed."""
    stems = [term.stem for term in terms(text)]
    keys = {*stems, *numbers_with_letters(text)}
    for found in lexicon.find_stems(stems):
        keys.update(found.meaning.concepts, found.meaning.groups)
        for concept in found.meaning.concepts:
            keys.update(lexicon.expansions.get(concept, ()))
        if found.length > 1:
            keys.add(" ".join(found.phrase))
            for stem in found.phrase:
                keys.update(lexicon.meaning_of((stem,)).groups)
    return frozenset(keys)


def rarity_of(holders: int, total: int) -> float:
    """Return the inverse document frequency of a term held by `holders` of `total` events."""
    return math.log1p(max(0.0, total - holders + 0.5) / (holders + 0.5))
