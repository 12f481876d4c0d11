"""Reading bulk stores: `.jsonl`, one event a line, as a stream and with little memory."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from itertools import chain
from json import JSONDecodeError
from pathlib import Path as FilePath
from typing import Any, BinaryIO

from bot.timeline.event import Event
from bot.timeline.json_document import DECODER
from bot.timeline.reading import MOST_FAULTS, Draft, Reading
from bot.timeline.rows import Rows
from bot.timeline.schema import BULK_EVENT, LONGEST_ID, build_event
from bot.timeline.shapes import Fault
from bot.timeline.timeline import TimelineInfo

LONGEST_LINE = 1_000_000  # bytes: fifty times a full event; a line without end fills no memory
LARGE = 20_000  # events of a store from which on they are packed, not kept as objects
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SHARED = ("people", "places", "organisations", "tags")  # texts that come again and again


def read_bulk(file: FilePath) -> Reading:
    """Read all lines of a bulk file; a line at fault is noted and passed over."""
    info = _info(file)
    events: list[Event] | Rows = []
    lines = array("L")  # of each event, to find it again
    strays: list[Draft] = []  # lines at fault whose id can be read: they may be referred to
    faults: list[Fault] = []
    ids: dict[str | int, str] = {}
    more = 0
    with file.open("rb") as stream:
        for number, raw in enumerate(_read_lines(stream), 1):
            if raw.isspace():
                continue
            fields, fault = _read_line(raw, number)
            if fault is None:
                events.append(build_event(fields, info.id))
                if len(events) == LARGE and isinstance(events, list):
                    events = Rows(events)
                lines.append(number)
                continue
            if event_id := fields.get("id"):
                strays.append(Draft(number, event_id))
            if len(faults) >= MOST_FAULTS:
                more += 1
                continue
            faults.append(fault)
            ids[number] = event_id or ""

    def drafts() -> Iterator[Draft]:
        sound = _drafts(lines, events) if isinstance(events, Rows) else map(_draft, lines, events)
        return chain(sound, strays)

    return Reading(
        file,
        info,
        events,
        faults,
        drafts,
        lambda path, _: (int(path[1]), 1),
        is_bulk=True,
        ids=ids,
        more=more,
    )


def _info(file: FilePath) -> TimelineInfo:
    """Name the timeline by its file: a bulk store has no header."""
    slug = re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:LONGEST_ID]
    return TimelineInfo(sys.intern(slug or "timeline"), re.sub(r"[-_]+", " ", file.stem).strip())


def _read_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield line after line; of one that is too long only the beginning."""
    while line := stream.readline(LONGEST_LINE + 1):
        rest = line
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE + 1)
        yield line


def _read_line(raw: bytes, number: int) -> tuple[dict[str, Any], Fault | None]:
    """Return the fields of a line and the first thing wrong with it."""
    if len(raw) > LONGEST_LINE:
        return {}, Fault((), f"is longer than {LONGEST_LINE:,} bytes", at=(number, 1))
    if number == 1:
        raw = raw.removeprefix(_BYTE_ORDER_MARK)
    try:
        record = DECODER.decode(raw.decode())
    except UnicodeDecodeError as error:
        return {}, Fault((), "is not UTF-8: save it as UTF-8", at=(number, error.start + 1))
    except JSONDecodeError as error:
        what = f"is not JSON: {error.msg}; write one event in each line"
        return {}, Fault((), what, at=(number, error.colno))
    except RecursionError:
        return {}, Fault((), "is nested too deeply", at=(number, 1))
    faults: list[Fault] = []
    fields = BULK_EVENT.read(record, ("events", number), faults=faults)
    for name in _SHARED:
        if name in fields:
            fields[name] = tuple(map(sys.intern, fields[name]))
    return fields, next((fault for fault in faults if not fault.is_warning), None)


def _drafts(lines: Sequence[int], rows: Rows) -> Iterator[Draft]:
    """Yield a draft of each event, with more than its id only where it has links."""
    linked = set(rows.linked)
    for at, (line, event_id) in enumerate(zip(lines, rows.ids, strict=True)):
        yield _draft(line, rows[at]) if at in linked else Draft(line, event_id)


def _draft(line: int, event: Event) -> Draft:
    return Draft(line, event.id, event.date, event.title, event.tags, event.related)
