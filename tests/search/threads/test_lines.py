"""A line of a list shown, named by its number or its ordinal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.asking.which_one import Which
from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.terms import fold
from bot.search.threads.lines import read_end, read_line
from bot.search.threads.thread import LINE_SCORE
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

TRIPS = make_timeline(
    make_event("t1", "2004-07-04", "Evan Foss travels to Belport", people=["Evan Foss"]),
    make_event("t2", "2009-04-23", "Evan Foss comes home from Dorham", people=["Evan Foss"]),
    make_event("t3", "2018-05-31", "The second trip of Evan Foss", people=["Evan Foss"]),
    make_event("two", "2020-01-31", "Arland sells 2 ships", people=["Carla Dent"]),
    names=(make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TRIPS)


def ask(index: Index, question: str) -> Finding:
    shown = "\n".join(
        f"{n}. {event.title}" for n, event in enumerate(TRIPS.events, start=1) if n < 4
    )
    context = (Turn(is_question=True, text="Foss"), Turn(is_question=False, text=shown))
    return search(question, index, today=DAY, context=context)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("tell me more on number three", 3),
        ("no. 2 please", 2),
        ("#4", 4),
        ("2", 2),
        ("item 12", 12),
        ("подробнее про номер 3", 3),
        ("2번 자세히", 2),
        ("the second one, which port did it come to", 2),
        ("details on the 2nd one", 2),
        ("the third - who was there", 3),
        ("can you expand on 3?", 3),
        ("more on 2 please", 2),
    ],
)
def test_a_line_is_told_by_its_number(question: str, number: int) -> None:
    line = read_line(fold(question))
    assert line is not None
    assert line.number == number


def test_the_last_line_may_be_meant() -> None:
    line = read_line("the last one, how did they take it")
    assert line is not None
    assert line.which is Which.LAST


@pytest.mark.parametrize(
    "question",
    [
        "the first one to visit Belport",
        "the second rocket test",
        "resolution 1718",
        "no 100 ships",
        "he came 2번째로",
        "number of tests",
    ],
)
def test_other_numbers_name_no_line(question: str) -> None:
    assert read_line(fold(question)) is None


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for_a_line(text: str) -> None:
    line = read_line(fold(text))
    assert line is None or line.number >= 1


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("more about number 1", "t1"),
        ("the first one, where had he been", "t1"),
        ("the third, what was that", "t3"),
        ("number 2", "t2"),
        ("3", "t3"),
    ],
)
def test_a_line_of_the_list_shown_is_sure(index: Index, question: str, expected: str) -> None:
    found = ask(index, question)
    assert found.matches[0].event.id == expected
    assert found.matches[0].score >= LINE_SCORE


def test_a_line_that_is_not_there_is_not_known(index: Index) -> None:
    assert ask(index, "number 7").outcome is Outcome.ABSTAIN


def test_a_long_text_asks_for_no_end_of_a_list() -> None:
    assert read_end("which of these was first") is Which.FIRST
    assert read_end("which " * 2000 + "was first") is None
