"""Words said before a question that no entry has."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.talk.chatter import about_question
from tests.examples import make_event, make_name, make_timeline


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event("visit", "1961", "Ada Quist visits Bergen", people=["Ada Quist"]),
            make_event("crew", "1962", "A crew of Bergen finds the lost lighthouse"),
            names=(make_name("Ada Quist", "Ада Квист"), make_name("Bergen", "Берген")),
        )
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("k when did Ada Quist visit Bergen", "when did Ada Quist visit Bergen"),
        ("k did Ada Quist visit Bergen", "did Ada Quist visit Bergen"),
        ("sanity check, when did Ada Quist visit Bergen", "when did Ada Quist visit Bergen"),
        ("for a riddle who found the lighthouse of Bergen", "who found the lighthouse of Bergen"),
        ("капец когда Ада Квист была в Берген", "когда Ада Квист была в Берген"),
    ],
)
def test_they_are_no_part_of_it(index: Index, text: str, question: str) -> None:
    assert about_question(text, index).strip(" ,") == question


@pytest.mark.parametrize(
    "text",
    [
        "lighthouse: when did Ada Quist visit Bergen",  # an entry has it
        "Toronto, when did Ada Quist visit Bergen",  # a name
        "giraffe: when did Ada Quist visit it in Bergen",  # pointed back to
        "giraffe: who was first",  # no question without it
        "after the eclipse when did Ada Quist visit Bergen",
        "two years ago today, who came to Bergen with Ada Quist",
    ],
)
def test_they_are_where_the_question_needs_them(index: Index, text: str) -> None:
    assert about_question(text, index).split() == text.split()
