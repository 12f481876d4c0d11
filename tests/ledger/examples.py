"""Subscriptions as tests write them: nine o'clock, UTC, every day, unless told otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Engine

from bot.ledger.deliveries import list_deliveries
from bot.ledger.delivery import Delivery
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscriptions import Subscriptions
from bot.timeline.daily_choice import DailyChoice

HERE = Workspace("", "T1")
NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)  # a Thursday
NINE = time(9, 0)
BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime:
    """Return an instant written in UTC; without a date, of the day of `NOW`."""
    full = text if "-" in text else f"{NOW.date()} {text}"
    return datetime.fromisoformat(full).replace(tzinfo=UTC)


def subscribe(engine: Engine, channel: str = "C1", **given: Any) -> Subscription:
    """Add a subscription to the ledger, by default at eight o'clock."""
    fields = {"at": NINE, "zone": "UTC", "choice": DailyChoice(), "by": "U1", "now": NOW, **given}
    workspace = fields.pop("workspace", HERE)
    return Subscriptions(engine).add(workspace, channel, **fields)


def all_deliveries(engine: Engine) -> list[Delivery]:
    """Return every row there is, the oldest first."""
    return list(list_deliveries(engine, since=BEGINNING))


def told(engine: Engine) -> list[tuple[str, str, str]]:
    """Return channel, local date and state of every row."""
    return [(it.channel, str(it.local_date), str(it.state)) for it in all_deliveries(engine)]
