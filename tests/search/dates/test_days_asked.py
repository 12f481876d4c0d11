"""Times held against events by their numbers: as against the events themselves."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.dates.days_asked import DaysAsked
from bot.search.dates.times import is_within, lies_within
from bot.search.when import find_phrases
from tests.examples import make_event, make_timeline

DAY = date(2026, 3, 15)
DATES = ("1931-06-01", "1931-06-17", "1931-07-01", "1848-06-17", "-0043-03-15", "0000-02-29")
LONGER = ("1931-06", "1931", "1931~", "1930/1932", "1930-12-30/1931-01-02", "../1931", "1931/..")


@pytest.mark.parametrize(
    "asked",
    ["in June", "17 June", "in June 1931", "in 1931", "in June and in 1931", "29 February"],
)
def test_numbers_tell_what_the_events_themselves_tell(asked: str) -> None:
    timeline = make_timeline(
        *(make_event(f"e{at}", edtf) for at, edtf in enumerate((*DATES, *LONGER)))
    )
    phrases = find_phrases(asked, today=DAY)
    days = DaysAsked(phrases, timeline)
    numbers = range(len(timeline.events))
    assert days.are_plain(numbers) == list(map(days.is_plain, numbers))
    for number, event in enumerate(timeline.events):
        assert days.is_within(number) == is_within(event, phrases), event.date
        assert days.lies_within(number) == lies_within(event, phrases), event.date
        if (plain := days.is_plain(number)) is not None:
            assert plain == lies_within(event, phrases), event.date
