"""What is looked up in a timeline by number or by name, as flat buffers made event by event."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import accumulate

from bot.packing import (
    Buffers,
    Numbers,
    Strings,
    heads_of,
    narrow,
    pack_strings,
    read_text,
    write_text,
)
from bot.timeline.dates import parse_date
from bot.timeline.event import Event
from bot.timeline.reach import bounds_of_blocks
from bot.timeline.rows import PackedEvents, write_event
from bot.timeline.timeline import (
    MOST_WEIGHTY,
    Timeline,
    day_of,
    first_day_of,
    month_of,
    whole_month_of,
)

SLOTS = 12 * 31  # one for each day that may be in a year, and some that no year has
NO_SLOT = SLOTS  # of an event that belongs to no day

NEVER = 2**40  # the ordinal of no day: where there is no first day, and as -2**40 no last one
DATES_KEPT = 2048  # in a store in order of time, events of a date are not far from one another
SORTED_AT_ONCE = 16_384  # keys: sorting a million in one go would need more memory than the rest

_GROUPS = ("days", "first days", "months", "whole months")


class Columns:
    """What is looked up by number, collected while the events go by in order of time."""

    def __init__(self) -> None:
        self.ids = bytearray()
        self.id_ends = array("Q")
        self.earliest, self.latest, self.sorting = array("i"), array("i"), array("i")
        self.slots = {group: array("H") for group in _GROUPS}
        self.significance = bytearray()
        self.first = NEVER  # the first day of all that is known, as an ordinal
        self.last = -NEVER

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
        is_folded = self.ids.isascii() and self.ids == self.ids.lower()
        folded = {
            at: write_text(folded)
            for at, raw in enumerate(() if is_folded else ids)
            if (folded := (name := read_text(raw)).casefold()) != name
        }
        by_id = _pack_places("ids", range(total), ids.__getitem__)
        by_id |= _pack_places("folded", tuple(folded), folded.__getitem__)
        groups: Buffers = {}
        for group in _GROUPS:
            groups |= _pack_group(group, self.slots[group])
        return {
            "infos": write_text(json.dumps([asdict(info) for info in timeline.infos])),
            "ends": array("q", [self.first, self.last]),
            "rows": rows,
            "rows ends": narrow(row_ends),
            **by_id,
            **groups,
            "earliest": self.earliest,
            "latest": self.latest,
            "sorting": self.sorting,
            "significance": self.significance,
            "block earliest": block_earliest,
            "block latest": block_latest,
            "weighty": array("I", weighty[:MOST_WEIGHTY]),
        }


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
        NO_SLOT if day is None else slot_of_day(day),
        NO_SLOT if first_day is None else slot_of_day(first_day),
        NO_SLOT if month is None else slot_of_month(month),
        NO_SLOT if whole_month is None else slot_of_month(whole_month),
        NEVER if date.is_open_start else earliest,
        -NEVER if date.is_open_end else latest,
    )


def slot_of_day(day: tuple[int, int]) -> int:
    """Return the slot of a month and day."""
    return (day[0] - 1) * 31 + day[1] - 1


def slot_of_month(month: int) -> int:
    """Return the slot of a month, which is that of its first day."""
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


def _pack_places(name: str, places: Sequence[int], key_of: Callable[[int], bytes]) -> Buffers:
    """Pack the places in order of their keys; of equal keys the last one comes first."""
    in_order = array("I")
    for some in _in_stretches(places, key_of):
        some.sort(reverse=True)
        in_order.extend(sorted(some, key=key_of))
    blob, ends = pack_strings(map(key_of, in_order))
    return {
        name: blob,
        f"{name} ends": narrow(ends),
        f"{name} heads": heads_of(map(key_of, in_order)),
        f"{name} places": in_order,
    }


def _in_stretches(places: Sequence[int], key_of: Callable[[int], bytes]) -> Iterable[list[int]]:
    """Part the places into some with lesser and some with greater keys, in order."""
    sample = sorted(map(key_of, places[:: SORTED_AT_ONCE // _SAMPLED]))
    bounds = sample[_SAMPLED::_SAMPLED]
    stretches = [array("I") for _ in range(len(bounds) + 1)]
    for place in places:
        stretches[bisect_right(bounds, key_of(place))].append(place)
    return map(list, stretches)


_SAMPLED = 32  # keys of a stretch that are looked at to find its bounds
