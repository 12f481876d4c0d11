"""A timeline that lies packed in flat buffers, and looks things up in there."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from bot.packing import Numbers, Strings, Table, Views, read_text, sorted_in, write_text
from bot.timeline.columns import NEVER, SLOTS, slot_of_day, slot_of_month
from bot.timeline.dates import DateSpan, Day
from bot.timeline.event import Event
from bot.timeline.reach import Reach
from bot.timeline.rows import EventsAt, PackedEvents, Rows
from bot.timeline.timeline import Name, SpokenWords, Timeline, TimelineInfo

K = TypeVar("K")

LARGE = 20_000  # events of a store from which on they are packed, not kept as objects

_STRETCH = 4096  # events looked through at a time


class BulkTimeline(Timeline):
    """A timeline of so many events that they are kept packed; only good to make an index of."""

    def __init__(self, infos: Sequence[TimelineInfo], rows: Rows) -> None:
        super().__init__(tuple(infos), rows.in_order())
        object.__setattr__(self, "_rows_names", rows.names_used())

    _rows_names: tuple[tuple[str, str], ...]

    @cached_property
    def names_used(self) -> tuple[tuple[str, str], ...]:
        """Each name with the field that holds it, in the order in which events first do."""
        return self._rows_names


class PackedTimeline(Timeline):
    """A timeline whose events and tables lie packed in buffers, which it looks up in place."""

    def __init__(self, views: Views) -> None:
        infos = tuple(map(_read_info, json.loads(read_text(views["infos"].tobytes()))))
        super().__init__(infos, PackedEvents(Strings(views["rows"], views["rows ends"])))
        object.__setattr__(self, "_views", views)

    _views: Views

    @cached_property
    def earliest(self) -> Day | None:
        """The first day any event covers, open and unknown beginnings left aside."""
        return _day(self._views["ends"][0])

    @cached_property
    def latest(self) -> Day | None:
        """The last day any event covers, open and unknown ends left aside."""
        return _day(self._views["ends"][1])

    @cached_property
    def first_days(self) -> Numbers:
        """The ordinal of the first day of each event, by its place in `events`."""
        return self._views["earliest"]

    @cached_property
    def last_days(self) -> Numbers:
        """The ordinal of the last day of each event, likewise."""
        return self._views["latest"]

    @cached_property
    def significance(self) -> Sequence[int]:
        """The significance of each event, likewise."""
        return self._views["significance"]

    def between(self, span: DateSpan) -> Sequence[Event]:
        """Return all events that may have happened within the span, in order of time."""
        return EventsAt(self.events, array("I", self._reach.find(span)))

    def whole_first(self, span: DateSpan) -> Sequence[Event]:
        """Return what `between` does, those wholly within the span first, then the shortest."""
        earliest, latest = self._views["earliest"], self._views["latest"]
        first, last = span.earliest.ordinal, span.latest.ordinal
        whole, part = array("I"), array("I")
        for at in self._reach.find(span):
            (whole if first <= earliest[at] and latest[at] <= last else part).append(at)
        by_length = array("I", sorted(part, key=lambda at: latest[at] - earliest[at]))
        return EventsAt(self.events, whole + by_length)

    def last_day_before(self, day: Day) -> Day | None:
        """Return the last day before `day` on which an event may have happened or ended."""
        # None begins later than it ends: those before the day stand before it in order.
        end, best, limit = bisect_left(self._views["sorting"], day.ordinal), None, day.ordinal
        for start in range(max(0, end - _STRETCH), -_STRETCH, -_STRETCH):
            stretch = self._views["latest"][max(0, start) : start + _STRETCH][: end - max(0, start)]
            found = max((one for one in stretch if one < limit), default=None)
            if found is not None and (best is None or found > best):
                best = found
            if best == limit - 1:
                break  # no later day is possible
        return None if best is None else Day.from_ordinal(best)

    def first_day_after(self, day: Day) -> Day | None:
        """Return the first day after `day` on which an event may have happened or begun."""
        sorting, earliest = self._views["sorting"], self._views["earliest"]
        for at in range(bisect_right(sorting, day.ordinal), len(sorting)):
            if earliest[at] == sorting[at]:  # of the others nobody knows when they began
                return Day.from_ordinal(earliest[at])
        return None

    def select(self, timeline_id: str) -> Timeline:
        """Return the events and header of one timeline; empty where there is no such id."""
        if [info.id for info in self.infos] == [timeline_id]:
            return self
        infos = [info for info in self.infos if info.id == timeline_id]
        found = (event for event in self.events if event.timeline == timeline_id)
        if len(self.events) >= LARGE:
            return BulkTimeline(infos, Rows(found))
        return Timeline(tuple(infos), tuple(found))

    @cached_property
    def weightiest(self) -> Sequence[Event]:
        """The most significant events, the newest first among equals; some, not all."""
        return EventsAt(self.events, self._views["weighty"])

    @cached_property
    def _by_id(self) -> Mapping[str, Event]:
        return _read_places("ids", self._views, self.events)

    @cached_property
    def _by_folded_id(self) -> Mapping[str, Event]:
        return _read_places("folded", self._views, self.events)

    @cached_property
    def _by_day(self) -> Mapping[tuple[int, int], Sequence[Event]]:
        return self._group("days", slot_of_day)

    @cached_property
    def _by_first_day(self) -> Mapping[tuple[int, int], Sequence[Event]]:
        return self._group("first days", slot_of_day)

    @cached_property
    def _by_month(self) -> Mapping[int, Sequence[Event]]:
        return self._group("months", slot_of_month)

    @cached_property
    def _by_whole_month(self) -> Mapping[int, Sequence[Event]]:
        return self._group("whole months", slot_of_month)

    def _group(self, name: str, slot_of: Callable[[K], int]) -> Mapping[K, Sequence[Event]]:
        return _Grouped(self.events, self._views[name], self._views[f"{name} ends"], slot_of)

    @cached_property
    def _reach(self) -> Reach:
        views = self._views
        blocks = views["block earliest"], views["block latest"]
        return Reach(views["earliest"], views["latest"], blocks=blocks)


class _Grouped(Mapping[K, Sequence[Event]]):
    """The events of each day, or each month, of the year."""

    def __init__(
        self,
        events: Sequence[Event],
        places: memoryview,
        ends: memoryview,
        slot_of: Callable[[K], int],
    ) -> None:
        self._events, self._places, self._ends, self._slot_of = events, places, ends, slot_of

    def __getitem__(self, key: K) -> Sequence[Event]:
        slot = self._slot_of(key)
        if not 0 <= slot < SLOTS:
            raise KeyError(key)
        start = self._ends[slot - 1] if slot else 0
        return EventsAt(self._events, self._places[start : self._ends[slot]])

    def __iter__(self) -> Iterator[K]:
        raise TypeError("the groups are looked up one by one")

    def __len__(self) -> int:
        return SLOTS


def _read_places(name: str, views: Views, events: Sequence[Event]) -> Table[str, Event]:
    places = views[f"{name} places"]
    return Table(
        sorted_in(views, name),
        lambda at: events[places[at]],
        write_key=write_text,
        read_key=read_text,
    )


def _day(ordinal: int) -> Day | None:
    return None if abs(ordinal) == NEVER else Day.from_ordinal(ordinal)


def _read_info(packed: dict[str, Any]) -> TimelineInfo:
    read = {name: _frozen(value) for name, value in packed.items()}
    for name, kind in (("names", Name), ("words", SpokenWords)):
        read[name] = tuple(
            kind(**{part: _frozen(value) for part, value in one.items()}) for one in read[name]
        )
    return TimelineInfo(**read)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
