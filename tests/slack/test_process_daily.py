"""The real programs that send daily posts: inside the bot, alone, and for one pass."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.ledger.database import open_database, prepare
from bot.ledger.deliveries import list_deliveries
from bot.ledger.delivery import Delivery
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.timeline.daily_choice import DailyChoice
from tests.example_files import entry, write_timeline
from tests.slack.bot_process import HTTP, MODES, StartBot, command_line, environment, until
from tests.slack.stand_in import StandIn, workspace

TITLE = "Something certain happens on this very day"
PATIENCE = 120.0


def noon_zone(now: datetime) -> str:
    """Return a zone in which it is about noon at `now`, so that no midnight is near."""
    ahead = 12 - now.hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"  # these are named the other way round


NOW = datetime.now(UTC)  # of the real clock, as the programs are real; any day will do
ZONE = noon_zone(NOW)
LOCAL = NOW + timedelta(hours=12 - NOW.hour)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Engine]:
    """The ledger that the programs under test are told to use."""
    engine = open_database(f"sqlite:///{tmp_path / 'ledger.db'}")
    prepare(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A timeline in which something is remembered today, at the place where noon is."""
    folder = tmp_path / "today"
    folder.mkdir()
    day = f"1904-{LOCAL.month:02}-{LOCAL.day:02}"  # a leap year has every day
    write_timeline(folder, [entry("of-today", day, TITLE)])
    return folder


def subscribe(ledger: Engine, at: time = time(10)) -> Subscription:
    """Let the channel have a post that has been due for two hours."""
    return Subscriptions(ledger).add(
        Workspace("", workspace.TEAM), workspace.CHANNEL, at=at, zone=ZONE,
        choice=DailyChoice(), by=workspace.ASKER, now=NOW,
    )  # fmt: skip


def deliveries(ledger: Engine) -> list[Delivery]:
    """Return all deliveries."""
    return list(list_deliveries(ledger, since=NOW - timedelta(days=1)))


Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(ledger: Engine, data: Path) -> Iterator[Start]:
    """Starts the program with a command, beside a stand-in of Slack."""
    with StandIn() as stand_in:
        running: list[subprocess.Popen[str]] = []

        def start_it(*arguments: str) -> subprocess.Popen[str]:
            settings = environment(
                SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
                SLACK_API_URL=stand_in.api_url,
                TIMELINE_DATA=str(data),
                DATABASE_URL=ledger.url.render_as_string(hide_password=False),
            )
            process = subprocess.Popen(
                command_line(*arguments), env=settings, cwd=data, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )  # fmt: skip
            running.append(process)
            return process

        yield start_it
        for process in running:
            process.kill()
            process.communicate()
        assert stand_in.faults == ()


def said(process: subprocess.Popen[str]) -> str:
    """Wait for the end of a program and return what it printed."""
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, err
    return out.strip()


def test_one_pass_sends_what_is_due_and_the_next_one_nothing(ledger: Engine, start: Start) -> None:
    subscribe(ledger)
    assert TITLE not in said(start("deliveries"))
    (due,) = said(start("post-due", "--dry-run")).splitlines()
    assert due.startswith(f"{LOCAL:%Y-%m-%d} {workspace.TEAM} {workspace.CHANNEL} 10:00 {ZONE}: ")
    assert deliveries(ledger) == []
    assert said(start("post-due")) == "1 sent"
    assert said(start("post-due")) == "nothing was due"
    (row,) = deliveries(ledger)
    assert (row.state, row.local_date) == ("sent", LOCAL.date())
    (line,) = said(start("deliveries", "--since", "2h")).splitlines()
    assert f"sent     for {LOCAL:%Y-%m-%d} in {workspace.TEAM} {workspace.CHANNEL}" in line
    assert row.ts in line


def test_the_clock_alone_sends_and_ends_when_it_is_told_to(ledger: Engine, start: Start) -> None:
    subscribe(ledger)
    clock = start("clock")
    until(lambda: [row.state for row in deliveries(ledger)] == ["sent"], PATIENCE, "it is sent")
    clock.terminate()
    said(clock)


@pytest.mark.parametrize("mode", MODES)
def test_the_bot_sends_daily_posts_beside_its_answers(
    ledger: Engine, data: Path, start_bot: StartBot, mode: str
) -> None:
    subscribe(ledger)
    url = ledger.url.render_as_string(hide_password=False)
    bot = start_bot(mode, DATABASE_URL=url, TIMELINE_DATA=str(data))
    (message,) = bot.stand_in.wait_for_messages(channel=workspace.CHANNEL, timeout=PATIENCE)
    assert TITLE in message.visible
    assert TITLE in message.text  # complete for notifications and screen readers
    until(lambda: [row.state for row in deliveries(ledger)] == ["sent"], PATIENCE, "it is settled")
    assert bot.terminate() == 0
    assert bot.stand_in.faults == ()


def test_the_bot_leaves_them_to_others_if_it_is_told_to(
    ledger: Engine, data: Path, start_bot: StartBot
) -> None:
    subscribe(ledger)
    url = ledger.url.render_as_string(hide_password=False)
    bot = start_bot(HTTP, DATABASE_URL=url, TIMELINE_DATA=str(data), flags=["--no-clock"])
    bot.slack.command("today")
    bot.stand_in.wait_for_messages()
    assert bot.terminate() == 0
    assert deliveries(ledger) == []


def test_a_database_that_cannot_be_had_ends_the_clock_with_a_plain_word(data: Path) -> None:
    settings = environment(
        SLACK_BOT_TOKEN=workspace.BOT_TOKEN, TIMELINE_DATA=str(data),
        DATABASE_URL="postgres://reader:hunter2@127.0.0.1:1/ledger",
    )  # fmt: skip
    done = subprocess.run(
        command_line("clock"), env=settings, cwd=data, capture_output=True, text=True,
        timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr
    assert "hunter2" not in done.stderr
    assert "Traceback" not in done.stderr
