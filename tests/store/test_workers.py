"""Work shared out between processes gives what it would have given in one."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator

import pytest

from bot.store.workers import can_fork, cores, run_shared


def tripled(number: int) -> tuple[int, int]:
    """A job that tells in which process it was done."""
    return 3 * number, os.getpid()


def test_results_come_in_the_order_of_the_jobs() -> None:
    found = list(run_shared(tripled, range(5), processes=2))
    assert [number for number, _ in found] == [0, 3, 6, 9, 12]
    if can_fork():
        assert os.getpid() not in {process for _, process in found}


@pytest.mark.parametrize(("jobs", "processes"), [(range(1), 2), (range(3), 1), (range(0), 2)])
def test_a_single_job_or_core_needs_no_process(jobs: range, processes: int) -> None:
    found = list(run_shared(tripled, jobs, processes=processes))
    assert {process for _, process in found} <= {os.getpid()}
    assert len(found) == len(jobs)


def test_with_another_thread_running_nothing_is_forked() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_fork()
        assert {process for _, process in run_shared(tripled, range(3), processes=2)} == {
            os.getpid()
        }
    finally:
        done.set()
        thread.join()


def test_a_job_whose_process_dies_is_done_again_here() -> None:
    ours = os.getpid()

    def die_elsewhere(number: int) -> int:
        if os.getpid() != ours and number == 1:
            os._exit(9)
        return number

    assert list(run_shared(die_elsewhere, range(3), processes=2)) == [0, 1, 2]


def test_a_fault_of_a_job_shows() -> None:
    def fail(number: int) -> int:
        raise ValueError(str(number))

    with pytest.raises(ValueError, match="0"):
        list(run_shared(fail, range(3), processes=2))


def test_leaving_early_ends_the_processes() -> None:
    running: Iterator[int] = iter(run_shared(lambda n: n, range(6), processes=2))
    assert next(running) == 0
    running.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1
