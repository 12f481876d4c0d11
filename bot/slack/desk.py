"""The desk where every request arrives: answered in a message, counted once, logged in a line."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random

from bot.answers.answer import Answer, AnswerKind
from bot.answers.responder import Responder
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.ledger.subscription import Workspace
from bot.logs import describe, safe_id
from bot.meter import LATENCY, QUESTIONS, Meter, outcome_label
from bot.slack.answers import Answers
from bot.slack.blocks import Layout, Message, notice, render
from bot.slack.curating import Curating
from bot.slack.daily.posts import DailyPosts, without_ledger
from bot.slack.limits import Judgement, Limits, Verdict
from bot.slack.listings import Make, answer_to, make_listing
from bot.slack.memory import Memory
from bot.slack.once import Once, OnceOnly
from bot.slack.press import Press
from bot.slack.sending import SendingError
from bot.slack.timeline_choices import Spot, TimelineChoices

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Handling:
    """What is noted of one request while it is handled; its id is what an apology refers to."""

    id: str = field(default_factory=lambda: secrets.token_hex(4))
    outcome: str = "done"
    found_nothing: bool = False


def _at_once(work: Callable[[], object]) -> None:
    work()


def _keep_nothing(_enterprise: str, _team: str, _at: float) -> None:
    """A desk that keeps nothing has nothing to forget."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What all listeners share; the clock, chance and the data come from outside.

    `responder` is called for every request, so that changed data is used at once. `later`
    carries out what a listener leaves until its request is acknowledged; `is_busy` tells
    that there is too much of it. `aside` does so for what must hold up nothing else. `leave`
    deletes what is kept of a workspace.
    """

    responder: Callable[[], Responder]
    today: Callable[[], date]
    random: Random
    command: str
    bot_name: str = "timeline"
    later: Callable[[Callable[[], object]], None] = _at_once
    aside: Callable[[Callable[[], object]], None] = _at_once
    is_busy: Callable[[], bool] = lambda: False
    meter: Meter = field(default_factory=Meter)
    limits: Limits = field(default_factory=lambda: Limits(time.monotonic, per_user=0, per_team=0))
    leave: Callable[[str, str, float], None] = _keep_nothing
    daily: DailyPosts = field(default_factory=without_ledger)
    choices: TimelineChoices | None = None
    curating: Curating | None = None
    once: OnceOnly = field(default_factory=lambda: Once(time.monotonic))
    answers: Answers = field(default_factory=lambda: Answers(time.monotonic))
    memory: Memory = field(default_factory=lambda: Memory(time.monotonic))

    def at(self, spot: Spot) -> Desk:
        """Return the desk of one channel, which may ask one of several timelines only."""
        choices, whole = self.choices, self.responder
        if choices is None:
            return self
        return replace(self, responder=lambda: choices.responder(whole(), spot))

    def is_at_hand(self, spot: Spot) -> bool:
        """Whether what answers in a channel need not be made first, which may take seconds."""
        return self.choices is None or self.choices.is_at_hand(self.responder(), spot)

    @contextmanager
    def handling(self, kind: str, **ids: object) -> Iterator[Handling]:
        """Log one line about a request: its kind, ids, time taken and outcome.

        What goes wrong inside (sending, that is: answering has its own apology) is logged
        and goes no further: who was to be told has been, as far as Slack allows it.
        """
        noted = Handling()
        began = time.monotonic()
        try:
            yield noted
        except SendingError as error:
            noted.outcome = f"not sent: {safe_id(str(error))}"
        except Exception as error:
            noted.outcome = f"not sent: {describe(error)}"
        taken = round((time.monotonic() - began) * 1000, 1)
        known = {name: safe_id(value) for name, value in ids.items()}
        told = " ".join(f"{name}={value}" for name, value in known.items())
        self.meter.count(QUESTIONS, kind, outcome_label(noted.outcome))
        self.meter.time(LATENCY, taken / 1000, kind)
        level = logging.ERROR if noted.outcome.startswith("not sent") else logging.INFO
        log.log(
            level,
            "%s id=%s %s ms=%.1f outcome=%s",
            kind,
            noted.id,
            told,
            taken,
            noted.outcome,
            extra={
                "fields": {
                    "id": noted.id,
                    "kind": kind,
                    **known,
                    "ms": taken,
                    "outcome": noted.outcome,
                }
            },
        )

    def note_unanswered(self, handling: Handling, text: str, *, workspace: Workspace) -> None:
        """Keep the words of a question that found nothing, later, if that is wanted."""
        curating = self.curating
        if handling.found_nothing and curating is not None and curating.kept is not None:
            self.later(lambda: curating.note(text, workspace))

    def judge(
        self,
        handling: Handling,
        *,
        team: object,
        user: object,
        kind: str,
        language: str = DEFAULT_LANGUAGE,
    ) -> Judgement:
        """Say whether somebody may still ask, and note it if not."""
        judgement = self.limits.judge(str(team), str(user), kind=kind, language=language)
        if judgement.verdict is not Verdict.FINE:
            handling.outcome = judgement.verdict.value
        return judgement

    def ask(
        self,
        handling: Handling,
        make: Make,
        layout: Layout,
        *,
        is_whole: bool = True,
        language: str = DEFAULT_LANGUAGE,
        key: Hashable = None,
    ) -> Message:
        """Return the message that answers; an apology with a reference if that fails."""
        return self.answer_and_message(
            handling, make, layout, is_whole=is_whole, language=language, key=key
        )[1]

    def answer_and_message(
        self,
        handling: Handling,
        make: Make,
        layout: Layout,
        *,
        is_whole: bool = True,
        language: str = DEFAULT_LANGUAGE,
        key: Hashable = None,
    ) -> tuple[Answer | None, Message]:
        """Return the answer, None if there was a fault, and the message that shows it.

        An answer knows its language; `language` is that of the apology.

        Unless the answer's request is known to be the whole question, it is tried out, and
        buttons hold the ids of the entries where it would answer something else. With `key`,
        which tells what is asked from all else, an answer given not long ago is given again.
        """
        # Only a whole question says by itself all that its answer depends on.
        key = (key, layout) if key is not None and is_whole else None
        try:
            responder = self.responder()
            known = self.answers.find(key, responder) if key else None
            answer = known[0] if known else make(responder, layout.today)
            if not is_whole:
                listing = make_listing(answer, responder, today=layout.today, make=make)
                is_cut = listing is not None and len(listing.ids) < answer.total
                remark = wording_for(answer.language).narrower if is_cut else ""
                layout = replace(layout, listing=listing, remark=remark)
            message = known[1] if known else render(answer, layout)
            if key and not known:
                self.answers.keep(key, responder, (answer, message))
        except Exception as error:
            return None, self.apologise(handling, error, language=language)
        handling.outcome = f"{answer.kind.value} {len(answer.entries)}/{answer.total}"
        handling.found_nothing = answer.kind is AnswerKind.ABSTAIN and answer.request.verb == "ask"
        return answer, message

    def apologise(
        self, handling: Handling, error: Exception, *, language: str = DEFAULT_LANGUAGE
    ) -> Message:
        """Log a fault under the request's id and return the apology that gives it."""
        handling.outcome = f"failed reference={handling.id}"
        log.error("reference=%s %s", handling.id, describe(error))
        return notice(wording_for(language).apology.format(reference=handling.id))

    def again(
        self, handling: Handling, press: Press, layout: Layout
    ) -> tuple[Answer | None, Message]:
        """Return the answer that a button stands for, from the data as it is now."""
        layout = replace(layout, listing=press.listing)
        return self.answer_and_message(
            handling,
            lambda responder, _day: answer_to(press, responder),
            layout,
            language=press.request.language,
        )
