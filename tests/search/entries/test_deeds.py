"""Deeds told as somebody else's, or as done to the one asked about."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

SHIPS = make_timeline(
    make_event(
        "wreck",
        "1911-05-02",
        "Borland ship brings the wreck of the airship Vega",
        summary="It had been shot down by Aland a week before.",
        places=["Borland", "Aland"],
    ),
    make_event("captured", "1912", "An Aland sailor is captured", places=["Aland"]),
    make_event("law", "1913", "Emil Frost signs the law that cancels Borland debt"),
    make_event("gift", "1914", "Emil Frost sells Carla Dent a silver clock"),
    make_event("refused", "1915", "The offer is refused by Aland and Borland"),
    make_event("owned", "1916", "Talks end after Aland's veto of the grain bill"),
    make_event(
        "coal", "1916", "Coal may not be mined", summary="In Borland, after Aland's March veto."
    ),
    make_event(
        "ties", "1916", "Embassies are left", summary="After Borland spoke, Aland was cutting ties."
    ),
    make_event("bridge", "1917", "The rail bridge over the Borland opens", places=["Rail bridge"]),
    make_event("crossing", "1918", "Emil Frost ends the first crossing of Aland by land"),
    make_event("station", "1919", "Aland opens Dome Station", places=["Aland", "Dome Station"]),
    make_event("quay", "1920", "Dome Harbour is closed", places=["Dome Harbour"]),
    make_event("board", "1921", "Aland board breaks off without a date", places=["Aland"]),
    make_event("castle", "1800", "A castle burns down"),
    names=(
        make_name("Aland", kind="places"),
        make_name("Borland", kind="places"),
        make_name("Dome Station", kind="places"),
        make_name("Dome Harbour", kind="places"),
        make_name("Rail bridge", kind="places"),
        make_name("Emil Frost"),
        make_name("Carla Dent"),
    ),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(SHIPS)


@pytest.mark.parametrize(
    ("question", "entry", "is_another"),
    [
        ("When did Borland shoot down the Vega?", "wreck", True),
        ("When did Aland shoot down the Vega?", "wreck", False),
        ("When did Aland capture a sailor?", "captured", True),
        ("When was an Aland sailor captured?", "captured", False),
        ("Why did Borland cancel its debt?", "law", True),
        ("Why did Emil Frost cancel the debt?", "law", False),
        ("When did Carla sell Frost a clock?", "gift", True),
        # What opens is opened; who opens it is another matter.
        ("When did Dome Station open?", "station", False),
        ("When did Borland open Dome Station?", "station", True),
        ("When did Dome Harbour close?", "quay", False),
        # A board is no deed of the one whose name tells which.
        ("Why did the Borland and Aland board get stuck?", "board", False),
        ("When did Borland build a station?", "station", True),
        ("When did Aland build a station?", "station", False),
        ("When did Emil sell Carla a clock?", "gift", False),
        ("When did Borland veto the grain bill?", "owned", True),
        ("When did Aland veto the grain bill?", "owned", False),
        ("Aland vetoes the mining of coal", "coal", False),
        ("Borland veto, the mining of coal", "coal", False),
        ("When did Borland veto the mining of coal?", "coal", True),
        ("When did Aland veto the mining of coal?", "coal", False),
        ("When did Aland cut its ties?", "ties", False),
        ("When did the rail bridge open?", "bridge", False),
        ("Did Borland refuse the offer?", "refused", False),
        ("the offer that Borland refused", "refused", False),
        ("When did Frost do the crossing?", "crossing", False),
    ],
)
def test_a_deed_told_of_another_is_not_that_of_the_one_asked_about(
    index: Index, question: str, entry: str, is_another: bool
) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == entry
    assert found.features is not None
    assert found.features.another == is_another


def test_who_comes_to_a_country_has_not_been_in_its_capital() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "country",
                "1901",
                "Ada Quist comes to Norway",
                people=["Ada Quist"],
                places=["Bergen"],
            ),
            make_event("castle", "1800", "A castle burns down"),
            names=tuple(make_name(one, kind="places") for one in ("Norway", "Oslo", "Bergen")),
            synonyms=(("Norway", "Oslo"),),  # of a government either may be said
            regions=(("Norway", ("Oslo", "Bergen")),),
        )
    )
    assert search("When did Ada Quist visit Norway?", index, today=DAY).outcome is Outcome.SURE
    assert search("When did Ada Quist visit Oslo?", index, today=DAY).outcome is Outcome.ABSTAIN


def test_keywords_name_people_in_any_order(index: Index) -> None:
    found = search("clock for Emil, sold by Carla Dent", index, today=DAY).features
    assert found is not None
    assert found.another == 0


@pytest.mark.parametrize(
    ("question", "is_turned"),
    [
        ("Aland sends Borland a brass lion", True),
        ("the lion Aland sent to the zoo", True),
        ("When did Aland send a lion?", True),
        ("Which lion did Aland send?", True),
        ("Which lion did Borland send?", False),
        ("Borland sends Aland a lion", False),
        ("the brass lion sent to Aland", False),
        ("Aland sent a lion by Borland", False),
        ("Was Aland sent a lion?", False),
        ("Aland lion sends", False),
    ],
)
def test_a_gift_received_is_no_gift_sent(question: str, is_turned: bool) -> None:
    index = build_index(
        make_timeline(
            make_event("lion", "1901", "Borland sends a brass lion to Aland Zoo"),
            make_event("ferry", "1902", "A ferry comes to Aland", places=["Aland"]),
            make_event("castle", "1800", "A castle burns down"),
            names=(
                make_name("Aland", kind="places"),
                make_name("Borland", kind="places"),
                make_name("Aland Zoo", kind="organisations"),
            ),
        )
    )
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == "lion"
    assert found.features is not None
    assert found.features.contrary == is_turned
    assert not (is_turned and found.outcome is Outcome.SURE)
