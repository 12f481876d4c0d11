"""Reading YAML into a `Document`, with the C parser where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.timeline.document import DEEPEST, MOST_NODES, Document, broken, find_position
from bot.timeline.shapes import Fault, Path

_TEXT = "tag:yaml.org,2002:str"
_NULL = "tag:yaml.org,2002:null"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_HINTS = {
    "character '\\t'": "holds a tab: indent with spaces",
    "cannot start any token": 'put the text in quotes ("…")',
    "mapping values are not allowed": 'put a text that contains ": " in quotes, or mend the indent',
    "expected <block end>": "mend the indent, or put the text in quotes",
    "could not find expected ':'": 'write "field: value", or mend the indent',
    "undefined alias": "put a text that begins with * in quotes",
    "while scanning an alias": "put a text that begins with * in quotes",
    "single document": "keep one timeline in a file, without a second ---",
}

_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooMuch(Exception):
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

    def descend_resolver(self, current_node: Node | None, current_index: Any) -> None:
        self.depth += 1
        if self.depth > DEEPEST and current_node is not None:
            raise _TooMuch("is nested too deeply: mend the indent", _start(current_node))

    def ascend_resolver(self) -> None:
        self.depth -= 1


def read_yaml(text: str) -> Document:
    """Read a YAML text; a fault in the syntax leaves the document without a value."""
    try:
        loader = _TextLoader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        if root is None:
            return broken("is empty: begin with timeline: and events:", (1, 1))
        reader = _Reader()
        value = reader.read(root, ())
    except _TooMuch as error:
        return broken(error.what, error.at)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return broken(_explain(str(error)), (mark.line + 1, mark.column + 1) if mark else (1, 1))
    except yaml.reader.ReaderError as error:
        what = f"holds the control character U+{_code(error.character):04X}: remove it"
        return broken(what, find_position(text, error.position))
    return Document(value, tuple(reader.faults), lambda path, at_key: _locate(root, path, at_key))


class _Reader:
    """Turns nodes into plain values; notes keys that are repeated or are not text."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.nodes = 0

    def read(self, node: Node, path: Path) -> object:
        if type(node) is ScalarNode:
            return None if node.tag == _NULL else node.value
        self.nodes += len(node.value) + 1
        if self.nodes > MOST_NODES or len(path) > DEEPEST:
            raise _TooMuch("is too large or its aliases multiply: write texts out", _start(node))
        if isinstance(node, SequenceNode):
            return [self.read(one, (*path, at)) for at, one in enumerate(node.value)]
        return self._read_mapping(node, path)

    def _read_mapping(self, node: MappingNode, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.faults.append(Fault(path, "has a key that is not text", at=_start(key)))
                continue
            name = key.value
            if name in found:
                what = f"is written twice, first on line {lines[name]}: remove one"
                self.faults.append(Fault((*path, name), what, at=_start(key)))
            lines[name] = key.start_mark.line + 1
            found[name] = self.read(value, (*path, name))
        return found


def _locate(root: Node, path: Path, at_key: bool) -> tuple[int, int]:
    found, key = root, root
    for step in path:
        entries = _entries(found)
        match = next((pair for name, pair in entries if name == step), None)
        if match is None:
            return _start(found)
        key, found = match
    return _start(key if at_key else found)


def _entries(node: Node) -> Iterator[tuple[str | int, tuple[Node, Node]]]:
    if isinstance(node, MappingNode):
        yield from ((key.value, (key, value)) for key, value in reversed(node.value))
    elif isinstance(node, SequenceNode):
        yield from ((at, (one, one)) for at, one in enumerate(node.value))


def _start(node: Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _explain(message: str) -> str:
    first = message.partition("\n")[0]
    for sign, hint in _HINTS.items():
        if sign in message:
            return f"is not YAML ({first}): {hint}"
    return f"is not YAML: {first}"


def _code(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[0])
