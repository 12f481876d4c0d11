"""Connections of Socket Mode that take one another's place without a pause."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit
from urllib.request import proxy_bypass

from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.builtin.connection import Connection

from bot.logs import describe

# Seconds that a connection must have stood for its end to be mended at once. Where Slack ends
# one after the other the client's own looks, every few seconds, are soon enough.
STOOD = 10.0
_DISCONNECT = '"disconnect"'  # the type of the message in which Slack announces an end
_LONGEST_FAREWELL = 2_000  # characters; such a message has some hundred

log = logging.getLogger(__name__)


class Reconnecting:
    """Lets a client of the SDK, which must not have connected yet, reconnect promptly.

    By itself the client reads for up to three seconds from a connection that has been replaced,
    and from the new one only after that; meanwhile it acknowledges nothing. It takes in no
    message while it asks for an address, and notices an end without a farewell only by missing
    signs of life. It goes through a proxy also where the environment names addresses that are
    reached without.
    """

    def __init__(
        self, client: SocketModeClient, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._sockets = client
        self._clock = clock
        self._connected_at = clock()
        self._renewing = threading.Lock()
        self._proxy = client.proxy
        self._connect, self._enqueue = client.connect, client.enqueue_message
        # The client calls both by these names.
        setattr(client, "connect", self._connect_anew)  # noqa: B010
        setattr(client, "enqueue_message", self._take)  # noqa: B010
        client.on_close_listeners.append(lambda *_: self._on_end(client.current_session))

    def _connect_anew(self) -> None:
        sockets = self._sockets
        if sockets.wss_uri is None:
            sockets.wss_uri = sockets.issue_new_wss_url()
        address = urlsplit(sockets.wss_uri).netloc
        sockets.proxy = None if proxy_bypass(address) else self._proxy
        self._connect()
        session = self._sockets.current_session
        if session is None or session.sock is None:
            return
        self._connected_at = self._clock()
        watched: Any = Watched(session.sock, lambda: self._on_end(session))
        session.sock = watched
        close = session.close

        def close_at_once() -> None:
            stop_reading(session)
            close()

        setattr(session, "close", close_at_once)  # noqa: B010

    def _take(self, message: str) -> None:
        """Take what Slack sends; that a connection is to end is not waited for by what follows."""
        if _is_farewell(message):
            self._begin(lambda: self._sockets.connect_to_new_endpoint(force=True))
        else:
            self._enqueue(message)

    def _on_end(self, session: Connection | None) -> None:
        if session is None or session is not self._sockets.current_session:
            return
        has_stood = self._clock() - self._connected_at >= STOOD

        def renew() -> None:
            session.disconnect()  # otherwise its end would be read again and again
            if has_stood:
                self._sockets.connect_to_new_endpoint()

        self._begin(renew)

    def _begin(self, renew: Callable[[], None]) -> None:
        """Renew the connection in a thread of its own, unless one is at it or all is over."""
        if not self._sockets.auto_reconnect_enabled or not self._renewing.acquire(blocking=False):
            return

        def work() -> None:
            try:
                renew()
            except Exception as error:
                # The client looks after its connection every few seconds as well.
                log.warning("reconnecting failed: %s", describe(error))
            finally:
                self._renewing.release()

        threading.Thread(target=work, name="reconnecting", daemon=True).start()


def _is_farewell(message: str) -> bool:
    if len(message) > _LONGEST_FAREWELL or _DISCONNECT not in message:
        return False
    try:
        told = json.loads(message)
    except ValueError:
        return False
    return isinstance(told, dict) and told.get("type") == _DISCONNECT.strip('"')


class Watched:
    """A socket that tells when the other side has ended."""

    def __init__(self, sock: socket.socket, on_end: Callable[[], None]) -> None:
        self._sock = sock
        self._on_end = on_end

    def recv(self, size: int) -> bytes:
        """Receive as the socket does."""
        data = self._sock.recv(size)
        if not data:
            self._on_end()
        return data

    def stop_reading(self) -> None:
        """Let whoever reads come to an end at once; writing goes on."""
        with suppress(OSError):
            # Not the method of a TLS socket, which would end its encryption as well.
            socket.socket.shutdown(self._sock, socket.SHUT_RD)

    def __getattr__(self, name: str) -> Any:
        """Return whatever else the socket has."""
        return getattr(self._sock, name)


def stop_reading(session: Connection | None) -> None:
    """Let the thread that reads from a session come to an end at once; writing goes on."""
    sock: Any = session.sock if session is not None else None
    if isinstance(sock, Watched):
        sock.stop_reading()
