"""Socket Mode: one outgoing connection to Slack, mended without end, closed without loss."""

from __future__ import annotations

import logging
import threading
import time

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.errors import BotError, SettingsError
from bot.settings import Settings
from bot.slack.app import raise_trouble, reading_client, tell_unreached
from bot.slack.certainty import reason_in
from bot.slack.health import State, heard_lately
from bot.slack.reconnecting import Reconnecting, stop_reading

RECEIVING_THREADS = 8  # they acknowledge, and wait for nothing
PING_INTERVAL = 5.0  # seconds; a connection without a sign of life for four of them is given up
CLOSING = 4.0  # seconds for acknowledgements that are under way when it is closed

log = logging.getLogger(__name__)


class SocketMode:
    """The connection of one app to Slack."""

    def __init__(self, settings: Settings, app: App) -> None:
        self._settings = settings
        self._handler = SocketModeHandler(
            app,
            settings.app_token,
            logger=logging.getLogger("slack_sdk.socket_mode"),
            web_client=reading_client(None, base_url=settings.api_url),
            concurrency=RECEIVING_THREADS,
            ping_interval=PING_INTERVAL,
        )
        self._client = self._handler.client
        Reconnecting(self._client)
        self._connected_at = 0.0

    def connect(self) -> None:
        """Connect; later breaks of the connection are mended without end.

        Raises `SettingsError` if Slack refuses the app-level token, `BotError` if Slack
        cannot be reached now.
        """
        try:
            self._handler.connect()  # type: ignore[no-untyped-call]
        except SlackApiError as error:
            self.close()
            raise_trouble(error, self._settings.api_url)
            raise SettingsError(
                f"SLACK_APP_TOKEN: Slack refused it ({reason_in(error.response)}). Make an "
                "app-level token with the scope connections:write, and switch Socket Mode on in "
                "the app's settings."
            ) from error
        except Exception as error:
            self.close()
            raise BotError(
                f"Slack cannot be reached over Socket Mode from {self._settings.api_url}: "
                f"{tell_unreached(error)}. Look at the connection and at proxies."
            ) from error
        self._connected_at = time.time()

    def state(self) -> State:
        """Return whether the connection stands, and whether Slack was heard on it lately."""
        session = self._client.current_session
        if session is None or not self._client.is_connected():
            return State(is_well=False, words="not connected")
        return heard_lately(lambda: session.last_ping_pong_time or self._connected_at)

    def close(self) -> None:
        """Take nothing more, acknowledge what was taken, and close; in a few seconds at most.

        What Slack sends meanwhile is not acknowledged, and Slack sends it again to whoever
        is connected then.
        """
        closing = threading.Thread(target=self._close, name="closing", daemon=True)
        closing.start()
        closing.join(CLOSING)
        if closing.is_alive():
            log.warning("the connection to Slack was not closed in %.0f s", CLOSING)

    def _close(self) -> None:
        try:
            self._stop_reading()
            self._client.message_queue.put(None)  # wakes whoever waits for a message
            while not self._client.message_queue.empty():
                time.sleep(0.01)
            self._client.closed = True
            self._client.message_queue.put(None)
            self._client.message_processor.shutdown()  # type: ignore[no-untyped-call]
            self._client.message_workers.shutdown()  # each has acknowledged then
            self._handler.close()  # type: ignore[no-untyped-call]
        except Exception as error:
            # The connection ends with the process in any case.
            log.warning("closing the connection failed: %s", type(error).__name__)

    def _stop_reading(self) -> None:
        """Let the thread that reads come to its end at once; writing goes on."""
        self._client.default_auto_reconnect_enabled = False
        self._client.auto_reconnect_enabled = False
        self._client.current_session_state.terminated = True
        stop_reading(self._client.current_session)
