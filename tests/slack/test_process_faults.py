"""What the running bot depends on fails for a while: it answers what it can, and recovers."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.ledger.database import migrate, open_database
from tests.ledger.postgres import start_server
from tests.slack.bot_process import HTTP, SOCKET, BotProcess, StartBot, free_port, until
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, VETO, VETO_QUESTION, write_timeline
from tests.slack.freezing import Freezer
from tests.slack.stand_in import StandIn
from tests.slack.test_process_health import look

SUBSCRIBE = "subscribe 09:00 Europe/Berlin"
RECOVERY = 120.0  # seconds, on a machine that is busy


def assert_answers(bot: BotProcess) -> None:
    """Questions at two doors are acknowledged in time, and answered."""
    command, mention = bot.slack.command("2019"), bot.slack.mention(SUMMIT_QUESTION)
    assert command.ack.is_fine
    assert mention.ack.is_fine
    assert SUMMIT in bot.slack.reply(command).visible
    assert SUMMIT in bot.slack.reply(mention).visible


@pytest.fixture
def own_postgres() -> Iterator[tuple[Any, str]]:
    """A PostgreSQL server of the test's own, and the address of its migrated database."""
    # Not below pytest's folder, which another run closes to the server's user.
    with TemporaryDirectory() as folder:
        server = start_server(Path(folder))
        engine = open_database(server.get_uri())
        migrate(engine)
        url = engine.url.render_as_string(hide_password=False)
        engine.dispose()
        yield server, url
        server.cleanup()


def test_the_database_is_gone_for_a_while(
    start_bot: StartBot, own_postgres: tuple[Any, str]
) -> None:
    server, url = own_postgres
    port = str(free_port())
    bot = start_bot(SOCKET, DATABASE_URL=url, PORT=port)
    assert_answers(bot)
    server.stop()
    until(lambda: look(port, "/readyz")[0] == 503, RECOVERY, "it notices")
    assert '"database": {"ok": false' in look(port, "/readyz")[1]
    assert_answers(bot)
    refused = bot.slack.reply(bot.slack.command(SUBSCRIBE))
    assert len(refused.visible.split()) > 3
    assert_answers(bot)
    server.start()
    until(lambda: '"database": {"ok": true' in look(port, "/readyz")[1], RECOVERY, "it is back")
    assert "Europe/Berlin" in bot.slack.reply(bot.slack.command(SUBSCRIBE)).visible
    assert_answers(bot)
    assert bot.terminate() == 0
    assert "Traceback" not in bot.output


def test_the_disk_is_full_for_a_while(start_bot: StartBot, tmp_path: Path) -> None:
    bot = start_bot(SOCKET, DATABASE_URL=f"sqlite:///{tmp_path}/ledger.db")
    assert_answers(bot)
    assert bot._process is not None
    # A limit that this process has set for the other: no file may grow beyond one byte.
    soft, hard = resource.prlimit(bot._process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(bot._process.pid, resource.RLIMIT_FSIZE, (1, hard))
    refused = bot.slack.reply(bot.slack.command(SUBSCRIBE))
    assert "Europe/Berlin" not in refused.visible
    assert_answers(bot)
    resource.prlimit(bot._process.pid, resource.RLIMIT_FSIZE, (soft, hard))
    assert "Europe/Berlin" in bot.slack.reply(bot.slack.command(SUBSCRIBE)).visible
    assert_answers(bot)
    assert bot.terminate() == 0


# What Python reads at its start: SQLite itself opens every file for reading only.
READ_ONLY = """
import sqlite3

rightly = sqlite3.dbapi2.connect

def connect(database, *arguments, **options):
    return rightly(f"file:{database}?mode=ro", *arguments, **{**options, "uri": True})

sqlite3.connect = sqlite3.dbapi2.connect = connect
"""


@pytest.mark.parametrize("is_made_before", [True, False])
def test_a_database_that_may_only_be_read_stops_no_answer(
    start_bot: StartBot, tmp_path: Path, is_made_before: bool
) -> None:
    url = f"sqlite:///{tmp_path}/ledger.db"
    if is_made_before:
        engine = open_database(url)
        migrate(engine)
        engine.dispose()
    (tmp_path / "sitecustomize.py").write_text(READ_ONLY, "utf-8")
    bot = start_bot(HTTP, DATABASE_URL=url, PYTHONPATH=str(tmp_path))
    assert_answers(bot)
    refused = bot.slack.reply(bot.slack.command(SUBSCRIBE))
    assert "Europe/Berlin" not in refused.visible
    assert_answers(bot)
    assert bot.terminate() == 0
    assert "readonly" in bot.output.replace("-", "").replace(" ", "").lower() or (
        "OperationalError" in bot.output
    )


def test_slack_answers_with_500_for_a_while(start_bot: StartBot) -> None:
    bot = start_bot(SOCKET)
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.fail_next("chat.postMessage", status=500, times=3)
    bot.stand_in.fail_next("apps.connections.open", status=500, times=4)
    for _ in range(3):
        assert bot.slack.mention(SUMMIT_QUESTION).ack.is_fine
    until(lambda: bot.output.count("outcome=not sent") == 3, 20, "three that were not sent")
    bot.stand_in.sockets.cut()
    bot.stand_in.sockets.wait_connected(RECOVERY, total=made + 1)
    assert VETO in bot.slack.reply(bot.slack.mention(VETO_QUESTION)).visible
    assert_answers(bot)


# Signs of life are asked for more often than usual, so that the test need not wait.
IMPATIENT = """
import bot.slack.socket_mode as room

room.PING_INTERVAL = 0.3
"""


def test_the_socket_is_frozen_without_being_closed(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    write_timeline(data)
    (tmp_path / "sitecustomize.py").write_text(IMPATIENT, "utf-8")
    with StandIn() as stand_in:
        real: Callable[[], str] = stand_in.sockets.new_url
        port = urlsplit(real()).port
        assert port
        with Freezer(port) as freezer:
            stand_in.api._open_socket = lambda: real().replace(str(port), str(freezer.port), 1)
            bot = BotProcess(
                SOCKET, stand_in, data=data, log=tmp_path / "log", PYTHONPATH=str(tmp_path)
            )
            with bot:
                assert_answers(bot)
                made = stand_in.sockets.total_connections
                freezer.freeze_what_is_open()
                stand_in.sockets.wait_connected(RECOVERY, total=made + 1)
                assert_answers(bot)
                assert bot.terminate() == 0
