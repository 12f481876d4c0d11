"""What a question takes for granted, where titles are all there is to hold it against.

A curated timeline says who and where an entry is about. In a bare store only its title can
tell whether "the peace of Arland" is there, or just somebody of Arland.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.ways import NUMBER_WORDS
from bot.search.asking.which_one import Occasion, Which
from bot.search.dates.spelt_years import ONES, TENS
from bot.search.entries.counted import ordinal_words, told_ordinals
from bot.search.entries.untold_deeds import LIFE, lacks_deed
from bot.search.index import Index
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.related_words import is_state, people_of
from bot.search.query import Query
from bot.search.terms import fold, stem, tokens
from bot.search.weighing.scoring import MET, Candidate

# Kinds of things that are called after a place or person; another kind is another thing.
_CALLED_AFTER = frozenset(
    "accord accords armistice battle concordat congress convention council declaration diet edict"
    " fall massacre pact peace siege synod treaty truce union".split()
)
# "Ada Berg, Danish painter (b. 1850)": of whom a list of births and deaths tells no more.
_NAME_WORD = (
    r"(?:[^\W\d_a-z][\w.'\u2019-]*"
    r"|(?:de|du|la|le|di|da|van|von|der|den|of|the|al|el|ibn|bin)(?!\w))"
)
_PERSON = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD})*(?:, (?![^,]*:)|,? \()")
_OF_A_LIFE = re.compile(r"(?:birth|birthday|death) of (?P<who>[^,(]+)")
_ASKS_FOR_A_DEED = frozenset([Asked.WHEN, Asked.YES_NO])
_ORDINALS = frozenset(word for n in range(1, 20) for word in ordinal_words(Occasion(Which.NTH, n)))
_WORD = re.compile(r"[^\W_][\w'\u2019-]*")
_TENS = frozenset(str(10 * tens) for tens in range(2, 10))
_COUNTING = frozenset((*TENS, *NUMBER_WORDS))
TELLING = 2.0  # nats; a name that says less is one of nearly everywhere


def lacks_what_is_presupposed(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether an entry of a bare store lacks what the question says that there was.

    That is the kind of thing of "the battle of Arland", or one of the names that are said to
    have been part of it; or it is of the birth or death of somebody else.
    """
    if index.lexicon.kinds or query.near is not None:
        return False
    return (
        _lacks_called_after(candidate, query, index)
        or _lacks_name(candidate, query)
        or lacks_deed(candidate, query, index)
        or (
            query.asked is Asked.WHEN
            and is_of_another_life(index.events[candidate.number].title, query, index)
        )
        or _tells_another_number(candidate, query, index)
        or _tells_another_ordinal(candidate, query, index)
        or _is_life_for_an_occasion(candidate, query, index)
    )


