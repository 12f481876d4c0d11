"""HTTP: gunicorn in this very process serves the address that Slack calls."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from bot.slack.web import Web

# One process, since what was answered is remembered in it; threads, since all waiting is
# for the network.
REQUEST_THREADS = 16
_PATIENCE = 60  # seconds without a sign of life until gunicorn takes a worker for dead
_GRACE = 25  # seconds for requests and answers in hand; hosts wait thirty before they kill
_IDLE = 5  # seconds that a connection is kept open between Slack's requests
_LONGEST_LINE, _MOST_FIELDS, _LONGEST_FIELD = 4094, 60, 8190  # of the head of a request


class OwnLogger(Logger):  # type: ignore[misc]
    """Sends gunicorn's messages where all others go, and notes no single request."""

    def setup(self, cfg: Any) -> None:
        """Leave handlers, levels and formats as this program has set them."""
        self.cfg = cfg
        self.error_log = logging.getLogger("gunicorn.error")
        self.error_log.propagate = True
        self.access_log = logging.getLogger("gunicorn.access")
        self._access_log_enabled = False

    def access(self, *_: Any, **__: Any) -> None:
        """Note nothing: the listeners log a line of their own, without anybody's words."""


class Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with the application made in its worker, after the fork.

    Threads do not outlive a fork, so `make` and what it starts must run in the worker;
    `stop` is called there at its end.
    """

    def __init__(self, make: Callable[[], Web], *, port: int, stop: Callable[[], None]) -> None:
        self._make = make
        self._options = {
            "bind": [f"0.0.0.0:{port}"],
            "worker_class": "gthread",
            "workers": 1,
            "threads": REQUEST_THREADS,
            "timeout": _PATIENCE,
            "graceful_timeout": _GRACE,
            "keepalive": _IDLE,
            "limit_request_line": _LONGEST_LINE,
            "limit_request_fields": _MOST_FIELDS,
            "limit_request_field_size": _LONGEST_FIELD,
            "preload_app": False,
            "accesslog": None,
            "logger_class": OwnLogger,
            "control_socket_disable": True,
            "proc_name": "timeline-bot",
            "worker_exit": lambda _server, _worker: stop(),
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings to gunicorn; it reads neither files nor the environment."""
        for name, value in self._options.items():
            if name in self.cfg.settings:  # the newest ones are unknown to older versions
                self.cfg.set(name, value)

    def load(self) -> Web:
        """Make the application; gunicorn calls this in the worker."""
        return self._make()


def run_http(make: Callable[[], Web], *, port: int, stop: Callable[[], None]) -> int:
    """Serve until SIGTERM or SIGINT, and return the exit status."""
    server = os.getpid()
    try:
        Server(make, port=port, stop=stop).run()
    except SystemExit as leaving:
        if os.getpid() != server:
            raise  # the worker, a copy of this process, is to end and not to go on from here
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0
