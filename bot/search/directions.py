"""Which way something went: whether an entry tells it of the other direction."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.index import Index
from bot.search.lexicon import Found
from bot.search.query import Query
from bot.search.roles import meant_by
from bot.search.terms import Term, terms

_TO = frozenset(["to", "into"])
# "Did Arland send Belport corn": who stands right after the giving is given to.
_GIVING = frozenset(
    "send sends sent give gives gave lend lends lent sell sells sold pay pays paid grant grants"
    " granted offer offers offered hand hands handed ship ships shipped".split()
)
_LEADING = _TO | _GIVING
_ARRIVING = _TO | frozenset(
    "in at for reach reaches reached enter enters entered visit visits visited".split()
)


def goes_the_other_way(number: int, query: Query, index: Index) -> bool:
    """Whether the event's title leads to where the question begins, and not to where that leads.

    "Arland's corn shipped to Belport" is not told by "Belport's corn arrives in Arland".
    """
    if _LEADING.isdisjoint(query.said):
        return False
    ends, starts = _ways(terms(query.intent.rest), _LEADING, index)
    if not ends or not starts:
        return False
    told, _ = _ways(index.title(number).terms, _ARRIVING, index)
    return not told.isdisjoint(starts) and told.isdisjoint(ends)


def _ways(
    said: Sequence[Term], arriving: frozenset[str], index: Index
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of the places to which what is said leads, and of the others it names.

    "Oslo Zoo" is in Oslo.
    """
    ends: list[Found] = []
    starts: list[Found] = []
    for found in index.lexicon.find(said):
        parts = (found, *index.lexicon.find_stems(found.phrase[:-1]))
        before = [term.text for term in said[max(0, found.start - 2) : found.start]]
        if before[-1:] == ["the"]:
            before.pop()
        is_end = bool(before) and before[-1] in arriving
        (ends if is_end else starts).extend(part for part in parts if _is_place(part, index))
    return frozenset(meant_by(ends, index)), frozenset(meant_by(starts, index))


def _is_place(found: Found, index: Index) -> bool:
    return any(index.lexicon.kinds.get(concept) == "places" for concept in found.meaning.concepts)
