"""What the data says about words: names with their aliases, tags, and groups of synonyms.

A phrase is a tuple of stems. It may stand for *concepts* (a canonical name, written
"@Carla Dent") and for *groups* (words that may replace one another, written "#12").
Phrases are matched whole, longest first, never as bags of words: otherwise "kim", "un"
and the UN would run into one another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.search.indexing.guessed_names import (
    is_settled,
    is_word,
    shared_surnames,
    unique_forenames,
    unique_initials,
    unique_surnames,
)
from bot.search.language.particles import is_of_a_verb
from bot.search.terms import Term, stem, terms, tokens
from bot.timeline.timeline import Timeline

Phrase = tuple[str, ...]

MOST_READ = 20_000  # events whose tags are collected, where no header lists them

NAMES_KEPT = 4096  # whose keys are at hand: each entry looked at has some

_PARTS = re.compile(r"[,;:/()]| and | or ")  # of a description


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one phrase stands for: concepts by their keys, synonym groups by theirs."""

    concepts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


_NOTHING = Meaning()


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase found in a text, covering `length` terms from position `start`."""

    start: int
    length: int
    phrase: Phrase
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of the loaded timelines, and the words they are made of."""

    meanings: Mapping[Phrase, Meaning]
    longest: Mapping[str, int]  # first stem -> length of the longest phrase that begins so
    words: frozenset[str]  # every folded word in any phrase: material for spelling
    joined: Mapping[str, tuple[str, ...]]  # "kimjongun" -> its words
    expansions: Mapping[str, tuple[str, ...]]  # concept -> groups
    tags_of: Mapping[str, tuple[str, ...]]  # group -> the tags that one of its words names
    kinds: Mapping[str, str]  # concept -> "people", "places" or "organisations"
    surnames: Mapping[str, tuple[str, ...]]  # stem that several people share -> their concepts
    asking: frozenset[str] = frozenset()  # folded words that the data says only ask
    around: Mapping[str, frozenset[str]] = field(default_factory=dict)  # place -> where it lies

    def find(self, found_terms: Sequence[Term]) -> Iterator[Found]:
        """Yield the phrases in `found_terms`, longest first at each place, not overlapping."""
        return self.find_stems([term.stem for term in found_terms])

    def find_stems(self, found_stems: Sequence[str]) -> Iterator[Found]:
        """Yield the phrases in a row of stems, as `find` does."""
        stems = tuple(found_stems)
        end = 0  # of the phrase found last
        for position, longest in enumerate(map(self.longest.get, stems)):
            if longest is None or position < end:
                continue
            for length in range(min(longest, len(stems) - position), 0, -1):
                phrase = stems[position : position + length]
                meaning = self.meanings.get(phrase)
                if meaning is not None:
                    if length > 1 or not is_of_a_verb(stems, position):
                        yield Found(position, length, phrase, meaning)
                        end = position + length
                    break

    def meaning_of(self, phrase: Phrase) -> Meaning:
        """Return what `phrase` stands for; nothing when the data does not know it."""
        return self.meanings.get(phrase, _NOTHING)


@lru_cache(maxsize=NAMES_KEPT)
def concept_key(name: str) -> str:
    """Return the key under which the canonical `name` is indexed."""
    return "@" + " ".join(tokens(name))


