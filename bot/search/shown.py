"""The entries that an answer showed, read back from its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.terms import fold, terms
from bot.timeline.event import Event

MOST_LINES = 30  # of an answer that are looked at; a page has five entries
FEW = 200  # entries that hold a line's rarest word, each compared with the line
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
