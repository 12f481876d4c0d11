"""Events against the times a question names, and steps from one time to another."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.dates.shifts import Shift, take_shift
from bot.search.dates.times import fits, is_same_time, joined_times, lies_within, nearest_in_time
from bot.search.when import DatePhrase, find_phrases
from bot.timeline.dates import Day, parse_date
from tests.examples import make_event

DAY = date(2026, 3, 15)


def phrase(text: str) -> DatePhrase:
    (found,) = find_phrases(text, today=DAY)
    return found


@pytest.mark.parametrize(
    ("edtf", "asked", "expected"),
    [
        ("2019-04-25", "in 2019", True),
        ("2019-04-25", "in May 2019", False),
        ("2006-10-14/2017-12-22", "in 2010", True),
        ("2019-04-25", "25 April", True),
        ("2019-04", "25 April", False),
        ("2019-04", "in April", True),
        ("2019", "in April", False),
        ("2018-12-30/2019-01-02", "1 January", False),
    ],
)
def test_an_event_falls_into_a_time_or_not(edtf: str, asked: str, expected: bool) -> None:
    assert fits(parse_date(edtf), phrase(asked)) is expected


def test_to_overlap_is_less_than_to_lie_within() -> None:
    decade = make_event(date="2006-10-14/2017-12-22")
    assert not lies_within(decade, [phrase("in 2010")])
    assert lies_within(decade, [phrase("between 2000 and 2020")])
    assert is_same_time(decade, [phrase("between 2006 and 2017")])


def test_the_nearest_stand_on_both_sides() -> None:
    events = [make_event(str(year), str(year)) for year in (1990, 1995, 2005)]
    assert [event.id for event in nearest_in_time(events, phrase("in 2000"))] == ["1995", "2005"]
    assert [event.id for event in nearest_in_time(events, phrase("in 1980"))] == ["1990"]


def test_a_month_beside_a_dated_one_is_of_its_year() -> None:
    found = find_phrases("in May or in June 2022", today=DAY)
    (joined,) = joined_times(found)
    assert joined.spans[0].earliest == Day(2022, 5, 1)


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("and the year after", Shift("year", 1)),
        ("the month before", Shift("month", -1)),
        ("two days later", Shift("day", 2)),
        ("next week", Shift("week", 1)),
        ("the same year", Shift("year", 0)),
        ("в следующем году", Shift("year", 1)),
        ("다음 해", Shift("year", 1)),
        ("after that", None),
    ],
)
def test_a_step_in_time_is_read(text: str, shift: Shift | None) -> None:
    assert take_shift(text)[0] == shift


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        (Shift("year", 1), "2021"),
        (Shift("month", -1), "2020-01"),
        (Shift("day", 1), "2020-03-01"),
        (Shift("week", 1), "2020-03-07/2020-03-13"),
    ],
)
def test_a_step_is_counted_from_a_day(shift: Shift, expected: str) -> None:
    assert shift.span_from(Day(2020, 2, 29)).edtf == expected
