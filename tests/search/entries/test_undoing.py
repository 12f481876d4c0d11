"""What was undone, refused or missed: the entry of its beginning does not tell when or why."""

from __future__ import annotations

import pytest

from bot.search.entries.undoing import is_undoing_untold
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

PACTS = make_timeline(
    make_event("river", "1911", "Borland and Arland enter the river pact"),
    make_event("grain", "1912", "Borland lets the grain pact expire"),
    make_event("canal", "1912", "Borland ratifies the canal pact", summary="Few were against it."),
    make_event("mill", "1913", "Borland turns its back on the mill pact"),
    make_event(
        "toll",
        "1914",
        "Carla Dent asks Borland about tolls",
        summary="There were tears.",
        keywords=["Borland refuses the bill", "rejects coins"],
    ),
    make_event("trip", "1913", "Envoys of the river pact leave for Borland"),
    names=(make_name("Borland", kind="places"), make_name("Arland", kind="places")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(PACTS)


@pytest.mark.parametrize(
    ("question", "entry", "is_untold"),
    [
        ("when did Borland withdraw from the river pact", "river", True),
        ("why did Borland tear up the river pact", "trip", True),
        ("когда Borland вышла из river pact", "river", True),
        ("when did Borland withdraw from the grain pact", "grain", False),
        ("when did Borland reject the canal pact", "canal", True),
        ("why did Arland skip the river pact", "river", True),
        ("when did Borland veto the river pact", "river", True),
        ("почему Borland отказалась от river pact", "river", True),
        ("when did Borland quit the mill pact", "mill", False),
        ("why did Carla Dent refuse to see Borland about tolls", "toll", True),
        ("why did Carla Dent tear up the tolls", "toll", True),
        ("why did Borland call off the canal pact", "canal", True),
        ("what made Borland cancel the canal pact", "canal", True),
        ("what was Borland's excuse for vetoing the canal pact", "canal", True),
        ("did Borland withdraw from the river pact", "river", False),
        ("when did Borland join the river pact", "river", False),
    ],
)
def test_an_entry_that_tells_of_nothing_undone(
    index: Index, question: str, entry: str, is_untold: bool
) -> None:
    number = next(at for at, event in enumerate(index.events) if event.id == entry)
    query = read_query(question, index, today=DAY)
    assert is_undoing_untold(number, query, index) == is_untold


def test_when_something_was_undone_is_not_told_by_its_beginning(index: Index) -> None:
    found = search("when did Arland take back its word on the river pact", index, today=DAY)
    assert found.outcome is Outcome.ABSTAIN
