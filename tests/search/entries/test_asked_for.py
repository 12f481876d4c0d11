"""What is asked for: an entry that cannot tell that thing, or that number, is trusted less."""

from __future__ import annotations

import pytest

from bot.search.entries.asked_for import asks_for_unmet, asks_for_untold_number, is_asking
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.weighing.scoring import find_candidates
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

WRECKS = make_timeline(
    make_event(
        "ferry", "1911", "The ferry Swan is lost", summary="Of the passengers 30 were saved."
    ),
    make_event("barge", "1912", "The barge Otter sinks", summary="Sailors swam ashore in 1913."),
    make_event("rifle", "1913", "Ada presents a rifle and a lamp"),
    make_event("castle", "1800", "A castle burns down"),
    make_event("choir", "1920", "Peru founds a choir", organisations=["Peru"]),
    names=(make_name("Peru"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(WRECKS)


@pytest.mark.parametrize(
    ("question", "is_unmet"),
    [
        ("what rifle did Ada present", False),
        ("what sword did Ada present", True),
        ("who was the captain of the barge Otter", True),
        ("how many of the sailors of the barge swam", False),
        ("the name of the captain of the barge Otter", True),
        ("what was the captain's name on the barge Otter", True),
        ("the name of the barge", False),
        ("how many people swam from the barge Otter", False),
        ("how many people drowned with the barge Otter", True),
        ("what was the purpose of the rifle", False),
        ("which is older, the lamp or the rifle", False),
        ("Ada's lamp", False),
        ("sinking of the barge Otter", False),
        ("the sinking of a yacht near the barge Otter", True),
        ("which Peru choir was founded", False),
        ("which ferry company lost the Swan", True),
        ("what sword lamp did Ada present", False),
        ("what did Ada present", False),
        ("which Peru band was founded", True),
        ("which Peru founded a choir", False),
    ],
)
def test_a_thing_asked_for_that_an_entry_lacks(index: Index, question: str, is_unmet: bool) -> None:
    query = read_query(question, index, today=DAY)
    assert asks_for_unmet(find_candidates(query, index)[0], query) == is_unmet


@pytest.mark.parametrize(
    ("question", "is_untold"),
    [
        ("how many passengers of the ferry Swan were saved", False),
        ("how many sailors of the barge Otter swam", True),
        ("how many times did the barge Otter sink", False),
        ("when did the barge Otter sink", False),
    ],
)
def test_a_number_asked_for_that_an_entry_does_not_tell(
    index: Index, question: str, is_untold: bool
) -> None:
    query = read_query(question, index, today=DAY)
    best = find_candidates(query, index)[0].number
    assert asks_for_untold_number(best, query, index) == is_untold


@pytest.mark.parametrize(
    ("question", "is_asked"),
    [
        ("which barge sank", True),
        ("did the barge sink", True),
        ("какая баржа", True),
        ("어떤 배", True),
        ("sinking of the barge", False),
        ("list the barges", False),
    ],
)
def test_keywords_presuppose_nothing(index: Index, question: str, is_asked: bool) -> None:
    assert is_asking(read_query(question, index, today=DAY)) == is_asked
