"""The verbs of daily posts are told from questions, and days are read as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.daily_verbs import DailyCommand, Pause, read_daily, read_day, read_pause

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("subscribe", DailyCommand("subscribe", "")),
        ("Subscribe 9:00 Asia/Seoul", DailyCommand("subscribe", "9:00 Asia/Seoul")),
        ("subscriptions", DailyCommand("subscriptions", "")),
        ("unsubscribe 09:00", DailyCommand("unsubscribe", "09:00")),
        ("pause 2w", DailyCommand("pause", "2w")),
        ("resume", DailyCommand("resume", "")),
        ("preview 4 May 2027", DailyCommand("preview", "4 May 2027")),
    ],
)
def test_a_verb_is_known_with_what_follows_it(text: str, command: DailyCommand) -> None:
    assert read_daily(text) == command


@pytest.mark.parametrize(
    "text",
    ["", "subscribers", "when did talks resume", "resume of the talks on nuclear tests",
     "pause in missile tests between 2017 and 2019", "2022", "preview of the summit in the press"],
)  # fmt: skip
def test_a_question_is_left_a_question(text: str) -> None:
    assert read_daily(text) is None


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("", None),
        ("2w", date(2026, 12, 10)),
        ("for 2 weeks", date(2026, 12, 10)),
        ("10 days", date(2026, 12, 6)),
        ("a month", date(2026, 12, 26)),
        ("3m", date(2027, 2, 26)),
        ("1 year", date(2027, 11, 26)),
        ("until 1 December", date(2026, 12, 1)),
        ("until 2026-12-01", date(2026, 12, 1)),
        ("1 December", date(2026, 12, 1)),
        ("until 25 November", date(2027, 11, 25)),
        ("until friday", date(2026, 11, 27)),
        ("until thursday", date(2026, 12, 3)),
        ("until tomorrow", date(2026, 11, 27)),
    ],
)
def test_a_pause_ends_on_a_day(typed: str, until: date | None) -> None:
    assert read_pause(typed, today=THURSDAY) == Pause(until)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("for ever", "is no time to pause"),
        ("until December", "is no time to pause"),
        ("until 31 February", "is no time to pause"),
        ("until yesterday", "still to come"),
        ("until today", "still to come"),
        ("0 days", "still to come"),
        ("2 years", "a year at most"),
        ("9999 weeks", "a year at most"),
        ("until 2042-01-01", "a year at most"),
    ],
)
def test_a_pause_that_cannot_be_is_explained(typed: str, problem: str) -> None:
    found = read_pause(typed, today=THURSDAY)
    assert found.until is None
    assert problem in found.problem


def test_a_month_after_the_31st_ends_with_the_month() -> None:
    assert read_pause("1 month", today=date(2026, 1, 31)).until == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", THURSDAY),
        ("today", THURSDAY),
        ("tomorrow", date(2026, 11, 27)),
        ("4 May", date(2027, 5, 4)),
        ("26 November", THURSDAY),
        ("29 February", date(2028, 2, 29)),
        ("2024-06-18", date(2024, 6, 18)),
        ("4 May 1980", date(1980, 5, 4)),
        ("May", None),
        ("2022", None),
        ("nonsense", None),
    ],
)
def test_a_day_is_read_in_figures_or_words(typed: str, day: date | None) -> None:
    assert read_day(typed, today=THURSDAY) == day


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40) | st.from_regex(r"(until )?[0-9]{1,4} ?[dwmy]", fullmatch=True))
def test_whatever_is_typed_a_pause_ends_within_a_year_or_is_refused(typed: str) -> None:
    found = read_pause(typed, today=THURSDAY)
    assert found.until is None or 1 <= (found.until - THURSDAY).days <= 366
    read_day(typed, today=THURSDAY)
    read_daily(typed)
