"""Answers, buttons, notices and apologies in the language of the question."""

from __future__ import annotations

import re

import pytest

from bot.answers.wording.choosing import wording_for
from bot.answers.wording.ko import KOREAN
from bot.answers.wording.ru import RUSSIAN
from bot.slack.press import Press
from tests.slack.conversation import assert_tame
from tests.slack.example_data import SUMMIT
from tests.slack.in_process import InProcess, make_app, make_desk, public
from tests.slack.stand_in import StandIn


def test_a_russian_question_gets_a_russian_answer_around_the_curated_entry(
    slack: InProcess,
) -> None:
    reply = slack.reply(slack.mention("что было 25 апреля 2019 года?"))
    assert "25 апреля 2019 г." in reply.visible
    assert SUMMIT in reply.visible
    assert "Источник: " in reply.visible
    assert "Source" not in reply.visible + reply.text
    assert_tame(reply)


def test_a_korean_question_gets_a_korean_answer(slack: InProcess) -> None:
    reply = slack.reply(slack.mention("2019년 4월 25일에 무슨 일이 있었나요?"))
    assert "2019년 4월 25일" in reply.visible
    assert "출처: " in reply.visible
    assert_tame(reply)


def test_paging_sharing_and_stepping_go_on_in_the_language(slack: InProcess) -> None:
    first = slack.reply(slack.command("2022 год"))
    assert first.visible.startswith("2022 г.: 26 записей")
    assert "5 из 26" in first.visible
    assert "Показать ещё (осталось 21)" in first.labels
    second = slack.reply(slack.click(first, "Показать ещё (осталось 21)"))
    assert "6–10 из 26" in second.visible
    assert slack.reply(slack.click(second, RUSSIAN.back_to_first)).visible == first.visible
    after = slack.reply(slack.click(first, "2023 ›"))
    assert "2023 г." in after.visible
    slack.click(first, RUSSIAN.share)
    (shared,) = public(slack)
    assert RUSSIAN.shared_by_asking.format(name="asker", question="/timeline 2022 год") in (
        shared.visible
    )


def test_a_listing_of_a_long_question_goes_on_in_the_language(slack: InProcess) -> None:
    question = f"Что произошло в 2022 году {'пожалуйста ' * 200}?"
    first = slack.reply(slack.command(question))
    (label,) = [label for label in first.labels if label.startswith("Показать ещё")]
    assert "из 26" in slack.reply(slack.click(first, label)).visible


def test_a_bare_date_is_answered_in_the_language_of_its_thread(slack: InProcess) -> None:
    parent = slack.mention("что было в 2019 году?")
    reply = slack.reply(slack.mention("2022", thread_ts=parent.ts))
    assert reply.visible.startswith("2022 г.: 26 записей")
    (label,) = [label for label in reply.labels if label.startswith("Показать ещё")]
    more = slack.reply(slack.click(reply, label))
    assert "6–10 из 26" in more.visible
    elsewhere = slack.reply(slack.mention("2022"))
    assert elsewhere.visible.startswith("2022: 26 entries")


def test_an_id_is_answered_in_the_language_of_its_thread(slack: InProcess) -> None:
    parent = slack.mention("2022년에 무슨 일이 있었나요?")
    reply = slack.reply(slack.mention("id 2019-vladivostok-summmit", thread_ts=parent.ts))
    assert KOREAN.no_such_event.format(id="2019-vladivostok-summmit") in reply.visible


def test_a_greeting_sets_the_language_of_a_conversation(slack: InProcess) -> None:
    assert "Здравствуйте" in slack.reply(slack.direct_message("привет!")).visible
    assert "26 записей" in slack.reply(slack.direct_message("2022")).visible
    assert "26 entries" in slack.reply(slack.direct_message("what happened in 2022?")).visible


@pytest.mark.parametrize(("text", "language"), [("сегодня", "ru"), ("오늘", "ko"), ("today", "en")])
def test_today_is_told_in_the_language_of_the_word_for_it(
    slack: InProcess, text: str, language: str
) -> None:
    reply = slack.reply(slack.command(text))
    assert reply.visible.startswith(wording_for(language).on_this_day(4, 25))


@pytest.mark.parametrize(("text", "language"), [("помощь", "ru"), ("도움말", "ko")])
def test_help_is_given_in_the_language_and_every_example_in_it_works(
    slack: InProcess, text: str, language: str
) -> None:
    reply = slack.reply(slack.command(text))
    assert wording_for(language).examples in reply.visible
    for period in re.findall(r"/timeline ([^,:]+)[,:]", reply.text.splitlines()[2]):
        answer = slack.reply(slack.command(period))
        assert wording_for(language).nothing_found not in answer.visible


def test_an_old_button_without_a_language_speaks_that_of_its_question() -> None:
    value = '{"v":1,"q":["ask","что было в 2022 году"],"o":5,"w":"p","d":"2026-04-25","n":1}'
    press = Press.from_value(value)
    assert press is not None
    assert press.request.language == "ru"
    bare = Press.from_value(value.replace("что было в 2022 году", "2022"))
    assert bare is not None
    assert bare.request.language == "en"


@pytest.mark.parametrize("language", ['"tlh"', "7", "[]", "null"])
def test_a_language_that_nobody_knows_is_that_of_the_question(language: str) -> None:
    value = f'{{"v":1,"q":["period","2022"],"o":0,"w":"p","d":"2026-04-25","n":1,"l":{language}}}'
    press = Press.from_value(value)
    assert press is not None
    assert press.request.language == "en"


def test_an_apology_is_in_the_language_of_the_question() -> None:
    def broken() -> None:
        raise RuntimeError("no data")

    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, make_desk(broken)))  # type: ignore[arg-type]
        for text, say in (("что было в 2022 году?", RUSSIAN), ("2022년에?", KOREAN)):
            apology = say.apology.partition("{")[0]
            assert apology in slack.reply(slack.mention(text)).visible
            assert apology in slack.reply(slack.command(text)).visible
            sent = slack.shortcut(text, callback_id="find_in_timeline")
            assert apology in slack.reply(sent).visible


def test_a_message_in_another_language_is_looked_for_in_that_language(slack: InProcess) -> None:
    sent = slack.shortcut("Всем привет, обед в час", callback_id="find_in_timeline")
    assert RUSSIAN.no_match in slack.reply(sent).visible
