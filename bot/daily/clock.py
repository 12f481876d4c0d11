"""The clock of the daily posts: looks what is due, claims it, lets it be posted, settles it.

It knows neither Slack nor the timeline: what is posted, how, and with which token, is handed
to it as functions. Any number of clocks may run at once, in one process or on many machines.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import Engine

from bot.errors import BotError
from bot.ledger.claims import CHANNEL_PAUSE, is_anything_due, settle, take
from bot.ledger.database import prepare
from bot.ledger.delivery import Claim, DeliveryState, Outcome, empty, refused, waiting
from bot.ledger.subscription import Subscription
from bot.ledger.upkeep import drop_old_rows, note_tick, reckon_anew, settle_dead_claims
from bot.logs import describe

Message = Mapping[str, Any]

LOOK = 5.0  # seconds between looks: a post starts well within its minute, and a look is cheap
THREADS = 16  # posts in flight for all workspaces of a process: three that are at their most
ROOM = 4  # threads that should be free before more is claimed
LOOK_AGAIN = 0.1  # seconds, while posts are in flight
UPKEEP = 30.0  # seconds between signs of life and looks for what has died
CLEARING = 3600.0  # seconds between deletions of old rows
CLEARED_AT_ONCE = 50  # transactions of some hundred rows: more in a day than is written in one
NO_COMPOSING = timedelta(minutes=10)  # until a post is tried again whose making failed
# A pass waits this long for a turn that does not come, and for Slack to take more.
PATIENCE = timedelta(minutes=2)
_SETTLING = 30.0  # seconds that a database may be away before a result is given up
_FIRST_WAIT, _LONGEST_WAIT = 0.05, 2.0  # seconds between attempts to settle

log = logging.getLogger(__name__)


class Compose(Protocol):
    """Makes the message of a local date; None if nothing is to be posted.

    `last` is the local date of the post before it, None if there was none.
    """

    def __call__(
        self, subscription: Subscription, day: date, *, last: date | None
    ) -> Message | None:
        """Return the message; whatever it raises means that nothing was posted."""


class Post(Protocol):
    """Sends a message once; never raises."""

    def __call__(self, message: Message, *, channel: str, token: str) -> Outcome:
        """Return what became of it."""


class Tell(Protocol):
    """Tells the person who set a subscription up that it was stopped, and why; once."""

    def __call__(self, subscription: Subscription, reason: str, *, token: str) -> None:
        """Send the direct message, or give it up."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the clock calls for each post. `token_of` takes an enterprise's and a team's id."""

    compose: Compose
    token_of: Callable[[str, str], str | None]
    post: Post
    tell: Tell


