"""Shapes: what a piece of a file must look like, to check it and to describe it in JSON Schema.

A shape knows nothing of events. It reads plain values (dict, list, str, None), notes every
fault with the path to it, and never stops at the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from bot.timeline.nearest import find_nearest
from bot.timeline.quoting import tame

LONG = 100  # items from which a list is not looked through for each of them

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a path; `at_key` points to the name of a field, not its value.

    `at` is the line and column, both from 1, where they are known already.
    """

    path: Path
    what: str
    at_key: bool = False
    is_warning: bool = False
    at: tuple[int, int] | None = None


class Shape(Protocol):
    """What a value must look like."""

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> Any:
        """Return the value in its final type; None after a fault, which is added to faults."""

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of such a value."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items share one shape; where they are distinct, repeating one is a warning."""

    item: Shape
    most: int
    least: int = 0
    are_distinct: bool = True

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> tuple[Any, ...] | None:
        """Return the items as a tuple, without those that are at fault."""
        if not isinstance(value, list):
            hint = f": write [{tame(value)}]" if isinstance(value, str) else ""
            faults.append(Fault(path, f"must be a list, not {name_kind(value)}{hint}"))
            return None
        if not self.least <= len(value) <= self.most:
            few = len(value) < self.least
            what = (
                f"needs {self.least} or more items" if few else f"takes {self.most} items at most"
            )
            faults.append(Fault(path, f"{what}: it has {len(value)}"))
        items: list[Any] = []
        # Only texts, and groups of them, come in long lists.
        seen = set[Any]() if min(len(value), self.most) > LONG else None
        for at, one in enumerate(value[: self.most]):
            item = self.item.read(one, (*path, at), faults=faults)
            if item is None:
                continue
            if self.are_distinct and item in (items if seen is None else seen):
                faults.append(Fault((*path, at), "is listed twice: remove one", is_warning=True))
            items.append(item)
            if seen is not None and self.are_distinct:
                seen.add(item)
        return tuple(items)

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the list."""
        schema = {"type": "array", "items": self.item.describe(), "maxItems": self.most}
        return {**schema, "minItems": self.least} if self.least else schema


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping with free keys; where `or_empty` is set a key may stand without a value."""

    key: Shape
    value: Shape
    most: int
    or_empty: bool = False

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> dict[str, Any] | None:
        """Return the mapping, without entries that are at fault."""
        if not isinstance(value, dict):
            faults.append(Fault(path, f"must be a mapping, not {name_kind(value)}"))
            return None
        if len(value) > self.most:
            faults.append(Fault(path, f"takes {self.most} entries at most: it has {len(value)}"))
        found = {}
        for key, one in value.items():
            name = self.key.read(key, (*path, key), faults=faults)
            if one is None and self.or_empty:
                one = []
            item = self.value.read(one, (*path, key), faults=faults)
            if name is not None and item is not None:
                found[name] = item
        return found

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the mapping."""
        value = self.value.describe()
        if self.or_empty:
            value["type"] = [value["type"], "null"]
        return {"type": "object", "additionalProperties": value, "maxProperties": self.most}


@dataclass(frozen=True, slots=True)
class Field:
    """A named part of a record; `about` tells editors and readers what to write."""

    name: str
    shape: Shape
    about: str
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with a fixed set of fields; a field without a value counts as left out."""

    title: str
    fields: tuple[Field, ...]
    _by_name: dict[str, Shape] = field(init=False, repr=False, compare=False)
    _required: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_name", {one.name: one.shape for one in self.fields})
        required = tuple(one.name for one in self.fields if one.is_required)
        object.__setattr__(self, "_required", required)

    def read(self, value: object, path: Path, *, faults: list[Fault]) -> dict[str, Any]:
        """Return the fields that are present and right."""
        if not isinstance(value, dict):
            wanted = f"must be a mapping with {_join(self._required or self._by_name)}"
            faults.append(Fault(path, f"{wanted}, not {name_kind(value)}"))
            return {}
        found = {}
        for name, one in value.items():
            shape = self._by_name.get(name)
            if shape is None:
                what = self._say_unknown(name, is_empty=one is None)
                faults.append(Fault((*path, name), what, at_key=True))
            elif (
                one is not None
                and (got := shape.read(one, (*path, name), faults=faults)) is not None
            ):
                found[name] = got
        for name in self._required:
            if value.get(name) is None:
                what = "is empty: fill it in" if name in value else "is missing: add it"
                faults.append(Fault((*path, name), what))
        return found

    def describe(self) -> dict[str, Any]:
        """Return the JSON Schema of the record, with its descriptions."""
        described = {
            one.name: {"description": one.about, **one.shape.describe()} for one in self.fields
        }
        return {
            "title": self.title,
            "type": "object",
            "properties": described,
            "required": list(self._required),
            "additionalProperties": False,
        }

    def _say_unknown(self, name: str, *, is_empty: bool) -> str:
        if is_empty and not name.isidentifier():  # {title: Gazette, 17 June 1963}
            return "is not a field: put a text that contains a comma in quotes"
        if nearest := find_nearest(name, self._by_name):
            return f'is not a field: did you mean "{nearest}"?'
        return f"is not a field: the fields are {_join(self._by_name)}"


def name_kind(value: object) -> str:
    """Say in plain words what sort of value stands in the file."""
    if isinstance(value, dict):
        return 'a mapping (quote a text that contains ": ")'
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value is None else "text"


def _join(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
