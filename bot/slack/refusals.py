"""Requests that are refused: counted by reason, and told in a line a minute at most."""

from __future__ import annotations

import logging
import threading
from collections import Counter
from collections.abc import Callable

from bot.meter import REFUSED, Meter

INTERVAL = 60.0  # seconds between two lines, however many requests somebody sends

log = logging.getLogger(__name__)


class Refusals:
    """Counts what was refused and why; safe to share between threads.

    Anybody can send requests, so they must not be able to fill the log.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        interval: float = INTERVAL,
        meter: Meter | None = None,
    ) -> None:
        self._clock = clock
        self._meter = meter or Meter()
        self._interval = interval
        self._lock = threading.Lock()
        self._untold: Counter[str] = Counter()
        self._next_line = 0.0

    def note(self, reason: str) -> None:
        """Count one request, refused for a reason in a word or two of ours."""
        self._meter.count(REFUSED, reason)
        with self._lock:
            self._untold[reason] += 1
            if self._clock() < self._next_line:
                return
            self._next_line = self._clock() + self._interval
            told, self._untold = self._untold, Counter()
        listed = ", ".join(f"{count} {reason}" for reason, count in sorted(told.items()))
        log.warning("requests were refused: %s", listed)
