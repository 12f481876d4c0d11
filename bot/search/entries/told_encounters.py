"""Journeys and meetings as entries tell them: whether one is what was asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.search.entries.encounters import (
    MEETINGS,
    PLAIN,
    PRINCIPALS,
    Encounter,
    read_encounter,
)
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.query import Query
from bot.search.terms import fold, stem
from bot.search.weighing.scoring import (
    MANY_ENOUGH,
    MOST_CANDIDATES,
    Candidate,
    Few,
    find_candidates,
    weigh,
    weight_of,
)

# The one who receives, sends or shows round does not travel; the other one does.
_HOSTS = frozenset(map(stem, "receive host welcome greet send dispatch invite show".split()))

_PASSIVE = frozenset(map(stem, "is was are were".split()))  # "is received": this one travels

# What is said or planned has not happened, and who writes or telephones is not there.
_SAID_WORDS = """
say report announce confirm invite expect plan promise want hope may will would might willing ask
urge cancel postpone deny decline refuse miss prepare congratulate condole telephone phone greeting
telegram
"""
_SAID = frozenset(map(stem, _SAID_WORDS.split()))
# What is written speaks of it from afar: "Ada's message speaks of a meeting".
_WRITTEN = frozenset(map(stem, "message letter note greeting telegram speech".split()))
_DIRECTION = frozenset(map(stem, "to for into visit reach enter tour cross".split()))

# Who is on the way with somebody: "Ada's crew reaches Oslo" tells that she does.
_COMPANY = frozenset("party team crew expedition men companions convoy train plane ship".split())

PUSHED_BACK = 0.8  # of its coverage, for an entry that is another one's journey or meeting


@dataclass(frozen=True, slots=True)
class _Named:
    """A person whom a title names, from its `start` to its `end` term."""

    keys: frozenset[str]
    start: int
    end: int
    is_owner: bool  # "Ada's letter" is not Ada


def is_encounter(number: int, asked: Encounter, index: Index) -> bool:
    """Whether the event of that number is a journey or meeting as it was asked for."""
    event = index.events[number]
    title = tuple(term.stem for term in index.title(number).terms)
    is_told = _is_kind(number, title, asked, index)
    if not is_told and (event.timeline in asked.tagging or not asked.is_meeting):
        return False
    if asked.where and not _is_there(number, title, asked, index):
        return False
    named = _people_in_title(number, index)
    principals = [frozenset((concept_key(name),)) for name in event.people[:PRINCIPALS]]
    if not asked.other:
        if not named and _HOSTS.isdisjoint(title):
            # A crew or delegation. Where journeys are tagged, those named later may be bystanders.
            most = PRINCIPALS if event.timeline in asked.tagging else len(event.people)
            return any(concept_key(name) in asked.person for name in event.people[:most])
        return _travels(asked.person, named, principals, title)
    both = (asked.person, asked.other)
    if not is_told:  # "Ada and Bob shake hands": whatever two do together is a meeting
        pair = named[0].end < len(title) and title[named[0].end] == "and" if named else False
        is_both = all(any(not who.isdisjoint(one.keys) for one in named[:2]) for who in both)
        return pair and is_both and _SAID.isdisjoint(title)
    if asked.is_meeting:
        # "Ada comes and meets Bob", whoever else was there.
        met = [one.keys for at, one in enumerate(named) if at and title[one.start - 1] in MEETINGS]
        return all(_is_present(one, named, [*principals, *met]) for one in both)
    about = [*principals, *(one.keys for one in named)]
    if all(not asked.person.isdisjoint(one.keys) for one in named):
        about += [frozenset((concept_key(name),)) for name in event.people]
    is_other_there = any(not asked.other.isdisjoint(one) for one in about)
    return is_other_there and _travels(asked.person, named, principals, title)


def find_fitting(query: Query, index: Index, *, few: Few = MANY_ENOUGH) -> list[Candidate]:
    """Return the candidates for `query`, best first, a journey or meeting judged as such.

    One that is what was asked for holds the place by lying in it and the deed by its kind;
    any other is pushed back, however many of the words it holds. Of others no more than a `few`
    are needed that explain little.
    """
    asked = read_encounter(query, index)
    if asked is None:
        return find_candidates(query, index, few=few)
    found = find_candidates(query, index)
    known = {candidate.number for candidate in found}
    weighed = [
        _made_plain(c, query) if is_encounter(c.number, asked, index) else _pushed_back(c)
        for c in found
    ]
    # They may say little of the question in its words, and so be no candidates by themselves.
    held = {n for key in asked.person for n in index.posting(key).strongest(MOST_CANDIDATES)[0]}
    others = [n for n in sorted(held - known) if is_encounter(n, asked, index)]
    weighed += [_made_plain(candidate, query) for candidate in weigh(others, query, index)]
    return sorted(weighed, key=lambda c: (-c.coverage, c.number))


def _made_plain(candidate: Candidate, query: Query) -> Candidate:
    met, coverage = dict(candidate.met), candidate.coverage
    asked = sum(weight_of(unit) for unit in query.units if not unit.is_soft)
    for number, unit in enumerate(query.units):
        missing = PLAIN - candidate.strength(number)
        if unit.variants and not unit.is_soft and missing > 0:
            met[number] = (PLAIN, unit.variants[0])
            coverage += missing * weight_of(unit) / max(asked, 1e-6)
    return candidate.met_by(met, coverage)


def _pushed_back(candidate: Candidate) -> Candidate:
    candidate.coverage *= PUSHED_BACK
    return candidate


def _is_kind(number: int, title: tuple[str, ...], asked: Encounter, index: Index) -> bool:
    """Whether the title tells of a journey or meeting, or else the event is tagged as one.

    A title that says or plans it before does not tell it: "Minister says the king will come".
    Without a place any audience would do as a journey, so the title itself must tell of it.
    """
    clause = title.index("that") if "that" in title else len(title)  # what is only said in it
    telling = (
        at
        for at, one in enumerate(title[:clause])
        if one in asked.kinds or not asked.kinds.isdisjoint(index.lexicon.meaning_of((one,)).groups)
    )
    told = next(telling, None)
    if not _SAID.isdisjoint(title[: len(title) - 1 if told is None else told]):
        return False
    if told is not None and not _WRITTEN.isdisjoint(title[:told]):
        return False
    if told is None and not (asked.where or asked.is_led or asked.other):
        return False
    if told is None and not asked.words.isdisjoint(title):
        return True
    if asked.is_any or (index.events[number].timeline not in asked.tagging and asked.where):
        return True  # who was at a place has come there
    is_tagged = any(index.strength(key, number) > 0 for key in asked.tags)
    if index.events[number].timeline in asked.tagging:
        # Its curator has a tag for these; but "reaches the Pole" tells who reached it without.
        return is_tagged or not asked.words.isdisjoint(title)
    return is_tagged or told is not None


def _is_there(number: int, title: tuple[str, ...], asked: Encounter, index: Index) -> bool:
    """Whether the event's title leads to the place asked for, or one of its places lies in it.

    Of an entry that leads the one asked about elsewhere ("sets out for Oslo") a place may be
    the start, unless the title names it too ("stops in Bergen on the way to Oslo").
    """
    known = index.lexicon
    led, named, is_named = [], set[str](), False
    for found in index.title(number).phrases:
        places = [c for c in found.meaning.concepts if known.kinds.get(c) == "places"]
        named.update(places)
        is_named |= not asked.person.isdisjoint(found.meaning.concepts)
        if not _DIRECTION.isdisjoint(title[max(0, found.start - 2) : found.start]):
            led += places
    if any(lies_in(place, asked.where, index) for place in led):
        return True
    around = {region for key in asked.where for region in known.around.get(key, ())}
    is_led_away = is_named and led and around.isdisjoint(led)
    if is_led_away and not any(lies_in(place, asked.where, index) for place in named):
        return False
    places = [concept_key(name) for name in index.events[number].places]
    return any(lies_in(place, asked.where, index) for place in places)


def lies_in(place: str, where: frozenset[str], index: Index) -> bool:
    """Whether the place of that key is one of those asked for, or lies in one."""
    around = index.lexicon.around.get(place, ())
    return not where.isdisjoint((place, *around, *index.lexicon.expansions.get(place, ())))


def _people_in_title(number: int, index: Index) -> Sequence[_Named]:
    found: tuple[_Named, ...] | None = index.named.get(number)
    if found is None:
        found = index.named.keep(number, tuple(_find_people(number, index)))
    return found


def _find_people(number: int, index: Index) -> Iterator[_Named]:
    folded, found_terms = fold(index.events[number].title), index.title(number).terms
    may_own = "'" in folded or "\u2019" in folded
    for found in index.title(number).phrases:
        keys = frozenset(
            key for key in found.meaning.concepts if index.lexicon.kinds.get(key) == "people"
        )
        if keys:
            end = found.start + found.length
            if found_terms[end : end + 1] and found_terms[end].text in _COMPANY:
                end += 1  # "Ada's party" is Ada and others
                yield _Named(keys, found.start, end, is_owner=False)
                continue
            words = r"\W+".join(re.escape(term.text) for term in found_terms[found.start : end])
            owner = rf"\b{words}['\u2019](?:s\b|(?=\s|$))"
            yield _Named(keys, found.start, end, may_own and bool(re.search(owner, folded)))


def _travels(
    person: frozenset[str],
    named: Sequence[_Named],
    principals: Sequence[frozenset[str]],
    title: tuple[str, ...],
) -> bool:
    """Whether the entry tells that the person was on the way or there, not at home."""
    for at, one in enumerate(named):
        if person.isdisjoint(one.keys) or one.is_owner:
            continue
        if at == 0 or title[named[0].end : one.start] == ("and",):
            deed = title[one.end : one.end + 2]
            return _HOSTS.isdisjoint(deed) or not _PASSIVE.isdisjoint(deed)
        between = title[named[at - 1].end : one.start]
        is_received = not _HOSTS.isdisjoint(between) or not set(MEETINGS).isdisjoint(between)
        return at == 1 and not named[0].is_owner and is_received
    # Who begins the people and is not named is described: "the spy chief calls on Bob".
    is_first = bool(principals) and not person.isdisjoint(principals[0])
    return is_first and all(one.start > 0 or not person.isdisjoint(one.keys) for one in named)


def _is_present(
    person: frozenset[str], named: Sequence[_Named], principals: Sequence[frozenset[str]]
) -> bool:
    """Whether the person is one of the two whom the entry is about, not one who only wrote."""
    if any(one.is_owner and not person.isdisjoint(one.keys) for one in named):
        return False
    return any(not person.isdisjoint(one) for one in principals)
