"""The real process, one for each mode and test run, and Slack as a person at it sees it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.slack.bot_process import MODES, BotProcess
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
