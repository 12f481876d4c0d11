"""Keeping the ledger in order: dead claims, clocks set back, signs of life, old rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, delete, func, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.ledger.database import reading, writing
from bot.ledger.delivery import DeliveryState
from bot.ledger.subscription_rows import reckon, to_subscription
from bot.ledger.tables import changes, deliveries, subscriptions, ticks

# A request to Slack is given up long before; a claim that is older belonged to a process that
# died, or to a machine that was asleep.
CLAIM_LIFETIME = timedelta(minutes=2)
# The clocks of machines differ by so much, and reckoning anew for it would be idle work.
SKEW = timedelta(seconds=90)
KEPT = timedelta(days=400)  # deliveries and changes: a year, and a look back at its beginning
TICK_KEPT = timedelta(days=1)

_AT_ONCE = 200  # rows in one transaction, so that nobody waits long
_SUBSCRIPTION, _DELIVERY = subscriptions.c, deliveries.c


def settle_dead_claims(engine: Engine, *, now: datetime) -> int:
    """Settle as unknown what was claimed and never settled; return how many there were.

    They are not sent again: the process may have died behind the post as well as before it.
    """
    is_dead: list[Any] = [
        text("state = 'claimed'"),
        or_(_DELIVERY.claimed_at < now - CLAIM_LIFETIME, _DELIVERY.claimed_at > now + SKEW),
    ]
    with reading(engine) as connection:
        found = connection.execute(select(_DELIVERY.id).where(*is_dead).limit(_AT_ONCE)).scalars()
        ids = list(found)
    if not ids:
        return 0
    with writing(engine) as connection:
        settled = connection.execute(
            update(deliveries)
            .where(_DELIVERY.id.in_(ids), _DELIVERY.state == DeliveryState.CLAIMED)
            .values(
                state=DeliveryState.UNKNOWN, settled_at=now,
                reason="the process ended before it could tell",
            )
            .returning(_DELIVERY.id)
        )  # fmt: skip
        return len(settled.all())


def reckon_anew(engine: Engine, *, now: datetime) -> int:
    """Reckon anew what was reckoned by a clock that has been set back; return how many.

    Without it, a clock that was wrong for a minute, and a year ahead, would silence every
    channel for the year.
    """
    query = (
        select(subscriptions)
        .where(_SUBSCRIPTION.reckoned_at > now + SKEW)
        .order_by(_SUBSCRIPTION.reckoned_at.desc())
        .limit(_AT_ONCE)
    )
    with reading(engine) as connection:
        if connection.execute(query.limit(1)).first() is None:
            return 0
    with writing(engine) as connection:
        rows = connection.execute(query.with_for_update(skip_locked=True)).all()
        for row in rows:
            subscription = to_subscription(row)
            connection.execute(
                update(subscriptions)
                .where(_SUBSCRIPTION.id == subscription.id)
                .values(next_due=reckon(connection, subscription, now=now), reckoned_at=now)
            )
        return len(rows)


def note_tick(engine: Engine, *, process: str, now: datetime) -> None:
    """Write down that this process's clock runs, and forget processes that are long gone."""
    with writing(engine) as connection:
        insert = postgresql.insert if engine.dialect.name == "postgresql" else sqlite.insert
        statement: Any = insert(ticks).values(process=process[:80], at=now)
        connection.execute(
            statement.on_conflict_do_update(index_elements=["process"], set_={"at": now})
        )
        connection.execute(delete(ticks).where(ticks.c.at < now - TICK_KEPT))


def last_tick(engine: Engine) -> datetime | None:
    """Return when any process's clock has last looked, None if none ever did."""
    with reading(engine) as connection:
        query = select(func.max(ticks.c.at, type_=ticks.c.at.type))
        found: datetime | None = connection.execute(query).scalar()
        return found


def drop_old_rows(engine: Engine, *, now: datetime) -> int:
    """Delete some of the deliveries and changes that are older than `KEPT`; return how many."""
    gone = 0
    with writing(engine) as connection:
        for table, at in ((deliveries, _DELIVERY.claimed_at), (changes, changes.c.at)):
            old = select(table.c.id).where(at < now - KEPT).order_by(at).limit(_AT_ONCE)
            dropped = connection.execute(
                delete(table).where(table.c.id.in_(old)).returning(table.c.id)
            )
            gone += len(dropped.all())
    return gone
