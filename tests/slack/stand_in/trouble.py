"""Trouble to order: the next calls of a method fail, stall or lose their connection."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Trouble:
    """How one call goes wrong.

    `error` is Slack's name ("ratelimited" is sent as 429), `status` a bare HTTP status,
    `reset` cuts the connection, `half` does so in the middle of the answer; `delay` alone only
    makes the call slow. With `after` the call takes effect first, and the failure is only what
    the caller sees.
    """

    status: int = 0
    error: str = ""
    retry_after: int = 1
    reset: bool = False
    half: bool = False
    delay: float = 0.0
    after: bool = False


class Watch(Protocol):
    """Sees every call of a method come and go, and may order trouble for it."""

    def begin(self, method: str, args: dict[str, Any]) -> Trouble | None:
        """A call has come; return the trouble that it meets, if any."""

    def end(self, method: str, args: dict[str, Any]) -> None:
        """The call has been answered, or its connection is gone."""


class TroubleQueue:
    """Troubles waiting for their method to be called."""

    def __init__(self) -> None:
        self.watch: Watch | None = None
        self._lock = threading.Lock()
        self._waiting: dict[str, list[Trouble]] = {}

    def add(self, method: str, trouble: Trouble, *, times: int = 1) -> None:
        """Let the next `times` calls of a method meet this trouble."""
        with self._lock:
            self._waiting.setdefault(method, []).extend([trouble] * times)

    def take(self, method: str) -> Trouble | None:
        """The trouble this call meets, if any."""
        with self._lock:
            waiting = self._waiting.get(method)
            return waiting.pop(0) if waiting else None

    def clear(self) -> None:
        """Forget all trouble that was ordered and not met."""
        with self._lock:
            self._waiting.clear()
