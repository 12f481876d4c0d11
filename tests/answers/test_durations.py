"""How long it was, by the calendar, at the precision known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.durations import Apart, time_apart
from bot.answers.wording.en import ENGLISH
from bot.answers.wording.ko import KOREAN
from bot.answers.wording.ru import RUSSIAN
from bot.timeline.dates import day_span, parse_date
from bot.timeline.day import Day


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("2019-04-25", "2023-09-13", Apart(4, 4, 19, 1602)),
        ("2020-01-31", "2020-02-29", Apart(0, 1, 0, 29)),
        ("2020-01-31", "2020-03-31", Apart(0, 2, 0, 60)),
        ("2019-04-25/2019-04-27", "2019-05-01", Apart(0, 0, 4, 4)),
        ("2019-04-25", "2019-04-25", Apart(0, 0, 0, 0)),
        ("2019-04", "2020-03-02", Apart(0, 11, 0, None)),
        ("1961", "2024-06-19", Apart(63, 0, 0, None)),
        ("1961-07-06", "2024~", Apart(63, 0, 0, None)),
        ("2019", "2019-05", Apart(0, 0, 0, None)),
        ("-0043-03-15", "0001-01-01", Apart(43, 9, 17, 15998)),
    ],
)
def test_the_time_between_two_dates(first: str, second: str, apart: Apart) -> None:
    assert time_apart(parse_date(first), parse_date(second)) == apart


@given(
    st.tuples(st.integers(1, 3000), st.integers(1, 12), st.integers(1, 28)),
    st.integers(1, 100_000),
)
def test_days_that_are_counted_out_lead_back_to_the_total(
    start: tuple[int, int, int], days: int
) -> None:
    last = Day.from_ordinal(Day(*start).ordinal + days)
    apart = time_apart(day_span(*start), day_span(*last))
    assert apart.total == days
    assert 0 <= apart.months < 12
    assert 0 <= apart.days <= 30
    assert (apart.years * 12 + apart.months) * 31 + apart.days >= days


def test_the_number_leads_in_every_language() -> None:
    apart = Apart(4, 4, 19, 1602)
    assert ENGLISH.apart_heading(apart) == "4 years, 4 months and 19 days apart (1,602 days):"
    assert RUSSIAN.apart_heading(apart).startswith("4 года, 4 месяца и 19 дней между ними")
    assert KOREAN.apart_heading(apart) == "4년 4개월 19일 차이(총 1,602일):"


def test_what_is_not_known_to_the_day_is_said_to_be_about_right() -> None:
    assert ENGLISH.apart_heading(Apart(63, 0, 0, None)).startswith("About 63 years apart; ")
    assert "неизвестны" in RUSSIAN.apart_heading(Apart(63, 0, 0, None))
    assert KOREAN.apart_heading(Apart(63, 0, 0, None)).startswith("약 63년")
