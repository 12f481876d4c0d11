"""Particles: what the verb before them takes for itself, and what a hyphen makes of them."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.particles import compounds
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def mill() -> Index:
    """Return the index of a mill's history, whose curator calls a standstill "down"."""
    return build_index(
        make_timeline(
            make_event("flood", "2001-02-03", "The wheel is down for a day after the flood"),
            make_event("offer", "2003-05-05", "The family turns down an offer for the mill"),
            make_event("frost", "2004-01-09", "Standstill: the race freezes over"),
            make_event("trip", "2005-06-01", "First off-site, on the island"),
            make_event("trip-2", "2009-06-01", "Off-site at the lake"),
            make_event("store", "2010-07-01", "A new store", tags=["building"]),
            make_event("shed", "2012-07-01", "The shed burns", tags=["building"]),
            make_event("barn", "2014-07-01", "The barn is sold", tags=["building"]),
            *(make_event(f"m{year}", f"{year}-10-01", "Harvest") for year in range(1970, 1990)),
            synonyms=(("standstill", "stoppage", "down"),),
            tags=(("building", "houses and sheds"),),
        )
    )


def ids(index: Index, question: str) -> list[str]:
    found = search(question, index, today=DAY)
    return [match.event.id for match in found.matches[: found.answering]]


def test_a_particle_is_no_synonym_behind_a_verb_that_takes_it(mill: Index) -> None:
    assert set(ids(mill, "stoppages")) == {"flood", "frost"}
    assert ids(mill, "when did we turn down the offer") == ["offer"]


@pytest.mark.parametrize("word", ["off-site", "offsite", "off site"])
def test_a_word_with_a_hyphen_is_found_however_it_is_written(mill: Index, word: str) -> None:
    assert ids(mill, f"when was the second {word}") == ["trip-2"]
    assert set(ids(mill, word)) == {"trip", "trip-2"}
    assert list(compounds("The off-site, the well-known co-op and a Kick-off")) == [
        "offsite",
        "kickoff",
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("latest building", ["barn"]),
        ("what was our latest building", ["barn"]),
        ("when was our first building", ["store"]),
        ("list all buildings", ["store", "shed", "barn"]),
        ("show me all buildings", ["store", "shed", "barn"]),
        ("which buildings did we have", ["store", "shed", "barn"]),
    ],
)
def test_a_tag_is_trusted_as_much_in_a_sentence(
    mill: Index, question: str, expected: list[str]
) -> None:
    assert ids(mill, question) == expected


@pytest.mark.parametrize("question", ["see you at the building", "you are my last building"])
def test_a_tag_word_in_talk_asks_for_nothing(mill: Index, question: str) -> None:
    assert search(question, mill, today=DAY).outcome is Outcome.ABSTAIN
