"""Which way something went: what came from there is not what was sent there."""

from __future__ import annotations

import pytest

from bot.search.entries.directions import goes_the_other_way
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

TRADE = make_timeline(
    make_event("corn", "1911", "Arland corn arrives in Belport", places=["Belport"]),
    make_event("lion", "1912", "Ada sends a lion to the Belport Zoo"),
    make_event("line", "1913", "A railway line from Arland to Belport is opened"),
    make_event("car", "1914", "Ada Quist gives Bob Rask an Arlandic car", people=["Ada Quist"]),
    make_event("workers", "1915", "Belport sends Arlandic workers home to Arland"),
    names=(
        make_name("Ada Quist"),
        make_name("Bob Rask"),
        make_name("Arland", "Arlandic", kind="places"),
        make_name("Belport", kind="places"),
        make_name("Belport Zoo", kind="organisations"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TRADE)


@pytest.mark.parametrize(
    ("question", "entry", "is_other_way"),
    [
        ("when was the Belport corn shipped to Arland", "corn", True),
        ("when was the Arland corn shipped to Belport", "corn", False),
        ("when was the corn shipped to Belport", "corn", False),
        ("corn shipped to Arland", "corn", True),
        ("corn shipped to Belport", "corn", False),
        ("a line to Arland", "line", False),
        ("corn shipped from the Belport quay to Arland", "corn", True),
        ("when did Bob give Ada Quist a car", "car", True),
        ("a car handed to Ada Quist by Bob Rask", "car", True),
        ("when did Ada Quist hand a car to Bob Rask", "car", False),
        ("Bob Rask handing the car to Ada Quist", "car", True),
        ("the car for Bob Rask that was sent to Arland", "car", False),
        ("workers sent to Arland", "workers", False),
        ("the lion that the Belport Zoo sent to Arland", "lion", True),
        ("the lion that Arland sent to the Belport Zoo", "lion", False),
        ("how much corn did Belport send Arland", "corn", True),
        ("how much corn did Arland send Belport", "corn", False),
        ("railway line from Belport to Arland", "line", True),
        ("railway line from Arland to Belport", "line", False),
        ("the monument to the Arland farmers who fed Belport", "corn", False),
    ],
)
def test_a_title_that_leads_back_to_where_the_question_begins(
    index: Index, question: str, entry: str, is_other_way: bool
) -> None:
    number = next(at for at, event in enumerate(index.events) if event.id == entry)
    query = read_query(question, index, today=DAY)
    assert goes_the_other_way(number, query, index) == is_other_way


def test_what_went_the_other_way_is_not_answered(index: Index) -> None:
    found = search("when did Belport ship corn to Arland", index, today=DAY)
    assert found.outcome is Outcome.ABSTAIN
    assert found.matches[0].event.id == "corn"
