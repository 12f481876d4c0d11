"""A pressed button, read from Slack's payload: which, by whom, and where an answer belongs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.fields import channel_of, mapping, text, workspace_of
from bot.slack.press import Press


@dataclass(frozen=True, slots=True)
class Click:
    """One press of a button; `press` is None if its value is none of ours."""

    press: Press | None
    value: str
    team: str
    channel: str
    user: str
    user_name: str
    message_ts: str
    thread_ts: str | None
    response_url: str  # empty at the App Home
    trigger: str
    is_private: bool  # the message that the button stands under is seen by one person alone

    @property
    def share_key(self) -> tuple[str, ...]:
        """What one message can be asked to share only once."""
        return ("share", self.team, self.channel, self.message_ts, self.value)


def read_click(body: Mapping[str, Any]) -> Click:
    """Return what was pressed; parts that are missing come out empty."""
    actions = body.get("actions")
    action = mapping(actions[0]) if isinstance(actions, list) and actions else {}
    container, message = mapping(body.get("container")), mapping(body.get("message"))
    user = mapping(body.get("user"))
    value = action.get("value")
    return Click(
        press=Press.from_value(value),
        value=text(value),
        team=workspace_of(body).team,
        channel=channel_of(body),
        user=text(user.get("id")),
        user_name=text(user.get("name")) or text(user.get("username")) or "someone",
        message_ts=text(container.get("message_ts")),
        thread_ts=text(container.get("thread_ts")) or text(message.get("thread_ts")) or None,
        response_url=text(body.get("response_url")),
        trigger=text(body.get("trigger_id")),
        is_private=container.get("is_ephemeral") is True,
    )
