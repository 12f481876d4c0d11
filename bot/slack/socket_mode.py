"""Socket Mode: one outgoing connection to Slack until the program is told to stop."""

from __future__ import annotations

import logging
from collections.abc import Callable

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.errors import BotError, SettingsError
from bot.settings import Settings
from bot.slack.app import reading_client
from bot.slack.signals import told_to_stop
from bot.slack.workers import Workers

RECEIVING_THREADS = 8  # they acknowledge, and wait for nothing

log = logging.getLogger(__name__)


def run_socket_mode(
    settings: Settings,
    app: App,
    *,
    workers: Workers,
    on_stop: Callable[[], None] = lambda: None,
) -> bool:
    """Serve until SIGTERM or SIGINT; return whether all answers in hand were finished.

    `on_stop` is called as soon as it is told to stop.

    Raises `SettingsError` if Slack refuses the app-level token, `BotError` if Slack cannot
    be reached at the start; later breaks of the connection are mended without end.
    """
    handler = SocketModeHandler(
        app,
        settings.app_token,
        logger=logging.getLogger("slack_sdk.socket_mode"),
        web_client=reading_client(None, base_url=settings.api_url),
        concurrency=RECEIVING_THREADS,
    )
    with told_to_stop() as stop:
        _connect(handler, settings)
        log.info("connected over Socket Mode; the command is %s", settings.command)
        stop.wait()
        on_stop()
        log.info("stopping: the answers in hand are finished first")
        _close(handler)
        return workers.finish()


def _connect(handler: SocketModeHandler, settings: Settings) -> None:
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        _close(handler)
        reason = error.response.get("error") or f"status {error.response.status_code}"
        raise SettingsError(
            f"SLACK_APP_TOKEN: Slack refused it ({reason}). Make an app-level token with the "
            "scope connections:write, and switch Socket Mode on in the app's settings."
        ) from error
    except Exception as error:
        _close(handler)
        raise BotError(
            f"Slack cannot be reached over Socket Mode from {settings.api_url}: "
            f"{type(error).__name__}. Look at the connection and at proxies."
        ) from error


def _close(handler: SocketModeHandler) -> None:
    try:
        handler.close()  # type: ignore[no-untyped-call]
    except Exception as error:
        # The connection ends with the process in any case.
        log.warning("closing the connection failed: %s", type(error).__name__)
