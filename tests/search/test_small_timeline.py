"""A club's twenty entries without synonyms or keywords: how people who never read them ask."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

CLUB = make_timeline(
    make_event("founded", "1902-05-10", "The club is founded by Thomas Hartley and his friends",
               people=["Thomas Hartley"]),
    make_event("boathouse", "1905-06-17", "The first boathouse opens by the weir"),
    make_event("women", "1921-03-02", "Women may join", people=["Margaret Hartley"],
               summary="Margaret Hartley is the first to sign the book."),
    make_event("regatta", "1927-07-09", "The eight wins the county regatta for the first time"),
    make_event("fire", "1931-11-20", "The boathouse burns to the ground",
               summary="The fire was put out at dawn; nobody was hurt."),
    make_event("second-boathouse", "1933-08-05", "The second boathouse opens"),
    make_event("army", "1940", "The army takes over the boathouse"),
    make_event("given-back", "1946-02", "The boathouse is given back"),
    make_event("fifty", "1952-05-10", "The club turns fifty with a dinner"),
    make_event("flood", "1953-02-01", "A flood destroys five boats"),
    make_event("president", "1960-01-15", "Brian Kelly is elected president",
               people=["Brian Kelly"]),
    make_event("centenary", "2002-05-10", "The club celebrates its centenary"),
    make_event("gym", "2014-10-03", "A gym is added to the boathouse"),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(CLUB, known_words=known_words())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when was the boathouse given back", "given-back"),
        ("when did they give the boathouse back", "given-back"),
        ("when was the boathouse handed back", "given-back"),
        ("when was the boathouse returned", "given-back"),
        ("when did the army take over the boathouse", "army"),
        ("what was lost in the flood", "flood"),
        ("hartly", "founded"),
        ("margaret hartly", "women"),
        ("when was the centennial", "centenary"),
        ("what happened before the fire", "regatta"),
        ("what happened after the fire", "second-boathouse"),
        ("two years after the fire", "second-boathouse"),
        ("the year before the flood", "fifty"),
    ],
)
def test_it_is_found_in_other_words(index: Index, question: str, expected: str) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is not Outcome.ABSTAIN
    assert finding.matches[0].event.id == expected


@pytest.mark.parametrize(
    "question",
    [
        "when did the army give the boathouse back",
        "when did the army hand back the boathouse",
        "when did the army return the boathouse",
    ],
)
def test_taking_is_not_giving_back(index: Index, question: str) -> None:
    finding = search(question, index, today=DAY)
    assert finding.matches[0].event.id == "given-back"


@pytest.mark.parametrize(
    "question", ["when is the bicentenary", "the sesquicentenary", "when was the tricentenary"]
)
def test_a_prefix_makes_another_thing_and_is_no_slip(index: Index, question: str) -> None:
    assert search(question, index, today=DAY).outcome is Outcome.ABSTAIN
