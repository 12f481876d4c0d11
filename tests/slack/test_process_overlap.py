"""An old and a new process side by side: no question is lost, and none is answered twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.ledger.database import migrate, open_database
from tests.slack.bot_process import HTTP, MODES, SOCKET, BotProcess, StartBot, until
from tests.slack.conversation import barrier
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION
from tests.slack.stand_in import Retry, workspace


@pytest.fixture
def database(new_postgres_database: Callable[[], str]) -> str:
    url = new_postgres_database()
    engine = open_database(url)
    migrate(engine)
    engine.dispose()
    return url


def answers(bot: BotProcess) -> int:
    return len([m for m in bot.stand_in.messages(workspace.CHANNEL) if SUMMIT in m.visible])


def test_what_one_process_has_answered_no_other_answers(
    start_bot: StartBot, database: str, tmp_path: Path
) -> None:
    old = start_bot(HTTP, DATABASE_URL=database)
    beside = BotProcess(
        HTTP, old.stand_in, data=old.data, log=tmp_path / "new", DATABASE_URL=database
    )
    with beside as new:
        sent = old.slack.mention(SUMMIT_QUESTION)
        old.slack.reply(sent)
        for _ in range(2):
            assert new.slack.again(sent, retry=Retry(1)).ack.is_fine
        barrier(new.slack)
        assert answers(new) == 1
        assert old.terminate() == 0
        assert SUMMIT in new.slack.reply(new.slack.mention(SUMMIT_QUESTION)).visible


def test_several_workers_of_one_server_answer_each_question_once(
    start_bot: StartBot, database: str
) -> None:
    bot = start_bot(HTTP, DATABASE_URL=database, WEB_CONCURRENCY="2")
    asked = [bot.slack.mention(SUMMIT_QUESTION) for _ in range(6)]
    for sent in asked:
        for number in (1, 2, 3):
            assert bot.slack.again(sent, retry=Retry(number)).ack.is_fine
    bot.stand_in.wait_for_messages(6, channel=workspace.CHANNEL)
    assert bot.terminate() == 0
    assert answers(bot) == 6, bot.output


def test_without_postgres_there_is_one_worker_whatever_is_set(
    start_bot: StartBot, tmp_path: Path
) -> None:
    bot = start_bot(HTTP, DATABASE_URL=f"sqlite:///{tmp_path}/ledger.db", WEB_CONCURRENCY="3")
    assert "one process instead of 3" in bot.output
    assert bot.output.count("listening on port") == 1
    assert bot.terminate() == 0


@pytest.mark.parametrize("mode", MODES)
def test_it_ends_soon_with_everything_that_was_acknowledged_answered(
    start_bot: StartBot, mode: str
) -> None:
    bot = start_bot(mode)
    bot.stand_in.fail_next("chat.postMessage", delay=0.5, times=20)
    asked = [bot.slack.mention(SUMMIT_QUESTION) for _ in range(20)]  # more than there are threads
    assert all(sent.ack.is_fine for sent in asked)
    assert bot.terminate() == 0
    assert answers(bot) == 20
    if mode == SOCKET:
        until(lambda: not bot.stand_in.sockets.connections, 10, "the socket is closed")
