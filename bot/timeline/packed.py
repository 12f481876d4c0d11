"""A timeline packed into flat buffers, to be kept in a file and looked things up in there."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, TypeVar

from bot.packing import Numbers, Strings, Table, pack_strings, read_text, write_text
from bot.timeline.dates import DateSpan, Day, parse_date
from bot.timeline.event import Event
from bot.timeline.reach import Reach, bounds_of_blocks
from bot.timeline.rows import EventsAt, PackedEvents, Rows, write_event
from bot.timeline.timeline import (
    MOST_WEIGHTY,
    Name,
    SpokenWords,
    Timeline,
    TimelineInfo,
    day_of,
    first_day_of,
    month_of,
    whole_month_of,
)

K = TypeVar("K")

Buffers = dict[str, "bytes | bytearray | memoryview | array[int]"]
"""Named buffers, ready to be written."""

Views = Mapping[str, memoryview]
"""The same buffers as they are read, each cast to the type of its numbers."""

LARGE = 20_000  # events of a store from which on they are packed, not kept as objects

SLOTS = 12 * 31  # one for each day that may be in a year, and some that no year has
NO_SLOT = SLOTS  # of an event that belongs to no day

_STRETCH = 4096  # events looked through at a time
_NEVER = 2**40  # the ordinal of no day: where there is no first day, and as -2**40 no last one
DATES_KEPT = 2048  # in a store in order of time, events of a date are not far from one another
_GROUPS = ("days", "first days", "months", "whole months")


class Columns:
    """What is looked up by number, collected while the events go by in order of time."""

    def __init__(self) -> None:
        self.ids = bytearray()
        self.id_ends = array("Q")
        self.earliest, self.latest, self.sorting = array("i"), array("i"), array("i")
        self.slots = {group: array("H") for group in _GROUPS}
        self.significance = bytearray()
        self.first = _NEVER  # the first day of all that is known, as an ordinal
        self.last = -_NEVER

    def add(self, events: Sequence[Event]) -> None:
        """Note events that follow one another."""
        if not events:
            return
        ids = [write_text(event.id) for event in events]
        start = len(self.ids)
        self.ids += b"".join(ids)
        self.id_ends.extend([start + end for end in accumulate(map(len, ids))])
        self.significance += bytes([event.significance for event in events])
        dated = [_read_date(event.date.edtf) for event in events]
        earliest, latest, sorting, *slots, first, last = zip(*dated, strict=True)
        self.earliest.extend(earliest)
        self.latest.extend(latest)
        self.sorting.extend(sorting)
        for group, found in zip(_GROUPS, slots, strict=True):
            self.slots[group].extend(found)
        self.first, self.last = min(self.first, *first), max(self.last, *last)

    def extend(self, later: Columns) -> None:
        """Add the columns of events that come after these."""
        start = len(self.ids)
        self.ids += later.ids
        self.id_ends.extend(array("Q", [start + end for end in later.id_ends]))
        self.earliest += later.earliest
        self.latest += later.latest
        self.sorting += later.sorting
        for group in _GROUPS:
            self.slots[group] += later.slots[group]
        self.significance += later.significance
        self.first, self.last = min(self.first, later.first), max(self.last, later.last)

    def pack(self, timeline: Timeline) -> Buffers:
        """Return the whole timeline as named buffers; these columns are those of its events."""
        ids, total = Strings(self.ids, self.id_ends), len(self.id_ends)
        rows, row_ends = _pack_rows(timeline.events)
        block_earliest, block_latest = bounds_of_blocks(self.earliest, self.latest)
        newest_first = range(total - 1, -1, -1)
        weighty: list[int] = []
        for level in sorted(set(self.significance), reverse=True):
            of_level = (at for at in newest_first if self.significance[at] == level)
            weighty += [at for at, _ in zip(of_level, range(MOST_WEIGHTY), strict=False)]
        folded = {
            at: write_text(folded)
            for at, raw in enumerate(ids)
            if (folded := (name := read_text(raw)).casefold()) != name
        }
        by_id = _pack_places("ids", range(total), ids.__getitem__)
        by_id |= _pack_places("folded", folded, folded.__getitem__)
        groups: Buffers = {}
        for group in _GROUPS:
            groups |= _pack_group(group, self.slots[group])
        return {
            "infos": write_text(json.dumps([asdict(info) for info in timeline.infos])),
            "ends": array("q", [self.first, self.last]),
            "rows": rows,
            "rows ends": row_ends,
            **by_id,
            **groups,
            "earliest": self.earliest,
            "latest": self.latest,
            "sorting": self.sorting,
            "block earliest": block_earliest,
            "block latest": block_latest,
            "weighty": array("I", weighty[:MOST_WEIGHTY]),
        }


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

    def between(self, span: DateSpan) -> Sequence[Event]:
        """Return all events that may have happened within the span, in order of time."""
        return EventsAt(self.events, array("I", self._reach.find(span)))

    def whole_first(self, span: DateSpan) -> Sequence[Event]:
        """Return what `between` does, the events that lie wholly within the span first."""
        earliest, latest = self._views["earliest"], self._views["latest"]
        first, last = span.earliest.ordinal, span.latest.ordinal
        whole, part = array("I"), array("I")
        for at in self._reach.find(span):
            (whole if first <= earliest[at] and latest[at] <= last else part).append(at)
        return EventsAt(self.events, whole + part)

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
        return self._group("days", _slot_of_day)

    @cached_property
    def _by_first_day(self) -> Mapping[tuple[int, int], Sequence[Event]]:
        return self._group("first days", _slot_of_day)

    @cached_property
    def _by_month(self) -> Mapping[int, Sequence[Event]]:
        return self._group("months", _slot_of_month)

    @cached_property
    def _by_whole_month(self) -> Mapping[int, Sequence[Event]]:
        return self._group("whole months", _slot_of_month)

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


@lru_cache(maxsize=DATES_KEPT)
def _read_date(edtf: str) -> tuple[int, ...]:
    """Return what a date means for the columns; the same for the many events that share it.

    These are its first, last and sorting day, its slot in each of the groups, and the first
    and the last day that is known of it.
    """
    date = parse_date(edtf)
    day, first_day = day_of(date), first_day_of(date)
    month, whole_month = month_of(date), whole_month_of(date)
    earliest, latest = date.earliest.ordinal, date.latest.ordinal
    return (
        earliest,
        latest,
        date.sorting_day.ordinal,
        NO_SLOT if day is None else _slot_of_day(day),
        NO_SLOT if first_day is None else _slot_of_day(first_day),
        NO_SLOT if month is None else _slot_of_month(month),
        NO_SLOT if whole_month is None else _slot_of_month(whole_month),
        _NEVER if date.is_open_start else earliest,
        -_NEVER if date.is_open_end else latest,
    )


def _slot_of_day(day: tuple[int, int]) -> int:
    return (day[0] - 1) * 31 + day[1] - 1


def _slot_of_month(month: int) -> int:
    return (month - 1) * 31


def _pack_group(name: str, slots: array[int]) -> Buffers:
    in_slots = [array("I") for _ in range(SLOTS + 1)]
    for at, slot in enumerate(slots):
        in_slots[slot].append(at)
    places, ends = array("I"), array("Q")
    for found in in_slots[:SLOTS]:
        places += found
        ends.append(len(places))
    return {name: places, f"{name} ends": ends}


def _pack_rows(events: Sequence[Event]) -> tuple[bytes | bytearray | memoryview, Numbers]:
    if isinstance(events, PackedEvents):
        return events.packed()
    return pack_strings(map(write_event, events))


def _pack_places(name: str, places: Iterable[int], key_of: Callable[[int], bytes]) -> Buffers:
    """Pack the places in order of their keys; of equal keys the last one comes first."""
    in_order = array("I", sorted(sorted(places, reverse=True), key=key_of))
    blob, ends = pack_strings(map(key_of, in_order))
    return {name: blob, f"{name} ends": ends, f"{name} places": in_order}


def _read_places(name: str, views: Views, events: Sequence[Event]) -> Table[str, Event]:
    places = views[f"{name} places"]
    return Table(
        Strings(views[name], views[f"{name} ends"]),
        lambda at: events[places[at]],
        write_key=write_text,
        read_key=read_text,
    )


def _day(ordinal: int) -> Day | None:
    return None if abs(ordinal) == _NEVER else Day.from_ordinal(ordinal)


def _read_info(packed: dict[str, Any]) -> TimelineInfo:
    read = {name: _frozen(value) for name, value in packed.items()}
    for name, kind in (("names", Name), ("words", SpokenWords)):
        read[name] = tuple(
            kind(**{part: _frozen(value) for part, value in one.items()}) for one in read[name]
        )
    return TimelineInfo(**read)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
