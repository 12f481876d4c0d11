"""`Responder`: a question, a period or a day in; an `Answer` out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from random import Random

from bot.answers import phrases as say
from bot.answers.anniversaries import find_anniversaries
from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.daily_post import DailyPost, entries_of, make_daily_post
from bot.answers.daily_words import NOTHING_YET, day_and_month, on_this_day
from bot.answers.entries import PAGE, make_entry, make_page
from bot.answers.examples import make_examples, make_periods
from bot.answers.headings import (
    MOST_CHOICES,
    heading,
    is_counted,
    is_worded,
    nothing_heading,
    times_label,
)
from bot.answers.help import help_lines
from bot.answers.impossible import impossible_date
from bot.answers.period_pages import make_period_page
from bot.answers.periods import Times, read_times, times_of
from bot.answers.smalltalk import read_talk, reply_to
from bot.answers.verbs import bare_id, read_id, read_verb
from bot.search.followup import Turn
from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.ranking import Finding, Match, Outcome
from bot.search.searching import search
from bot.search.terms import MAX_TEXT
from bot.timeline.daily_choice import DailyChoice
from bot.timeline.event import Event
from bot.timeline.nearest import find_nearest

ALL = DailyChoice()  # every timeline, tag and person
NEAREST = 3  # entries named where nothing answers
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
    ) -> Answer:
        """Answer whatever somebody says: a verb, an id, a period, a greeting or a question.

        `command` is the slash command that the help names, empty where there is none;
        `context` holds the earlier turns of the same conversation, oldest first.
        """
        text = " ".join(text.split())
        match read_verb(text):
            case "help":
                return self.help(command=command)
            case "today":
                return self.today(today, offset=offset)
            case "random":
                return self.random(random)
            case "latest":
                return self.latest(offset=offset)
        if wanted := read_id(text):
            return self.show(wanted)
        talk = read_talk(text)
        if talk is not None:
            examples = self.examples[:EXAMPLES_OF_TALK]
            return Answer(AnswerKind.HELP, reply_to(*talk), examples=examples)
        period = self.period(text, today=today, offset=offset)
        if period is not None:
            return period
        if (pasted := bare_id(text)) and self.index.timeline.get(pasted):
            return self.show(pasted)
        return self.answer(text, today=today, offset=offset, context=context)

    def command(
        self, text: str, *, today: date, random: Random, command: str = "/timeline"
    ) -> Answer:
        """Answer the text of a slash command, which stands in no conversation."""
        return self.reply(text, today=today, random=random, command=command)

    def answer(
        self, question: str, *, today: date, offset: int = 0, context: Sequence[Turn] = ()
    ) -> Answer:
        """Answer a question put in words; an empty one, or "help", gives help."""
        text = " ".join(question.split())
        if read_verb(text) == "help":
            return self.help()
        if not self.index.events:
            return Answer(
                AnswerKind.ABSTAIN, say.EMPTY_TIMELINE, request=Request.bounded("ask", text)
            )
        finding = self.find(text, today=today, context=context)
        answer = self._from_finding(finding, text, offset=offset)
        if len(text) <= MAX_TEXT:
            return answer
        return replace(answer, note=" ".join(filter(None, (answer.note, say.TOO_LONG))))

    def find(self, question: str, *, today: date, context: Sequence[Turn] = ()) -> Finding:
        """Return the matches behind an answer, with scores and reasons.

        `context` holds the earlier turns of the same thread, oldest first.
        """
        return search(question, self.index, today=today, context=context)

    def period(self, text: str, *, today: date, offset: int = 0) -> Answer | None:
        """List what happened in the period or periods that `text` names; None if it names none."""
        request = Request.bounded("period", text)
        reason = impossible_date(text, today=today)
        if reason:
            return Answer(AnswerKind.ABSTAIN, reason, request=request)
        times = read_times(text, today=today)
        return None if times is None else self._in_times(times, request, offset=offset)

    def today(self, day: date, *, offset: int = 0, choice: DailyChoice = ALL) -> Answer:
        """List what is remembered on `day`, chosen and ordered as the daily post does it."""
        timeline = self.index.timeline
        found = find_anniversaries(timeline, day, choice=choice)
        request = Request("today", day.isoformat())
        if not found:
            label = day_and_month(day)
            nothing = say.NOTHING_TODAY.format(label=label)
            if timeline.begun_on(day.month, day.day):
                nothing = NOTHING_YET.format(label=label, year=day.year)
            return Answer(AnswerKind.TODAY, nothing, request=request)
        offset = offset if 0 <= offset < len(found) else 0
        return Answer(
            AnswerKind.TODAY, on_this_day(day), total=len(found), offset=offset,
            entries=entries_of(found[offset : offset + self.page], timeline), request=request,
        )  # fmt: skip

    def daily(
        self, day: date, choice: DailyChoice, *, last: date | None = None
    ) -> DailyPost | None:
        """Return what is posted on `day`, None where nothing is; see `make_daily_post`."""
        return make_daily_post(self.index.timeline, day, choice=choice, last=last)

    def latest(self, *, offset: int = 0) -> Answer:
        """List the newest entries, newest first."""
        return self._page(
            AnswerKind.EVENTS, self.index.events[::-1], offset=offset, request=Request("latest"),
            heading=say.NEWEST if self.index.events else say.EMPTY_TIMELINE,
        )  # fmt: skip

    def show(self, event_id: str) -> Answer:
        """Show one entry by its id."""
        request = Request.bounded("id", event_id)
        event = self.index.timeline.get(event_id)
        if event is not None:
            return self._page(AnswerKind.EVENT, [event], request=request)
        told = [say.NO_SUCH_EVENT.format(id=event_id[:100])]
        near = find_nearest(event_id[:100], [event.id for event in self.index.events])
        if near:
            told.append(say.DID_YOU_MEAN_ID.format(id=near))
        return Answer(AnswerKind.ABSTAIN, " ".join(told), request=request)

    def random(self, random: Random) -> Answer:
        """Show an entry chosen by `random`."""
        if not self.index.events:
            return Answer(AnswerKind.ABSTAIN, say.EMPTY_TIMELINE, request=Request("help"))
        return self.show(random.choice(self.index.events).id)

    def help(self, *, command: str = "/timeline") -> Answer:
        """Say what can be asked, with examples that work; `command` may be empty."""
        return Answer(
            AnswerKind.HELP,
            self._title,
            lines=help_lines(command, periods=make_periods(self.index.timeline)),
            examples=self.examples,
            note=say.coverage(len(self.index.events), self._years),
            request=Request("help"),
        )

    def again(
        self, request: Request, *, today: date, offset: int = 0, context: Sequence[Turn] = ()
    ) -> Answer:
        """Return the answer that `request` stands for, from `offset` on.

        A question that leaned on earlier turns needs them again as its `context`.
        """
        match request.verb:
            case "ask":
                return self.answer(request.text, today=today, offset=offset, context=context)
            case "period":
                found = self.period(request.text, today=today, offset=offset)
                return found or self.answer(request.text, today=today, offset=offset)
            case "today":
                try:
                    return self.today(date.fromisoformat(request.text), offset=offset)
                except ValueError:
                    return self.today(today, offset=offset)
            case "latest":
                return self.latest(offset=offset)
            case "id":
                return self.show(request.text)
            case _:
                return self.help()

    @cached_property
    def examples(self) -> tuple[str, ...]:
        """Questions that are answered with what they ask about."""
        day = date(2000, 1, 1)  # the examples hold no relative dates, so any day will do

        def finds(question: str, event: Event) -> bool:
            finding = self.find(question, today=day)
            shown = [match.event.id for match in finding.matches[: max(1, finding.answering)]]
            return finding.outcome in (Outcome.SURE, Outcome.PERIOD) and event.id in shown[:PAGE]

        return make_examples(self.index.timeline, finds)

    @property
    def _title(self) -> str:
        return say.join_words([info.title for info in self.index.timeline.infos]) or "Timeline"

    @property
    def _years(self) -> tuple[str, str]:
        first, last = self.index.timeline.earliest, self.index.timeline.latest
        if first is None or last is None:
            return "", ""
        return say.year_label(first.year), say.year_label(last.year)

    def _from_finding(self, finding: Finding, text: str, *, offset: int) -> Answer:
        request, query = Request.bounded("ask", text), finding.query
        if not query.units and not query.has_dates and not finding.answering:
            return Answer(AnswerKind.ABSTAIN, say.NO_WORDS, examples=self.examples, request=request)
        is_only_time = query.occasion is None and not is_worded(query)
        if is_only_time and len(query.phrases) == 1:
            (phrase,) = query.phrases
            times = times_of(phrase, text[phrase.start : phrase.end])
            return self._in_times(times, request, offset=offset)
        if not finding.answering:
            return self._nothing(finding, text)
        return self._found(finding, text, offset=offset)

    def _found(self, finding: Finding, text: str, *, offset: int) -> Answer:
        query, matches = finding.query, finding.matches[: finding.answering]
        request, note = Request.bounded("ask", text), say.searched_for(finding.query.corrections)
        if finding.outcome is Outcome.CHOICES:
            choices = say.choices_heading(len(matches), most=MOST_CHOICES)
            return self._page(
                AnswerKind.CHOICES, matches, offset=offset, request=request,
                heading=choices, note=note,
            )  # fmt: skip
        if finding.outcome is Outcome.PERIOD and query.occasion is None:
            label = times_label(query.phrases, text)
            return self._page(
                AnswerKind.PERIOD, [match.event for match in matches], offset=offset,
                request=request, heading=say.period_heading(label, len(matches)), note=note,
            )  # fmt: skip
        if finding.outcome is Outcome.PERIOD:  # "the oldest entry", "the last one of 2022"
            matches = matches[:1]
        is_count = query.asked is Asked.COUNT and is_counted(text, self.index)
        if is_count or query.asked is Asked.LIST:
            matches = tuple(sorted(matches, key=lambda match: match.event.date.sort_key))
        return self._page(
            AnswerKind.EVENTS, matches, offset=offset, request=request, note=note,
            heading=heading(finding, len(matches), is_count=is_count),
        )  # fmt: skip

    def _nothing(self, finding: Finding, text: str) -> Answer:
        near = finding.matches[:NEAREST]
        told, is_unrelated = nothing_heading(finding, text, self.index)
        return Answer(
            AnswerKind.ABSTAIN,
            told,
            entries=tuple(make_entry(match, self.index.timeline) for match in near),
            total=len(near),
            note=say.nearest_note(len(near), is_unrelated=is_unrelated) if near else "",
            examples=self.examples,
            request=Request.bounded("ask", text),
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
