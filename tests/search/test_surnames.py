"""A surname by its letters, where stems bring several together."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.building import build_index
from bot.search.searching import search
from bot.search.surnames import is_form
from bot.search.terms import stem
from tests.examples import make_event, make_timeline

SAILORS = build_index(
    make_timeline(
        make_event("rito", "1990", "Дени Рито, первый гость", people=["Дени Рито"]),
        make_event("boris", "1961", "Борис Ритов провёл в море сутки", people=["Борис Ритов"]),
        make_event("ivan", "1983", "Пожар на причале", people=["Иван Ритов"]),
    )
)


@pytest.mark.parametrize("typed", ["Ритов", "когда плавал Ритов", "плавание Ритова", "о Ритове"])
def test_a_form_of_one_surname_is_none_of_another(typed: str) -> None:
    assert stem("ритов") == stem("рито")
    found = search(typed, SAILORS, today=date(2026, 1, 1))
    assert {match.event.id for match in found.matches[:2]} == {"boris", "ivan"}


def test_the_other_surname_is_found_as_it_stands() -> None:
    found = search("Рито", SAILORS, today=date(2026, 1, 1))
    assert [match.event.id for match in found.matches[: found.answering]] == ["rito"]


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("титова", "титов", True),
        ("титова", "тито", False),
        ("тито", "тито", True),
        ("титов", "тито", False),
        ("береговому", "береговой", True),
        ("савицкой", "савицкая", True),
        ("леонова", "леон", False),
    ],
)
def test_a_name_is_told_in_its_cases(word: str, name: str, expected: bool) -> None:
    assert is_form(word, name) is expected
