"""Checks of a header's words by those who know how questions are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from bot.search.dates.calendar_words import WORDS
from bot.search.language.common_words import commonness, is_name_word
from bot.search.language.function_words import FORMS_OF_ADDRESS, FUNCTION_WORDS
from bot.search.language.particles import PARTICLES
from bot.search.terms import fold, stem, terms, tokens
from bot.timeline.event import NAME_FIELDS, Event
from bot.timeline.nearest import find_nearest
from bot.timeline.reading import Reading
from bot.timeline.shapes import Fault

# log10 of uses in a billion from which a word is in too many questions to be a name: "major",
# "young", "first". Surnames such as "brown" or "hill" have less.
TOO_COMMON = 5.5

_SMALL_WORDS = PARTICLES.union("about at by for from in of on to with".split()) - {"away", "back"}

MOST_HINTS = 100  # topics of a file for which a nearest word is looked for, which is slow

_TIMES = frozenset(
    "month maymonth season weekday holiday relative decade count wordordinal ruordinal hnth".split()
)  # of the symbols in `calendar_words`: months, days, numbers, ordinals


def check_words(readings: Sequence[Reading]) -> None:
    """Note what is only worth a warning: names for things in everyday words, topics for nothing.

    Topics are looked up in the texts of all events; where a bulk store or a file with errors is
    among the readings they are left alone, for those texts are too many or not there.
    """
    for reading in readings:
        reading.faults += _check_aliases(reading)
        reading.faults += _check_synonyms(reading)
    if not any(reading.info.words for reading in readings):
        return
    if all(not one.is_bulk and all(f.is_warning for f in one.faults) for one in readings):
        vocabulary = _collect_words(readings)
        for reading in readings:
            reading.faults += _check_topics(reading, vocabulary)


def _check_aliases(reading: Reading) -> Iterator[Fault]:
    for name in reading.info.names:
        for at, alias in enumerate(name.aliases):
            if kind := _everyday_kind(alias):
                path = ("timeline", "names", name.kind, name.canonical, at)
                what = (
                    f'"{alias}" is {kind}, found in questions that do not mean '
                    f'"{name.canonical}": write more of the name, or remove it'
                )
                yield Fault(path, what, is_warning=True)


def _check_synonyms(reading: Reading) -> Iterator[Fault]:
    for group, synonyms in enumerate(reading.info.synonyms):
        for at, synonym in enumerate(synonyms):
            if fold(synonym) in _SMALL_WORDS:
                path = ("timeline", "synonyms", group, at)
                what = (
                    f'"{synonym}" is a part of many a verb, found in texts that mean something '
                    'else: write more of what is meant ("goes down"), or remove it'
                )
                yield Fault(path, what, is_warning=True)


def _everyday_kind(alias: str) -> str:
    """Say what everyday word an alias is; nothing where it is a name as it should be."""
    words = tokens(alias)
    if not FORMS_OF_ADDRESS.isdisjoint(words[:1]):
        return ""  # "Mrs May"
    telling = [word for word in words if word not in FUNCTION_WORDS] or words
    if telling and all(word.isdigit() or _is_of_time(word) for word in telling):
        return "a word for dates or numbers"
    if alias.isupper() or not words:
        return ""  # an abbreviation such as US, which questions tell from the word by its capitals
    if all(word in FUNCTION_WORDS for word in words):
        return "an everyday word"
    word, *others = words
    is_common = not others and word.isascii() and commonness(word) >= TOO_COMMON
    return "an everyday word" if is_common and not is_name_word(word) else ""


def _is_of_time(word: str) -> bool:
    return word in WORDS and WORDS[word][0] in _TIMES


def _collect_words(readings: Sequence[Reading]) -> set[str]:
    """Return the folded words of all events and all header entries that a topic may stand for."""
    infos = [reading.info for reading in readings]
    events = (event for reading in readings for event in reading.events)
    texts = chain(
        chain.from_iterable(map(_texts_of, events)),
        (text for info in infos for name in info.names for text in (name.canonical, *name.aliases)),
        (tag for info in infos for tag, _ in info.tags),
        (word for info in infos for group in info.synonyms for word in group),
    )
    return {word for text in set(texts) for word in tokens(text)}


def _texts_of(event: Event) -> Iterator[str]:
    yield from (event.id, event.title, event.summary, event.note, event.symbol)
    yield from chain(event.keywords, event.tags, (source.title for source in event.sources))
    for kind in NAME_FIELDS:
        yield from getattr(event, kind)


def _check_topics(reading: Reading, vocabulary: set[str]) -> Iterator[Fault]:
    stems = {stem(word) for word in vocabulary} if reading.info.words else set()
    left = MOST_HINTS
    for said in reading.info.words:
        for word, meant in said.topics:
            strange = next((term.text for term in terms(meant) if term.stem not in stems), "")
            if strange:
                alike = {one for one in vocabulary if one[0] == strange[0]} if left else set()
                near = find_nearest(strange, alike)
                left -= bool(left)
                hint = f'did you mean "{near}"?' if near else "mend or remove it"
                what = f'"{meant}" is no word, tag or name of the data: {hint}'
                path = ("timeline", "words", said.language, "topics", word)
                yield Fault(path, what, is_warning=True)
