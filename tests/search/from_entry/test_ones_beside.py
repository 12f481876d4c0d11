"""One of a kind beside another: by what it is called, whatever else the question says."""

from __future__ import annotations

import pytest

from bot.search.entries.called import is_called
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from tests.examples import make_event, make_name, make_timeline
from tests.search.entries.test_occasions import answer
from tests.search.test_ranking import DAY

LETTERS = make_timeline(
    make_event("1600-harvest-day-letter", "1600-09-01", "Queen Ada writes to Carl on Harvest Day"),
    make_event("1602-market-day-letter", "1602-06-01", "Duke Carl writes to Ada on Market Day"),
    make_event("1604-harvest-day-letter", "1604-09-01",
               "Queen Ada writes to Carl on Harvest Day of a sealed peace"),
    make_event("1610-ada-praises-carl", "1610-03-01", "Queen Ada greets Duke Carl at his jubilee",
               summary="Her greeting praised a dear brother."),
    make_event("1606-carl-jubilee-greeting", "1606-03-01",
               "Ada sends Duke Carl a jubilee greeting"),
    make_event("1615-ada-jubilee-greeting", "1615-03-01", "Ada sends a jubilee greeting to Carl"),
    make_event("plague-begins", "1620-03-01", "Sickness closes the gates", tags=["plague"]),
    make_event("envoys", "1622-05-01", "Envoys of Belport ride in",
               summary="They were the first embassy since the plague.",
               tags=["plague", "visit"], keywords=["foreign guests"]),
    make_event("beards", "1615-07-01", "Carl taxes bearded men"),
    make_event("plague-ends", "1622-07-01", "The gates stay open", tags=["plague"]),
    make_event("embassy", "1625-05-01", "An embassy of Chorley rides in", tags=["visit"]),
    make_event("bridge", "1630-05-01", "A first stone bridge is built"),
    make_event("became", "1640-05-01", "A stone bridge at Dorham became a ruin"),
    *(make_event(f"walk-{year}", f"{year}-07-01", "Ada walks in her garden")
      for year in range(1660, 1680)),
    names=(make_name("Ada Reed"), make_name("Ada Bell"),
           make_name("Carl Voss", "Carl", "Duke Carl"), make_name("Belport", kind="places"),
           make_name("Dorham", kind="places"), make_name("Chorley", kind="places")),
    synonyms=(("Harvest Day", "the reaping feast"),),
    tags=(("plague", "the plague"), ("visit", "visits")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(LETTERS)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("the previous Harvest Day letter before the 'sealed peace' one",
         "1600-harvest-day-letter", "half of a name names nothing"),
        ("ada's jubilee greeting to carl prior to the 'dear brother' one in your list",
         "1606-carl-jubilee-greeting", "it is the one of the list, and no list is asked for"),
        ("first bearded foreign embassy since the plague", "envoys",
         "it says so itself, though it lacks a word"),
        ("the first stone bridge, what became of it", "bridge",
         "what is asked of it does not tell which it is"),
    ],
)  # fmt: skip
def test_one_of_a_kind_is_told_from_others(
    index: Index, question: str, expected: str, why: str
) -> None:
    assert answer(index, question)[0] == expected, why


def test_an_ordinal_behind_the_comma_is_asked_for(index: Index) -> None:
    assert answer(index, "that Harvest Day letter, when was the last one she wrote")[0] == (
        "1604-harvest-day-letter"
    )


def test_half_of_a_name_calls_nothing(index: Index) -> None:
    (unit,) = read_query("Harvest Day", index, today=DAY).units
    assert is_called("1600-harvest-day-letter", unit, index)
    assert not is_called("1602-market-day-letter", unit, index)
