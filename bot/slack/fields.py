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
    """Return the workspace whose bot an event, a command, a pressed button or a form is meant for.

    That is the one the app is installed in, by which Bolt finds the token as well. In a channel
    shared with another company, people and forms of theirs name their own workspace beside it.
    """
    granted = body.get("authorizations")  # of events alone
    of_bot = mapping(granted[0]) if isinstance(granted, list) and granted else {}
    enterprise, team = mapping(body.get("enterprise")), mapping(body.get("team"))
    installed = text(mapping(body.get("view")).get("app_installed_team_id"))
    if installed not in ("", text(team.get("id"))):
        return Workspace("", installed)  # the form names the other company's organisation
    return Workspace(
        text(of_bot.get("enterprise_id"))
        or text(body.get("enterprise_id"))
        or text(enterprise.get("id"))
        or text(team.get("enterprise_id")),
        text(of_bot.get("team_id"))
        or text(body.get("team_id"))
        or text(team.get("id"))
        or text(mapping(body.get("user")).get("team_id"))
        or installed,
    )


def channel_of(body: Mapping[str, Any]) -> str:
    """Return the channel in which a command was typed or a button pressed; of others nothing."""
    return text(body.get("channel_id")) or text(mapping(body.get("channel")).get("id"))
