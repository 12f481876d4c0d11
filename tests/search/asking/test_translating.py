"""An English timeline without a word of Russian or Korean in its header answers both."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.timeline.timeline import SpokenWords
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

EVENTS = (
    make_event("join", "1920", "Ruritania joins the Danube League"),
    make_event("refuse", "1922", "Ruritania refuses the loan"),
    make_event("treaty", "1925", "Ruritania and Syldavia sign a peace treaty", tags=["pact"]),
    make_event("vote", "1930", "Syldavia holds its first election"),
    make_event("poll", "1931", "Syldavia votes for independence in a referendum"),
    make_event("bridge", "1935", "A bridge over the river collapses"),
    make_event("king", "1940", "The king of Syldavia abdicates"),
    make_event("danes", "1941", "Danish ships reach the port"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(make_timeline(*EVENTS))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("когда Руритания вступила в лигу", "join"),
        ("Руритания отказалась от кредита", "refuse"),
        ("мирный договор Руритании и Сильдавии", "treaty"),
        ("первые выборы в Сильдавии", "vote"),
        ("референдум о независимости", "poll"),
        ("обрушение моста", "bridge"),
        ("отречение короля", "king"),
        ("датские корабли в порту", "danes"),
        ("루리타니아가 동맹에 가입했나요", "join"),
        ("대출을 거부한 나라", "refuse"),
        ("평화조약 체결", "treaty"),
        ("첫 선거는 언제였나요?", "vote"),
        ("독립 국민투표", "poll"),
        ("강 다리 붕괴", "bridge"),
        ("왕이 퇴위한 해", "king"),
        ("덴마크 선박 도착", "danes"),
    ],
)
def test_everyday_words_find_the_entry(index: Index, question: str, expected: str) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected


def test_a_word_of_the_header_counts_for_more_than_one_of_the_list() -> None:
    index = build_index(
        make_timeline(
            make_event("list", "1920", "The league holds an election"),
            make_event("header", "1921", "The league holds a ballot"),
            synonyms=(("ballot", "выборы"),),
        )
    )
    found = search("выборы в лиге", index, today=DAY)
    assert [match.event.id for match in found.matches[:2]] == ["header", "list"]


def test_a_word_of_the_question_that_entries_say_counts_for_more_than_its_translation() -> None:
    index = build_index(
        make_timeline(
            make_event("english", "1920", "An election in the league"),
            make_event("russian", "1921", "Выборы в лиге"),
        )
    )
    assert search("выборы", index, today=DAY).matches[0].event.id == "russian"


def test_the_name_of_a_country_is_that_of_the_data() -> None:
    index = build_index(
        make_timeline(
            make_event("war", "1920", "Kingdom goes to war", places=["Denmark"]),
            names=(make_name("Denmark", "Danes", kind="places"),),
        )
    )
    (unit,) = search("Дания", index, today=DAY).query.units
    assert unit.is_name
    assert unit.kinds == ("places",)
    assert unit.variants[0].keys == ("@denmark",)


def test_a_word_that_is_also_a_name_written_in_latin_letters_means_either() -> None:
    index = build_index(
        make_timeline(
            make_event("ship", "1967", "Soyuz docks in orbit"),
            make_event("union", "1922", "A union is founded"),
        )
    )
    found = search("стыковка Союза", index, today=DAY)
    assert found.matches[0].event.id == "ship"
    found = search("основание союза", index, today=DAY)
    assert found.matches[0].event.id == "union"


def test_a_header_that_only_names_the_tag_leaves_the_words_to_the_list() -> None:
    said = SpokenWords("ru", topics=(("выборы", "vote"),))
    index = build_index(
        make_timeline(
            make_event("tag", "1920", "The league meets", tags=["vote"]),
            make_event("word", "1921", "The league holds an election"),
            tags=(("vote", ""),),
            words=(said,),
        )
    )
    found = search("выборы в лиге", index, today=DAY)
    assert {match.event.id for match in found.matches} == {"tag", "word"}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("독립선언문", ["독립", "선언문"]),
        ("평화협상위원회에서", ["평화", "협상", "위원회에서"]),
        ("왕이", ["왕이"]),
        ("뷁뷁뷁뷁", ["뷁뷁뷁뷁"]),
    ],
)
def test_a_korean_word_is_taken_apart_where_all_parts_are_words(
    index: Index, question: str, words: list[str]
) -> None:
    found = search(question, index, today=DAY)
    assert [unit.text for unit in found.query.units] == words


def test_a_name_is_read_apart_from_the_kind_of_thing_that_is_called_so() -> None:
    index = build_index(
        make_timeline(
            make_event("mordan", "1942", "Marines raid the island of Mordan"),
            make_event("other", "1941", "Marines raid the island of Tarvel"),
            make_event("college", "1891", "Belkart University opens in Belport"),
            make_event("mill", "1890", "A mill opens in Belport"),
        )
    )
    asked = {"모르단섬을 습격한 날": "mordan", "벨카르트대학교는 언제 열렸나요": "college"}
    for question, expected in asked.items():
        assert search(question, index, today=DAY).matches[0].event.id == expected


def test_a_country_that_no_entry_holds_stays_unanswered(index: Index) -> None:
    for question in ("когда швеция вступила в лигу", "스웨덴이 동맹에 가입했나요"):
        found = search(question, index, today=DAY)
        assert found.outcome is not Outcome.SURE
        assert any(not unit.variants and not unit.is_common for unit in found.query.units)


@pytest.mark.parametrize(
    ("question", "expected"),
    [("рефирендум о независимости", "poll"), ("незавесимости", "poll"), ("국민튜표", "poll")],
)
def test_a_slip_in_an_everyday_word_is_forgiven(index: Index, question: str, expected: str) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected


@pytest.mark.parametrize("name", ["Революцев", "박정희"])
def test_an_unknown_name_is_no_slip_in_an_everyday_word(index: Index, name: str) -> None:
    assert search(f"{name}?", index, today=DAY).query.corrections == ()


def test_the_words_of_a_phrase_are_not_corrected_one_by_one() -> None:
    index = build_index(make_timeline(make_event("quake", "1906", "San Francisco earthquake")))
    found = search("землетрясение в Сан-Франциско", index, today=DAY)
    assert [unit.text for unit in found.query.units] == ["землетрясение", "сан франциско"]
    assert found.matches[0].event.id == "quake"


def test_the_last_noun_of_a_korean_phrase_may_be_one_syllable_with_a_particle() -> None:
    index = build_index(
        make_timeline(
            make_event("pact", "1920", "A pact of friendship"),
            make_event("year", "1921", "Two states hold a year of friendship"),
            synonyms=(("year of friendship", "우정의 해"), ("friendship", "우정")),
        )
    )
    assert search("우정의 해는 언제였나", index, today=DAY).matches[0].event.id == "year"


def test_a_statesman_of_whom_no_entry_tells_is_told_by_name() -> None:
    index = build_index(make_timeline(make_event("summit", "1920", "A summit in Ruritania")))
    unit = search("오바마", index, today=DAY).query.units[0]
    assert unit.text == "오바마"
    assert not unit.is_common
