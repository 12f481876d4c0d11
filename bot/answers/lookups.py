"""Answers that need no search: an entry by its id, the newest ones, a day, what can be asked."""

from __future__ import annotations

from datetime import date
from random import Random

from bot.answers.anniversaries import find_anniversaries
from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.daily_post import entries_of
from bot.answers.entries import make_page
from bot.answers.examples import make_periods
from bot.answers.help import help_lines
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.timeline.daily_choice import DailyChoice
from bot.timeline.nearest import MOST_CANDIDATES, find_nearest
from bot.timeline.timeline import Timeline

LONGEST_ID_SHOWN = 100  # characters of an id that is not there, repeated to who asked for it


def make_entry_page(timeline: Timeline, event_id: str, *, language: str) -> Answer:
    """Return the entry of that id; else that there is none, with the id most like it."""
    request = Request.bounded("id", event_id, language=language)
    event = timeline.get(event_id)
    if event is not None:
        return make_page(AnswerKind.EVENT, [event], timeline=timeline, request=request)
    say, wanted = wording_for(language), event_id[:LONGEST_ID_SHOWN]
    told = [say.no_such_event.format(id=wanted)]
    near = find_nearest(wanted, timeline.some_ids(MOST_CANDIDATES))
    if near:
        told.append(say.did_you_mean_id.format(id=near))
    return Answer(AnswerKind.ABSTAIN, " ".join(told), request=request)


def make_random_page(timeline: Timeline, random: Random, *, language: str) -> Answer:
    """Return an entry chosen by `random`; that the timeline is empty, where it is."""
    if not timeline.events:
        request = Request("help", language=language)
        return Answer(AnswerKind.ABSTAIN, wording_for(language).empty_timeline, request=request)
    return make_entry_page(timeline, random.choice(timeline.events).id, language=language)


def make_latest_page(timeline: Timeline, *, language: str, size: int, offset: int) -> Answer:
    """Return the entries of the timeline, the newest first."""
    say, request = wording_for(language), Request("latest", language=language)
    return make_page(
        AnswerKind.EVENTS, timeline.events[::-1], timeline=timeline, size=size, offset=offset,
        request=request, heading=say.newest if timeline.events else say.empty_timeline,
    )  # fmt: skip


def make_day_page(
    timeline: Timeline, day: date, *, choice: DailyChoice, language: str, size: int, offset: int
) -> Answer:
    """Return what is remembered on `day`, chosen and ordered as the daily post does it."""
    say, request = wording_for(language), Request("today", day.isoformat(), language)
    found = find_anniversaries(timeline, day, choice=choice)
    if not found:
        nothing = say.nothing_on_day(day.month, day.day)
        if timeline.begun_on(day.month, day.day):
            nothing = say.nothing_on_day_yet(day.month, day.day, year=day.year)
        return Answer(AnswerKind.TODAY, nothing, request=request)
    offset = offset if 0 <= offset < len(found) else 0
    return Answer(
        AnswerKind.TODAY, say.on_this_day(day.month, day.day), total=len(found), offset=offset,
        entries=entries_of(found[offset : offset + size], timeline, say=say), request=request,
    )  # fmt: skip


def make_help_page(
    timeline: Timeline,
    *,
    command: str,
    examples: tuple[str, ...],
    language: str = DEFAULT_LANGUAGE,
) -> Answer:
    """Return what can be asked; `command` may be empty, `examples` are questions that work."""
    say = wording_for(language)
    first, last = timeline.earliest, timeline.latest
    years = None if first is None or last is None else (first.year, last.year)
    return Answer(
        AnswerKind.HELP,
        say.join_words([info.title for info in timeline.infos]) or say.timeline,
        lines=help_lines(command, periods=make_periods(timeline, say=say), say=say),
        examples=examples,
        note=say.coverage(len(timeline.events), years),
        request=Request("help", language=language),
    )
