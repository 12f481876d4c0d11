"""The next of a kind, after an entry that is of this kind itself, told as stories."""

from __future__ import annotations

import pytest

from bot.search.asking.intent import read_intent
from bot.search.asking.which_one import Occasion, Which
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

LAWS = make_timeline(
    make_event("1900-law-3101", "1900-01-10", "The council bans bells (3101)"),
    make_event("1901-law-3120", "1901-02-10", "The council taxes windows (3120)"),
    make_event("1902-strike", "1902-03-01", "Bakers strike over law 3120"),
    make_event("1903-law-3144", "1903-05-02", "The council closes the ferry (3144)"),
    make_event("1904-feast", "1904-06-03", "A feast at Dorham", places=["Dorham"]),
    make_event("1910-dive", "1910-07-01", "Ada Orme dives to the wreck", tags=["dive"],
               people=["Ada Orme"]),
    make_event("1912-dive", "1912-07-01", "Otto Lind goes down to the wreck", tags=["dive"],
               people=["Otto Lind"]),
    make_event("1914-dive", "1914-07-01", "Finn Moore raises the bell", tags=["dive"],
               people=["Finn Moore"]),
    make_event("1915-fair", "1915-04-01", "Dorham holds a fair after the plague",
               places=["Dorham"], tags=["fair"]),
    make_event("1918-fair", "1918-04-01", "Belport holds a fair", places=["Belport"],
               tags=["fair"]),
    names=(make_name("Ada Orme", "Orme"), make_name("Otto Lind", "Lind"),
           make_name("Finn Moore", "Moore"), make_name("Dorham", kind="places"),
           make_name("Belport", kind="places")),
    synonyms=(("law", "laws", "закон", "법"), ("dive", "dives", "погружение", "погружения"),
              ("fair", "fairs")),
    tags=(("dive", "dives"), ("fair", "fairs")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(LAWS)


def found(index: Index, question: str) -> Finding:
    return search(question, index, today=DAY)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which law followed 3101", "1901-law-3120"),
        ("law that preceded 3144", "1901-law-3120"),
        ("which law came next after 3120", "1903-law-3144"),
        ("next law after number 3120", "1903-law-3144"),
        ("какой закон предшествовал 3144", "1901-law-3120"),
        ("какой закон был после 3120", "1903-law-3144"),
        ("법 3120호 다음 법은", "1903-law-3144"),
        ("the dive before Lind's", "1910-dive"),
        ("dive after lind", "1914-dive"),
        ("the dive after the one by orme", "1912-dive"),
        ("which dive came before the 1914 one", "1912-dive"),
        ("the fair after the Dorham one", "1918-fair"),
    ],
)
def test_the_next_of_a_kind_is_that_beside_the_one_named(
    index: Index, question: str, expected: str
) -> None:
    assert found(index, question).answering
    assert found(index, question).matches[0].event.id == expected


def test_a_title_that_tells_what_it_came_after_is_not_passed_over(index: Index) -> None:
    assert found(index, "the Dorham fair after the plague").matches[0].event.id == "1915-fair"


@pytest.mark.parametrize("question", ["предпоследняя ярмарка", "끝에서 두 번째 시험"])
def test_the_last_but_one_is_read_in_other_alphabets(question: str) -> None:
    assert read_intent(question).occasion == Occasion(Which.LAST, 2, is_told=False)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("penultimate dive", "1912-dive"),
        ("the second to last dive", "1912-dive"),
        ("last but two dive", "1910-dive"),
    ],
)
def test_the_last_but_one_is_counted_from_the_end(
    index: Index, question: str, expected: str
) -> None:
    assert found(index, question).matches[0].event.id == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [("which dive followed the first", "1912-dive"), ("the dive after the second", "1914-dive")],
)
def test_an_ordinal_alone_may_tell_which_one_is_counted_from(
    index: Index, question: str, expected: str
) -> None:
    assert found(index, question).matches[0].event.id == expected


def test_the_last_is_of_the_kind_of_what_meets_the_question_best() -> None:
    index = build_index(
        make_timeline(
            make_event("1900-ban-on-bells", "1900", "Arland votes for a ban on bells"),
            make_event("1901-ban-on-drums", "1901", "Arland votes for a ban on drums"),
            make_event("1902-ban-on-horns", "1902", "Arland votes to silence horns",
                       summary="A ban like the others; all in Arland voted for it."),
            make_event("1903-feast", "1903", "A feast in Arland",
                       summary="Arland had voted for a ban before."),
        )
    )  # fmt: skip
    asked = "last ban that Arland voted for"
    assert search(asked, index, today=DAY).matches[0].event.id == "1902-ban-on-horns"


