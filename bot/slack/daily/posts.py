"""`DailyPosts`: what the settings of daily posts need from outside, and calls to the ledger."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from bot.errors import BotError
from bot.ledger.patient import PATIENCE_ACKNOWLEDGED, Patient
from bot.ledger.subscriptions import Subscriptions
from bot.logs import describe
from bot.slack.daily import wording as say
from bot.slack.daily.askers import Askers
from bot.slack.daily.vocabulary import Vocabularies

Result = TypeVar("Result")

log = logging.getLogger(__name__)


class RefusedError(Exception):
    """A wish that is not carried out; its text tells the person why, kindly."""


@dataclass(frozen=True, slots=True)
class DailyPosts:
    """The ledger, the clock and the usual zone."""

    subscriptions: Subscriptions | None
    now: Callable[[], datetime]
    zone: str = "UTC"
    askers: Askers = field(default_factory=Askers)
    vocabularies: Vocabularies = field(default_factory=Vocabularies)
    patient: Patient = field(default_factory=lambda: Patient(PATIENCE_ACKNOWLEDGED))

    def ask(self, question: Callable[[Subscriptions], Result]) -> Result:
        """Return what the ledger says; raises `RefusedError` if it is away or says no."""
        ledger = self.subscriptions
        if ledger is None:
            raise RefusedError(say.NO_DAILY_POSTS)
        try:
            return self.patient.ask(lambda: question(ledger))
        except RefusedError:
            raise
        except BotError as error:
            raise RefusedError(str(error)) from error
        except TimeoutError as error:
            log.error("the ledger does not answer: %s", describe(error))
            raise RefusedError(say.SLOW_LEDGER) from error
        except Exception as error:
            # The text of a database's error may hold what is in a row.
            log.error("the ledger cannot be used: %s", describe(error))
            raise RefusedError(say.NO_LEDGER) from error


def without_ledger() -> DailyPosts:
    """Return what a bot has that keeps no daily posts; its clock stands still."""
    return DailyPosts(None, lambda: datetime(2000, 1, 1, tzinfo=UTC))
