"""`Responder`: a question, a period or a day in; an `Answer` out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from random import Random

from bot.answers import phrases as say
from bot.answers.answer import MAX_REQUEST, Answer, AnswerKind, Entry, Request
from bot.answers.examples import make_examples
from bot.answers.periods import neighbours, period_label, recurring_label
from bot.search.followup import Turn
from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.ranking import Finding, Match, Outcome
from bot.search.searching import search
from bot.search.terms import fold
from bot.search.times import nearest_in_time
from bot.search.when import DatePhrase, read_period
from bot.timeline.event import Event

PAGE = 5  # entries at a time: what a person reads in a chat without scrolling

_HELP = frozenset({"help", "?", "hilfe", "помощь", "справка", "도움말", "도움", "usage"})
_ID = re.compile(r"^id[\s:]+(\S.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Responder:
    """Answers from one loaded timeline; frozen, safe to share between threads.

    The clock and chance come from the caller, so that equal calls give equal answers.
    """

    index: Index

    def answer(self, question: str, *, today: date, offset: int = 0) -> Answer:
        """Answer a question put in words; an empty one, or "help", gives help."""
        text = " ".join(question.split())
        if not text or fold(text).strip("!. ") in _HELP:
            return self.help()
        if not self.index.events:
            return Answer(AnswerKind.ABSTAIN, say.EMPTY_TIMELINE, request=_ask(text))
        return self._from_finding(self.find(text, today=today), text, offset=offset)

    def find(self, question: str, *, today: date, context: Sequence[Turn] = ()) -> Finding:
        """Return the matches behind an answer, with scores and reasons.

        `context` holds the earlier turns of the same thread, oldest first.
        """
        return search(question, self.index, today=today, context=context)

    def command(
        self, text: str, *, today: date, random: Random, command: str = "/timeline"
    ) -> Answer:
        """Answer the text of a slash command: a period, a verb, or else a question."""
        text = " ".join(text.split())
        verb = fold(text)
        if not verb or verb in _HELP:
            return self.help(command=command)
        if verb == "today":
            return self.today(today)
        if verb == "random":
            return self.random(random)
        wanted = _ID.match(text)
        if wanted:
            return self.show(wanted.group(1))
        return self.period(text, today=today) or self.answer(text, today=today)

    def period(self, text: str, *, today: date, offset: int = 0) -> Answer | None:
        """List what happened in the period that `text` names; None if it names none."""
        found = read_period(text, today=today)
        if found is None:
            return None
        request = Request("period", text[:MAX_REQUEST])
        if isinstance(found, tuple):
            phrase = DatePhrase(0, len(text), (), found, is_latent=False)
            label, before, after = recurring_label(found), "", ""
            events = self._recurring(found)
        else:
            phrase = DatePhrase(0, len(text), (found,), None, is_latent=False)
            label = period_label(found)
            before, after = neighbours(found, self.index.timeline)
            events = self.index.timeline.between(found)
        if events:
            return self._page(
                AnswerKind.PERIOD, events, offset=offset, request=request,
                heading=say.period_heading(label, len(events)), before=before, after=after,
            )  # fmt: skip
        near = tuple(map(self._entry, nearest_in_time(self.index.events, phrase)))
        return Answer(
            AnswerKind.PERIOD,
            say.NOTHING_IN_PERIOD.format(label=label),
            note=say.NEAREST_IN_TIME if near else "",
            lines=tuple(f"{entry.label}: {entry.title}" for entry in near),
            before=before,
            after=after,
            request=request,
        )

    def _recurring(self, day: tuple[int, int | None]) -> tuple[Event, ...]:
        month, number = day
        if number is not None:
            return self.index.timeline.on_day(month, number)
        return tuple(
            event
            for event in self.index.events
            if event.date.earliest.month == month
            and event.date.latest.month == month
            and event.date.earliest.year == event.date.latest.year
        )

    def today(self, day: date, *, offset: int = 0) -> Answer:
        """List what happened on the month and day of `day`, weightiest first."""
        events = sorted(
            self.index.timeline.on_day(day.month, day.day),
            key=lambda event: (-event.significance, event.date.sort_key, event.id),
        )
        label = f"{day.day} {say.MONTHS[day.month - 1]}"
        request = Request("today", day.isoformat())
        if not events:
            heading = say.NOTHING_TODAY.format(label=label)
            return Answer(AnswerKind.TODAY, heading, request=request)
        return self._page(
            AnswerKind.TODAY, events, offset=offset, request=request,
            heading=f"On this day, {label}", day=day,
        )  # fmt: skip

    def show(self, event_id: str) -> Answer:
        """Show one entry by its id."""
        request = Request("id", event_id[:MAX_REQUEST])
        event = self.index.timeline.get(event_id)
        if event is None:
            heading = say.NO_SUCH_EVENT.format(id=event_id[:100])
            return Answer(AnswerKind.ABSTAIN, heading, request=request)
        return self._page(
            AnswerKind.EVENT, [event], offset=0, request=request, heading=say.date_label(event.date)
        )

    def random(self, random: Random) -> Answer:
        """Show an entry chosen by `random`."""
        if not self.index.events:
            return Answer(AnswerKind.ABSTAIN, say.EMPTY_TIMELINE, request=Request("help"))
        return self.show(random.choice(self.index.events).id)

    def help(self, *, command: str = "/timeline") -> Answer:
        """Say what can be asked, with examples that work."""
        return Answer(
            AnswerKind.HELP,
            self._title,
            lines=say.help_lines(command),
            examples=self.examples,
            note=say.coverage(len(self.index.events), self._years),
            request=Request("help"),
        )

    def again(self, request: Request, *, today: date, offset: int = 0) -> Answer:
        """Return the answer that `request` stands for, from `offset` on."""
        match request.verb:
            case "ask":
                return self.answer(request.text, today=today, offset=offset)
            case "period":
                found = self.period(request.text, today=today, offset=offset)
                return found or self.answer(request.text, today=today, offset=offset)
            case "today":
                try:
                    return self.today(date.fromisoformat(request.text), offset=offset)
                except ValueError:
                    return self.today(today, offset=offset)
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
        request = _ask(text)
        note = say.searched_for(finding.query.corrections) if finding.answering else ""
        if not finding.query.units and not finding.query.has_dates:
            return Answer(AnswerKind.ABSTAIN, say.NO_WORDS, examples=self.examples, request=request)
        if not finding.answering:
            return self._nothing(finding, request)
        matches = finding.matches[: finding.answering]
        if finding.outcome is Outcome.PERIOD:
            phrase = finding.query.phrases[0]
            label = (
                recurring_label(phrase.recurring)
                if phrase.recurring is not None
                else period_label(phrase.spans[0])
            )
            return self._page(
                AnswerKind.PERIOD, [m.event for m in matches], offset=offset, request=request,
                heading=say.period_heading(label, len(matches)), note=note,
            )  # fmt: skip
        if finding.outcome is Outcome.CHOICES:
            return self._page(
                AnswerKind.CHOICES, matches, offset=offset, request=request,
                heading=say.DID_YOU_MEAN, note=note,
            )  # fmt: skip
        if finding.query.asked in (Asked.COUNT, Asked.LIST):
            matches = tuple(sorted(matches, key=lambda m: m.event.date.sort_key))
        heading = _heading(finding, matches)
        return self._page(
            AnswerKind.EVENTS, matches, offset=offset, request=request, heading=heading, note=note
        )

    def _period_heading(self, finding: Finding) -> str:
        if not finding.query.phrases:  # "the oldest entry"
            return say.several_heading(finding.answering)
        label = _time_label(finding.query.phrases[0])
        return say.period_heading(label, finding.answering)

    def _nothing(self, finding: Finding, request: Request) -> Answer:
        near = finding.matches[:3]
        heading = say.NOTHING_FOUND
        note = say.NOTHING_FOUND_NEAREST if near else ""
        phrases = finding.query.phrases
        if phrases:
            about = say.NOTHING_ABOUT_IT if finding.query.units else say.NOTHING_IN_PERIOD
            heading = about.format(label=_time_label(phrases[0]))
            note = (note if finding.query.units else say.NEAREST_IN_TIME) if near else ""
        return Answer(
            AnswerKind.ABSTAIN,
            heading,
            entries=tuple(self._entry(match) for match in near),
            total=len(near),
            note=note,
            request=request,
        )

    def _page(
        self,
        kind: AnswerKind,
        found: Sequence[Match] | Sequence[Event],
        *,
        offset: int,
        request: Request,
        heading: str,
        note: str = "",
        before: str = "",
        after: str = "",
        day: date | None = None,
    ) -> Answer:
        offset = offset if 0 <= offset < len(found) else 0
        page = found[offset : offset + PAGE]
        return Answer(
            kind,
            heading,
            entries=tuple(self._entry(item, day=day) for item in page),
            total=len(found),
            offset=offset,
            note=note,
            before=before,
            after=after,
            request=request,
        )

    def _entry(self, item: Match | Event, *, day: date | None = None) -> Entry:
        event = item.event if isinstance(item, Match) else item
        infos = self.index.timeline.infos
        info = self.index.timeline.info(event.timeline) if len(infos) > 1 else None
        return Entry(
            id=event.id,
            date=event.date.edtf,
            label=say.date_label(event.date),
            title=event.title,
            summary=event.summary,
            note=event.note,
            symbol=event.symbol,
            remark=say.years_ago(day.year - event.date.earliest.year) if day else "",
            timeline=info.title if info else "",
            sources=event.sources,
            score=item.score if isinstance(item, Match) else None,
            reasons=item.reasons if isinstance(item, Match) else (),
        )


def _ask(text: str) -> Request:
    return Request("ask", text[:MAX_REQUEST])


def _time_label(phrase: DatePhrase) -> str:
    if phrase.recurring is not None:
        return recurring_label(phrase.recurring)
    return period_label(phrase.spans[0])


def _heading(finding: Finding, matches: Sequence[Match]) -> str:
    asked = finding.query.asked
    if asked is Asked.COUNT:
        return say.count_heading(len(matches))
    if len(matches) == 1:
        label = say.date_label(matches[0].event.date)
        return label if asked is Asked.WHEN else say.THIS_IS_RECORDED
    return say.several_heading(len(matches))
