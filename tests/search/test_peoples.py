"""A thing of one people is no other people's; where no names are curated nothing is told of it."""

from __future__ import annotations

import pytest

from bot.search.building import build_index
from bot.search.finding import Outcome
from bot.search.peoples import is_of_another_people
from bot.search.query import read_query
from bot.search.scoring import find_candidates
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

MINERS = make_event(
    "miners",
    "1901",
    "Arland frees Peruvian miners",
    summary="A Belport court had held two Peruvian miners; the governor of Orme asked for them.",
    places=["Arland", "Peru"],
)
CHINA = make_event("tea", "1902", "Arland buys Chinese tea", places=["Arland", "China"])
NAMES = (
    make_name("Arland", kind="places"),
    make_name("Belport", kind="places"),
    make_name("Orme", kind="places"),
    make_name("Peru", "Peruvian", kind="places"),
    make_name("China", "Chinese", kind="places"),
)
INDEX = build_index(make_timeline(MINERS, CHINA, names=NAMES))


@pytest.mark.parametrize(
    ("question", "is_anothers"),
    [
        ("when did Arland free Chilean miners", True),
        ("when did Arland free Chinese miners", True),
        ("Chilean miners freed by Arland", True),
        ("when did Arland free Peruvian miners", False),
        ("when did Arland free the miners from Peru", False),
        ("when did Arland free miners with a Chilean friend", False),
        ("Arland miners Chile", False),
    ],
)
def test_a_people_is_told_apart_by_the_same_thing_of_another(
    question: str, is_anothers: bool
) -> None:
    query = read_query(question, INDEX, today=DAY)
    best = find_candidates(query, INDEX)[0]
    assert INDEX.events[best.number].id == "miners"
    assert is_of_another_people(best, query, INDEX) == is_anothers
    if is_anothers:
        assert search(question, INDEX, today=DAY).outcome is Outcome.ABSTAIN


def test_in_a_bare_store_no_people_is_told_apart() -> None:
    bare = build_index(make_timeline(make_event("miners", "1901", "Arland frees Peruvian miners")))
    query = read_query("when did Arland free Chilean miners", bare, today=DAY)
    assert not is_of_another_people(find_candidates(query, bare)[0], query, bare)
