"""The single rows of subscriptions: finding, locking, changing, reckoning when one is due.

`subscriptions` says who may do what; here are the statements that it and the clock share.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from bot.errors import BotError
from bot.ledger import due
from bot.ledger.subscription import State, Subscription, Workspace
from bot.ledger.tables import changes, deliveries, subscriptions
from bot.timeline.daily_choice import DailyChoice

_LARGEST_CHOICE = 4000  # characters of tags and people: far more than a modal takes
_LONGEST_WHAT = 200
_TABLE = subscriptions.c


def check_choice(at: time, zone: str, choice: DailyChoice) -> None:
    """Raise `BotError` for a time, a zone or a choice that no daily post can have."""
    due.read_zone(zone)
    if at.tzinfo is not None or at.second or at.microsecond:
        raise BotError("The time of a daily post is one of hours and minutes.")
    if not choice.days or not set(choice.days) <= set(range(7)):
        raise BotError("A daily post needs at least one day of the week.")
    if len(choice.timeline) + sum(map(len, choice.tags + choice.people)) > _LARGEST_CHOICE:
        raise BotError("These are too many tags and people for one daily post; choose fewer.")


def to_subscription(row: Row[Any]) -> Subscription:
    """Return the subscription that a row of the table holds."""
    return Subscription(
        id=row.id,
        workspace=Workspace(row.enterprise, row.team),
        channel=row.channel,
        at=row.at,
        zone=row.zone,
        choice=row.choice,
        set_up_by=row.set_up_by,
        state=State(row.state),
        paused_until=row.paused_until,
        reason=row.reason,
        next_due=row.next_due,
    )


def in_channel(table: Any, workspace: Workspace, channel: str) -> tuple[Any, ...]:
    """Return the conditions on `table` that hold for the rows of one channel."""
    return (
        table.enterprise == workspace.enterprise,
        table.team == workspace.team,
        table.channel == channel,
    )


def of_channel(workspace: Workspace, channel: str) -> tuple[Any, ...]:
    """Return the conditions that hold for the subscriptions of one channel."""
    return in_channel(_TABLE, workspace, channel)


def of_workspace(workspace: Workspace) -> tuple[Any, ...]:
    """Return the conditions that hold for the subscriptions of one workspace."""
    return _TABLE.enterprise == workspace.enterprise, _TABLE.team == workspace.team


def of_id(workspace: Workspace, subscription_id: int) -> tuple[Any, ...]:
    """Return the conditions that hold for one subscription, if it is this workspace's."""
    return *of_workspace(workspace), _TABLE.id == subscription_id


def lock_row(
    connection: Connection, workspace: Workspace, subscription_id: int
) -> Subscription | None:
    """Return one subscription, which nobody else changes until the transaction ends."""
    row = connection.execute(
        select(subscriptions).where(*of_id(workspace, subscription_id)).with_for_update()
    ).one_or_none()
    return to_subscription(row) if row else None


def write_reckoned(
    connection: Connection,
    found: Subscription,
    values: dict[str, Any],
    *,
    by: str,
    what: str,
    now: datetime,
) -> Subscription:
    """Write `values`, and with them when it is due then; note who did it."""
    row = connection.execute(
        update(subscriptions).where(_TABLE.id == found.id).values(values).returning(subscriptions)
    ).one()
    changed = to_subscription(row)
    check_choice(changed.at, changed.zone, changed.choice)
    _give_up_what_waits(connection, found, now=now)
    row = connection.execute(
        update(subscriptions)
        .where(_TABLE.id == found.id)
        .values(next_due=reckon(connection, changed, now=now), reckoned_at=now)
        .returning(subscriptions)
    ).one()
    changed = to_subscription(row)
    note_change(connection, changed, by, what=what, now=now)
    return changed


def reckon(connection: Connection, subscription: Subscription, *, now: datetime) -> datetime | None:
    """Return when the clock must look at it next, given what it has posted already."""
    is_open_end = subscription.state is State.PAUSED and subscription.paused_until is None
    if subscription.state is State.STOPPED or is_open_end:
        return None
    table = deliveries.c
    # What was missed or put off may still be posted, if the clock says that it is due.
    done = connection.execute(
        select(table.local_date).where(
            *in_channel(table, subscription.workspace, subscription.channel),
            table.subscription == subscription.id,
            table.local_date >= due.local_date(now, subscription.zone),
            table.state.not_in(("missed", "waiting")),
        )
    ).scalars()
    return due.next_due(
        now,
        subscription.at,
        zone=subscription.zone,
        days=subscription.choice.days,
        done=frozenset(done),
        not_before=subscription.paused_until,
    )


def _give_up_what_waits(connection: Connection, found: Subscription, *, now: datetime) -> None:
    """Settle what was put off on days that are over: nobody looks at them again."""
    table = deliveries.c
    connection.execute(
        update(deliveries)
        .where(
            *in_channel(table, found.workspace, found.channel),
            table.subscription == found.id,
            table.state == "waiting",
            table.local_date < due.local_date(now, found.zone),
        )
        .values(state="refused", settled_at=now)
    )


def note_change(
    connection: Connection, subscription: Subscription, by: str, *, what: str, now: datetime
) -> None:
    """Note who did what to a subscription, and when."""
    connection.execute(
        insert(changes).values(
            enterprise=subscription.workspace.enterprise, team=subscription.workspace.team,
            channel=subscription.channel, subscription=subscription.id, at=now, by=by,
            what=what[:_LONGEST_WHAT],
        )
    )  # fmt: skip
