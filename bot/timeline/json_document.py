"""Reading JSON into a `Document`; positions are worked out only when something is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache

from bot.timeline.document import Document, broken, index_lines
from bot.timeline.shapes import Fault, Path

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_Spans = dict[Path, tuple[int, int]]  # path to the offsets of its key and of its value

DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Reads JSON with every number left as the text that was written."""


def read_json(text: str) -> Document:
    """Read a JSON text; a fault in the syntax leaves the document without a value."""
    repeats = False

    def gather(pairs: list[tuple[str, object]]) -> dict[str, object]:
        nonlocal repeats
        found = dict(pairs)
        repeats = repeats or len(found) < len(pairs)
        return found

    decoder = json.JSONDecoder(
        parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=gather
    )
    try:
        value = decoder.decode(text)
    except json.JSONDecodeError as error:
        return broken(f"is not JSON: {error.msg}", (error.lineno, error.colno))
    except RecursionError:
        return broken("is nested too deeply", (1, 1))

    find_position = cache(lambda: index_lines(text))

    @cache
    def survey() -> tuple[_Spans, tuple[Fault, ...]]:
        return _survey(text, find_position())

    def locate(path: Path, at_key: bool) -> tuple[int, int]:
        spans, _ = survey()
        for length in range(len(path), -1, -1):
            if path[:length] in spans:
                key, start = spans[path[:length]]
                whole = length == len(path)
                return find_position()(key if at_key and whole else start)
        return 1, 1

    return Document(value, survey()[1] if repeats else (), locate)


def _survey(
    text: str, find_position: Callable[[int], tuple[int, int]]
) -> tuple[_Spans, tuple[Fault, ...]]:
    """Walk the tokens of a text known to be JSON; note where each value stands."""
    spans: _Spans = {}
    faults: list[Fault] = []
    path: list[str | int] = []  # one step for each list or mapping that is open
    key_at = 0
    awaits_key = False
    for token in _TOKEN.finditer(text):
        sign, at = token[0], token.start()
        if sign in "]}":
            path.pop()
            awaits_key = False
        elif sign == ",":
            awaits_key = isinstance(path[-1], str)
            if not awaits_key:
                path[-1] = int(path[-1]) + 1
        elif awaits_key:
            path[-1], key_at, awaits_key = json.loads(sign), at, False
            if (first := spans.get(tuple(path))) is not None:
                line, _ = find_position(first[0])
                what = f"is written twice, first on line {line}: remove one"
                faults.append(Fault(tuple(path), what, at=find_position(at)))
        elif sign != ":":
            named = bool(path) and isinstance(path[-1], str)
            spans[tuple(path)] = (key_at if named else at, at)
            if sign in "[{":
                path.append(0 if sign == "[" else "")
                awaits_key = sign == "{"
    return spans, tuple(faults)
