"""Which words a text must hold for a pattern to match it, read off the pattern itself."""

from __future__ import annotations

import importlib
import re
from collections.abc import Sequence
from itertools import product
from types import ModuleType
from typing import Any, NamedTuple

MOST_STRINGS = 500  # that a part of a pattern may stand for, to be written out one by one

# Where a form could be told by either of several words, these tell least: nearly all ask so.
_ASKING = frozenset(
    "a an and at by did do does for from how in is it of on or that the they this to was were what"
    " when where which who why with".split()
)
WORDS = re.compile(r"\w+", re.ASCII)


def _module(name: str) -> ModuleType | None:
    """Return a part of `re` that is not promised to be there; forms are tried always without."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


parser: Any = _module("re._parser")
code: Any = _module("re._constants")


class Need(NamedTuple):
    """A word, or letters within one, in a text that matches."""

    text: str
    is_whole: bool


class _Sides(NamedTuple):
    """Whether a part of a pattern begins, and ends, where a word does."""

    is_begun: bool
    is_ended: bool


# What a text must hold one of; None: nothing in particular. Of nothing at all: ASCII never matches.
Needs = frozenset[Need] | None


def needs_of(pattern: str, flags: int = 0) -> Needs:
    """Return what an ASCII text must hold one of for `pattern` to match it.

    None where nothing in particular can be told, and where the interpreter does not show the
    parts of a pattern.
    """
    if parser is None or code is None:
        return None
    return _needs_of(parser.parse(pattern, flags), _Sides(is_begun=False, is_ended=False))


def _needs_of(items: Sequence[Any], sides: _Sides) -> Needs:
    """Return the needs of parts in a row, all of which must match: those that tell most."""
    found: list[frozenset[Need]] = []
    at = 0
    while at < len(items):
        end, strings = at, {""}
        while end < len(items) and (more := _strings_of(items[end])) is not None:
            if len(strings) * len(more) > MOST_STRINGS:
                break
            strings = {one + other for one, other in product(strings, more)}
            end += 1
        here = _sides_of(items, at, max(end, at + 1), around=sides)
        needs = _needs_of_strings(strings, here) if end > at else None
        if needs is None and end == at:
            needs = _needs_of_one(items[at], here=here)
            end += 1
        if needs is not None:
            found.append(needs)
        at = end
    return min(found, key=_cost, default=None)


def _needs_of_one(item: Any, here: _Sides) -> Needs:
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


def _needs_of_strings(strings: set[str], sides: _Sides) -> Needs:
    """Return one need of each of the strings, None if one of them needs nothing."""
    needs = set[Need]()
    for string in strings:
        if not string.isascii():
            continue
        text = string.lower()
        every = []
        for found in WORDS.finditer(text):
            is_begun = found.start() > 0 or sides.is_begun
            is_ended = found.end() < len(text) or sides.is_ended
            every.append(Need(found[0], is_begun and is_ended))
        if not every:  # no word, but a mark, as "#"
            if not text.strip():
                return None
            every.append(Need(text, is_whole=False))
        needs.add(min(every, key=_cost_of_one))
    return frozenset(needs)


def _cost(needs: frozenset[Need]) -> float:
    return sum(map(_cost_of_one, needs))


def _cost_of_one(need: Need) -> float:
    """Return how little a need tells: a word of most questions, or a letter or two."""
    if need.text in _ASKING or (len(need.text) < 2 and need.text.isalnum()):
        return 100.0
    return (1.0 if need.is_whole else 4.0) + 1 / len(need.text)


def _sides_of(items: Sequence[Any], start: int, end: int, *, around: _Sides) -> _Sides:
    """Return whether a word begins and ends with some parts of a row; `around` are its own sides.

    What may stand between as well as not, as in `\\W*` and `(?:the )?`, is looked past.
    """
    before, after = items[:start][::-1], items[end:]
    is_begun, is_ended = _border_in(before, at_end=True), _border_in(after, at_end=False)
    return _Sides(
        around.is_begun if is_begun is None else is_begun,
        around.is_ended if is_ended is None else is_ended,
    )


def _border_in(items: Sequence[Any], *, at_end: bool) -> bool | None:
    """Whether a word ends or begins at the first of the parts, None where they may all be empty."""
    for item in items:
        if _is_border(item, at_end=at_end):
            return True
        kind, value = item
        is_optional = kind in (code.MAX_REPEAT, code.MIN_REPEAT) and value[0] == 0
        if is_optional and not _is_bordered(value[2], at_end=at_end):
            return False
        if not is_optional and kind not in (code.ASSERT, code.ASSERT_NOT):
            return False
    return None


def _is_bordered(items: Sequence[Any], *, at_end: bool) -> bool:
    return bool(_border_in(items[::-1] if at_end else items, at_end=at_end))


def _is_border(item: Any, *, at_end: bool) -> bool:
    """Whether a word ends or begins at this part of a pattern, on the side that is asked for."""
    kind, value = item
    if kind is code.SUBPATTERN:
        return _is_bordered(value[3], at_end=at_end)
    if kind is code.BRANCH:
        return all(_is_bordered(one, at_end=at_end) for one in value[1])
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        return bool(value[0] > 0) and _is_bordered(value[2], at_end=at_end)
    if kind is code.AT:
        if at_end:
            return value in (code.AT_BOUNDARY, code.AT_BEGINNING, code.AT_BEGINNING_STRING)
        return value in (code.AT_BOUNDARY, code.AT_END, code.AT_END_STRING)
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
        return is_here and _is_bordered(inside, at_end=at_end)
    return False
