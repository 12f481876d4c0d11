"""Folding, splitting and stemming: what must become the same term, and what must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.terms import MAX_TEXT, fold, stem, terms, tokens, without_last_noun


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Kim Jong-un", ["kim", "jong", "un"]),
        ("MiG-15", ["mig", "15"]),
        ("mig15", ["mig", "15"]),
        ("10,000 troops", ["10000", "troops"]),
        ("the U.N. and the U.S.", ["the", "un", "and", "the", "us"]),
        ("Putin’s visit", ["putin", "visit"]),
        ("don't", ["dont"]),
        ("the 75th anniversary", ["the", "75", "anniversary"]),
        ("S/RES/1718 (2006)", ["s", "res", "1718", "2006"]),
        ("so :thinking_face: when", ["so", "when"]),
        ("Łódź, Đà Nẵng", ["lodz", "da", "nang"]),
        ("Ещё раз", ["еще", "раз"]),
        ("2019년에", ["2019", "년에"]),
        ("朝鮮半島", ["朝鮮", "鮮半", "半島"]),
        ("pass\u200bword", ["password"]),
        ("ＫＮ－２３", ["kn", "23"]),
        ("", []),
        ("?!… 🎉", []),
    ],
)
def test_text_is_split_into_folded_words_and_numbers(typed: str, expected: list[str]) -> None:
    assert tokens(typed) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("resolutions", "resolution"),
        ("visited", "visits"),
        ("boycotting", "boycott"),
        ("staffed", "staff"),
        ("санкции", "санкциями"),
        ("Кореи", "Корее"),
        ("Путина", "Путину"),
        ("уголь", "угля"),
        ("посол", "послу"),
        ("푸틴이", "푸틴을"),
        ("북한의", "북한에서"),
    ],
)
def test_inflected_forms_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1718", "1719"),
        ("Korea", "Kosovo"),
        ("й", "и"),
        ("Matt", "mat"),
        ("посла", "после"),
        ("послу", "посланию"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


def test_a_number_is_known_as_one() -> None:
    assert [term.is_number for term in terms("resolution 1718")] == [False, True]


def test_text_beyond_the_limit_is_not_read() -> None:
    assert len(tokens("a " * MAX_TEXT)) == MAX_TEXT // 2


@given(st.text(max_size=300))
def test_any_text_gives_folded_tokens_without_spaces(text: str) -> None:
    for token in tokens(text):
        assert token
        assert not any(letter.isspace() for letter in token)
        assert stem(token)


@given(st.text(max_size=100))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_russian_word_of_vowels_alone_keeps_a_stem() -> None:
    assert stem("еиоуы")


@pytest.mark.parametrize(
    ("word", "noun"),
    [
        ("착공일", "착공"),  # the day of groundbreaking
        ("탕감해준", "탕감"),
        ("조사하러", "조사"),
        ("체결됐을까", "체결"),
        ("착공", ""),
        ("day", ""),
        ("день", ""),
    ],
)
def test_a_korean_word_begins_with_the_noun_that_it_is_made_of(word: str, noun: str) -> None:
    assert without_last_noun(word) == noun


@pytest.mark.parametrize(
    "forms",
    [
        ("Иван", "Ивана", "Ивану", "Иване"),
        ("Орлов", "Орлова", "Орлову", "Орловым"),
        ("Андреев", "Андреева", "Андреевым"),
        ("Ереван", "Еревана", "Ереване"),
        ("Потсдам", "Потсдама", "Потсдаме"),
    ],
)
def test_the_cases_of_a_russian_name_share_their_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(fold(form)) for form in forms}) == 1


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("만나주겠다고", "만나"), ("갚겠다", "갚"), ("가려고", "가려고"), ("제주시", "제주시")],
)
def test_what_somebody_will_do_for_another_is_the_deed_itself(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_thousands_may_be_shortened() -> None:
    assert tokens("20k containers") == tokens("20,000 containers")
    assert "4000" not in tokens("4kg")


@pytest.mark.parametrize(
    ("written_out", "said"),
    [("쏘았다", "쐈어요"), ("보았다", "봤나요"), ("배우었다", "배웠지"), ("숨지었다", "숨졌나"),
     ("하였다", "했어"), ("되었습니다", "됐다")],
)  # fmt: skip
def test_a_korean_past_is_the_same_written_out_or_as_it_is_said(
    written_out: str, said: str
) -> None:
    assert stem(written_out) == stem(said)
