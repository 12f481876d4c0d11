"""Timelines whose entries are written in Russian or Korean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.asking.intent import Asked
from bot.search.asking.native import native_columns
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.language.foreign_words import KOREAN, RUSSIAN
from bot.search.searching import search
from bot.search.terms import stem
from tests.examples import make_event, make_source, make_timeline

FERRIES = build_index(
    make_timeline(
        make_event("start", "1902-05-01", "Основание пароходства «Заря»"),
        make_event("launch", "1905-06-11", "Спуск на воду парома «Верный»", places=["Астрахань"]),
        make_event("trip", "1905-09-02", "Первый рейс «Верного» через Каспийское море"),
        make_event(
            "fire",
            "1911-08-30",
            "Пожар на пароме «Верный»",
            summary="Огонь потушили за час.",
            sources=(make_source("The ferry and its captains: a wedding album"),),
        ),
        make_event("wedding", "1913-02-01", "Свадьба капитана", people=["Егор Шубников"]),
        make_event("sunk", "1917-11-03", "Затопление парома «Верный» экипажем"),
        make_event("death", "1920-01-15", "Гибель капитана", people=["Егор Шубников"]),
        make_event("tokyo", "1926-04-04", "Японский пароход в порту"),
        make_event("repair", "1930-03-03", "Ремонт причала", organisations=["Волжский союз"]),
        make_event("fleet", "1934-07-07", "Пароходство передано флоту", note="Рейсов нет."),
    ),
    known_words=known_words(),
)


def ask(question: str, index: Index = FERRIES) -> Finding:
    return search(question, index, today=date(2026, 1, 1))


def first(question: str, index: Index = FERRIES) -> str:
    found = ask(question, index)
    return found.matches[0].event.id if found.matches else ""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("когда затопили паром", "sunk"),
        ("когда основали пароходство", "start"),
        ("смерть капитана", "death"),
        ("когда капитан погиб?", "death"),
        ("когда капитан женился?", "wedding"),
        ("когда горел паром?", "fire"),
        ("когда починили причал", "repair"),
        ("когда приплыл японец", "tokyo"),
        ("кто утопил паром", "sunk"),
    ],
)
def test_a_russian_word_meets_others_of_its_root_and_meaning(question: str, expected: str) -> None:
    assert first(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("fire on the ferry", "fire"),
        ("the captain's wedding", "wedding"),
        ("when did the captain die", "death"),
        ("Japanese steamer", "tokyo"),
        ("Caspian Sea", "trip"),
    ],
)
def test_an_english_word_finds_the_russian_ones(question: str, expected: str) -> None:
    assert first(question) == expected


@pytest.mark.parametrize("name", ["Shubnikov", "Yegor Shubnikov", "Egor Shubnikof"])
def test_a_name_in_latin_letters_is_trusted_where_it_is_only_among_the_people(name: str) -> None:
    found = ask(f"{name} wedding")
    assert found.answering
    assert found.matches[0].event.id == "wedding"


def test_a_slip_in_a_latin_name_is_read_as_the_name() -> None:
    index = build_index(
        make_timeline(
            make_event("1905-shubnikov", "1905", "Рейс на юг", people=["Егор Шубников"]),
            make_event("1906-ice", "1906", "Лёд на реке"),
        )
    )
    assert first("Shubniikov", index) == "1905-shubnikov"
    assert ask("Shubniikov", index).query.units[0].is_name


def test_a_town_is_heard_in_the_adjective_made_of_it() -> None:
    found = ask("Volzhsk")
    assert [match.event.id for match in found.matches] == ["repair"]


def test_flying_is_not_the_years() -> None:
    assert stem("летал") == stem("летала") == stem("летают") != stem("лет")


@pytest.mark.parametrize("question", ["Убили ли капитана?", "Продали ли паром?"])
def test_what_russian_doubts_must_be_told(question: str) -> None:
    assert not ask(question).answering


@pytest.mark.parametrize(
    ("question", "expected"), [("Погиб ли капитан?", "death"), ("Затопили ли паром?", "sunk")]
)
def test_what_is_told_is_no_doubt(question: str, expected: str) -> None:
    found = ask(question)
    assert found.answering
    assert found.matches[0].event.id == expected


@pytest.mark.parametrize("question", ["первый немец на причале", "the first German"])
def test_a_german_is_no_forename_like_it(question: str) -> None:
    index = build_index(
        make_timeline(
            make_event("a", "1905", "Герман Рудов строит причал", people=["Герман Рудов"]),
            make_event("b", "1906", "Лёд на реке"),
        ),
        known_words=known_words(),
    )
    assert not ask(question, index).answering
    assert first("German Rudov", index) == "a"


BAY = build_index(
    make_timeline(
        make_event("dog", "1900", "Пёс переплыл залив и вернулся"),
        make_event("trip", "1901", "Первый рейс от пристани"),
        make_event("man", "1905", "Егор Лодкин первым переплыл залив", people=["Егор Лодкин"]),
        make_event("pier", "1908", "Открыта первая каменная пристань"),
        make_event("end", "1910", "Последняя пристань сгорела"),
        make_event("ice", "1912", "Лёд на реке"),
    ),
    known_words=known_words(),
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("кто первым переплыл залив", "man"),
        ("первая пристань", "pier"),
        ("первый рейс", "trip"),
        ("последняя пристань", "end"),
    ],
)
def test_a_russian_title_counts_itself_by_an_ordinal_that_agrees(
    question: str, expected: str
) -> None:
    assert first(question, BAY) == expected


def test_a_longer_noun_is_no_case_of_a_shorter_one() -> None:
    assert stem("метромост") != stem("метром") == stem("метро")
    assert stem("иван") == stem("ивану")


def test_how_long_something_took_is_asked_in_russian() -> None:
    voyage = build_index(make_timeline(make_event("v", "1905-06-01/1905-06-09", "Плавание Шубина")))
    found = ask("сколько длилось плавание Шубина?", voyage)
    assert found.query.asked is Asked.HOW_LONG
    assert found.answering == 1


def test_a_name_of_a_title_is_heard_in_it() -> None:
    assert {match.event.id for match in ask("Verny").matches} >= {"launch", "fire", "sunk"}


def test_the_title_of_an_english_source_says_little_of_the_entry() -> None:
    assert FERRIES.strength("album", 3) < FERRIES.strength("потуш", 3)


def test_a_timeline_in_english_has_no_words_of_its_own() -> None:
    english = build_index(make_timeline(make_event("one", keywords=["встреча", "саммит"])))
    assert native_columns(english) == ()
    assert native_columns(FERRIES) == (RUSSIAN,)


SHRINE = build_index(
    make_timeline(
        make_event("opened", "1905", "광화문 개관", people=["이도영"]),
        make_event("burnt", "1911-02", "광화문 화재"),
        make_event("repaired", "1913", "담장 수리"),
        make_event("fair", "1929", "조선박람회 개막", people=["박영효"]),
        make_event("games", "1935", "궁도 대회 개최"),
    ),
    known_words=known_words(),
)


def test_a_timeline_in_korean_is_found_in_english_and_by_sound() -> None:
    assert native_columns(SHRINE) == (KOREAN,)
    assert first("fire", SHRINE) == "burnt"
    assert first("when was the wall repaired", SHRINE) == "repaired"
    assert "opened" in {match.event.id for match in ask("Gwanghwamun", SHRINE).matches}


@given(st.text(alphabet=st.sampled_from("абвьъё가나닭한 kimzsch'-.1"), max_size=40))
def test_any_words_can_be_asked_and_told(text: str) -> None:
    ask(text)
    ask(text, SHRINE)
    told = build_index(make_timeline(make_event("a", "1905", f"Порт {text}"), make_event("b")))
    ask("kim shchuka", told)


@pytest.mark.parametrize(
    ("question", "expected"),
    [("박람회 언제 개막했나요", "fair"), ("궁도대회", "games"), ("Pak Yong-hyo", "fair"),
     ("Younghyo Park", "fair"), ("Lee Do-young", "opened")],
)  # fmt: skip
def test_korean_nouns_meet_in_compounds_and_names_in_latin_letters(
    question: str, expected: str
) -> None:
    assert first(question, SHRINE) == expected


@pytest.mark.parametrize("title", ["Άνοιγμα του λιμανιού", "افتتاح الميناء", "Ելք", "港の開設"])
def test_other_alphabets_are_searched_as_they_are_written(title: str) -> None:
    index = build_index(make_timeline(make_event("port", "1905", title), make_event("other")))
    assert first(title, index) == "port"
    assert ask("fire in the harbour", index).answering == 0


HARBOUR = build_index(
    make_timeline(
        make_event("first", "1961-03-04", "가람과 누리의 첫 항만 회담"),
        make_event("second", "1964-05-06", "가람과 누리의 항만 회담"),
        make_event("fire", "1966-02-10", "2·10 부두 화재"),
        make_event("strike", "1967-07-08", "7·8 등대 파업"),
        make_event("bridge", "1970-01-02", "연륙교 개통"),
        make_event("lamp", "1971-11-12", "등대 점등"),
    ),
    known_words=known_words(),
)


@pytest.mark.parametrize("typed", ["첫 항만회담", "항만회담은 언제 처음 열렸나요"])
def test_nouns_written_together_are_found_where_a_title_has_them_side_by_side(typed: str) -> None:
    assert first(typed, HARBOUR) == "first"


@pytest.mark.parametrize(
    "question",
    [
        "7·8이 먼저야 2·10이 먼저야?",
        "등대 파업이 먼저야 아니면 부두 화재야?",
        "등대 파업이랑 부두 화재 중 먼저 일어난 건?",
        "부두 화재가 먼저 일어났나요 등대 파업이 먼저 일어났나요",
    ],
)
def test_which_of_two_came_first_is_asked_of_each(question: str) -> None:
    told = ask(question, HARBOUR)
    assert [match.event.id for match in told.matches] == ["fire", "strike"]
    assert told.is_in_order


@pytest.mark.parametrize(
    "question",
    [
        "부두 화재와 등대 파업 사이는 얼마나 돼?",
        "부두 화재와 등대 파업 사이가 며칠이야",
    ],
)
def test_how_far_apart_two_lie_is_asked_after_the_word_for_between(question: str) -> None:
    gap = ask(question, HARBOUR).gap
    assert gap is not None
    assert [event.id for event in gap] == ["fire", "strike"]


def test_a_noun_is_met_by_itself_with_one_syllable_more_where_entries_hold_both() -> None:
    index = build_index(
        make_timeline(
            make_event("one", "1961-03-04", "등대 매각안 가결", summary="매각을 의결하였다."),
            make_event("two", "1964-05-06", "등대 매각안 가결"),
            make_event("three", "1966-02-10", "등대 매각안 가결"),
            make_event("lamp", "1971-11-12", "부두 점등"),
        ),
        known_words=known_words(),
    )
    assert first("가장 최근 등대 매각은?", index) == "three"
