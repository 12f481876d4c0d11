"""How many people it happened to: the entry that tells that number comes first."""

from __future__ import annotations

import pytest

from bot.search.entries.tolls import asks_toll
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

WAR = make_timeline(
    make_event("street", "1912-02-15", "A street for families of Arlandic soldiers killed abroad",
               summary="The mayor opened it.", places=["Arland"], significance=3),
    make_event("coffins", "1911-10-01", "Coffins of Arlandic soldiers killed abroad come home",
               summary="A band played as 20 coffins of soldiers killed abroad were carried.",
               places=["Arland"], significance=3),
    make_event("toll", "1911-12-19", "Belport counts 2,000 Arlanders killed at the ford",
               summary="An envoy spoke of it.", places=["Arland", "Belport"]),
    make_event("losses", "1911-08-13", "Belport puts Arlandic losses at the ford at 300",
               summary="Notes were found.", places=["Arland", "Belport"]),
    make_event("ward", "1911-09-13", "Arland opens a ward for its wounded men",
               summary="Doctors came; 80 soldiers had been wounded.", places=["Arland"]),
    make_event("club", "1920-01-01", "The club takes in women", significance=3,
               summary="Women had asked to join for years."),
    make_event("members", "1921-01-01", "The club counts its women",
               summary="In that year 12 women joined it."),
    names=(
        make_name("Arland", "Arlanders", "Arlandic", kind="places"),
        make_name("Belport", kind="places"),
    ),
    synonyms=(("killed", "died", "losses", "dead"), ("wounded", "hurt"), ("soldiers", "men")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(WAR)


@pytest.mark.parametrize(
    ("question", "first", "others"),
    [
        ("how many Arlandic soldiers were killed", {"toll", "losses"}, {"street", "coffins"}),
        ("how many Arlandic soldiers died", {"toll", "losses"}, {"street", "coffins"}),
        ("how many Arlanders died at the ford", {"toll", "losses"}, {"street", "coffins"}),
        ("number of dead Arlandic soldiers", {"toll", "losses"}, {"street", "coffins"}),
        ("how many losses did Arland have", {"toll", "losses"}, {"street", "coffins"}),
        ("how many soldiers were wounded", {"ward"}, set()),
        ("how many women joined the club", {"members"}, {"club"}),
    ],
)
def test_the_number_of_those_people_comes_before_what_mentions_them(
    index: Index, question: str, first: set[str], others: set[str]
) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is not Outcome.ABSTAIN
    answers = [match.event.id for match in finding.matches[: finding.answering]]
    assert answers[0] in first
    assert others.isdisjoint(answers)


def test_a_number_of_other_people_is_none_of_those_asked_about(index: Index) -> None:
    finding = search("how many Belport soldiers were killed", index, today=DAY)
    assert finding.outcome is not Outcome.SURE or finding.matches[0].event.id != "toll"


@pytest.mark.parametrize(
    "question",
    ["how many vetoes were there", "how many streets opened", "killed soldiers"],
)
def test_what_is_not_asked_of_people_is_left_alone(index: Index, question: str) -> None:
    assert asks_toll(read_query(question, index, today=DAY)) is None
