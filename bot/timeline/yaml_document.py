"""Reading YAML into a `Document`, with the C parser where there is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.timeline.document import DEEPEST, MOST_NODES, Document, broken, find_position
from bot.timeline.quoting import quote
from bot.timeline.shapes import Fault, Path

_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_NOT_IN_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# "Player #7 resigns": to YAML a comment, which a person would begin with a space.
_CUT = re.compile(r"(?<=\S)[ \t]+(#\w.*)")
_HINTS = {
    "cannot start any token": "put the text in quotes",
    "mapping values are not allowed": 'put a text that contains ": " in quotes, or mend the indent',
    "expected '-' indicator": 'put "- " before a new item, or mend the indent',
    "did not find expected": "mend the indent, or put the text in quotes",
    "could not find expected ':'": 'write "field: value", or mend the indent',
    "unexpected end of stream": "close the quote",
    "undefined alias": "put a text that begins with * in quotes",
    "alias": "put a text that begins with * in quotes",
    "anchor": "put a text that begins with & in quotes",
    "another document": "keep one timeline in a file, without a second ---",
}

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooMuchError(Exception):
    """The file is nested too deeply, or its aliases multiply."""

    def __init__(self, what: str, at: tuple[int, int]) -> None:
        super().__init__(what)
        self.what, self.at = what, at


class _TextLoader(_SafeLoader):  # type: ignore[misc]
    """Composes nodes in which every scalar is text, and refuses deep nesting in time."""

    depth = 0

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        if kind is ScalarNode and implicit[0] and value in _NULLS:
            return _NULL
        return _TEXT

    def descend_resolver(self, current_node: Node | None, _current_index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST and current_node is not None:
            raise _TooMuchError("is nested too deeply: mend the indent", _start(current_node))

    def ascend_resolver(self) -> None:
        self.depth -= 1


def read_yaml(text: str) -> Document:
    """Read a YAML text; a fault in the syntax leaves the document without a value."""
    if found := _NOT_IN_YAML.search(text):
        what = f"holds the control character U+{ord(found[0]):04X}: remove it"
        return broken(what, find_position(text, found.start()))
    try:
        loader = _TextLoader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        if root is None:
            return broken("is empty: begin with timeline: and events:", (1, 1))
        reader = _Reader(_find_cuts(text))
        value = reader.read(root, ())
    except _TooMuchError as error:
        return broken(error.what, error.at)
    except yaml.MarkedYAMLError as error:
        return _explain(error, text)
    return Document(value, tuple(reader.faults), _Places(root).locate)


class _Reader:
    """Turns nodes into plain values; notes keys that are repeated or are not text.

    `cuts` holds what may be a part of a text and was read as a comment, by where it begins.
    """

    def __init__(self, cuts: Mapping[tuple[int, int], str]) -> None:
        self._cuts = cuts
        self.faults: list[Fault] = []
        self.nodes = 0

    def read(self, node: Node, path: Path) -> object:
        if type(node) is ScalarNode:
            if self._cuts and node.style not in ("'", '"'):
                self._note_cut(node, path)
            return None if node.tag == _NULL else node.value
        self.nodes += len(node.value) + 1
        if self.nodes > MOST_NODES or len(path) > DEEPEST:
            raise _TooMuchError(
                "is too large or its aliases multiply: write texts out", _start(node)
            )
        if isinstance(node, SequenceNode):
            return [self.read(one, (*path, at)) for at, one in enumerate(node.value)]
        return self._read_mapping(node, path)

    def _note_cut(self, node: Node, path: Path) -> None:
        cut = self._cuts.get((node.end_mark.line, node.end_mark.column))
        if cut:
            what = f"ends before {quote(cut)}, which is read as a comment: put the text in quotes"
            self.faults.append(Fault(path, what, is_warning=True))

    def _read_mapping(self, node: Node, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        lines: dict[str, int] = {}
        # Two items of a list without the dash between them: every field comes again, and the
        # first of them tells it all.
        is_item, is_run_together = bool(path) and isinstance(path[-1], int), False
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.faults.append(Fault(path, "has a key that is not text", at=_start(key)))
                continue
            name = key.value
            if name in found and not is_run_together:
                is_run_together = is_item and name == next(iter(found))
                hint = 'put "- " before it if a new item begins here, else ' * is_run_together
                what = f"is written twice, first on line {lines[name]}: {hint}remove one"
                self.faults.append(Fault((*path, name), what, at=_start(key)))
            lines[name] = key.start_mark.line + 1
            found[name] = self.read(value, (*path, name))
        return found


class _Places:
    """Finds the node at a path; each mapping lists its keys once, since reports may be long."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._pairs: dict[int, dict[str, tuple[Node, Node]]] = {}  # by identity of the mapping

    def locate(self, path: Path, at_key: bool) -> tuple[int, int]:
        found, key = self._root, self._root
        for step in path:
            pair = self._pair(found, step)
            if pair is None:
                return _start(found)
            key, found = pair
        return _start(key if at_key else found)

    def _pair(self, node: Node, step: str | int) -> tuple[Node, Node] | None:
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            return node.value[step], node.value[step]
        if not isinstance(node, MappingNode) or isinstance(step, int):
            return None
        pairs = self._pairs.get(id(node))
        if pairs is None:
            pairs = {k.value: (k, value) for k, value in node.value if isinstance(k, ScalarNode)}
            self._pairs[id(node)] = pairs
        return pairs.get(step)


def _find_cuts(text: str) -> dict[tuple[int, int], str]:
    """Return what may be a comment by accident, by the line and column where the text ends."""
    if " #" not in text and "\t#" not in text:
        return {}
    found = ((at, _CUT.search(line)) for at, line in enumerate(text.splitlines()))
    return {(at, cut.start()): cut[1] for at, cut in found if cut}


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _explain(error: yaml.MarkedYAMLError, text: str) -> Document:
    problem = str(error.problem or error).removeprefix("but ")
    mark = error.problem_mark or error.context_mark
    if "end of stream" in problem:
        mark = error.context_mark or mark  # where the quote was opened tells more
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    if line < len(lines) and lines[line][column : column + 1] == "\t":
        return broken("is indented with a tab: use spaces", (line + 1, column + 1))
    hint = next((f": {hint}" for sign, hint in _HINTS.items() if sign in problem), "")
    return broken(f"is not YAML ({problem}){hint}", (line + 1, column + 1))
