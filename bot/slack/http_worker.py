"""Gunicorn's worker with patience: a request takes a thread only once the whole of it is there."""

from __future__ import annotations

import errno
import resource
import signal
import socket
import struct
import time
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from selectors import EVENT_READ
from typing import Any

from gunicorn import util
from gunicorn.workers.gthread import TConn, ThreadWorker

from bot.slack.web import LARGEST_BODY

PATIENCE = 10.0  # seconds for a whole request to arrive; Slack's come at once
# Connections of one process, and no more than half of the files that it may have open. Beyond
# them the oldest whose request has not arrived makes room: Slack's own are never old.
MOST_CONNECTIONS = 500
LONGEST_HEAD = 32_768  # bytes; Slack's are of one thousand
MOST_GATHERED = 64_000_000  # bytes of unfinished requests, all connections together
INVALID = "Invalid request"  # how gunicorn's own messages about such begin
_CHUNK = 65_536
_KERNEL_PATIENCE = struct.pack("ll", int(PATIENCE), 0)
_ONLY_ME = (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK, errno.EMFILE, errno.ENFILE)
_END_OF_HEAD = b"\r\n\r\n"


class Connection(TConn):  # type: ignore[misc]
    """A connection and what has arrived on it of the next request."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.gathered = bytearray()
        self.is_refused = False
        for side in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
            self.sock.setsockopt(socket.SOL_SOCKET, side, _KERNEL_PATIENCE)

    def close(self, graceful: bool = False) -> None:
        """Close at once: gunicorn would wait for a peer that does not hang up."""
        del graceful  # whatever was sent is on its way
        util.close(self.sock)


def judge(gathered: bytes | bytearray) -> HTTPStatus | None:
    """Return OK for a whole request, None for the beginning of one, else why it is refused.

    A body must tell its length, in one field and in plain digits.
    """
    end = gathered.find(_END_OF_HEAD)
    if end > LONGEST_HEAD or (end < 0 and len(gathered) > LONGEST_HEAD):
        return HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    if end < 0:
        return None
    lengths: list[bytes] = []
    for line in bytes(gathered[:end]).lower().split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip() == b"transfer-encoding":
            return HTTPStatus.LENGTH_REQUIRED
        if name.strip() == b"content-length":
            lengths.append(value.strip())
    if len(lengths) > 1 or not all(length.isdigit() for length in lengths):
        return HTTPStatus.BAD_REQUEST
    length = int(lengths[0][:10]) if lengths else 0
    if length > LARGEST_BODY:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    is_whole = len(gathered) >= end + len(_END_OF_HEAD) + length
    return HTTPStatus.OK if is_whole else None


def most_connections() -> int:
    """Return how many connections there may be at once."""
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST_CONNECTIONS if files < 0 else min(MOST_CONNECTIONS, files // 2)


class PatientWorker(ThreadWorker):  # type: ignore[misc]
    """Waits for all slow clients in one loop, where they cost a connection but no thread."""

    def init_signals(self) -> None:
        """Take an interrupt like a request to end: what is in hand is finished."""
        super().init_signals()
        signal.signal(signal.SIGINT, self.handle_exit)

    def accept(self, listener: Any) -> None:
        """Take a connection and wait for its request."""
        try:
            client, address = listener.accept()
        except OSError as error:
            if error.errno not in _ONLY_ME:
                raise
            return
        if self.nr_conns >= most_connections() and self.pending_conns:
            self._drop(self.pending_conns[0])
        self.nr_conns += 1
        self._wait_for(Connection(self.cfg, client, address, listener.getsockname()))

    def on_client_socket_readable(self, conn: Any, client: Any) -> None:
        """Wait for the next request on a connection that was kept open."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._wait_for(conn)
        self._gather(conn, client)

    def finish_request(self, conn: Any, fs: Any) -> None:
        """Close or keep a connection; what came early on it is the next request's beginning."""
        is_kept = not fs.cancelled() and fs.exception() is None and bool(fs.result())
        early = conn.parser.unreader.take_buffered() if is_kept else b""
        if not early:
            super().finish_request(conn, fs)
            return
        conn.gathered += early
        self._wait_for(conn)
        self._weigh(conn)

    def _cap_keepalive(self, deadline: float) -> None:
        super()._cap_keepalive(deadline)
        for conn in self.pending_conns:
            conn.timeout = min(conn.timeout, deadline)

    def _wait_for(self, conn: Connection) -> None:
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + PATIENCE
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, EVENT_READ, partial(self._gather, conn))

    def _gather(self, conn: Connection, client: Any) -> None:
        try:
            data = client.recv(_CHUNK)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(conn)
        elif not conn.is_refused:  # else it is read to its end, so that the refusal arrives
            conn.gathered += data
            self._weigh(conn)

    def _weigh(self, conn: Connection) -> None:
        verdict = judge(conn.gathered)
        if verdict is None and self._is_too_much():
            verdict = HTTPStatus.SERVICE_UNAVAILABLE
        if verdict is HTTPStatus.OK:
            self._hand_over(conn)
        elif verdict is not None:
            self._refuse(conn, verdict)

    def _is_too_much(self) -> bool:
        # Only those with much are worth adding up.
        large = (len(conn.gathered) for conn in self.pending_conns if len(conn.gathered) > _CHUNK)
        return sum(large) > MOST_GATHERED

    def _hand_over(self, conn: Connection) -> None:
        self._forget(conn)
        conn.init()
        conn.parser.unreader.unread(bytes(conn.gathered))
        conn.gathered.clear()
        conn.data_ready = True
        self.enqueue_req(conn)

    def _refuse(self, conn: Connection, status: HTTPStatus) -> None:
        conn.is_refused = True
        conn.gathered.clear()
        self.log.warning(f"{INVALID}: {status.phrase}")
        head = f"HTTP/1.1 {status.value} {status.phrase}"
        with suppress(OSError):
            conn.sock.send(f"{head}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".encode())
            conn.sock.shutdown(socket.SHUT_WR)

    def _forget(self, conn: Connection) -> None:
        with suppress(KeyError, ValueError, OSError):
            self.poller.unregister(conn.sock)
        with suppress(ValueError):
            self.pending_conns.remove(conn)

    def _drop(self, conn: Connection) -> None:
        self._forget(conn)
        self.nr_conns -= 1
        conn.close()
