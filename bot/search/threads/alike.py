"""The next entry of the kind of the one shown, and the next deed of somebody in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice

from bot.search.index import Index
from bot.search.indexing.lexicon import tag_key
from bot.search.terms import fold, terms
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.search.weighing.scoring import NAMED
from bot.timeline.event import Event

# What entries of one kind share with each other, 0 to 1 each, and how much that counts:
# a series is marked by its tags and told in the same words, mostly of the same place.
BY_TAGS, BY_TITLE, BY_PERSON, BY_PLACE, BY_LINK = 1.0, 1.0, 0.5, 0.5, 0.5

LEAST_LIKE = 0.5  # of that; what shares less is another thing
MUCH_LIKE = 0.7  # of the likest; of those so much alike the nearest in time comes next
CLOSE, MOST_SUCCESSORS = 0.85, 3  # of the likeliest successor; and how many are named

# Words by which a title says that somebody or something came in another's place.
_IN_PLACE = re.compile(
    r"\b(?:new(?! year)|successor|succeeds?|succeeded|replac\w+|substitut\w+|instead|in place of"
    r"|tak(?:es?|ing) (?:over|charge|office|the chair|the place)|took (?:over|charge|office))\b"
)
# Words by which a title says that somebody took an office.
TAKES_OFFICE = re.compile(
    r"\b(?:becomes|elects?|elected|chosen|appoints?|appointed|succeeds|named|starts as"
    r"|(?:tak(?:es|ing)|take(?= \w+ as\b)) (?:over|charge|office|the chair)"
    r"|(?:returns|comes back|is back) (?:for a \w+ (?:spell|term|time) )?as)\b"
)
BY_SAYING_SO = 1.0
ROUND, MUCH_ALIKE = 40, 2.0  # entries before and after; likeness of two of one story


def next_alike(
    event: Event, index: Index, *, holding: Sequence[AbstractSet[str]] = (), is_back: bool = False
) -> list[Event]:
    """Return the entries of the kind of `event` after it, or before it, the nearest first.

    Each of them holds some key of every set of `holding`.
    """
    numbers = _before(event, index) if is_back else _after(event, index)
    held = (number for number in numbers if _holds_all(number, holding, index))
    own = number_of(event, index)
    alike = {number: likeness(own, number, index) for number in held}
    most = max(alike.values(), default=0.0)
    floor = max(LEAST_LIKE, MUCH_LIKE * most)
    return [index.events[number] for number, value in alike.items() if value >= floor]


def likeness_beside(event: Event, index: Index) -> dict[int, float]:
    """Return how much the entries round `event` are like it, 0 to 1, by number."""
    own = number_of(event, index)
    numbers = range(max(own - ROUND, 0), min(own + ROUND + 1, len(index.events)))
    return {
        number: min(1.0, likeness(own, number, index) / MUCH_ALIKE)
        for number in numbers
        if number != own
    }


def holders_beside(
    event: Event, index: Index, *, holding: Sequence[AbstractSet[str]], is_back: bool
) -> list[Event]:
    """Return what lies after `event`, or before it, and holds a key of every set, nearest first."""
    numbers = _before(event, index) if is_back else _after(event, index)
    return [index.events[number] for number in numbers if _holds_all(number, holding, index)]


def successors_of(event: Event, index: Index) -> list[Event]:
    """Return what came in the place of `event`, or of whom or what it tells, the likeliest first.

    Such an entry is of its kind or belongs to it, and mostly says that it is new, or instead.
    """
    own = number_of(event, index)
    of_it = frozenset((event.id, *event.related))
    worth: dict[int, float] = {}
    saying = set[int]()
    titled: list[int] = []
    told: list[int] = []
    for number in _after(event, index):
        other = index.events[number]
        worth[number] = likeness(own, number, index)
        says_so = [bool(_IN_PLACE.search(fold(text))) for text in (other.title, other.summary)]
        is_another = bool(event.people and other.people) and event.people[0] not in other.people
        says_so[0] |= is_another and bool(TAKES_OFFICE.search(fold(other.title)))
        worth[number] += BY_SAYING_SO * says_so[0]
        if says_so[0]:
            saying.add(number)
        if any(says_so) and not of_it.isdisjoint((other.id, *other.related)):
            (titled if says_so[0] else told).append(number)
    most = max(worth.values(), default=0.0)
    floor = {True: max(LEAST_LIKE, MUCH_LIKE * most), False: max(LEAST_LIKE, CLOSE * most)}
    alike = [number for number, value in worth.items() if value >= floor[number in saying]]
    found = dict.fromkeys((*titled, *told, *alike))
    return [index.events[number] for number in found][:MOST_SUCCESSORS]


def next_with(
    event: Event, index: Index, *, holding: Sequence[AbstractSet[str]], most: int
) -> list[Event]:
    """Return what comes after `event` and holds some key of every set, the nearest first."""
    numbers = (*_same_day(event, index), *_after(event, index))
    held = (number for number in numbers if _holds_all(number, holding, index))
    return [index.events[number] for number in islice(held, most)]


def _after(event: Event, index: Index) -> Iterator[int]:
    last = event.date.latest
    _, start = index.numbers_between(event.date.earliest, last)
    return iter(range(start, min(start + reach_of(index), len(index.events))))


def _same_day(event: Event, index: Index) -> Iterator[int]:
    """Yield what goes on with `event` on its own day, and is no longer than it."""
    start, end = index.numbers_between(event.date.earliest, event.date.latest)
    for number in range(start, min(start + reach_of(index), end)):
        other = index.events[number]
        if event.id in other.related and event.date.latest >= other.date.latest:
            yield number


def _before(event: Event, index: Index) -> Iterator[int]:
    end, _ = index.numbers_between(event.date.earliest, event.date.latest)
    numbers = range(end - 1, max(end - reach_of(index), 0) - 1, -1)
    return (n for n in numbers if index.events[n].date.latest < event.date.earliest)


def _holds_all(number: int, holding: Sequence[AbstractSet[str]], index: Index) -> bool:
    return all(any(index.strength(key, number) >= NAMED for key in keys) for keys in holding)


def likeness(number: int, other: int, index: Index) -> float:
    """Return how far another entry is of the kind of the one of that number, 0 to 3.5."""
    event, beside = index.events[number], index.events[other]
    value = BY_TAGS * _share(map(tag_key, event.tags), map(tag_key, beside.tags), index)
    names = {term.stem for name in event.people for term in terms(name)}
    said = [stem for stem in index.title_terms[number] if stem not in names]
    value += BY_TITLE * _share(said, index.title_terms[other], index)
    if event.people and event.people[:1] == beside.people[:1]:
        value += BY_PERSON
    if not frozenset(event.places).isdisjoint(beside.places):
        value += BY_PLACE
    if event.id in beside.related or beside.id in event.related:
        value += BY_LINK
    return value


def _share(keys: Iterable[str], others: Iterable[str], index: Index) -> float:
    """Return how much of what one entry holds another holds too; numbers tell them apart."""
    own = {key: index.rarity(key) for key in keys if not key.isdigit()}
    total = sum(own.values())
    return sum(own.get(key, 0.0) for key in set(others)) / total if total else 0.0