def test_what_points_back_does_not_tell_which_is_the_last(index: Index) -> None:
    asked = "what was the last dive and how did Dorham hear of it"
    assert found(index, asked).matches[0].event.id == "1914-dive"


def test_a_description_of_its_kind_and_year_alone_is_one_of_what_is_asked_for(
    index: Index,
) -> None:
    assert found(index, "which dive was before the dive of 1914").matches[0].event.id == "1912-dive"
    assert found(index, "the fair before the 1918 fair").matches[0].event.id == "1915-fair"


@pytest.mark.parametrize(
    "question",
    ["which law followed 3144", "the dive after the one by Moore", "the dive before Orme's"],
)
def test_beyond_the_last_of_a_kind_there_is_nothing(index: Index, question: str) -> None:
    assert not found(index, question).answering
    assert found(index, question).matches


def test_the_entry_that_says_what_it_came_before_is_the_answer_itself() -> None:
    timeline = make_timeline(
        make_event("call", "1920-05-02", "Orme calls Lind before meeting Moore",
                   summary="She told him of her plan for the Belport talks.",
                   people=["Ada Orme", "Otto Lind"]),
        make_event("early", "1919-05-02", "Orme calls Lind about the wreck",
                   people=["Ada Orme", "Otto Lind"]),
        names=(make_name("Ada Orme", "Orme"), make_name("Otto Lind", "Lind"),
               make_name("Belport", kind="places")),
    )  # fmt: skip
    finding = found(build_index(timeline), "when did Orme call Lind before Belport")
    assert finding.matches[0].event.id == "call"


FLIGHTS = make_timeline(
    make_event("1960-swift-4", "1960", "Swift 4 flies round the island", tags=["flight"]),
    make_event("1961-storm", "1961", "A storm keeps the crews ashore"),
    make_event("1962-swift-5", "1962", "Swift 5 flies to the reef", tags=["flight"]),
    make_event("1963-gull", "1963", "The first gull flight, by Ada Orme", people=["Ada Orme"],
               tags=["flight"]),
    make_event("1964-gull", "1964", "Otto Lind makes a gull flight", people=["Otto Lind"],
               tags=["flight"]),
    *(make_event(f"190{n}-law", f"190{n}", f"The council passes law {n}") for n in range(9)),
    names=(make_name("Ada Orme", "Orme"), make_name("Otto Lind", "Lind")),
    tags=(("flight", "flights"),),
    synonyms=(("flight", "fly", "flew", "mission"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which mission came before Swift 5", "1960-swift-4"),
        ("what happened after Swift 4", "1961-storm"),
        ("first gull flight after Orme's", "1964-gull"),
    ],
)
def test_what_comes_beside_a_flight_is_a_flight_or_whatever_was_asked(
    question: str, expected: str
) -> None:
    assert search(question, build_index(FLIGHTS), today=DAY).matches[0].event.id == expected


ISLES = build_index(
    make_timeline(
        make_event("1701-veil", "1701-03-01", "The Petrel discovers two isles, Vessel and Ranoa"),
        make_event("1702-storm", "1702-03-01", "The Petrel loses her mast"),
        make_event("1704-third", "1704-03-01", "The Petrel discovers a third isle, Kamoda"),
        make_event("1706-fourth", "1706-03-01", "The Petrel discovers a fourth isle, Istara"),
        make_event("1709-rock", "1709-03-01", "First light built on an isle since the storm"),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("first isle found after Ranoa", "1704-third"),
        ("the first isle after Kamoda", "1706-fourth"),
        ("first light after the storm", "1709-rock"),  # it says so itself
    ],
)
def test_the_first_after_one_that_is_named_is_not_that_one(question: str, expected: str) -> None:
    found = search(question, ISLES, today=DAY)
    assert found.matches[0].event.id == expected


def test_who_was_first_may_be_told_along_with_something_else() -> None:
    office = {"tags": ["office"]}
    guild = build_index(
        make_timeline(
            make_event("1901-hall", "1901", "A guild hall opens with Ida Hale as its master",
                       people=["Ida Hale"]),
            make_event("1909-penn-master", "1909", "Max Penn becomes master of the guild hall",
                       people=["Max Penn"], **office),
            make_event("1914-quist-master", "1914", "Ada Quist becomes master of the guild hall",
                       people=["Ada Quist"], **office),
        )
    )  # fmt: skip
    found = search("who was the first master of the guild hall", guild, today=DAY)
    assert found.matches[0].event.id == "1901-hall"
    found = search("who was the third master of the guild hall", guild, today=DAY)
    assert found.matches[0].event.id == "1914-quist-master"
