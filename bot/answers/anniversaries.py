"""What is remembered on a day: the events of its month and day in earlier years, in their order.

The daily post, `today` and the App Home all choose by this file. Only events whose date is one
certain day count, and those that began on a certain day and took a week at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta

from bot.timeline.daily_choice import DailyChoice, LeapDay
from bot.timeline.day import Day, is_leap_year
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

VARIED = 5  # places that are given by variety, too: as many as one post shows
MILESTONES = (100, 75, 50, 25, 10, 5)  # years, the weightiest first
NO_MILESTONE = len(MILESTONES)
_ALL = DailyChoice()


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event as it is remembered on a day.

    `years` is how long ago it was on that day. `is_moved` tells that it was a 29 February,
    remembered on the day before or after because this year has none.
    """

    event: Event
    day: date
    years: int
    is_moved: bool = False

    @property
    def is_milestone(self) -> bool:
        """Whether it is a round number of years ago: a multiple of five."""
        return milestone_rank(self.years) < NO_MILESTONE


def find_anniversaries(
    timeline: Timeline, day: date, *, choice: DailyChoice = _ALL
) -> tuple[Anniversary, ...]:
    """Return what is remembered on `day`, the weightiest first; nothing that came later.

    The order is by significance, then by milestone (see `milestone_rank`). Among equals the
    first places go to years and tags that have not been shown yet, and then to the earlier.
    Equal events are always in the same order, however they were loaded.
    """
    found = [
        Anniversary(event, day, day.year - event.date.earliest.year, is_moved=is_moved)
        for month, number, is_moved in _dates_of(day, choice.leap_day)
        for event in timeline.begun_on(month, number)
        if event.date.earliest.year <= day.year and passes(event, choice)
    ]
    return tuple(put_in_order(found))


def _dates_of(day: date, leap_day: LeapDay) -> Iterator[tuple[int, int, bool]]:
    """Yield month and day of the dates remembered on `day`, and whether they are moved there."""
    yield day.month, day.day, False
    if is_leap_year(day.year):
        return
    stands_in = {LeapDay.FEBRUARY_28: (2, 28), LeapDay.MARCH_1: (3, 1)}.get(leap_day)
    if (day.month, day.day) == stands_in:
        yield 2, 29, True


def find_month(
    timeline: Timeline, day: date, *, choice: DailyChoice = _ALL
) -> tuple[Anniversary, ...]:
    """Return what happened in the month of `day`, in this or an earlier year, until that day.

    Beside certain days, these are events of which the month is certain and no more is known.
    """
    until = Day.from_date(day)
    return tuple(
        put_in_order(
            Anniversary(event, day, day.year - event.date.earliest.year)
            for event in timeline.in_month(day.month)
            if event.date.latest <= until and passes(event, choice)
        )
    )


def find_week(
    timeline: Timeline, day: date, *, choice: DailyChoice = _ALL
) -> tuple[Anniversary, ...]:
    """Return what is remembered on the other days of the week of `day`, the nearest day first.

    The week goes from Monday to Sunday; of two days equally near the coming one is first.
    """
    days = [day + timedelta(days=away) for away in _of_week(day) if away]
    days.sort(key=lambda other: (abs(other - day), other < day))
    return tuple(
        one for other in days for one in find_anniversaries(timeline, other, choice=choice)
    )


def _of_week(day: date) -> range:
    first = max(-day.weekday(), (date.min - day).days)
    return range(first, min(7 - day.weekday(), (date.max - day).days + 1))


def passes(event: Event, choice: DailyChoice) -> bool:
    """Whether an event is of the timeline, the tags and the people that are chosen."""
    return (
        choice.timeline in ("", event.timeline)
        and (not choice.tags or not set(choice.tags).isdisjoint(event.tags))
        and (not choice.people or not set(choice.people).isdisjoint(event.people))
    )


def milestone_rank(years: int) -> int:
    """Return the place of a number of years among the milestones; 0 is the weightiest.

    Every multiple of a hundred counts as one hundred, 175 as 75, and so on.
    """
    if years <= 0:
        return NO_MILESTONE
    for rank, milestone in enumerate(MILESTONES):
        if years % 100 == 75 if milestone == 75 else years % milestone == 0:
            return rank
    return NO_MILESTONE


def put_in_order(found: Iterable[Anniversary]) -> list[Anniversary]:
    """Return anniversaries in the order in which they are shown."""
    left = sorted(found, key=lambda one: (*_weight(one), one.event.date.sort_key, one.event.id))
    chosen: list[Anniversary] = []
    years: Counter[int] = Counter()
    tags: Counter[str] = Counter()
    while left and len(chosen) < VARIED:
        weight = _weight(left[0])
        equals = [one for one in left if _weight(one) == weight]
        one = min(equals, key=lambda one: (years[one.years], _shared(one, tags)))
        left.remove(one)  # by value, and no two are equal: their ids differ
        chosen.append(one)
        years[one.years] += 1
        tags.update(one.event.tags)
    return chosen + left


def _weight(one: Anniversary) -> tuple[int, int]:
    return -one.event.significance, milestone_rank(one.years)


def _shared(one: Anniversary, tags: Counter[str]) -> int:
    return sum(tags[tag] for tag in one.event.tags)


def nearest_anniversary(event: Event, day: date) -> Anniversary:
    """Return an event as it is remembered on the day of its own that is nearest to `day`.

    At the turn of a year that may be a day of the year before or after.
    """
    of_years = [
        own for year in (day.year - 1, day.year, day.year + 1) for own in _own_day(event, year)
    ]
    own = min(of_years, key=lambda other: abs(other - day))
    first = event.date.earliest
    is_moved = (first.month, first.day) != (own.month, own.day)
    return Anniversary(event, own, own.year - first.year, is_moved=is_moved)


def _own_day(event: Event, year: int) -> Iterator[date]:
    first = event.date.earliest
    if not MINYEAR <= year <= date.max.year:
        return
    is_missing = (first.month, first.day) == (2, 29) and not is_leap_year(year)
    yield date(year, first.month, 28 if is_missing else first.day)


def skipped_days(day: date, *, days: Sequence[int], last: date | None) -> tuple[date, ...]:
    """Return the days before `day` on which nothing is posted by choice, in order of time.

    They go back to the day after `last`, the day of the last post, or to the last day on
    which there would have been one; a week at most, since no choice leaves out more.
    """
    skipped: list[date] = []
    for back in range(1, _MOST_SKIPPED + 1):
        if (day - date.min).days < back:
            break
        before = day - timedelta(days=back)
        if last is not None and before <= last:
            break
        if before.weekday() not in days:
            skipped.append(before)
        elif last is None:
            break
    return tuple(reversed(skipped))


_MOST_SKIPPED = 6  # days: one in seven is chosen at least
