"""The language of a question: by its script, and in a mixture by the words that ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.language import home_language, language_of
from bot.answers.wording.choosing import LANGUAGES
from tests.examples import make_event, make_timeline


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("When did Putin first go to Pyongyang?", "en"),
        ("nuclear tests", "en"),
        ("May 2022", "en"),
        ("Когда Путин впервые приехал в Пхеньян?", "ru"),
        ("санкции", "ru"),
        ("май 2022", "ru"),
        ("25 апреля", "ru"),
        ("푸틴은 언제 평양에 갔습니까?", "ko"),
        ("제재", "ko"),
        ("2019년", "ko"),
        # Names of another script in a question
        ("когда была встреча Kim Jong Un и Putin в Vladivostok", "ru"),
        ("Vladivostok summit 언제였나요", "ko"),
        ("Kim and Putin 언제 만났나요?", "ko"),
        ("who is Ким Чен Ын?", "en"),
        ("What does the word 주체 mean?", "en"),
        ("when did 푸틴 and 김정은 meet", "en"),
        ("кто такой 김정은?", "ru"),
        ("встреча Kim Jong Un Vladivostok 2019", "ru"),
        # Other languages, also those that share a script
        ("¿Cuándo fue la cumbre?", "en"),
        ("Коли відбувся саміт у Владивостоці?", "en"),
        ("首脳会談はいつでしたか", "en"),
        ("когда умер Зеленський", "ru"),
    ],
)
def test_a_question_is_in_the_language_of_the_words_that_ask(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    ["", "?", "2022", "2019-04-25", "25.04.2019", "4/25/2019", "2019..2021", "1949–1950",
     "2019-vladivostok-summit", "id 2019-vladivostok-summit", "ID: Q1-9", "…", "👍"],
)  # fmt: skip
def test_a_bare_date_or_id_is_in_the_language_spoken_before(text: str, spoken: str) -> None:
    assert language_of(text, otherwise=spoken) == spoken


def test_words_change_the_language_spoken_before() -> None:
    assert language_of("and after that?", otherwise="ru") == "en"
    assert language_of("а потом?", otherwise="ko") == "ru"


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_every_text_has_one_of_the_languages(text: str, spoken: str) -> None:
    assert language_of(text, otherwise=spoken) in LANGUAGES


def test_only_the_beginning_of_a_long_text_is_looked_at() -> None:
    assert language_of("and then " * 100_000 + "когда") == "en"


@pytest.mark.parametrize("text", ["1-" * 5000 + " x", "1" * 10_000, "-" * 10_000, "а1-" * 5000])
def test_no_text_takes_long(text: str) -> None:
    assert language_of(text) in LANGUAGES  # a search for the id in it would never end


def test_a_timeline_is_at_home_in_its_only_language() -> None:
    port = make_event("a", "1909", "Закладка порта")
    assert home_language(make_timeline(port, languages=("ru",))) == "ru"
    assert home_language(make_timeline(port)) == "ru"
    assert home_language(make_timeline(port, languages=("ru", "en"))) == "en"
    assert home_language(make_timeline(port, make_event("b"))) == "en"
    assert home_language(make_timeline(port, languages=("de",))) == "en"
