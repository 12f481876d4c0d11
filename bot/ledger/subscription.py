"""A channel's wish for a daily post, and the workspace that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.timeline.daily_choice import DailyChoice


@dataclass(frozen=True, slots=True)
class Workspace:
    """Slack's ids of one workspace; both together are the key of every row of the ledger.

    `enterprise` is empty outside an enterprise organisation, `team` for an app that is
    installed in a whole organisation.
    """

    enterprise: str
    team: str


class State(StrEnum):
    """Whether a subscription posts."""

    ACTIVE = "active"
    PAUSED = "paused"  # by a person, until a date or until resumed
    STOPPED = "stopped"  # by the bot, for a reason that a person must mend


@dataclass(frozen=True, slots=True)
class Subscription:
    """One channel's wish for daily posts. A channel may have several.

    `at` is local time, to the minute, in the IANA zone `zone`. `next_due` is the instant, in
    UTC, at which the clock looks at it next: None while nothing will be posted. A paused one
    posts again from the local day `paused_until` on, by itself; None is until resumed.
    `reason` tells why a stopped one was stopped, by Slack's name for it where it has one.
    """

    id: int
    workspace: Workspace
    channel: str
    at: time
    zone: str
    choice: DailyChoice
    set_up_by: str
    state: State = State.ACTIVE
    paused_until: date | None = None
    reason: str = ""
    next_due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Who did what to a subscription, and when (UTC); `what` names no words of people's."""

    subscription_id: int
    channel: str
    at: datetime
    by: str
    what: str
