"""The first and the last before or after what entries only speak of: a plague, a war."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

FAIRS = make_timeline(
    make_event("fair-1", "1601-06-01", "The spring fair is held in Dorham"),
    make_event("fair-2", "1602-06-01", "The spring fair is held in Belport"),
    make_event("shut", "1603-03-01", "All gates are shut", summary="The plague had come."),
    make_event("ball", "1604-08-01", "A masked ball in Dorham"),
    make_event("fair-3", "1606-06-01", "The spring fair in Orme, the first since the plague"),
    make_event("fair-4", "1607-06-01", "The spring fair is held in Dorham"),
    make_event("ride-1", "1610-01-01", "Ada Lorne rides to Orme", people=["Ada Lorne"]),
    make_event("ride-2", "1612-01-01", "Ada Lorne rides to Orme again before the siege",
               people=["Ada Lorne"]),
    make_event("plan", "1612-03-01", "Envoys plan the siege of Orme"),
    make_event("siege", "1612-06-01", "The siege of Orme begins"),
    make_event("ride-3", "1614-01-01", "Ada Lorne rides to Orme", people=["Ada Lorne"]),
    *(make_event(f"ship-{day}", f"1620-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(make_name("Ada Lorne", "Ada"), make_name("Orme", kind="places")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FAIRS)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("last fair before the plague", "fair-2", "the first since is not the last before"),
        ("last pre-plague fair", "fair-2", "an era before its noun"),
        ("first fair since the plague", "fair-3", "it says so itself"),
        ("first post-plague fair", "fair-3", "so it is told"),
        ("last ride of Ada to Orme before the siege", "ride-2", "its title says the side"),
        ("last pre-siege ride of Ada", "ride-2", "its title says the side"),
    ],
)
def test_an_era_is_what_is_told_of_it_and_not_what_came_after(
    index: Index, question: str, expected: str, why: str
) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected, why
