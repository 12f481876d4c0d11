"""Parts of Slack's payloads, read without trust: what is missing or malformed comes out empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.ledger.subscription import Workspace


def mapping(value: object) -> Mapping[str, Any]:
    """Return `value` if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """Return `value` if it is a text, else an empty one."""
    return value if isinstance(value, str) else ""


def workspace_of(body: Mapping[str, Any]) -> Workspace:
    """Return the workspace that an event, a command, a pressed button or a form comes from."""
    team, enterprise = mapping(body.get("team")), mapping(body.get("enterprise"))
    user = mapping(body.get("user"))
    return Workspace(
        text(body.get("enterprise_id")) or text(enterprise.get("id")),
        text(body.get("team_id")) or text(team.get("id")) or text(user.get("team_id")),
    )


def channel_of(body: Mapping[str, Any]) -> str:
    """Return the channel in which a command was typed or a button pressed; of others nothing."""
    return text(body.get("channel_id")) or text(mapping(body.get("channel")).get("id"))
