"""A final is a match as well as the last of several, told as a made-up club's own timeline."""

from __future__ import annotations

import pytest

from bot.search.asking.intent import read_intent
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

CLUB = make_timeline(
    make_event("shield-1", "1920-05-01", "Shield won, 2-1 against Dorham in the final"),
    make_event("shield-2", "1930-05-01", "Shield won against Belport"),
    make_event("shield-3", "1940-05-01", "Shield won against Chorley"),
    make_event("title-1", "1925-05-01", "Weavers win the trophy for the first time"),
    make_event("title-2", "1935-05-01", "Champions for the second time, of the trophy again"),
    make_event("title-3", "1950-05-01", "Weavers Ladies win their first trophy"),
    make_event("lorne", "1960-08-01", "Ada Lorne makes her debut"),
    make_event("lorne-2", "1970-05-01", "Ada Lorne plays for the hundredth time"),
    make_event("moss", "1965-06-01", "Cy Moss is appointed trainer"),
    make_event("opening", "1915-09-01", "First match, against a choir"),
    make_event("recess", "1986-11-03", "The club goes into administration with large debts"),
    make_event("down", "1972-05-01", "Relegation to the lower half"),
    *(make_event(f"fair-{day}", f"1980-07-{day}", f"Summer fair {day}") for day in range(10, 30)),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(CLUB)


@pytest.mark.parametrize(
    ("question", "is_ordinal"),
    [
        ("the final flight of the balloon", True),
        ("final concert", True),
        ("who scored in the 1920 final", False),
        ("the final against Dorham", False),
        ("where was the shield final?", False),
    ],
)
def test_final_is_an_ordinal_only_before_what_it_counts(question: str, is_ordinal: bool) -> None:
    assert (read_intent(question).occasion is not None) is is_ordinal


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("when did they last win the shield", "shield-3", "a final is not the last of all"),
        ("when did they first win the trophy", "title-1", "the first time comes before a first"),
        ("second time they won the trophy", "title-2", "champions have won"),
        ("when did Ada Lorne first play", "lorne", "a debut is the first time somebody plays"),
        ("when did Moss become trainer", "moss", "who is appointed becomes it"),
        ("where did they play their first match", "opening", "who plays a match has one"),
        ("when was the first match played", "opening", "however it is said"),
        ("when did they go down", "down", "so a club is said to be relegated"),
    ],
)
def test_occasions_of_a_club(index: Index, question: str, expected: str, why: str) -> None:
    finding = search(question, index, today=DAY)
    assert finding.matches[0].event.id == expected, why
