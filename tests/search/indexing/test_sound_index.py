"""Names in questions of another script that no alias tells."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline

PEOPLE = make_timeline(
    make_event("a", "1990", "Kim Yong Bok sees the harbour of Houston"),
    make_event("b", "1992", "Lech Walesa meets John Kennedy at Camp David"),
    make_event("c", "1993", "Neil Armstrong reads a letter of Nehru", people=["Neil Armstrong"]),
    make_event("d", "1994", "Moon Jae-in speaks of the Apollo programme"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(PEOPLE)


@pytest.mark.parametrize(
    ("question", "expected", "read_as"),
    [
        ("что сказал Кеннеди?", "b", "kennedy"),
        ("о Кеннеди и Валенсе", "b", "kennedy"),
        ("письмо Армстронгу", "c", "armstrong"),
        ("Неру", "c", "nehru"),
        ("когда был Хьюстон", "a", "houston"),
        ("암스트롱이 뭐 했어?", "c", "armstrong"),
        ("케네디는 언제", "b", "kennedy"),
        ("네루", "c", "nehru"),
        ("김영복", "a", "kim yong bok"),
        ("문재인의 연설", "d", "moon jae in"),
        ("아폴로", "d", "apollo"),
    ],
)
def test_a_name_is_found_by_its_sound_and_the_asker_is_told(
    index: Index, question: str, expected: str, read_as: str
) -> None:
    finding = search(question, index, today=date(2026, 1, 1))
    assert finding.matches[0].event.id == expected
    assert read_as in dict(finding.query.corrections).values()


@pytest.mark.parametrize("word", ["дом", "хорошо", "снег", "학교", "오늘", "대한민국"])
def test_an_ordinary_word_is_no_name(index: Index, word: str) -> None:
    assert index.speller.correct(word) == ()


@pytest.mark.parametrize("word", ["네라", "네로", "나루"])
def test_a_short_word_is_a_name_only_by_its_exact_sound(index: Index, word: str) -> None:
    assert index.speller.correct("네루") != ()
    assert index.speller.correct(word) == ()
