"""Entries that say themselves which occasion they are, told as stories."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

AIR = make_timeline(
    make_event("goat", "1930-05-02", "A goat is brought to Dorham on the first mail flight",
               places=["Dorham"]),
    make_event("flight", "1930-05-01", "First mail flight reaches Dorham", places=["Dorham"]),
    make_event("choir", "1934-01-01", "A choir arrives in Dorham", places=["Dorham"],
               summary="It was his first concert abroad since 1921, the singer said."),
    make_event("guild", "1935-01-01", "Weavers arrive in Dorham", places=["Dorham"],
               summary="They were the first known foreign guild in town since the plague."),
    make_event("guild-2", "1936-01-01", "A foreign guild of smiths arrives in Dorham",
               places=["Dorham"]),
    make_event("ada-1", "1940-01-01", "Ada Lorne visits Dorham", people=["Ada Lorne"],
               places=["Dorham"], tags=["visit"]),
    make_event("cy", "1940-06-01", "Cy Ambler visits Dorham", people=["Cy Ambler"],
               places=["Dorham"], tags=["visit"]),
    make_event("bob", "1941-01-01", "Bob Lorne visits Dorham", people=["Bob Lorne"],
               places=["Dorham"], tags=["visit"]),
    make_event("salute", "1950-01-01", "Arland salutes the flag of Belport",
               places=["Arland", "Belport"]),
    make_event("answer", "1951-01-01", "Chorley salutes the flag of Arland",
               places=["Arland", "Chorley"]),
    *(make_event(f"ship-{day}", f"1960-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(*(make_name(one, kind="places") for one in ("Dorham", "Arland", "Belport", "Chorley")),
           make_name("Ada Lorne"), make_name("Bob Lorne"), make_name("Cy Ambler")),
    tags=(("visit", "visits"),),
    synonyms=(("visit", "visits", "trip", "trips"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(AIR)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("first mail flight to Dorham", "flight", "what came with the first is not the first"),
        ("who was the first foreign guild in Dorham", "guild", "a summary may say it outright"),
        ("first foreign guild in Dorham after the plague", "guild", "and since when"),
        ("first time Ada Lorne was in Dorham as a minister", "ada-1", "her office is no condition"),
        ("who was first to salute Arland", "answer", "whoever was saluted saluted nobody"),
    ],
)
def test_an_entry_may_tell_its_own_place(
    index: Index, question: str, expected: str, why: str
) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is not Outcome.ABSTAIN
    assert finding.matches[0].event.id == expected, why


def test_a_surname_that_few_share_names_each_of_them(index: Index) -> None:
    finding = search("list Lorne's trips to Dorham", index, today=DAY)
    assert [m.event.id for m in finding.matches[: finding.answering]] == ["ada-1", "bob"]


@pytest.mark.parametrize("question", ["number of visits to Dorham", "count of visits to dorham"])
def test_the_number_of_things_is_no_thing_itself(index: Index, question: str) -> None:
    finding = search(question, index, today=DAY)
    assert {m.event.id for m in finding.matches[: finding.answering]} == {"ada-1", "cy", "bob"}


def test_an_ordinal_in_figures_counts_as_one_in_words_does() -> None:
    mayors = make_timeline(
        make_event("a", "1900-01-01", "Death of Ida Orme, mayor of Belport"),
        make_event("b", "1910-01-01", "Death of Otto Lind, 3rd mayor of Belport"),
        make_event("c", "1920-01-01", "Death of Finn Moore, mayor of Belport and father of 3"),
        make_event("d", "1930-01-01", "Death of Emil Strand, mayor of Belport"),
    )
    found = search("who was the third mayor of Belport", build_index(mayors), today=DAY)
    assert found.matches[0].event.id == "b"


TESTS = make_timeline(
    make_event("test-1", "1950", "The first rocket test in the desert"),
    make_event("test-2", "1951", "The second rocket test in the desert"),
    make_event("ban", "1952", "Arland votes for a ban over the third rocket test"),
    make_event("castle", "1800", "A castle burns down"),
)


def test_an_ordinal_may_belong_to_the_name_of_a_thing() -> None:
    index = build_index(TESTS)
    found = search("which ban followed the third rocket test", index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == "ban"


@pytest.mark.parametrize("question", ["fourth rocket test", "the third castle that burns down"])
def test_what_no_entry_counts_stays_unknown(question: str) -> None:
    assert not search(question, build_index(TESTS), today=DAY).answering


def test_an_anniversary_counts_years_and_not_what_it_is_of() -> None:
    pacts = make_timeline(
        make_event("pact", "1900", "Arland and Belport sign a trade treaty"),
        make_event("feast", "1901", "A feast in Belport",
                   summary="It marked the first anniversary of the trade treaty."),
        make_event("pact-2", "1910", "Arland and Chorley sign a trade treaty"),
    )  # fmt: skip
    found = search("first trade treaty", build_index(pacts), today=DAY)
    assert found.matches[0].event.id == "pact"


def test_what_stands_behind_an_ordinal_is_what_it_counts() -> None:
    keepers = make_timeline(
        make_event("k1", "1900", "Ida Orme becomes keeper of the light"),
        make_event("k2", "1910", "Otto Lind becomes keeper of the light"),
        make_event("k3", "1920", "Ida Orme returns for a second spell as keeper"),
        make_event("k4", "1930", "Finn Moore is keeper for the second time"),
    )
    index = build_index(keepers)
    assert search("second keeper of the light", index, today=DAY).matches[0].event.id == "k2"
    spell = search("second spell as keeper", index, today=DAY)
    assert spell.matches[0].event.id == "k3"


def test_what_is_called_the_second_is_not_counted_out_as_the_first() -> None:
    index = build_index(
        make_timeline(
            make_event("2015-second-coal-cargo", "2015", "A cargo of coal comes to port"),
            make_event("2016-coal-cargo", "2016", "A cargo of coal comes to port in the dark"),
            make_event("1931-mill", "1931", "A mill opens"),
        )
    )
    found = search("the first cargo of coal", index, today=DAY)
    assert found.matches[0].event.id == "2016-coal-cargo"


def test_what_a_title_counts_as_another_is_not_counted_out() -> None:
    numbered = ("Second", "Fifth", "Sixth")
    fairs = (
        make_event(f"fair-{year}", f"{year}-06-01", f"{word} wool fair of Dorham")
        for year, word in zip((1920, 1950, 1960), numbered, strict=True)
    )
    index = build_index(make_timeline(*fairs, make_event("flood", "1955", "A flood in Dorham")))
    fifth = search("when was the fifth wool fair", index, today=DAY)
    third = search("when was the third wool fair", index, today=DAY)
    assert [match.event.id for match in fifth.matches[:1]] == ["fair-1950"]
    assert third.outcome is Outcome.ABSTAIN


@pytest.fixture(scope="module")
def bare() -> Index:
    """Dates and titles only: what is no more than mentioned cannot be told from what is counted."""
    return build_index(
        make_timeline(
            make_event(
                "college", "1789", "Marlow College, first Catholic university, opens in Arle"
            ),
            make_event("marcos", "1551", "The oldest university of Arle is founded in Limby"),
            make_event("reader", "1440", "A reader of the university leaves Arle"),
            make_event("smith", "1865-05", "The last Belport army gives up its arms in Limby"),
            make_event("watie", "1865-06", "The last Belport army of note gives up its arms"),
            make_event("line", "1970", "Troops draw a blue line for the Kielby force"),
            make_event("force", "1978", "The first Kielby force of nurses arrives in Dorham"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(60)),
        )
    )


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("oldest university of Arle", "marcos"),
        ("last Belport army to give up its arms", "watie"),
        ("first Kielby force of troops in Dorham", "force"),
    ],
)
def test_a_bare_title_that_counts_itself_comes_before_the_earliest(
    bare: Index, question: str, expected: str
) -> None:
    finding = search(question, bare, today=DAY)
    assert finding.matches[0].event.id == expected


def test_an_ordinal_that_is_part_of_a_name_counts_nothing() -> None:
    moves = (
        ("down-2", "1920-05-01", "The eleven go down to the Second Division"),
        ("down-3", "1930-05-01", "The eleven go down to the Third Division"),
        ("down-2-again", "1950-05-01", "Once more the eleven go down to the Second Division"),
        ("up-1", "1960-05-01", "The eleven go up to the First Division"),
        ("down", "1970-05-01", "The eleven go down from the First Division"),
    )
    laws = (make_event(f"law-{n}", f"191{n}", f"The council passes law {n}") for n in range(9))
    index = build_index(make_timeline(*(make_event(*one) for one in moves), *laws))
    for word, expected in (("Second", "down-2"), ("Third", "down-3")):
        found = search(f"when did we go down to the {word} Division", index, today=DAY)
        assert [match.event.id for match in found.matches[:1]] == [expected]
    fourth = search("when did we go down to the Fourth Division", index, today=DAY)
    assert fourth.outcome is Outcome.ABSTAIN
