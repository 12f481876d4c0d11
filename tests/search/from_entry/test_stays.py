"""How long somebody was there: the entries of the two ends, and nothing made up between."""

from __future__ import annotations

import pytest

from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ADA, BOB = "Ada Moss", "Bob Reed"


@pytest.fixture(scope="module")
def smithy() -> Index:
    """Return the index of a smithy's history: who came and went, and where it stood."""
    fair = (make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1960, 1980))
    return build_index(
        make_timeline(
            *fair,
            make_event("ada", "1990-01-08", "Ada Moss joins as a driver", people=[ADA]),
            make_event("bob", "1992-03-02", "Bob Reed joins as a smith", people=[BOB]),
            make_event("shop", "1993-06-01", "The Harbour shop opens", people=[BOB]),
            make_event("mill", "1995-01-01", "Move from the barn to the mill"),
            make_event("chief", "1996", "Cy Pole steps back, Bob Reed is ill", people=[BOB]),
            make_event("gone", "2002-04-04", "Ada Moss leaves for the sea", people=[ADA]),
            make_event("storm", "2003-02-02", "Storm: shops in the Harbour close for a day"),
            make_event("back", "2004-04-04", "Ada Moss returns as a baker", people=[ADA]),
            make_event("shut", "2005-07-01", "The Harbour shop is given up"),
            make_event("flood", "2006-08-01/2006-08-09", "The flood closes the Harbour road"),
            make_event("away", "2009-09-09", "Move from the mill to the station"),
            names=(make_name(ADA, "Addie"), make_name(BOB), make_name("Harbour", kind="places")),
        )
    )


def ask(index: Index, question: str) -> Finding:
    return search(question, index, today=DAY)


@pytest.mark.parametrize(
    ("question", "ends"),
    [
        ("how long was Ada with us", ("ada", "gone")),
        ("how long did Addie work here?", ("ada", "gone")),
        ("how long was Ada away", ("gone", "back")),
        ("how long did we have the Harbour shop", ("shop", "shut")),
        ("how long were we in the mill", ("mill", "away")),
    ],
)
def test_both_ends_are_shown_with_the_time_between(
    smithy: Index, question: str, ends: tuple[str, str]
) -> None:
    found = ask(smithy, question)
    assert found.outcome is Outcome.SURE
    assert [match.event.id for match in found.matches[: found.answering]] == list(ends)
    assert found.gap is not None
    assert tuple(event.id for event in found.gap) == ends


def test_who_has_not_left_is_shown_where_they_begin(smithy: Index) -> None:
    found = ask(smithy, "how long has Bob been with us")
    assert [match.event.id for match in found.matches[: found.answering]] == ["bob"]


@pytest.mark.parametrize(
    "question", ["how long was Ada on the moon", "how long did we have the castle"]
)
def test_what_no_entry_names_has_no_ends(smithy: Index, question: str) -> None:
    assert ask(smithy, question).gap is None


def test_an_entry_of_some_days_tells_itself_how_long(smithy: Index) -> None:
    found = ask(smithy, "how long did the flood close the Harbour road")
    assert found.matches[0].event.id == "flood"
    assert found.gap is None
