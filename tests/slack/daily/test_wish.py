"""What is typed behind `subscribe` is read in any order, and mistakes are named kindly."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.slack.daily.vocabulary import Vocabulary
from bot.slack.daily.wish import LONGEST_TYPED, MOST_NAMED, MOST_PROBLEMS, Wish, read_wish
from bot.slack.daily.zones import is_zone
from bot.timeline.daily_choice import (
    EVERY_DAY,
    MONDAY_TO_FRIDAY,
    SUNDAY_TO_THURSDAY,
    DailyChoice,
    LeapDay,
    WhenEmpty,
)
from tests.examples import make_event, make_name, make_timeline

NOW = datetime(2026, 1, 15, 12)
TAGS = ["treaty", "state-visit", *(f"tag{number}" for number in range(20))]
VOCABULARY = Vocabulary.of(
    make_timeline(
        make_event("a", tags=TAGS, people=["Ada Lovelace", "Ada"]),
        names=(make_name("Kim Jong Un", "Kim", "Ким Чен Ын"),),
        title="Old bridges",
        timeline_id="bridges",
    )
)


def read(typed: str) -> Wish:
    return read_wish(typed, VOCABULARY, now=NOW)


def problems(typed: str) -> list[tuple[str, str]]:
    return [(problem.field, problem.text) for problem in read(typed).problems]


@pytest.mark.parametrize(
    ("typed", "at"),
    [("9", time(9)), ("9am", time(9)), ("9 am", time(9)), ("9 a.m.", time(9)), ("9:00", time(9)),
     ("09.00", time(9)), ("0900", time(9)), ("9h30", time(9, 30)), ("21:30", time(21, 30)),
     ("9:30pm", time(21, 30)), ("9:30 PM", time(21, 30)), ("12am", time(0)), ("12 pm", time(12)),
     ("noon", time(12)), ("midnight", time(0)), ("00:00", time(0)), ("23:59", time(23, 59)),
     ("at 9:00", time(9)), ("time:9am", time(9)), ("９：００", time(9)), ("9:00, berlin", time(9))],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(typed: str, at: time) -> None:
    assert read(typed).at == at
    assert problems(typed) == []


@pytest.mark.parametrize(
    "typed", ["25:00", "9:60", "9:5", "13pm", "0am", "9:00:30", "99", "1234567", "9am5", "9m"]
)
def test_what_is_no_time_is_said_to_be_none(typed: str) -> None:
    assert problems(typed) == [
        ("time", f"“{typed}” is no time of the day; write it like 09:00 or 21:30.")
    ]


def test_a_day_has_no_24_o_clock_and_a_post_one_time() -> None:
    assert problems("24:00") == [("time", "The day begins at 00:00; there is no 24:00.")]
    assert problems("9:00 10:00 9:00")[0][1].startswith("One time is enough")


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", EVERY_DAY),
        ("every day", EVERY_DAY),
        ("daily", EVERY_DAY),
        ("weekdays", MONDAY_TO_FRIDAY),
        ("Mon-Fri", MONDAY_TO_FRIDAY),
        ("monday to friday", MONDAY_TO_FRIDAY),
        ("sunday-thursday", SUNDAY_TO_THURSDAY),
        ("sun - thu", SUNDAY_TO_THURSDAY),
        ("mon,wed,fri", (0, 2, 4)),
        ("on Mondays and fridays", (0, 4)),
        ("days:tue,thu", (1, 3)),
        ("fri-mon", (0, 4, 5, 6)),
        ("weekends", (5, 6)),
    ],
)
def test_days_are_read_by_name_by_range_and_by_set(typed: str, days: tuple[int, ...]) -> None:
    assert read(typed).choice.days == days
    assert problems(typed) == []


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("tag:treaty", DailyChoice(tags=("treaty",))),
        ("tag:treaty,State-Visit", DailyChoice(tags=("treaty", "state-visit"))),
        ("tag:treaty tag:treaty", DailyChoice(tags=("treaty",))),
        ("tag:state visit", DailyChoice(tags=("state-visit",))),
        ("person:kim", DailyChoice(people=("Kim Jong Un",))),
        ("person:Kim Jong Un weekdays", DailyChoice(people=("Kim Jong Un",), days=(0, 1, 2, 3, 4))),
        ("person:“Kim Jong Un”", DailyChoice(people=("Kim Jong Un",))),
        ("person: Ada Lovelace 9:00", DailyChoice(people=("Ada Lovelace",))),
        ("person:ким чен ын", DailyChoice(people=("Kim Jong Un",))),
        ("timeline:bridges", DailyChoice(timeline="bridges")),
        ('timeline:"old bridges"', DailyChoice(timeline="bridges")),
        ("empty:week", DailyChoice(when_empty=WhenEmpty.WEEK)),
        ("empty=month", DailyChoice(when_empty=WhenEmpty.MONTH)),
        ("empty:nothing", DailyChoice()),
        ("29feb:1-march", DailyChoice(leap_day=LeapDay.MARCH_1)),
        ("leap:leap-years", DailyChoice(leap_day=LeapDay.LEAP_YEARS)),
        ("29feb:28", DailyChoice()),
    ],
)
def test_options_are_read_in_words(typed: str, choice: DailyChoice) -> None:
    assert read(typed).choice == choice
    assert problems(typed) == []


def test_everything_may_stand_in_any_order() -> None:
    parts = ["21:30", "Asia/Seoul", "weekdays", "tag:treaty", "empty:week"]
    wishes = {read(" ".join(order)) for order in (parts, parts[::-1], parts[2:] + parts[:2])}
    (wish,) = wishes
    assert (wish.at, wish.zone, wish.problems) == (time(21, 30), "Asia/Seoul", ())
    assert wish.choice == DailyChoice(
        tags=("treaty",), days=MONDAY_TO_FRIDAY, when_empty=WhenEmpty.WEEK
    )


@pytest.mark.parametrize(
    ("typed", "where", "hint"),
    [
        ("9:00 Brelin", "zone", "“Brelin” is no zone. Did you mean Europe/Berlin?"),
        ("9:00 EST", "zone", "Did you mean America/New_York?"),
        ("9:00 Mars/Base", "zone", "Mars/Base"),
        ("9:00 wekdays", "options", "Did you mean “weekdays”?"),
        ("9:00 xyzzy", "options", "I do not understand “xyzzy”. Options are weekdays"),
        ("colour:red", "options", "“colour:”"),
        ("tagg:treaty", "options", "Did you mean “tag:”?"),
        ("tag:traety", "tags", "I know no tag “traety”. Did you mean “treaty”?"),
        ("person:Kym", "people", "Did you mean “Kim Jong Un”?"),
        ("timeline:nothing-like-it", "timeline", "I know no timeline"),
        ("empty:sometimes", "empty", "none of nothing, week and month"),
        ("29feb:30", "leap", "none of 28-february, 1-march and leap-years"),
        ("days:funday", "days", "“funday” is no day of the week"),
        ("Europe/Berlin Asia/Seoul", "zone", "One zone is enough"),
    ],
)
def test_a_near_miss_is_named_with_what_may_be_meant(typed: str, where: str, hint: str) -> None:
    ((field, text),) = problems(typed)
    assert field == where
    assert hint in text


def test_only_so_many_names_are_taken() -> None:
    typed = " ".join(f"tag:{tag}" for tag in TAGS)
    assert len(read(typed).choice.tags) == MOST_NAMED
    assert problems(typed)[0] == ("tags", "At most 10 tags can be chosen.")


WORDS = st.sampled_from(
    ["9:00", "25:00", "berlin", "tag:", "tag:treaty", "person:", "“", '"', "mon-", "-", ":",
     "empty:", "29feb:", "\u2066", "<!channel>", "to", "am", "+9", "Europe/", "ａ"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS | st.text(max_size=12), max_size=12).map(" ".join))
def test_whatever_is_typed_is_read_into_a_sound_wish(typed: str) -> None:
    wish = read(typed)
    assert wish.zone == "" or is_zone(wish.zone)
    assert wish.choice.days
    assert set(wish.choice.days) <= set(EVERY_DAY)
    assert set(wish.choice.tags) <= set(TAGS)
    assert all(problem.text and len(problem.text) < 400 for problem in wish.problems)


@pytest.mark.parametrize(
    "word", ["x", "tag:traety", "person:Kym", "funday", "25:00", "days:x", "a:b"]
)
def test_a_very_long_text_is_read_up_to_a_limit(word: str) -> None:
    wish = read("9:00 Berlin " + f"{word} " * LONGEST_TYPED)
    assert 1 <= len(wish.problems) <= MOST_PROBLEMS
    assert (wish.at, len(read("x" * 100_000).problems)) == (time(9), 1)
