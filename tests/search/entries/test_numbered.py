"""What is called by words and a number: "Overhaul 2", "Overhaul 3B"."""

from __future__ import annotations

import pytest

from bot.search.entries.numbered import call_of, next_by_number
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def lighthouse() -> Index:
    """Return the index of a lighthouse that was overhauled again and again."""
    work = {"tags": ["overhaul"]}
    return build_index(
        make_timeline(
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1920, 1940)),
            make_event("lit", "1961-04-01", "The lighthouse of Norport is lit"),
            make_event("one", "1964-05-02", "Great Overhaul 1: a new lamp", **work),
            make_event("two", "1968-06-03", "Great Overhaul 2: the stairs are renewed", **work),
            make_event("a", "1972-07-04", "Great Overhaul 3A: a new roof", **work),
            make_event("b", "1973-08-05", "Great Overhaul 3B: a new foghorn", **work),
            make_event("storm", "1975-01-06", "A storm tears the gallery away"),
            make_event("stop", "1976-02-07", "The council cancels the last great overhaul", **work),
            make_event("yes", "1977-03-08", "The council votes for a great overhaul", **work),
            make_event("late", "1978-04-09", "The last great overhaul is put off", **work),
            make_event("four", "1979-05-10", "Great Overhaul 4: painted one more time", **work),
            make_event("sold", "1984-06-11", "The lighthouse is sold"),
            tags=(("overhaul", "the lighthouse is repaired"),),
            synonyms=(("GO", "great overhaul"),),
        )
    )


def ids(found: Finding) -> list[str]:
    return [match.event.id for match in found.matches[: found.answering]]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("first great overhaul", ["one"]),
        ("when was the second great overhaul", ["two"]),
        ("the fourth great overhaul", ["four"]),  # called so, though it was the fifth
        ("when was the fifth great overhaul", ["four"]),
        ("last great overhaul", ["four"]),
        ("how many great overhauls were there", ["four", "one", "two", "a", "b"]),
        ("great overhaul 3A", ["a"]),
        ("when was GO3B", ["b"]),
        ("great overhaul 3", ["a", "b"]),
        ("which great overhaul came before GO4", ["b"]),
        ("which great overhaul came after great overhaul 2", ["a"]),
        ("when was the last great overhaul put off", ["late"]),
    ],
)
def test_what_is_numbered_through_is_told_from_what_is_said_of_it(
    lighthouse: Index, question: str, expected: list[str]
) -> None:
    found = ids(search(question, lighthouse, today=DAY))
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what lamp did the second great overhaul bring", "two"),
        ("which foghorn did the last great overhaul bring", "four"),
        ("who cancelled the last great overhaul", "stop"),
    ],
)
def test_what_is_asked_of_one_that_is_counted_does_not_make_it_another(
    lighthouse: Index, question: str, expected: str
) -> None:
    assert search(question, lighthouse, today=DAY).matches[0].event.id == expected


def test_another_letter_is_another_one(lighthouse: Index) -> None:
    assert ids(search("when was great overhaul 3C", lighthouse, today=DAY)) == []
    assert ids(search("the sixth great overhaul", lighthouse, today=DAY)) == []


@pytest.mark.parametrize(
    ("shown", "is_back", "expected"),
    [
        ("two", False, ["a", "b"]),
        ("a", False, ["b"]),
        ("b", False, ["four"]),
        ("four", True, ["b", "a"]),
        ("b", True, ["a"]),
        ("storm", False, []),
    ],
)
def test_after_a_letter_comes_the_next_and_then_the_next_number(
    lighthouse: Index, shown: str, is_back: bool, expected: list[str]
) -> None:
    event = lighthouse.timeline.get(shown)
    assert event is not None
    assert [e.id for e in next_by_number(event, lighthouse, is_back=is_back)] == expected


def test_what_is_cancelled_or_put_off_is_not_the_last_of_its_kind() -> None:
    voyages = build_index(
        make_timeline(
            make_event("one", "1901-01", "The Petrel sails round the cape"),
            make_event("off", "1902-02", "The last voyage of the Petrel is put off"),
            make_event("two", "1903-03", "The Petrel makes a voyage to Norport"),
            make_event("sold", "1904-04", "The Petrel is sold"),
            make_event("no", "1905-05", "A mayor cancels the last voyage of the Heron"),
        )
    )
    assert ids(search("the last voyage of the Petrel", voyages, today=DAY)) == ["two"]
    put_off = search("when was the last voyage of the Petrel put off", voyages, today=DAY)
    assert ids(put_off) == ["off"]


def test_a_title_is_called_by_the_words_before_its_first_number() -> None:
    assert call_of("Great Overhaul 3B: a new foghorn") == ("great overhaul", 3, "b")
    assert call_of("In all of the long years 7 ships were lost") is None
    assert call_of("Treaty of 1961") is None


@pytest.fixture(scope="module")
def pacts() -> Index:
    """Return the index of a mill whose wage pacts are numbered."""
    pact = {"tags": ["pact"]}
    return build_index(
        make_timeline(
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
            make_event("guild", "1901-03-01", "The weavers of Belport found a guild"),
            make_event("wool", "1903-01-01", "A first pact on wool is signed", **pact),
            make_event("one", "1905-04-02", "Wage Pact No. 1 is signed", **pact),
            make_event("two", "1909-05-03", "Wage Pact No. 2 ends night work", **pact),
            make_event("loom", "1910-06-04", "The guild gives notice of Wage Pact No. 2"),
            make_event("three", "1912-07-05", "Wage Pact No. 3 is signed", **pact,
                       summary="Pay rises by 9 per cent, as the guild had signed for in 1911."),
            make_event("fire", "1913-08-06", "A fire burns the dye house of the mill"),
            tags=(("pact", "pacts"),),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when was pact number two", ["two"]),  # the third of them
        ("wage pact no. 3", ["three"]),
        ("which pact came before number 3", ["two"]),
        ("which pact came after pact no. 1", ["two"]),
        ("when was wage pact no. 9 signed", []),
        ("wage pact number four", []),
    ],
)
def test_a_thing_asked_for_by_its_number_is_called_by_it(
    pacts: Index, question: str, expected: list[str]
) -> None:
    assert ids(search(question, pacts, today=DAY)) == expected
