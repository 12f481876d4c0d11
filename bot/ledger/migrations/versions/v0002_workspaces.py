"""Installations in many workspaces, as slack_sdk keeps them, and each channel's timeline.

The columns are those of slack_sdk's stores, but for their sizes: an encrypted token is longer
than the 200 characters that the stores would allow it.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"

_SHORT, _NAME = 64, 200


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "slack_installations",
        *_common(),
        sa.Column("enterprise_url", sa.Text),
        sa.Column("user_id", sa.String(_SHORT), nullable=False),
        sa.Column("user_token", sa.Text),
        sa.Column("user_scopes", sa.Text),
        sa.Column("user_refresh_token", sa.Text),
        sa.Column("user_token_expires_at", sa.DateTime),
        sa.Column("incoming_webhook_url", sa.Text),
        sa.Column("incoming_webhook_channel", sa.Text),
        sa.Column("incoming_webhook_channel_id", sa.Text),
        sa.Column("incoming_webhook_configuration_url", sa.Text),
        sa.Column("token_type", sa.String(_SHORT)),
    )
    op.create_index(
        "slack_installations_idx",
        "slack_installations",
        ["client_id", "enterprise_id", "team_id", "user_id", "installed_at"],
    )
    op.create_table("slack_bots", *_common())
    op.create_index(
        "slack_bots_idx", "slack_bots", ["client_id", "enterprise_id", "team_id", "installed_at"]
    )
    op.create_table(
        "slack_oauth_states",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("state", sa.String(_NAME), nullable=False),
        sa.Column("expire_at", sa.DateTime, nullable=False),
    )
    op.create_index("slack_oauth_states_idx", "slack_oauth_states", ["state"])
    op.create_table(
        "timeline_channels",
        sa.Column("enterprise", sa.String(_SHORT), primary_key=True),
        sa.Column("team", sa.String(_SHORT), primary_key=True),
        sa.Column("channel", sa.String(_SHORT), primary_key=True),
        sa.Column("timeline", sa.String(_NAME), nullable=False),
        sa.Column("chosen_by", sa.String(_SHORT), nullable=False),
    )


def _common() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("client_id", sa.String(_SHORT), nullable=False),
        sa.Column("app_id", sa.String(_SHORT), nullable=False),
        sa.Column("enterprise_id", sa.String(_SHORT)),
        sa.Column("enterprise_name", sa.Text),
        sa.Column("team_id", sa.String(_SHORT)),
        sa.Column("team_name", sa.Text),
        sa.Column("bot_token", sa.Text),
        sa.Column("bot_id", sa.String(_SHORT)),
        sa.Column("bot_user_id", sa.String(_SHORT)),
        sa.Column("bot_scopes", sa.Text),
        sa.Column("bot_refresh_token", sa.Text),
        sa.Column("bot_token_expires_at", sa.DateTime),
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    ]
