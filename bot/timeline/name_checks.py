"""Checks of names: aliases of two names, and names of events that the header does not list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.timeline.event import NAME_FIELDS
from bot.timeline.nearest import find_misspelt, fold
from bot.timeline.reading import Draft, Reading
from bot.timeline.shapes import Fault, Path

MOST_COMPARED = 100  # names of a kind that are looked for among those listed; more is no slip
MOSTLY_LISTED = 0.8  # of the names in use: a list that holds so many is meant to be whole
USUAL = 3  # events that use a name, for one that is nearly the same to be a slip
MOST_NAMED = 3  # unlisted names that the report names; of more, it gives the count


@dataclass(slots=True)
class _Use:
    """Where a name is used first, and in how many events."""

    draft: Draft
    at: int
    count: int = 0


def check_names(readings: Sequence[Reading]) -> None:
    """Note what is only worth a warning: ambiguous aliases, and names that no header lists.

    Where it lists none of a kind, a name that stands there once and is nearly that of many events
    is a slip all the same, and so is a tag.
    """
    _check_aliases(readings)
    listed = {kind: set[str]() for kind in NAME_FIELDS}
    spellings: dict[str, dict[str, str]] = {kind: {} for kind in NAME_FIELDS}
    names = [name for reading in readings for name in reading.info.names]
    for name in names:
        listed[name.kind].add(name.canonical)
        spellings[name.kind].setdefault(fold(name.canonical), name.canonical)
    for name in names:
        for alias in name.aliases:
            spellings[name.kind].setdefault(fold(alias), name.canonical)
    for reading in readings:
        kinds = {name.kind for name in reading.info.names}
        if reading.is_bulk or has_broken_names(reading):
            continue
        for kind, uses in _collect_uses(reading, set(NAME_FIELDS) - kinds).items():
            _note_odd_ones(reading, kind, uses)
        if not reading.info.tags:
            _note_odd_ones(reading, "tags", _collect_tags(reading))
        for kind, uses in _collect_uses(reading, kinds).items():
            unlisted = {name: use for name, use in uses.items() if name not in listed[kind]}
            strange = _note_slips(reading, kind, unlisted, spellings[kind])
            if len(uses) - len(strange) >= MOSTLY_LISTED * len(uses):
                _note_strange(reading, kind, strange)


def has_broken_names(reading: Reading) -> bool:
    """Whether some names of the header are at fault, and so missing from those that were read."""
    return any(
        fault.path[:2] == ("timeline", "names") and not fault.is_warning for fault in reading.faults
    )


def _check_aliases(readings: Sequence[Reading]) -> None:
    meant: dict[str, str] = {}
    for reading in readings:
        for name in reading.info.names:
            meant.setdefault(fold(name.canonical), name.canonical)
    for reading in readings:
        for name in reading.info.names:
            for at, alias in enumerate(name.aliases):
                other = meant.setdefault(fold(alias), name.canonical)
                if other != name.canonical:
                    path = ("timeline", "names", name.kind, name.canonical, at)
                    what = f'"{alias}" also stands for "{other}": keep it for one of them'
                    reading.faults.append(Fault(path, what, is_warning=True))


def _collect_uses(reading: Reading, kinds: set[str]) -> dict[str, dict[str, _Use]]:
    found: defaultdict[str, dict[str, _Use]] = defaultdict(dict)
    for draft in reading.drafts():
        for kind, at, name in _names_of(draft):
            if kind in kinds:
                found[kind].setdefault(name, _Use(draft, at)).count += 1
    return found


def _collect_tags(reading: Reading) -> dict[str, _Use]:
    found: dict[str, _Use] = {}
    for draft in reading.drafts():
        for at, tag in enumerate(draft.tags):
            found.setdefault(tag, _Use(draft, at)).count += 1
    return found


def _note_odd_ones(reading: Reading, kind: str, uses: dict[str, _Use]) -> None:
    """Note what is used once and plainly misspelt for what several events use."""
    usual = {fold(name): name for name, use in uses.items() if use.count >= USUAL}
    odd = [name for name, use in uses.items() if use.count == 1]
    for name in odd[:MOST_COMPARED] if usual else ():
        if meant := find_misspelt(name, usual):
            what = (
                f'"{name}" stands in no other event, and "{meant}" in {uses[meant].count}: '
                "is it a slip?"
            )
            _note(reading, kind, uses[name], what)


def _names_of(draft: Draft) -> Iterator[tuple[str, int, str]]:
    for kind, names in zip(NAME_FIELDS, draft.names, strict=False):  # a bulk file's has none
        for at, name in enumerate(names):
            yield kind, at, name


def _note_slips(
    reading: Reading, kind: str, unlisted: dict[str, _Use], spellings: dict[str, str]
) -> dict[str, _Use]:
    """Note names that are plainly misspelt, each once, and return the others."""
    others = dict[str, _Use]()
    for number, (name, use) in enumerate(unlisted.items()):
        meant = find_misspelt(name, spellings) if number < MOST_COMPARED else ""
        if meant:
            again = f", used in {use.count} events," if use.count > 1 else ""
            what = f'"{name}"{again} is not among the names: did you mean "{meant}"?'
            _note(reading, kind, use, what)
        else:
            others[name] = use
    return others


def _note_strange(reading: Reading, kind: str, unlisted: dict[str, _Use]) -> None:
    if not unlisted:
        return
    shown = ", ".join(f'"{name}"' for name in list(unlisted)[:MOST_NAMED])
    more = f" and {len(unlisted) - MOST_NAMED} more" if len(unlisted) > MOST_NAMED else ""
    verb = "is" if len(unlisted) == 1 else "are"
    what = (
        f"{shown}{more} {verb} not among the names, as most {kind} of the file are: "
        "add to the header or mend the spelling"
    )
    _note(reading, kind, next(iter(unlisted.values())), what)


def _note(reading: Reading, kind: str, use: _Use, what: str) -> None:
    path: Path = ("events", use.draft.place, kind, use.at)
    reading.note(use.draft, Fault(path, what, is_warning=True))
