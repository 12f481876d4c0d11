"""`Event` and `Source`: one curated historical entry and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.timeline.dates import DateSpan

NAME_FIELDS = ("people", "places", "organisations")
"""The fields of an event that hold canonical names."""


@dataclass(frozen=True, slots=True)
class Source:
    """A published page that supports an event; `date` is EDTF as curated, or empty."""

    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A curated historical entry, shown to people exactly as it is written.

    `significance` is 1 (ordinary) to 3 (turning point); `timeline` is the id of the
    timeline the event was read from; `related` holds ids of events this one continues;
    `keywords` are what people may ask with and no text of the event says: searched, never
    shown.
    """

    id: str
    date: DateSpan
    title: str
    summary: str = ""
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    significance: int = 1
    related: tuple[str, ...] = ()
    note: str = ""
    symbol: str = ""
    keywords: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    timeline: str = ""
