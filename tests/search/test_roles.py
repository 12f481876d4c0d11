"""Who acts in a question, and who acts in a title."""

from __future__ import annotations

import pytest

from bot.search.building import build_index
from bot.search.index import Index
from bot.search.query import read_query
from bot.search.roles import compare_actors
from bot.search.scoring import find_candidates
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

VISITS = make_timeline(
    make_event(
        "visit",
        "1961-07-06",
        "Carla Dent visits Borland to see Emil Frost",
        people=["Carla Dent", "Emil Frost"],
        places=["Borland"],
    ),
    make_event("meeting", "1962", "Emil Frost meets Gina Hall", people=["Emil Frost", "Gina Hall"]),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(VISITS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did Dent visit Frost?", 1),
        ("When did Frost visit Dent?", -1),
        ("visit to Borland", 0),
        ("When did Hall meet Frost?", 1),
        ("When was Dent in Borland?", 1),
    ],
)
def test_the_one_who_acts_stands_before_the_deed(
    index: Index, question: str, expected: float
) -> None:
    query = read_query(question, index, today=DAY)
    best = find_candidates(query, index)[0]
    assert compare_actors(best, query, index) == expected
