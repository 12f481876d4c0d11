"""An entry that is itself of the kind asked for: "the spacewalk before Bob's" is one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.search.dates.times import is_within
from bot.search.entries.called import is_called
from bot.search.entries.encounters import read_encounter
from bot.search.entries.kinds import Way, ways_of
from bot.search.entries.occasions import best_of_each, called_so
from bot.search.entries.roles import place_of
from bot.search.entries.told_encounters import find_fitting
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.query import Query
from bot.search.terms import fold, terms
from bot.search.weighing.scoring import Candidate
from bot.timeline.event import Event

# Of the best score, for entries that a description may mean as well; more of them where it says
# little, as in "the one of 2024".
AS_GOOD, AS_LIKELY, MOST_MEANT = 0.9, 0.5, 6
_SIDES = {
    True: re.compile(
        r"\b(?:after|following|since|in the wake of|because of|owing to|due to"
        r"|после|вслед за|из-за)\b"
    ),
    False: re.compile(r"\b(?:before|until|till|ahead of|prior to|до|перед|накануне)\b"),
}
_AFTERMATH = re.compile(r"\b(?:after|following|in the wake of)\b")
_CLAUSE_END = re.compile(r"[,;:] ")
MOST_TOLD = 100  # occasions whose titles are read for a side
WORDS_NEAR, RIGHT_BEHIND = 6, 3  # after "after", among which a title says what it came after


def read_kin(
    numbers: Sequence[int], base: Finding, rest: Query, index: Index, *, is_one: bool = False
) -> tuple[Event, Sequence[int]] | None:
    """Return the likeliest entry of `base` that is of the kind `rest` asks for, and that kind.

    It is one of the occasions `numbers`, or meets all that is asked for by a tag, its id or a
    word; then of its kind is what meets it in the same way. With `is_one` the description says
    little beside its kind, and more of the entries found for it may be meant; so may one whose
    id names all of it.
    """
    if not base.matches or not rest.hard:
        return None
    asked = [unit for unit in base.query.hard if unit.variants]
    best = base.matches[0].score
    # What was counted out, "the last treaty", is meant and none beside it.
    is_counted = base.query.occasion is not None and base.answering == 1
    likely = base.matches[: 1 if is_counted else MOST_MEANT]
    named = {
        match.event.id: sum(is_called(match.event.id, unit, index) for unit in asked)
        for match in likely
    }
    meant = [
        match.event
        for match in likely
        if is_within(match.event, base.query.phrases)
        and match.score
        >= (AS_LIKELY if is_one or named[match.event.id] == len(asked) else AS_GOOD) * best
    ]
    meant.sort(key=lambda event: -named[event.id])
    among = {index.events[number].id for number in numbers}
    if read_encounter(rest, index) is not None:
        event = next((event for event in meant if event.id in among), None)
        if event is not None:
            return event, numbers
    found = find_fitting(rest, index)
    by_id = {index.events[candidate.number].id: candidate for candidate in found}
    called = called_so(found, rest, index)
    so_called = {index.events[candidate.number].id for candidate in called}
    for event in meant:
        if event.id in so_called:
            return event, best_of_each(called, index)
    for event in meant:
        candidate = by_id.get(event.id)
        ways = candidate and ways_of(candidate, rest, index)
        if ways:
            return event, best_of_each(_meeting(found, ways, index), index)
        if event.id in among:
            return event, numbers
    return None


def _meeting(found: Sequence[Candidate], ways: Sequence[Way], index: Index) -> list[Candidate]:
    """Return what meets all, or where nothing else does, all but what words alone tell."""
    kind = [c for c in found if all(way.is_met(c, index) for way in ways)]
    telling = [way for way in ways if way.unit.is_name or not way.least]
    if len(kind) > 1 or not any(not way.least for way in ways):
        return kind
    return [c for c in found if all(way.is_met(c, index) for way in telling)]


def has_side(event: Event, *, is_after: bool) -> bool:
    """Whether a title says itself that its event came after, or before, something."""
    return _SIDES[is_after].search(fold(event.title)) is not None


def tells_side(event: Event, anchor: Query, *, is_after: bool) -> bool:
    """Whether a title says itself that its event came after, or before, what `anchor` describes.

    "The king's visit after the war" asks for that visit, not for the next one.
    """
    keys = (key for unit in anchor.hard for variant in unit.variants for key in variant.keys)
    words = {word for key in keys for word in key.split()}
    told = _told_behind(event, is_after=is_after)
    return any(not words.isdisjoint(stems[:WORDS_NEAR]) for stems in told)


def _told_behind(event: Event, *, is_after: bool) -> Iterator[list[str]]:
    """Yield the stems that stand behind each "after", or "before", of a title."""
    said = fold(event.title)
    for found in _SIDES[is_after].finditer(said):
        yield [term.stem for term in terms(_clause(said, found))]


def came_after(event: Event, anchor: Query, index: Index) -> bool:
    """Whether a title tells, in whatever words, that its event came after what is described."""
    said = fold(event.title)
    behind = (terms(_clause(said, found)) for found in _AFTERMATH.finditer(said))
    return any(place_of(unit, told, index) >= 0 for told in behind for unit in anchor.hard)


def _clause(said: str, found: re.Match[str]) -> str:
    return _CLAUSE_END.split(said[found.end() :], maxsplit=1)[0]


def _names_side(event: Event, anchor: Query, *, is_after: bool) -> bool:
    """Whether one thing described stands with all its words right behind "after" in a title."""
    keys = [v.keys for unit in anchor.hard for v in unit.variants]
    words = [frozenset(word for key in some for word in key.split()) for some in keys]
    return any(
        any(one.issubset(stems[:RIGHT_BEHIND]) for one in words)
        for stems in _told_behind(event, is_after=is_after)
    )


def naming_side(
    numbers: Sequence[int], anchor: Query, index: Index, *, is_after: bool
) -> list[Event]:
    """Return those of the events whose titles say the side: "comes again before the war"."""
    if len(numbers) > MOST_TOLD:
        return []
    events = [index.events[number] for number in numbers]
    return [event for event in events if _names_side(event, anchor, is_after=is_after)]


def is_beside(event: Event, described: Query) -> bool:
    """Whether a title says that its event came after or before the one thing described.

    What says that it came "since the plague" is not the plague.
    """
    return len(described.hard) == 1 and any(
        _names_side(event, described, is_after=side) for side in (True, False)
    )
