"""The tables of the ledger, and how instants and choices are written into their columns.

The names begin with `timeline_`, because the database may be another program's too. A change
here needs a step in `migrations/versions`; a test compares the two.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Dialect,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    Time,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from bot.timeline.daily_choice import DailyChoice, LeapDay, WhenEmpty

_Kind = TypeVar("_Kind", bound=StrEnum)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An instant as milliseconds since 1970 in UTC: the same in every database, and ordered."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return what is written; a time without a zone is refused."""
        del dialect  # the same in all of them
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return (value - _EPOCH) // _MILLISECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        del dialect
        return None if value is None else _EPOCH + int(value) * _MILLISECOND


class Choice(TypeDecorator[DailyChoice]):
    """A `DailyChoice` as JSON; fields that are not written have their defaults."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: DailyChoice | None, dialect: Dialect) -> str | None:
        """Return what is written."""
        del dialect
        if value is None:
            return None
        fields = {
            "timeline": value.timeline,
            "tags": value.tags,
            "people": value.people,
            "days": value.days,
            "when_empty": value.when_empty,
            "leap_day": value.leap_day,
        }
        return json.dumps(fields, ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> DailyChoice | None:
        """Return the choice as it was written."""
        del dialect
        if value is None:
            return None
        fields, default = json.loads(value), DailyChoice()
        return DailyChoice(
            timeline=fields.get("timeline", default.timeline),
            tags=tuple(fields.get("tags", default.tags)),
            people=tuple(fields.get("people", default.people)),
            days=tuple(fields.get("days", default.days)),
            when_empty=_known(WhenEmpty, fields.get("when_empty"), default.when_empty),
            leap_day=_known(LeapDay, fields.get("leap_day"), default.leap_day),
        )


def _known(kind: type[_Kind], value: Any, default: _Kind) -> _Kind:
    """Return the member of that value; what a newer version has written counts as not given."""
    return next((member for member in kind if member == value), default)


def _id() -> Column[int]:
    # SQLite counts up by itself only in a column that is an INTEGER by name.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def _workspace() -> tuple[Column[str], Column[str], Column[str]]:
    # Slack's ids have about ten characters, and no documented limit.
    return (
        Column("enterprise", String(64), nullable=False),
        Column("team", String(64), nullable=False),
        Column("channel", String(64), nullable=False),
    )


metadata = MetaData()

subscriptions = Table(
    "timeline_subscriptions",
    metadata,
    _id(),
    *_workspace(),
    Column("at", Time, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("choice", Choice, nullable=False),
    Column("set_up_by", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("paused_until", Date),
    Column("reason", String(200), nullable=False),
    Column("next_due", Instant),
    # When `next_due` was reckoned. Later than now means that the clock has been set back, and
    # that it must be reckoned anew.
    Column("reckoned_at", Instant, nullable=False),
    Column("last_post", Instant),  # the end of the last request, to keep a channel's pace
    Index("timeline_subscriptions_of_channel", "enterprise", "team", "channel"),
    Index("timeline_subscriptions_due", "next_due"),
    Index("timeline_subscriptions_reckoned", "reckoned_at"),
    sqlite_autoincrement=True,  # deliveries outlive their subscription: no id is given twice
)

deliveries = Table(
    "timeline_deliveries",
    metadata,
    _id(),
    *_workspace(),
    Column("subscription", BigInteger, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("state", String(16), nullable=False),
    Column("claimed_at", Instant, nullable=False),
    Column("claimed_by", String(80), nullable=False),
    Column("settled_at", Instant),
    Column("ts", String(32), nullable=False),
    Column("reason", String(200), nullable=False),
    UniqueConstraint(
        "enterprise", "team", "channel", "subscription", "local_date",
        name="timeline_deliveries_once",
    ),
    Index("timeline_deliveries_by_time", "claimed_at"),
    # The few that are in flight, among all that ever were.
    Index(
        "timeline_deliveries_claimed", "enterprise", "team", "channel",
        sqlite_where=text("state = 'claimed'"), postgresql_where=text("state = 'claimed'"),
    ),
    sqlite_autoincrement=True,
)  # fmt: skip

changes = Table(
    "timeline_changes",
    metadata,
    _id(),
    *_workspace(),
    Column("subscription", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", String(64), nullable=False),
    Column("what", String(200), nullable=False),
    Index("timeline_changes_of_channel", "enterprise", "team", "channel", "at"),
    sqlite_autoincrement=True,
)

# Workspaces in which nothing is sent before an instant, because Slack has asked for a pause.
holds = Table(
    "timeline_holds",
    metadata,
    Column("enterprise", String(64), primary_key=True),
    Column("team", String(64), primary_key=True),
    Column("until", Instant, nullable=False),
)

# When each process that runs the clock last looked, for whoever asks whether it is alive.
ticks = Table(
    "timeline_ticks",
    metadata,
    Column("process", String(80), primary_key=True),
    Column("at", Instant, nullable=False),
)

# Channels that ask one of several timelines.
channels = Table(
    "timeline_channels",
    metadata,
    Column("enterprise", String(64), primary_key=True),
    Column("team", String(64), primary_key=True),
    Column("channel", String(64), primary_key=True),
    Column("timeline", String(200), nullable=False),
    Column("chosen_by", String(64), nullable=False),
)

# Keys of what has been taken in hand, so that of several processes one answers. They are
# digests: whose message it was cannot be read from them.
handled = Table(
    "timeline_handled",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("until", Instant, nullable=False),
    Index("timeline_handled_until", "until"),
)

# Questions that found nothing, for curators: neither who asked nor where, and only if wanted.
unanswered = Table(
    "timeline_unanswered",
    metadata,
    Column("enterprise", String(64), primary_key=True),
    Column("team", String(64), primary_key=True),
    Column("text", String(200), primary_key=True),
    Column("count", Integer, nullable=False),
    Column("last_at", Instant, nullable=False),
    Index("timeline_unanswered_last", "last_at"),
)
