"""Checks between events and between files: ids, references, tags, aliases, near-duplicates."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.timeline.dates import DateSpan
from bot.timeline.nearest import find_nearest
from bot.timeline.reading import Draft, Reading
from bot.timeline.shapes import Fault, Path

LIKENESS = 0.75  # of two titles that may tell of the same event; above it lie reworded copies
MOST_COMPARED = 40  # events of one day compared with one another: more are a bulk store


def check_links(readings: Sequence[Reading]) -> None:
    """Note what must not be loaded: repeated ids, unknown tags, references to nothing."""
    _check_timeline_ids(readings)
    known, linked = _check_event_ids(readings)
    places = {
        name.canonical for one in readings for name in one.info.names if name.kind == "places"
    }
    for reading, drafts in zip(readings, linked, strict=True):
        reading.faults += _check_regions(reading, places)
        vocabulary = dict(reading.info.tags)
        for draft in drafts:
            faults = [*_check_related(draft, known)]
            if vocabulary:
                faults += _check_tags(draft, vocabulary)
            for fault in faults:
                reading.note(draft, fault)


def check_likeness(readings: Sequence[Reading]) -> None:
    """Note what is only worth a warning: ambiguous aliases and events told twice."""
    _check_aliases(readings)
    _check_near_duplicates([reading for reading in readings if not reading.is_bulk])


def _check_timeline_ids(readings: Sequence[Reading]) -> None:
    first: dict[str, Reading] = {}
    for reading in readings:
        if other := first.get(reading.info.id):
            what = f'"{reading.info.id}" is the id of {other.file} too: choose another'
            reading.faults.append(Fault(("timeline", "id"), what, at=_if_bulk(reading)))
        elif reading.info.id:
            first[reading.info.id] = reading


def _if_bulk(reading: Reading) -> tuple[int, int] | None:
    return (1, 1) if reading.is_bulk else None  # named by its file, it has no header to point to


def _check_event_ids(readings: Sequence[Reading]) -> tuple[set[str], list[list[Draft]]]:
    """Note ids that come again; return all ids and, for each file, the drafts with links.

    Both come from one pass, because walking a store of a million lines takes its time.
    """
    known: set[str] = set()
    repeats: list[tuple[Reading, Draft]] = []
    linked: list[list[Draft]] = []
    for reading in readings:
        linked.append([])
        for draft in reading.drafts():
            if draft.id in known:
                repeats.append((reading, draft))
            elif draft.id:
                known.add(draft.id)
            if draft.related or (draft.tags and reading.info.tags):
                linked[-1].append(draft)
    _note_repeats(readings, repeats)
    return known, linked


def _note_repeats(readings: Sequence[Reading], repeats: list[tuple[Reading, Draft]]) -> None:
    """Say of each repeated id where it came first; only a fault pays for finding that out."""
    wanted = {draft.id for _, draft in repeats}
    first: dict[str, str] = {}
    for reading in readings if wanted else ():
        for draft in reading.drafts():
            if draft.id in wanted and draft.id not in first:
                line, _ = reading.locate(("events", draft.place, "id"), False)
                first[draft.id] = f"{reading.file}:{line}"
    for reading, draft in repeats:
        what = f'"{draft.id}" is used before, in {first[draft.id]}: choose another id'
        reading.note(draft, Fault(("events", draft.place, "id"), what))


def _check_related(draft: Draft, known: set[str]) -> Iterator[Fault]:
    for at, other in enumerate(draft.related):
        path: Path = ("events", draft.place, "related", at)
        if other == draft.id:
            yield Fault(path, "is the event itself: remove it")
        elif other not in known:
            yield Fault(path, f'"{other}" is not the id of an event{_hint(other, known)}')


def _check_regions(reading: Reading, places: set[str]) -> Iterator[Fault]:
    """Yield what names no place: a place is one by its line among the names."""
    for region, inside in reading.info.regions:
        path: Path = ("timeline", "regions", region)
        for place, at in ((region, path), *((p, (*path, n)) for n, p in enumerate(inside))):
            if place not in places:
                what = f'"{place}" is not among the names of places{_hint(place, places)}'
                yield Fault(at, what)


def _check_tags(draft: Draft, vocabulary: dict[str, str]) -> Iterator[Fault]:
    for at, tag in enumerate(draft.tags):
        if tag not in vocabulary:
            what = f'"{tag}" is not in the vocabulary{_hint(tag, vocabulary)}'
            yield Fault(("events", draft.place, "tags", at), what)


def _hint(word: str, candidates: set[str] | dict[str, str]) -> str:
    nearest = find_nearest(word, candidates)
    return f': did you mean "{nearest}"?' if nearest else ": mend or remove it"


def _check_aliases(readings: Sequence[Reading]) -> None:
    meant: dict[str, str] = {}
    for reading in readings:
        for name in reading.info.names:
            meant.setdefault(_fold(name.canonical), name.canonical)
    for reading in readings:
        for name in reading.info.names:
            for at, alias in enumerate(name.aliases):
                other = meant.setdefault(_fold(alias), name.canonical)
                if other != name.canonical:
                    path = ("timeline", "names", name.kind, name.canonical, at)
                    what = f'"{alias}" also stands for "{other}": keep it for one of them'
                    reading.faults.append(Fault(path, what, is_warning=True))


def _check_near_duplicates(readings: Sequence[Reading]) -> None:
    days: defaultdict[DateSpan, list[tuple[Reading, Draft]]] = defaultdict(list)
    for reading in readings:
        for draft in reading.drafts():
            if draft.date and draft.title and draft.date.earliest == draft.date.latest:
                days[draft.date].append((reading, draft))
    for same_day in days.values():
        for at, (reading, draft) in enumerate(same_day[:MOST_COMPARED]):
            earlier = (other for _, other in same_day[:at])
            if twin := _find_twin(draft, earlier):
                what = f'is much like "{twin}" of the same day: merge them, or relate them'
                path = ("events", draft.place, "title")
                reading.note(draft, Fault(path, what, is_warning=True))


def _find_twin(draft: Draft, others: Iterable[Draft]) -> str:
    """Return the id of an event with a similar title; related events are meant to be two."""
    from difflib import SequenceMatcher  # only a check looks for likeness

    matcher = SequenceMatcher(b=_fold(draft.title), autojunk=False)
    for other in others:
        if other.id in draft.related or draft.id in other.related or other.id == draft.id:
            continue
        matcher.set_seq1(_fold(other.title))
        if matcher.quick_ratio() >= LIKENESS and matcher.ratio() >= LIKENESS:
            return other.id
    return ""


def _fold(text: str) -> str:
    """Leave capitals and accents aside, and everything else as it is."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
