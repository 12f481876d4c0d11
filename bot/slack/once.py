"""Once only: a bounded, expiring memory of what has been taken in hand."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Protocol

LIFETIME = 3 * 3600.0  # seconds; Slack gives up repeating an event after two hours
MOST_KEYS = 50_000  # some megabytes; many times what a busy workspace asks in that time


class OnceOnly(Protocol):
    """What tells the first time from every later one."""

    def is_first(self, *keys: Hashable) -> bool:
        """Return whether none of these keys was ever given before, and remember all of them."""

    def forget(self, *keys: Hashable) -> None:
        """Let these keys count as new again."""


class Once:
    """Tells the first time from every later one; safe to share between threads.

    It is kept in memory only: what a stopped process had in hand is forgotten.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        *,
        lifetime: float = LIFETIME,
        most: int = MOST_KEYS,
    ) -> None:
        self._clock = clock
        self._lifetime = lifetime
        self._most = most
        self._lock = threading.Lock()
        self._until: OrderedDict[Hashable, float] = OrderedDict()  # oldest first

    def is_first(self, *keys: Hashable) -> bool:
        """Return whether none of these keys was ever given before, and remember all of them.

        Of several calls at the same moment exactly one is the first.
        """
        with self._lock:
            now = self._clock()
            self._drop_expired(now)
            is_new = all(key not in self._until for key in keys)
            for key in keys:
                # A key that is known keeps its place: the order must stay that of expiry.
                self._until.setdefault(key, now + self._lifetime)
            while len(self._until) > self._most:
                self._until.popitem(last=False)
            return is_new

    def forget(self, *keys: Hashable) -> None:
        """Let these keys count as new again, because what they stood for did not come about."""
        with self._lock:
            for key in keys:
                self._until.pop(key, None)

    def __len__(self) -> int:
        with self._lock:
            return len(self._until)

    def _drop_expired(self, now: float) -> None:
        while self._until:
            key, until = next(iter(self._until.items()))
            if until > now:
                return
            del self._until[key]
