"""Parts of a journey, and what had been done before, told as dialogues."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.threads.journeys import ARRIVAL, DEPARTURE, RETURN, Part, part_asked, part_of
from tests.examples import make_event, make_name, make_timeline
from tests.search.threads.test_followup import first
from tests.search.threads.test_said import first as answered

VOYAGE = make_timeline(
    make_event("plan", "1901-02-01", "The council plans a mission to Dorham", places=["Dorham"]),
    make_event("off", "1901-03-02", "Ada Moss sets out from Belport", people=["Ada Moss"],
               places=["Belport"]),
    make_event("in", "1901-03-09", "Ada Moss arrives in Dorham", people=["Ada Moss"],
               places=["Dorham"]),
    make_event("talks", "1901-03-10", "Ada Moss talks with the mayor of Dorham about salt",
               people=["Ada Moss"], places=["Dorham"], related=["accord"]),
    make_event("accord", "1901-03-12", "The accord on salt is signed", places=["Dorham"]),
    make_event("home", "1901-03-20", "Ada Moss goes home", people=["Ada Moss"],
               places=["Belport"]),
    make_event("later", "1903-03-09", "Ada Moss arrives in Belport again", people=["Ada Moss"],
               places=["Belport"]),
    make_event("other", "1901-03-11", "Bob Cole arrives in Dorham", people=["Bob Cole"],
               places=["Dorham"]),
    make_event("tax-1", "1905-01-05", "The council raises the tax on salt", tags=["tax"]),
    make_event("fair", "1905-02-01", "A fair is held at Belport", places=["Belport"]),
    make_event("tax-2", "1905-06-05", "The council raises the tax on wool", tags=["tax"]),
    names=(make_name("Ada Moss", kind="people"), make_name("Bob Cole", kind="people"),
           make_name("Dorham", kind="places"), make_name("Belport", kind="places")),
    tags=(("tax", "taxes"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(VOYAGE)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when had she arrived?", "in"),
        ("when did she get to Dorham", "in"),
        ("where had she flown in from", "in"),
        ("where had she come from", "in"),
        ("how had she travelled there", "in"),
        ("when had she set out", "off"),
        ("when did she go home", "home"),
        ("when was she back home", "home"),
        ("when did she leave", "home"),
        ("what was signed a few days later", "accord"),
        ("was there an accord", "accord"),
        ("had the council planned it before", "plan"),
    ],
)
def test_another_entry_tells_the_part_asked_for(index: Index, question: str, expected: str) -> None:
    assert first(index, "when did Ada Moss talk about salt", question) == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("when had he landed", ARRIVAL),
        ("how did they get there", ARRIVAL),
        ("когда она прилетела", ARRIVAL),
        ("когда он вернулся", RETURN),
        ("did they head back", RETURN),
        ("when had they taken off", DEPARTURE),
        ("did he go back there", None),  # another journey
        ("did he get to meet the king", None),
        ("when did the bridge open", None),
    ],
)
def test_only_parts_of_a_journey_are_read_as_such(text: str, part: Part | None) -> None:
    assert part_asked(text) is part


def test_an_entry_that_tells_the_part_itself_needs_no_other(index: Index) -> None:
    by_id = {event.id: event for event in index.events}
    assert part_of(by_id["in"], ARRIVAL, index) is by_id["in"]
    assert part_of(by_id["in"], ARRIVAL, index, is_earlier=True) is None
    assert part_of(by_id["talks"], ARRIVAL, index) is by_id["in"]
    assert part_of(by_id["fair"], RETURN, index) is None


def test_a_round_is_the_next_of_its_kind(index: Index) -> None:
    assert first(index, "the council raises the tax on salt", "next round?") == "tax-2"


GUESTS = make_timeline(
    make_event("bob-1", "1911-03-02", "Bob Cole talks trade in Dorham", places=["Dorham"],
               people=["Bob Cole", "Ada Moss"], tags=["visits"]),
    make_event("cy", "1912-03-02", "Cy Hall goes home from Dorham", people=["Cy Hall", "Bob Cole"],
               places=["Dorham"]),
    make_event("bob-2", "1913-03-02", "Bob Cole brings a clock to Dorham", people=["Bob Cole"],
               places=["Dorham"], tags=["visits"]),
    make_event("bob-home", "1914-03-02", "Bob Cole opens a shop in Belport", people=["Bob Cole"],
               places=["Belport"]),
    make_event("bob-3", "1915-03-02", "Bob Cole visits Dorham", people=["Bob Cole"],
               places=["Dorham"], tags=["visits"]),
    names=(make_name("Ada Moss", kind="people"), make_name("Bob Cole", kind="people"),
           make_name("Cy Hall", kind="people"),
           make_name("Dorham", kind="places"), make_name("Belport", kind="places")),
    tags=(("visits", "visits"),),
    synonyms=(("visit", "visits"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("Bob Cole talks trade", "when did he come back", "bob-2"),
        ("Bob Cole talks trade", "when was he back in Dorham", "bob-2"),
        ("Bob Cole brings a clock", "was he back there later?", "bob-3"),
        ("Bob Cole visits Dorham in 1915", "when was he there before that", "bob-2"),
        ("Bob Cole brings a clock", "had he been there before that?", "bob-1"),
    ],
)
def test_a_guest_comes_back_with_the_next_journey_there(
    asked: str, question: str, expected: str
) -> None:
    assert answered(build_index(GUESTS), asked, question) == expected
