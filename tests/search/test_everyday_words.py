"""Questions in words of every day: what somebody got, how many died, which one is new."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

WORLD = make_timeline(
    make_event("grain", "1920-05-14", "Arlandic grain arrives in Belport",
               summary="The envoy announced 25,000 tonnes of grain as aid.",
               places=["Arland", "Belport"]),
    make_event("pact-1", "1930-02-09", "Arland and Belport sign a new pact",
               places=["Arland", "Belport"]),
    make_event("pact-2", "1950-06-19", "Arland and Belport sign a pact on defence",
               places=["Arland", "Belport"], summary="The new pact obliges both."),
    make_event("street", "1951-02-15", "Belport opens a street for miners killed in Arland",
               places=["Arland", "Belport"]),
    make_event("toll", "1951-09-02", "Dorham estimates 2,000 miners killed in Arland",
               places=["Arland", "Dorham"]),
    make_event("talks", "1960-08-27", "The talks of four begin", summary="They sat in Dorham."),
    make_event("hosts", "1961-08-20", "Belport hosts a group of the talks of four",
               places=["Belport"]),
    make_event("flight", "1962-04-11", "Flight 13 turns back over the sea"),
    make_event("door", "1963-04-11", "A door breaks down on the ferry"),
    make_event("hit", "1964-01-01", "A first probe hits the Moon", places=["Moon"]),
    make_event("near", "1965-01-01", "Another sends close pictures of the Moon", places=["Moon"]),
    names=(make_name("Arland", "Arlandic", kind="places"), make_name("Belport", kind="places"),
           make_name("Dorham", kind="places"), make_name("Moon", "the Moon", kind="places")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(WORLD)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("did Belport get grain from Arland", "grain"),
        ("when did Belport receive the grain", "grain"),
        ("how many miners were killed in Arland", "toll"),
        ("what were the talks of four and who hosted them", "talks"),
        ("who hosted the talks of four", "hosts"),
        ("what went wrong on flight 13", "flight"),
    ],
)
def test_words_of_every_day_find_what_is_meant(index: Index, question: str, expected: str) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == expected


def test_who_got_a_thing_did_nothing_to_it(index: Index) -> None:
    found = search("did Belport get grain from Arland", index, today=DAY)
    assert found.outcome is Outcome.SURE
    assert found.features is not None
    assert (found.features.another, found.features.contrary) == (0.0, 0.0)


def test_a_second_question_about_the_same_takes_nothing_away(index: Index) -> None:
    both = read_query("what were the talks of four and who hosted them", index, today=DAY)
    assert "hosted" not in [unit.text for unit in both.units]
    other = read_query("who hosted the talks and who paid the miners", index, today=DAY)
    assert "miners" in [unit.text for unit in other.hard]


def test_nobody_named_has_no_stay(index: Index) -> None:
    assert search("how long were they on the moon", index, today=DAY).gap is None


def test_a_russian_beginning_is_no_first_one(index: Index) -> None:
    assert read_query("когда началась война", index, today=DAY).occasion is None
