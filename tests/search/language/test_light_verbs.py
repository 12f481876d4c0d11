"""Verbs that only say that something was done, in questions about what was done."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_timeline

TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event(
                "survey-1",
                "1956-03-01",
                "A survey of the coast begins",
                keywords=["промер берега", "해안 측량"],
            ),
            make_event(
                "survey-2",
                "1961-03-01",
                "The harbour carries out a second survey of the coast",
                keywords=["промер берега", "해안 측량"],
            ),
            make_event("music", "1958-03-01", "A blind man conducts the harbour orchestra"),
        )
    )


@pytest.mark.parametrize(
    "question",
    [
        "when did they first conduct a survey of the coast",
        "when was the first survey of the coast carried out",
        "когда впервые провели промер берега",
        "해안 측량을 처음 실시한 날",
    ],
)
def test_what_was_done_is_found_whatever_verb_says_so(question: str, index: Index) -> None:
    assert search(question, index, today=TODAY).matches[0].event.id == "survey-1"


def test_such_a_verb_counts_where_nothing_else_is_said(index: Index) -> None:
    query = read_query("who conducted in 1958", index, today=TODAY)
    assert [unit.text for unit in query.hard] == ["conducted"]


def test_a_message_is_sent_whatever_verb_says_so(index: Index) -> None:
    query = read_query("측량에 대해 보낸 축전", index, today=TODAY)
    assert "보낸" not in [unit.text for unit in query.hard]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("what was the deal with the orchestra", ["orchestra"]),
        ("what's the deal with the orchestra", ["orchestra"]),
        ("when was the deal with the orchestra made", ["deal", "orchestra"]),
        ("who was behind the survey", ["survey"]),
    ],
)
def test_no_deal_is_asked_for_where_somebody_wants_to_know_what_it_was(
    question: str, asked: list[str], index: Index
) -> None:
    query = read_query(question, index, today=TODAY)
    assert [unit.text for unit in query.hard] == asked
