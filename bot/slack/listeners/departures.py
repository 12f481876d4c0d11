"""Workspaces that remove the app, or its token: all that is kept of them is deleted."""

from __future__ import annotations

from typing import Any

from slack_bolt import App, BoltContext

from bot.slack import names
from bot.slack.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Let `app` forget workspaces that leave, at this desk."""

    @app.event(names.APP_UNINSTALLED)
    def on_uninstalled(body: dict[str, Any], context: BoltContext) -> None:
        desk.later(lambda: _leave("uninstalled", body, context, desk=desk))

    @app.event(names.TOKENS_REVOKED)
    def on_revoked(event: dict[str, Any], body: dict[str, Any], context: BoltContext) -> None:
        tokens = event.get("tokens")
        # Of a person's own tokens none is kept.
        if isinstance(tokens, dict) and tokens.get("bot"):
            desk.later(lambda: _leave("revoked", body, context, desk=desk))


def _leave(kind: str, body: dict[str, Any], context: BoltContext, *, desk: Desk) -> None:
    enterprise = context.enterprise_id or ""
    # An organisation that leaves as a whole takes its workspaces along.
    team = "" if context.is_enterprise_install and enterprise else context.team_id or ""
    with desk.handling(kind, team=team or enterprise):
        at = body.get("event_time")
        desk.memory.forget_all(team)
        desk.leave(enterprise, team, float(at) if isinstance(at, (int, float)) else 0.0)
