"""Claiming posts that are due, before they are sent, and settling them behind it.

Any number of processes and machines do this at once. A claim is a row of its own for each
subscription and local date; whoever inserts it may send. In the same transaction the
subscription's `next_due` moves on, so that nobody looks at it again before its time. Claims
are made by one process at a time (PostgreSQL: an advisory lock; SQLite: `BEGIN IMMEDIATE`),
since only so can what is in flight be counted for all of them together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    and_,
    func,
    not_,
    select,
    text,
    tuple_,
    update,
)

from bot.errors import BotError
from bot.ledger import claim_rows as rows
from bot.ledger import due
from bot.ledger.database import is_sqlite, reading, writing
from bot.ledger.delivery import Claim, DeliveryState, Outcome
from bot.ledger.subscription import State, Subscription, Workspace
from bot.ledger.subscription_rows import to_subscription
from bot.ledger.tables import deliveries, holds, subscriptions

# Slack takes about one message a second in a channel, and frowns on bursts in a workspace.
CHANNEL_PAUSE = timedelta(seconds=1)
# Who waited for the ledger has read the clock before those that were let in first: so much later
# another's post may seem, and its pause holds all the same.
READ_BEFORE = timedelta(seconds=30)  # as long as SQLite lets a writer wait
MOST_IN_FLIGHT = 5
LONGEST_HOLD = timedelta(hours=1)  # that Slack's wish for a pause is followed
_LOOKED_AT = 50  # subscriptions in one transaction: milliseconds for everybody who waits
_SPARE = 8  # of these, for channels that have to wait, and for days that have passed
_LOCK = 7_446_213_386  # names the advisory lock of claims in PostgreSQL
_SUBSCRIPTION = subscriptions.c
_DELIVERY = deliveries.c


@dataclass(frozen=True, slots=True)
class Taken:
    """What one look has brought: claims to be sent, and whether to look again at once."""

    claims: tuple[Claim, ...] = ()
    has_more: bool = False


@dataclass(slots=True)
class _Traffic:
    """What is in flight, and what has to wait: for all processes, at this moment."""

    of_workspace: Counter[Workspace] = field(default_factory=Counter)
    channels: set[tuple[Workspace, str]] = field(default_factory=set)
    held: set[Workspace] = field(default_factory=set)
    last_post: dict[tuple[Workspace, str], datetime] = field(default_factory=dict)

    def busy(self) -> list[Workspace]:
        """Return the workspaces in which nothing may be sent now."""
        full = {place for place, count in self.of_workspace.items() if count >= MOST_IN_FLIGHT}
        return list(full | self.held)


def is_anything_due(engine: Engine, *, now: datetime, team: str = "") -> bool:
    """Whether there is anything to look at: one step into an index, and no lock."""
    with reading(engine) as connection:
        query = select(_SUBSCRIPTION.id).where(*_due(now, team)).limit(1)
        return connection.execute(query).first() is not None


def find_lag(engine: Engine, *, now: datetime) -> timedelta:
    """Return how long the post that is due longest has been due; nothing if none is."""
    with reading(engine) as connection:
        first = func.min(_SUBSCRIPTION.next_due, type_=_SUBSCRIPTION.next_due.type)
        found: datetime | None = connection.execute(select(first).where(*_due(now, ""))).scalar()
        return now - found if found else timedelta(0)


def take(engine: Engine, *, now: datetime, limit: int, process: str, team: str = "") -> Taken:
    """Claim up to `limit` posts that are due at `now`; with `team`, of that workspace only.

    What is due no more is noted as missed. Each channel has at most one post in flight and a
    pause behind it, each workspace `MOST_IN_FLIGHT`; what exceeds that stays due.
    """
    if limit < 1 or not is_anything_due(engine, now=now, team=team):
        return Taken()
    with writing(engine) as connection:
        if not is_sqlite(engine):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        traffic = _traffic(connection, now=now)
        wanted = min(2 * limit + _SPARE, _LOOKED_AT)
        candidates = _candidates(connection, traffic, now=now, team=team, limit=wanted)
        _read_last_posts(connection, traffic, candidates)
        claims: list[Claim] = []
        is_left = len(candidates) == wanted
        for candidate in candidates:
            if len(claims) == limit:
                is_left = True
                break
            if traffic.of_workspace[candidate.workspace] >= MOST_IN_FLIGHT:
                continue
            claim = _look_at(connection, candidate, traffic, now=now, process=process)
            if claim is not None:
                claims.append(claim)
        return Taken(tuple(claims), is_left)


def settle(engine: Engine, claim: Claim, outcome: Outcome, *, now: datetime) -> bool:
    """Write down how sending ended; return whether it stopped the subscription just now.

    That is true once only, whoever else fails in the same way.
    """
    with writing(engine) as connection:
        settled = rows.settle_claim(connection, claim.delivery_id, outcome, now=now)
        if outcome.state is not DeliveryState.EMPTY:
            _update(connection, claim.subscription, last_post=now)
        if outcome.state is DeliveryState.WAITING and settled:
            connection.execute(
                update(subscriptions)
                .where(
                    _SUBSCRIPTION.id == claim.subscription.id,
                    _SUBSCRIPTION.state == State.ACTIVE,  # not if it was paused meanwhile
                )
                .values(next_due=now + outcome.wait)
            )
        if outcome.holds:
            until = now + min(outcome.wait, LONGEST_HOLD)
            rows.hold(connection, claim.subscription.workspace, until=until)
        if not outcome.stops:
            return False
        stopped = connection.execute(
            update(subscriptions)
            .where(
                _SUBSCRIPTION.id == claim.subscription.id,
                _SUBSCRIPTION.channel == claim.subscription.channel,  # it may have moved
                _SUBSCRIPTION.state != State.STOPPED,
            )
            .values(state=State.STOPPED, reason=outcome.reason[: rows.REASON], next_due=None)
            .returning(_SUBSCRIPTION.id)
        )
        return stopped.first() is not None


def _due(now: datetime, team: str) -> list[Any]:
    conditions = [_SUBSCRIPTION.next_due <= now]
    if team:
        conditions.append(_SUBSCRIPTION.team == team)
    return conditions


def _traffic(connection: Connection, *, now: datetime) -> _Traffic:
    traffic = _Traffic()
    in_flight = select(_DELIVERY.enterprise, _DELIVERY.team, _DELIVERY.channel).where(
        text("state = 'claimed'")  # word for word as in the index, which is all that is read
    )
    for row in connection.execute(in_flight):
        place = Workspace(row.enterprise, row.team)
        traffic.of_workspace[place] += 1
        traffic.channels.add((place, row.channel))
    # A longer pause was asked for before the clock was set back.
    is_held = holds.c.until.between(now + timedelta(milliseconds=1), now + LONGEST_HOLD)
    for row in connection.execute(select(holds).where(is_held)):
        traffic.held.add(Workspace(row.enterprise, row.team))
    return traffic


def _candidates(
    connection: Connection, traffic: _Traffic, *, now: datetime, team: str, limit: int
) -> list[Subscription]:
    conditions = _due(now, team)
    conditions += [
        not_(and_(_SUBSCRIPTION.enterprise == place.enterprise, _SUBSCRIPTION.team == place.team))
        for place in traffic.busy()
    ]
    query = (
        select(subscriptions)
        .where(*conditions)
        .order_by(_SUBSCRIPTION.next_due, _SUBSCRIPTION.id)
        .limit(limit)
        .with_for_update(skip_locked=True)  # somebody is just changing it; SQLite has no such
    )
    return [to_subscription(row) for row in connection.execute(query)]


def _read_last_posts(
    connection: Connection, traffic: _Traffic, candidates: Iterable[Subscription]
) -> None:
    key = tuple_(_SUBSCRIPTION.enterprise, _SUBSCRIPTION.team, _SUBSCRIPTION.channel)
    wanted = {(one.workspace.enterprise, one.workspace.team, one.channel) for one in candidates}
    query = (
        select(
            _SUBSCRIPTION.enterprise,
            _SUBSCRIPTION.team,
            _SUBSCRIPTION.channel,
            func.max(_SUBSCRIPTION.last_post, type_=_SUBSCRIPTION.last_post.type).label("last"),
        )
        .where(key.in_(sorted(wanted)), _SUBSCRIPTION.last_post.is_not(None))
        .group_by(_SUBSCRIPTION.enterprise, _SUBSCRIPTION.team, _SUBSCRIPTION.channel)
    )
    for row in connection.execute(query):
        traffic.last_post[Workspace(row.enterprise, row.team), row.channel] = row.last


def _look_at(
    connection: Connection,
    found: Subscription,
    traffic: _Traffic,
    *,
    now: datetime,
    process: str,
) -> Claim | None:
    """Claim one, put it off for a moment, or move it on to its next day."""
    if not _is_going_on(connection, found):
        return None
    place = (found.workspace, found.channel)
    free_at = traffic.last_post.get(place, now - CHANNEL_PAUSE) + CHANNEL_PAUSE
    # A post that seems to come from far in the future was made before the clock was set back.
    must_wait = now < free_at <= now + CHANNEL_PAUSE + READ_BEFORE
    if place in traffic.channels or must_wait:
        moment = now + CHANNEL_PAUSE if place in traffic.channels else free_at
        _update(connection, found, next_due=moment)
        return None
    days = found.choice.days
    day = due.date_due(now, found.at, zone=found.zone, days=days)
    if found.paused_until and day and day < found.paused_until:
        day = None
    delivery_id = (
        rows.insert_claim(connection, found, day, now=now, process=process) if day else None
    )
    if not (day and found.next_due == due.due_instant(day, found.at, found.zone)):
        # It is not at its time that it is looked at: something may have come between.
        rows.close_passed(connection, found, day, now=now)
    following = due.next_due(
        now, found.at, zone=found.zone, days=days, done=(day,) if day else (),
        not_before=found.paused_until,
    )  # fmt: skip
    values: dict[str, Any] = {"next_due": following, "reckoned_at": now}
    if delivery_id is None or day is None:
        _update(connection, found, **values)
        return None
    if found.state is State.PAUSED:
        values |= {"state": State.ACTIVE, "paused_until": None}
    _update(connection, found, **values)
    traffic.of_workspace[found.workspace] += 1
    traffic.channels.add(place)
    active = replace(found, state=State.ACTIVE, paused_until=None, next_due=following)
    last = rows.date_before(connection, found, day)
    return Claim(delivery_id, active, day, last=last)


def _is_going_on(connection: Connection, found: Subscription) -> bool:
    """Whether it posts at all; if not, it is not looked at again."""
    try:
        due.read_zone(found.zone)
    except BotError:  # a zone that this machine's data does not know
        _update(connection, found, state=State.STOPPED, reason="unknown zone", next_due=None)
        return False
    is_paused = found.state is State.PAUSED and found.paused_until is None
    if found.state is State.STOPPED or is_paused:
        _update(connection, found, next_due=None)
        return False
    return True


def _update(connection: Connection, subscription: Subscription, **values: Any) -> None:
    connection.execute(
        update(subscriptions).where(_SUBSCRIPTION.id == subscription.id).values(**values)
    )
