"""Socket Mode: one outgoing connection to Slack until the program is told to stop."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.errors import BotError, SettingsError
from bot.settings import Settings
from bot.slack.app import reading_client
from bot.slack.workers import Workers

RECEIVING_THREADS = 8  # they acknowledge, and wait for nothing

log = logging.getLogger(__name__)


def run_socket_mode(settings: Settings, app: App, *, workers: Workers) -> bool:
    """Serve until SIGTERM or SIGINT; return whether all answers in hand were finished.

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
    with _told_to_stop() as stop:
        _connect(handler, settings)
        log.info("connected over Socket Mode; the command is %s", settings.command)
        stop.wait()
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


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """Yield an event that SIGTERM and SIGINT set; hosts may send either more than once."""
    stop = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    numbers = (signal.SIGTERM, signal.SIGINT)
    before = {number: signal.signal(number, on_signal) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
