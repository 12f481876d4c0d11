"""`Timeline`: all loaded events in order of time, frozen, and the ways to look them up."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from bot.packing import Numbers
from bot.timeline.dates import DateSpan, Day, Precision
from bot.timeline.event import NAME_FIELDS, Event
from bot.timeline.reach import Reach

MOST_WEIGHTY = 60  # events named as the most significant: what examples are made of
LONGEST_VISIT = 7  # days that are remembered on the first of them; more has no day of its own

Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name and the aliases people type; `kind` is the field of events it is for."""

    canonical: str
    kind: str  # "people", "places" or "organisations"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpokenWords:
    """What people say in one language: words that only ask, and words for common topics.

    Each of the `topics` pairs a word with the word, tag or name of the data that it stands for.
    """

    language: str
    question: tuple[str, ...] = ()
    topics: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineInfo:
    """What the header of an event file says of the timeline as a whole.

    `tags` pairs each tag of the vocabulary with its description; each group of `synonyms`
    holds words or phrases that may stand for one another in a question; `regions` pairs a
    large place with the places that lie in it.
    """

    id: str
    title: str
    description: str = ""
    languages: tuple[str, ...] = ()
    licence: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    names: tuple[Name, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    words: tuple[SpokenWords, ...] = ()
    regions: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Timeline:
    """The events of all loaded files in order of time; make one with `build`.

    It never changes and may be shared between threads. Tables for looking things up are
    made at the first call that needs them.
    """

    infos: tuple[TimelineInfo, ...] = ()
    events: Sequence[Event] = ()

    @classmethod
    def build(cls, infos: Iterable[TimelineInfo], events: Iterable[Event]) -> Timeline:
        """Return a timeline of these events, sorted by date and then by id."""
        ordered = sorted(events, key=attrgetter("id"))
        ordered.sort(key=attrgetter("date.sort_key"))  # stable: ids stay in order on a date
        return cls(tuple(infos), tuple(ordered))

    def __len__(self) -> int:
        return len(self.events)

    def get(self, event_id: str) -> Event | None:
        """Return the event with this id, or else one whose id differs only in capitals."""
        if found := self._by_id.get(event_id):
            return found
        folded = event_id.casefold()
        return self._by_id.get(folded) or self._by_folded_id.get(folded)

    def between(self, span: DateSpan) -> Sequence[Event]:
        """Return all events that may have happened within the span, in order of time."""
        events = self.events
        return tuple(events[at] for at in self._reach.find(span))

    def is_empty_between(self, span: DateSpan) -> bool:
        """Whether no event may have happened within the span; quick however long it is."""
        return next(self._reach.find(span), None) is None

    def on_day(self, month: int, day: int) -> Sequence[Event]:
        """Return the events of that day in any year; never ranges, never `~` or `?`."""
        return self._by_day.get((month, day), ())

    def begun_on(self, month: int, day: int) -> Sequence[Event]:
        """Return the events of that day in any year, and those that began on it and took days.

        First and last day are certain, and there is a week between them at most.
        """
        return self._by_first_day.get((month, day), ())

    def in_month(self, month: int) -> Sequence[Event]:
        """Return the events of that month in any year: certain ones, known to the month or day."""
        return self._by_month.get(month, ())

    def some_ids(self, most: int) -> tuple[str, ...]:
        """Return the ids of all events, none where there are more than `most`."""
        return tuple(event.id for event in self.events) if len(self.events) <= most else ()

    def last_day_before(self, day: Day) -> Day | None:
        """Return the last day before `day` on which an event may have happened or ended."""
        return max((e.date.latest for e in self.events if e.date.latest < day), default=None)

    def first_day_after(self, day: Day) -> Day | None:
        """Return the first day after `day` on which an event may have happened or begun."""
        return min((e.date.earliest for e in self.events if e.date.earliest > day), default=None)

    def whole_first(self, span: DateSpan) -> Sequence[Event]:
        """Return what `between` does, the events that lie wholly within the span first.

        Of the others those of few days come before those of many years.
        """
        found = self.between(span)

        def beyond(event: Event) -> int:
            return 0 if span.contains(event.date) else event.date.lasting_days

        return tuple(sorted(found, key=beyond))

    def within_month(self, month: int) -> Sequence[Event]:
        """Return the events that lie within that month of any one year, however certain."""
        return self._by_whole_month.get(month, ())

    def select(self, timeline_id: str) -> Timeline:
        """Return the events and header of one timeline; empty where there is no such id."""
        return Timeline(
            tuple(info for info in self.infos if info.id == timeline_id),
            tuple(event for event in self.events if event.timeline == timeline_id),
        )

    def info(self, timeline_id: str) -> TimelineInfo | None:
        """Return the header of one timeline."""
        return next((info for info in self.infos if info.id == timeline_id), None)

    @cached_property
    def earliest(self) -> Day | None:
        """The first day any event covers, open and unknown beginnings left aside."""
        return min((e.date.earliest for e in self.events if not e.date.is_open_start), default=None)

    @cached_property
    def latest(self) -> Day | None:
        """The last day any event covers, open and unknown ends left aside."""
        return max((e.date.latest for e in self.events if not e.date.is_open_end), default=None)

    @cached_property
    def first_days(self) -> Numbers:
        """The ordinal of the first day of each event, by its place in `events`."""
        return array("q", (event.date.earliest.ordinal for event in self.events))

    @cached_property
    def last_days(self) -> Numbers:
        """The ordinal of the last day of each event, likewise."""
        return array("q", (event.date.latest.ordinal for event in self.events))

    @cached_property
    def significance(self) -> Sequence[int]:
        """The significance of each event, likewise."""
        return bytes(event.significance for event in self.events)

    @cached_property
    def names_used(self) -> tuple[tuple[str, str], ...]:
        """Each name with the field that holds it, in the order in which events first do."""
        return tuple(
            dict.fromkeys(
                (name, field)
                for event in self.events
                for field in NAME_FIELDS
                for name in getattr(event, field)
            )
        )

    @cached_property
    def weightiest(self) -> Sequence[Event]:
        """The most significant events, the newest first among equals; some, not all."""
        newest_first = self.events[::-1]
        levels = sorted({event.significance for event in newest_first}, reverse=True)
        ranked = (e for level in levels for e in newest_first if e.significance == level)
        return tuple(islice(ranked, MOST_WEIGHTY))

    @cached_property
    def _by_id(self) -> Mapping[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def _by_folded_id(self) -> Mapping[str, Event]:
        """Only ids that folding changes, so that an ordinary store pays nothing for it."""
        folded = ((event.id.casefold(), event) for event in self.events)
        return {key: event for key, event in folded if key != event.id}

    @cached_property
    def _by_day(self) -> Mapping[tuple[int, int], Sequence[Event]]:
        return _grouped(self.events, day_of)

    @cached_property
    def _by_first_day(self) -> Mapping[tuple[int, int], Sequence[Event]]:
        return _grouped(self.events, first_day_of)

    @cached_property
    def _by_month(self) -> Mapping[int, Sequence[Event]]:
        return _grouped(self.events, month_of)

    @cached_property
    def _by_whole_month(self) -> Mapping[int, Sequence[Event]]:
        return _grouped(self.events, whole_month_of)

    @cached_property
    def _reach(self) -> Reach:
        return Reach.over([event.date for event in self.events])


def day_of(date: DateSpan) -> tuple[int, int] | None:
    """Return month and day of a date that is one certain day."""
    return date.earliest[1:] if date.is_single_day else None


def first_day_of(date: DateSpan) -> tuple[int, int] | None:
    """Return month and day of a date that begins on a certain day and took a week at most."""
    return date.earliest[1:] if 1 <= date.certain_days <= LONGEST_VISIT else None


def month_of(date: DateSpan) -> int | None:
    """Return the month of a certain date that is known to the month or day."""
    is_certain = not (date.is_interval or date.approximate or date.uncertain)
    return date.earliest.month if is_certain and date.precision <= Precision.MONTH else None


def whole_month_of(date: DateSpan) -> int | None:
    """Return the month that the whole date lies in, known to the day or not."""
    return date.earliest.month if date.earliest[:2] == date.latest[:2] else None


def _grouped(
    events: Iterable[Event], group_of: Callable[[DateSpan], Group | None]
) -> Mapping[Group, Sequence[Event]]:
    groups: defaultdict[Group, list[Event]] = defaultdict(list)
    for event in events:
        group = group_of(event.date)
        if group is not None:
            groups[group].append(event)
    return {group: tuple(found) for group, found in groups.items()}