def build_lexicon(timeline: Timeline) -> Lexicon:
    """Collect names, tags and synonyms from the headers and the names the events use."""
    concepts: dict[Phrase, list[str]] = defaultdict(list)
    kinds: dict[str, str] = {}
    words: set[str] = set()
    joined: dict[str, tuple[str, ...]] = {}  # what people write together

    def note_words(found: Sequence[Term]) -> None:
        texts = tuple(term.text for term in found)
        words.update(texts)
        if len(texts) > 1:
            joined.setdefault("".join(texts), texts)

    def add(alias: str, key: str) -> None:
        found = terms(alias)
        phrase = tuple(term.stem for term in found)
        if phrase and key not in concepts[phrase]:
            concepts[phrase].append(key)
            note_words(found)

    for info in timeline.infos:
        for name in info.names:
            kinds.setdefault(concept_key(name.canonical), name.kind)
            for alias in (name.canonical, *name.aliases):
                add(alias, concept_key(name.canonical))
        for tag, _ in info.tags:
            add(tag, tag_key(tag))
    if not any(info.tags for info in timeline.infos) and len(timeline.events) <= MOST_READ:
        for tag in dict.fromkeys(tag for event in timeline.events for tag in event.tags):
            add(tag, tag_key(tag))
    for used, kind in timeline.names_used:
        kinds.setdefault(concept_key(used), kind)
        add(used, concept_key(used))
    curated = {n.canonical for info in timeline.infos for n in info.names if is_settled(n)}
    listed = {name.canonical for info in timeline.infos for name in info.names}
    with_aliases = {n.canonical for info in timeline.infos for n in info.names if n.aliases}
    for surname, owner in unique_surnames(timeline.names_used):
        # Where a curator has chosen by which parts a name is called, nothing is guessed beside
        # them; beside a nickname nothing that is a word.
        is_guessed = owner not in listed or (owner not in curated and not is_word(surname))
        if is_guessed and (stem(surname),) not in concepts:
            add(surname, concept_key(owner))

    for forename, owner in unique_forenames(timeline.names_used):
        if owner not in with_aliases and (stem(forename),) not in concepts:
            add(forename, concept_key(owner))

    for initials, owner in unique_initials(kinds):
        if (stem(initials),) not in concepts:
            add(initials, owner)

    groups: dict[Phrase, list[str]] = defaultdict(list)
    expansions: dict[str, list[str]] = defaultdict(list)
    tags_of: dict[str, list[str]] = defaultdict(list)
    number = 0
    for info in timeline.infos:
        for synonyms in info.synonyms:
            key = f"#{number}"
            number += 1
            for synonym in synonyms:
                found = terms(synonym)
                phrase = tuple(term.stem for term in found)
                if not phrase:
                    continue
                words.update(term.text for term in found)
                groups[phrase].append(key)
                for concept in concepts.get(phrase, ()):
                    if is_tag(concept):
                        tags_of[key].append(concept)
                    elif key not in expansions[concept]:
                        expansions[concept].append(key)

    topics = [
        (word, meant)
        for info in timeline.infos
        for said in info.words
        for word, meant in said.topics
    ]
    for word, meant in topics:
        spoken, data = terms(word), tuple(term.stem for term in terms(meant))
        phrase = tuple(term.stem for term in spoken)
        if not phrase or not data or phrase == data:
            continue
        words.update(term.text for term in spoken)
        if not groups.get(data) and not concepts.get(data):
            groups[data].append(f"#{number}")
            number += 1
        groups[phrase] += groups.get(data, ())
        concepts[phrase] += (key for key in concepts.get(data, ()) if key not in concepts[phrase])

    meanings = {
        phrase: Meaning(
            tuple(concepts.get(phrase, ())), tuple(dict.fromkeys(groups.get(phrase, ())))
        )
        for phrase in {*concepts, *groups}
        if concepts.get(phrase) or groups.get(phrase)
    }
    longest: dict[str, int] = {}
    for phrase in meanings:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return Lexicon(
        meanings=meanings,
        longest=longest,
        words=frozenset(words),
        joined=joined,
        expansions={concept: tuple(keys) for concept, keys in expansions.items()},
        tags_of={key: tuple(dict.fromkeys(tags)) for key, tags in tags_of.items()},
        kinds=kinds,
        surnames=shared_surnames(kinds),
        asking=frozenset(
            token
            for info in timeline.infos
            for said in info.words
            for word in said.question
            for token in tokens(word)
        ),
        around=_around(timeline),
    )


def _around(timeline: Timeline) -> dict[str, frozenset[str]]:
    """Return for each place the larger ones that it lies in, theirs included."""
    direct: dict[str, set[str]] = defaultdict(set)
    for info in timeline.infos:
        for region, inside in info.regions:
            for place in inside:
                direct[concept_key(place)].add(concept_key(region))
    around: dict[str, frozenset[str]] = {}
    for place in tuple(direct):
        reached, left = set[str](), list(direct[place])
        while left:
            larger = left.pop()
            if larger not in reached:
                reached.add(larger)
                left += direct.get(larger, ())
        around[place] = frozenset(reached)
    return around


def tag_key(tag: str) -> str:
    """Return the key under which events carrying `tag` are indexed."""
    return "@tag " + tag


def is_tag(key: str) -> bool:
    """Whether `key` is that of a tag."""
    return key.startswith("@tag ")
