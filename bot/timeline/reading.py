"""`Reading`: what was found in one event file, good and bad, before it becomes a timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import NamedTuple

from bot.errors import Problem
from bot.timeline.dates import DateSpan
from bot.timeline.event import Event
from bot.timeline.quoting import tame
from bot.timeline.shapes import Fault, Path
from bot.timeline.timeline import TimelineInfo

MOST_FAULTS = 100  # of a bulk file, listed one by one: a broken export has one a million times


class Draft(NamedTuple):
    """The parts of an event that checks between events need; any may be empty."""

    place: int  # position in the list of events, or line of a bulk file
    id: str
    date: DateSpan | None = None
    title: str = ""
    tags: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    names: tuple[tuple[str, ...], ...] = ()  # by `NAME_FIELDS`; of a bulk file, which lists none


@dataclass(slots=True)
class Reading:
    """One file as read: its header, its sound events, a draft of every event, its faults."""

    file: FilePath
    info: TimelineInfo
    events: Sequence[Event]
    faults: list[Fault]
    drafts: Callable[[], Iterator[Draft]]
    locate: Callable[[Path, bool], tuple[int, int]]
    is_bulk: bool = False
    ids: dict[str | int, str] = field(default_factory=dict)  # of events by place, to name them
    more: int = 0  # faults of a bulk file that are only counted

    @property
    def is_full(self) -> bool:
        """Whether further faults of events are only counted."""
        return self.is_bulk and len(self.faults) >= MOST_FAULTS

    def note(self, draft: Draft, fault: Fault) -> None:
        """Add a fault of this event."""
        if self.is_full:
            self.more += 1
            return
        self.ids[draft.place] = draft.id
        self.faults.append(fault)

    def problems(self) -> list[Problem]:
        """Return the faults as problems, in order of line and column."""
        found = [self._problem(fault) for fault in self.faults]
        found.sort(key=lambda one: (one.line, one.column))
        if self.more:
            what = f"has {self.more:,} more problems"
            found.append(Problem(str(self.file), found[-1].line, 1, "file", what))
        return found

    def _problem(self, fault: Fault) -> Problem:
        line, column = fault.at or self.locate(fault.path, fault.at_key)
        where = self._name(fault.path)
        return Problem(str(self.file), line, column, where, fault.what, fault.is_warning)

    def _name(self, path: Path) -> str:
        """Write a path as people read it: `events.2019-summit.tags[2]`."""
        if len(path) > 1 and path[0] == "events":
            if known := self.ids.get(path[1]):
                path = ("events", known, *path[2:])
            elif self.is_bulk:
                path = ("event", *path[2:])  # the line says which
        shown = "".join(f"[{one}]" if isinstance(one, int) else f".{tame(one)}" for one in path)
        return shown.removeprefix(".") or "file"
