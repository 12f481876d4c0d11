"""The Bolt app: one workspace's token, our listeners, and nothing read from the environment."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import CallableAuthorize
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    ServerErrorRetryHandler,
)

from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.errors import BotError, SettingsError
from bot.logs import describe
from bot.settings import Settings
from bot.slack.blocks import notice
from bot.slack.certainty import (
    RATE_LIMITED,
    TOO_MANY,
    UNREADABLE,
    is_unclear,
    reason_in,
)
from bot.slack.desk import Desk
from bot.slack.listeners import (
    buttons,
    commands,
    daily,
    departures,
    home,
    questions,
    rest,
    shortcuts,
)
from bot.slack.patience import Waiting
from bot.slack.sending import TIMEOUT, posting_client
from bot.slack.workers import AtOnce
from bot.slack.workspaces import UnreadError

Authorize = Callable[..., Any]  # gives an AuthorizeResult, or None where there is no token

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is in its workspace, as Slack says."""

    team_id: str
    bot_user_id: str
    bot_id: str
    name: str


def reading_client(token: str | None, *, base_url: str) -> WebClient:
    """Return a client for calls that post nothing: it may repeat what went wrong."""
    return WebClient(
        token,
        base_url=base_url,
        timeout=TIMEOUT,
        retry_handlers=[
            ConnectionErrorRetryHandler(max_retry_count=2),
            Waiting(only_asked=True),
            ServerErrorRetryHandler(max_retry_count=2),
        ],
    )


def tell_unreached(error: Exception) -> str:
    """Say in the system's own words why Slack was not reached; nothing in them is secret."""
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, str):
        return cause
    words = cause.strerror if isinstance(cause, OSError) else ""
    return f"{type(cause).__name__}: {words}" if words else type(cause).__name__


def raise_trouble(error: SlackApiError, api_url: str) -> None:
    """Raise `BotError` unless Slack has said that it refuses what it was asked."""
    reason, status = reason_in(error.response), error.response.status_code
    if status == TOO_MANY or reason in RATE_LIMITED:
        told = "it asks for a long pause (ratelimited)"
    elif is_unclear(status, reason):
        told = f"it has trouble of its own ({reason or f'status {status}'})"
    elif not reason:
        told = f"what answers there is not Slack (status {status})"
    else:
        return
    raise BotError(
        f"Slack cannot be used at {api_url}: {told}. Try again in a minute, and look at "
        "SLACK_API_URL if it is set."
    ) from error


def identify(settings: Settings) -> Identity:
    """Ask Slack who the bot is; raises `SettingsError` if the token is refused.

    Raises `BotError` if Slack cannot be reached.
    """
    client = reading_client(settings.bot_token, base_url=settings.api_url)
    try:
        found = client.auth_test()
    except SlackApiError as error:
        raise_trouble(error, settings.api_url)
        raise SettingsError(
            f"SLACK_BOT_TOKEN: Slack refused it ({reason_in(error.response)}). Install the app in "
            "its workspace (again) and copy the token from “OAuth & Permissions”."
        ) from error
    except (OSError, *UNREADABLE) as error:
        raise BotError(
            f"Slack cannot be reached at {settings.api_url}: {tell_unreached(error)}. "
            "Look at the connection, at proxies, and at SLACK_API_URL if it is set."
        ) from error
    return Identity(
        team_id=str(found.get("team_id") or ""),
        bot_user_id=str(found.get("user_id") or ""),
        bot_id=str(found.get("bot_id") or ""),
        name=str(found.get("user") or "timeline"),
    )


def one_workspace(settings: Settings, identity: Identity) -> Authorize:
    """Return what authorises every request as that of the one workspace there is.

    The bot's identity is handed to Bolt as the result of authorisation, so that Bolt neither
    asks Slack again nor turns to OAuth because of what stands in the environment.
    """
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team_id,
        bot_user_id=identity.bot_user_id,
        bot_id=identity.bot_id,
        bot_token=settings.bot_token,
    )
    return lambda: known


def build_app(
    settings: Settings,
    desk: Desk,
    *,
    authorize: Authorize,
    flow: OAuthFlow | None = None,
) -> App:
    """Return the Bolt app with every listener; makes no call to Slack.

    `authorize` finds the token for a request, by whichever arguments of Bolt's it names;
    with a `flow`, workspaces install the app by themselves. Listeners run in the thread that
    brings the request, so that it is acknowledged at once: whatever waits, for Slack or for
    the database, they leave to `desk.later`.
    """
    logger = logging.getLogger("slack_bolt")
    # As an object: beside a flow Bolt refuses a plain function.
    authorization: Any = CallableAuthorize(logger=logger, func=authorize)
    app = App(
        name="timeline-bot",
        logger=logger,
        # The token comes with each authorisation; here it would only make Bolt warn.
        client=posting_client(None, base_url=settings.api_url, meter=desk.meter),
        authorize=authorization,
        oauth_flow=flow,
        signing_secret=settings.signing_secret,
        # Over HTTP, signatures are checked before Bolt reads anything: see `web`.
        request_verification_enabled=False,
        listener_executor=AtOnce(),
        process_before_response=False,
        # What nobody here knows is told to `_on_error`; a 404 would only be sent again.
        raise_error_for_unhandled_request=True,
        # Otherwise Bolt reads the history of a thread before every answer in it.
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_on_error)
    app.use(_sent_away_when_busy(desk))
    register_listeners(app, desk)
    return app


def register_listeners(app: App, desk: Desk) -> None:
    """Register all listeners; the last takes whatever the others leave."""
    for listeners in (questions, commands, daily, buttons, shortcuts, home, departures):
        listeners.register(app, desk)
    rest.register(app, desk)


def _sent_away_when_busy(desk: Desk) -> Callable[..., BoltResponse | None]:
    def send_away(req: BoltRequest, next: Callable[[], None]) -> BoltResponse | None:
        # Events Slack sends again, later. Of commands, buttons and forms it tells the person
        # that they failed.
        if desk.is_busy() and req.body.get("event"):
            log.warning("too much is in hand: an event was sent away")
            return BoltResponse(status=503, body="")
        next()
        return None

    return send_away


def _on_error(error: Exception, body: dict[str, Any]) -> BoltResponse:
    if isinstance(error, BoltUnhandledRequestError):
        log.info("something that is not known here was acknowledged and left alone")
        return BoltResponse(status=200, body="")
    reference = secrets.token_hex(4)
    # The exception's own text may hold what somebody wrote, so only kind and place are told.
    log.error("reference=%s a listener failed: %s", reference, describe(error))
    if isinstance(error, UnreadError) and body.get("event"):
        return BoltResponse(status=503, body="")  # Slack sends it again, and again later
    if not body.get("command"):
        # Slack has nothing to gain from sending it once more.
        return BoltResponse(status=200, body="")
    words = wording_for(DEFAULT_LANGUAGE).apology.format(reference=reference)
    return BoltResponse(status=200, body={**notice(words), "response_type": "ephemeral"})
