"""A message that tells one thing and asks for the next, as if it were a thread by itself."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.told_then_asked import told_then_asked
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event("first", "1985-04", "Arland and Belport sign a border treaty"),
            make_event("mill", "1985-06", "A mill burns down in Arland"),
            make_event("second", "1986-09", "Arland and Belport sign a border agreement"),
            make_event("third", "1990", "Arland and Belport sign a border agreement on fords"),
            make_event("talk", "1957-02", "Ada Quist asks Emil Frost for bank notes"),
            make_event("again", "1957-08", "Ada Quist and Emil Frost talk about wheat"),
            names=(
                make_name("Ada Quist"),
                make_name("Emil Frost"),
                make_name("Arland", kind="places"),
                make_name("Belport", kind="places"),
            ),
        )
    )


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("the border treaty was april 1985, what was the next border agreement", "second"),
        ("They signed one in April 1985, a border treaty. When was the next agreement?", "second"),
        ("in 1957 quist asked frost for bank notes. when was their second talk?", "again"),
        ("Quist asked Frost for bank notes in 1957 - when was the next talk?", "again"),
        ("They signed the border treaty in April 1985, what came next on the border?", "second"),
        ("Quist asked Frost for bank notes in 1957. When did he talk to him once more?", "again"),
        ("Quist asked Frost for bank notes. а что было потом?", "again"),
    ],
)
def test_the_next_of_what_was_told_is_not_that_itself(
    index: Index, question: str, entry: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == entry
    assert found.start is not None  # what it was counted from is named to the asker
    assert found.start.id != entry


def test_what_asks_for_no_next_is_one_question(index: Index) -> None:
    for question in (
        "the border treaty, april 1985",
        "A mill burnt down, didn't it?",
        "next, please, something about the mill",
        "when was the border treaty signed again?",
        "the border treaty, what year was it again?",
        "A mill burnt down, next to the bridge, who saw it?",
    ):
        assert not list(told_then_asked(question))
    found = search("In April 1985, who signed a border treaty?", index, today=DAY)
    assert (found.outcome, found.matches[0].event.id) == (Outcome.SURE, "first")


def test_a_text_of_many_parts_falls_into_two_only(index: Index) -> None:
    text = "border treaty, what next " * 20
    parts = list(told_then_asked(text))
    assert 0 < len(parts) <= 6
    assert not any(list(told_then_asked(told)) for told, _ in parts)
    assert search(text, index, today=DAY).query is not None
