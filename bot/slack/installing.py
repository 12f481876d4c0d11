"""“Add to Slack”: Bolt's OAuth flow with our stores and pages; nothing from the environment."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from datetime import UTC, datetime

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.oauth import AuthorizeUrlGenerator, InstallationStore, OAuthStateUtils
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.ledger.database import for_writers
from bot.logs import describe, safe_id
from bot.slack import names
from bot.slack.install_page import SAFE_HEADERS, failure_page, install_page, success_page
from bot.slack.manifest import DEFAULT_NAME, DESCRIPTION
from bot.slack.refusals import Refusals

STATE_LIFETIME = 600  # seconds from opening the page to coming back from Slack
# Those that may be declined are asked for like the others; the manifest tells them apart.
_SCOPES = (*names.SCOPES, *names.OPTIONAL_SCOPES)
AUTHORIZATION_URL = "https://slack.com/oauth/v2/authorize"

_TEAM = re.compile(r"[TE][A-Z0-9]{1,30}", re.ASCII)

_REASONS = {
    "access_denied": "The installation was not allowed in Slack.",
    "invalid_browser": "The way back from Slack did not begin in this browser, or it is too old.",
    "invalid_state": "The way back from Slack was used before, or took too long.",
    "missing_code": "Slack sent no code along.",
    "invalid_code": "Slack did not take its own code, or could not be reached.",
    "storage_error": "What Slack gave could not be kept. Please try again in a minute.",
}
_OTHER_REASON = "Slack did not complete the installation."

Installed = Callable[[Installation], None]
Clock = Callable[[], datetime]

log = logging.getLogger(__name__)


class States(SQLAlchemyOAuthStateStore):
    """The states of installations that are under way; those given up are thrown away."""

    def __init__(self, engine: Engine, logger: logging.Logger, *, now: Clock) -> None:
        super().__init__(STATE_LIFETIME, for_writers(engine), logger)
        self._now = now

    def issue(self, *args: object, **kwargs: object) -> str:
        """Return a new state, good for one use within ten minutes."""
        now = self._now().astimezone(UTC).replace(tzinfo=None)  # as the store writes it
        with self.engine.begin() as connection:
            table = self.oauth_states
            connection.execute(table.delete().where(table.c.expire_at < now))
        return str(super().issue(*args, **kwargs))


class Cookies(OAuthStateUtils):
    """The cookie that ties a state to a browser; other sites cannot send it along."""

    def build_set_cookie_for_new_state(self, state: str) -> str:
        """Return the cookie's header."""
        return super().build_set_cookie_for_new_state(state) + "; SameSite=Lax"


class Flow(OAuthFlow):
    """Bolt's flow, where what is typed into an address leads nowhere else."""

    def build_authorize_url(self, state: str, request: BoltRequest) -> str:
        """Return Slack's address, with a workspace preset only if it is the id of one."""
        named = request.query.get("team") or [""]
        team = named[0] if _TEAM.fullmatch(named[0]) else None
        return str(self.settings.authorize_url_generator.generate(state=state, team=team))

    def build_install_page_html(self, url: str, request: BoltRequest) -> str:
        """Return the page with the button."""
        del request
        return install_page(url, name=DEFAULT_NAME, description=DESCRIPTION, scopes=_SCOPES)

    def append_set_cookie_headers(
        self, headers: dict[str, object], set_cookie_value: str | None
    ) -> dict[str, object]:
        """Return the headers of the page, with the cookie if there is one."""
        return dict(
            super().append_set_cookie_headers({**SAFE_HEADERS, **headers}, set_cookie_value)
        )

    def run_installation(self, code: str) -> Installation | None:
        """Exchange Slack's code for a token; None if Slack refuses it or cannot be reached."""
        try:
            return super().run_installation(code)
        except (OSError, KeyError) as error:
            log.warning("the code of an installation was not exchanged: %s", describe(error))
            return None

    def store_installation(self, request: BoltRequest, installation: Installation) -> None:
        """Keep the installation; raises `BoltError` if that fails."""
        try:
            super().store_installation(request, installation)
        except SQLAlchemyError as error:
            log.error("an installation could not be kept: %s", describe(error))
            raise BoltError("not kept") from error


def build_flow(
    engine: Engine,
    store: InstallationStore,
    *,
    client_id: str,
    client_secret: str,
    client: WebClient,
    now: Clock,
    is_installed: Installed,
    refusals: Refusals,
) -> OAuthFlow:
    """Return the flow; `is_installed` is called with every installation that came about.

    `now` gives the time with its zone. Those that failed are counted among the `refusals`.
    """
    # Warnings of this logger hold codes, its details hold states.
    quiet = logging.getLogger("slack_bolt.oauth")
    quiet.setLevel(logging.CRITICAL)
    settings = OAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=list(_SCOPES),
        user_scopes=[],
        install_path=names.INSTALL_PATH,
        redirect_uri_path=names.REDIRECT_PATH,
        installation_store=store,
        state_store=States(engine, quiet, now=now),
        state_expiration_seconds=STATE_LIFETIME,
        callback_options=CallbackOptions(
            success=lambda args: _succeed(args, is_installed),
            failure=lambda args: _fail(args, refusals),
        ),
        logger=quiet,
    )
    # The settings look into the environment for what is left out: it is set here once more.
    settings.redirect_uri = None
    settings.state_utils = Cookies(expiration_seconds=STATE_LIFETIME)
    settings.authorize_url_generator = AuthorizeUrlGenerator(
        client_id=client_id,
        scopes=list(_SCOPES),
        user_scopes=[],
        authorization_url=AUTHORIZATION_URL,
    )
    return Flow(client=client, logger=quiet, settings=settings)


def _succeed(args: SuccessArgs, is_installed: Installed) -> BoltResponse:
    installation = args.installation
    log.info(
        "installed in workspace %s of organisation %s by %s",
        safe_id(installation.team_id),
        safe_id(installation.enterprise_id),
        safe_id(installation.user_id),
    )
    is_installed(installation)
    return _answer(200, success_page(name=DEFAULT_NAME), args.settings.state_utils)


def _fail(args: FailureArgs, refusals: Refusals) -> BoltResponse:
    # Anybody can come here, and the reason may be whatever somebody wrote into the address.
    reason = args.reason if args.reason in _REASONS else "another reason"
    refusals.note(f"not installed ({reason})")
    page = failure_page(
        _REASONS.get(args.reason, _OTHER_REASON), name=DEFAULT_NAME, install_path=names.INSTALL_PATH
    )
    return _answer(args.suggested_status_code, page, args.settings.state_utils)


def _answer(status: int, page: str, cookies: OAuthStateUtils) -> BoltResponse:
    return BoltResponse(
        status=status,
        body=page,
        headers={
            **SAFE_HEADERS,
            "Content-Type": "text/html; charset=utf-8",
            "Set-Cookie": cookies.build_set_cookie_for_deletion(),
        },
    )
