"""Sharing out long work between the processor's cores, by processes that are forked."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def can_fork() -> bool:
    """Whether this process may be forked: the system is Linux, and no other thread is running.

    A thread may hold a lock that its copy would wait for in vain.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def run_shared(task: Callable[[T], R], jobs: Sequence[T], *, processes: int) -> Iterator[R]:
    """Carry out `task` for each job, and yield the results in the order of the jobs.

    At most `processes` jobs are under way at a time, each in a process of its own, which
    inherits all that there is and sends back its result. A job whose process dies is done
    here again, so that its fault shows. Interrupting ends the processes.
    """
    if processes < 2 or len(jobs) < 2 or not can_fork():
        yield from map(task, jobs)
        return
    import multiprocessing  # costly to import, idle for all but large stores

    context = multiprocessing.get_context("fork")
    under_way: list[tuple[Any, Connection]] = []
    left = list(jobs)[::-1]
    gc.collect()
    gc.freeze()  # looking for garbage would copy every page that is shared with the processes
    try:
        for job in jobs:
            while left and len(under_way) < processes:
                ours, theirs = context.Pipe(duplex=False)
                process = context.Process(
                    target=_work, args=(task, left.pop(), theirs), daemon=True
                )
                process.start()
                theirs.close()
                under_way.append((process, ours))
            process, ours = under_way.pop(0)
            try:
                is_done, result = ours.recv()
            except (EOFError, OSError):
                is_done, result = False, None
            ours.close()
            process.join()
            yield result if is_done else task(job)
    finally:
        gc.unfreeze()
        for process, ours in under_way:
            process.terminate()
            process.join()
            ours.close()


def _work(task: Callable[[T], R], job: T, pipe: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that began this ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    with suppress(BrokenPipeError):
        try:
            pipe.send((True, task(job)))
        except Exception:
            pipe.send((False, None))
        pipe.close()
