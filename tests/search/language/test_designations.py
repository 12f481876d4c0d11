"""Letters and numbers that belong to a name: versions, series, names with a number inside."""

from __future__ import annotations

import pytest

from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.designations import (
    is_designation,
    is_short_name,
    is_sum,
    lettered_names,
    regrouped,
)
from bot.search.searching import search
from bot.search.terms import terms, tokens
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def kiln() -> Index:
    """Return the index of a program's history, with versions and series in its titles."""
    release = {"tags": ["release"]}
    return build_index(
        make_timeline(
            make_event("one", "2011-03-02", "Kiln 1.0 is released", **release),
            make_event("seed", "2011-09-01", "Seed money from the Ferris family"),
            make_event("one-b", "2012-05-04", "Kiln 1.2 fixes the thermometer", **release),
            make_event("a", "2013-02-20", "Series A, led by Mallow Bank"),
            make_event("two", "2014-06-01", "Kiln 2.0 is released", **release),
            make_event("hotfix", "2014-06-03", "Hotfix 2.0.1 for wrong clocks", **release),
            make_event("move", "2015-01-12", "The team moves into the old mill, 4 floors"),
            make_event("b", "2016-10-11", "Series B, led by Orchid Partners"),
            make_event("three", "2017-08-08", "Kiln 3.0 is released", **release),
            make_event("fox", "2018-02-02", "Fox2Hound weekend, all kilns patched"),
            make_event(
                "april", "2019-04-25", "Kiln 25.04 is released, named after its month", **release
            ),
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1990, 2010)),
            make_event("four", "2020-07-07", "Kiln 4.0 is released", **release),
            names=(make_name("Kiln", kind="organisations"),),
            tags=(("release", "versions"),),
        )
    )


def ask(index: Index, question: str) -> Finding:
    return search(question, index, today=DAY)


def ids(found: Finding) -> list[str]:
    return [match.event.id for match in found.matches[: found.answering]]


def test_a_dotted_number_is_one_token() -> None:
    assert tokens("v3.1.4 and 2.0. Then 7.") == ["v", "3.1.4", "and", "2.0", "then", "7"]
    assert tokens("6·25 전쟁") == ["6.25", "전쟁"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when did 2.0.1 come out", ["hotfix"]),
        ("2.0", ["two"]),
        ("when was version 1.2 released", ["one-b"]),
        ("v1.2", ["one-b"]),
        ("v4", ["four"]),
        ("how long between 1.0 and 2.0", ["one", "two"]),
        ("which release came before 2.0", ["one-b", "one"]),
        ("what came after 3.0", ["fox", "april", "four"]),
        ("releases between 2.0 and 4.0", ["three", "april", "hotfix"]),
        ("fox2hound", ["fox"]),
    ],
)
def test_a_version_is_found_and_counted_from(
    kiln: Index, question: str, expected: list[str]
) -> None:
    assert ids(ask(kiln, question)) == expected


@pytest.mark.parametrize("question", ["when did 5.0 come out", "2.0.2", "when was 1.1 released"])
def test_a_version_that_no_entry_has_is_not_known(kiln: Index, question: str) -> None:
    assert ask(kiln, question).outcome is Outcome.ABSTAIN


def test_a_day_written_with_a_dot_stays_a_day_unless_an_entry_is_called_so(kiln: Index) -> None:
    assert ids(ask(kiln, "what happened on 25.04.2019")) == ["april"]
    assert ids(ask(kiln, "02.03")) == ["one"]
    assert ids(ask(kiln, "kiln 25.04")) == ["april"]
    held = {"6.25", "9", "19"}.__contains__
    assert [term.text for term in regrouped(terms("9.19 vow"), held)] == ["9", "19", "vow"]
    assert [term.text for term in regrouped(terms("6 25 war"), held)] == ["6.25", "war"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("series b", ["b"]),
        ("when was our series A", ["a"]),
        ("who led series a", ["a"]),
        ("when was series b closed", ["b"]),
        ("when was series c", []),
    ],
)
def test_a_letter_behind_a_word_tells_one_of_a_kind(
    kiln: Index, question: str, expected: list[str]
) -> None:
    assert ids(ask(kiln, question)) == expected


def test_an_initial_or_a_word_of_one_letter_belongs_to_no_name() -> None:
    assert list(lettered_names("Plan B is drawn up by John F. Kennedy")) == ["plan b"]
    assert list(lettered_names("Vitamin C")) == ["vitamin c"]
    assert list(lettered_names("When I and D's friend met")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("B-2", True), ("V2", True), ("a 2", False), ("2+2", False), ("bee 2", False), ("B", False)],
)
def test_a_letter_before_a_number_is_a_designation(text: str, expected: bool) -> None:
    assert is_designation(terms(text)) is expected


def test_a_letter_tells_the_ends_of_a_time_apart(kiln: Index) -> None:
    found = ask(kiln, "how long between series a and series b")
    assert [match.event.id for match in found.matches[: found.answering]] == ["a", "b"]
    assert found.gap is not None


def test_noughts_at_the_end_of_a_version_may_be_left_out(kiln: Index) -> None:
    assert ids(ask(kiln, "when did 3 come out")) == ["three"]
    assert ids(ask(kiln, "when did 3.0.0 come out")) == ["three"]
    assert ids(ask(kiln, "series a")) == ["a"]
    assert ask(kiln, "when was plan a").outcome is Outcome.ABSTAIN


def test_numbers_to_be_reckoned_with_are_no_name() -> None:
    assert is_sum("what is 12*7")
    assert is_sum("2 + 2")
    assert not is_sum("6 25 war")
    assert not is_sum("KN-23 *test*")


PROBES = build_index(
    make_timeline(
        make_event("one", "1971-03-02", "The first probe is sent to Belport", keywords=["BX-1"]),
        make_event("sky", "1974-05-06", "A chart of the whole sky is drawn",
                   keywords=["CWS", "the big map"], people=["Ada Orme"]),
        make_event("point", "1978-07-08", "The second probe gets to the point of rest",
                   keywords=["R2"]),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("CWS", "sky"),
        ("cws", "sky"),
        ("BX-1", "one"),
        ("when did the second probe reach R2", "point"),
    ],
)
def test_a_short_name_among_the_keywords_is_as_good_as_said(question: str, expected: str) -> None:
    assert ids(ask(PROBES, question)) == [expected]


def test_another_short_name_is_nothing() -> None:
    assert ids(ask(PROBES, "BX-2")) == []
    assert ids(ask(PROBES, "CWT")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("HDF", True), ("L2", True), ("K8s", True), ("STS-61", True), ("Map", False), ("a", False),
     ("42", False), ("THE MAP", False), ("X" * 13, False)],
)  # fmt: skip
def test_capitals_and_digits_in_a_word_are_a_short_name(text: str, expected: bool) -> None:
    assert is_short_name(text) is expected


def test_a_letter_behind_a_surname_tells_what_is_called_by_both() -> None:
    index = build_index(
        make_timeline(
            make_event("hut", "1901-01-02", "Per Garsen builds a hut", people=["Per Garsen"]),
            make_event("shelf-b", "1995-03-04", "The Garsen B glacier breaks up"),
            make_event("shelf-c", "2001-05-06", "A crack is seen in the Garsen C glacier"),
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1920, 1940)),
            names=(make_name("Per Garsen", "Garsen"),),
        )
    )
    assert ids(ask(index, "garsen b")) == ["shelf-b"]
    assert ids(ask(index, "when did Garsen build a hut")) == ["hut"]
    assert ask(index, "Garsen D break up").outcome is Outcome.ABSTAIN
