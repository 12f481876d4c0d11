"""The clock of daily posts: what it posts, how, and the thread it runs in."""

from __future__ import annotations

import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine

from bot.answers.responder import Responder
from bot.daily.clock import Clock, Message, Work
from bot.ledger.delivery import Outcome
from bot.meter import POSTS, Meter
from bot.settings import Settings
from bot.slack.access import Access
from bot.slack.daily.compose import composer
from bot.slack.posting import Poster

GRACE = 15.0  # seconds for posts in flight; each gives up after ten

log = logging.getLogger(__name__)


def process_name() -> str:
    """Return a name for this process that no other has, on no machine and at no time."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"


def make_clock(
    settings: Settings,
    responder: Callable[[], Responder],
    access: Access,
    *,
    ledger: Engine,
    now: Callable[[], datetime],
    meter: Meter | None = None,
) -> Clock:
    """Return a clock for the workspaces that the bot has a token of."""
    poster = Poster(base_url=settings.api_url, command=settings.command, bot_name=access.bot_name)
    counted = meter or Meter()

    def post(message: Message, *, channel: str, token: str) -> Outcome:
        outcome = poster.post(message, channel=channel, token=token)
        counted.count(POSTS, outcome.state.value)
        return outcome

    work = Work(composer(responder), access.token_of, post, poster.tell)
    return Clock(ledger, work, process=process_name(), now=now, team=access.team_id)


class ClockThread:
    """Runs a clock in a thread of its own, made when it is started: after a fork, that is."""

    def __init__(self, make: Callable[[], Clock | None]) -> None:
        self._make = make
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._clock: Clock | None = None

    @property
    def last_look(self) -> datetime | None:
        """When the clock has last looked into the ledger without a fault; None if never."""
        return self._clock.last_look if self._clock else None

    def start(self) -> None:
        """Make the clock and let it run; nothing happens if there is none."""
        self._clock = clock = self._make()
        if clock is None:
            return
        self._thread = threading.Thread(
            target=clock.run, args=(self._stop,), name="clock", daemon=True
        )
        self._thread.start()

    def tell_to_stop(self) -> None:
        """Claim nothing more; what is in flight is finished."""
        self._stop.set()

    def finish(self, grace: float = GRACE) -> bool:
        """Stop, and return whether all that was in flight was settled within `grace` seconds."""
        self.tell_to_stop()
        if self._thread is None:
            return True
        self._thread.join(grace)
        if self._thread.is_alive():
            log.warning("some daily posts were not settled in %.0f s", grace)
            return False
        return True
