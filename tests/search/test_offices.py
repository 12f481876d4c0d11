"""What somebody named is called along with the name."""

from __future__ import annotations

import pytest

from bot.search.building import build_index
from bot.search.index import Index
from bot.search.offices import owners_of_offices
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ENVOYS = make_timeline(
    make_event("tea", "1930-01-01", "Ida Rask has tea with the king", people=["Ida Rask"]),
    make_event("coal", "1931-01-01", "Ida Rask asks for coal", people=["Ida Rask"]),
    make_event("new", "1932-01-01", "Arland names an ambassador to Belport",
               summary="He follows Ida Rask.", people=["Olaf Berg", "Ida Rask"]),
    names=(make_name("Ida Rask", "Rask", "이다라스크"), make_name("Olaf Berg", "Berg")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(ENVOYS)


@pytest.mark.parametrize(
    ("question", "hard"),
    [
        ("everything with ambassador Rask", ["rask"]),
        ("was Rask there as ambassador", ["rask"]),
        ("все про посла Rask", ["rask"]),
        ("이다라스크 대사가 나오는 기록 전부", ["이다라스크"]),
        ("when was Rask made ambassador", ["rask", "appointed", "ambassador"]),
        ("which ambassador followed", ["ambassador", "followed"]),
    ],
)
def test_an_office_before_a_name_costs_nothing(
    question: str, hard: list[str], index: Index
) -> None:
    assert {unit.text for unit in read_query(question, index, today=DAY).hard} == set(hard)


def test_entries_need_not_say_in_which_office_somebody_was(index: Index) -> None:
    finding = search("show me every entry with ambassador Rask", index, today=DAY)
    assert [m.event.id for m in finding.matches][:2] == ["tea", "coal"]


@pytest.mark.parametrize(
    ("question", "is_owner"),
    [
        ("Rask's minister of coal in Arland", True),
        ("when did Rask's new ambassador come", True),
        ("Rask's letter to Berg", False),
        ("when did Rask ask the minister for coal", False),
    ],
)
def test_somebody_may_be_named_only_to_tell_whose_minister_is_meant(
    question: str, is_owner: bool, index: Index
) -> None:
    query = read_query(question, index, today=DAY)
    owners = owners_of_offices(query.units, query.intent.rest)
    assert [query.units[number].text for number in owners] == (["rask"] if is_owner else [])


def test_an_entry_need_not_name_whose_minister_somebody_is(index: Index) -> None:
    whose = search("Rask's ambassador to Belport", index, today=DAY)
    told = build_index(
        make_timeline(
            make_event("new", "1932-01-01", "Arland names an ambassador to Belport"),
            make_event("tea", "1930-01-01", "Ida Rask has tea", people=["Ida Rask"]),
            names=(make_name("Ida Rask", "Rask"),),
        )
    )
    untold = search("Rask's ambassador to Belport", told, today=DAY)
    beside = search("Rask and the ambassador to Belport", told, today=DAY)
    assert whose.matches[0].event.id == untold.matches[0].event.id == "new"
    assert untold.matches[0].score > beside.matches[0].score
