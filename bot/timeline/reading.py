"""`Reading`: what was found in one event file, good and bad, before it becomes a timeline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from typing import NamedTuple

from bot.errors import Problem
from bot.timeline.dates import DateSpan
from bot.timeline.event import Event
from bot.timeline.quoting import tame
from bot.timeline.shapes import Fault, Path
from bot.timeline.timeline import TimelineInfo

# Of one kind in a file, and of any kind in a bulk file, listed one by one: a broken export has one
# a million times.
MOST_FAULTS = 100
_VARYING = re.compile(r'"[^"]*"|\[[^]]*]|\d+')  # what differs between two faults of one kind


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
        """Return the faults as problems, in order of line and column; of one kind only so many."""
        every = [self._problem(fault) for fault in self.faults]
        every.sort(key=lambda one: (one.line, one.column))
        kinds = Counter(map(_kind, every))
        seen = Counter[tuple[bool, str]]()
        found: list[Problem] = []
        for problem in every:
            kind = _kind(problem)
            seen[kind] += 1
            if seen[kind] <= MOST_FAULTS:
                found.append(problem)
            if seen[kind] == MOST_FAULTS < kinds[kind]:
                left = kinds[kind] - MOST_FAULTS
                found.append(replace(problem, what=f"… and {left:,} more like this", count=left))
        if self.more:
            what = f"has {self.more:,} more problems"
            line = found[-1].line
            found.append(Problem(str(self.file), line, 1, "file", what, count=self.more))
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


def _kind(problem: Problem) -> tuple[bool, str]:
    return problem.is_warning, _VARYING.sub("", problem.what)
