"""Checks between events and between files: ids, references, tags, regions, near-duplicates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.timeline.dates import DateSpan
from bot.timeline.name_checks import has_broken_names
from bot.timeline.nearest import find_nearest, fold
from bot.timeline.reading import Draft, Reading
from bot.timeline.shapes import Fault, Path

LIKENESS = 0.75  # of two titles that may tell of the same event; above it lie reworded copies
MOST_COMPARED = 40  # events of one day compared with one another: more are a bulk store
MOST_HINTS = 100  # of a kind: the nearest word is slow to find, and a report lists no more
MOST_MATCHED = 100  # lost ids that repeated ones are matched with
FAR_AHEAD = 100  # years; eclipses are foretold and leases end, but a year further on is a slip
FEW = 3  # ids or dates whose year looks wrong, however few are right; of more, most must be
_YEAR = re.compile(r"(\d{4})-")  # that an id begins with


@dataclass(slots=True)
class _Ids:
    """The ids of all events, those that come again, and the drafts with links of each file."""

    known: set[str] = field(default_factory=set)
    repeats: list[tuple[Reading, Draft]] = field(default_factory=list)
    linked: list[list[Draft]] = field(default_factory=list)


def check_links(readings: Sequence[Reading]) -> None:
    """Note what must not be loaded: repeated ids, unknown tags, references to nothing."""
    _check_timeline_ids(readings)
    ids = _collect_ids(readings)
    _check_related(readings, ids)
    places = {
        name.canonical for one in readings for name in one.info.names if name.kind == "places"
    }
    for reading, drafts in zip(readings, ids.linked, strict=True):
        if not has_broken_names(reading):
            reading.faults += _check_regions(reading, places)
        vocabulary, hints = dict(reading.info.tags), _Hints()
        for draft in drafts if vocabulary else ():
            for fault in _check_tags(draft, vocabulary, hints=hints):
                reading.note(draft, fault)


def check_likeness(readings: Sequence[Reading]) -> None:
    """Note what is only worth a warning: events told twice, and ids that begin with another year.

    Bulk stores are passed over: nobody wrote their ids and titles by hand.
    """
    curated = [reading for reading in readings if not reading.is_bulk]
    for reading in curated:
        _check_years(reading)
    _check_near_duplicates(curated)


def check_future(readings: Sequence[Reading], *, year: int) -> None:
    """Note what is only worth a warning: a date that begins long after `year`, which is now."""
    for reading in readings:
        dates = [] if reading.is_bulk else [one for one in reading.drafts() if one.date]
        far = [one for one in dates if one.date and one.date.earliest.year > year + FAR_AHEAD]
        if len(far) > max(len(dates) - len(far), FEW):
            continue  # it is a timeline of the future
        for draft in far:
            what = f"lies more than {FAR_AHEAD} years ahead: is the year right?"
            reading.note(draft, Fault(("events", draft.place, "date"), what, is_warning=True))


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


def _collect_ids(readings: Sequence[Reading]) -> _Ids:
    """Walk through all drafts once, because a store of a million lines takes its time."""
    ids = _Ids()
    for reading in readings:
        ids.linked.append([])
        for draft in reading.drafts():
            if draft.id in ids.known:
                ids.repeats.append((reading, draft))
            elif draft.id:
                ids.known.add(draft.id)
            if draft.related or (draft.tags and reading.info.tags):
                ids.linked[-1].append(draft)
    return ids


def _check_related(readings: Sequence[Reading], ids: _Ids) -> None:
    """Note references that lead nowhere, and ids that come again.

    Of two events with one id, one lacks its own: references to that are no second problem, but
    tell which id is meant.
    """
    again = {draft.id for _, draft in ids.repeats}
    lost = dict.fromkeys(
        other
        for drafts in (ids.linked if again else ())
        for draft in drafts
        for other in draft.related
        if other not in ids.known
    )
    explained = _note_repeats(readings, ids.repeats, lost=list(lost)[:MOST_MATCHED])
    hints = _Hints()
    for reading, drafts in zip(readings, ids.linked, strict=True):
        for draft in drafts:
            for at, other in enumerate(draft.related):
                path: Path = ("events", draft.place, "related", at)
                if other not in ids.known and other not in explained:
                    hint = hints.find(other, ids.known)
                    what = f'"{other}" is not the id of an event{hint}'
                    reading.note(draft, Fault(path, what))
                elif other == draft.id and other not in again:
                    reading.note(draft, Fault(path, "is the event itself: remove it"))


def _note_repeats(
    readings: Sequence[Reading], repeats: list[tuple[Reading, Draft]], *, lost: list[str]
) -> set[str]:
    """Say of each repeated id where it came first, and which of the `lost` ids may be meant.

    Return those. Only a fault pays for finding all that out.
    """
    wanted = {draft.id for _, draft in repeats}
    first: dict[str, tuple[str, Draft]] = {}
    for reading in readings if wanted else ():
        for draft in reading.drafts():
            if draft.id in wanted and draft.id not in first:
                line, _ = reading.locate(("events", draft.place, "id"), False)
                first[draft.id] = (f"{reading.file}:{line}", draft)
    explained = set[str]()
    for reading, draft in repeats:
        if reading.is_full:
            reading.more += 1
            continue
        place, earlier = first[draft.id]
        dates = [one.date for one in (draft, earlier) if one.date]
        meant = next((other for other in lost if _begins_with_year_of(other, dates)), "")
        if meant:
            lost.remove(meant)
            explained.add(meant)
        perhaps = f', perhaps "{meant}", which other events refer to' if meant else ""
        what = f'"{draft.id}" is used before, in {place}: choose another id{perhaps}'
        reading.note(draft, Fault(("events", draft.place, "id"), what))
    return explained


def _begins_with_year_of(event_id: str, dates: Iterable[DateSpan]) -> bool:
    """Whether the id begins with a year that one of the dates touches."""
    year = _YEAR.match(event_id)
    return year is not None and any(
        date.earliest.year <= int(year[1]) <= date.latest.year for date in dates
    )


def _check_years(reading: Reading) -> None:
    """Note ids that begin with another year than the date's, unless such numbers are no years."""
    right, wrong = 0, list[tuple[Draft, DateSpan, str]]()
    at_fault = {fault.path for fault in reading.faults}
    for draft in reading.drafts():
        year = _YEAR.match(draft.id)
        if ("events", draft.place, "id") in at_fault:
            continue  # an id that is another event's has its year too
        if year and draft.date and draft.date.latest.year > 0:  # an id has no sign for BCE
            if _begins_with_year_of(draft.id, (draft.date,)):
                right += 1
            else:
                wrong.append((draft, draft.date, year[1]))
    if len(wrong) > max(right, FEW):
        return
    for draft, date, year_text in wrong:
        what = f"begins with {year_text}, but the date is {date.edtf}: mend the one or the other"
        reading.note(draft, Fault(("events", draft.place, "id"), what, is_warning=True))


