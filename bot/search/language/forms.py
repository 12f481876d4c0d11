"""`Form`: a pattern that is only tried on a text that holds a word which it needs.

Most of the forms in which people ask are not in most questions, and trying each of some dozens
costs more than all else that is done with a short question. Which words a form needs is read
off its own pattern, so that nobody who adds a way of asking has to think of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from bot.search.language.needs import WORDS, needs_of

MOST_TEXTS = 64  # whose words are at hand: those of the few questions asked at this moment
USES = 8  # of a form, after which it pays to know what it needs

LONGEST_LEAD = 100  # characters of what leads up to a word, spaces included


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
        if self._is_open or self._parts:
            return self._compiled.sub(put, text) if self.may_match(text) else text
        if text.isascii() and self._words.isdisjoint(words_of(text)):
            return text  # as is most often so
        return self._compiled.sub(put, text)

    def look_for_needs(self) -> None:
        """Find out which words the form needs, now and not after so many uses."""
        self._uses = USES
        needs = needs_of(self.pattern, self.flags)
        if needs is None:
            return
        self._words = frozenset(need.text for need in needs if need.is_whole)
        self._parts = tuple(sorted(need.text for need in needs if not need.is_whole))
        self._is_open = False


class Forms:
    """Several forms of which most texts have none, passed by with one look."""

    __slots__ = ("_every", "forms")

    def __init__(self, *forms: Form) -> None:
        self.forms = forms
        self._every: Form | None = None

    def may_match(self, text: str) -> bool:
        """Whether any of the forms may be in a text."""
        if self._every is not None:
            return self._every.may_match(text)
        found = [form.may_match(text) for form in self.forms]
        if all(form.is_ready for form in self.forms):
            self._every = Form.of_any(self.forms)
        return any(found)


@lru_cache(maxsize=MOST_TEXTS)
def words_of(text: str) -> frozenset[str]:
    """Return the words of an ASCII text, in small letters."""
    return frozenset(WORDS.findall(text.lower()))


def without(text: str, found: re.Match[str]) -> str:
    """Return a text with a space in the place of what was found in it."""
    return f"{text[: found.start()]} {text[found.end() :]}"


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
