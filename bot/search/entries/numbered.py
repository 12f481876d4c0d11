"""What is called by the same words and a number: after "Apollo 4" comes "Apollo 5"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.search.asking.units import Unit, is_everywhere, keys_of
from bot.search.asking.which_one import Occasion, Which
from bot.search.entries.counted import ordinal_words
from bot.search.index import Index
from bot.search.language.forms import BEGINS, ends_behind
from bot.search.query import Query
from bot.search.terms import fold, stem, terms, tokens
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.search.weighing.scoring import MET, Candidate
from bot.timeline.event import Event

_SIGN = r"(?:no\.?|nr\.?|number|#|№)"
_TO_NUMBER, _NO_SHARE = re.compile(rf" ?(?:{_SIGN} ?)?"), re.compile(r"\b(?! ?%)")
_CALLED = re.compile(
    rf"(?P<name>(?:[^\W\d]\w* ){{0,2}}[^\W\d]\w{{2,}}) (?:{_SIGN} ?)?"
    r"(?P<number>\d{1,3})(?P<letter>[a-z]?)\b"
)
# A thing and its number, which is no year: "Agreement No. 8", "COP3".
_NUMBERED_THING = re.compile(
    rf"(?P<thing>[^\W\d]{{2,}})[ -]?(?:{_SIGN} ?)?(?!(?:1[5-9]|20)\d\d\b)(?P<number>\d{{1,4}})\b"
    r"(?![.,:/]\d)"
)
FEWEST = 2  # entries that make a series
PLAINLY = 0.68  # how strongly these must hold what is asked for: in a title, or by a synonym


class Call(NamedTuple):
    """How a title begins: "servicing mission", 3, "b"."""

    name: str
    number: int
    letter: str


def call_of(title: str) -> Call | None:
    """Return the words and the number that a title begins with, or None."""
    said = _CALLED.match(fold(title))
    return said and Call(said["name"], int(said["number"]), said["letter"])


def next_by_number(event: Event, index: Index, *, is_back: bool) -> list[Event]:
    """Return what is called by the next number, or the one before, the nearest first.

    After "3A" comes "3B", and where there is none "4". Empty where the title of `event` does not
    begin with words and a number.
    """
    called = call_of(event.title)
    if called is None:
        return []
    own = number_of(event, index)
    last = own + (-1 if is_back else 1) * reach_of(index)
    low, high = sorted((own, min(max(last, 0), len(index.events))))
    begun = f"{called.name} "
    calls = [
        (call, beside)
        for beside in index.events[low:high]
        if fold(beside.title).startswith(begun) and (call := call_of(beside.title)) is not None
    ]
    side = -1 if is_back else 1
    letter = chr(ord(called.letter) + side) if called.letter else ""
    found = [e for c, e in calls if called.letter and c[1:] == (called.number, letter)]
    found = found or [e for c, e in calls if c.number == called.number + side]
    return sorted(found, key=lambda event: event.date.sort_key, reverse=is_back)


def series_of(event: Event, index: Index) -> list[Event]:
    """Return the entries about `event` that are called by the same words and any number."""
    called = call_of(event.title)
    if called is None:
        return []
    own, reach, begun = number_of(event, index), reach_of(index), f"{called.name} "
    around = index.events[max(own - reach, 0) : own + reach]
    return [e for e in around if fold(e.title).startswith(begun) and call_of(e.title)]


def is_called_by_number(asked: Query, event: Event, index: Index) -> bool:
    """Whether `asked` is the words and the number that the title of `event` begins with."""
    called = call_of(event.title)
    if called is None:
        return False
    numbers = {unit.text for unit in asked.hard if unit.is_number}
    if not numbers and asked.occasion is not None and asked.occasion.which is Which.NTH:
        numbers = {str(asked.occasion.number)}  # "number five"
    own = f"{called.number} {called.letter}".strip()
    words = [unit for unit in asked.hard if not unit.is_number]
    head = called.name.split()[-1]  # "agreement 5" is "Collective Agreement No. 5"
    return numbers == {own} and any(is_name(name, words, index) for name in (called.name, head))


def is_name(name: str, units: Sequence[Unit], index: Index) -> bool:
    """Whether units say all of a name, by its words or by what stands for them, and no more."""
    stems = [term.stem for term in terms(name)]
    ways: list[tuple[frozenset[str], int]] = []
    for found in index.lexicon.find_stems(stems):
        keys = {*found.meaning.groups, *found.meaning.concepts, " ".join(found.phrase)}
        ways.append((frozenset(keys), found.length))
    named = frozenset(stems).union(*(keys for keys, _ in ways))
    said: set[str] = set()
    for unit in units:
        met = [variant for variant in unit.variants if named.issuperset(variant.keys)]
        if not met:
            return False
        said.update(key for variant in met for key in variant.keys)
    whole = any(length == len(stems) and not said.isdisjoint(keys) for keys, length in ways)
    return bool(units) and (whole or said.issuperset(stems))


def numbered_through(
    found: Sequence[Candidate], query: Query, index: Index, *, is_behind: bool = False
) -> list[Candidate]:
    """Return what is called by the words asked for and a number, where these count from 1 on.

    "Servicing Mission 2" is one, and not what tells that a servicing mission is cancelled. Empty
    where there are not several, or where numbers are missing. With `is_behind` only what stands
    right behind the ordinal is asked for: who paid for "the last overhaul" is another matter.
    """
    asked = [n for n, u in enumerate(query.units) if not (u.is_soft or is_everywhere(u))]
    if not is_behind or query.occasion is None:
        return _numbered(found, asked, query, index)
    behind = _right_behind(query.occasion, asked, query)[:MOST_BEHIND]
    lengths = range(len(behind), 0, -1)
    several = (_numbered(found, behind[:length], query, index) for length in lengths)
    return next(filter(None, several), [])


def called_by_number(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> dict[int, Candidate]:
    """Return what is called by the thing asked for and a number, where its number is asked for.

    "Agreement number 5" is no fifth agreement that is called otherwise. Empty where there are
    not several.
    """
    if query.occasion is None or not query.occasion.is_called:
        return {}
    things = keys_of(unit for unit in query.hard if not unit.is_name)
    called: dict[int, Candidate] = {}
    for candidate in candidates:
        call = call_of(index.texts(candidate.number)[0])
        if call is not None and terms(call.name)[-1].stem in things:
            best = called.get(call.number, candidate)
            called[call.number] = max(best, candidate, key=lambda c: c.coverage)
    return called if len(called) >= FEWEST else {}


def has_another_number(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the thing asked for by its number has another one in an entry that holds both.

    "Agreement number 9" is not told by "Agreement No. 8", which brings nine per cent.
    """
    asked = [(n, u) for n, u in enumerate(query.units) if u.text not in ("number", "nr")]
    for (_, thing), (at, unit) in pairwise(asked):
        if not unit.is_number or candidate.strength(at) < MET:
            continue
        if thing.is_number or not _is_called(thing.text, unit.text, query.intent.whole):
            continue
        heads = {key.split()[-1] for v in thing.variants if v.is_direct for key in v.keys}
        event = index.events[candidate.number]
        said = (event.title, event.summary, *event.keywords, event.id.replace("-", " "))
        named = (found for text in said for found in _NUMBERED_THING.finditer(fold(text)))
        told = {found["number"] for found in named if stem(found["thing"]) in heads}
        if told and unit.text not in told:
            return True
    return False


