"""`Document`: a YAML or JSON file as plain values, with the line and column of each.

Every scalar stays the text that was written: `no`, `010` and `2019-04-25` are not touched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from bot.timeline.shapes import Fault, Path

MOST_NODES = 3_000_000  # many times a large curated file; aliases that multiply stop here
DEEPEST = 20  # the format needs seven levels
CONFLICT = "holds two versions that git could not merge: keep one, and remove the marks"

_CONFLICT = re.compile("^<{7} ", re.MULTILINE)  # where git begins the two versions of a text

Locate = Callable[[Path, bool], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """Plain values (dict, list, str, None) and what was wrong with the syntax.

    `locate(path, at_key)` gives line and column, from 1, of the value at a path or of the
    key that names it; where there is nothing, of the nearest value around it.
    """

    value: object
    faults: tuple[Fault, ...]
    locate: Locate


def read_document(raw: bytes, suffix: str) -> Document:
    """Read the content of a file; its suffix tells JSON from YAML."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return broken("is not UTF-8: save it as UTF-8", (before.count(b"\n") + 1, column))
    if not text.strip():
        return broken("is empty: begin with timeline: and events:", (1, 1))
    document = _read(text, suffix)
    if document.value is None and (found := _CONFLICT.search(text)):
        return broken(CONFLICT, find_position(text, found.start()))
    return document


def _read(text: str, suffix: str) -> Document:
    if suffix == ".json":
        from bot.timeline.json_document import read_json  # most stores hold no JSON

        return read_json(text)
    from bot.timeline.yaml_document import read_yaml  # costly to import, idle for .jsonl

    return read_yaml(text)


def broken(what: str, at: tuple[int, int]) -> Document:
    """Return a document that could not be read at all."""
    return Document(None, (Fault((), what, at=at),), lambda _path, _at_key: at)


def find_position(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of a place in a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def index_lines(text: str) -> Callable[[int], tuple[int, int]]:
    """Return what finds line and column of many places in one text, each at once."""
    starts = [0, *(end.end() for end in re.finditer("\n", text))]

    def find(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    return find
