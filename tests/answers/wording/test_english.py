"""English wording: dates at the precision known, singular and plural."""

from __future__ import annotations

import pytest

from bot.answers.wording.en import ENGLISH
from bot.answers.wording.english import join_words, ordinal
from bot.timeline.dates import parse_date


@pytest.mark.parametrize(
    ("edtf", "label"),
    [
        ("2019-04-25", "25 April 2019"),
        ("2000-07", "July 2000"),
        ("1949", "1949"),
        ("1949~", "about 1949"),
        ("1949?", "1949 (uncertain)"),
        ("1949-03%", "about March 1949 (uncertain)"),
        ("195X", "1950s"),
        ("19XX", "20th century"),
        ("2022-22", "summer 2022"),
        ("2006-10-14/2017-12-22", "14 October 2006 – 22 December 2017"),
        ("2024-06-18/2024-06-19", "18–19 June 2024"),
        ("2001-07-26/2001-08-18", "26 July – 18 August 2001"),
        ("2020-01/2020-02", "January – February 2020"),
        ("1964/2008", "1964 – 2008"),
        ("1950~/1953", "about 1950 – 1953"),
        ("1990/..", "since 1990"),
        ("../1949", "until 1949"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0000", "1 BCE"),
    ],
)
def test_a_date_is_shown_as_it_is_known(edtf: str, label: str) -> None:
    assert ENGLISH.date_label(parse_date(edtf)) == label


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 entries"), (1, "1 entry"), (2, "2 entries"), (1234, "1,234 entries")],
)
def test_entries_are_counted_in_the_right_number(number: int, text: str) -> None:
    assert ENGLISH.entries(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (21, "21st"), (112, "112th")],
)
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_years_ago_says_nothing_of_this_year() -> None:
    assert [ENGLISH.years_ago(years) for years in (0, 1, 7)] == ["", "1 year ago", "7 years ago"]


def test_corrections_are_named_once_each() -> None:
    assert ENGLISH.searched_for(["summit", "vladivostok"]) == (
        "Searched for “summit” and “vladivostok”."
    )
    assert ENGLISH.searched_for([]) == ""


def test_coverage_names_one_year_once() -> None:
    assert ENGLISH.coverage(1, (1999, 1999)) == "1 entry, 1999"
    assert ENGLISH.coverage(3, (1903, 1976)) == "3 entries, 1903 to 1976"
    assert ENGLISH.coverage(0, None) == "0 entries"


def test_a_long_list_in_prose_is_cut() -> None:
    assert join_words(["a", "b", "c"]) == "a, b and c"
    assert (
        join_words([str(year) for year in range(2000, 2020)])
        == "2000, 2001, 2002, 2003 and 16 more"
    )
