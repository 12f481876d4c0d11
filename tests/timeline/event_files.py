"""Event files written for a test, and the report on them as short lines."""

from __future__ import annotations

from pathlib import Path

from bot.timeline.loader import check_files

HEADER = """\
timeline:
  id: example
  title: An example
events:
"""

EVENT = """\
- id: 2019-summit
  date: "2019-04-25"
  title: The leaders meet
  sources:
  - title: A page
    url: https://example.org/page
"""


def report(folder: Path) -> list[str]:
    """Check a folder; every problem as `name:line:column: where: what`."""
    return [str(problem).removeprefix(f"{folder}/") for problem in check_files([folder])]


def report_on(folder: Path, content: str | bytes, *, name: str = "a.yaml") -> list[str]:
    """Write one file into a folder and check the folder."""
    raw = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(raw)
    return report(folder)


def event_with(*lines: str) -> str:
    """A file with one sound event to which lines are added, the first on line 11."""
    return HEADER + EVENT + "".join(f"  {line}\n" for line in lines)


def event_without(field: str) -> str:
    """A file with one event that lacks a line."""
    kept = [line for line in EVENT.splitlines(keepends=True) if f"{field}:" not in line]
    return HEADER + "".join(kept)


def event_where(old: str, new: str) -> str:
    """A file with one event in which something is written otherwise."""
    assert old in EVENT
    return HEADER + EVENT.replace(old, new)
