"""The real process, one for each mode and test run, and Slack as a person at it sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.slack.bot_process import HTTP, MODES, BotProcess, StartBot
from tests.slack.example_data import write_timeline
from tests.slack.stand_in import Delivery, StandIn


@pytest.fixture(scope="session", params=MODES)
def bot(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BotProcess]:
    """A running bot beside its own stand-in of Slack; tests must leave it as it was."""
    folder = tmp_path_factory.mktemp(f"bot-{request.param}")
    data = folder / "data"
    data.mkdir()
    write_timeline(data)
    with (
        StandIn() as stand_in,
        BotProcess(request.param, stand_in, data=data, log=folder / "log") as process,
    ):
        yield process


@pytest.fixture
def slack(bot: BotProcess) -> Iterator[Delivery]:
    """Slack in front of the running bot; nothing may be refused or frowned upon meanwhile."""
    before = len(bot.stand_in.faults)
    yield bot.slack
    assert bot.stand_in.faults[before:] == ()
    assert bot.exit_status is None


@pytest.fixture
def start_bot(tmp_path: Path) -> Iterator[StartBot]:
    """Starts a bot of the test's own, with settings of its own, beside a stand-in of its own."""
    data = tmp_path / "data"
    data.mkdir()
    write_timeline(data)
    with ExitStack() as stack:
        # Over HTTP unless told otherwise, because that mode comes and goes faster.
        def start(mode: str = HTTP, **settings: Any) -> BotProcess:
            stand_in = stack.enter_context(StandIn())
            process = BotProcess(mode, stand_in, data=data, log=tmp_path / "log", **settings)
            return stack.enter_context(process)

        yield start


@pytest.fixture
def own_bot(start_bot: StartBot) -> BotProcess:
    """A bot of the test's own with the usual settings."""
    return start_bot()
