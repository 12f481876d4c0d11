"""The step after another: what takes it further, told first or asked in one sentence."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from tests.examples import make_event, make_name, make_timeline
from tests.search.entries.test_occasions import answer

PACT = make_timeline(
    make_event("draft", "1972-01-02", "The Crown hands the herring pact to the Commons"),
    make_event("commons", "1972-01-10", "The Commons ratify the herring pact", related=["draft"]),
    make_event("storm", "1972-01-12", "A storm sinks the fleet of Dorham"),
    make_event("lords", "1972-01-20", "The Lords ratify the herring pact", related=["commons"]),
    make_event("fair", "1972-01-25", "A fair is held at Dorham"),
    make_event("seal", "1972-02-01", "The Crown seals the herring pact", related=["lords"]),
    make_event("first-talks", "1974-03-01", "Ada Reed and Carl Voss meet on the lake",
               people=["Ada Reed", "Carl Voss"], tags=["summit"]),
    make_event("flood", "1974-05-01", "A flood comes to Dorham"),
    make_event("second-talks", "1975-03-01", "Ada Reed and Carl Voss meet at the mill",
               people=["Ada Reed", "Carl Voss"], tags=["summit"]),
    make_event("clash", "1976-03-01", "The first battle is fought on the border",
               summary="Arlanders and Belporters fired at each other."),
    make_event("denial", "1976-03-04", "Arland denies the battle", places=["Arland"]),
    make_event("count", "1976-03-06", "A battle is heard at Dorham"),
    make_event("report", "1976-03-09", "Belport speaks of a battle", places=["Belport"]),
    names=(make_name("Ada Reed"), make_name("Carl Voss"),
           make_name("Arland", "Arlanders", kind="places"),
           make_name("Belport", "Belporters", kind="places")),
    tags=(("summit", "talks"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(PACT)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what was the step after the Commons ratified the pact", "lords"),
        ("after the Commons ratified the pact, what was the next step", "lords"),
        ("which step followed the Lords' vote on the pact", "seal"),
        ("the last signature before the Crown sealed the herring pact", "lords"),
        ("the last step before the Crown sealed the herring pact", "lords"),
        ("The Commons ratified the herring pact. What was the step after that?", "lords"),
    ],
)
def test_the_next_step_is_what_takes_it_further(index: Index, question: str, expected: str) -> None:
    assert answer(index, question)[0] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("The Commons ratify the herring pact - what came next", "storm"),
        ("A flood came to Dorham. What happened before that?", "first-talks"),
        ("The Commons ratified the herring pact. Who ratified it next?", "lords"),
        ("Ada Reed and Carl Voss met at the mill. Their meeting before that one?", "first-talks"),
    ],
)
def test_what_is_told_first_is_counted_from(index: Index, question: str, expected: str) -> None:
    assert answer(index, question)[0] == expected


def test_the_first_of_its_kind_between_two_peoples_lies_between_no_entries(index: Index) -> None:
    assert answer(index, "first battle between Arlanders and Belporters")[0] == "clash"
