"""What a Russian verb, its noun and its adjective have in common."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.language.russian_roots import root_of


@pytest.mark.parametrize(
    "family",
    [
        "затопили затопление затоплена",
        "запуск запустили запущен запусками",
        "стыковка стыковались",
        "столкновение столкнулись",
        "возвращение возвратился возврат",
        "создание создан создали",
        "открытие открыли открыта",
        "японец японский япония японка",
        "захват захватили захвачен",
        "казнь казнили казнен",
    ],
)
def test_words_of_one_family_have_one_root(family: str) -> None:
    assert len({root_of(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("вывод", "ввод"), ("столица", "столовая"), ("король", "корова"), ("договор", "доклад")],
)
def test_words_of_two_families_have_two(one: str, other: str) -> None:
    assert root_of(one) != root_of(other)


@example("ся")
@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=20))
def test_any_word_keeps_something(word: str) -> None:
    assert root_of(word)
