"""Everything else: acknowledged and left alone, so that Slack does not send it again."""

from __future__ import annotations

import re

from slack_bolt import Ack, App

_ANYTHING = re.compile("")


def register(app: App) -> None:
    """Let `app` take what no listener registered before this takes."""
    app.event(_ANYTHING)(_ignore)
    for kind in (app.command, app.action, app.shortcut, app.view, app.options):
        kind(_ANYTHING)(_acknowledge)


def _ignore() -> None:
    """Events are acknowledged before this is called."""


def _acknowledge(ack: Ack) -> None:
    ack()
