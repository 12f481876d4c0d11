"""Who acts in a question, and who acts in a title."""

from __future__ import annotations

import pytest

from bot.search.entries.roles import compare_actors
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.weighing.scoring import find_candidates
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

VISITS = make_timeline(
    make_event(
        "visit",
        "1961-07-06",
        "Carla Dent visits Borland to see Emil Frost",
        people=["Carla Dent", "Emil Frost"],
        places=["Borland"],
    ),
    make_event("meeting", "1962", "Emil Frost meets Gina Hall", people=["Emil Frost", "Gina Hall"]),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(VISITS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did Dent visit Frost?", 1),
        ("When did Frost visit Dent?", -1),
        ("visit to Borland", 0),
        ("When was Frost visited by Dent?", 1),
        ("When was Dent visited by Frost?", -1),
        ("When did Hall meet Frost?", 1),
        ("When was Dent in Borland?", 1),
    ],
)
def test_the_one_who_acts_stands_before_the_deed(
    index: Index, question: str, expected: float
) -> None:
    query = read_query(question, index, today=DAY)
    best = find_candidates(query, index)[0]
    assert compare_actors(best, query, index) == expected


DEEDS = make_timeline(
    make_event("other", "1950", "Borland recognises the Isles", places=["Borland", "Isles"]),
    make_event(
        "told",
        "1948",
        "Aland opens ties with the Isles",
        summary="Acity recognised the Isles; it was the first to do so.",
        places=["Acity", "Isles"],
    ),
    make_event("castle", "1800", "A castle burns down"),
    names=tuple(make_name(one, kind="places") for one in ("Aland", "Acity", "Borland", "Isles")),
    synonyms=(("Acity", "Aland"),),
)


def test_a_name_that_a_preposition_leads_to_does_not_act() -> None:
    bridge = make_event(
        "bridge", "1950", "Rail bridge over the Severn opens", places=["Rail bridge", "Severn"]
    )
    index = build_index(make_timeline(bridge, make_event("castle", "1800", "A castle burns down")))
    query = read_query("When was the rail bridge across the Severn opened?", index, today=DAY)
    assert compare_actors(find_candidates(query, index)[0], query, index) == 1


def test_a_deed_that_the_summary_tells_of_the_one_asked_about_is_not_anothers() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "storm",
                "1950",
                "Borland plays down a storm that Aland tracked",
                summary="Borland tracked it for an hour.",
                places=["Borland", "Aland", "Cland"],
            ),
            make_event("castle", "1800", "A castle burns down"),
            names=tuple(make_name(one, kind="places") for one in ("Aland", "Borland", "Cland")),
        )
    )

    def compared(question: str) -> float:
        query = read_query(question, index, today=DAY)
        return compare_actors(find_candidates(query, index)[0], query, index)

    assert compared("when did Borland track the storm") == 0
    assert compared("when did Cland track the storm") == -1


def test_a_deed_told_in_the_summary_of_a_capital_is_that_of_its_country() -> None:
    index = build_index(DEEDS)
    found = search("When did Aland recognise the Isles?", index, today=DAY)
    assert found.matches[0].event.id == "told"
    assert found.features is not None
    assert found.features.actor == 1


def test_the_deed_of_another_is_no_answer_but_the_nearest() -> None:
    index = build_index(DEEDS)
    for question in (
        "When did the Isles recognise Borland?",
        "When was Borland recognised by the Isles?",
    ):
        found = search(question, index, today=DAY)
        assert found.outcome is Outcome.ABSTAIN
        assert found.matches[0].event.id == "other"


def test_who_asks_whether_another_did_it_is_offered_who_did() -> None:
    found = search("did the Isles recognise Borland?", build_index(DEEDS), today=DAY)
    assert found.outcome is not Outcome.SURE


def test_a_deed_that_another_agrees_to_is_not_answered_with() -> None:
    index = build_index(
        make_timeline(
            make_event("agreed", "1950", "Borland agrees to cancel most of the Isles' debt"),
            make_event("castle", "1800", "A castle burns down"),
            names=tuple(make_name(one, kind="places") for one in ("Borland", "Isles")),
        )
    )

    def outcome(who: str, of: str) -> Outcome:
        text = f"When did {who} cancel most of {of} debt?"
        return search(text, index, today=DAY).outcome

    assert outcome("Borland", "the Isles'") is Outcome.SURE
    assert outcome("the Isles", "Borland's") is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "meant"),
    [("아를란드가 제방 붕괴 인정한 날", "arland"), ("벨포트가 제방 붕괴 인정한 날", "belport")],
)
def test_in_korean_the_deed_comes_last_and_who_did_it_is_marked(question: str, meant: str) -> None:
    index = build_index(
        make_timeline(
            make_event("belport", "1956-03-01", "Belport admits that the dam in Arland broke"),
            make_event("arland", "1956-04-01", "Arland admits that the dam in Belport broke"),
            names=(
                make_name("Arland", "아를란드", kind="places"),
                make_name("Belport", "벨포트", kind="places"),
            ),
            synonyms=(("dam", "제방"), ("break", "붕괴"), ("admit", "인정")),
        )
    )
    assert search(question, index, today=DAY).matches[0].event.id == meant


def test_a_bridge_over_a_river_is_nobodys_deed() -> None:
    timeline = make_timeline(
        make_event("bridge", "1959", "Railway bridge over the Severn opens", places=["Severn"]),
        make_event("ferry", "1960", "A ferry on the Severn closes", places=["Severn"]),
        names=(
            make_name("Severn", kind="places"),
            make_name("Queen's Bridge", "railway bridge", kind="places"),
        ),
    )
    found = search("when was the bridge over Severn opened", build_index(timeline), today=DAY)
    assert (found.outcome, found.matches[0].event.id) == (Outcome.SURE, "bridge")
