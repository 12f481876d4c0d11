"""Who speaks of the one asked, or of their own day, asks for nothing that entries tell."""

from __future__ import annotations

import time
from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import AnswerKind
from bot.answers.responder import Responder
from bot.search.finding import Outcome
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.talk.addressing import is_personal
from bot.search.terms import fold
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ORME = make_timeline(
    make_event("wedding", "1901", "The keeper will marry the mayor's daughter"),
    make_event("office", "1902", "A post office opens on a Monday", summary="A rough day."),
    make_event("likes", "1903", "Nobody likes the new bridge"),
    make_event(
        "quist", "1904", "Ada Quist visits the friends of the harbour", people=["Ada Quist"]
    ),
    make_event("freed", "1905", "Друзья гавани вышли в отпуск"),
    names=(make_name("Ada Quist"),),
)
INDEX = build_index(ORME)
PERSONAL = (
    "will you marry me",
    "nobody likes you",
    "i had a rough day",
    "i'm out of office until monday",
    "did you visit friends",
    "мы с тобой друзья?",
    "я в отпуске до понедельника",
    "너랑 결혼할래",
)
ASKING = (
    "do you know when the post office opened",
    "can you please tell me about the bridge",
    "what do you have on the wedding",
    "could you list all openings for me",
    "i need to know who married the keeper",
    "i'm looking for the opening of the office",
    "i was wondering which day the office opened",
    "thank you, and the wedding",
    "could you expand on that",
    "can you sort them by date",
    "i already know that",
    "are you certain about the date",
    "nobody likes the new bridge",
    "My Lai massacre",
    "I Love Lucy first aired",
    "ты не знаешь, когда открыли почту",
    "подскажи мне, кто женился",
    "너 우체국이 언제 열렸는지 알아?",
)


@pytest.mark.parametrize("said", PERSONAL)
def test_what_is_personal_is_no_question_and_gets_a_kind_word(said: str) -> None:
    assert is_personal(fold(said))
    assert search(said, INDEX, today=DAY).outcome is Outcome.ABSTAIN
    answer = Responder(INDEX).reply(said, today=date(2026, 3, 4), random=Random(1))
    assert answer.kind is AnswerKind.HELP
    assert answer.entries == ()


@pytest.mark.parametrize("said", ASKING)
def test_what_only_asks_for_something_is_not_personal(said: str) -> None:
    assert not is_personal(fold(said))


def test_whoever_names_somebody_or_a_year_or_says_much_is_answered() -> None:
    for said in (
        "will you visit Ada Quist",
        "did you marry in 1901",
        "you locked up our friends and turned away every keeper of the harbour, nobody likes that",
    ):
        assert search(said, INDEX, today=DAY).matches


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert is_personal(fold(text)) in (True, False)


@pytest.mark.parametrize(
    "part", ["you ", "i have had to ", "я ", "мне очень ", "너는 ", "tell me "]
)
def test_a_long_text_takes_no_longer_than_it_is(part: str) -> None:
    start = time.perf_counter()
    is_personal((part * 5000)[:10_000])
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    "said",
    [
        "how was your trip to Orme",
        "have you ever been to Orme",
        "what do you think of Ada Quist",
        "who do you support",
        "ты был в Орме?",
        "что ты думаешь о Кристе",
        "너 오름 가봤어?",
        "바다 좋아해?",
    ],
)
def test_what_the_one_asked_did_or_likes_is_talk_whoever_is_named(said: str) -> None:
    answer = Responder(INDEX).reply(said, today=date(2026, 3, 4), random=Random(1))
    assert answer.kind is AnswerKind.HELP


@pytest.mark.parametrize(
    "asked", ["how was your data gathered on the bridge", "what do you have on Ada Quist"]
)
def test_what_the_timeline_has_is_no_talk(asked: str) -> None:
    answer = Responder(INDEX).reply(asked, today=date(2026, 3, 4), random=Random(1))
    assert answer.kind is not AnswerKind.HELP
