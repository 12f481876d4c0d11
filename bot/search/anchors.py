"""Times given by an entry instead of a date: "after the Vladivostok summit"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.search.shifts import Shift, read_shift
from bot.search.terms import fold

_AFTER = r"after|following|since|после|вслед за"
_BEFORE = r"before|prior to|until|до|перед"
_SIDE = re.compile(
    r"\b(?:right |shortly |just |soon |immediately |the day |a day )?"
    rf"(?:(?P<after>{_AFTER})|(?P<before>{_BEFORE})) (?=[\w; ]{{0,40}}\w{{3}})"
)
# "after that" points at the thread, not at an entry.
_POINTING = re.compile(
    r"\W*(?:that|this|it|then|which|what|him|them|этого|того|него|нее)?\W*|\W*\w?\w?\W*"
)
_NEXT = re.compile(
    r"\b(?:next|previous|following|first|last|what (?:else )?(?:happened|came|followed|was)"
    r"|right|immediately|directly|что (?:было|произошло|случилось)|следующ\w+)\b|다음|무슨"
)
_KOREAN = re.compile(
    r"^(?P<anchor>.{2,80}?) ?(?:(?P<after>이후|후|다음|뒤)|(?P<before>이전|전))"
    r"(?:에|의|에는)? (?P<rest>.+)$"
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A question split at "after" or "before": what is asked, and what it is counted from."""

    rest: str
    anchor: str
    is_after: bool
    asks_next: bool  # in so many words: "what came", "next", "right after"
    shift: Shift | None = None  # "the day after", "two years before"


def read_anchor(question: str) -> Anchor | None:
    """Return the split of `question`, or None if it names no entry to count from.

    Dates must have been taken out before: "after 2019" is a date, not an entry.
    """
    text = fold(question)
    found = None
    for found in _SIDE.finditer(text):  # noqa: B007 (the last one is wanted)
        pass
    if found:
        rest, anchor = text[: found.start()], text[found.end() :]
        # "After the summit, what happened?": the question follows the comma.
        head, comma, tail = anchor.partition(",")
        if comma and not rest.strip(" ,;"):
            anchor, rest = head, tail
        if not _POINTING.fullmatch(anchor):
            asks_next = bool(_NEXT.search(rest + found.group()))
            shift = read_shift(text[max(0, found.start() - 12) : found.end()])
            return Anchor(rest, anchor, bool(found["after"]), asks_next, shift)
        return None
    korean = _KOREAN.match(text)
    if korean:
        asks_next = bool(_NEXT.search(korean["rest"]))
        return Anchor(korean["rest"], korean["anchor"], bool(korean["after"]), asks_next)
    return None
