"""What was done to somebody: "when was Ada given a medal" is told by "Emil gives Ada a medal"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.search.acting import meant_by, names_acting, of_kind
from bot.search.index import Index
from bot.search.irregular import IRREGULAR
from bot.search.query import Query
from bot.search.scoring import Candidate
from bot.search.terms import Term, stem
from bot.search.units import Unit

_WAS = frozenset("is are was were been being".split())
_ACTIVE_ENDINGS = ("s", "ed")
BY_WITHIN = 3  # words from a deed to the "by" that names its doer


class DoneTo(NamedTuple):
    """Who had something done to them, and the stem of the verb that says what."""

    whom: Unit
    deed: str


def read_done_to(query: Query) -> DoneTo | None:
    """Return to whom something was done, where a question asks so: "was Ada Quist given", or None.

    Who did it may be said as well: "given by Emil".
    """
    if "done to" not in query.memo:
        query.memo["done to"] = None if _WAS.isdisjoint(query.said) else _find_done_to(query)
    done: DoneTo | None = query.memo["done to"]
    return done


def _find_done_to(query: Query) -> DoneTo | None:
    said = query.said
    for unit in query.units:
        if not unit.kinds or not unit.variants or unit.is_earlier:
            continue
        words = tuple(unit.text.split())
        for at in range(1, len(said) - len(words)):
            if said[at : at + len(words)] != words:
                continue
            before = said[at - 1] if said[at - 1] != "the" else said[max(0, at - 2)]
            deed = said[at + len(words)]
            if before in _WAS and (deed.endswith("ed") or deed in IRREGULAR):
                return DoneTo(unit, _verb(deed))
    return None


def compare_done_to(candidate: Candidate, done: DoneTo, index: Index) -> float:
    """Return 1 where a title does the deed to the same one, -1 where that one does it, else 0."""
    title = index.title(candidate.number).terms
    texts = [term.text for term in title]
    place = next((at for at, text in enumerate(texts) if at and _verb(text) == done.deed), 0)
    if not place or "by" in texts[place + 1 : place + 1 + BY_WITHIN]:
        return 0.0
    acting = names_acting(of_kind(title[:place], done.whom, index), title)
    is_done = texts[place - 1] in _WAS
    if not acting or acting[0].start + acting[0].length != place - is_done:
        return 0.0
    is_acting = not done.whom.keys.isdisjoint(meant_by(acting, index))
    if is_done:
        return float(is_acting)
    if not (texts[place].endswith(_ACTIVE_ENDINGS) or texts[place] in IRREGULAR):
        return 0.0
    return 1.0 if _is_among(title[place + 1 :], done.whom, index) else -float(is_acting)


def _is_among(said: Sequence[Term], whom: Unit, index: Index) -> bool:
    return not whom.keys.isdisjoint(meant_by(of_kind(said, whom, index), index))


def _verb(word: str) -> str:
    return stem(IRREGULAR.get(word, word))
