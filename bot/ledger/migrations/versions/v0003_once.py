"""What has been handled, for several processes, and questions that found nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0003"
down_revision = "v0002"


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "timeline_handled",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("until", sa.BigInteger, nullable=False),
    )
    op.create_index("timeline_handled_until", "timeline_handled", ["until"])
    op.create_table(
        "timeline_unanswered",
        sa.Column("enterprise", sa.String(64), primary_key=True),
        sa.Column("team", sa.String(64), primary_key=True),
        sa.Column("text", sa.String(200), primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("last_at", sa.BigInteger, nullable=False),
    )
    op.create_index("timeline_unanswered_last", "timeline_unanswered", ["last_at"])
