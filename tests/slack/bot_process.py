"""`BotProcess`: the real program, started as a person starts it, beside a stand-in of Slack."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.slack.stand_in import Delivery, HttpDelivery, SocketDelivery, StandIn, workspace

START_PATIENCE = 120.0  # seconds; a busy machine may need many for a start of one
STOP_PATIENCE = 28.0  # just below the thirty seconds after which a host kills
LOOK_AGAIN = 0.05

SOCKET, HTTP = "socket", "http"
MODES = (SOCKET, HTTP)


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**settings: str) -> dict[str, str]:
    """The environment of the program: nothing of ours but what Python needs, and settings."""
    names = ("PATH", "HOME", "LANG", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    usual = {"PYTHONUNBUFFERED": "1", "TIMELINE_TIMEZONE": "UTC"}
    # The tests ask more in a minute than people would.
    unlimited = {"TIMELINE_USER_LIMIT": "0", "TIMELINE_WORKSPACE_LIMIT": "0"}
    return {**kept, **usual, **unlimited, **settings}


def command_line(*arguments: str) -> list[str]:
    """The program with arguments, run by the Python that runs the tests."""
    return [sys.executable, "-m", "bot", *arguments]


def until(look: Callable[[], object], patience: float, what: str) -> None:
    """Look again and again until it is true; a deadline instead of a fixed sleep."""
    deadline = time.monotonic() + patience
    while not look():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {patience:g} s: {what}")
        time.sleep(LOOK_AGAIN)


class BotProcess:
    """One running `timeline-bot slack`, in one of its two modes."""

    def __init__(
        self,
        mode: str,
        stand_in: StandIn,
        *,
        data: Path,
        log: Path,
        flags: Sequence[str] = (),
        **settings: str,
    ) -> None:
        self.mode = mode
        self.stand_in = stand_in
        self.data = data
        self._log = log
        self._port = free_port()
        self._flags = flags
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self.slack: Delivery = (
            SocketDelivery(stand_in)
            if mode == SOCKET
            else HttpDelivery(stand_in, f"http://127.0.0.1:{self._port}")
        )

    def __enter__(self) -> Self:
        self._start()
        return self

    def restart(self) -> None:
        """End the program and start it anew, with the same settings at the same place."""
        self.stop()
        until(lambda: not self.stand_in.sockets.connections, STOP_PATIENCE, "it is gone")
        self._start()

    def _start(self) -> None:
        mode = (
            {"SLACK_APP_TOKEN": workspace.APP_TOKEN}
            if self.mode == SOCKET
            else {"SLACK_SIGNING_SECRET": workspace.SIGNING_SECRET, "PORT": str(self._port)}
        )
        usual = {
            "SLACK_BOT_TOKEN": workspace.BOT_TOKEN,
            "SLACK_API_URL": self.stand_in.api_url,
            "TIMELINE_DATA": str(self.data),
            "XDG_STATE_HOME": str(self._log.parent),
        }
        settings = environment(**{**usual, **mode, **self._settings})
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command_line("slack", *self._flags),
                env=settings,
                cwd=self.data,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            self._wait_until_ready()
        except BaseException:
            self.stop()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    @property
    def output(self) -> str:
        """Everything the program has printed or logged so far."""
        return self._log.read_text("utf-8", errors="replace")

    @property
    def exit_status(self) -> int | None:
        """Its exit status, or None while it runs."""
        assert self._process is not None
        return self._process.poll()

    def wait_for_output(self, text: str, *, after: int = 0, patience: float = 60.0) -> None:
        """Wait until this text is in the output, behind the first `after` characters."""
        until(lambda: text in self.output[after:], patience, f"{text!r} in the log")

    def terminate(self, *signals: signal.Signals) -> int:
        """Send SIGTERM, or these signals one after another, and return the exit status."""
        assert self._process is not None
        for number in signals or (signal.SIGTERM,):
            self._process.send_signal(number)
        return self._process.wait(STOP_PATIENCE)

    def stop(self) -> None:
        """End the program if it still runs, by force if need be."""
        if self._process is None or self._process.poll() is not None:
            return
        # Over the socket a kind end takes three seconds, which only a test of it should wait
        # for. Over HTTP there is a second process, which only a kind end takes along.
        if self.mode == HTTP:
            with suppress(subprocess.TimeoutExpired):
                self.terminate()
        self._process.kill()
        self._process.wait()

    def _wait_until_ready(self) -> None:
        def is_ready() -> bool:
            if self.exit_status is not None:
                raise RuntimeError(f"it ended with {self.exit_status}:\n{self.output}")
            if isinstance(self.slack, HttpDelivery):
                return self._is_healthy(self.slack)
            return bool(self.stand_in.sockets.connections)

        until(is_ready, START_PATIENCE, f"the bot is ready; it said:\n{self.output}")

    @staticmethod
    def _is_healthy(slack: HttpDelivery) -> bool:
        try:
            return slack.request("GET", "/healthz").status == 200
        except OSError:
            return False


StartBot = Callable[..., BotProcess]
