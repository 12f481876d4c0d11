"""The Socket Mode side: envelopes over real WebSockets, and the acknowledgements they get."""

from __future__ import annotations

import json
import logging
import socket
import threading
import time
import uuid
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from tests.slack.stand_in import workspace
from tests.slack.stand_in.recording import Recorder

_POLICY_VIOLATION = 1008
# Bytes. Slack closes a connection with "Max frame length of 20480 has been exceeded", and then
# delivers again what was acknowledged so:
# https://github.com/revelrylabs/slax/pull/614
MAX_FRAME = 20_480


class SocketServer:
    """Open connections of one app; an envelope goes to any one of them, as at Slack."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._changed = threading.Condition()
        self._tickets: set[str] = set()
        self._connections: list[ServerConnection] = []
        self._acks: dict[str, tuple[float, dict[str, Any] | None]] = {}
        self._refusing = False
        self.total_connections = 0
        quiet = logging.getLogger("stand_in.websockets")
        quiet.addHandler(logging.NullHandler())
        quiet.propagate = False
        self._server: Server = serve(self._hold, "127.0.0.1", 0, logger=quiet, max_size=MAX_FRAME)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        """Begin to take connections, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and free the port."""
        for connection in self.connections:
            connection.close()
        self._server.shutdown()
        self._thread.join(5)

    def new_url(self) -> str:
        """A socket URL good for one connection, as `apps.connections.open` returns it."""
        ticket = uuid.uuid4().hex
        with self._changed:
            self._tickets.add(ticket)
        port = self._server.socket.getsockname()[1]
        return f"ws://127.0.0.1:{port}/link/?ticket={ticket}&app_id={workspace.APP}"

    @property
    def connections(self) -> tuple[ServerConnection, ...]:
        """The connections that are open now."""
        with self._changed:
            return tuple(self._connections)

    def wait_connected(self, timeout: float, *, total: int = 1) -> None:
        """Wait until a connection is open and at least `total` have been made so far."""
        with self._changed:
            is_there = self._changed.wait_for(
                lambda: bool(self._connections) and self.total_connections >= total, timeout
            )
        if not is_there:
            raise TimeoutError(f"no connection over Socket Mode in {timeout:g} s")

    def send(self, envelope: dict[str, Any]) -> str:
        """Send one envelope over the newest connection; returns its id."""
        envelope_id = str(uuid.uuid4())
        connections = self.connections
        if not connections:
            raise ConnectionError("no connection over Socket Mode is open")
        connections[-1].send(json.dumps({"envelope_id": envelope_id, **envelope}))
        return envelope_id

    def wait_ack(self, envelope_id: str, timeout: float) -> tuple[float, dict[str, Any] | None]:
        """When the envelope was acknowledged, and with what payload."""
        with self._changed:
            if not self._changed.wait_for(lambda: envelope_id in self._acks, timeout):
                raise TimeoutError(f"no acknowledgement in {timeout:g} s")
            return self._acks[envelope_id]

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to reconnect, then close it, as Slack does now and then."""
        for connection in self.connections:
            connection.send(json.dumps({"type": "disconnect", "reason": reason, "debug_info": {}}))

    def cut(self) -> None:
        """Close every connection without a warning."""
        for connection in self.connections:
            connection.close()

    def hang_up(self) -> None:
        """End every connection without a farewell, as where something in between breaks."""
        for connection in self.connections:
            connection.socket.shutdown(socket.SHUT_WR)

    def refuse(self, refusing: bool) -> None:
        """Whether new connections are turned away."""
        self._refusing = refusing

    def _hold(self, connection: ServerConnection) -> None:
        assert connection.request is not None
        ticket = parse_qs(urlsplit(connection.request.path).query).get("ticket", [""])[0]
        with self._changed:
            is_known = ticket in self._tickets
            self._tickets.discard(ticket)
        if not is_known or self._refusing:
            connection.close(_POLICY_VIOLATION)
            return
        try:
            with self._changed:
                number = len(self._connections) + 1
            connection.send(
                json.dumps(
                    {
                        "type": "hello",
                        "num_connections": number,
                        "connection_info": {"app_id": workspace.APP},
                        "debug_info": {"host": "stand-in", "approximate_connection_time": 18060},
                    }
                )
            )
            with self._changed:
                self._connections.append(connection)
                self.total_connections += 1
                self._changed.notify_all()
            for text in connection:
                self._receive(json.loads(text))
        except ConnectionClosed:
            pass
        finally:
            with self._changed:
                if connection in self._connections:
                    self._connections.remove(connection)
                self._changed.notify_all()

    def _receive(self, message: dict[str, Any]) -> None:
        envelope_id = message.get("envelope_id")
        if not isinstance(envelope_id, str):
            self._recorder.add_fault(f"a socket message without envelope_id: {message}")
            return
        with self._changed:
            if envelope_id in self._acks:
                self._recorder.add_fault("an envelope was acknowledged twice")
                return
            self._acks[envelope_id] = (time.monotonic(), message.get("payload"))
            self._changed.notify_all()
