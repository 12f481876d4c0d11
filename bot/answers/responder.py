"""`Responder`: a question, a period or a day in; an `Answer` out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from random import Random

from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.daily_post import DailyPost, make_daily_post
from bot.answers.daily_verbs import PREVIEW, DailyCommand, read_daily, read_day
from bot.answers.entries import PAGE
from bot.answers.examples import make_examples
from bot.answers.finding_pages import make_finding_page
from bot.answers.impossible import impossible_date
from bot.answers.language import home_language, language_of
from bot.answers.lookups import (
    make_day_page,
    make_entry_page,
    make_help_page,
    make_latest_page,
    make_random_page,
)
from bot.answers.period_pages import make_period_page
from bot.answers.periods import read_times
from bot.answers.smalltalk import FAREWELLS, Talk, asking_turns, read_talk, reply_to
from bot.answers.verbs import bare_id, read_id, read_show, read_use, read_verb
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.search.asking.layout import in_right_layout
from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.searching import search
from bot.search.talk.addressing import is_said_to_somebody
from bot.search.talk.chatter import about_question
from bot.search.talk.everyday_asks import is_for_others
from bot.search.terms import MAX_TEXT, fold
from bot.search.threads.steps import read_leaning
from bot.search.threads.turns import Turn
from bot.timeline.daily_choice import DailyChoice
from bot.timeline.event import Event

ALL = DailyChoice()  # every timeline, tag and person
EXAMPLES_OF_TALK = 2  # a greeting is answered with less than the whole help


@dataclass(frozen=True)
class Responder:
    """Answers from one loaded timeline; frozen, safe to share between threads.

    The clock and chance come from the caller, so that equal calls give equal answers.
    `page` is how many entries an answer shows at a time.
    """

    index: Index
    page: int = PAGE

    def reply(
        self,
        text: str,
        *,
        today: date,
        random: Random,
        command: str = "/timeline",
        context: Sequence[Turn] = (),
        offset: int = 0,
        spoken: str = "",
    ) -> Answer:
        """Answer whatever somebody says: a verb, an id, a period, a greeting or a question.

        `command` is the slash command that the help names, empty where there is none;
        `context` holds the earlier turns of the same conversation, oldest first, and
        `spoken` is its language, in which a bare date or id is answered; where nothing was
        said before, that is the one language in which all entries are.
        """
        text = " ".join(text.split())
        language = self.language_of(text, spoken=spoken)
        match read_verb(text):
            case "help":
                return self.help(command=command, language=language)
            case "today":
                return self.today(today, offset=offset, language=language)
            case "random":
                return self.random(random, language=language)
            case "latest":
                return self.latest(offset=offset, language=language)
        if wanted := read_id(text):
            return self.show(wanted, language=language)
        if (shown := read_show(text)) and self._is_look_up(shown, today):
            return self.reply(
                shown, today=today, random=random, command=command, context=context,
                offset=offset, spoken=language,
            )  # fmt: skip
        if not command and self._is_use(text):
            return Answer(AnswerKind.HELP, wording_for(language).use_in_chat)
        if daily := read_daily(text):
            return self._about_daily(daily, today=today, command=command, language=language)
        talk = read_talk(text)
        if talk is not None:
            return self._talk(*talk)
        bare = self._question_of(text)
        if bare != text:
            return self.reply(
                bare, today=today, random=random, command=command, context=context,
                offset=offset, spoken=language,
            )  # fmt: skip
        is_none = is_for_others(fold(text)) or (context and read_leaning(text).is_elliptic)
        period = (
            None if is_none else self.period(text, today=today, offset=offset, language=language)
        )
        if period is not None:
            return period
        if (pasted := bare_id(text)) and self.index.timeline.get(pasted):
            return self.show(pasted, language=language)
        if language == DEFAULT_LANGUAGE:  # it may have been typed with the keys of another one
            language = self.language_of(in_right_layout(text, self.index.speller), spoken=spoken)
        return self.answer(text, today=today, offset=offset, context=context, language=language)

    def _is_look_up(self, text: str, today: date) -> bool:
        """Whether `text` is a verb, an id or a time, and so no question."""
        is_id = bool(read_id(text)) or self.index.timeline.get(bare_id(text)) is not None
        return is_id or bool(read_verb(text)) or read_times(text, today=today) is not None

    def _is_use(self, text: str) -> bool:
        """Whether `text` chooses among the timelines, as a channel of Slack can."""
        used = read_use(text)
        known = {"", "all", *(info.id for info in self.index.timeline.infos)}
        return used is not None and used.casefold() in known

    def language_of(self, text: str, *, spoken: str = "") -> str:
        """Return the language in which `text` is answered: its own, or `spoken` if it has none."""
        spoken = spoken or self._home
        pasted = bare_id(text)
        is_id = bool(pasted) and self.index.timeline.get(pasted) is not None
        return spoken if is_id else language_of(text, otherwise=spoken)

    def command(
        self, text: str, *, today: date, random: Random, command: str = "/timeline"
    ) -> Answer:
        """Answer the text of a slash command, which stands in no conversation."""
        return self.reply(text, today=today, random=random, command=command)

    def answer(
        self,
        question: str,
        *,
        today: date,
        offset: int = 0,
        context: Sequence[Turn] = (),
        language: str = "",
    ) -> Answer:
        """Answer a question put in words; an empty one, or "help", gives help.

        The answer is in the language of the question unless another one is given.
        """
        text = " ".join(question.split())
        language = language or language_of(in_right_layout(text, self.index.speller))
        is_long, text = len(text) > MAX_TEXT, self._question_of(text)
        if read_verb(text) == "help":
            return self.help(language=language)
        request = Request.bounded("ask", text, language=language)
        say = wording_for(language)
        if not self.index.events:
            return Answer(AnswerKind.ABSTAIN, say.empty_timeline, request=request)
        finding = self.find(text, today=today, context=context)
        if finding.outcome is Outcome.ABSTAIN and is_said_to_somebody(fold(text), finding.query):
            return self._talk(Talk.ABOUT_ME, language)
        answer = make_finding_page(
            finding, text, self.index, today=today, request=request, examples=self.examples,
            size=self.page, offset=offset,
        )  # fmt: skip
        if not is_long:
            return answer
        return replace(answer, note=" ".join(filter(None, (answer.note, say.too_long))))

    def _question_of(self, text: str) -> str:
        return " ".join(about_question(text, self.index).split())

    def find(self, question: str, *, today: date, context: Sequence[Turn] = ()) -> Finding:
        """Return the matches behind an answer, with scores and reasons.

        `context` holds the earlier turns of the same thread, oldest first. What asks nothing
        finds nothing.
        """
        if read_talk(question) is not None:
            question = ""
        return search(question, self.index, today=today, context=asking_turns(context))

    def period(
        self, text: str, *, today: date, offset: int = 0, language: str = ""
    ) -> Answer | None:
        """List what happened in the period or periods that `text` names; None if it names none."""
        request = Request.bounded("period", text, language=language or language_of(text))
        last = self.index.timeline.latest
        reason = impossible_date(
            text, today=today, say=wording_for(request.language), until=last.year if last else 0
        )
        if reason:
            return Answer(AnswerKind.ABSTAIN, reason, request=request)
        times = read_times(text, today=today)
        if times is None:
            return None
        return make_period_page(
            times, timeline=self.index.timeline, request=request, size=self.page, offset=offset
        )

    def today(
        self,
        day: date,
        *,
        offset: int = 0,
        choice: DailyChoice = ALL,
        language: str = DEFAULT_LANGUAGE,
    ) -> Answer:
        """List what is remembered on `day`, chosen and ordered as the daily post does it."""
        return make_day_page(
            self.index.timeline, day, choice=choice, language=language, size=self.page,
            offset=offset,
        )  # fmt: skip

    def daily(
        self, day: date, choice: DailyChoice, *, last: date | None = None
    ) -> DailyPost | None:
        """Return what is posted on `day`, None where nothing is; see `make_daily_post`."""
        return make_daily_post(self.index.timeline, day, choice=choice, last=last)

    def _about_daily(
        self, asked: DailyCommand, *, today: date, command: str, language: str
    ) -> Answer:
        """Say where daily posts are set up; in a local chat, show a preview that is asked for."""
        say = wording_for(language)
        if command:  # Slack's own commands are carried out where the ledger is
            told = say.daily_in_slack.format(command=command)
            return Answer(AnswerKind.HELP, told, request=Request("daily", language=language))
        if asked.verb != PREVIEW:
            return Answer(AnswerKind.HELP, say.daily_in_chat)
        day = read_day(asked.rest, today=today)
        if day is None:
            return Answer(AnswerKind.HELP, say.no_day)
        if self.daily(day, ALL) is None:
            label = say.day_of_year(day.month, day.day)
            return Answer(AnswerKind.HELP, say.nothing_to_preview.format(day=label))
        return self.today(day, language=language)

    def latest(self, *, offset: int = 0, language: str = DEFAULT_LANGUAGE) -> Answer:
        """List the newest entries, newest first."""
        return make_latest_page(
            self.index.timeline, language=language, size=self.page, offset=offset
        )

    def show(self, event_id: str, *, language: str = DEFAULT_LANGUAGE) -> Answer:
        """Show one entry by its id."""
        return make_entry_page(self.index.timeline, event_id, language=language)

    def random(self, random: Random, *, language: str = DEFAULT_LANGUAGE) -> Answer:
        """Show an entry chosen by `random`."""
        return make_random_page(self.index.timeline, random, language=language)

    def help(self, *, command: str = "/timeline", language: str = DEFAULT_LANGUAGE) -> Answer:
        """Say what can be asked, with examples that work; `command` may be empty."""
        return make_help_page(
            self.index.timeline, command=command, examples=self.examples(language),
            language=language,
        )  # fmt: skip

    def _talk(self, talk: Talk, language: str) -> Answer:
        return Answer(
            AnswerKind.HELP,
            reply_to(talk, language),
            examples=() if talk in FAREWELLS else self.examples(language)[:EXAMPLES_OF_TALK],
            request=Request("help", language=language),
        )

    def again(
        self, request: Request, *, today: date, offset: int = 0, context: Sequence[Turn] = ()
    ) -> Answer:
        """Return the answer that `request` stands for, from `offset` on.

        A question that leaned on earlier turns needs them again as its `context`.
        """
        language = request.language
        match request.verb:
            case "ask":
                return self.answer(
                    request.text, today=today, offset=offset, context=context, language=language
                )
            case "period":
                found = self.period(request.text, today=today, offset=offset, language=language)
                return found or self.answer(
                    request.text, today=today, offset=offset, language=language
                )
            case "today":
                day = _read_day(request.text) or today
                return self.today(day, offset=offset, language=language)
            case "latest":
                return self.latest(offset=offset, language=language)
            case "id":
                return self.show(request.text, language=language)
            case _:
                return self.help(language=language)

    def examples(self, language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
        """Return questions in a language that are answered with what they ask about."""
        made = self._examples.get(language)
        if made is None:
            made = self._examples[language] = self._make_examples(language)
        return made

    @cached_property
    def _home(self) -> str:
        return home_language(self.index.timeline)

    @cached_property
    def _examples(self) -> dict[str, tuple[str, ...]]:
        return {}  # filled as languages are spoken; equal whichever thread fills it

    def _make_examples(self, language: str) -> tuple[str, ...]:
        day = date(2000, 1, 1)  # the examples hold no relative dates, so any day will do

        def finds(question: str, event: Event) -> bool:
            finding = self.find(question, today=day)
            shown = [match.event.id for match in finding.matches[: max(1, finding.answering)]]
            return finding.outcome in (Outcome.SURE, Outcome.PERIOD) and event.id in shown[:PAGE]

        return make_examples(self.index.timeline, finds, say=wording_for(language))


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
