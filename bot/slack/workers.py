"""The threads that answer once a request has been acknowledged, and their end."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from bot.logs import describe

THREADS = 16  # all they wait for is Slack and the database
HOME_THREADS = 4  # App Homes, which must hold up no answer where Slack takes long for them
MOST_WAITING = 400  # answers; more than Slack lets anybody post in six minutes to a channel
GRACE = 15.0  # seconds for answers in hand; hosts wait thirty before they kill

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)


class Workers:
    """A few threads and a bounded queue before them; safe to share between threads.

    Threads are made when they are needed, and so after a fork.
    """

    def __init__(self, threads: int = THREADS, *, most_waiting: int = MOST_WAITING) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="worker")
        self._most = threads + most_waiting
        self._lock = threading.Lock()
        self._in_hand = 0

    @property
    def in_hand(self) -> int:
        """How much has been taken and not been carried out yet."""
        return self._in_hand

    @property
    def is_full(self) -> bool:
        """Whether so much is in hand that new work had better be sent once more, later."""
        return self._in_hand >= self._most

    def take(self, work: Callable[[], object]) -> None:
        """Carry out `work` in one of the threads; what it raises is logged.

        It is taken even if the queue is full: `is_full` is asked before a request is
        acknowledged, and what has been acknowledged must not be lost.
        """
        with self._lock:
            self._in_hand += 1
        self._executor.submit(self._carry_out, work)

    def offer(self, work: Callable[[], object]) -> None:
        """Carry out `work` as `take` does, unless so much is in hand that it had better be left."""
        if self.is_full:
            log.warning("too much is in hand: something that people can ask for again was left")
        else:
            self.take(work)

    def _carry_out(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Exception as error:
            log.error("work failed: %s", describe(error))
        finally:
            with self._lock:
                self._in_hand -= 1

    def finish(self, grace: float = GRACE) -> bool:
        """Finish what is in hand, in `grace` seconds at most; return whether all was."""
        waiting = threading.Thread(target=self._executor.shutdown, daemon=True)
        waiting.start()
        waiting.join(grace)
        if waiting.is_alive():
            log.warning("some answers were not finished in %.0f s", grace)
            return False
        return True


class AtOnce(Executor):
    """Runs what it is given in the thread that gives it.

    Bolt hands its listeners to an executor and then looks every hundredth of a second
    whether they have acknowledged. Ours never wait, so they need no thread of their own.
    """

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Run `fn` here and now."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def leave_now(status: int) -> None:
    """End the process without waiting for threads that did not finish.

    A plain exit would wait for them without a limit.
    """
    logging.shutdown()
    os._exit(status)