class Clock:
    """Posts what is due in `engine`; `process` names it there. With `team`, in that one only."""

    def __init__(
        self,
        engine: Engine,
        work: Work,
        *,
        process: str,
        now: Callable[[], datetime],
        team: str = "",
    ) -> None:
        self._engine = engine
        self._work = work
        self._process = process
        self._now = now
        self._team = team
        self._changed = threading.Condition()
        self._in_flight = 0
        self._settled: Counter[DeliveryState] = Counter()
        self._retry_at: datetime | None = None
        self._last_look: datetime | None = None
        self._next_upkeep = self._next_clearing = 0.0

    @property
    def last_look(self) -> datetime | None:
        """When it has last looked into the ledger without a fault, by its own clock."""
        return self._last_look

    def run(self, stop: threading.Event) -> None:
        """Post what is due until `stop` is set; then let what is in flight be finished.

        Whatever goes wrong is logged, and tried again at the next look.
        """
        while not self._is_ready() and not stop.wait(UPKEEP):
            pass
        log.info("the clock of daily posts runs as %s", self._process)
        with ThreadPoolExecutor(THREADS, thread_name_prefix="daily") as executor:
            while not stop.is_set():
                stop.wait(self._look_once(executor))
        log.info("the clock of daily posts has stopped")

    def run_pass(self, stop: threading.Event) -> Counter[DeliveryState]:
        """Post all that is due now, and return how many posts ended in which way.

        What Slack puts off is waited for, for `PATIENCE` at most. Raises what the database
        raises.
        """
        began = time.monotonic()
        with ThreadPoolExecutor(THREADS, thread_name_prefix="daily") as executor:
            self._keep_up()
            progress = time.monotonic()
            while not stop.is_set():
                if self._take(executor):
                    progress = time.monotonic()
                elif self._is_done():
                    break
                elif time.monotonic() - progress > PATIENCE.total_seconds():
                    log.warning("some posts are due still, but have to wait: a later pass")
                    break
                else:
                    self._wait_for_change(LOOK_AGAIN)
        log.info("a pass took %.0f ms", (time.monotonic() - began) * 1000)
        return self._settled

    def _is_ready(self) -> bool:
        try:
            prepare(self._engine)
        except BotError as error:
            log.error("no daily posts: %s", error)
            return False
        return True

    def _is_done(self) -> bool:
        """Whether nothing is in flight, nor due, nor will be in a moment."""
        now = self._now()
        with self._changed:
            if self._in_flight:
                return False
            if self._retry_at is not None and now <= self._retry_at:
                return False
        soon = now + 2 * CHANNEL_PAUSE
        return not is_anything_due(self._engine, now=soon, team=self._team)

    def _look_once(self, executor: ThreadPoolExecutor) -> float:
        """Look once, and return the seconds to wait before the next look."""
        try:
            self._keep_up()
            has_taken = self._take(executor)
            self._last_look = self._now()
            if has_taken:
                return 0.0
            with self._changed:
                is_busy = self._in_flight > 0
            if is_busy:
                self._wait_for_change(LOOK_AGAIN)
                return 0.0
            if is_anything_due(self._engine, now=self._now(), team=self._team):
                # Others have it in hand, or Slack has asked for a pause.
                return min(LOOK, CHANNEL_PAUSE.total_seconds())
        except Exception as error:
            # A clock that died would silence every channel without a word.
            log.error("looking for posts that are due failed: %s", describe(error))
        return LOOK

    def _take(self, executor: ThreadPoolExecutor) -> bool:
        """Claim what threads are free for and begin to post it; return whether to go on."""
        with self._changed:
            # Claiming several in one transaction costs little more than claiming one.
            self._changed.wait_for(lambda: THREADS - self._in_flight >= ROOM, LOOK_AGAIN)
            free = THREADS - self._in_flight
        taken = take(
            self._engine, now=self._now(), limit=free, process=self._process, team=self._team
        )
        for claim in taken.claims:
            with self._changed:
                self._in_flight += 1
            executor.submit(self._deliver, claim)
        return bool(taken.claims) or (taken.has_more and free > 0)

    def _wait_for_change(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait(seconds)

    def _keep_up(self) -> None:
        while reckon_anew(self._engine, now=self._now()):
            log.warning("the clock has been set back: due times are reckoned anew")
        if time.monotonic() < self._next_upkeep:
            return
        note_tick(self._engine, process=self._process, now=self._now())
        while dead := settle_dead_claims(self._engine, now=self._now()):
            log.warning("%d posts of a process that ended are left as unknown", dead)
        if time.monotonic() >= self._next_clearing:
            for _ in range(CLEARED_AT_ONCE):
                if not drop_old_rows(self._engine, now=self._now()):
                    break
            self._next_clearing = time.monotonic() + CLEARING
        self._next_upkeep = time.monotonic() + UPKEEP

    def _deliver(self, claim: Claim) -> None:
        began = time.monotonic()
        try:
            token, outcome = self._send(claim)
            is_stopped = self._settle(claim, outcome)
            log.info(
                "daily post subscription=%d team=%s channel=%s date=%s outcome=%s %s ms=%.0f",
                claim.subscription.id,
                claim.subscription.workspace.team,
                claim.subscription.channel,
                claim.local_date,
                outcome.state,
                outcome.reason or outcome.ts or "-",
                (time.monotonic() - began) * 1000,
            )
            if is_stopped and token:
                self._work.tell(claim.subscription, outcome.reason, token=token)
        except Exception as error:
            log.error("subscription %d: %s", claim.subscription.id, describe(error))
        finally:
            with self._changed:
                self._in_flight -= 1
                self._changed.notify_all()

    def _send(self, claim: Claim) -> tuple[str, Outcome]:
        """Make and post one message; return the token it took, and what became of it."""
        subscription = claim.subscription
        try:
            place = subscription.workspace
            token = self._work.token_of(place.enterprise, place.team)
            if not token:
                return "", refused("not_installed", stops=True)
            message = self._work.compose(subscription, claim.local_date, last=claim.last)
        except Exception as error:
            log.error("making the post of subscription %d: %s", subscription.id, describe(error))
            return "", waiting("making it failed", wait=NO_COMPOSING)
        if message is None:
            return token, empty()
        return token, self._work.post(message, channel=subscription.channel, token=token)

    def _settle(self, claim: Claim, outcome: Outcome) -> bool:
        """Write the outcome down, again and again for a while if the database is away."""
        deadline, wait = time.monotonic() + _SETTLING, _FIRST_WAIT
        while True:
            try:
                now = self._now()
                is_stopped = settle(self._engine, claim, outcome, now=now)
            except Exception as error:
                if time.monotonic() > deadline:
                    raise
                log.warning("settling delivery %d: %s", claim.delivery_id, describe(error))
                time.sleep(wait)
                wait = min(2 * wait, _LONGEST_WAIT)
            else:
                with self._changed:
                    self._settled[outcome.state] += 1
                    if outcome.state is DeliveryState.WAITING and outcome.wait <= PATIENCE:
                        self._retry_at = max(self._retry_at or now, now + outcome.wait)
                return is_stopped
