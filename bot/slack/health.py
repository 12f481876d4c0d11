"""Whether the program is alive and ready, part by part."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from bot.ledger.database import reading
from bot.slack.pages import Page, json_page

PATIENCE = 2.0  # seconds that one part may take to say how it is
LATELY = 60.0  # seconds; Slack is asked for a sign of life every few, and so is the clock


@dataclass(frozen=True, slots=True)
class State:
    """How one part is: well or not, and in a few words why."""

    is_well: bool
    words: str = "ok"


Look = Callable[[], State]


class Health:
    """Asks each part how it is, all at once and with a limit to its patience."""

    def __init__(self, looks: Mapping[str, Look], *, patience: float = PATIENCE) -> None:
        self._looks = {name: _Patient(look, patience) for name, look in looks.items()}

    def alive(self) -> Page:
        """Return the page that says that requests are answered at all."""
        return json_page({"status": "ok"})

    def ready(self) -> Page:
        """Return the page that says how each part is: status 503 unless all are well."""
        for look in self._looks.values():
            look.begin()
        states = {name: look.end() for name, look in self._looks.items()}
        is_ready = all(state.is_well for state in states.values())
        return json_page(
            {
                "status": "ready" if is_ready else "not ready",
                "checks": {
                    name: {"ok": state.is_well, "state": state.words}
                    for name, state in states.items()
                },
            },
            HTTPStatus.OK if is_ready else HTTPStatus.SERVICE_UNAVAILABLE,
        )


class _Patient:
    """A look that may hang: one thread at a time tries, and is not waited for too long."""

    def __init__(self, look: Look, patience: float) -> None:
        self._look = look
        self._patience = patience
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._state = State(is_well=False, words="not looked at yet")

    def begin(self) -> None:
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._try, name="health", daemon=True)
                self._thread.start()

    def end(self) -> State:
        thread = self._thread
        if thread is not None:
            thread.join(self._patience)
            if thread.is_alive():
                return State(is_well=False, words=f"no answer in {self._patience:g} s")
        return self._state

    def _try(self) -> None:
        try:
            self._state = self._look()
        except Exception as error:
            self._state = State(is_well=False, words=type(error).__name__)


def database_state(engine: Engine) -> State:
    """Return whether the database answers."""
    try:
        with reading(engine) as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        # Its own words may hold an address.
        return State(is_well=False, words=f"not reachable ({type(error).__name__})")
    return State(is_well=True)


def heard_lately(
    at: Callable[[], float | None], *, clock: Callable[[], float] = time.time, limit: float = LATELY
) -> State:
    """Return whether the last sign of life, a time of `clock` in seconds, is not long ago."""
    last = at()
    if last is None:
        return State(is_well=False, words="not heard from yet")
    silence = clock() - last
    return State(is_well=silence <= limit, words=f"heard from {max(0.0, silence):.0f} s ago")
