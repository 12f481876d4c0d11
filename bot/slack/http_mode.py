"""HTTP: gunicorn in this very process serves the address that Slack calls."""

from __future__ import annotations

import errno
import logging
import os
import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from bot.errors import SettingsError
from bot.slack.http_worker import INVALID, MOST_CONNECTIONS, PatientWorker
from bot.slack.refusals import Refusals
from bot.slack.web import Web

REQUEST_THREADS = 8  # they look up and acknowledge, and wait for nothing
_PATIENCE = 60  # seconds without a sign of life until gunicorn takes a worker for dead
GRACE = 24  # seconds for requests and answers in hand; hosts wait thirty before they kill
_REQUESTS_GRACE = 5  # of these for requests, which take milliseconds unless a client is slow
_IDLE = 5  # seconds that a connection is kept open between Slack's requests
_BACKLOG = 512  # connections that may wait; a busy minute of Slack's brings fewer
_LONGEST_LINE, _MOST_FIELDS, _LONGEST_FIELD = 4094, 60, 8190  # of the head of a request


class OwnLogger(Logger):  # type: ignore[misc]
    """Sends gunicorn's messages where all others go, and notes no single request."""

    refusals: Refusals  # a class is all that gunicorn takes: each server makes one of its own

    def setup(self, cfg: Any) -> None:
        """Leave handlers, levels and formats as this program has set them."""
        self.cfg = cfg
        self.error_log = logging.getLogger("gunicorn.error")
        self.error_log.propagate = True
        self.access_log = logging.getLogger("gunicorn.access")
        self._access_log_enabled = False

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Count requests that are none instead of quoting them; pass on all else."""
        if msg.startswith(INVALID):
            self.refusals.note("malformed")
        else:
            super().warning(msg, *args, **kwargs)

    def access(self, *_: Any, **__: Any) -> None:
        """Note nothing: the listeners log a line of their own, without anybody's words."""


def take_port(port: int) -> socket.socket:
    """Return a socket that listens on `port` of all addresses; gunicorn serves it later.

    Taken before anything else is done, so that nobody can come between. Raises
    `SettingsError` if it is not to be had.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # As gunicorn does: connections of a bot that has just ended are no hindrance.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("0.0.0.0", port))  # noqa: S104 (Slack calls from outside)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        raise SettingsError(f"PORT: {_refusal(port, error)}") from error
    return listening


def _refusal(port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"port {port} is in use by another program. End that program, or set PORT to a "
            "port that is free."
        )
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user. Set PORT to a number above 1023."
    return f"port {port} cannot be used ({error.strerror}). Set PORT to another one."


class Master(Arbiter):  # type: ignore[misc]
    """Ends in one way only, whichever signal says so and how often: after what is in hand."""

    def signal(self, sig: int, frame: FrameType | None) -> None:
        """Take every signal that would hurry the end for the patient one."""
        hurried = (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP)
        super().signal(signal.SIGTERM if sig in hurried else sig, frame)


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with the application made in its worker, after the fork.

    Threads do not outlive a fork, so `make` and what it starts must run in the workers;
    `stop` is called there at their end.
    """

    def __init__(
        self,
        make: Callable[[], Web],
        *,
        listening: socket.socket,
        processes: int,
        refusals: Refusals,
        stop: Callable[[], None],
    ) -> None:
        self._make = make
        self._options = {
            "bind": [f"fd://{listening.detach()}"],  # gunicorn closes it
            "worker_class": PatientWorker,
            # One more than there may be: at the number itself gunicorn would take none any more,
            # and so nobody could make room.
            "worker_connections": MOST_CONNECTIONS + 1,
            "workers": processes,
            "threads": REQUEST_THREADS,
            "timeout": _PATIENCE,
            "graceful_timeout": GRACE,
            "keepalive": _IDLE,
            "limit_request_line": _LONGEST_LINE,
            "limit_request_fields": _MOST_FIELDS,
            "limit_request_field_size": _LONGEST_FIELD,
            "preload_app": False,
            "accesslog": None,
            "logger_class": type("ServersLogger", (OwnLogger,), {"refusals": refusals}),
            "control_socket_disable": True,
            "proc_name": "timeline-bot",
            "post_worker_init": lambda worker: worker.cfg.set("graceful_timeout", _REQUESTS_GRACE),
            "worker_exit": lambda _server, worker: stop() if worker.pid == os.getpid() else None,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn; it reads neither files nor the environment."""
        for name, value in self._options.items():
            if name in self.cfg.settings:  # the newest ones are unknown to older versions
                self.cfg.set(name, value)

    def load(self) -> Web:
        """Make the application; gunicorn calls this in each worker."""
        return self._make()

    def run(self) -> None:
        """Serve until the end, which comes as `SystemExit`."""
        Master(self).run()


def run_http(
    make: Callable[[], Web],
    *,
    listening: socket.socket,
    processes: int,
    refusals: Refusals,
    stop: Callable[[], None],
) -> int:
    """Serve until SIGTERM or SIGINT, and return the exit status."""
    server = os.getpid()
    try:
        Server(make, listening=listening, processes=processes, refusals=refusals, stop=stop).run()
    except SystemExit as leaving:
        if os.getpid() != server:
            raise  # the worker, a copy of this process, is to end and not to go on from here
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0
