"""Sums, units, the weather, words of a language: asked of others, never found among entries."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.talk.everyday_asks import is_for_others
from bot.search.terms import fold
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

QUAY = make_timeline(
    make_event("second", "1901", "Second flood of the week", summary="Snow fell for 12 days."),
    make_event("weather", "1902", "Ada Quist opens a weather station", people=["Ada Quist"]),
    make_event("dollars", "1903", "The quay is sold for 100 dollars"),
    make_event("japanese", "1904", "A Japanese ship calls", summary="The crew said thank you."),
    make_event("phone", "1905", "A telephone is put up on the quay"),
    make_event("wrote", "1906", "Emil Frost wrote a law of the sea", people=["Emil Frost"]),
    make_event("lamp", "1907", "Lamp 10 is lit"),
    names=(make_name("Ada Quist"), make_name("Emil Frost")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(QUAY)


@pytest.mark.parametrize(
    "asked",
    [
        "how many seconds in a week",
        "How many days are there in a leap year?",
        "convert 5 miles to km",
        "100 dollars in euros",
        "what is 17 times 23",
        "2+2",
        "144 / 12",
        "15% of 240?",
        "what's half of three quarters",
        "square root of 1764",
        "will it snow tomorrow",
        "what's the weather like in Oslo?",
        "forecast for the weekend pls",
        "how do you say thank you in japanese",
        "сколько секунд в неделе",
        "100 долларов в рублях",
        "сколько будет 17 умножить на 23",
        "корень из 144",
        "какая завтра погода в Осло",
        "в москве идёт снег?",
        "как по-английски будет удача",
        "하루는 몇 분이야",
        "100달러 원화로 얼마",
        "17 곱하기 23은?",
        "내일 서울 날씨 어때",
        "우산 챙겨야 하나",
        "행운을 빌어 영어로 뭐야",
        "what time is it in Oslo",
        "current time in oslo right now",
        "what's the difference between a quay and a pier",
        "сколько сейчас времени в Осло",
        "как по-корейски гавань",
        "지금 오슬로 몇 시야",
        "전화기는 어떻게 작동하나요",
    ],
)
def test_what_others_tell_is_not_looked_for(index: Index, asked: str) -> None:
    assert is_for_others(fold(asked))
    found = search(asked, index, today=DAY)
    assert found.outcome is Outcome.ABSTAIN
    assert found.matches == ()


@pytest.mark.parametrize(
    "asked",
    [
        "when did the weather station open",
        "weather station opens",
        "how many days did the flood last",
        "how many dollars was the quay sold for",
        "how many years between the flood and the sale",
        "second flood of the week",
        "4/25/1907",
        "25/4",
        "1907 - 1910",
        "1900..1910",
        "half of the crew",
        "snow in 1901",
        "did it snow in 1901",
        "2 plus 2 talks",
        "сколько дней шёл снег в 1901",
        "когда открыли станцию погоды",
        "1907년 초",
        "3일",
        "날씨 때문에 늦어진 배",
    ],
)
def test_what_an_entry_may_tell_is(asked: str) -> None:
    assert not is_for_others(fold(asked))


@pytest.mark.parametrize(
    "asked",
    [
        "와이파이 전화기 누가 발명했어",  # nothing but the telephone
        "오만과 편견 누가 썼어",  # nothing but that somebody wrote something
        "10분 늦을 것 같아요",  # nothing but a number
        "lunch at 10 anyone?",
    ],
)
def test_one_word_by_its_translation_or_a_small_number_is_met_by_chance(
    index: Index, asked: str
) -> None:
    assert search(asked, index, today=DAY).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("asked", "entry"),
    [("전화기 언제", "phone"), ("lamp 10", "lamp"), ("эмиль фрост закон моря", "wrote")],
)
def test_what_is_met_altogether_or_by_a_name_is_found(index: Index, asked: str, entry: str) -> None:
    found = search(asked, index, today=DAY)
    assert found.matches[0].event.id == entry
    assert found.outcome is not Outcome.ABSTAIN


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text: str) -> None:
    assert is_for_others(fold(text)) in (True, False)


@pytest.mark.parametrize(
    "part", ["1 + ", "снег ", "what is ", "(1", "5 ", "비가 ", "how many days in "]
)
def test_a_long_text_takes_no_longer_than_it_is(part: str) -> None:
    start = time.perf_counter()
    is_for_others((part * 5000)[:10_000])
    assert time.perf_counter() - start < 0.2


@pytest.mark.parametrize(
    "asked",
    ["how to light a lamp", "how do i light a lamp", "как зажечь лампу", "등대 켜는 법 알려줘"],
)
def test_how_to_do_a_thing_is_told_by_no_entry(index: Index, asked: str) -> None:
    assert search(asked, index, today=DAY).outcome is Outcome.ABSTAIN


def test_until_today_is_no_time_at_all(index: Index) -> None:
    asked = "오늘까지 전화기 근무표 제출해 주세요"
    assert search(asked, index, today=DAY).outcome is Outcome.ABSTAIN


def test_how_long_it_is_until_a_day_is_no_period() -> None:
    assert is_for_others("how many weeks until christmas")
    assert is_for_others("сколько дней до нового года")
    assert not is_for_others("how many weeks until the fleet came home")
