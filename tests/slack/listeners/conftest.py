"""A bot in this process, beside a stand-in of Slack that must find nothing to complain about."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.answers.responder import Responder
from bot.loading import load_responder
from tests.slack.example_data import write_timeline
from tests.slack.in_process import InProcess, make_app, make_desk
from tests.slack.stand_in import StandIn


@pytest.fixture(scope="session")
def responder(tmp_path_factory: pytest.TempPathFactory) -> Responder:
    """What answers from the small timeline of the Slack tests."""
    return load_responder([write_timeline(tmp_path_factory.mktemp("data"))])


@pytest.fixture
def slack(responder: Responder) -> Iterator[InProcess]:
    """Slack in front of the bot; nothing may be refused or frowned upon meanwhile."""
    with StandIn() as stand_in:
        yield InProcess(stand_in, make_app(stand_in, make_desk(lambda: responder)))
        assert stand_in.faults == ()
