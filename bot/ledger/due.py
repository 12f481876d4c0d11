"""When a daily post is due: pure reckoning with local dates, times and zones.

A post for a local date is due from the first instant of that date at which the clocks of the
zone show the chosen time or later, as long as it is still that date there, and for `GRACE`
at most. So a bot that was down at nine posts at eleven, and never yesterday's as today's.

- A time in the hour that is skipped in spring is due when the clocks have been put forward;
  if the skipped hour ends the day, shortly before they are (`BEFORE_A_LOST_END`).
- A time in the hour that is repeated in autumn is due at its first occurrence.
- A date that a zone skips altogether is never due there.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import BotError

GRACE = timedelta(hours=6)  # how late a post is still a kindness: after lunch, not at bedtime
# Some clocks are put forward over midnight. A post for the minutes that the day loses goes out
# before, with time enough for a clock that looks every few seconds and a slow database.
BEFORE_A_LOST_END = timedelta(minutes=5)
# Days to look ahead for one that is chosen. Seven would do, but for the dates that a zone skips.
_AHEAD = 10
_ONE_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


def read_zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; raises `BotError` if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise BotError(
            f"{name[:64]!r} is no time zone; write an IANA name such as Europe/London."
        ) from error


def local_date(now: datetime, zone: str) -> date:
    """Return the date that calendars in `zone` show at the instant `now`."""
    return now.astimezone(read_zone(zone)).date()


@lru_cache(maxsize=4096)  # many channels share a time and a zone
def due_instant(day: date, at: time, zone: str) -> datetime | None:
    """Return the instant, in UTC, from which the post of `day` is due, or None if never."""
    place = read_zone(zone)
    wanted = datetime.combine(day, at)
    early, late = (wanted.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    if early.astimezone(place).replace(tzinfo=None) == wanted:
        return early
    # The clocks never show it: `early` was reckoned with the offset before the gap and lies
    # behind it, `late` with the offset after the gap and lies before it.
    forward = _first_second_after_the_gap(late, early, wanted, place)
    if forward.astimezone(place).date() == day:
        return forward
    last = forward - BEFORE_A_LOST_END
    return last if last.astimezone(place).date() == day else None


def _first_second_after_the_gap(
    before: datetime, after: datetime, wanted: datetime, place: ZoneInfo
) -> datetime:
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        if middle.astimezone(place).replace(tzinfo=None) < wanted:
            before = middle
        else:
            after = middle
    return after


def date_due(
    now: datetime, at: time, *, zone: str, days: Collection[int], grace: timedelta = GRACE
) -> date | None:
    """Return the local date whose post is due at `now`, if nothing was posted for it yet."""
    today = local_date(now, zone)
    if today.weekday() not in days:
        return None
    since = due_instant(today, at, zone)
    return today if since is not None and since <= now <= since + grace else None


def next_due(
    now: datetime,
    at: time,
    *,
    zone: str,
    days: Collection[int],
    done: Collection[date] = (),
    not_before: date | None = None,
    grace: timedelta = GRACE,
) -> datetime | None:
    """Return the next instant, in UTC, at which a post is due: in the past if it is due now.

    `done` are local dates that have had theirs; `not_before` is the first date to post on.
    None if no day is chosen.
    """
    today = local_date(now, zone)
    day = max(today, not_before or today)
    for _ in range(_AHEAD + len(done)):
        if day.weekday() in days and day not in done:
            since = due_instant(day, at, zone)
            if since is not None and (since > now or (day == today and now <= since + grace)):
                return since
        day += _ONE_DAY
    return None
