"""Being told to stop, at whatever moment it comes."""

from __future__ import annotations

import subprocess
import sys

import pytest

# The main thread holds the event's lock, as it does for a moment whenever it begins to wait.
AT_THE_WORST_MOMENT = """
import signal
from bot.slack.signals import told_to_stop
with told_to_stop() as stop:
    with stop._cond:
        signal.raise_signal(signal.{name})
        signal.raise_signal(signal.{name})
    stop.wait()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_that_comes_as_the_waiting_begins_is_heard(name: str) -> None:
    script = AT_THE_WORST_MOMENT.format(name=name)
    ended = subprocess.run([sys.executable, "-c", script], timeout=60, check=False)
    assert ended.returncode == 0


def test_a_closed_terminal_ends_nothing_that_is_to_outlive_it() -> None:
    script = """
import signal
signal.signal(signal.SIGHUP, signal.SIG_IGN)
from bot.slack.signals import told_to_stop
with told_to_stop() as stop:
    signal.raise_signal(signal.SIGHUP)
    assert not stop.wait(0.2)
"""
    ended = subprocess.run([sys.executable, "-c", script], timeout=60, check=False)
    assert ended.returncode == 0
