"""Numbers and lists: Russian nouns bend with them, Korean particles with how a word ends."""

from __future__ import annotations

import pytest

from bot.answers.wording.ko import KOREAN
from bot.answers.wording.korean import join_words as join_korean
from bot.answers.wording.korean import with_particle
from bot.answers.wording.ru import RUSSIAN
from bot.answers.wording.ru_dates import roman


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0 записей"), (1, "1 запись"), (2, "2 записи"), (4, "4 записи"), (5, "5 записей"),
        (11, "11 записей"), (12, "12 записей"), (14, "14 записей"), (21, "21 запись"),
        (22, "22 записи"), (111, "111 записей"), (421, "421 запись"),
        (16883, "16\u00a0883 записи"),
    ],
)  # fmt: skip
def test_russian_nouns_bend_with_the_number(number: int, text: str) -> None:
    assert RUSSIAN.entries(number) == text


def test_years_ago() -> None:
    assert [RUSSIAN.years_ago(n) for n in (0, 1, 2, 7, 11, 21)] == [
        "", "1 год назад", "2 года назад", "7 лет назад", "11 лет назад", "21 год назад",
    ]  # fmt: skip
    assert [KOREAN.years_ago(n) for n in (0, 1, 7)] == ["", "1년 전", "7년 전"]


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (19, "XIX"), (20, "XX"), (49, "XLIX")]
)
def test_centuries_are_counted_in_roman_figures(number: int, text: str) -> None:
    assert roman(number) == text


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("김정은", "김정은은"), ("푸틴", "푸틴은"), ("평양", "평양은"), ("모스크바", "모스크바는"),
        ("2010", "2010은"), ("2012", "2012는"), ("Kim", "Kim은"), ("Putin", "Putin은"),
        ("Moscow", "Moscow는"), ("“푸틴”", "“푸틴”은"), ("…", "…는"),
    ],
)  # fmt: skip
def test_a_korean_particle_fits_the_end_of_the_word(word: str, text: str) -> None:
    assert with_particle(word, closed="은", opened="는") == text


def test_lists_in_prose() -> None:
    assert RUSSIAN.join_words(["а", "б", "в"]) == "а, б и в"
    assert RUSSIAN.join_words(list("абвгдежз")) == "а, б, в, г и ещё 4"
    assert join_korean(["봄", "여름"]) == "봄과 여름"
    assert join_korean(["가을", "나무", "여름"]) == "가을, 나무와 여름"
    assert join_korean(["봄", "여름"], is_choice=True) == "봄 또는 여름"
    assert join_korean(list("가나다라마바사")) == "가, 나, 다, 라 외 3개"
    assert RUSSIAN.join_words([]) == join_korean([]) == ""
