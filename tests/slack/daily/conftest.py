"""A bot with a ledger of its own in memory, beside a stand-in of Slack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from bot.answers.responder import Responder
from bot.ledger.database import migrate, open_database
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.search.indexing.building import build_index
from bot.slack.daily.posts import DailyPosts
from tests.examples import make_event, make_name, make_timeline
from tests.slack.in_process import InProcess, make_app, make_desk
from tests.slack.stand_in import StandIn, workspace

NOW = datetime(2026, 4, 25, 12, tzinfo=UTC)  # a Saturday
WORKSPACE = Workspace("", workspace.TEAM)


def daily_timeline() -> Responder:
    """A day with many entries, 25 April, and an empty one after it."""
    many = [
        make_event(f"{year}-april", f"{year}-04-25", f"An event of {year}", tags=["treaty"])
        for year in range(1990, 1998)
    ]
    hostile = make_event("hostile", "1976-05-04", "<!channel> & <@U0ASKER001> *bold*")
    later = make_event("later", "2001-04-27", "An event after it", people=["Ada"])
    round_ones = [
        make_event("wednesday", "1976-04-22", "A round Wednesday"),
        make_event("friday", "1976-04-24", "A round Friday"),
    ]
    names = (make_name("Ada", "Countess"),)
    return Responder(build_index(make_timeline(*many, *round_ones, hostile, later, names=names)))


@dataclass
class Bot:
    """Slack in front of the bot, and the ledger behind it."""

    slack: InProcess
    ledger: Subscriptions

    def here(self, channel: str = workspace.CHANNEL) -> tuple[Subscription, ...]:
        """The subscriptions of a channel."""
        return self.ledger.of_channel(WORKSPACE, channel)


def start(stand_in: StandIn, ledger: Subscriptions, **fields: object) -> InProcess:
    """A bot over this ledger; what it remembered by itself is gone."""
    responder = daily_timeline()
    desk = replace(
        make_desk(lambda: responder),
        daily=DailyPosts(ledger, lambda: NOW, "Europe/London"),
        **fields,  # type: ignore[arg-type]
    )
    return InProcess(stand_in, make_app(stand_in, desk))


@pytest.fixture
def scopes() -> frozenset[str]:
    """What the workspace has granted."""
    return workspace.DEFAULT_SCOPES


@pytest.fixture
def bot(scopes: frozenset[str]) -> Iterator[Bot]:
    """A bot that keeps its ledger in memory; nothing may be refused meanwhile."""
    engine = open_database("sqlite://")
    migrate(engine)
    with StandIn(scopes) as stand_in:
        ledger = Subscriptions(engine)
        yield Bot(start(stand_in, ledger), ledger)
        assert stand_in.faults == ()
    engine.dispose()
