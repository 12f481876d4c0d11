"""The single rows that claiming and settling write; `claims` says when.

Statements that are made for every post are built once: building them costs more than SQLite
takes to carry them out.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, null, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.ledger import due
from bot.ledger.delivery import OPEN, DeliveryState, Outcome
from bot.ledger.subscription import Subscription, Workspace
from bot.ledger.tables import deliveries, holds

# A day that passed without a post is noted so far back; a row for each day of a year would
# explain nothing more.
MOST_MISSED = 31
REASON = 200  # characters of the column

_PROCESS = 80  # characters of the column
_DEFERRED_AT_MOST = timedelta(minutes=10)
_KEY = ("enterprise", "team", "channel", "subscription")
_DELIVERY = deliveries.c


def insert_claim(
    connection: Connection, found: Subscription, day: date, *, now: datetime, process: str
) -> int | None:
    """Return the id of the new row; None if there is one for this day already."""
    row = {
        **_key(found), "local_date": day, "state": DeliveryState.CLAIMED, "claimed_at": now,
        "claimed_by": process[:_PROCESS], "ts": "", "reason": "",
    }  # fmt: skip
    delivery_id: int | None = connection.execute(
        _claim_statement(connection.dialect.name), row
    ).scalar()
    return delivery_id


@cache
def _claim_statement(dialect: str) -> Any:
    statement: Any = _insert_into(deliveries, dialect)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=[*_KEY, "local_date"],
        set_={
            "state": new.state, "claimed_at": new.claimed_at, "claimed_by": new.claimed_by,
            "settled_at": null(),
        },
        where=_DELIVERY.state.in_(OPEN),
    ).returning(_DELIVERY.id)  # fmt: skip


def settle_claim(
    connection: Connection, delivery_id: int, outcome: Outcome, *, now: datetime
) -> bool:
    """Write an outcome into the row of a claim; return whether that was still possible.

    A claim that was taken for dead is unknown by then. Nobody else can have sent it since, so
    that what its process knows is the better news, even that it may be tried again.
    """
    values = {
        "of": delivery_id, "new_state": outcome.state, "new_ts": outcome.ts,
        "new_reason": outcome.reason[:REASON], "now": now,
    }  # fmt: skip
    return connection.execute(_settle_statement(), values).first() is not None


@cache
def _settle_statement() -> Any:
    may_be = (DeliveryState.CLAIMED, DeliveryState.UNKNOWN)
    return (
        update(deliveries)
        .where(_DELIVERY.id == bindparam("of"), _DELIVERY.state.in_(may_be))
        .values(
            state=bindparam("new_state"), ts=bindparam("new_ts"), reason=bindparam("new_reason"),
            settled_at=bindparam("now"),
        )
        .returning(_DELIVERY.id)
    )  # fmt: skip


def close_passed(
    connection: Connection, found: Subscription, day: date | None, *, now: datetime
) -> None:
    """Settle what was put off for too long, and note every chosen day that has passed.

    `day` is the one that is posted for now, if any.
    """
    same = [_DELIVERY[name] == value for name, value in _key(found).items()]
    is_over = [_DELIVERY.state == DeliveryState.WAITING]
    if day:
        is_over.append(_DELIVERY.local_date != day)
    connection.execute(
        update(deliveries)
        .where(*same, *is_over)
        .values(state=DeliveryState.REFUSED, settled_at=now)
    )
    if found.next_due is None:
        return
    # It may have been put off by some seconds, over midnight even.
    since = found.next_due - _DEFERRED_AT_MOST
    today = due.local_date(now, found.zone)
    first = max(due.local_date(since, found.zone), today - timedelta(days=MOST_MISSED))
    passed = max(first, found.paused_until or first)
    while passed <= today:
        is_chosen = passed != day and passed.weekday() in found.choice.days
        instant = due.due_instant(passed, found.at, found.zone) if is_chosen else None
        if instant is not None and since <= instant <= now:
            _insert_missed(connection, found, passed, now=now)
        passed += timedelta(days=1)


def _insert_missed(
    connection: Connection, found: Subscription, day: date, *, now: datetime
) -> None:
    row = {
        **_key(found), "local_date": day, "state": DeliveryState.MISSED, "claimed_at": now,
        "claimed_by": "", "settled_at": now, "ts": "", "reason": "the bot was not running",
    }  # fmt: skip
    statement: Any = _insert_into(deliveries, connection.dialect.name)
    connection.execute(statement.on_conflict_do_nothing(), row)


def date_before(connection: Connection, found: Subscription, day: date) -> date | None:
    """Return the local date of the post before the one of `day`."""
    latest: date | None = connection.execute(
        _date_before_statement(), {**_key(found), "day": day}
    ).scalar()
    return latest


@cache
def _date_before_statement() -> Any:
    states = (DeliveryState.SENT, DeliveryState.EMPTY)
    return select(func.max(_DELIVERY.local_date)).where(
        *(_DELIVERY[name] == bindparam(name) for name in _KEY),
        _DELIVERY.local_date < bindparam("day"),
        _DELIVERY.state.in_(states),
    )


def hold(connection: Connection, workspace: Workspace, *, until: datetime) -> None:
    """Let nothing be sent in a workspace before an instant."""
    row = {"enterprise": workspace.enterprise, "team": workspace.team, "until": until}
    statement: Any = _insert_into(holds, connection.dialect.name)
    new = statement.excluded
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["enterprise", "team"], set_={"until": new.until}
        ),
        row,
    )


def _insert_into(table: Any, dialect: str) -> Any:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert(table)


def _key(found: Subscription) -> dict[str, Any]:
    place = found.workspace
    return dict(zip(_KEY, (place.enterprise, place.team, found.channel, found.id), strict=True))
