"""Which channel wants daily posts: adding, changing, pausing, removing, and who did it.

All of it goes by `Subscriptions`, made over an engine of `open_database` that `prepare` has
made ready. It may be used from any thread and any number of processes. Every method is one
transaction; what it returns is as the database has it. Each takes the workspace beside the
id, so that nothing of another workspace can be seen or changed, and the clock's time `now`
(with a zone) where something is reckoned from it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from bot.errors import BotError
from bot.ledger import due
from bot.ledger.database import reading, writing
from bot.ledger.subscription import Change, State, Subscription, Workspace
from bot.ledger.subscription_rows import (
    check_choice,
    in_channel,
    lock_row,
    note_change,
    of_channel,
    of_id,
    of_workspace,
    to_subscription,
    write_reckoned,
)
from bot.ledger.tables import changes, deliveries, subscriptions
from bot.timeline.daily_choice import DailyChoice

MOST_IN_A_CHANNEL = 25  # more is a mistake or mischief, and no list shows them
LONGEST_PAUSE = timedelta(days=3660)  # ten years; beyond that one means to unsubscribe
_HOW_FAR_BACK = timedelta(days=2)  # local dates that may still be today somewhere
_TABLE = subscriptions.c


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """The subscriptions of all workspaces."""

    engine: Engine

    def add(
        self,
        workspace: Workspace,
        channel: str,
        *,
        at: time,
        zone: str,
        choice: DailyChoice,
        by: str,
        now: datetime,
        once: bool = False,
    ) -> Subscription:
        """Add a subscription and return it; the first post may be due at once.

        If the channel has had a post of a subscription that was removed today, the first is
        tomorrow's. Raises `BotError` for a time, zone or choice that cannot be, for more
        than `MOST_IN_A_CHANNEL`, and with `once` where the channel has the very same already,
        however many ask for it at the same moment.
        """
        check_choice(at, zone, choice)
        with writing(self.engine) as connection:
            here = of_channel(workspace, channel)
            _lock_channel(connection, workspace, channel)
            if once and _is_there(connection, here, at=at, zone=zone, choice=choice):
                raise BotError("This channel has exactly this daily post already.")
            count = connection.execute(select(func.count()).select_from(subscriptions).where(*here))
            if count.scalar_one() >= MOST_IN_A_CHANNEL:
                raise BotError(
                    f"This channel has {MOST_IN_A_CHANNEL} daily posts already, which is the most "
                    "it can have. Change or remove one of them."
                )
            done = _dates_of_removed(connection, workspace, channel, now=now)
            first = due.next_due(now, at, zone=zone, days=choice.days, done=done)
            row = connection.execute(
                insert(subscriptions)
                .values(
                    enterprise=workspace.enterprise, team=workspace.team, channel=channel,
                    at=at, zone=zone, choice=choice, set_up_by=by, state=State.ACTIVE,
                    reason="", next_due=first, reckoned_at=now,
                )
                .returning(subscriptions)
            ).one()  # fmt: skip
            # The dates are those of the ones before it, and count for this one as well.
            for day in done:
                connection.execute(
                    insert(deliveries).values(
                        enterprise=workspace.enterprise, team=workspace.team, channel=channel,
                        subscription=row.id, local_date=day, state="refused", ts="",
                        reason="the channel had its post", claimed_at=now, claimed_by="",
                        settled_at=now,
                    )
                )  # fmt: skip
            subscription = to_subscription(row)
            note_change(connection, subscription, by, what="set up", now=now)
            return subscription

    def get(self, workspace: Workspace, subscription_id: int) -> Subscription | None:
        """Return one subscription, or None if this workspace has none of that id."""
        with reading(self.engine) as connection:
            row = connection.execute(
                select(subscriptions).where(*of_id(workspace, subscription_id))
            ).one_or_none()
            return to_subscription(row) if row else None

    def of_channel(self, workspace: Workspace, channel: str) -> tuple[Subscription, ...]:
        """Return the subscriptions of one channel, the oldest first."""
        return self._listed(of_channel(workspace, channel), limit=MOST_IN_A_CHANNEL)

    def of_workspace(
        self, workspace: Workspace, *, after: int = 0, limit: int = 1000
    ) -> tuple[Subscription, ...]:
        """Return the subscriptions of a workspace with an id above `after`, the oldest first."""
        return self._listed((*of_workspace(workspace), _TABLE.id > after), limit=limit)

    def _listed(self, conditions: Collection[Any], *, limit: int) -> tuple[Subscription, ...]:
        query = select(subscriptions).where(*conditions).order_by(_TABLE.id).limit(limit)
        with reading(self.engine) as connection:
            return tuple(map(to_subscription, connection.execute(query)))

    def change(
        self,
        workspace: Workspace,
        subscription_id: int,
        *,
        by: str,
        now: datetime,
        channel: str | None = None,
        at: time | None = None,
        zone: str | None = None,
        choice: DailyChoice | None = None,
    ) -> Subscription | None:
        """Change what is given, and return the subscription as it is then; None if it is gone.

        After today's post nothing more is posted that local day. One that was stopped posts
        again; one that is paused stays so. Raises `BotError` as `add` does.
        """
        given = {"channel": channel, "at": at, "zone": zone, "choice": choice}
        values = {name: value for name, value in given.items() if value is not None}
        with writing(self.engine) as connection:
            found = lock_row(connection, workspace, subscription_id)
            if found is None:
                return None
            changed = {
                name: value for name, value in values.items() if getattr(found, name) != value
            }
            if found.state is State.STOPPED:
                changed |= {"state": State.ACTIVE, "reason": ""}
            if not changed:
                return found
            what = "changed " + ", ".join(sorted(values.keys() & changed.keys()) or ["nothing"])
            return write_reckoned(connection, found, changed, by=by, what=what, now=now)

    def pause(
        self,
        workspace: Workspace,
        subscription_id: int,
        *,
        until: date | None,
        by: str,
        now: datetime,
    ) -> Subscription | None:
        """Post nothing before the local day `until` (None: until resumed); None if it is gone.

        Raises `BotError` for a day that is past, or more than `LONGEST_PAUSE` ahead.
        """
        with writing(self.engine) as connection:
            found = lock_row(connection, workspace, subscription_id)
            if found is None:
                return None
            today = due.local_date(now, found.zone)
            if until is not None and not today < until <= today + LONGEST_PAUSE:
                raise BotError("A pause ends on a day to come, within ten years.")
            values = {"state": State.PAUSED, "paused_until": until, "reason": ""}
            what = f"paused until {until}" if until else "paused"
            return write_reckoned(connection, found, values, by=by, what=what, now=now)

    def resume(
        self, workspace: Workspace, subscription_id: int, *, by: str, now: datetime
    ) -> Subscription | None:
        """Let a paused or stopped subscription post again; None if it is gone."""
        with writing(self.engine) as connection:
            found = lock_row(connection, workspace, subscription_id)
            if found is None or found.state is State.ACTIVE:
                return found
            values = {"state": State.ACTIVE, "paused_until": None, "reason": ""}
            return write_reckoned(connection, found, values, by=by, what="resumed", now=now)

    def remove(
        self, workspace: Workspace, subscription_id: int, *, by: str, now: datetime
    ) -> Subscription | None:
        """Remove a subscription and return it as it was; None if it is gone already."""
        with writing(self.engine) as connection:
            row = connection.execute(
                delete(subscriptions)
                .where(*of_id(workspace, subscription_id))
                .returning(subscriptions)
            ).one_or_none()
            if row is None:
                return None
            removed = to_subscription(row)
            note_change(connection, removed, by, what="removed", now=now)
            return removed

    def changes(self, workspace: Workspace, channel: str, *, limit: int = 20) -> tuple[Change, ...]:
        """Return who did what to the subscriptions of a channel, the latest first."""
        table = changes.c
        query = (
            select(changes)
            .where(*in_channel(table, workspace, channel))
            .order_by(table.at.desc(), table.id.desc())
            .limit(limit)
        )
        with reading(self.engine) as connection:
            return tuple(
                Change(row.subscription, row.channel, row.at, by=row.by, what=row.what)
                for row in connection.execute(query)
            )


def _is_there(
    connection: Connection, here: Collection[Any], *, at: time, zone: str, choice: DailyChoice
) -> bool:
    same = (_TABLE.at == at, _TABLE.zone == zone, _TABLE.choice == choice)
    found = connection.execute(select(_TABLE.id).where(*here, *same).limit(1))
    return found.scalar() is not None


def _dates_of_removed(
    connection: Connection, workspace: Workspace, channel: str, *, now: datetime
) -> frozenset[date]:
    """Return the recent local dates that a subscription has posted for which is gone now."""
    table = deliveries.c
    found = connection.execute(
        select(table.local_date).where(
            *in_channel(table, workspace, channel),
            table.local_date >= (now - _HOW_FAR_BACK).date(),
            table.state.in_(("claimed", "sent", "unknown")),
            table.subscription.not_in(select(_TABLE.id).where(*of_channel(workspace, channel))),
        )
    )
    return frozenset(found.scalars())


def _lock_channel(connection: Connection, workspace: Workspace, channel: str) -> None:
    """Let one at a time count and add; SQLite has one writer in any case."""
    if connection.dialect.name == "postgresql":
        key = f"{workspace.enterprise}/{workspace.team}/{channel}"
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
