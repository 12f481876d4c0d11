"""When a post is due, reckoned minute by minute: slowly, and unlike the bot does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = timedelta(minutes=1)
GRACE = timedelta(hours=6)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when, in UTC, the post of a local date is due."""

    day: date
    begin: datetime
    end: datetime


def find_windows(
    at: time, zone: str, *, days: tuple[int, ...], begin: datetime, end: datetime
) -> list[Window]:
    """Return the windows that touch the time from `begin` to `end`, both at whole minutes."""
    place = ZoneInfo(zone)
    minutes: dict[date, list[datetime]] = {}
    moment = begin - _DAY
    while moment < end + _DAY:
        local = moment.astimezone(place)
        if local.time() >= at and local.weekday() in days:
            minutes.setdefault(local.date(), []).append(moment)
        moment += MINUTE
    windows = []
    for day, due in sorted(minutes.items()):
        last = min(due[-1] + MINUTE, due[0] + GRACE)
        if due[0] > begin - _DAY and due[0] <= end and last >= begin:
            windows.append(Window(day, due[0], last))
    return windows
