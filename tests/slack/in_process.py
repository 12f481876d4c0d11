"""The real Bolt app in this process, called without a socket and without threads."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Any

from slack_bolt import App, BoltRequest

from bot.answers.responder import Responder
from bot.settings import Settings
from bot.slack.app import Identity, build_app, one_workspace
from bot.slack.desk import Desk
from tests.slack.stand_in import Ack, Delivery, Message, Retry, StandIn, workspace

TODAY = date(2026, 4, 25)
IDENTITY = Identity(workspace.TEAM, workspace.BOT_USER, workspace.BOT_ID, "timeline")


def make_settings(stand_in: StandIn, **fields: Any) -> Settings:
    """Return the settings of a bot in Socket Mode at this stand-in."""
    given = {"app_token": workspace.APP_TOKEN, "api_url": stand_in.api_url, **fields}
    return Settings(workspace.BOT_TOKEN, **given)


def make_desk(responder: Callable[[], Responder], *, command: str = "/timeline") -> Desk:
    """Return a desk with a fixed day and chance."""
    return Desk(responder, lambda: TODAY, Random(1), command)


def make_app(stand_in: StandIn, desk: Desk) -> App:
    """Return the app as the server builds it; its desk works at once, without threads."""
    settings = make_settings(stand_in, command=desk.command)
    return build_app(settings, desk, authorize=one_workspace(settings, IDENTITY))


class InProcess(Delivery):
    """Delivers straight to a Bolt app; every answer is there when `send` returns."""

    def __init__(self, stand_in: StandIn, app: App) -> None:
        super().__init__(stand_in)
        self.app = app

    def send(self, kind: str, payload: dict[str, Any], *, retry: Retry | None = None) -> Ack:
        """Dispatch one payload as Socket Mode would."""
        del kind
        headers: dict[str, str | Sequence[str]] = {}
        if retry:
            headers["x-slack-retry-num"] = str(retry.number)
        began = time.monotonic()
        response = self.app.dispatch(
            BoltRequest(mode="socket_mode", body=json.loads(json.dumps(payload)), headers=headers)
        )
        body = response.body
        told: Any = json.loads(body) if body.startswith("{") else body
        return Ack(response.status, told or None, time.monotonic() - began)


def log_lines(records: list[logging.LogRecord]) -> list[str]:
    """Return what was logged at the desk."""
    return [record.getMessage() for record in records if record.name == "bot.slack.desk"]


def seen(slack: Delivery) -> tuple[Message, ...]:
    """Return everything that anybody got to see."""
    return slack.stand_in.messages()


def public(slack: Delivery) -> list[Message]:
    """Return what more than one person got to see."""
    return [message for message in seen(slack) if not message.is_private]
