"""Journeys and meetings that a question asks for: that one came to a place, or met another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from bot.search.asking.intent import Asked
from bot.search.asking.units import EVERYWHERE, Unit, Variant
from bot.search.index import Index
from bot.search.indexing.lexicon import is_tag, tag_key
from bot.search.language.forms import ends_behind
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.query import Query
from bot.search.terms import stem, terms

# Words of a journey and of a meeting; what the data groups with them, and its tags, stand beside.
_JOURNEYS = tuple(map(stem, "visit trip travel journey tour arrive stay mission".split()))
MEETINGS = tuple(map(stem, "meet meeting summit".split()))
_RECEIVING = tuple(map(stem, "receive host welcome".split()))  # by whom one is met
COMING_IN = frozenset(map(stem, "arrive reach cross enter".split()))
_ARRIVALS = (*COMING_IN, *map(stem, "come go fly sail".split()))
_MOVES = (*_ARRIVALS, *map(stem, "leave return depart spend".split()))

# A word so common is no name that people share ("will", "long"): log10 of uses in a billion.
AS_COMMON_AS_A_WORD = 5.0
MOST_NAMES = 20_000  # among which namesakes are looked for, one by one
LESS_TOLD = 5  # times fewer entries than the most told of them, and a namesake is not meant
PLAIN = 0.95  # how strongly a journey to Oslo meets "visit" and "Norway", as by a name
PRINCIPALS = 2  # the first of the people of an entry; those named after them are bystanders
_IN_PERSON = frozenset([Asked.COUNT, Asked.YES_NO])  # no message to the place will do
_PRESENCE = frozenset([Asked.COUNT, Asked.YES_NO, Asked.WHEN])
_NEVER = frozenset("didnt never not не".split())  # an entry that tells so shows no encounter
_BY = re.compile(r"\b(?:visited|received|hosted|welcomed) by\b")
_NEXT = re.compile(r"\b(?:next|previous)\b")
_WITH = re.compile(r"\b(?:with|alongside)\b")
_TO = re.compile(r"\b(?:to|in|into|в|во|на)\s+(?:the\s+)?\Z")


@dataclass(frozen=True, slots=True)
class Encounter:
    """What is asked: that `person` came to `place`, met `other`, or both.

    `place` is the number of a unit of the query; keys are those of the lexicon.
    """

    person: frozenset[str]
    other: frozenset[str]
    place: int | None
    where: frozenset[str]
    is_meeting: bool
    is_led: bool  # somewhere that no entry is told from others by: "to the north"
    is_any: bool  # "when was she in Oslo" is told by whatever she did there
    kinds: frozenset[str]  # words and groups by which titles tell of one
    tags: tuple[str, ...]  # by which entries are marked as one
    tagging: frozenset[str]  # the ids of the timelines that have these tags
    words: frozenset[str]  # of the question that tell of a meeting or of a way gone


def read_encounter(query: Query, index: Index) -> Encounter | None:
    """Return the journey or meeting that is all that `query` asks for, if it is one."""
    known = query.memo.get("encounter")
    if known is None:
        # Where nobody is curated, nobody travels nor meets.
        known = (_read_encounter(query, index) if index.lexicon.kinds else None,)
        query.memo["encounter"] = known
    found: Encounter | None = known[0]
    return found


def _read_encounter(query: Query, index: Index) -> Encounter | None:
    units = _with_namesakes(query.units, index)
    people = [unit for unit in units if "people" in unit.kinds and unit.variants]
    if not people or len(people) > PRINCIPALS or not _NEVER.isdisjoint(query.said):
        return None
    is_joined = len({unit.is_earlier for unit in people}) > 1  # "did Ada see him?"
    places = [n for n, unit in enumerate(query.units) if "places" in unit.kinds and unit.variants]
    rest = [
        unit
        for n, unit in enumerate(units)
        if unit not in people and n not in places and not unit.is_soft
    ]
    is_journey = is_meeting = is_led = False
    is_counted = query.occasion is not None or _NEXT.search(query.intent.rest) is not None
    for unit in rest:
        if is_joined and unit.is_earlier:
            return None  # what one of the two did before the other was named
        if _asks_for(unit, _JOURNEYS, index):
            is_journey = True
        elif _asks_for(unit, MEETINGS, index):
            is_meeting = True
        elif is_counted and places and _asks_for(unit, _ARRIVALS, index):
            is_journey = True
        elif is_counted and len(people) == PRINCIPALS and _asks_for(unit, _RECEIVING, index):
            is_meeting = True
        elif unit.variants and unit.weight > EVERYWHERE:
            return None
        elif unit.variants and any(ends_behind(unit.text, _TO, query.intent.rest)):
            is_led = True
    if not (is_journey or is_meeting):
        is_asked = query.asked in _PRESENCE or is_counted
        is_beside = len(people) == 1 or _WITH.search(query.intent.rest)  # "in Oslo with Bob"
        is_there = (is_asked and is_beside) or _begins_there(people, places, query)
        if not places or not is_there:
            return None
    if not is_journey and is_meeting and len(people) < PRINCIPALS:
        return None
    if _BY.search(query.intent.rest):
        people.reverse()
    place = _destination(places, query) if places else None
    kinds = _kind_keys((*MEETINGS, *_JOURNEYS, *_MOVES), index)
    tags = tuple(key for key in kinds if is_tag(key))
    return Encounter(
        person=people[0].keys,
        other=people[1].keys if len(people) > 1 else frozenset(),
        place=place,
        where=keys_of_place(query.units[place], index) if place is not None else frozenset(),
        is_meeting=is_meeting and not is_journey,
        is_led=is_led,
        is_any=not (is_journey or is_meeting)
        and not (tags and (query.asked in _IN_PERSON or is_counted)),
        kinds=_kind_keys(MEETINGS, index) if is_meeting and not is_journey else kinds,
        tags=tags,
        tagging=frozenset(
            info.id
            for info in index.timeline.infos
            if any(tag_key(tag) in tags for tag, _ in info.tags)
        ),
        words=frozenset(
            word
            for unit in rest
            for word in map(stem, unit.text.split())
            if word in _MOVES or (is_meeting and not is_journey and word not in FUNCTION_WORDS)
        ),
    )


def _with_namesakes(units: tuple[Unit, ...], index: Index) -> tuple[Unit, ...]:
    """Let a name that many people share mean whichever of them: "Ada's last talks with Kim"."""
    if sum("people" in unit.kinds for unit in units) >= PRINCIPALS:
        return units
    return tuple(map(partial(_as_namesakes, index=index), units))


def _as_namesakes(unit: Unit, index: Index) -> Unit:
    if unit.is_name or unit.is_soft or not unit.variants or " " in unit.text:
        return unit
    if len(index.lexicon.kinds) > MOST_NAMES or unit.usage >= AS_COMMON_AS_A_WORD:
        return unit
    by_name = index.namesakes
    sharing = by_name.get(unit.text) or by_name.get(unit.text.removesuffix("s"), ())
    if len(sharing) < 2:
        return unit
    # Alone the name means those of whom the timeline tells, not whoever else bears it.
    told = [index.count(key) for key in sharing]
    meant = tuple(key for key, n in zip(sharing, told, strict=True) if n * LESS_TOLD >= max(told))
    variants = (*unit.variants, Variant(meant, 1.0, "name"))
    return replace(unit, variants=variants, kinds=("people",))


def _begins_there(people: list[Unit], places: list[int], query: Query) -> bool:
    """Whether the question begins with people at a place: "Ada and Bob in Oslo".

    Whatever was asked of it besides, they have to have been there.
    """
    who = (*" and ".join(unit.text for unit in people).split(), "in")
    wheres = [tuple(query.units[number].text.split()) for number in places]
    starts = (at for at in (0, 1) if query.said[at : at + len(who)] == who)  # "so Ada in Oslo"
    ends = [at + len(who) for at in starts]
    return any(query.said[end : end + len(one)] == one for end in ends for one in wheres)


def keys_of_place(unit: Unit, index: Index) -> frozenset[str]:
    """Return the keys of a place as the goal of a journey.

    A capital may stand for its country in all else: but who comes to Norway has not been in Oslo.
    """
    found = index.lexicon.find(terms(unit.text))
    places = frozenset(key for one in found for key in one.meaning.concepts if not is_tag(key))
    is_inside = any(index.lexicon.around.get(place) for place in places)
    return places if is_inside else unit.keys


def _asks_for(unit: Unit, words: tuple[str, ...], index: Index) -> bool:
    if not unit.variants:
        return stem(unit.text) in words  # that no entry has the word, its deed may be told
    return not unit.is_name and not unit.keys.isdisjoint(_kind_keys(words, index))


def _kind_keys(words: tuple[str, ...], index: Index) -> frozenset[str]:
    """Return the words, the groups that the data puts them in, and the tags of both."""
    found = index.kin.get(words)
    if found is None:  # of the few lists of words of this room
        found = index.kin[words] = _read_kind_keys(words, index)
    return found


def _read_kind_keys(words: tuple[str, ...], index: Index) -> frozenset[str]:
    keys = set(words)
    for word in words:
        meaning = index.lexicon.meaning_of((word,))
        keys.update(meaning.groups)
        keys.update(key for key in meaning.concepts if is_tag(key))
    for key in tuple(keys):
        keys.update(index.lexicon.tags_of.get(key, ()))
    return frozenset(keys)


def _destination(places: list[int], query: Query) -> int:
    """Return the place after a preposition of direction, or else the last one named."""
    for number in places:
        if any(ends_behind(query.units[number].text, _TO, query.intent.rest)):
            return number
    return places[-1]
