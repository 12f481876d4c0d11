"""A post is due once on each chosen local day, in every zone and at every change of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.ledger.due import GRACE, date_due, due_instant, local_date, next_due
from bot.timeline.daily_choice import EVERY_DAY, MONDAY_TO_FRIDAY, SUNDAY_TO_THURSDAY

ZONES = sorted(available_timezones())
MINUTE = timedelta(minutes=1)

zones = st.sampled_from(ZONES)
times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
days = st.dates(date(1999, 12, 20), date(2037, 12, 31))
instants = st.datetimes(datetime(1999, 12, 20), datetime(2037, 12, 31), timezones=st.just(UTC))


def utc(text: str) -> datetime:
    """Return an instant written in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "at", "zone", "expected"),
    [
        ("2026-11-26", "09:00", "UTC", "2026-11-26 09:00"),
        ("2026-11-26", "09:00", "Pacific/Kiritimati", "2026-11-25 19:00"),  # UTC+14
        ("2026-11-26", "09:00", "Etc/GMT+12", "2026-11-26 21:00"),  # UTC-12
        ("2026-11-26", "09:00", "Asia/Kathmandu", "2026-11-26 03:15"),  # UTC+5:45
        ("2026-03-29", "02:30", "Europe/Berlin", "2026-03-29 01:00"),  # skipped: at once then
        ("2026-03-08", "02:00", "America/New_York", "2026-03-08 07:00"),
        ("2026-10-25", "02:30", "Europe/Berlin", "2026-10-25 00:30"),  # twice: the first
        ("2026-11-01", "01:30", "America/New_York", "2026-11-01 05:30"),
        ("2026-04-24", "00:30", "Africa/Cairo", "2026-04-23 22:00"),  # the day begins at one
        ("2026-03-28", "23:30", "America/Nuuk", "2026-03-29 00:55"),  # the day ends at eleven
        ("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04 14:45"),  # half an hour twice
    ],
)
def test_the_instant_from_which_a_post_is_due(day: str, at: str, zone: str, expected: str) -> None:
    found = due_instant(date.fromisoformat(day), time.fromisoformat(at), zone)
    assert found == utc(expected)


def test_a_date_that_a_zone_skipped_is_never_due() -> None:
    assert due_instant(date(2011, 12, 30), time(9), "Pacific/Apia") is None
    before = utc("2011-12-30 09:30")  # 23:30 of the 29th
    assert next_due(before, time(9), zone="Pacific/Apia", days=EVERY_DAY) == utc("2011-12-30 19:00")


@given(days, times, zones)
@example(date(2026, 3, 28), time(23, 30), "America/Nuuk")
def test_when_it_is_due_the_calendar_shows_its_date_and_not_a_minute_earlier(
    day: date, at: time, zone: str
) -> None:
    since = due_instant(day, at, zone)
    if since is None:  # a date that the zone skipped
        noon = datetime.combine(day, time(12), tzinfo=ZoneInfo(zone))
        assert local_date(noon.astimezone(UTC), zone) != day
        return
    assert local_date(since, zone) == day
    local = since.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert local.time() >= at or timedelta(0) < datetime.combine(day, at) - local <= timedelta(
        hours=3
    )
    assert date_due(since, at, zone=zone, days=EVERY_DAY) == day
    assert date_due(since - MINUTE, at, zone=zone, days=EVERY_DAY) != day


@given(st.data(), instants, times, zones)
def test_a_clock_that_looks_every_minute_posts_once_for_each_local_date(
    data: st.DataObject, start: datetime, at: time, zone: str
) -> None:
    """Walk over three days by the instants that `next_due` names, less than a minute late.

    A post for 23:59 has no more time than that, as at midnight its day is over.
    """
    posted: list[date] = []
    now, end = start, start + timedelta(days=3)
    while now < end:
        following = next_due(now, at, zone=zone, days=EVERY_DAY, done=posted)
        assert following is not None
        now = max(now, following) + data.draw(st.integers(0, 50)) * timedelta(seconds=1)
        day = date_due(now, at, zone=zone, days=EVERY_DAY)
        if day is not None and day not in posted:
            assert day == local_date(now, zone)
            posted.append(day)
    assert len(posted) == len(set(posted))
    first, last = local_date(start, zone), local_date(end, zone)
    between = [first + timedelta(days=n) for n in range(1, (last - first).days)]
    assert [day for day in between if due_instant(day, at, zone) and day not in posted] == []


@given(instants, times, zones, st.sets(st.integers(0, 6), min_size=1))
def test_the_next_post_is_on_a_chosen_day_and_due_then(
    now: datetime, at: time, zone: str, chosen: set[int]
) -> None:
    found = next_due(now, at, zone=zone, days=chosen)
    assert found is not None
    assert now - GRACE <= found <= now + timedelta(days=9)
    day = date_due(max(found, now), at, zone=zone, days=chosen)
    assert day is not None
    assert day.weekday() in chosen


def test_a_bot_that_was_down_at_nine_posts_at_eleven() -> None:
    nine = time(9)
    assert date_due(utc("2026-11-26 11:00"), nine, zone="UTC", days=EVERY_DAY) == date(2026, 11, 26)
    assert next_due(utc("2026-11-26 11:00"), nine, zone="UTC", days=EVERY_DAY) == utc(
        "2026-11-26 09:00"
    )


@pytest.mark.parametrize("now", ["2026-11-26 15:01", "2026-11-26 08:59"])
def test_beyond_the_grace_and_before_the_time_nothing_is_due(now: str) -> None:
    assert date_due(utc(now), time(9), zone="UTC", days=EVERY_DAY) is None


def test_yesterdays_post_is_not_made_up_for_today() -> None:
    after_midnight = utc("2026-11-27 00:30")
    assert date_due(after_midnight, time(23), zone="UTC", days=EVERY_DAY) is None
    assert next_due(after_midnight, time(23), zone="UTC", days=EVERY_DAY) == utc("2026-11-27 23:00")


@pytest.mark.parametrize(
    ("now", "chosen", "expected"),
    [
        ("2026-11-27 10:00", MONDAY_TO_FRIDAY, "2026-11-27 09:00"),  # a Friday, late
        ("2026-11-28 10:00", MONDAY_TO_FRIDAY, "2026-11-30 09:00"),
        ("2026-11-27 10:00", SUNDAY_TO_THURSDAY, "2026-11-29 09:00"),
        ("2026-11-26 16:00", (3,), "2026-12-03 09:00"),
    ],
)
def test_only_chosen_days_count(now: str, chosen: tuple[int, ...], expected: str) -> None:
    assert next_due(utc(now), time(9), zone="UTC", days=chosen) == utc(expected)


def test_nothing_is_due_before_the_end_of_a_pause() -> None:
    found = next_due(
        utc("2026-11-26 08:00"), time(9), zone="UTC", days=EVERY_DAY,
        not_before=date(2027, 1, 4),
    )  # fmt: skip
    assert found == utc("2027-01-04 09:00")


def test_without_a_chosen_day_there_is_no_next_post() -> None:
    assert next_due(utc("2026-11-26 08:00"), time(9), zone="UTC", days=()) is None
