"""What curators want to know: which questions found nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.ledger.patient import PATIENCE_ACKNOWLEDGED, Patient
from bot.ledger.subscription import Workspace
from bot.ledger.unanswered import list_unanswered, note_unanswered

VERB = "unanswered"
SHOWN = 30  # in Slack; `timeline-bot unanswered` shows as many as are wanted

HEADING = "Questions that found nothing in the last {days} days, most often asked first:"
NONE = "No question of the last {days} days was left unanswered."
NOT_KEPT = (
    "Unanswered questions are not kept. Whoever runs me can change that "
    "with TIMELINE_KEEP_UNANSWERED."
)
AWAY = "I cannot read the unanswered questions just now. Please try again in a minute."

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Curating:
    """Keeps the words of questions that found nothing, if that is wanted, and shows them."""

    engine: Engine
    now: Callable[[], datetime]
    kept: timedelta | None
    curators: frozenset[str] = frozenset()
    patient: Patient = field(default_factory=lambda: Patient(PATIENCE_ACKNOWLEDGED))

    def note(self, text: str, workspace: Workspace) -> None:
        """Count a question that found nothing; a database that is away is no fault."""
        if self.kept is None:
            return
        try:
            note = partial(
                note_unanswered,
                self.engine,
                text,
                team=workspace.team,
                enterprise=workspace.enterprise,
                now=self.now(),
                kept=self.kept,
            )
            self.patient.ask(note)
        except (SQLAlchemyError, TimeoutError) as error:
            log.warning("an unanswered question was not kept: %s", type(error).__name__)

    def is_asked_for(self, text: str, user: str) -> bool:
        """Return whether a curator asks for the questions; from anybody else it is a question."""
        return text.strip().casefold() == VERB and user in self.curators

    def listing(self, workspace: Workspace) -> str:
        """Return the questions of one workspace, a line each."""
        if self.kept is None:
            return NOT_KEPT
        try:
            listed = partial(
                list_unanswered,
                self.engine,
                since=self.now() - self.kept,
                limit=SHOWN,
                team=workspace.team,
                enterprise=workspace.enterprise,
            )
            found = self.patient.ask(listed)
        except (SQLAlchemyError, TimeoutError) as error:
            log.warning("unanswered questions cannot be read: %s", type(error).__name__)
            return AWAY
        if not found:
            return NONE.format(days=self.kept.days)
        lines = [f"{question.count} × {question.text}" for question in found]
        return "\n".join([HEADING.format(days=self.kept.days), *lines])