def _is_called(thing: str, number: str, text: str) -> bool:
    """Whether a text calls a thing by its number: "agreement no. 9", not "agreement 9 %"."""
    for end in ends_behind(thing, BEGINS, text):
        sign = _TO_NUMBER.match(text, end)
        at = sign.end() if sign else end
        if text.startswith(number, at) and _NO_SHARE.match(text, at + len(number)):
            return True
    return False


MOST_BEHIND = 12  # things right behind an ordinal; a text of thousands asks for none of them


def _numbered(
    found: Sequence[Candidate], asked: Sequence[int], query: Query, index: Index
) -> list[Candidate]:
    units = [query.units[number] for number in asked]
    if not units or any(unit.is_number for unit in units):
        return []
    names: dict[str, bool] = {}
    series: list[tuple[int, Candidate]] = []
    for candidate in found:
        if any(candidate.strength(number) < PLAINLY for number in asked):
            continue
        called = call_of(index.texts(candidate.number)[0])
        if called is None:
            continue
        if called.name not in names:
            names[called.name] = is_name(called.name, units, index)
        if names[called.name]:
            series.append((called.number, candidate))
    numbers = {number for number, _ in series}
    is_through = numbers == set(range(1, len(numbers) + 1))
    return [candidate for _, candidate in series] if is_through and len(series) >= FEWEST else []


def _right_behind(occasion: Occasion, asked: Sequence[int], query: Query) -> list[int]:
    """Return the numbers of the units that follow one another right behind the ordinal."""
    said = tokens(query.intent.whole)
    words = ordinal_words(occasion)
    at = next((at for at, word in enumerate(said) if word in words), len(said))
    rest = f"{' '.join(said[at + 1 :])} "
    behind: list[int] = []
    while (n := next((n for n in asked if rest.startswith(f"{query.units[n].text} ")), -1)) >= 0:
        behind.append(n)
        rest = rest.removeprefix(f"{query.units[n].text} ")
    return behind


def of_that_number(
    series: Sequence[Candidate], occasion: Occasion, index: Index
) -> Candidate | None:
    """Return the one of a series that is called by the number of the occasion, if it is one."""
    if occasion.which is Which.LAST:
        return None
    calls = ((call_of(index.texts(c.number)[0]), c) for c in series)
    called = [c for call, c in calls if call is not None and call.number == occasion.number]
    return called[0] if len(called) == 1 else None
