"""`Rows`: events as bytes, and as `Event` only for as long as somebody looks at one."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import chain, pairwise
from json.encoder import encode_basestring as quote
from operator import attrgetter
from typing import Any, overload

from bot.packing import Numbers, Strings, pack_strings, read_text, write_text
from bot.timeline.dates import parse_date
from bot.timeline.event import NAME_FIELDS, Event, Source

# Events that stay made once they were looked at: those of the last few questions, or all of a
# store that has no more.
KEPT = 2048
BATCH = 128  # events that are read at once where all are walked through

_FIELDS = tuple(field for field in fields(Event) if field.name != "timeline")
_NAMES = tuple(field.name for field in _FIELDS)
_DEFAULTS = tuple(field.default for field in _FIELDS)
_DATE, _SOURCES = _NAMES.index("date"), _NAMES.index("sources")
_TITLE, _SUMMARY = (1 + _NAMES.index(name) for name in ("title", "summary"))  # behind a timeline
_BARE = _DATE + 2  # fields of an event that has no more than an id, a date and a title
_values_of = attrgetter(*_NAMES)
_event: Callable[..., Event] = Event
_dumps = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_loads = json.JSONDecoder().decode
_read_bare = json.JSONDecoder().raw_decode  # the same, of a text with no blanks around it


def write_event(event: Event) -> bytes:
    """Return an event as the bytes from which `read_event` makes an equal one."""
    values = _values_of(event)
    if values[_BARE:] == _DEFAULTS[_BARE:]:  # most of a large store: written without much ado
        texts = event.timeline, event.id, event.date.edtf, event.title
        return write_text(f"[{','.join(map(quote, texts))}]")
    row: list[Any] = list(values)
    while row[-1] == _DEFAULTS[len(row) - 1]:
        row.pop()
    row[_DATE] = event.date.edtf
    if len(row) > _SOURCES:
        row[_SOURCES] = [(s.title, s.publisher, s.url, s.date) for s in event.sources]
    return write_text(_dumps([event.timeline, *row]))


def read_event(raw: bytes) -> Event:
    """Return the event that `write_event` has written."""
    return _make(_read_bare(read_text(raw))[0])


def read_events(raws: Iterable[bytes | memoryview]) -> list[Event]:
    """Return the events that `write_event` has written, one after the other."""
    rows: list[list[Any]] = _loads(read_text(b"[%b]" % b",".join(raws)))
    return list(map(_make, rows))


def _make(row: list[Any]) -> Event:
    if len(row) == 1 + _BARE:  # most of a large store: made without much ado
        timeline, event_id, date, title = row
        return Event(event_id, parse_date(date), title, timeline=sys.intern(timeline))
    timeline, *values = row
    values[_DATE] = parse_date(values[_DATE])
    if len(values) > _BARE:
        values = [tuple(one) if isinstance(one, list) else one for one in values]
        if len(values) > _SOURCES:
            values[_SOURCES] = tuple(Source(*source) for source in values[_SOURCES])
    return _event(*values, timeline=sys.intern(timeline))


class PackedEvents(Sequence[Event]):
    """Events that lie packed, in order of time; one is made when it is asked for."""

    def __init__(self, rows: Strings) -> None:
        self._rows, self._size = rows, len(rows)
        self._make = lru_cache(maxsize=KEPT)(self._read)

    def _read(self, at: int) -> Event:
        return read_event(self._raw(at))

    def _raw(self, at: int) -> bytes:
        if not 0 <= at < len(self._rows):
            raise IndexError(at)
        return self._rows[at]

    def texts(self, at: int) -> tuple[str, str]:
        """Return the title and the summary of an event, without making one that is not kept."""
        if self._size <= KEPT:
            event = self[at]
            return event.title, event.summary
        row = _read_bare(read_text(self._raw(at)))[0]
        return row[_TITLE], row[_SUMMARY] if len(row) > _SUMMARY else ""

    def packed(self) -> tuple[bytes | bytearray | memoryview, Numbers]:
        """Return all events in one piece, in order of time, and where each of them ends."""
        return self._rows.blob, self._rows.ends

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> EventsAt: ...
    def __getitem__(self, at: int | slice) -> Event | EventsAt:
        if type(at) is int and at >= 0:  # asked for some dozen times by each question
            return self._make(at)
        if isinstance(at, slice):
            return EventsAt(self, range(len(self._rows))[at])
        return self._make(at if at >= 0 else at + len(self._rows))

    def __iter__(self) -> Iterator[Event]:
        return chain.from_iterable(walk(self, range(len(self._rows))))

    def read(self, places: Iterable[int]) -> Sequence[Event]:
        """Return the events at these places, made once: they push out nothing that is kept."""
        if self._size <= KEPT:
            return list(map(self._make, places))
        return read_events(map(self._raw, places))


def walk(events: Sequence[Event], places: range) -> Iterator[Sequence[Event]]:
    """Yield the events at these places, which follow one another, some at a time."""
    for start in range(places.start, places.stop, BATCH):
        end = min(start + BATCH, places.stop)
        if isinstance(events, PackedEvents):
            yield events.read(range(start, end))
        else:
            yield events[start:end]


class EventsAt(Sequence[Event]):
    """Some of many events, by their places; made when they are asked for."""

    __slots__ = ("_events", "_places")

    def __init__(self, events: Sequence[Event], places: Sequence[int]) -> None:
        self._events = events
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> EventsAt: ...
    def __getitem__(self, at: int | slice) -> Event | EventsAt:
        if isinstance(at, slice):
            return EventsAt(self._events, self._places[at])
        return self._events[self._places[at]]

    def __iter__(self) -> Iterator[Event]:
        return map(self._events.__getitem__, self._places)


class Rows(Sequence[Event]):
    """Events packed as they come, in the order of a file."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._blob = bytearray()
        self._ends = array("Q")
        self._sort_keys = array("q")
        self.ids: list[str] = []
        self.linked: list[int] = []  # numbers of the events that have tags or name other events
        self._first_use: dict[tuple[str, str], tuple[int, str, int, int]] = {}
        self.extend(events)

    def append(self, event: Event) -> None:
        """Add an event at the end."""
        sort_key = event.date.sort_key
        if event.tags or event.related:
            self.linked.append(len(self.ids))
        if event.people or event.places or event.organisations:
            self._note_names(event, sort_key)
        self._blob += write_event(event)
        self._ends.append(len(self._blob))
        self._sort_keys.append(sort_key)
        self.ids.append(event.id)

    def _note_names(self, event: Event, sort_key: int) -> None:
        for kind, field in enumerate(NAME_FIELDS):
            for place, name in enumerate(getattr(event, field)):
                use = sort_key, event.id, kind, place
                if use < self._first_use.get((field, name), (*use, 0)):
                    self._first_use[field, name] = use

    def extend(self, events: Iterable[Event]) -> None:
        """Add several events at the end."""
        if isinstance(events, Rows):
            self._join(events)
        else:
            for event in events:
                self.append(event)

    def _join(self, later: Rows) -> None:
        bytes_before, rows_before = len(self._blob), len(self.ids)
        self._blob += later._blob
        self._ends.extend(array("Q", [bytes_before + end for end in later._ends]))
        self._sort_keys += later._sort_keys
        self.ids += later.ids
        self.linked += [rows_before + at for at in later.linked]
        for name, use in later._first_use.items():
            self._first_use[name] = min(use, self._first_use.get(name, use))

    def names_used(self) -> tuple[tuple[str, str], ...]:
        """Return each name with its field, in the order in which time first has them."""
        return tuple((name, field) for field, name in sorted(self._first_use, key=self._use))

    def _use(self, key: tuple[str, str]) -> tuple[int, str, int, int]:
        return self._first_use[key]

    def in_order(self) -> PackedEvents:
        """Return the events sorted by date and then by id; nothing may be added any more."""
        rows = Strings(self._blob, self._ends)
        if _is_ascending(self._sort_keys, self.ids):
            return PackedEvents(rows)
        order = sorted(range(len(self)), key=self.ids.__getitem__)
        order.sort(key=self._sort_keys.__getitem__)  # stable: ids stay in order on a date
        return PackedEvents(Strings(*pack_strings(map(rows.__getitem__, order))))

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> Event: ...
    @overload
    def __getitem__(self, at: slice) -> list[Event]: ...
    def __getitem__(self, at: int | slice) -> Event | list[Event]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        return read_event(bytes(self._blob[self._ends[at - 1] if at else 0 : self._ends[at]]))


def _is_ascending(keys: Iterable[int], ids: Iterable[str]) -> bool:
    return all(one <= other for one, other in pairwise(zip(keys, ids, strict=True)))
