"""How many people were killed, sent or freed: entries that tell the number of just that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit, keys_of
from bot.search.entries.amounts import how_many_of, is_count, places_of
from bot.search.entries.named_people import PERSONS
from bot.search.index import Index
from bot.search.indexing.lexicon import is_tag
from bot.search.language.forms import Form
from bot.search.language.irregular import is_verb_form
from bot.search.query import Query
from bot.search.terms import Term, terms
from bot.search.weighing.scoring import MET, Candidate

IN_TITLE, BELOW = 2, 1  # how plainly it is told
WORDS_BEFORE, WORDS_AFTER = 7, 4  # from what happened to a number: "300 of its men had died"
BESIDE = 3  # words before a deed and behind its number, among which stands whose they were

# Of these a number tells by itself what happened to so many.
_FATES = re.compile(
    "dead|deaths?|casualt(?:y|ies)|victims?|loss(?:es)?|fatalit(?:y|ies)|survivors?|prisoners?"
    "|killed|wounded|injured|погибш\\w+|раненых|убитых|жертв|потер\\w+|пленных"
)
_PEOPLE = re.compile(
    rf"(?:.* )?(?:{PERSONS}|miners|guards|fighters|residents|inhabitants|refugees|members|pupils"
    "|civilians|servicemen|personnel|человек|люд(?:ей|и)|солдат|военн\\w+|рабочих|детей|женщин"
    "|мужчин|бойцов|жителей)"
)
# "Belport counts 300 Arlanders killed": that they were soldiers goes without saying.
_WHOEVER = re.compile(
    r"(?:.* )?(?:people|persons|men|soldiers|troops|fighters|servicemen|citizens|человек"
    r"|люд(?:ей|и)|солдат|военн\w+|бойцов)"
)
_PEOPLE_IN_KOREAN = re.compile(
    ".*(?:군|군인|병사|병력|사람|노동자|근로자|포로|학생|주민|승무원)[은는이가을를]?"
)
_FROM_THERE = ("s", "ese", "цев", "ян", "ов")  # "Koreans", "корейцев"
_DID = Form(r"\b(?:did|does|do|have|has|had)\b")
# "20 coffins of soldiers killed": the number is one of something else.
_OF_ELSE = frozenset("of for with".split())
_THOUSANDS = re.compile(r"(?<![\w,])\d{1,3}(?:,\d{3})+(?![\w,])")  # "2,000" is no year
_SENTENCE_END = re.compile(r"[.;!?](?:\s|$)")


class Toll(NamedTuple):
    """What happened, of which it is asked to how many; and by what names these people go."""

    deed: Unit
    of: frozenset[str]  # keys of the index; none where it is asked of people, whoever they are


def asks_toll(query: Query) -> Toll | None:
    """Return what happened to those people of whom a number is asked for, if it is asked so."""
    if query.asked is not Asked.COUNT:
        return None
    things = [unit for unit in query.hard if unit.variants and not unit.is_name]
    deed = next((unit for unit in things if _FATES.fullmatch(unit.text.split()[-1])), None)
    if deed is None and _is_of_people(query):
        deeds = (unit for unit in things if not _PEOPLE.fullmatch(unit.text))
        is_asked_of_doer = _DID.search(query.intent.whole) is not None
        deed = next((unit for unit in deeds if is_asked_of_doer or _is_deed(unit)), None)
    if deed is None:
        return None
    words = set(how_many_of(query))
    named = (u for u in query.hard if u.is_name and not words.isdisjoint(u.text.split()))
    return Toll(deed, keys_of(named))


def _is_deed(unit: Unit) -> bool:
    word = unit.text.split()[0]
    return not word.isascii() or is_verb_form(word)


def _is_of_people(query: Query) -> bool:
    """Whether a number of people is asked for: by what they are, or by where they come from."""
    people = False
    for word in how_many_of(query):
        unit = next((unit for unit in query.hard if word in unit.text.split()), None)
        if unit is not None and _PEOPLE.fullmatch(unit.text):
            return True
        if unit is None or not unit.is_name:
            return people and is_verb_form(word)
        people = word.endswith(_FROM_THERE)
    if people or query.intent.whole.isascii():
        return people
    return any(_PEOPLE_IN_KOREAN.fullmatch(unit.text) for unit in query.hard)


def tells_toll(number: int, toll: Toll, index: Index, *, by_name: bool = False) -> int:
    """Return how plainly the event tells to how many it happened: in its title, below, or 0.

    A number of others who are named beside it tells nothing of those asked about; `by_name`
    these must be named there themselves.
    """
    event = index.events[number]
    if _is_told(event.title, toll, index, by_name=by_name):
        return IN_TITLE
    sentences = _SENTENCE_END.split(event.summary)
    return BELOW * any(_is_told(told, toll, index, by_name=by_name) for told in sentences)


def is_toll_told(number: int, query: Query, index: Index) -> bool:
    """Whether it is asked to how many people something happened, and the event tells that."""
    toll = asks_toll(query)
    return toll is not None and tells_toll(number, toll, index) > 0


def is_of_those(candidate: Candidate, toll: Toll, query: Query, *, in_all: bool = False) -> bool:
    """Whether a candidate holds the names asked for and of whom a number is asked.

    `in_all` it holds all else as well. Where people are asked for by name, it goes without
    saying that they are men or soldiers.
    """
    words = set(how_many_of(query))
    return all(
        candidate.strength(number) >= MET
        for number, unit in enumerate(query.units)
        if not unit.is_soft
        and (in_all or unit.is_name or not words.isdisjoint(unit.text.split()))
        and not (toll.of and _WHOEVER.fullmatch(unit.text))
    )


def is_toll_plain(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether it is asked how many of some people it happened to, and just that is told."""
    toll = asks_toll(query)
    return (
        toll is not None
        and is_of_those(candidate, toll, query, in_all=True)
        and tells_toll(candidate.number, toll, index, by_name=True) > 0
    )


def _is_told(text: str, toll: Toll, index: Index, *, by_name: bool) -> bool:
    told = terms(_THOUSANDS.sub("thousands", text))
    counts = [at for at in range(len(told)) if is_count(told, at)]
    if not counts:
        return False
    return any(
        -WORDS_BEFORE <= count - place <= WORDS_AFTER
        and _OF_ELSE.isdisjoint(term.text for term in told[count + 2 : place])
        and _are_those(_around(told, place, count), toll, index, by_name)
        for place in places_of(toll.deed.keys, told, index)
        for count in counts
    )


def _around(told: Sequence[Term], place: int, count: int) -> Sequence[Term]:
    """Return where it is said whose number it is: between both, or around the deed before it.

    "300 Arlanders killed for Belport" are none of Belport; "Arlandic losses at 300" Arland's.
    """
    return told[count:place] if count < place else told[max(0, place - BESIDE) : count + BESIDE]


def _are_those(told: Sequence[Term], toll: Toll, index: Index, by_name: bool) -> bool:
    if not toll.of or places_of(toll.of, told, index):
        return True
    if by_name:
        return False
    found = (one for said in index.lexicon.find(told) for one in said.meaning.concepts)
    return all(is_tag(concept) for concept in found)
