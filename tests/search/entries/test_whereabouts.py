"""Where it was: an entry of other places is trusted less."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ENVOYS = make_timeline(
    make_event(
        "talks",
        "1911",
        "Ada briefs the envoy on talks with Oslo",
        places=["Berlin"],
        people=["Ada"],
    ),
    make_event("concert", "1912", "An orchestra plays in Bergen", places=["Norway"]),
    make_event("fair", "1913", "A fair of Norwegian furs", places=["Berlin"]),
    make_event("flood", "1914", "A flood near Oslo"),
    make_event(
        "ban", "1915", "Envoys sign a ban", places=["Berlin"], summary="No herring in Norway."
    ),
    make_event("castle", "1800", "A castle burns down", places=["Vienna"]),
    names=(
        *(make_name(one, kind="places") for one in ("Norway", "Oslo", "Bergen", "Berlin")),
        make_name("Ada"),
    ),
    synonyms=(("Norway", "Norwegian"),),
    regions=(("Norway", ("Oslo", "Bergen")),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(ENVOYS)


@pytest.mark.parametrize(
    ("question", "entry", "is_elsewhere"),
    [
        ("who was the envoy in Oslo", "talks", True),
        ("the envoy and Oslo", "talks", False),
        ("talks of the envoy in Berlin", "talks", False),
        ("the orchestra in Bergen", "concert", False),
        ("orchestra in Norway", "concert", False),
        ("a fair in Norwegian furs", "fair", False),
        ("who was the envoy on Oslo soil", "talks", True),
        ("the orchestra on Norway soil", "concert", False),
        ("the envoy on Oslo talks", "talks", False),
        ("the flood in Oslo", "flood", False),
        ("a ban on herring in Norway", "ban", False),
    ],
)
def test_what_was_in_a_place_is_not_told_by_an_entry_of_others(
    index: Index, question: str, entry: str, is_elsewhere: bool
) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == entry
    assert found.features is not None
    assert found.features.elsewhere == is_elsewhere


def test_of_entries_about_as_good_the_one_of_that_place_comes_first() -> None:
    timeline = make_timeline(
        make_event(
            "stone",
            "1913",
            "A stone recalls the fight of herring crews off Norway",
            places=["Berlin"],
        ),
        make_event(
            "fight",
            "1911",
            "Herring crews come to blows",
            summary="The fight in Norway left two boats burnt.",
            places=["Norway"],
        ),
        make_event("fire", "1901", "A mill burns", places=["Norway"]),
        names=(make_name("Norway", kind="places"), make_name("Berlin", kind="places")),
    )
    found = search("when did herring crews fight in Norway", build_index(timeline), today=DAY)
    assert found.matches[0].event.id == "fight"
