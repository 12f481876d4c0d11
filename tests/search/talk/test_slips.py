"""Slips in the words that ask are mended; whatever else was typed stays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from bot.search.talk.slips import LONGEST, mend_slips
from tests.examples import make_event, make_timeline

FLIGHTS = make_timeline(
    make_event("first", "1961-04-12", "First flight of the rocket from the desert"),
    make_event("second", "1961-08-06", "Second flight of the rocket from the desert"),
    make_event("seong", "1970-02-01", "Seong opens an office for apollo matters"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FLIGHTS, known_words=known_words())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sprnig 1961", "spring 1961"),
        ("betwen April and August", "between April and August"),
        ("wehn did it fly", "when did it fly"),
        ("ten years ago tpday", "ten years ago today"),
        ("flights lastweek", "flights last week"),
        ("onthis day", "on this day"),
        ("flight ofthe rocket", "flight of the rocket"),
        ("apollo11 offices", "apollo 11 offices"),
        ("кгода был полёт", "когда был полёт"),
        ("посленний полёт", "последний полёт"),
    ],
)
def test_a_word_that_asks_is_read_as_it_was_meant(index: Index, typed: str, meant: str) -> None:
    assert mend_slips(typed, index.speller) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "when did the rocket fly in spring",  # nothing to mend
        "who is Betwen",  # a name, by its capital
        "the desrt flight",  # the speller's work, which tells what it searched for
        "eight days later",  # a number, not the eighth
        "seond",  # as near to a word of the entries
        "write to me@betwen.org or #betwen",
        "KN23 and T90",
        "why didn't it fly, wasn\u2019t it ready",
        "",
    ],
)
def test_other_words_stay_as_they_were_typed(index: Index, typed: str) -> None:
    assert mend_slips(typed, index.speller) == typed


@given(st.text(max_size=300))
def test_nothing_is_mended_twice(index: Index, text: str) -> None:
    once = mend_slips(text, index.speller)
    assert mend_slips(once, index.speller) == once


def test_what_is_no_message_is_left_alone(index: Index) -> None:
    text = "betwen " * LONGEST
    assert mend_slips(text, index.speller) == text


def test_a_question_with_such_a_slip_is_answered(index: Index) -> None:
    found = search("laatest flight of the rocket", index, today=date(2026, 1, 1))
    assert found.outcome is Outcome.SURE
    assert found.matches[0].event.id == "second"
