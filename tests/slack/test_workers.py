"""Work that is taken is done, however it ends, and the end of the program waits for it a while."""

from __future__ import annotations

import logging
import threading

import pytest

from bot.slack.workers import AtOnce, Workers


def fail() -> None:
    raise ValueError("hush")


def test_what_is_in_hand_is_finished() -> None:
    done: list[int] = []
    workers = Workers(2)
    for number in range(5):
        workers.take(lambda number=number: done.append(number))  # type: ignore[misc]
    assert workers.finish(10)
    assert sorted(done) == [0, 1, 2, 3, 4]


def test_what_does_not_end_is_given_up() -> None:
    stuck = threading.Event()
    workers = Workers(1)
    workers.take(lambda: stuck.wait(30))
    try:
        assert not workers.finish(0.05)
    finally:
        stuck.set()


def test_what_can_be_asked_for_again_is_left_while_it_is_full() -> None:
    stuck, done = threading.Event(), list[int]()
    workers = Workers(1, most_waiting=0)
    workers.take(lambda: stuck.wait(30))
    workers.offer(lambda: done.append(1))
    stuck.set()
    assert workers.finish(10)
    assert done == []


def test_it_is_full_while_too_much_is_in_hand_and_takes_it_all_the_same() -> None:
    stuck, done = threading.Event(), threading.Semaphore(0)
    workers = Workers(1, most_waiting=1)
    workers.take(lambda: stuck.wait(30))
    assert not workers.is_full
    for _ in range(2):
        workers.take(lambda: done.release())
        assert workers.is_full
    stuck.set()
    assert workers.finish(10)
    assert not workers.is_full
    assert all(done.acquire(timeout=0) for _ in range(2))


def test_work_that_fails_is_logged_without_its_words_and_ends_no_thread(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR)
    done = threading.Event()
    workers = Workers(1)
    workers.take(fail)
    workers.take(done.set)
    assert workers.finish(10)
    assert done.is_set()
    assert "ValueError" in caplog.text
    assert "hush" not in caplog.text


def test_what_runs_at_once_has_ended_when_it_was_given() -> None:
    assert AtOnce().submit(lambda: 7).result(timeout=0) == 7
    assert isinstance(AtOnce().submit(fail).exception(timeout=0), ValueError)
