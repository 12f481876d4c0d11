"""One process of a campaign: the real clock and the real posting, with a death wish."""

from __future__ import annotations

import logging
import os
import signal
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from threading import Event
from typing import TYPE_CHECKING

from bot.daily import clock as clock_module
from bot.daily.clock import Clock, Message, Work
from bot.ledger.claims import is_anything_due
from bot.ledger.database import open_database
from bot.ledger.delivery import Claim, DeliveryState, Outcome
from bot.ledger.subscription import Subscription
from bot.slack import posting
from bot.slack.posting import Poster
from tests.daily_campaign.hands import Hands
from tests.daily_campaign.unanswered import Unanswered
from tests.slack.stand_in import workspace

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

TIMEOUT = 0.5  # seconds instead of ten, so that a campaign need not wait for a Slack that hangs
LOOK, UPKEEP = 0.02, 0.1


@dataclass(frozen=True, slots=True)
class Orders:
    """What a process is told at its start. `death` is its chance to die at each turning point."""

    url: str
    api_url: str
    name: str
    folder: Path
    seed: int
    death: float


class Mortal:
    """Dies of SIGKILL at a turning point now and then."""

    def __init__(self, orders: Orders) -> None:
        self._random = Random(orders.seed)
        self._chance = orders.death

    def pass_by(self) -> None:
        """Come to a turning point, and perhaps no further."""
        if self._random.random() < self._chance:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalClock(Clock):
    """The clock, with the points before a claim and before it is settled."""

    mortal: Mortal

    def _take(self, executor: ThreadPoolExecutor) -> bool:
        if is_anything_due(self._engine, now=self._now()):
            self.mortal.pass_by()
        return super()._take(executor)

    def _settle(self, claim: Claim, outcome: Outcome) -> bool:
        self.mortal.pass_by()
        return super()._settle(claim, outcome)


def is_empty(subscription_id: int, day: date) -> bool:
    """Whether nothing is recorded for this subscription on this day."""
    return (subscription_id + day.toordinal()) % 11 == 0


def text_of(subscription_id: int, day: date) -> str:
    """Return the text of a post, which tells one from every other."""
    return f"{subscription_id} on {day}"


def run(orders: Orders) -> None:
    """Run a clock until the process is killed."""
    posting.TIMEOUT = TIMEOUT  # type: ignore[assignment]
    clock_module.LOOK, clock_module.UPKEEP = LOOK, UPKEEP
    logging.disable(logging.ERROR)  # what is logged of so much trouble would fill pages
    mortal = Mortal(orders)
    unanswered = Unanswered(orders.folder / "unanswered")
    poster = Poster(base_url=orders.api_url, command="/timeline", bot_name="timeline")

    def compose(subscription: Subscription, day: date, *, last: date | None) -> Message | None:
        mortal.pass_by()  # it has been claimed
        assert last is None or last < day
        if is_empty(subscription.id, day):
            return None
        return {"text": text_of(subscription.id, day)}

    def post(message: Message, *, channel: str, token: str) -> Outcome:
        began = time.monotonic()
        outcome = poster.post(message, channel=channel, token=token)
        if outcome.state is DeliveryState.UNKNOWN and time.monotonic() - began >= TIMEOUT:
            unanswered.add(str(message["text"]))
        mortal.pass_by()  # it stands in the channel
        return outcome

    clock = MortalClock(
        open_database(orders.url),
        Work(compose, lambda *_: workspace.BOT_TOKEN, post, poster.tell),
        process=orders.name,
        now=Hands(orders.folder / "clock"),
    )
    clock.mortal = mortal
    clock.run(Event())
