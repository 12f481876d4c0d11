"""Somebody's name is asked for: an entry that names nobody such is no answer."""

from __future__ import annotations

import pytest

from bot.search.entries.named_people import asks_for_unnamed
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

SHIPS = make_timeline(
    make_event("yacht", "1911", "The yacht Swan is seized", summary="Its captain was let go."),
    make_event(
        "barge",
        "1912",
        "The barge Otter sinks",
        summary="Captain Ada Quist swam ashore.",
        people=["Ada Quist"],
    ),
    make_event(
        "museum",
        "1913",
        "Ada Quist opens a museum",
        people=["Ada Quist"],
        keywords=["architect"],
    ),
    make_event(
        "soldiers",
        "1914",
        "Two soldiers are saved",
        summary="Emil Frost saw it.",
        people=["Emil Frost"],
    ),
    make_event(
        "engineers",
        "1915",
        "Two engineers are hired",
        people=["Ada Quist", "Emil Frost"],
    ),
    names=(make_name("Ada Quist"), make_name("Emil Frost")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(SHIPS)


@pytest.mark.parametrize(
    ("question", "event_id", "is_unnamed"),
    [
        ("who was the captain of the yacht Swan", "yacht", True),
        ("name of the captain of the yacht", "yacht", True),
        ("the captain of the barge Otter", "barge", False),
        ("architect of the museum", "museum", True),  # no text of it says so
        ("who opened the museum", "museum", False),
        ("names of the two soldiers", "soldiers", True),
        ("names of the soldiers whom Emil Frost saw", "soldiers", True),
        ("names of the two engineers", "engineers", False),
    ],
)
def test_a_name_that_an_entry_does_not_tell(
    index: Index, question: str, event_id: str, is_unnamed: bool
) -> None:
    number = next(n for n, event in enumerate(index.events) if event.id == event_id)
    query = read_query(question, index, today=DAY)
    assert asks_for_unnamed(number, query, index) is is_unnamed


def test_where_no_names_are_curated_none_is_missed() -> None:
    bare = build_index(make_timeline(make_event("yacht", "1911", "The yacht Swan is seized")))
    query = read_query("who was the captain of the yacht Swan", bare, today=DAY)
    assert not asks_for_unnamed(0, query, bare)
