"""Listeners that run when the program is told to stop get some time, and no more."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from bot.slack.threads import finish


def test_what_is_in_hand_is_finished() -> None:
    done: list[int] = []
    executor = ThreadPoolExecutor(2)
    for number in range(5):
        executor.submit(done.append, number)
    assert finish(executor, grace=10)
    assert sorted(done) == [0, 1, 2, 3, 4]


def test_what_does_not_end_is_given_up() -> None:
    stuck = threading.Event()
    executor = ThreadPoolExecutor(1)
    executor.submit(stuck.wait, 30)
    try:
        assert not finish(executor, grace=0.05)
    finally:
        stuck.set()
