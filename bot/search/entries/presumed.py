"""The deed that a question takes for granted: whether an entry tells it at all."""

from __future__ import annotations

from collections.abc import Iterator

from bot.search.asking.intent import Asked
from bot.search.language.common_words import commonness
from bot.search.language.irregular import IRREGULAR
from bot.search.query import Query
from bot.search.terms import stem
from bot.search.weighing.scoring import MET, Candidate

ACTIVELY = frozenset("did does do has have had".split())
_MADE = frozenset(["made"])  # "what made her skip it"
_WAS = frozenset("is are was were been get gets got".split())
_DONE = frozenset(IRREGULAR)
# What may follow a verb, and seldom the noun that does it.
_AFTER_A_VERB = frozenset(
    "a about across after against an around as at away back before behind by down for from his her"
    " in into it its near off on onto out over that the their them through to together towards"
    " under up upon with".split()
)
# These are passed over as words that tell nothing, and what follows is no deed of the subject's.
_SAYING = frozenset("be become come give go have make say take tell think want".split())
_PRONOUNS = frozenset("he i it she they we you".split())
_RECALLING = frozenset("know knows recall recalls remember remembers".split())  # "who remembers"
_POSSESSIVE = ("'s ", "s' ", "\u2019s ", "s\u2019 ")
_ENDINGS = ("s", "ed", "d")
LIGHT = 5.0  # log10 of uses in a billion: "hold", "send" and "lead" are said of nearly anything
LIGHT_SHARE = 0.4
# As common, but of one thing only: nothing else stands for them.
_TELLING = frozenset(
    map(
        stem,
        "win lose die kill fly cut sell buy return leave join fight design pay marry close stop"
        " fall break save score".split(),
    )
)


def share_of_deed_untold(candidate: Candidate, query: Query) -> float:
    """Return how plainly the deed that is taken for granted is none that the candidate holds.

    "When did the bridge collapse?", "why was it cancelled" and "who stole it" presuppose the
    deed. 0 where it is told or none is presupposed, 1 where it is not told, and less of the
    commonest verbs, for which any other may stand.
    """
    number = _deed_of(query)
    if number is None or candidate.strength(number) >= MET:
        return 0.0
    return LIGHT_SHARE if _is_light(query.units[number].text) else 1.0


def _is_light(word: str) -> bool:
    """Whether a verb is one of the commonest, in this form or the one of dictionaries."""
    word = word.split()[0]  # "go over", "paid for"
    if stem(word) in _TELLING:
        return False
    forms = (word, IRREGULAR.get(word, word), *map(word.removesuffix, _ENDINGS))
    return max(map(commonness, forms)) >= LIGHT


def _deed_of(query: Query) -> int | None:
    """Return the number of the unit that says what was done, where that is presupposed."""
    said = query.said
    if query.asked is Asked.WHO:
        return _deed_of_whom(query)
    if query.asked not in (Asked.WHEN, Asked.WHY) or not said or said[0] in ACTIVELY:
        return None  # "did it protest when" asks no time
    if said[0] == "how" and said[1:2] != ("come",):
        return None
    asking = ACTIVELY if query.asked is Asked.WHEN else ACTIVELY | _MADE
    did = next((at for at, word in enumerate(said) if word in asking), None)
    if did is not None:
        return _deed_after(did, query)
    was = next((at for at, word in enumerate(said) if word in _WAS), len(said))
    for at, _, number in _placed(query):
        is_done = at > was and (said[at].endswith("ed") or said[at] in _DONE)
        is_doing = said[max(0, at - 1)] == "for" and said[at].endswith("ing")
        if (is_done or is_doing) and not query.units[number].is_name:
            return number
    return None


def _deed_of_whom(query: Query) -> int | None:
    said, placed = query.said, list(_placed(query))
    at = said.index("who") if "who" in said else -1
    if at < 0 or any(end == at for _, end, _ in placed):
        return None  # "the man who cheered" is asked for by other words
    number = next((number for start, _, number in placed if start == at + 1), None)
    is_deed = number is not None and not query.units[number].is_name
    return number if is_deed and said[at + 1] not in _RECALLING else None


def _deed_after(did: int, query: Query) -> int | None:
    said, placed = query.said, list(_placed(query))
    names = {at for at, _, number in placed if query.units[number].is_name}
    is_subject_named = not _PRONOUNS.isdisjoint(said[did + 1 : did + 2])
    named_end = did + 1  # of names that follow at once: "did Ada veto the bill"
    for at, end, number in placed:
        if at <= did:
            continue
        if _has_something(query.units[number].text, query):
            named_end = end  # "did Ada's bridge collapse": the bridge did
            continue
        if query.units[number].is_stranger and at == named_end:
            named_end = end
        if not is_subject_named or query.units[number].is_name:
            is_subject_named = True
            continue
        if at == named_end and not _is_plural(said[at]):
            return number
        if not _SAYING.isdisjoint(said[did + 1 : at]):
            return None
        if end == len(said) or said[end] in _AFTER_A_VERB or end in names:
            return number
    return None


def _has_something(name: str, query: Query) -> bool:
    """Whether a name is said as whose something is: "Ada's bridge"."""
    whole = query.intent.whole
    return any(f"{name}{mark}" in whole for mark in _POSSESSIVE)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def _placed(query: Query) -> Iterator[tuple[int, int, int]]:
    """Yield where the hard units of this question begin and end in it, and their numbers."""
    start = 0
    for number, unit in enumerate(query.units):
        words = tuple(unit.text.split())
        if unit.is_soft or unit.is_earlier or not words:
            continue
        places = range(start, len(query.said) - len(words) + 1)
        at = next((at for at in places if query.said[at : at + len(words)] == words), None)
        if at is not None:
            start = at + len(words)
            yield at, start, number
