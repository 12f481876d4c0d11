"""How far an answer is trusted: names that it does not hold, and words that say little."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY, FLIGHTS


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FLIGHTS, known_words=known_words())


@pytest.mark.parametrize(
    ("deed", "who", "stranger"),
    [
        ("cross the Atlantic alone", "Lindbergh", "Napoleon"),
        ("fly across the English Channel", "Blériot", "Merkel"),
        ("fly from New York to Paris alone", "Lindbergh", "Alcock"),
    ],
)
def test_a_deed_is_not_told_of_somebody_whom_the_entry_does_not_hold(
    index: Index, deed: str, who: str, stranger: str
) -> None:
    told = search(f"When did {who} {deed}?", index, today=DAY)
    asked_of_another = search(f"When did {stranger} {deed}?", index, today=DAY)
    assert told.outcome is Outcome.SURE
    assert asked_of_another.outcome is Outcome.ABSTAIN
    assert asked_of_another.matches[0].event.id == told.matches[0].event.id


@pytest.mark.parametrize("text", ["what a flight", "you stay"])
def test_an_everyday_word_that_an_entry_holds_is_no_question(index: Index, text: str) -> None:
    assert search(text, index, today=DAY).outcome is Outcome.ABSTAIN


def test_a_title_before_a_name_makes_nobody_else_of_it(index: Index) -> None:
    def stranger(who: str) -> float:
        found = search(f"When did {who} cross the Atlantic alone?", index, today=DAY).features
        assert found is not None
        return found.stranger

    assert stranger("Senor Charles Lindbergh") == 0.0
    assert stranger("Napoleon and Charles Lindbergh") == 1.0


def test_an_entry_that_only_its_keywords_and_notes_lead_to_is_trusted_less() -> None:
    index = build_index(
        make_timeline(
            make_event("kiln", "1901", "The kiln is lit", keywords=["furnace"], note="A turret."),
            make_event("tower", "1902", "The turret is painted", summary="By hand."),
            make_event("castle", "1800", "A castle burns down"),
        )
    )

    def is_faint(text: str) -> float:
        found = search(text, index, today=DAY)
        assert found.features is not None
        return found.features.faint

    assert is_faint("furnace") == 1.0
    assert is_faint("kiln furnace") == 0.0
    assert is_faint("turret") == 0.0
