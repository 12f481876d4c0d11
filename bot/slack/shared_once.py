"""Once only among several processes: kept in the database, and in memory while that is away."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine

from bot.ledger.handled import drop_expired, drop_keys, take_first
from bot.slack.once import LIFETIME, Once

# Seconds for the database, once a request is acknowledged: Slack lets a click open a window for
# three. Whoever gives up early on a database that is only busy answers twice.
PATIENCE = 2.0
PATIENCE_UNACKNOWLEDGED = 0.7  # seconds, before an acknowledgement that is due within three
PAUSE = 5.0  # seconds without asking a database that did not answer
CLEARING = 600.0  # seconds between deletions of what has expired
_THREADS = 4

Found = TypeVar("Found")

log = logging.getLogger(__name__)


class SharedOnce:
    """Tells the first time from every later one, in whichever process it was.

    Questions need no database: where it is away or silent, each process goes by its own
    memory, and asks the database again after a pause.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        lifetime: float = LIFETIME,
        patience: float = PATIENCE,
    ) -> None:
        self._engine = engine
        self._now = now
        self._clock = clock
        self._lifetime = timedelta(seconds=lifetime)
        self._patience = patience
        self._here = Once(clock, lifetime=lifetime)
        self._executor = ThreadPoolExecutor(_THREADS, thread_name_prefix="once")
        self._lock = threading.Lock()
        self._ask_again = self._clear_again = clock()

    def is_first(self, *keys: Hashable) -> bool:
        """Return whether none of these keys was ever given before, here or elsewhere."""
        if not self._here.is_first(*keys):
            return False
        now = self._now()
        found = self._ask(
            lambda: take_first(self._engine, keys, now=now, until=now + self._lifetime)
        )
        self._clear_now_and_then()
        return found is not False

    def forget(self, *keys: Hashable) -> None:
        """Let these keys count as new again, because what they stood for did not come about."""
        self._here.forget(*keys)
        self._ask(lambda: drop_keys(self._engine, keys))

    def _ask(self, question: Callable[[], Found]) -> Found | None:
        """Return what the database says; None if it is away or takes too long."""
        if self._clock() < self._ask_again:
            return None
        try:
            return self._executor.submit(question).result(self._patience)
        except Exception as error:
            with self._lock:
                is_news = self._clock() >= self._ask_again
                self._ask_again = self._clock() + PAUSE
            if is_news:
                log.warning(
                    "the database did not answer (%s): what is handled is remembered here only",
                    type(error).__name__,
                )
            return None

    def _clear_now_and_then(self) -> None:
        with self._lock:
            if self._clock() < self._clear_again:
                return
            self._clear_again = self._clock() + CLEARING
        self._executor.submit(drop_expired, self._engine, now=self._now())
