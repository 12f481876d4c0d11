"""Opposite deeds: an entry that tells the contrary does not tell when it was done."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

COUNCIL = make_timeline(
    make_event("grain", "1911", "Borland votes for the grain bill"),
    make_event("feast", "1912", "Emil Frost declines the harvest feast"),
    make_event(
        "pact", "1913", "Borland signs the river pact", summary="It would quit the pact in 1920."
    ),
    make_event("harbour", "1914", "The harbour is closed"),
    make_event("prize", "1915", "A prize is won for a second time"),
    make_event("ship", "1916", "Borland seizes and frees the ferry"),
    make_event("race", "1916", "Borland decides to compete in the regatta"),
    make_event("poet", "1917", "Guards detain a poet"),
    make_event("castle", "1800", "A castle burns down"),
    names=(make_name("Borland", kind="places"), make_name("Emil Frost")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(COUNCIL)


@pytest.mark.parametrize(
    ("question", "entry", "is_contrary"),
    [
        ("Why did Borland vote against the grain bill?", "grain", True),
        ("Why did Borland vote for the grain bill?", "grain", False),
        ("Why did Borland vote no on the grain bill?", "grain", True),
        ("Why did Borland say yes to the grain bill?", "grain", False),
        ("Did Borland vote against the grain bill?", "grain", False),
        ("when Emil Frost attended the harvest feast", "feast", True),
        ("when Emil Frost skipped the harvest feast", "feast", False),
        ("When did Borland quit the river pact?", "pact", False),
        ("When did Borland denounce the river pact?", "pact", True),
        ("When was the harbour opened?", "harbour", True),
        ("Who vetoed the prize?", "prize", False),
        ("Why did Borland detain the ferry?", "ship", False),
        ("Why did Borland boycott the regatta?", "race", True),
        ("Why did Borland compete in the regatta?", "race", False),
    ],
)
def test_a_title_that_tells_the_contrary_does_not_tell_the_deed(
    index: Index, question: str, entry: str, is_contrary: bool
) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == entry
    assert found.features is not None
    assert found.features.contrary == is_contrary


def test_of_entries_about_as_good_the_contrary_comes_last() -> None:
    timeline = make_timeline(
        make_event("left", "1950", "Arland reacts as Belport quits the Grain League (GL)"),
        make_event("joined", "1940", "Belport accedes to the Grain League"),
        make_event("castle", "1800", "A castle burns down"),
        names=(make_name("Belport", kind="places"), make_name("Arland", kind="places")),
        synonyms=(("GL", "Grain League"),),
    )
    finding = search("when did Belport join the GL", build_index(timeline), today=DAY)
    assert finding.matches[0].event.id == "joined"
