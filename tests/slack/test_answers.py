"""The same question is answered from memory, as long as day, data and audience are the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.answers.answer import Answer
from bot.answers.responder import Responder
from bot.loading import load_responder
from bot.slack.answers import LIFETIME, MOST_ANSWERS, Answers
from bot.slack.blocks import Layout, Message
from bot.slack.desk import Desk, Handling
from bot.slack.press import Audience
from tests.slack.example_data import SUMMIT_QUESTION, write_timeline
from tests.slack.in_process import TODAY, make_desk

PRIVATE = Layout(Audience.PRIVATE, TODAY)


@pytest.fixture(scope="module")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    return load_responder([write_timeline(tmp_path_factory.mktemp("data"))])


class Counting:
    """Answers and counts how often it had to."""

    made = 0

    def __call__(self, responder: Responder, today: date) -> Answer:
        """Answer one question, whatever was asked."""
        self.made += 1
        return responder.answer(SUMMIT_QUESTION, today=today)


def ask(desk: Desk, make: Counting, *, key: str | None = "a", layout: Layout = PRIVATE) -> Message:
    return desk.ask(Handling(), make, layout, key=key)


def test_the_same_question_is_looked_up_once(responder: Responder) -> None:
    desk, make = make_desk(lambda: responder), Counting()
    first, second = (ask(desk, make) for _ in range(2))
    assert first == second
    assert make.made == 1


def test_another_question_day_audience_or_data_is_looked_up_anew(responder: Responder) -> None:
    data = [responder]
    desk, make = make_desk(lambda: data[-1]), Counting()
    ask(desk, make)
    ask(desk, make, key="b")
    ask(desk, make, layout=replace(PRIVATE, today=TODAY + timedelta(days=1)))
    ask(desk, make, layout=replace(PRIVATE, audience=Audience.PUBLIC))
    data.append(replace(responder))
    ask(desk, make)
    assert make.made == 5


def test_without_a_key_nothing_is_remembered(responder: Responder) -> None:
    desk, make = make_desk(lambda: responder), Counting()
    for _ in range(2):
        ask(desk, make, key=None)
    assert make.made == 2


def test_a_random_entry_is_never_the_remembered_one(responder: Responder) -> None:
    answers = Answers(lambda: 0.0)
    answer = responder.show("2019-summit")
    answers.keep("a", responder, (answer, {}))
    assert answers.find("a", responder) is None


def test_answers_expire_and_are_bounded(responder: Responder) -> None:
    now = [0.0]
    answers = Answers(lambda: now[0])
    answer = responder.answer(SUMMIT_QUESTION, today=TODAY)
    for number in range(MOST_ANSWERS + 5):
        answers.keep(number, responder, (answer, {}))
    assert answers.find(0, responder) is None
    assert answers.find(MOST_ANSWERS, responder)
    now[0] += LIFETIME
    assert answers.find(MOST_ANSWERS, responder) is None
