"""One door for words: verbs, ids, periods, greetings, and else a question with its thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer, AnswerKind
from bot.answers.responder import Responder
from bot.answers.smalltalk import read_talk
from bot.answers.wording.en import ENGLISH
from bot.search.indexing.building import build_index
from bot.search.threads.turns import Turn
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import FLIGHTS, KNOWN

DAY = date(2026, 3, 2)
RESPONDER = Responder(build_index(FLIGHTS, known_words=KNOWN))


def reply(text: str, **more: Any) -> Answer:
    """Say `text` and return what is answered."""
    return RESPONDER.reply(text, today=DAY, random=Random(7), **more)


def ids(answer: Answer) -> list[str]:
    """Return the ids of the entries shown."""
    return [entry.id for entry in answer.entries]


# Verbs and ids


@pytest.mark.parametrize(
    "text",
    [
        "help",
        "Help!",
        "?",
        "",
        "what can you do?",
        "помощь",
        "도움말",
        "Start",
        "с чего начать?",
        "시작",
    ],
)
def test_help_is_given(text: str) -> None:
    answer = reply(text, command="/history")
    assert answer.kind is AnswerKind.HELP
    assert "/history today" in " ".join(answer.lines)


def test_help_in_a_chat_without_a_slash_command_names_more_and_quit() -> None:
    told = " ".join(reply("help", command="").lines)
    assert "quit: leave" in told
    assert "Mention" not in told


def test_the_periods_of_the_help_hold_entries() -> None:
    line = RESPONDER.help(command="").lines[1]
    for period in line.partition(":")[0].split(", "):
        assert reply(period).is_answered, period


@pytest.mark.parametrize("text", ["today", "Today?", "on this day", "сегодня", "오늘"])
def test_today_is_shown(text: str) -> None:
    assert ids(reply(text)) == ["1969-concorde"]


@pytest.mark.parametrize("text", ["random", "surprise me"])
def test_a_random_entry_is_shown(text: str) -> None:
    assert reply(text).kind is AnswerKind.EVENT


@pytest.mark.parametrize(
    "text",
    ["id 1909-channel", "ID: 1909-Channel", "1909-channel", "1909-CHANNEL", "`1909-channel`",
     " 1909-channel. "],
)  # fmt: skip
def test_an_id_shows_its_entry_with_the_word_or_without(text: str) -> None:
    answer = reply(text)
    assert (answer.kind, ids(answer)) == (AnswerKind.EVENT, ["1909-channel"])


def test_a_mistyped_id_is_met_with_the_nearest() -> None:
    assert reply("id 1909-chanel").heading == (
        "There is no entry with the id “1909-chanel”. Did you mean “1909-channel”?"
    )
    assert reply("id x").heading == "There is no entry with the id “x”."


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("latest", "The newest entries, newest first:"),
        ("Latest news", "The newest entries, newest first:"),
        ("what's new?", "The newest entries, newest first:"),
        ("What is new", "The newest entries, newest first:"),
        ("что нового?", "Последние записи, сначала самые новые:"),
        ("최신 소식", "가장 최근의 기록(최신순):"),
    ],
)
def test_the_newest_entries_come_newest_first(text: str, heading: str) -> None:
    answer = reply(text)
    assert answer.heading == heading
    assert ids(answer) == [event.id for event in FLIGHTS.events[::-1][:5]]
    page = RESPONDER.again(answer.request, today=DAY, offset=5)
    assert ids(page) == [event.id for event in FLIGHTS.events[::-1][5:10]]


# Small talk


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("thanks", "You are welcome."),
        ("Thank you so much!", "You are welcome."),
        ("ok thanks, bye", "You are welcome."),
        ("Спасибо большое", "Пожалуйста."),
        ("감사합니다", "천만에요."),
        ("hi", "Hello. What would you like to know?"),
        ("Hello there!", "Hello. What would you like to know?"),
        ("good morning everyone", "Hello. What would you like to know?"),
        ("привет", "Здравствуйте. Что вы хотите узнать?"),
        ("안녕하세요", "안녕하세요. 무엇이 궁금하십니까?"),
        ("bye", "Goodbye."),
        ("до свидания", "До свидания."),
        ("ok", "Good. Ask me whenever you like."),
        ("lol", "Good. Ask me whenever you like."),
        ("hahahaha", "Good. Ask me whenever you like."),
        ("ㅋㅋㅋ", "네. 언제든지 물어보십시오."),
        ("ахаха", "Хорошо. Спрашивайте, когда захотите."),
        ("help me please", "Gladly. Ask me about the timeline in your own words."),
        ("How are you?", "All is well here, thank you. What would you like to know?"),
        ("how's it going", "All is well here, thank you. What would you like to know?"),
        ("как дела?", "Всё хорошо, спасибо. Что вы хотите узнать?"),
        ("New question.", "A new question, then. What would you like to know?"),
    ],
)
def test_small_talk_gets_a_kind_word(text: str, word: str) -> None:
    answer = reply(text)
    assert (answer.kind, answer.heading) == (AnswerKind.HELP, word)
    assert not answer.is_answered


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (["hi", "how are you?", "привет", "도와줘", "new question", "tell me a joke"], 2),
        (["thanks", "lol ok", "Goodbye.", "спасибо", "감사합니다", "great job", "ок"], 0),
    ],
)
def test_only_who_may_go_on_asking_is_shown_examples(texts: list[str], count: int) -> None:
    assert {text: len(reply(text).examples) for text in texts} == dict.fromkeys(texts, count)


@pytest.mark.parametrize("asked", ["id 1909-channel", "1909-channel", "1927", "latest"])
def test_a_look_up_may_begin_as_at_the_shell(asked: str) -> None:
    for said in (f"show {asked}", f"Show  {asked}", f"timeline-bot show {asked}"):
        assert reply(said) == reply(asked)


@pytest.mark.parametrize(
    ("asked", "refused"),
    [("2019-45", True), ("2019-13", True), ("2019-99", True), ("2019.45", True),
     ("1909-27", False), ("2019-21", False), ("2019..2045", False), ("2019-2045", False)],
)  # fmt: skip
def test_a_month_that_is_none_is_no_range_into_the_far_future(asked: str, refused: bool) -> None:
    said = reply(asked)
    assert (said.heading.startswith("There is no month"), said.kind is AnswerKind.ABSTAIN) == (
        refused,
        refused,
    )


def test_a_time_named_again_and_again_is_named_once() -> None:
    again = reply("1927 " * 9)
    assert replace(again, request=reply("1927").request) == reply("1927")
    assert reply("1927 " * 1_000).heading == reply("1927").heading
    assert reply("1909, 1927, 1909").heading.startswith("1909 and 1927: ")


@pytest.mark.parametrize(
    "text", ["hi, when did Hindenburg burn?", "thanks, and Lindbergh?", "ok when did Concorde fly"]
)
def test_a_question_with_a_greeting_is_a_question(text: str) -> None:
    assert reply(text).kind is not AnswerKind.HELP


# Threads


def test_a_question_goes_on_from_the_turns_before() -> None:
    turns = (
        Turn(is_question=True, text="when did Lindbergh fly?"),
        Turn(is_question=False, text="Charles Lindbergh crosses the Atlantic alone"),
    )
    assert ids(reply("who was there?", context=turns)) == ["1927-atlantic-alone"]
    assert reply("who was there?").kind is AnswerKind.ABSTAIN


def test_the_next_page_of_a_follow_up_needs_its_turns() -> None:
    turns = (Turn(is_question=True, text="when did Lindbergh fly?"),)
    answer = reply("who was there?", context=turns)
    again = RESPONDER.again(answer.request, today=DAY, context=turns)
    assert again == answer


# Dates that are none, and texts without end


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("2022-02-30", "There is no such day: February 2022 has 28 days."),
        ("31 February 2022", "There is no such day: February 2022 has 28 days."),
        ("February 31st, 2024", "There is no such day: February 2024 has 29 days."),
        ("30.02.2022", "There is no such day: February 2022 has 28 days."),
        ("2/30/2022", "There is no such day: February 2022 has 28 days."),
        ("29 February 2023", "There is no such day: February 2023 has 28 days."),
        ("31 февраля 2022 года", "Такого дня нет: в феврале 2022 г. 28 дней."),
        ("2022년 2월 31일", "그런 날은 없습니다. 2022년 2월은 28일까지입니다."),
        ("June 31 2022", "There is no such day: June 2022 has 30 days."),
        ("31 June", "There is no such day: June has 30 days."),
        ("Feb 30", "There is no such day: February has 29 days."),
    ],
)
def test_a_day_that_does_not_exist_is_said_not_to(text: str, heading: str) -> None:
    answer = reply(text)
    assert answer.heading == heading
    assert not answer.is_answered


@pytest.mark.parametrize("text", ["2022-13", "2022-13-05", "13/13/2022"])
def test_a_month_that_does_not_exist_is_said_not_to(text: str) -> None:
    assert reply(text).heading == "There is no month 13: a year has 12."


@pytest.mark.parametrize(
    "text", ["29 February 2024", "2022-02-28", "31 May", "May 45", "2019-21", "1930", "2022-1"]
)
def test_a_time_that_exists_is_not_denied(text: str) -> None:
    assert "There is no" not in reply(text).heading


def test_of_a_long_text_it_is_said_that_only_the_beginning_was_read() -> None:
    assert reply("hindenburg " * 2000).note.endswith(ENGLISH.too_long)
    assert ENGLISH.too_long not in reply("hindenburg").note


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_raises(text: str, before: str) -> None:
    turns = (Turn(is_question=True, text=before), Turn(is_question=False, text=before))
    assert reply(text, context=turns).kind in AnswerKind


@given(st.text(alphabet="0123456789-/. JanuryFebMch", max_size=14))
def test_no_date_raises(text: str) -> None:
    reply(text)


def test_an_empty_timeline_talks_as_well() -> None:
    empty = Responder(build_index(Timeline.build([], [])))
    for text in ("hi", "latest", "today", "random", "id x", "2022", "2022-02-30", "help", "why?"):
        assert empty.reply(text, today=DAY, random=Random(1)).entries == ()


def test_a_page_may_be_of_any_size() -> None:
    events = [make_event(f"e{n}", f"2001-01-{n:02}", f"Meeting {n}") for n in range(1, 9)]
    large = Responder(build_index(make_timeline(*events)), page=7)
    answer = large.reply("2001", today=DAY, random=Random(1))
    assert (len(answer.entries), answer.remaining) == (7, 1)


# The same things said in every language


@pytest.mark.parametrize(
    "said",
    [
        ("new question", "новый вопрос", "새 질문"),
        ("can you help me", "можешь мне помочь?", "도와주실 수 있나요?"),
        ("how are things", "как твои дела?", "요즘 어때요?"),
        ("Thanks a lot, team!", "Спасибо большое, ребята!", "도와주셔서 정말 감사합니다!"),
        ("see you", "до скорого", "또 봐요"),
        ("Good evening everyone", "Добрый вечер всем", "안녕하세요 여러분"),
        ("got it", "всё понятно", "그렇군요"),
        ("sorry", "извините", "죄송합니다"),
        ("you're the best", "ты лучший", "대단해요"),
        ("shut up", "заткнись", "닥쳐"),
        ("what a stupid answer", "какая чушь", "헛소리야"),
        ("stupid bot, learn to read", "тупой бот, научись читать", "멍청이"),
    ],
    ids=lambda said: str(said[0]),
)
def test_small_talk_is_understood_alike_and_answered_in_its_language(
    said: tuple[str, str, str],
) -> None:
    talks = [read_talk(text) for text in said]
    assert [talk and talk[1] for talk in talks] == ["en", "ru", "ko"]
    assert len({talk and talk[0] for talk in talks}) == 1
    assert [reply(text).language for text in said] == ["en", "ru", "ko"]


@pytest.mark.parametrize(
    "said",
    [
        ("what can you do?", "что ты умеешь?", "무엇을 할 수 있나요?"),
        ("how does this work?", "как это работает?", "어떻게 사용하나요?"),
        ("on this day", "в этот день", "역사 속의 오늘"),
        ("surprise me", "удиви меня", "아무거나"),
        ("latest entries", "последние записи", "최근 기록"),
    ],
    ids=lambda said: str(said[0]),
)
def test_verbs_are_understood_alike_and_answered_in_their_language(
    said: tuple[str, str, str],
) -> None:
    answers = [reply(text) for text in said]
    assert [answer.language for answer in answers] == ["en", "ru", "ko"]
    assert len({answer.request.verb for answer in answers}) == 1
    assert len({answer.request.text for answer in answers}) == 1


def test_the_answer_again_is_in_the_same_language() -> None:
    for text in ("дирижабль 1937", "비행선 1937", "в этот день", "최신", "1937 год", "id 1937"):
        answer = reply(text)
        assert answer.language != "en" or text.startswith("id")
        assert RESPONDER.again(answer.request, today=DAY).language == answer.language


def test_what_was_typed_in_the_wrong_layout_is_answered_in_the_language_meant() -> None:
    assert reply("rjulf ghjbpjikj 'nj").language == "ru"
    assert reply("when did this happen").language == "en"
