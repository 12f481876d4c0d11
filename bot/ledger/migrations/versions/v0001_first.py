"""The first tables: subscriptions, deliveries, changes, holds, ticks."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    return sa.Column("id", kind, primary_key=True)


def _workspace() -> list[sa.Column[str]]:
    names = ("enterprise", "team", "channel")
    return [sa.Column(name, sa.String(64), nullable=False) for name in names]


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "timeline_subscriptions",
        _id(),
        *_workspace(),
        sa.Column("at", sa.Time, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("set_up_by", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("paused_until", sa.Date),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("next_due", sa.BigInteger),
        sa.Column("reckoned_at", sa.BigInteger, nullable=False),
        sa.Column("last_post", sa.BigInteger),
        sqlite_autoincrement=True,
    )
    _index("timeline_subscriptions", "of_channel", "enterprise", "team", "channel")
    _index("timeline_subscriptions", "due", "next_due")
    _index("timeline_subscriptions", "reckoned", "reckoned_at")
    op.create_table(
        "timeline_deliveries",
        _id(),
        *_workspace(),
        sa.Column("subscription", sa.BigInteger, nullable=False),
        sa.Column("local_date", sa.Date, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("claimed_at", sa.BigInteger, nullable=False),
        sa.Column("claimed_by", sa.String(80), nullable=False),
        sa.Column("settled_at", sa.BigInteger),
        sa.Column("ts", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.UniqueConstraint(
            "enterprise", "team", "channel", "subscription", "local_date",
            name="timeline_deliveries_once",
        ),
        sqlite_autoincrement=True,
    )  # fmt: skip
    _index("timeline_deliveries", "by_time", "claimed_at")
    is_claimed = sa.text("state = 'claimed'")
    op.create_index(
        "timeline_deliveries_claimed",
        "timeline_deliveries",
        ["enterprise", "team", "channel"],
        sqlite_where=is_claimed,
        postgresql_where=is_claimed,
    )
    op.create_table(
        "timeline_changes",
        _id(),
        *_workspace(),
        sa.Column("subscription", sa.BigInteger, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("timeline_changes", "of_channel", "enterprise", "team", "channel", "at")
    op.create_table(
        "timeline_holds",
        sa.Column("enterprise", sa.String(64), primary_key=True),
        sa.Column("team", sa.String(64), primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "timeline_ticks",
        sa.Column("process", sa.String(80), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
    )


def _index(table: str, name: str, *columns: str) -> None:
    op.create_index(f"{table}_{name}", table, list(columns))
