"""The timeline: events in order of time, found by id, by day and by span."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline.dates import DateSpan, Day, between_days, parse_date
from bot.timeline.event import Event
from bot.timeline.reach import Reach
from bot.timeline.timeline import Timeline, TimelineInfo
from tests.examples import make_event, make_timeline

DAYS = st.integers(720_000, 722_000).map(Day.from_ordinal)
SPANS = st.one_of(
    st.tuples(DAYS, DAYS).map(lambda pair: between_days(min(pair), max(pair))),
    DAYS.map(lambda day: parse_date(str(day))),
    DAYS.map(lambda day: parse_date(f"../{day}")),
    DAYS.map(lambda day: parse_date(f"{day}/")),
    DAYS.map(lambda day: parse_date(f"{str(day)[:4]}~")),
)


def ids(events: Sequence[Event]) -> list[str]:
    """The ids of events, as they come."""
    return [event.id for event in events]


def dated(*dates: str) -> Timeline:
    """A timeline with one event for each date, named by it."""
    return make_timeline(*(make_event(date, date) for date in dates))


def test_events_stand_in_order_of_time_and_then_of_id() -> None:
    timeline = make_timeline(
        make_event("c", "2019"),
        make_event("b", "2019-01-01"),
        make_event("a", "2019"),
        make_event("d", "1945-08"),
    )
    assert ids(timeline.events) == ["d", "b", "a", "c"]


def test_between_finds_whatever_may_have_happened_then_in_order_of_time() -> None:
    timeline = dated("1945/1991", "1990-05-03", "1991", "1991-06-01/..", "201X", "2019-04-25")
    assert ids(timeline.between(parse_date("1991"))) == ["1945/1991", "1991", "1991-06-01/.."]
    assert ids(timeline.between(parse_date("2019"))) == ["1991-06-01/..", "201X", "2019-04-25"]


def test_between_finds_what_has_no_known_beginning() -> None:
    assert ids(dated("../1945", "/1950", "1960").between(parse_date("1946"))) == ["/1950"]


@given(st.lists(SPANS, max_size=150), SPANS)
def test_between_finds_just_the_overlapping_events_in_any_timeline(
    dates: list[DateSpan], span: DateSpan
) -> None:
    timeline = Timeline.build([], [make_event(str(at), date) for at, date in enumerate(dates)])
    expected = tuple(event for event in timeline.events if event.date.overlaps(span))
    assert timeline.between(span) == expected


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 1024, 1025, 40_000])
def test_reach_finds_the_last_of_a_row_of_any_length(count: int) -> None:
    spans = [parse_date("1990")] * count + [parse_date("2019")]
    assert list(Reach.over(spans).find(parse_date("2019-04"))) == [count]


def test_an_empty_timeline_finds_nothing() -> None:
    timeline = Timeline()
    assert timeline.between(parse_date("2019")) == ()
    assert timeline.on_day(4, 25) == ()
    assert timeline.get("2019-summit") is None
    assert timeline.earliest is None
    assert timeline.latest is None
    assert len(timeline) == 0


def test_on_day_finds_only_single_certain_days() -> None:
    timeline = dated(
        "2019-04-25", "1945-04-25", "2001-04-25?", "2002-04-25~", "2019-04", "2019-04-25/2019-04-25"
    )
    assert ids(timeline.on_day(4, 25)) == ["1945-04-25", "2019-04-25"]
    assert timeline.on_day(4, 26) == ()


def test_get_finds_an_event_by_its_exact_id_first() -> None:
    timeline = make_timeline(make_event("Summit", "2001"), make_event("summit", "2002"))
    assert timeline.get("summit") is timeline.events[1]
    assert timeline.get("Summit") is timeline.events[0]


def test_get_overlooks_capitals() -> None:
    timeline = make_timeline(make_event("2019-summit"), make_event("Q42-Summit", "2020"))
    assert timeline.get("2019-SUMMIT") is timeline.events[0]
    assert timeline.get("q42-summit") is timeline.events[1]
    assert timeline.get("2019-summi") is None


def test_select_keeps_one_timeline() -> None:
    infos = [TimelineInfo("a", "Alpha"), TimelineInfo("b", "Beta")]
    events = [make_event("1", timeline="a"), make_event("2", timeline="b")]
    timeline = Timeline.build(infos, events).select("b")
    assert [info.title for info in timeline.infos] == ["Beta"]
    assert ids(timeline.events) == ["2"]


def test_select_of_an_unknown_timeline_is_empty() -> None:
    assert make_timeline().select("other") == Timeline()


def test_info_is_the_header_of_a_timeline() -> None:
    timeline = make_timeline(title="An example")
    assert timeline.infos[0] == timeline.info("example")
    assert timeline.info("other") is None


def test_earliest_and_latest_leave_open_ends_aside() -> None:
    timeline = dated("../1950", "1945-08", "2019/..", "2001-24", "/2010")
    assert timeline.earliest == Day(1945, 8, 1)
    assert timeline.latest == Day(2010, 12, 31)
