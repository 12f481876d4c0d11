"""`Form`: a pattern that is only tried on a text that holds a word which it needs.

Most of the forms in which people ask are not in most questions, and trying each of some dozens
costs more than all else that is done with a short question. Which words a form needs is read
off its own pattern, so that nobody who adds a way of asking has to think of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

MOST_TEXTS = 64  # whose words are at hand: those of the few questions asked at this moment
USES = 8  # of a form, after which it pays to know what it needs
MOST_STRINGS = 500  # that a part of a pattern may stand for, to be written out one by one

LONGEST_LEAD = 100  # characters of what leads up to a word, spaces included

# Where a form could be told by either of several words, these tell least: nearly all ask so.
_ASKING = frozenset(
    "a an and at by did do does for from how in is it of on or that the they this to was were what"
    " when where which who why with".split()
)
_WORDS = re.compile(r"\w+", re.ASCII)


_MADE: list[Form] = []  # the forms of all rooms, each made once, when its room is read


def look_for_all_needs() -> None:
    """Find out what every form needs, for a process that answers many questions."""
    for form in _MADE:
        if not form.is_ready:
            form.look_for_needs()


class Form:
    """A compiled pattern, and the words and parts of words without which it matches no text.

    They are looked for once the form was used some times: a process that answers one question
    does not wait for what only pays with many.
    """

    __slots__ = ("_compiled", "_is_open", "_parts", "_uses", "_words", "flags", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._compiled = re.compile(pattern, flags)
        self._uses = 0
        self._is_open = True  # any text may match
        self._words: frozenset[str] = frozenset()
        self._parts: tuple[str, ...] = ()
        _MADE.append(self)

    @classmethod
    def of_any(cls, forms: Iterable[Form]) -> Form:
        """Return what may match wherever one of the forms may; it is not to be searched for."""
        either = cls.__new__(cls)
        either._uses = USES
        either._is_open = any(form._is_open for form in forms)
        either._words = frozenset[str]().union(*(form._words for form in forms))
        either._parts = tuple(sorted({part for form in forms for part in form._parts}))
        return either

    @property
    def is_ready(self) -> bool:
        """Whether its needs were looked for."""
        return self._uses >= USES

    def may_match(self, text: str) -> bool:
        """Whether the form may be in a text: always, or if there is a word that it needs."""
        if self._is_open:
            self._uses += 1
            if self._uses == USES:
                self.look_for_needs()
            return True
        if not text.isascii() or not self._words.isdisjoint(words_of(text)):
            return True
        return bool(self._parts) and any(map(text.lower().__contains__, self._parts))

    def search(self, text: str) -> re.Match[str] | None:
        """Return where the form is first in a text."""
        if self._is_open or self._parts:
            return self._compiled.search(text) if self.may_match(text) else None
        if text.isascii() and self._words.isdisjoint(words_of(text)):
            return None  # as most are; the same as above, without a call
        return self._compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the form with which a text begins."""
        return self._compiled.match(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return where the form is in a text, all places of it."""
        return self._compiled.finditer(text) if self.may_match(text) else iter(())

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the form where it is the whole of a text."""
        return self._compiled.fullmatch(text) if self.may_match(text) else None

    def sub(self, put: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Return a text with something else put for the form, wherever it is."""
        return self._compiled.sub(put, text) if self.may_match(text) else text

    def look_for_needs(self) -> None:
        """Find out which words the form needs, now and not after so many uses."""
        self._uses = USES
        items = parser.parse(self.pattern, self.flags)
        needs = _needs_of(items, _Sides(is_begun=False, is_ended=False))
        if needs is None:
            return
        self._words = frozenset(need.text for need in needs if need.is_whole)
        self._parts = tuple(sorted(need.text for need in needs if not need.is_whole))
        self._is_open = False


class Forms:
    """Several forms of which most texts have none, passed by with one look."""

    __slots__ = ("_every", "_forms")

    def __init__(self, *forms: Form) -> None:
        self._forms = forms
        self._every: Form | None = None

    def may_match(self, text: str) -> bool:
        """Whether any of the forms may be in a text."""
        if self._every is not None:
            return self._every.may_match(text)
        found = [form.may_match(text) for form in self._forms]
        if all(form.is_ready for form in self._forms):
            self._every = Form.of_any(self._forms)
        return any(found)


@lru_cache(maxsize=MOST_TEXTS)
def words_of(text: str) -> frozenset[str]:
    """Return the words of an ASCII text, in small letters."""
    return frozenset(_WORDS.findall(text.lower()))


def ends_behind(word: str, lead: re.Pattern[str], text: str) -> Iterator[int]:
    r"""Yield where a word ends in a text, each time that it stands right behind `lead`.

    The pattern of what leads up to the word ends with `\Z`. A pattern of both would have to be
    made anew for each word, which takes longer than all else that is done with it.
    """
    at = text.find(word)
    while at >= 0:
        if lead.search(text, max(0, at - LONGEST_LEAD), at):
            yield at + len(word)
        at = text.find(word, at + 1)


class _Need(NamedTuple):
    """A word, or letters within one, in a text that matches."""

    text: str
    is_whole: bool


class _Sides(NamedTuple):
    """Whether a part of a pattern begins, and ends, where a word does."""

    is_begun: bool
    is_ended: bool


# What a text must hold one of; None: nothing in particular. Of nothing at all: ASCII never matches.
_Needs = frozenset[_Need] | None


def _needs_of(items: Sequence[Any], sides: _Sides) -> _Needs:
    """Return the needs of parts in a row, all of which must match: those that tell most."""
    found: list[frozenset[_Need]] = []
    at = 0
    while at < len(items):
        end, strings = at, {""}
        while end < len(items) and (more := _strings_of(items[end])) is not None:
            if len(strings) * len(more) > MOST_STRINGS:
                break
            strings = {one + other for one, other in product(strings, more)}
            end += 1
        here = _Sides(
            sides.is_begun if at == 0 else _is_border(items[at - 1], at_end=True),
            sides.is_ended if end == len(items) else _is_border(items[end], at_end=False),
        )
        needs = _needs_of_strings(strings, here) if end > at else None
        if needs is None and end == at:
            needs = _needs_of_one(items[at], here=_Sides(
                sides.is_begun if at == 0 else _is_border(items[at - 1], at_end=True),
                sides.is_ended if at + 1 == len(items) else _is_border(items[at + 1], at_end=False),
            ))  # fmt: skip
            end += 1
        if needs is not None:
            found.append(needs)
        at = end
    return min(found, key=_cost, default=None)


def _needs_of_one(item: Any, here: _Sides) -> _Needs:
    kind, value = item
    if kind is code.SUBPATTERN:
        return _needs_of(value[3], here)
    if kind is code.BRANCH:
        every = [_needs_of(one, here) for one in value[1]]
        return None if None in every else frozenset().union(*filter(None, every))
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT) and value[0] > 0:
        inside = _Sides(here.is_begun, here.is_ended and value[1] == 1)
        return _needs_of(value[2], inside if value[1] == 1 else _Sides(False, False))
    return None


def _strings_of(item: Any) -> set[str] | None:
    """Return all that a part of a pattern stands for, None if that is too much to write out."""
    kind, value = item
    if kind is code.LITERAL:
        return {chr(value)}
    if kind in (code.ASSERT, code.ASSERT_NOT):  # what is beside it narrows it down at most
        is_border = _is_border(item, at_end=True) or _is_border(item, at_end=False)
        return None if is_border else {""}
    if kind is code.IN:
        found = set[str]()
        for one, what in value:
            if one is not code.LITERAL:
                return None
            found.add(chr(what))
        return found
    if kind is code.SUBPATTERN:
        return _strings_of_row(value[3])
    if kind is code.BRANCH:
        every = [_strings_of_row(one) for one in value[1]]
        return None if None in every else set().union(*filter(None, every))
    if kind is code.MAX_REPEAT and value[1] == 1:
        inside = _strings_of_row(value[2])
        return None if inside is None else inside | ({""} if value[0] == 0 else set())
    return None


def _strings_of_row(items: Sequence[Any]) -> set[str] | None:
    strings = {""}
    for item in items:
        more = _strings_of(item)
        if more is None or len(strings) * len(more) > MOST_STRINGS:
            return None
        strings = {one + other for one, other in product(strings, more)}
    return strings


def _needs_of_strings(strings: set[str], sides: _Sides) -> _Needs:
    """Return one need of each of the strings, None if one of them needs nothing."""
    needs = set[_Need]()
    for string in strings:
        if not string.isascii():
            continue
        text = string.lower()
        every = []
        for found in _WORDS.finditer(text):
            is_begun = found.start() > 0 or sides.is_begun
            is_ended = found.end() < len(text) or sides.is_ended
            every.append(_Need(found[0], is_begun and is_ended))
        if not every:  # no word, but a mark, as "#"
            if not text.strip():
                return None
            every.append(_Need(text, is_whole=False))
        needs.add(min(every, key=_cost_of_one))
    return frozenset(needs)


def _cost(needs: frozenset[_Need]) -> float:
    return sum(map(_cost_of_one, needs))


def _cost_of_one(need: _Need) -> float:
    """Return how little a need tells: a word of most questions, or a letter or two."""
    if need.text in _ASKING or (len(need.text) < 2 and need.text.isalnum()):
        return 100.0
    return (1.0 if need.is_whole else 4.0) + 1 / len(need.text)


def _is_border(item: Any, *, at_end: bool) -> bool:
    """Whether a word ends or begins at this part of a pattern, on the side that is asked for."""
    kind, value = item
    if kind is code.AT:
        return value in (code.AT_BOUNDARY, code.AT_END if not at_end else code.AT_BEGINNING)
    if kind is code.LITERAL:
        return not (chr(value).isalnum() or chr(value) == "_")
    if kind is code.IN:
        return all(_is_border((one, what), at_end=at_end) for one, what in value)
    if kind is code.CATEGORY:
        return value in (code.CATEGORY_SPACE, code.CATEGORY_NOT_WORD)
    if kind is code.ASSERT_NOT:
        side, inside = value
        is_here = side == (-1 if at_end else 1)
        return is_here and list(inside) == [(code.IN, [(code.CATEGORY, code.CATEGORY_WORD)])]
    if kind is code.ASSERT:
        side, inside = value
        is_here = side == (-1 if at_end else 1)
        return is_here and bool(inside) and _is_border(inside[-1 if at_end else 0], at_end=at_end)
    return False
