"""The rule machine: tokens, and patterns over their symbols that replace runs of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from bot.errors import DateError
from bot.search.dates.calendar_spans import Recurring
from bot.timeline.dates import DateSpan

OPAQUE = "opaque"  # the symbol of words without a meaning
READING = "reading"  # the symbol of a time that has been read

# Doubt: none; gone once a preposition says that it is a time; for good.
SURE, CLEARABLE, LATENT = range(3)

AT_END, FROM_WEEKDAY = 1, 2  # what `extra` of a reading tells of its making
INFLECTED = 1  # the `extra` of an ordinal with a Russian ending, which may be one of a year

MOST_AT_HAND = 512  # sets of symbols whose rules are kept: those of many questions

_OTHER = "\xff"  # stands for every symbol that a grammar does not name
_LOOKS = {"!": "?!", "=": "?=", "^": "?<!"}  # signs of templates for looking around


class Token(NamedTuple):
    """A run of text: its symbol in the grammar, where it stands, and what it means."""

    symbol: str
    start: int = 0
    end: int = 0
    value: int = 0
    extra: int = 0
    spans: tuple[DateSpan, ...] = ()
    recurring: Recurring | None = None
    doubt: int = SURE


def reading(
    spans: Iterable[DateSpan] = (), *, recurring: Recurring | None = None, doubt: int = SURE
) -> Token | None:
    """Return the token of a time that was read; None where there is none."""
    spans = tuple(spans)
    if not spans and not recurring:
        return None
    return Token(READING, spans=spans, recurring=recurring, doubt=doubt)


class Found:
    """The tokens that a rule matched, by the names in its template."""

    __slots__ = ("_match", "_tokens", "today")

    def __init__(self, tokens: Sequence[Token], match: re.Match[str], *, today: date) -> None:
        self._tokens, self._match, self.today = tokens, match, today

    def get(self, name: str) -> Token | None:
        """Return the token called `name`; None where it is missing or not in the template."""
        place = self._match.start(name) if name in self._match.re.groupindex else -1
        return self._tokens[place] if place >= 0 else None

    def __getitem__(self, name: str) -> Token:
        return self._tokens[self._match.start(name)]


Build = Callable[[Found], Token | None]
"""Makes one token of those found, or declines; it may raise `DateError` or `ValueError`."""


class _Rule:
    def __init__(self, build: Build, pattern: str, needs: Sequence[frozenset[str]]) -> None:
        self._build, self._pattern, self.needs = build, pattern, needs

    def may_match(self, symbols: frozenset[str]) -> bool:
        """Whether tokens with these symbols, in whatever order, have all that the rule needs."""
        return not any(map(symbols.isdisjoint, self.needs))

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        # Compiled when first tried: most questions meet only a few of the rules.
        return re.compile(self._pattern).match

    def apply(self, tokens: Sequence[Token], match: re.Match[str], today: date) -> Token | None:
        try:
            return self._build(Found(tokens, match, today=today))
        except (DateError, ValueError, OverflowError):  # outside of the years that can be written
            return None


class Grammar:
    """Rules for one pass over the tokens, in order: the first that understands a run wins.

    A rule is a builder and its templates, one on a line. A template is names of symbols: `a|b`
    either, `x?` perhaps, `!x,y` not followed by x and then y, `=x,y` followed by them, `^a|b`
    not after either. A name may stand for a class of symbols. What the builder wants to see is
    labelled, `label:a|b`, or goes by the name of its one symbol.
    """

    def __init__(self, table: Sequence[tuple[Build, str]], *, classes: Mapping[str, str]) -> None:
        self._table, self._classes = table, classes
        self._at_hand: dict[frozenset[str], dict[str, list[_Rule]]] = {}

    def compile(self) -> None:
        """Compile every rule now, not when a question first needs it."""
        for rules in self._compiled[1].values():
            for rule in rules:
                rule.match  # noqa: B018 (kept once it was made)

    def reduce(self, tokens: Sequence[Token], *, today: date) -> list[Token]:
        """Replace every run of tokens that a rule understands, from left to right."""
        # Most words are of no rule: without them few sets of symbols are ever met.
        rules = self._rules_for(self._symbols.intersection([token.symbol for token in tokens]))
        if not rules:
            return list(tokens)
        letters = self._compiled[0]
        symbols = "".join([letters.get(token.symbol, _OTHER) for token in tokens])
        reduced: list[Token] = []
        place = 0
        while place < len(tokens):
            token, end = tokens[place], place + 1
            for rule in rules.get(token.symbol, ()):
                match = rule.match(symbols, place)
                made = rule.apply(tokens, match, today) if match else None
                if match and made:
                    end = match.end()
                    token = made._replace(start=token.start, end=tokens[end - 1].end)
                    break
            reduced.append(token)
            place = end
        return reduced

    def _rules_for(self, symbols: frozenset[str]) -> dict[str, list[_Rule]]:
        """Return the rules that may match tokens with these symbols, by what they begin with.

        There are some hundred rules, and each question has symbols for a few.
        """
        found = self._at_hand.get(symbols)
        if found is None:
            rules = self._compiled[1]
            fitting = {s: [r for r in rules.get(s, ()) if r.may_match(symbols)] for s in symbols}
            found = {symbol: some for symbol, some in fitting.items() if some}
            if len(self._at_hand) >= MOST_AT_HAND:
                self._at_hand.clear()
            self._at_hand[symbols] = found
        return found

    @cached_property
    def _symbols(self) -> frozenset[str]:
        """All symbols with which a rule begins or that it needs."""
        needed = (
            one for rules in self._compiled[1].values() for rule in rules for one in rule.needs
        )
        return frozenset(self._compiled[1]).union(*needed)

    @cached_property
    def _compiled(self) -> tuple[dict[str, str], dict[str, list[_Rule]]]:
        """The letters of symbols, and the rules by the symbols that they may begin with."""
        reader = _TemplateReader(self._classes)
        rules: dict[str, list[_Rule]] = {}
        for build, templates in self._table:
            for template in templates.strip().splitlines():
                firsts, pattern, needs = reader.read(template)
                rule = _Rule(build, pattern, needs)
                for symbol in firsts:
                    rules.setdefault(symbol, []).append(rule)
        return reader.letters, rules


class _TemplateReader:
    """Turns templates to regular expressions, in which every symbol is one letter."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes
        self.letters: dict[str, str] = {}

    def read(self, template: str) -> tuple[list[str], str, list[frozenset[str]]]:
        """Return the symbols that a run may begin with, the pattern of the whole, and its needs.

        These are the sets of symbols of each of which it must hold one.
        """
        firsts: list[str] = []
        needs: list[frozenset[str]] = []
        pattern, is_first = "", True
        for part in template.split():
            look = _LOOKS.get(part[0])
            if look:
                wanted = "".join(self._one_of(names) for names in part[1:].split(","))
                pattern += f"({look}{wanted})"
                continue
            label, _, names = part.strip("?").rpartition(":")
            name = label or (names if "|" not in names else "")
            is_named = name and f"<{name}>" not in pattern
            symbol = self._one_of(names)
            pattern += f"(?P<{name}>{symbol})" if is_named else symbol
            if is_first:
                firsts += self._symbols(names)
            if part.endswith("?"):
                pattern += "?"
            else:
                is_first = False
                needs.append(frozenset(self._symbols(names)))
        return firsts, pattern, needs

    def _symbols(self, names: str) -> list[str]:
        return "|".join(self._classes.get(name, name) for name in names.split("|")).split("|")

    def _one_of(self, names: str) -> str:
        letters = self.letters
        symbols = self._symbols(names)
        return f"[{''.join(letters.setdefault(s, chr(0x100 + len(letters))) for s in symbols)}]"
