"""Reading bulk stores: `.jsonl`, one event a line, as a stream and with little memory."""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, pairwise
from json import JSONDecodeError
from pathlib import Path as FilePath
from typing import Any, BinaryIO, TypeVar

from bot.timeline.document import CONFLICT
from bot.timeline.event import Event
from bot.timeline.json_document import DECODER
from bot.timeline.packed import LARGE
from bot.timeline.reading import MOST_FAULTS, Draft, Reading
from bot.timeline.rows import Rows
from bot.timeline.schema import BULK_EVENT, LONGEST_ID, build_event
from bot.timeline.shapes import Fault
from bot.timeline.timeline import TimelineInfo

LONGEST_LINE = 1_000_000  # bytes: fifty times a full event; a line without end fills no memory
PART = 8_000_000  # bytes of a large file that are read as one job
_CONFLICT_MARKS = (b"<<<<<<< ", b">>>>>>> ")  # git's, around two versions of some lines
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
T = TypeVar("T")
R = TypeVar("R")
_SHARED = ("people", "places", "organisations", "tags")  # texts that come again and again


Run = Callable[[Callable[[T], R], Sequence[T]], Iterable[R]]
"""Carries out a task for each of several jobs and gives the results in the jobs' order."""


def run_here(task: Callable[[T], R], jobs: Sequence[T]) -> Iterable[R]:
    """Carry out the jobs one after the other, in this process."""
    return map(task, jobs)


@dataclass(slots=True)
class _Piece:
    """What lines that follow one another hold; line numbers count from the first of them."""

    events: list[Event] | Rows = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("L"))  # of each event
    strays: list[Draft] = field(default_factory=list)  # at fault, but they may be referred to
    faults: list[Fault] = field(default_factory=list)
    ids: dict[str | int, str] = field(default_factory=dict)
    more: int = 0
    count: int = 0  # lines

    def add(self, event: Event, line: int) -> None:
        self.events.append(event)
        self.lines.append(line)
        if len(self.events) == LARGE and isinstance(self.events, list):
            self.events = Rows(self.events)

    def note(self, fault: Fault, line: int, event_id: str) -> None:
        if event_id:
            self.strays.append(Draft(line, event_id))
        if len(self.faults) >= MOST_FAULTS:
            self.more += 1
            return
        self.faults.append(fault)
        self.ids[line] = event_id

    def join(self, later: _Piece) -> None:
        """Add the lines that follow these."""
        base = self.count
        if isinstance(self.events, list) and len(self.events) + len(later.events) >= LARGE:
            self.events = Rows(self.events)
        self.events.extend(later.events)
        self.lines.extend(array("L", (base + line for line in later.lines)))
        self.strays += (Draft(base + draft.place, draft.id) for draft in later.strays)
        kept = later.faults[: MOST_FAULTS - len(self.faults)]
        self.faults += (_further_down(fault, base) for fault in kept)
        self.ids |= {base + int(line): event_id for line, event_id in later.ids.items()}
        self.more += later.more + len(later.faults) - len(kept)
        self.count += later.count

    def drafts(self) -> Iterator[Draft]:
        rows = self.events
        if isinstance(rows, Rows):
            return chain(_drafts(self.lines, rows), self.strays)
        return chain(map(_draft, self.lines, rows), self.strays)


def read_bulk(file: FilePath, *, run: Run[Any, Any] = run_here) -> Reading:
    """Read all lines of a bulk file; a line at fault is noted and passed over.

    The parts of a large file are jobs for `run`, which may share them out.
    """
    info = _info(file)
    whole = _Piece()
    for piece in run(partial(_read_piece, file, info.id), _cut(file)):
        whole.join(piece)
    if not whole.events and not whole.faults:
        what = "is empty: write one event in each line"
        whole.faults.append(Fault((), what, is_warning=True, at=(1, 1)))
    return Reading(
        file,
        info,
        whole.events,
        whole.faults,
        whole.drafts,
        lambda path, _: (int(path[1]), 1),
        is_bulk=True,
        ids=whole.ids,
        more=whole.more,
    )


def _cut(file: FilePath) -> list[tuple[int, int]]:
    """Return where the parts of a file begin and end, each at the end of a line."""
    size = file.stat().st_size
    cuts = [0]
    with file.open("rb") as stream:
        while cuts[-1] + PART < size:
            stream.seek(cuts[-1] + PART)
            next(_read_lines(stream), b"")
            cuts.append(stream.tell())
    return list(pairwise([*cuts, max(size, cuts[-1])]))


def _read_piece(file: FilePath, timeline: str, part: tuple[int, int]) -> _Piece:
    start, end = part
    piece = _Piece()
    with file.open("rb") as stream:
        stream.seek(start)
        for number, raw in enumerate(_read_lines(stream), 1):
            piece.count = number
            if number == 1 and start == 0:
                raw = raw.removeprefix(_BYTE_ORDER_MARK)
            if not raw.isspace():
                fields, fault = _read_line(raw, number)
                if fault is None:
                    piece.add(build_event(fields, timeline), number)
                else:
                    piece.note(fault, number, fields.get("id") or "")
            if stream.tell() >= end:
                break
    return piece


def _further_down(fault: Fault, lines: int) -> Fault:
    path = fault.path
    if len(path) > 1:
        path = (path[0], int(path[1]) + lines, *path[2:])
    at = fault.at and (fault.at[0] + lines, fault.at[1])
    return replace(fault, path=path, at=at)


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
    try:
        record = DECODER.decode(raw.decode())
    except UnicodeDecodeError as error:
        return {}, Fault((), "is not UTF-8: save it as UTF-8", at=(number, error.start + 1))
    except JSONDecodeError as error:
        what = f"is not JSON: {error.msg}; write one event in each line"
        if raw.startswith(_CONFLICT_MARKS):
            what = CONFLICT
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
