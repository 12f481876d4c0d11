"""Packed forms beside plain ones: what must be the same in both."""

from __future__ import annotations

from bot.store.file import view
from bot.timeline.columns import Columns
from bot.timeline.dates import parse_date
from bot.timeline.packed import PackedTimeline
from bot.timeline.timeline import Timeline, TimelineInfo

DATES = (
    "2019-04-25", "1949/1953", "-0043", "2020~", "../1945", "195X", "2019-04", "/1950",
    "2024-06-18/2024-06-19", "2022-21", "1991-06-01/..", "0001-01-01", "2019-04-25?",
)  # fmt: skip
INFO = TimelineInfo("a", "Alpha", tags=(("tag", "what"),))


def packed_timeline(timeline: Timeline) -> PackedTimeline:
    """The same timeline, packed."""
    columns = Columns()
    columns.add(timeline.events)
    return PackedTimeline(view(columns.pack(timeline)))


def same_timeline(packed: Timeline, plain: Timeline) -> None:
    """Look everything up in both."""
    assert packed.infos == plain.infos
    assert list(packed.events) == list(plain.events)
    assert (packed.earliest, packed.latest) == (plain.earliest, plain.latest)
    assert list(packed.weightiest) == list(plain.weightiest)
    for event in plain.events:
        for event_id in (event.id, event.id.upper(), event.id.lower(), f"{event.id}-"):
            assert packed.get(event_id) == plain.get(event_id)
    for date in (*DATES, "1800", "2025"):
        span = parse_date(date)
        assert list(packed.between(span)) == list(plain.between(span))
        assert packed.is_empty_between(span) is plain.is_empty_between(span)
        assert list(packed.whole_first(span)) == list(plain.whole_first(span))
        for end in (span.earliest, span.latest):
            assert packed.last_day_before(end) == plain.last_day_before(end)
            assert packed.first_day_after(end) == plain.first_day_after(end)
    for month in range(1, 13):
        assert list(packed.in_month(month)) == list(plain.in_month(month))
        assert list(packed.within_month(month)) == list(plain.within_month(month))
        for day in (1, 18, 25, 31):
            assert list(packed.on_day(month, day)) == list(plain.on_day(month, day))
            assert list(packed.begun_on(month, day)) == list(plain.begun_on(month, day))
