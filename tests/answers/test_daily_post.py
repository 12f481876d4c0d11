"""The daily post: five entries at most, the rest kept, and what is told on an empty day."""

from __future__ import annotations

from datetime import date

from bot.answers.daily_post import DailyPost, find_again
from bot.answers.responder import Responder
from bot.search.indexing.building import build_index
from bot.timeline.daily_choice import MONDAY_TO_FRIDAY, DailyChoice, WhenEmpty
from bot.timeline.event import Event
from tests.examples import make_event, make_timeline

MONDAY = date(2026, 5, 4)


def post_on(day: date, *events: Event, last: date | None = None, **choice: object) -> DailyPost:
    """Return what is posted of these events; there must be something."""
    responder = Responder(build_index(make_timeline(*events)))
    made = responder.daily(day, DailyChoice(**choice), last=last)  # type: ignore[arg-type]
    assert made is not None
    return made


def shown(post: DailyPost) -> list[tuple[str, list[str]]]:
    return [(part.heading, [entry.id for entry in part.entries]) for part in post.parts]


def on(month_and_day: str, *years: int) -> list[Event]:
    return [make_event(f"{year}-{month_and_day}", f"{year}-{month_and_day}") for year in years]


def test_a_post_shows_five_entries_and_keeps_the_rest_in_order() -> None:
    post = post_on(MONDAY, *on("05-04", *range(1991, 1999)))
    assert post.heading == "On this day, 4 May"
    assert [entry.id for entry in (*post.entries, *post.rest)] == [
        f"{year}-05-04" for year in (1996, 1991, 1992, 1993, 1994, 1995, 1997, 1998)
    ]
    assert len(post.entries) == 5


def test_today_and_the_post_choose_and_order_alike() -> None:
    events = on("05-04", *range(1991, 1999))
    responder = Responder(build_index(make_timeline(*events)), page=100)
    post = responder.daily(MONDAY, DailyChoice())
    assert post is not None
    assert responder.today(MONDAY).entries == (*post.entries, *post.rest)


def test_after_a_weekend_round_years_of_its_days_come_under_their_dates() -> None:
    post = post_on(
        MONDAY,
        *on("05-04", 1999),
        *on("05-03", 2001, 2002),  # of which only 25 years are round
        *on("05-02", 1976),
        days=MONDAY_TO_FRIDAY,
        last=date(2026, 5, 1),
    )
    assert shown(post) == [
        ("", ["1999-05-04"]),
        ("Saturday, 2 May", ["1976-05-02"]),
        ("Sunday, 3 May", ["2001-05-03"]),
    ]
    assert [entry.remark for entry in post.entries] == [
        "27 years ago", "50 years ago", "25 years ago",
    ]  # fmt: skip


def test_a_full_day_leaves_room_for_the_weekend_before_it() -> None:
    post = post_on(
        MONDAY, *on("05-04", *range(1991, 1999)), *on("05-02", 1976, 1986, 1996),
        days=MONDAY_TO_FRIDAY,
    )  # fmt: skip
    assert [len(ids) for _, ids in shown(post)] == [3, 2]
    assert len(post.rest) == 5 + 1


def test_an_empty_monday_still_brings_the_weekend() -> None:
    post = post_on(MONDAY, *on("05-02", 1976), days=MONDAY_TO_FRIDAY)
    assert shown(post) == [("Saturday, 2 May", ["1976-05-02"])]
    assert post.note == "Nothing is recorded for this date; from the days before:"


def test_nothing_is_posted_on_an_empty_day_unless_it_is_wished() -> None:
    responder = Responder(build_index(make_timeline(*on("05-06", 1976))))
    assert responder.daily(MONDAY, DailyChoice()) is None
    empty = Responder(build_index(make_timeline(*on("08-06", 1976))))
    for wish in WhenEmpty:
        assert empty.daily(MONDAY, DailyChoice(when_empty=wish)) is None


def test_an_empty_day_may_bring_the_nearest_of_the_week() -> None:
    post = post_on(MONDAY, *on("05-06", 1976), *on("05-05", 1999), when_empty=WhenEmpty.WEEK)
    assert post.note == "Nothing is recorded for this date; the nearest of this week:"
    assert shown(post) == [("Tuesday, 5 May", ["1999-05-05"]), ("Wednesday, 6 May", ["1976-05-06"])]


def test_an_empty_day_may_bring_the_month() -> None:
    post = post_on(
        MONDAY, make_event("a", "1976-05"), *on("05-30", 1999), when_empty=WhenEmpty.MONTH
    )
    assert post.note == "Nothing is recorded for this date. This month in 1976 and 1999:"
    assert shown(post) == [("", ["a", "1999-05-30"])]


def test_a_29_february_on_another_day_says_so() -> None:
    (entry,) = post_on(date(2026, 2, 28), *on("02-29", 2004)).entries
    assert (entry.label, entry.remark) == ("29 February 2004", "22 years ago, on 29 February")


def test_entries_are_found_again_with_the_years_of_the_post() -> None:
    timeline = make_timeline(*on("05-03", 2001), *on("12-31", 2000))
    found = find_again(timeline, ["2001-05-03", "gone"], day=MONDAY)
    assert [(entry.id, entry.remark) for entry in found] == [("2001-05-03", "25 years ago")]
    (eve,) = find_again(timeline, ["2000-12-31"], day=date(2026, 1, 2))
    assert eve.remark == "25 years ago"
