"""What is remembered on a day: certain days only, in one order, with the right number of years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.anniversaries import (
    Anniversary,
    find_anniversaries,
    find_month,
    find_week,
    milestone_rank,
    nearest_anniversary,
    skipped_days,
)
from bot.timeline.daily_choice import (
    EVERY_DAY,
    MONDAY_TO_FRIDAY,
    SUNDAY_TO_THURSDAY,
    DailyChoice,
    LeapDay,
)
from bot.timeline.dates import Precision, parse_date
from bot.timeline.day import is_leap_year
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_timeline

FIRST_DAY = date(2023, 1, 1)  # of four years, of which one is a leap year
FOUR_YEARS = [FIRST_DAY + timedelta(days=number) for number in range(4 * 365 + 1)]
RULES = st.sampled_from(LeapDay)


def ids(found: tuple[Anniversary, ...]) -> list[str]:
    return [one.event.id for one in found]


def on(timeline: Timeline, day: str, /, **choice: object) -> list[str]:
    """Return the ids of what is remembered on a day."""
    chosen = DailyChoice(**choice)  # type: ignore[arg-type]
    return ids(find_anniversaries(timeline, date.fromisoformat(day), choice=chosen))


@pytest.mark.parametrize(
    "written",
    ["2019-04-25~", "2019-04-25?", "2019-04-25%", "2019-04", "2019", "2019-04-25/2019-05-02",
     "2019-04-25/..", "../2019-04-25", "2019-04-25/", "/2019-04-25", "2019-04-25/2019-04-26~",
     "2019-04-25?/2019-04-26", "2019-04-25/2019-04", "2019-21", "201X", "2019-04-24/2019-04-25"],
)  # fmt: skip
def test_a_wide_or_doubtful_date_is_remembered_on_no_day(written: str) -> None:
    timeline = make_timeline(make_event("wide", written))
    assert on(timeline, "2026-04-25") == []


@pytest.mark.parametrize("end", ["2019-04-25", "2019-04-26", "2019-05-01"])
def test_a_stay_of_a_week_at_most_is_remembered_on_its_first_day(end: str) -> None:
    timeline = make_timeline(make_event("stay", f"2019-04-25/{end}"))
    assert on(timeline, "2026-04-25") == ["stay"]


def test_every_date_of_four_years_finds_its_own_events_and_no_other() -> None:
    year_2000 = [date(2000, 1, 1) + timedelta(days=number) for number in range(366)]
    timeline = make_timeline(*(make_event(f"{day:%m-%d}", day.isoformat()) for day in year_2000))
    for day in FOUR_YEARS:
        own = [f"{day:%m-%d}"]
        if (day.month, day.day) == (2, 28) and not is_leap_year(day.year):
            own.append("02-29")
        found = find_anniversaries(timeline, day)
        assert sorted(ids(found)) == own
        assert {one.years for one in found} == {day.year - 2000}


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (LeapDay.FEBRUARY_28, ["2023-02-28", "2024-02-29", "2025-02-28", "2026-02-28"]),
        (LeapDay.MARCH_1, ["2023-03-01", "2024-02-29", "2025-03-01", "2026-03-01"]),
        (LeapDay.LEAP_YEARS, ["2024-02-29"]),
    ],
)
def test_29_february_comes_once_a_year_by_the_rule_of_the_channel(
    rule: LeapDay, days: list[str]
) -> None:
    timeline = make_timeline(make_event("leap", "2004-02-29"))
    choice = DailyChoice(leap_day=rule)
    found = {
        day.isoformat(): one
        for day in FOUR_YEARS
        for one in find_anniversaries(timeline, day, choice=choice)
    }
    assert sorted(found) == days
    assert all(one.is_moved is (day[5:] != "02-29") for day, one in found.items())


def test_1900_had_no_29_february_and_2000_had_one() -> None:
    timeline = make_timeline(make_event("leap", "1896-02-29"))
    assert on(timeline, "1900-02-28") == ["leap"]
    assert on(timeline, "2000-02-28") == []


def test_what_comes_first_is_weight_then_round_years_then_age() -> None:
    timeline = make_timeline(
        make_event("plain", "1999-05-01"),
        make_event("ten", "2016-05-01"),
        make_event("hundred", "1926-05-01"),
        make_event("heavy", "2001-05-01", significance=3),
        make_event("older", "1998-05-01"),
    )
    assert on(timeline, "2026-05-01") == ["heavy", "hundred", "ten", "older", "plain"]


def test_round_years_are_weighed_as_they_are_celebrated() -> None:
    years = [200, 100, 175, 75, 150, 50, 125, 25, 110, 10, 105, 5, 7, 0]
    assert [milestone_rank(number) for number in years] == [
        0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6,
    ]  # fmt: skip


def test_among_equals_other_years_and_tags_come_before_more_of_the_same() -> None:
    timeline = make_timeline(
        make_event("a", "1999-05-01", tags=["treaty"]),
        make_event("b", "1999-05-01", tags=["treaty"]),
        make_event("c", "2002-05-01", tags=["treaty"]),
        make_event("d", "2003-05-01", tags=["visit"]),
    )
    assert on(timeline, "2026-05-01") == ["a", "d", "c", "b"]


def test_a_choice_of_timeline_tags_and_people_is_kept_to() -> None:
    timeline = make_timeline(
        make_event("treaty", "1999-05-01", tags=["treaty"], people=["Ada"]),
        make_event("visit", "2000-05-01", tags=["visit"], people=["Bob"]),
        make_event("other", "2001-05-01", tags=["treaty"], timeline="other"),
    )
    assert on(timeline, "2026-05-01", tags=("treaty", "visit"), people=("Bob",)) == ["visit"]
    assert on(timeline, "2026-05-01", tags=("treaty",), timeline="example") == ["treaty"]
    assert on(timeline, "2026-05-01", people=("Nobody",)) == []


EDTF = st.sampled_from(
    [
        "-02-29",
        "-02-28",
        "-03-01",
        "-03-01~",
        "-02",
        "",
        "?",
        "-02-28/{y}-03-01",
        "-02-26/{y}-03-04",
    ]
)
YEARS = st.sampled_from([1896, 1904, 1976, 2000, 2004, 2016, 2024])


@st.composite
def some_events(draw: st.DrawFn) -> list[Event]:
    """Return up to a dozen events of all kinds around the end of February."""
    return [
        make_event(
            f"e{number}",
            f"{year}{draw(EDTF).format(y=year)}",
            tags=draw(st.lists(st.sampled_from("xyz"), unique=True)),
            significance=draw(st.integers(1, 3)),
        )
        for number, year in enumerate(draw(st.lists(YEARS, max_size=12)))
    ]


@settings(max_examples=60, deadline=None)
@given(some_events(), st.sampled_from(["2024-02-29", "2026-02-28", "2026-03-01"]), RULES, st.data())
def test_events_are_in_one_order_however_they_were_loaded(
    events: list[Event], day: str, rule: LeapDay, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(events))
    first, second = (Timeline.build((), some) for some in (events, shuffled))
    found = on(first, day, leap_day=rule)
    assert found == on(second, day, leap_day=rule)
    dates = [parse_date(event.date.edtf) for event in events if event.id in found]
    assert all(1 <= span.certain_days <= 7 for span in dates)
    assert all(span.precision is Precision.DAY for span in dates)
    assert len(found) == len(set(found))


def test_the_nearest_anniversary_may_lie_in_another_year() -> None:
    new_year, eve = make_event("first", "2001-01-01"), make_event("last", "2000-12-31")
    assert nearest_anniversary(new_year, date(2025, 12, 30)).years == 25
    assert nearest_anniversary(eve, date(2026, 1, 2)).years == 25
    assert nearest_anniversary(make_event("leap", "2004-02-29"), date(2026, 3, 1)).is_moved


def test_a_week_is_looked_at_from_monday_to_sunday_the_nearest_first() -> None:
    timeline = make_timeline(
        make_event("sunday-before", "2001-12-28"),
        make_event("monday", "2000-12-29"),
        make_event("tuesday", "2000-12-30"),
        make_event("thursday", "2001-01-01"),
        make_event("sunday", "2001-01-04"),
        make_event("monday-after", "2001-01-05"),
    )
    found = find_week(timeline, date(2025, 12, 31))  # a Wednesday
    assert ids(found) == ["thursday", "tuesday", "monday", "sunday"]
    assert [one.years for one in found] == [25, 25, 25, 25]


def test_a_month_holds_certain_days_and_months_until_the_day() -> None:
    timeline = make_timeline(
        make_event("month", "2001-05"),
        make_event("day", "1999-05-30"),
        make_event("about", "2001-05~"),
        make_event("later", "2026-05-20"),
        make_event("stay", "2001-05-03/2001-05-04"),
        make_event("year", "2001"),
    )
    assert ids(find_month(timeline, date(2026, 5, 4))) == ["month", "day"]


MONDAY, TUESDAY = date(2026, 5, 4), date(2026, 5, 5)


@pytest.mark.parametrize(
    ("days", "day", "last", "skipped"),
    [
        (MONDAY_TO_FRIDAY, MONDAY, date(2026, 5, 1), ["2026-05-02", "2026-05-03"]),
        (MONDAY_TO_FRIDAY, MONDAY, None, ["2026-05-02", "2026-05-03"]),
        (MONDAY_TO_FRIDAY, TUESDAY, MONDAY, []),
        (MONDAY_TO_FRIDAY, TUESDAY, None, []),
        (MONDAY_TO_FRIDAY, TUESDAY, date(2026, 5, 1), ["2026-05-02", "2026-05-03"]),
        (SUNDAY_TO_THURSDAY, date(2026, 5, 3), None, ["2026-05-01", "2026-05-02"]),
        (EVERY_DAY, MONDAY, date(2026, 4, 1), []),
        ((0,), MONDAY, None, [f"2026-0{d}" for d in
                              ("4-28", "4-29", "4-30", "5-01", "5-02", "5-03")]),
    ],
)  # fmt: skip
def test_the_days_before_that_were_left_out_by_choice(
    days: tuple[int, ...], day: date, last: date | None, skipped: list[str]
) -> None:
    assert [one.isoformat() for one in skipped_days(day, days=days, last=last)] == skipped


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_hindrance(day: date) -> None:
    timeline = make_timeline(make_event("old", "0001-01-01"), make_event("new", "9999-12-31"))
    find_week(timeline, day)
    find_month(timeline, day)
    skipped_days(day, days=(6,), last=None)
    assert nearest_anniversary(timeline.events[0], day).years >= 0
    assert len(find_anniversaries(timeline, day)) == 1
