"""What a question takes for granted: how many there were, the how-manieth, and whose state.

In a bare store only its title can tell whether "the fifth fair" is there, or just a fair.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.search.asking.ways import NUMBER_WORDS
from bot.search.asking.which_one import Occasion, Which
from bot.search.dates.spelt_years import ONES, TENS
from bot.search.entries.counted import ordinal_words, told_ordinals
from bot.search.index import Index
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.related_words import is_state, people_of
from bot.search.query import Query
from bot.search.terms import fold, stem, tokens
from bot.search.weighing.scoring import MET, Candidate

_ORDINALS = frozenset(word for n in range(1, 20) for word in ordinal_words(Occasion(Which.NTH, n)))
_WORD = re.compile(r"[^\W_][\w'\u2019-]*")
_TENS = frozenset(str(10 * tens) for tens in range(2, 10))
_COUNTING = frozenset((*TENS, *NUMBER_WORDS))


def tells_another_of_them(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether an entry of a bare store tells of another number of the things, or another of them.

    "Eight million" are not the seven that are asked for, nor is the second fair the fifth.
    """
    if index.lexicon.kinds or query.near is not None:
        return False
    title = index.events[candidate.number].title
    return _tells_another_number(title, query) or _tells_another_ordinal(title, query, index)


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


def _tells_another_number(title: str, query: Query) -> bool:
    """Whether it tells of eight of the things of which seven are asked for."""
    if _COUNTING.isdisjoint(query.said) and not any(map(str.isdigit, query.said)):
        return False  # as in most questions
    asked = _numbered(_in_digits(query.said))
    if not asked:
        return False
    told = _in_digits(tokens(title))
    things = {thing for _, thing in _numbered(told)}
    return any(number not in told and thing in things for number, thing in asked)


def _tells_another_ordinal(title: str, query: Query, index: Index) -> bool:
    """Whether it tells of the fifth of the things of which the first is asked for."""
    if query.occasion is None or query.occasion.which is Which.LAST:
        return False
    asked = told_ordinals(query, index)
    told = list(itertools.pairwise(_WORD.findall(fold(title))))
    if any(one in asked for one, _ in told):
        return False
    said = itertools.pairwise(_WORD.findall(query.intent.whole))
    things = {stem(thing) for one, thing in said if one in asked}
    return any(one in _ORDINALS and stem(thing) in things for one, thing in told)


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
