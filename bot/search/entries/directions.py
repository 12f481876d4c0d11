"""Which way something went: whether an entry tells it of the other direction."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.entries.acting import meant_by
from bot.search.index import Index
from bot.search.indexing.lexicon import Found, concept_key
from bot.search.query import Query
from bot.search.terms import Term, terms

_TO = frozenset(["to", "into"])
# "Did Arland send Belport corn": who stands right after the giving is given to.
_GIVING = frozenset(
    "send sends sent give gives gave given lend lends lent sell sells sold pay pays paid grant"
    " grants granted offer offers offered hand hands handed ship ships shipped award awards awarded"
    " bring brings brought deliver delivers delivered handing giving sending shipping selling"
    " paying lending granting offering awarding bringing delivering".split()
)
_LEADING = _TO | _GIVING
_THERE = frozenset("in at near".split())
_ARRIVING = _LEADING | frozenset(
    "in at for reach reaches reached enter enters entered visit visits visited".split()
)
# To whom these are raised is no place where something goes: "a monument to the fallen of Belport".
_RAISED = frozenset(
    "bust memorial memorials monument monuments museum museums obelisk plaque plaques"
    " statue statues tribute tributes".split()
)
# Of a people, right after the giving, the thing is told: "sends Arlandic workers home".
_OF_A_PEOPLE = ("an", "ese", "ish", "ic")


def goes_the_other_way(number: int, query: Query, index: Index) -> bool:
    """Whether the event's title leads to where the question begins, and not to where that leads.

    "Arland's corn shipped to Belport" and "Ada hands Bob a car" are not told by "Belport's corn
    arrives in Arland" and "Bob gives Ada a car". What "was sent to Arland" begins, if nothing
    else is named, anywhere but where the title says that it was sent from.
    """
    if _LEADING.isdisjoint(query.said):
        return False
    ends, starts = _ways(terms(query.intent.rest), _LEADING, index, passed_over=_THERE)
    is_given = not starts and not _GIVING.isdisjoint(query.said)
    if not ends or not (starts or is_given):
        return False
    told, told_starts = _ways(index.title(number).terms, _ARRIVING, index)
    kinds = _kinds_of(ends, index)
    arrived = meant_by(
        [end for end in told if not kinds.isdisjoint(_kinds_of([end], index))], index
    )
    if not arrived or not arrived.isdisjoint(_with_around(ends, index)):
        return False
    if is_given:
        return not meant_by(told_starts, index).isdisjoint(meant_by(ends, index))
    return not arrived.isdisjoint(_with_around(starts, index))


def _ways(
    said: Sequence[Term],
    arriving: frozenset[str],
    index: Index,
    *,
    passed_over: frozenset[str] = frozenset(),
) -> tuple[list[Found], list[Found]]:
    """Return the names to which what is said leads, and the others in it, with their parts.

    People, places and organisations: "Oslo Zoo" is in Oslo. Names right behind a word that is
    `passed_over` are neither.
    """
    ends: list[Found] = []
    starts: list[Found] = []
    for found in index.lexicon.find(said):
        parts = (found, *index.lexicon.find_stems(found.phrase[:-1]))
        before = [term.text for term in said[max(0, found.start - 3) : found.start]]
        if before[-1:] == ["the"]:
            before.pop()
        if before[-1:] == ["to"] and not _RAISED.isdisjoint(before[-2:-1]):
            continue
        if before and before[-1] in passed_over:
            continue
        is_end = bool(before) and before[-1] in arriving
        if is_end and before[-1] in _GIVING and _is_of_a_people(found, said):
            is_end = False
        (ends if is_end else starts).extend(part for part in parts if _kinds_of([part], index))
    return ends, starts


def _is_of_a_people(found: Found, said: Sequence[Term]) -> bool:
    words = said[found.start : found.start + found.length]
    name = concept_key(" ".join(term.text for term in words))
    return words[-1].text.endswith(_OF_A_PEOPLE) and name not in found.meaning.concepts


def _with_around(names: Sequence[Found], index: Index) -> frozenset[str]:
    """Return what names mean, with the larger places in which it lies."""
    meant, around = meant_by(names, index), index.lexicon.around
    return frozenset(meant).union(*(around.get(place, ()) for place in meant))


def _kinds_of(names: Sequence[Found], index: Index) -> frozenset[str]:
    concepts = (concept for found in names for concept in found.meaning.concepts)
    return frozenset(index.lexicon.kinds[one] for one in concepts if one in index.lexicon.kinds)
