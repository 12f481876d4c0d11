"""Small builders of events and timelines, shared by all tests."""

from __future__ import annotations

from typing import Any

from bot.timeline.dates import DateSpan, parse_date
from bot.timeline.event import Event, Source
from bot.timeline.timeline import Name, Timeline, TimelineInfo


def make_source(title: str = "A page", **fields: Any) -> Source:
    """Return a source; every field may be given."""
    return Source(title=title, **{"url": "https://example.org/page", **fields})


def make_event(
    event_id: str = "2019-summit",
    date: str | DateSpan = "2019-04-25",
    title: str = "The leaders meet in Vladivostok",
    **fields: Any,
) -> Event:
    """Return an event with one source; lists may be given for the fields that are tuples."""
    fields.setdefault("sources", (make_source(),))
    fields.setdefault("timeline", "example")
    span = parse_date(date) if isinstance(date, str) else date
    values: dict[str, Any] = {
        key: tuple(one) if isinstance(one, list) else one for key, one in fields.items()
    }
    return Event(id=event_id, date=span, title=title, **values)


def make_name(canonical: str, *aliases: str, kind: str = "people") -> Name:
    """Return a canonical name with its aliases."""
    return Name(canonical, kind, aliases)


def make_timeline(
    *events: Event,
    names: tuple[Name, ...] = (),
    synonyms: tuple[tuple[str, ...], ...] = (),
    timeline_id: str = "example",
    **fields: Any,
) -> Timeline:
    """Return a timeline with one header; without events it holds `make_event()`."""
    fields.setdefault("title", "An example")
    info = TimelineInfo(id=timeline_id, names=names, synonyms=synonyms, **fields)
    return Timeline.build([info], events or (make_event(),))