def _check_regions(reading: Reading, places: set[str]) -> Iterator[Fault]:
    """Yield what names no place: a place is one by its line among the names."""
    hints = _Hints()
    if reading.info.regions and not places:
        what = "need a list of places under names, with a line for each, and there is none: add it"
        yield Fault(("timeline", "regions"), what, at_key=True)
        return
    for region, inside in reading.info.regions:
        path: Path = ("timeline", "regions", region)
        for place, at in ((region, path), *((p, (*path, n)) for n, p in enumerate(inside))):
            if place not in places:
                what = f'"{place}" is not among the names of places{hints.find(place, places)}'
                yield Fault(at, what)


def _check_tags(draft: Draft, vocabulary: dict[str, str], *, hints: _Hints) -> Iterator[Fault]:
    for at, tag in enumerate(draft.tags):
        if tag not in vocabulary:
            what = f'"{tag}" is not in the vocabulary{hints.find(tag, vocabulary)}'
            yield Fault(("events", draft.place, "tags", at), what)


class _Hints:
    """Says what a wrong word may have been meant to be, for the first ones of a kind."""

    def __init__(self) -> None:
        self._left = MOST_HINTS

    def find(self, word: str, candidates: set[str] | dict[str, str]) -> str:
        nearest = find_nearest(word, candidates) if self._left > 0 else ""
        self._left -= 1
        return f': did you mean "{nearest}"?' if nearest else ": mend or remove it"


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

    matcher = SequenceMatcher(b=fold(draft.title), autojunk=False)
    for other in others:
        if other.id in draft.related or draft.id in other.related or other.id == draft.id:
            continue
        matcher.set_seq1(fold(other.title))
        if matcher.quick_ratio() >= LIKENESS and matcher.ratio() >= LIKENESS:
            return other.id
    return ""