def names_strange_state(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether a state is named that is none of a curated timeline's names, and not in the entry.

    "Did Arland and Chile sign it?" is not told by what Arland and Belport signed.
    """
    if not index.lexicon.kinds:
        return False
    return any(
        not (unit.is_soft or unit.is_earlier or unit.is_name)
        and is_state(unit.text)
        and candidate.strength(number) < MET
        and not _speaks_of(unit.text, candidate.number, index)
        for number, unit in enumerate(query.units)
    )


def _speaks_of(state: str, number: int, index: Index) -> bool:
    """Whether what belongs to a state is a name of the timeline, or said by the event."""
    return any(
        index.lexicon.meaning_of(phrase).concepts or index.strength(" ".join(phrase), number)
        for phrase in people_of(state)
    )


def asks_for_a_life(query: Query, index: Index) -> tuple[int, ...]:
    """Return the numbers of the units by which a birth or death in a bare store is asked for."""
    if index.lexicon.kinds:
        return ()
    known: tuple[int, ...] | None = query.memo.get("life")
    if known is None:
        asked = [number for number, unit in enumerate(query.units) if unit.text in LIFE]
        is_held = all(query.units[number].variants for number in asked)
        known = query.memo["life"] = tuple(asked) if is_held else ()
    return known


def _lacks_called_after(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the kind of "the battle of Arland" is not told, or is the one of Arlund."""
    for number, name in _kinds_called_after(query):
        if candidate.strength(number) < MET:
            return True
        way = candidate.met.get(name)
        if way is None or way[1].reason != "spelling":
            continue
        title = tokens(index.events[candidate.number].title)
        kind = query.units[number].text
        behind = (title[at + 1 : at + 4] for at, word in enumerate(title) if word == kind)
        if not any(said[:1] == ["of"] and way[1].keys[0] in map(stem, said) for said in behind):
            return True
    return False


def _kinds_called_after(query: Query) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the kinds of things that are called after a name, and of that name."""
    kinds = [(n, unit) for n, unit in enumerate(query.units) if unit.text in _CALLED_AFTER]
    if not kinds:
        return
    names = {
        word: number
        for number, unit in enumerate(query.units)
        if unit.is_stranger
        for word in unit.text.split()
    }
    for number, unit in kinds:
        after = [query.said[at + 1 : at + 4] for at, w in enumerate(query.said) if w == unit.text]
        named = [word for said in after if said[:1] == ("of",) for word in said if word in names]
        if named:
            yield number, names[named[0]]


def _lacks_name(candidate: Candidate, query: Query) -> bool:
    if query.asked not in _ASKS_FOR_A_DEED:
        return False  # keywords may be of anything
    return any(
        unit.is_likely_name and unit.weight > TELLING and candidate.strength(number) < MET
        for number, unit in enumerate(query.units)
        if not unit.is_soft
    )


def is_of_another_life(title: str, query: Query, index: Index) -> bool:
    """Whether that title tells the life of one of whom only what follows the name is asked for."""
    told = None if index.lexicon.kinds else _OF_A_LIFE.match(fold(title))
    if told is None or any(unit.text in LIFE for unit in query.units):
        return False
    who = set(told["who"].split())
    return all(who.isdisjoint(unit.text.split()) for unit in query.units)


def _tells_another_number(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether it tells of eight of the things of which seven are asked for."""
    if _COUNTING.isdisjoint(query.said) and not any(map(str.isdigit, query.said)):
        return False  # as in most questions
    asked = _numbered(_in_digits(query.said))
    if not asked:
        return False
    title = _in_digits(tokens(index.events[candidate.number].title))
    things = {thing for _, thing in _numbered(title)}
    return any(number not in title and thing in things for number, thing in asked)


def _tells_another_ordinal(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether it tells of the fifth of the things of which the first is asked for."""
    if query.occasion is None or query.occasion.which is Which.LAST:
        return False
    asked = told_ordinals(query, index)
    title = list(itertools.pairwise(_WORD.findall(fold(index.events[candidate.number].title))))
    if any(one in asked for one, _ in title):
        return False
    said = itertools.pairwise(_WORD.findall(query.intent.whole))
    things = {stem(thing) for one, thing in said if one in asked}
    return any(one in _ORDINALS and stem(thing) in things for one, thing in title)


def _is_life_for_an_occasion(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the first of something is asked for, and the life of its founder found."""
    if query.occasion is None:
        return False
    title = index.events[candidate.number].title
    said = _WORD.findall(fold(title))
    return told_ordinals(query, index).isdisjoint(said) and is_of_another_life(title, query, index)


def _in_digits(words: Sequence[str]) -> list[str]:
    """Return the words with the numbers from 2 to 99 in digits: "twenty", "eight" as "28"."""
    found: list[str] = []
    for word in words:
        if found and word in ONES and found[-1] in _TENS:
            found[-1] = str(int(found[-1]) + ONES.index(word) + 1)
        elif word in TENS:
            found.append(str(10 * TENS.index(word) + 20))
        else:
            number = NUMBER_WORDS.get(word, "")
            found.append(number if number.isdigit() else word)
    return found


def _numbered(words: Sequence[str]) -> list[tuple[str, str]]:
    """Return the numbers that stand before a word, with its stem: "7" and "billion"."""
    return [
        (number, stem(thing))
        for number, thing in itertools.pairwise(words)
        if number.isdigit() and thing.isalpha() and thing not in FUNCTION_WORDS
    ]
