"""`Responder`: a question, a period or a day in; an `Answer` out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from random import Random

from bot.answers.anniversaries import find_anniversaries
from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.daily_post import DailyPost, entries_of, make_daily_post
from bot.answers.daily_verbs import PREVIEW, DailyCommand, read_daily, read_day
from bot.answers.entries import PAGE, make_page
from bot.answers.examples import make_examples, make_periods
from bot.answers.found_pages import make_found_page, make_nothing_page
from bot.answers.headings import (
    is_worded,
)
from bot.answers.help import help_lines
from bot.answers.impossible import impossible_date
from bot.answers.language import language_of
from bot.answers.period_pages import make_period_page
from bot.answers.periods import Times, read_times, times_of
from bot.answers.smalltalk import Talk, asking_turns, read_talk, reply_to
from bot.answers.verbs import bare_id, read_id, read_verb
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.search.chatter import about_question
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.layout import in_right_layout
from bot.search.searching import search
from bot.search.steps import read_leaning
from bot.search.terms import MAX_TEXT
from bot.search.turns import Turn
from bot.timeline.daily_choice import DailyChoice
from bot.timeline.event import Event
from bot.timeline.nearest import MOST_CANDIDATES, find_nearest

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
        spoken: str = DEFAULT_LANGUAGE,
    ) -> Answer:
        """Answer whatever somebody says: a verb, an id, a period, a greeting or a question.

        `command` is the slash command that the help names, empty where there is none;
        `context` holds the earlier turns of the same conversation, oldest first, and
        `spoken` is its language, in which a bare date or id is answered.
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
        leans = bool(context) and read_leaning(text).is_elliptic
        period = None if leans else self.period(text, today=today, offset=offset, language=language)
        if period is not None:
            return period
        if (pasted := bare_id(text)) and self.index.timeline.get(pasted):
            return self.show(pasted, language=language)
        if language == DEFAULT_LANGUAGE:  # it may have been typed with the keys of another one
            language = self.language_of(in_right_layout(text, self.index.speller), spoken=spoken)
        return self.answer(text, today=today, offset=offset, context=context, language=language)

    def language_of(self, text: str, *, spoken: str = DEFAULT_LANGUAGE) -> str:
        """Return the language in which `text` is answered: its own, or `spoken` if it has none."""
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
        answer = self._from_finding(finding, text, request, offset=offset)
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
        reason = impossible_date(text, today=today, say=wording_for(request.language))
        if reason:
            return Answer(AnswerKind.ABSTAIN, reason, request=request)
        times = read_times(text, today=today)
        return None if times is None else self._in_times(times, request, offset=offset)

    def today(
        self,
        day: date,
        *,
        offset: int = 0,
        choice: DailyChoice = ALL,
        language: str = DEFAULT_LANGUAGE,
    ) -> Answer:
        """List what is remembered on `day`, chosen and ordered as the daily post does it."""
        timeline, say = self.index.timeline, wording_for(language)
        found = find_anniversaries(timeline, day, choice=choice)
        request = Request("today", day.isoformat(), language)
        if not found:
            nothing = say.nothing_on_day(day.month, day.day)
            if timeline.begun_on(day.month, day.day):
                nothing = say.nothing_on_day_yet(day.month, day.day, year=day.year)
            return Answer(AnswerKind.TODAY, nothing, request=request)
        offset = offset if 0 <= offset < len(found) else 0
        shown = found[offset : offset + self.page]
        return Answer(
            AnswerKind.TODAY, say.on_this_day(day.month, day.day), total=len(found),
            offset=offset, entries=entries_of(shown, timeline, say=say), request=request,
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
        say, request = wording_for(language), Request("latest", language=language)
        return self._page(
            AnswerKind.EVENTS, self.index.events[::-1], offset=offset, request=request,
            heading=say.newest if self.index.events else say.empty_timeline,
        )  # fmt: skip

    def show(self, event_id: str, *, language: str = DEFAULT_LANGUAGE) -> Answer:
        """Show one entry by its id."""
        request = Request.bounded("id", event_id, language=language)
        event = self.index.timeline.get(event_id)
        if event is not None:
            return self._page(AnswerKind.EVENT, [event], request=request)
        say = wording_for(language)
        told = [say.no_such_event.format(id=event_id[:100])]
        near = find_nearest(event_id[:100], self.index.timeline.some_ids(MOST_CANDIDATES))
        if near:
            told.append(say.did_you_mean_id.format(id=near))
        return Answer(AnswerKind.ABSTAIN, " ".join(told), request=request)

    def random(self, random: Random, *, language: str = DEFAULT_LANGUAGE) -> Answer:
        """Show an entry chosen by `random`."""
        if not self.index.events:
            request = Request("help", language=language)
            return Answer(AnswerKind.ABSTAIN, wording_for(language).empty_timeline, request=request)
        return self.show(random.choice(self.index.events).id, language=language)

    def help(self, *, command: str = "/timeline", language: str = DEFAULT_LANGUAGE) -> Answer:
        """Say what can be asked, with examples that work; `command` may be empty."""
        say = wording_for(language)
        periods = make_periods(self.index.timeline, say=say)
        return Answer(
            AnswerKind.HELP,
            say.join_words([info.title for info in self.index.timeline.infos]) or say.timeline,
            lines=help_lines(command, periods=periods, say=say),
            examples=self.examples(language),
            note=say.coverage(len(self.index.events), self._years),
            request=Request("help", language=language),
        )

    def _talk(self, talk: Talk, language: str) -> Answer:
        return Answer(
            AnswerKind.HELP,
            reply_to(talk, language),
            examples=self.examples(language)[:EXAMPLES_OF_TALK],
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
    def _examples(self) -> dict[str, tuple[str, ...]]:
        return {}  # filled as languages are spoken; equal whichever thread fills it

    def _make_examples(self, language: str) -> tuple[str, ...]:
        day = date(2000, 1, 1)  # the examples hold no relative dates, so any day will do

        def finds(question: str, event: Event) -> bool:
            finding = self.find(question, today=day)
            shown = [match.event.id for match in finding.matches[: max(1, finding.answering)]]
            return finding.outcome in (Outcome.SURE, Outcome.PERIOD) and event.id in shown[:PAGE]

        return make_examples(self.index.timeline, finds, say=wording_for(language))

    @property
    def _years(self) -> tuple[int, int] | None:
        first, last = self.index.timeline.earliest, self.index.timeline.latest
        return None if first is None or last is None else (first.year, last.year)

    def _from_finding(
        self, finding: Finding, text: str, request: Request, *, offset: int
    ) -> Answer:
        query = finding.query
        if not query.units and not query.has_dates and not finding.answering:
            return Answer(
                AnswerKind.ABSTAIN,
                wording_for(request.language).no_words,
                examples=self.examples(request.language),
                request=request,
            )
        is_only_time = query.occasion is None and not is_worded(query)
        if is_only_time and len(query.phrases) == 1:
            (phrase,) = query.phrases
            times = times_of(phrase, text[phrase.start : phrase.end])
            return self._in_times(times, request, offset=offset)
        if not finding.answering:
            return make_nothing_page(
                finding, text, self.index, request=request, examples=self.examples(request.language)
            )
        return make_found_page(
            finding, text, self.index, request=request, size=self.page, offset=offset
        )

    def _in_times(self, times: Times, request: Request, *, offset: int) -> Answer:
        timeline = self.index.timeline
        return make_period_page(
            times, timeline=timeline, request=request, size=self.page, offset=offset
        )

    def _page(
        self,
        kind: AnswerKind,
        found: Sequence[Match] | Sequence[Event],
        *,
        request: Request,
        offset: int = 0,
        heading: str = "",
        note: str = "",
    ) -> Answer:
        return make_page(
            kind, found, timeline=self.index.timeline, size=self.page, offset=offset,
            request=request, heading=heading, note=note,
        )  # fmt: skip


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
