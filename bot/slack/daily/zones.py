"""Time zones as people name them: found among the IANA names, or the nearest named instead."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from bot.timeline.nearest import find_nearest

MOST_FOUND = 100  # as many options as Slack takes
MOST_HINTS = 3
LONGEST_TYPED = 60  # characters; the longest name has 32

_REGIONS = frozenset(
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split()
)
_NO_ZONES = frozenset({"localtime", "posixrules", "Factory"})
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+\u2212-])\s?(\d{1,2})(?::?([0-5]\d))?", re.ASCII | re.I)
_MOST_HOURS = 14  # of an offset, eastwards; twelve westwards

# Cities that have no zone of their own name, and names in other alphabets.
_KNOWN_AS = {
    "washington": "America/New_York", "boston": "America/New_York", "miami": "America/New_York",
    "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "beijing": "Asia/Shanghai", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "osaka": "Asia/Tokyo", "busan": "Asia/Seoul", "hanoi": "Asia/Bangkok",
    "st petersburg": "Europe/Moscow", "saint petersburg": "Europe/Moscow",
    "munich": "Europe/Berlin", "hamburg": "Europe/Berlin", "frankfurt": "Europe/Berlin",
    "geneva": "Europe/Zurich", "barcelona": "Europe/Madrid", "milan": "Europe/Rome",
    "москва": "Europe/Moscow", "владивосток": "Asia/Vladivostok", "киев": "Europe/Kyiv",
    "서울": "Asia/Seoul", "평양": "Asia/Pyongyang", "도쿄": "Asia/Tokyo",
    "모스크바": "Europe/Moscow",
}  # fmt: skip
# Abbreviations say a time of the year rather than a place, and some are used in several
# places: they are never taken for a zone, but tell which may be meant. IANA keeps a few of
# them as zones that are the same all year round, which hardly anybody means.
_MAY_MEAN = {
    "America/New_York": "est edt eastern", "America/Chicago": "cst cdt central",
    "America/Denver": "mst mdt mountain", "America/Los_Angeles": "pst pdt pacific",
    "Pacific/Honolulu": "hst hawaii", "Europe/London": "bst britain uk", "Europe/Dublin": "ist",
    "Europe/Berlin": "cest", "Europe/Helsinki": "eest", "Europe/Moscow": "msk",
    "Asia/Jerusalem": "ist", "Asia/Kolkata": "ist india", "Asia/Shanghai": "cst china",
    "Asia/Hong_Kong": "hkt", "Asia/Singapore": "sgt", "Asia/Seoul": "kst korea",
    "Asia/Tokyo": "jst", "Australia/Sydney": "aest aedt", "Pacific/Auckland": "nzst nzdt",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundZone:
    """A zone by its IANA name; empty where none was found, and then perhaps the nearest names."""

    name: str
    near: tuple[str, ...] = ()


def find_zone(typed: str, *, now: datetime) -> FoundZone:
    """Return the zone that somebody means by a name, a city, or an abbreviation.

    An offset ("+03:00") names none, since it says nothing of summer; zones that have it
    now are the nearest. Never raises, whatever is typed.
    """
    words = " ".join(typed.replace("_", " ").split()).casefold()
    if not words or len(words) > LONGEST_TYPED:
        return FoundZone("")
    names = _by_words()
    meant = tuple(name for name, said in _MAY_MEAN.items() if words in said.split())
    if meant:
        return FoundZone("", meant)
    if words in names:
        return FoundZone(names[words])
    if words in _KNOWN_AS:
        return FoundZone(_KNOWN_AS[words])
    cities = _by_city().get(words, ())
    if len(cities) == 1:
        return FoundZone(cities[0])
    if cities:
        return FoundZone("", cities[:MOST_HINTS])
    offset = _read_offset(words)
    if offset is not None:
        return FoundZone("", tuple(_with_offset(offset, now))[:MOST_HINTS])
    near = find_nearest(words, _by_city()) or find_nearest(words, names)
    return FoundZone("", (*_by_city().get(near, ()), *filter(None, [names.get(near)]))[:MOST_HINTS])


def search_zones(typed: str, *, now: datetime) -> tuple[str, ...]:
    """Return zones for a list that is searched while somebody types, the likeliest first.

    Reads part of a name, a city, an abbreviation or an offset; with nothing typed, the
    best known and then the others. There are `MOST_FOUND` at most.
    """
    words = " ".join(typed[:LONGEST_TYPED].replace("_", " ").split()).casefold()
    if not words:
        return tuple(dict.fromkeys(("UTC", *sorted(_MAY_MEAN), *listed_zones())))[:MOST_FOUND]
    found = [name for name, said in _MAY_MEAN.items() if words in said.split()]
    if words in _KNOWN_AS:
        found.append(_KNOWN_AS[words])
    offset = _read_offset(words)
    if offset is not None:
        found += _with_offset(offset, now)
    ranks: list[tuple[int, str]] = []
    for name in listed_zones():
        told = _told(name)
        city = told.rpartition("/")[2]
        if words in told:
            ranks.append((0 if city == words else 1 if city.startswith(words) else 2, name))
    found += [name for _, name in sorted(ranks)]
    return tuple(dict.fromkeys(found))[:MOST_FOUND]


def zone_label(name: str, *, now: datetime) -> str:
    """Return a zone with its present offset: "Asia/Seoul (UTC+9)"."""
    offset = ZoneInfo(name).utcoffset(now.replace(tzinfo=None))
    minutes = round((offset or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    told = f"{hours}:{rest:02}" if rest else f"{hours}"
    return f"{name} (UTC{'-' if minutes < 0 else '+'}{told})"


def is_zone(name: str) -> bool:
    """Whether `name` is exactly an IANA name that can be used."""
    return name in _all_zones()


@lru_cache(maxsize=1)
def _all_zones() -> frozenset[str]:
    return frozenset(available_timezones()) - _NO_ZONES


@lru_cache(maxsize=1)
def listed_zones() -> tuple[str, ...]:
    """Return the zones that are named by a place, and UTC: those worth choosing from."""
    placed = (name for name in _all_zones() if name.partition("/")[0] in _REGIONS)
    return ("UTC", *sorted(placed))


def _told(name: str) -> str:
    return name.replace("_", " ").casefold()


@lru_cache(maxsize=1)
def _by_words() -> dict[str, str]:
    return {_told(name): name for name in _all_zones()}


@lru_cache(maxsize=1)
def _by_city() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in listed_zones():
        found.setdefault(_told(name).rpartition("/")[2], []).append(name)
    return {city: tuple(names) for city, names in found.items()}


def _read_offset(words: str) -> timedelta | None:
    read = _OFFSET.fullmatch(words)
    if read is None or int(read[2]) > _MOST_HOURS:
        return None
    offset = timedelta(hours=int(read[2]), minutes=int(read[3] or 0))
    return offset if read[1] == "+" else -offset


def _with_offset(offset: timedelta, now: datetime) -> Iterable[str]:
    naive = now.replace(tzinfo=None)
    names = [name for name in listed_zones() if ZoneInfo(name).utcoffset(naive) == offset]
    return sorted(names, key=lambda name: name not in _MAY_MEAN)  # the best known first
