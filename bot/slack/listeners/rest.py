"""Everything else: acknowledged, so that Slack does not send it again, and mostly left alone."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.slack.clicks import read_click
from bot.slack.desk import Desk
from bot.slack.listeners.buttons import press_button

_ANYTHING = re.compile("")

log = logging.getLogger(__name__)


def register(app: App, desk: Desk) -> None:
    """Let `app` take at this desk what no listener registered before this takes."""
    app.event(_ANYTHING)(_ignore)
    for kind in (app.shortcut, app.view, app.options):
        kind(_ANYTHING)(_acknowledge)

    @app.command(_ANYTHING)
    def on_other_command(ack: Ack) -> None:
        log.warning("Slack's command is not that of TIMELINE_COMMAND: make them the same")
        ack()

    # Messages live for years, and the buttons under them may be those of another version.
    @app.action(_ANYTHING)
    def on_unknown(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        click = replace(read_click(body), press=None)
        desk.later(lambda: press_button("unknown", click, desk=desk, client=client))


def _ignore() -> None:
    """Events are acknowledged before this is called."""


def _acknowledge(ack: Ack) -> None:
    ack()
