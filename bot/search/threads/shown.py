"""The entries that an answer showed, read back from its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.search.asking.units import Unit, Variant
from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.terms import fold, terms
from bot.search.threads.turns import Shown
from bot.timeline.event import Event

MOST_LINES = 30  # of an answer that are looked at; a page has five entries
FEW = 200  # entries that hold a line's rarest word, each compared with the line
PRINCIPALS = 2  # the first of the people of an entry; those named after them are bystanders
_ID = re.compile(r"(?<![\w-])[\w]+(?:-[\w]+)+(?![\w-])")


def shown_in(text: str, before: Finding, index: Index) -> tuple[Event, ...]:
    """Return the entries whose titles or ids stand in an answer's text, in the order shown.

    `before` is what was found for the question; entries it does not hold are looked up by
    the words of each line, so that the work does not grow with the store.
    """
    folded = _plain(text)
    if not folded:
        return ()
    places: dict[str, tuple[int, Event]] = {}
    named = frozenset(_by_id(text, index))
    for event in (*named, *_by_title(text, before, index)):
        place = folded.find(_plain(event.title))
        if place < 0 and event in named:
            place = folded.find(event.id.lower())
        if place >= 0:
            places.setdefault(event.id, (place, event))
    return tuple(event for _, event in sorted(places.values(), key=lambda pair: pair[0]))


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


def _by_id(text: str, index: Index) -> Iterable[Event]:
    """Yield what is called by an id of several words; a single one may be said of others."""
    found = (index.timeline.get(run[0]) for run in _ID.finditer(text))
    return (event for event in found if event is not None)


def _by_title(text: str, before: Finding, index: Index) -> Iterable[Event]:
    yield from (match.event for match in before.matches)
    for line in re.split(r"[\n;]", text)[:MOST_LINES]:
        stems = {term.stem for term in terms(line)}
        rarest = sorted((len(posting), stem) for stem in stems if (posting := index.posting(stem)))
        for size, stem in rarest[:2]:
            if size <= FEW:
                yield from (index.events[number] for number, _ in index.posting(stem).items())


def shown_by(said: str, before: Finding, index: Index) -> Shown:
    """Return the entries of the last answer: as told in its text, or else as found again."""
    listed = shown_in(said, before, index)
    is_in_order = before.outcome is Outcome.PERIOD
    if len(listed) == 1:
        return Shown(
            listed,
            is_in_order=is_in_order,
            people=_named(listed[0].people[:PRINCIPALS], "people", index),
            bodies=_named(listed[0].organisations, "organisations", index),
            places=_named(listed[0].places[:1], "places", index),
            is_series=before.is_series,
        )
    if listed:
        return Shown(listed, is_listed=True, is_in_order=is_in_order)
    events = tuple(match.event for match in before.matches[: before.answering])
    return Shown(events, is_in_order=is_in_order, is_series=before.is_series)


def _named(names: Sequence[str], kind: str, index: Index) -> tuple[Unit, ...]:
    keys = [(name, concept_key(name)) for name in names]
    return tuple(
        Unit(
            fold(name),
            (Variant((key,), 1.0, "name"),),
            index.rarity(key),
            is_name=True,
            kinds=(kind,),
        )
        for name, key in keys
        if len(index.posting(key))
    )
