"""The rule machine: what templates match, which rule wins, and what a builder may do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.errors import DateError
from bot.search.dates.date_rules import Found, Grammar, Token

TODAY = date(2026, 11, 23)


def tokens(symbols: str) -> list[Token]:
    """One token for each word, standing where the word stands, numbered from 1."""
    made, end = [], 0
    for number, symbol in enumerate(symbols.split(), start=1):
        start = symbols.index(symbol, end)
        end = start + len(symbol)
        made.append(Token(symbol, start, end, value=number))
    return made


def make(symbol: str) -> Callable[[Found], Token]:
    return lambda _: Token(symbol)


def reduced(symbols: str, *rules: tuple[Callable[[Found], Token | None], str]) -> str:
    grammar = Grammar(rules, classes={"anymonth": "month|maymonth"})
    return " ".join(token.symbol for token in grammar.reduce(tokens(symbols), today=TODAY))


@pytest.mark.parametrize(
    ("template", "symbols", "expected"),
    [
        ("day month", "in day month year", "in date year"),
        ("day|ordinal month", "ordinal month", "date"),
        ("day of? month", "day of month day month", "date date"),
        ("the? day", "the day day", "date date"),
        ("day anymonth", "day maymonth", "date"),
        ("day !month", "day month day", "day month date"),
        ("day !comma,year", "day comma year day comma day", "day comma year date comma date"),
        ("day =month", "day month day", "date month day"),
        ("^in|on day", "in day at day", "in day at date"),
        ("day", "unheard-of day", "unheard-of date"),
    ],
)
def test_a_template_replaces_what_it_describes(template: str, symbols: str, expected: str) -> None:
    assert reduced(symbols, (make("date"), template)) == expected


def test_the_earlier_rule_wins_when_two_understand_a_run() -> None:
    assert reduced("day month", (make("first"), "day month"), (make("second"), "day")) == "first"
    assert reduced("day", (make("first"), "day month"), (make("second"), "day")) == "second"


def test_the_next_rule_is_tried_when_a_builder_declines_or_fails() -> None:
    def decline(_: Found) -> None:
        return None

    def fail(_: Found) -> Token:
        raise DateError("no such day")

    assert reduced("day", (decline, "day"), (fail, "day"), (make("date"), "day")) == "date"


def test_a_builder_finds_tokens_by_label_or_by_symbol() -> None:
    def build(found: Found) -> Token:
        assert found["first"].value == 1
        assert found["month"].value == 3
        assert found.get("year") is None
        assert found.get("unheard-of") is None
        return Token("date")

    assert reduced("day of month", (build, "first:day|ordinal of? month year?")) == "date"


def test_what_is_made_stands_where_the_run_stood() -> None:
    grammar = Grammar([(make("date"), "day month")], classes={})
    _, made, _ = grammar.reduce(tokens("in day month year"), today=TODAY)
    assert (made.start, made.end) == (3, 12)
