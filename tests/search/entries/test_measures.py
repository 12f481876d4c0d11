"""Sizes, weights, ages, prices, names: an entry that tells none answers no question for one."""

from __future__ import annotations

import pytest

from bot.search.entries.measures import asks_for_untold_measure
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

FAIR = make_timeline(
    make_event(
        "bear",
        "1911",
        "Ada Quist gives the zoo a bear",
        summary="Ada Quist came with 30 keepers. Emil Frost took it in.",
        people=["Ada Quist", "Emil Frost"],
    ),
    make_event(
        "tower",
        "1912",
        "A tower opens in Oslo",
        summary="It is 120 metres high and was put at 3 million crowns or 40 thousand dollars.",
        places=["Oslo"],
    ),
    make_event("ship", "1913", "A ship sails to Oslo", summary="The Gannet Queen took nine days."),
    make_event("poet", "1914", "A poet dies in Oslo, aged 81"),
    make_event("ferry", "1915", "A ferry sinks", summary="The wreck of the Gannet was sold."),
    names=(
        make_name("Ada Quist"),
        make_name("Emil Frost"),
        make_name("Oslo", kind="places"),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FAIR)


@pytest.mark.parametrize(
    ("question", "entry", "is_untold"),
    [
        ("how heavy was the bear", "bear", True),
        ("how much did the bear cost", "bear", True),
        ("price of the bear", "bear", True),
        ("what colour was the bear", "bear", True),
        ("what was the name of the bear", "bear", True),
        ("the bear's name", "bear", True),
        ("what was the bear called", "bear", True),
        ("сколько стоил медведь", "bear", True),
        ("곰 가격은 얼마였어", "bear", True),
        ("곰의 무게는 얼마", "bear", True),
        ("когда родился медведь", "bear", True),
        ("where was Ada Quist born", "bear", True),
        ("비용 분담", "bear", False),
        ("how many keepers came with the bear", "bear", False),
        ("when did the zoo get the bear", "bear", False),
        ("how tall is the tower", "tower", False),
        ("what did the tower cost", "tower", False),
        ("how old was the poet", "poet", False),
        ("how old was Ada Quist", "bear", True),
        ("name of the ferry", "ferry", False),
        ("how long is the ferry", "ferry", True),
        ("how long is the tower", "tower", False),
        ("how many hours did the ferry sail", "ferry", True),
        ("how many passengers did the ferry carry", "ferry", True),
        ("how many of the crew drowned with the ferry", "ferry", True),
        ("how many sailors were on the ship", "ship", False),  # "nine" is told of something
        ("how many people came with the bear", "bear", False),
        ("how many ferries sank", "ferry", False),
        ("the poet's name", "poet", False),
    ],
)
def test_a_measure_that_an_entry_does_not_tell(
    index: Index, question: str, entry: str, is_untold: bool
) -> None:
    number = next(at for at, event in enumerate(index.events) if event.id == entry)
    query = read_query(question, index, today=DAY)
    assert asks_for_untold_measure(number, query, index) == is_untold


def test_who_asks_for_an_untold_measure_is_not_answered_and_who_asks_for_a_told_one_is(
    index: Index,
) -> None:
    untold = search("how heavy was the bear that Ada Quist gave the zoo", index, today=DAY)
    told = search("how tall was the tower in Oslo", index, today=DAY)
    assert untold.outcome is Outcome.ABSTAIN
    assert untold.matches[0].event.id == "bear"
    assert told.matches[0].event.id == "tower"
    assert told.outcome is not Outcome.ABSTAIN
