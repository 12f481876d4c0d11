"""Numbers of rulers and of ordered things, in all the ways in which people write them."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.regnal import in_digits, with_numerals, written_out
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    """A bare store: dates and titles, no names."""
    return build_index(
        make_timeline(
            make_event("vere", "1609", "Death of Francis Vere"),
            make_event("first", "1547", "Death of Francis I, king of the French"),
            make_event("second", "1560", "Death of Francis II, king of the French"),
            make_event("charles", "1486", "Birth of Charles III, duke of Savoy"),
            make_event("charles5", "1338", "Birth of Charles V of France"),
            make_event("eighth", "1509", "Henry VIII is crowned in London"),
            make_event("seventh", "1485", "Henry VII is crowned in London"),
            make_event("rule21", "1933", "The Twenty-first Rule of the Harbour is adopted"),
            make_event("rule22", "1951", "The Twenty-second Rule of the Harbour is adopted"),
            make_event("rule13", "1865", "The 13th Rule of the Harbour is adopted"),
        )
    )


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("death of Francis I", "first"),
        ("when did francis i die", "first"),
        ("death of Francis I, thanks", "first"),
        ("when did Francis the Second die?", "second"),
        ("Charles III birth", "charles"),
        ("charles v birth", "charles5"),
        ("henry the eighth crowned", "eighth"),
        ("when was Henry VII crowned", "seventh"),
        ("when was the 22nd rule adopted", "rule22"),
        ("when was the twenty-first rule adopted", "rule21"),
        ("the twenty-second rule of the harbour", "rule22"),
        ("смерть Франциска II", "second"),
        ("когда короновали Генриха VIII", "eighth"),
        ("рождение Карла V", "charles5"),
        ("헨리 8세 대관식", "eighth"),
        ("카를 3세는 언제 태어났나요", "charles"),
    ],
)
def test_a_ruler_is_told_from_others_of_the_name(index: Index, question: str, wanted: str) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == wanted


@pytest.mark.parametrize(
    "question",
    [
        "was Ada the first woman to fly",
        "the third harbour",
        "who took the first",
        "the bridge the second time",
    ],
)
def test_what_is_counted_stays_as_it_was_typed(question: str) -> None:
    assert with_numerals(question) == question


def test_what_korean_counts_with_tells_no_more_than_the_number(index: Index) -> None:
    units = read_query("22호 규칙 채택", index, today=DAY).units
    assert [unit.text for unit in units] == ["22", "규칙", "채택"]


def test_a_number_without_the_name_is_no_ruler(index: Index) -> None:
    units = read_query("the coronation of Wilfram V", index, today=DAY).units
    assert [unit.text for unit in units if not unit.variants] == ["wilfram v"]


def test_numbers_below_a_hundred_are_written_out() -> None:
    assert written_out("5") == (("fifth",),)
    assert written_out("22")[0] == ("twenti", "second")
    assert written_out("20") == written_out("0") == written_out("101") == ()


def test_an_ordinal_word_is_a_number_in_digits() -> None:
    assert (in_digits("third"), in_digits("nineteenth"), in_digits("thirty")) == ("3", "19", "")
