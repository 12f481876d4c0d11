"""Event files to a `Timeline`, or one report of all problems."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from bot.errors import Problem, TimelineError
from bot.timeline.bulk import Run, read_bulk, run_here
from bot.timeline.checks import check_future, check_likeness, check_links
from bot.timeline.document import Document, broken, read_document
from bot.timeline.event import NAME_FIELDS
from bot.timeline.files import find_files, unreadable
from bot.timeline.name_checks import check_names
from bot.timeline.packed import LARGE, BulkTimeline
from bot.timeline.reading import Draft, Reading
from bot.timeline.rows import Rows
from bot.timeline.schema import FILE, build_event, build_info
from bot.timeline.shapes import Fault
from bot.timeline.timeline import Timeline

LARGEST_FILE = 64_000_000  # bytes read whole; larger stores come as .jsonl, read as a stream


@contextmanager
def without_collection() -> Iterator[None]:
    """Pause the search for cyclic garbage: a load makes millions of objects and none of that."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@without_collection()
def load_timeline(paths: Sequence[Path], *, run: Run[Any, Any] = run_here) -> Timeline:
    """Return the events of all files and folders as one timeline.

    `run` may share out the parts of a large bulk file. Raises `TimelineError` with every
    error of every file (warnings do not stop it), and `BotError` where a path cannot be read.
    """
    readings = [_read_file(file, run) for file in find_files(paths)]
    check_links(readings)
    errors = tuple(one for one in _list_problems(readings) if not one.is_warning)
    if errors:
        raise TimelineError(errors)
    infos = [reading.info for reading in readings]
    if sum(len(reading.events) for reading in readings) < LARGE:
        return Timeline.build(infos, chain.from_iterable(one.events for one in readings))
    first, *others = sorted(readings, key=lambda reading: -len(reading.events))
    rows = first.events if isinstance(first.events, Rows) else Rows(first.events)
    for other in others:
        rows.extend(other.events)
    return BulkTimeline(infos, rows)


@without_collection()
def check_files(
    paths: Sequence[Path],
    *,
    year: int | None = None,
    also: Callable[[Sequence[Reading]], None] | None = None,
) -> tuple[Problem, ...]:
    """Return every error and warning of all files; raises `BotError` as `find_files` does.

    `year` is the one it is now, from which a date may lie too far ahead. `also` is a further
    check, by those who know more of words than a file does.
    """
    readings = [_read_file(file) for file in find_files(paths)]
    check_links(readings)
    check_likeness(readings)
    check_names(readings)
    if year is not None:
        check_future(readings, year=year)
    if also:
        also(readings)
    return tuple(_list_problems(readings))


def _read_file(file: Path, run: Run[Any, Any] = run_here) -> Reading:
    try:
        if file.suffix.lower() == ".jsonl":
            return read_bulk(file, run=run)
        if file.stat().st_size > LARGEST_FILE:
            what = f"is larger than {LARGEST_FILE // 1_000_000} MB: write it as .jsonl"
            return _read_curated(file, broken(what, (1, 1)))
        return _read_curated(file, read_document(file.read_bytes(), file.suffix.lower()))
    except OSError as error:
        raise unreadable(file, error) from error


def _read_curated(file: Path, document: Document) -> Reading:
    faults = list(document.faults)
    content: dict[str, Any] = {}
    if document.value is not None:
        content = FILE.read(document.value, (), faults=faults)
    elif not faults:
        faults.append(Fault((), "is empty: begin with timeline: and events:"))
    info = build_info({"id": "", "title": "", **content.get("timeline", {})})
    entries: tuple[dict[str, Any], ...] = content.get("events", ())
    is_sound = all(fault.is_warning for fault in faults)

    def drafts() -> Iterator[Draft]:
        return (_draft(place, entry) for place, entry in enumerate(entries))

    return Reading(
        file,
        info,
        [build_event(entry, info.id) for entry in entries] if is_sound else [],
        faults,
        drafts,
        document.locate,
        ids={place: entry["id"] for place, entry in enumerate(entries) if "id" in entry},
    )


def _draft(place: int, entry: dict[str, Any]) -> Draft:
    return Draft(
        place,
        entry.get("id", ""),
        entry.get("date"),
        entry.get("title", ""),
        entry.get("tags", ()),
        entry.get("related", ()),
        tuple(entry.get(kind, ()) for kind in NAME_FIELDS),
    )


def _list_problems(readings: Sequence[Reading]) -> Iterator[Problem]:
    return chain.from_iterable(reading.problems() for reading in readings)
