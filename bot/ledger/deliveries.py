"""Reading what became of posts: for the command line, and for whoever asks in a channel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Row, select

from bot.ledger import due
from bot.ledger.database import reading
from bot.ledger.delivery import OPEN, Delivery, DeliveryState
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.subscription_rows import to_subscription
from bot.ledger.tables import deliveries, subscriptions

_PAGE = 500  # rows read at a time, so that no list is too long for the memory
_COLUMNS = deliveries.c


def list_deliveries(engine: Engine, *, since: datetime) -> Iterator[Delivery]:
    """Yield every delivery that was claimed at `since` or later, in that order."""
    after: tuple[datetime, int] = (since, 0)
    while True:
        at, last = after
        query = (
            select(deliveries)
            .where(
                _COLUMNS.claimed_at >= at,
                (_COLUMNS.claimed_at > at) | (_COLUMNS.id > last),
            )
            .order_by(_COLUMNS.claimed_at, _COLUMNS.id)
            .limit(_PAGE)
        )
        with reading(engine) as connection:
            rows = connection.execute(query).all()
        yield from map(to_delivery, rows)
        if len(rows) < _PAGE:
            return
        after = (rows[-1].claimed_at, rows[-1].id)


def last_deliveries(
    engine: Engine, subscription: Subscription, *, limit: int = 5
) -> tuple[Delivery, ...]:
    """Return what became of the latest posts of a subscription, the latest first."""
    query = (
        select(deliveries)
        .where(
            _COLUMNS.enterprise == subscription.workspace.enterprise,
            _COLUMNS.team == subscription.workspace.team,
            _COLUMNS.channel == subscription.channel,
            _COLUMNS.subscription == subscription.id,
        )
        .order_by(_COLUMNS.local_date.desc())
        .limit(limit)
    )
    with reading(engine) as connection:
        return tuple(map(to_delivery, connection.execute(query)))


def list_due(
    engine: Engine, *, now: datetime, team: str = ""
) -> Iterator[tuple[Subscription, date]]:
    """Yield what a pass at `now` would claim, without claiming it; with `team`, of that one."""
    after = 0
    while True:
        query = (
            select(subscriptions)
            .where(subscriptions.c.next_due <= now, subscriptions.c.id > after)
            .order_by(subscriptions.c.id)
            .limit(_PAGE)
        )
        with reading(engine) as connection:
            page = [to_subscription(row) for row in connection.execute(query)]
        for one in page:
            day = due.date_due(now, one.at, zone=one.zone, days=one.choice.days)
            is_here = not team or one.workspace.team == team
            if is_here and day and (one.paused_until or day) <= day:
                before = last_deliveries(engine, one, limit=2)
                if all(it.local_date != day or it.state in OPEN for it in before):
                    yield one, day
        if len(page) < _PAGE:
            return
        after = page[-1].id


def to_delivery(row: Row[Any]) -> Delivery:
    """Return the delivery that a row of the table holds."""
    return Delivery(
        subscription_id=row.subscription,
        workspace=Workspace(row.enterprise, row.team),
        channel=row.channel,
        local_date=row.local_date,
        state=DeliveryState(row.state),
        claimed_at=row.claimed_at,
        settled_at=row.settled_at,
        ts=row.ts,
        reason=row.reason,
    )
