"""A database that hangs is not waited for, where somebody waits for an answer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

# Seconds, before an acknowledgement that is due within three. A database that answers does so
# in milliseconds.
PATIENCE = 1.0
# Behind it: longer than a server takes to be reached or given up.
PATIENCE_ACKNOWLEDGED = 12.0
_THREADS = 4

Found = TypeVar("Found")


class Patient:
    """Asks in threads of its own and gives up after `seconds`; safe to share between threads.

    What hangs occupies such a thread until the database is back, and nobody else's. The
    threads are made when they are needed, and so after a fork.
    """

    def __init__(self, seconds: float = PATIENCE) -> None:
        self._seconds = seconds
        self._executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="patient")

    def ask(self, question: Callable[[], Found]) -> Found:
        """Return what a question gives; raises what it raises, `TimeoutError` if it hangs."""
        asked = self._executor.submit(question)
        try:
            return asked.result(self._seconds)
        except TimeoutError:
            asked.cancel()  # it may not have begun: all threads hang
            raise
