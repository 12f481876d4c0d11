"""`DailyPost`: what is posted on a day, by what was chosen for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answers.anniversaries import (
    Anniversary,
    find_anniversaries,
    find_month,
    find_week,
    nearest_anniversary,
    skipped_days,
)
from bot.answers.answer import Entry
from bot.answers.entries import make_entry
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.answers.wording.wording import Wording
from bot.timeline.daily_choice import DailyChoice, WhenEmpty
from bot.timeline.timeline import Timeline

MOST_SHOWN = 5  # entries of one post; the rest is for those who ask for more
KEPT_FOR_SKIPPED = 2  # of these, for the days on which nothing is posted
MOST_OF_WEEK = 3  # entries of other days; a day on which nothing is recorded stays a short one


@dataclass(frozen=True, slots=True)
class Part:
    """Entries under a heading of their own; the day's own entries have none."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class DailyPost:
    """One post: the day, a heading, a note that introduces what follows, and the entries.

    `parts` hold the entries to show, five at most, `rest` those that are left for "Show
    more". All texts are plain, not markup.
    """

    day: date
    heading: str
    note: str
    parts: tuple[Part, ...]
    rest: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries to show."""
        return tuple(entry for part in self.parts for entry in part.entries)


def make_daily_post(
    timeline: Timeline,
    day: date,
    *,
    choice: DailyChoice,
    last: date | None = None,
    language: str = DEFAULT_LANGUAGE,
) -> DailyPost | None:
    """Return what is posted on `day`; None where nothing is.

    `last` is the day of the post before, None if there is none. Where days are left out by
    choice, the first post after them brings their round anniversaries.
    """
    own = find_anniversaries(timeline, day, choice=choice)
    skipped = [
        one
        for before in skipped_days(day, days=choice.days, last=last)
        for one in find_anniversaries(timeline, before, choice=choice)
        if one.is_milestone
    ]
    say = wording_for(language)
    heading = say.on_this_day(day.month, day.day)
    if own or skipped:
        room = MOST_SHOWN - min(len(skipped), max(KEPT_FOR_SKIPPED, MOST_SHOWN - len(own)))
        shown, later = own[:room], skipped[: MOST_SHOWN - min(room, len(own))]
        rest = (*own[len(shown) :], *skipped[len(later) :])
        parts = [*_part("", shown, timeline, say=say), *_by_day(later, timeline, say=say)]
        note = "" if own else say.from_skipped_days
        return DailyPost(day, heading, note, tuple(parts), entries_of(rest, timeline, say=say))
    match choice.when_empty:
        case WhenEmpty.NOTHING:
            return None
        case WhenEmpty.WEEK:
            near = find_week(timeline, day, choice=choice)[:MOST_OF_WEEK]
            parts, note = _by_day(near, timeline, say=say), say.this_week
        case WhenEmpty.MONTH:
            near = find_month(timeline, day, choice=choice)[:MOST_OF_WEEK]
            years = sorted({one.event.date.earliest.year for one in near})
            parts, note = list(_part("", near, timeline, say=say)), say.this_month(years)
    return DailyPost(day, heading, note, tuple(parts)) if near else None


def _part(
    heading: str, found: Sequence[Anniversary], timeline: Timeline, *, say: Wording
) -> Iterable[Part]:
    return [Part(heading, entries_of(found, timeline, say=say))] if found else []


def _by_day(found: Sequence[Anniversary], timeline: Timeline, *, say: Wording) -> list[Part]:
    """Return anniversaries of other days, each day under its own date, in the order given."""
    days = dict.fromkeys(one.day for one in found)
    return [
        Part(
            say.weekday_and_day(day),
            entries_of([one for one in found if one.day == day], timeline, say=say),
        )
        for day in days
    ]


def entries_of(
    found: Iterable[Anniversary], timeline: Timeline, *, say: Wording
) -> tuple[Entry, ...]:
    """Return anniversaries as they are shown, each with how long ago it was."""
    return tuple(
        replace(
            make_entry(one.event, timeline, language=say.code),
            remark=say.remembered(one.years, is_moved=one.is_moved),
        )
        for one in found
    )


def find_again(
    timeline: Timeline, ids: Iterable[str], *, day: date, language: str = DEFAULT_LANGUAGE
) -> tuple[Entry, ...]:
    """Return entries by their ids as they are remembered around `day`; unknown ones are left out.

    It is how the rest of a post is shown, perhaps years after it.
    """
    events = [event for event in map(timeline.get, ids) if event is not None]
    again = [nearest_anniversary(event, day) for event in events]
    return entries_of(again, timeline, say=wording_for(language))
