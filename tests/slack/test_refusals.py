"""Refused requests are counted, and cannot fill the log."""

from __future__ import annotations

import pytest

from bot.slack.refusals import Refusals


class Clock:
    """A clock that stands until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


def test_many_refusals_are_one_line_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    clock = Clock()
    refusals = Refusals(clock)
    for _ in range(1000):
        refusals.note("unsigned")
    refusals.note("malformed")
    clock.now += 60
    refusals.note("malformed")
    assert [record.getMessage() for record in caplog.records] == [
        "requests were refused: 1 unsigned",
        "requests were refused: 2 malformed, 999 unsigned",
    ]
