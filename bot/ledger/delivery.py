"""What became of one channel's post for one local date: the words in which it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.ledger.subscription import Subscription, Workspace


class DeliveryState(StrEnum):
    """How far a delivery has come; all but the last two are never followed by another post."""

    CLAIMED = "claimed"  # a process is about to send it, or was when it died
    SENT = "sent"
    EMPTY = "empty"  # nothing is recorded for the day, and so nothing was posted
    REFUSED = "refused"  # Slack would not take it
    UNKNOWN = "unknown"  # it may have been posted; silence is kinder than a second post
    MISSED = "missed"  # the bot was not there while it was due
    WAITING = "waiting"  # surely not posted, and tried again while it is due


# What may still be posted, if it is (again) due.
OPEN = (DeliveryState.MISSED, DeliveryState.WAITING)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One row: a subscription's post for a local date. `ts` is Slack's name of the message.

    Instants are in UTC; `reason` is Slack's name for what went wrong, or ours.
    """

    subscription_id: int
    workspace: Workspace
    channel: str
    local_date: date
    state: DeliveryState
    claimed_at: datetime
    settled_at: datetime | None = None
    ts: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that this process alone may send now, once, and must settle.

    `last` is the local date of the post before it, None if there was none.
    """

    delivery_id: int
    subscription: Subscription
    local_date: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How sending ended; made by the functions below.

    `wait` is how long to leave it alone before it is tried again. `holds` says that the whole
    workspace has to wait, `stops` that this subscription cannot go on.
    """

    state: DeliveryState
    ts: str = ""
    reason: str = ""
    wait: timedelta = timedelta(0)
    holds: bool = False
    stops: bool = False


def sent(ts: str) -> Outcome:
    """It stands in the channel."""
    return Outcome(DeliveryState.SENT, ts=ts)


def empty() -> Outcome:
    """There was nothing to post."""
    return Outcome(DeliveryState.EMPTY)


def refused(reason: str, *, stops: bool = False) -> Outcome:
    """It was not taken, and will not be today; with `stops`, on no other day either."""
    return Outcome(DeliveryState.REFUSED, reason=reason, stops=stops)


def unknown(reason: str) -> Outcome:
    """Nobody can tell whether it was posted."""
    return Outcome(DeliveryState.UNKNOWN, reason=reason)


def waiting(reason: str, *, wait: timedelta, holds: bool = False) -> Outcome:
    """It was surely not posted, and may be tried again."""
    return Outcome(DeliveryState.WAITING, reason=reason, wait=wait, holds=holds)
