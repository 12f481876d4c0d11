"""How the bot gets into workspaces: one by its token, or many that install it by themselves."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth import OAuthFlow
from slack_sdk.oauth.installation_store import Installation
from sqlalchemy import Engine

from bot.ledger.forgetting import forget
from bot.logs import describe, safe_id
from bot.settings import Settings
from bot.slack.app import Authorize, identify, one_workspace, reading_client
from bot.slack.installations import SealedStore
from bot.slack.installing import build_flow
from bot.slack.manifest import DEFAULT_NAME
from bot.slack.refusals import Refusals
from bot.slack.sealing import Seal
from bot.slack.workspaces import Workspaces

log = logging.getLogger(__name__)

TokenOf = Callable[[str, str], str | None]  # of an organisation (or "") and a workspace
Leave = Callable[[str, str, float], None]  # the same, and when it left, in seconds since 1970


@dataclass(frozen=True, slots=True)
class Access:
    """What differs between one workspace and many; nothing else of the bot does.

    `authorize` is for Bolt, `token_of` for whatever is posted unasked, and `leave` for a
    workspace that has removed the app. A `flow` is there where workspaces install it.
    """

    authorize: Authorize
    token_of: TokenOf
    leave: Leave
    bot_name: str
    team_id: str = ""  # of the one workspace; empty where there are many
    flow: OAuthFlow | None = None


def open_access(
    settings: Settings, engine: Engine, *, now: Callable[[], datetime], clock: Callable[[], float]
) -> Access:
    """Return the way in that the settings name; `clock` counts seconds, never backwards.

    Raises `SettingsError` for a token that Slack refuses, `BotError` if Slack cannot be
    reached; of many workspaces no token is tried out.
    """
    for name in settings.unused:
        log.warning("%s is not used: %s", name, why_unused(settings))
    if settings.is_oauth:
        return _many(settings, engine, now=now, clock=clock)
    identity = identify(settings)
    log.info("this is %s in workspace %s", identity.bot_user_id, identity.team_id)

    def token_of(_enterprise: str, team: str) -> str | None:
        return settings.bot_token if team == identity.team_id else None

    return Access(
        authorize=one_workspace(settings, identity),
        token_of=token_of,
        leave=lambda enterprise, team, _at: _forget(engine, team or enterprise),
        bot_name=identity.name,
        team_id=identity.team_id,
    )


def why_unused(settings: Settings) -> str:
    """Say why the settings that `unused` names have no effect."""
    if settings.is_oauth:
        return "workspaces install the app by themselves"
    return (
        "the bot is in the one workspace of SLACK_BOT_TOKEN. Many need SLACK_CLIENT_ID, "
        "SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET, and no SLACK_APP_TOKEN"
    )


def _many(
    settings: Settings, engine: Engine, *, now: Callable[[], datetime], clock: Callable[[], float]
) -> Access:
    store = SealedStore(engine, Seal(settings.encryption_keys), client_id=settings.client_id)
    workspaces = Workspaces(store, clock)

    # Bolt reads the names of the arguments, and of a method it would fill in the first as well.
    def authorize(
        enterprise_id: str | None, team_id: str | None, user_id: str | None
    ) -> AuthorizeResult | None:
        return workspaces.authorize(enterprise_id, team_id, user_id)

    def is_installed(installation: Installation) -> None:
        workspaces.forget(installation.enterprise_id or "", installation.team_id or "")

    def leave(enterprise: str, team: str, at: float) -> None:
        workspaces.forget(enterprise, team)
        _forget(
            engine,
            team or enterprise,
            unless=lambda: workspaces.has_come_back(enterprise, team, at),
        )
        workspaces.forget(enterprise, team)

    return Access(
        authorize=authorize,
        token_of=workspaces.token_of,
        leave=leave,
        bot_name=DEFAULT_NAME,
        flow=build_flow(
            engine,
            store,
            client_id=settings.client_id,
            client_secret=settings.client_secret,
            client=reading_client(None, base_url=settings.api_url),
            now=now,
            is_installed=is_installed,
            refusals=Refusals(clock),
        ),
    )


def _forget(
    engine: Engine, workspace_id: str, *, unless: Callable[[], bool] = lambda: False
) -> None:
    try:
        if unless():
            log.info("workspace %s was installed again meanwhile", safe_id(workspace_id))
            return
        gone = forget(engine, workspace_id)
    except Exception as error:
        log.error(
            "what is kept of workspace %s could not be deleted (%s): "
            "run “timeline-bot forget %s” once the database is back",
            safe_id(workspace_id),
            describe(error),
            safe_id(workspace_id),
        )
        return
    log.info("forgot workspace %s: %d rows", safe_id(workspace_id), sum(gone.values()))
