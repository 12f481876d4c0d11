"""Events kept as bytes: each comes back equal, in order, and only when it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.timeline import bulk, rows
from bot.timeline.columns import Columns
from bot.timeline.dates import parse_date
from bot.timeline.event import Event, Source
from bot.timeline.loader import load_timeline
from bot.timeline.packed import BulkTimeline, PackedTimeline
from bot.timeline.rows import PackedEvents, Rows, read_event, write_event
from bot.timeline.timeline import Name, SpokenWords, Timeline, TimelineInfo
from tests.examples import make_event
from tests.store.same import DATES, INFO, packed_timeline, same_timeline

TEXTS = st.text(max_size=20)
NAMES = st.lists(TEXTS, max_size=3).map(tuple)
EVENTS = st.builds(
    Event,
    id=TEXTS,
    date=st.sampled_from([parse_date(date) for date in DATES]),
    title=TEXTS,
    summary=TEXTS,
    people=NAMES,
    places=NAMES,
    organisations=NAMES,
    tags=NAMES,
    significance=st.integers(1, 3),
    related=NAMES,
    note=TEXTS,
    symbol=TEXTS,
    keywords=NAMES,
    sources=st.lists(st.builds(Source, TEXTS, TEXTS, TEXTS, TEXTS), max_size=2).map(tuple),
    timeline=TEXTS,
)


@given(EVENTS)
def test_any_event_comes_back_equal(event: Event) -> None:
    assert read_event(write_event(event)) == event


def test_an_event_takes_no_more_room_than_its_words() -> None:
    event = Event("a", parse_date("1969-07-20"), "A landing", timeline="moon")
    assert write_event(event) == b'["moon","a","1969-07-20","A landing"]'


@given(st.lists(st.sampled_from(DATES), max_size=30))
def test_rows_stand_in_the_same_order_as_a_timeline(dates: list[str]) -> None:
    events = [make_event(f"e{-at}", date) for at, date in enumerate(dates)]
    assert list(Rows(events).in_order()) == list(Timeline.build([], events).events)


def test_rows_put_together_are_as_if_they_had_been_one() -> None:
    events = [make_event(str(n), "2001", people=[f"P{n % 2}"], tags=["t"]) for n in range(4)]
    parts = Rows(events[:2])
    parts.extend(Rows(events[2:]))
    whole = Rows(events)
    assert list(parts) == list(whole) == events
    assert (parts.ids, parts.linked) == (whole.ids, whole.linked)
    assert parts.names_used() == whole.names_used()


def test_events_are_made_one_by_one_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[bytes] = []
    events = Rows([make_event(str(n)) for n in range(100)]).in_order()

    def read(raw: bytes) -> Event:
        made.append(raw)
        return read_event(raw)

    monkeypatch.setattr(rows, "read_event", read)
    assert len(events) == 100
    newest = events[::-1][:3]
    assert made == []
    assert [event.id for event in newest] == ["99", "98", "97"]
    assert events[99] is events[-1]
    assert len(made) == 3
    with pytest.raises(IndexError):
        events[100]


def test_a_packed_timeline_looks_everything_up_as_a_plain_one_does() -> None:
    events = [
        make_event(f"{'Q' if at % 3 else 'e'}{at}", date, significance=1 + at % 3)
        for at, date in enumerate(DATES * 3)
    ]
    plain = Timeline.build([INFO], events)
    same_timeline(packed_timeline(plain), plain)


def test_an_empty_timeline_can_be_packed() -> None:
    same_timeline(packed_timeline(Timeline()), Timeline())


def test_the_header_comes_back_equal() -> None:
    info = TimelineInfo(
        "a", "A", "about", ("en",), "CC0", (("tag", "what"),),
        (Name("Anna", "people", ("A.",)),), (("one", "two"),),
        (SpokenWords("ru", ("что",), (("суд", "court"),)),),
    )  # fmt: skip
    assert packed_timeline(Timeline((info,))).infos == (info,)


def test_columns_of_parts_put_together_are_those_of_the_whole() -> None:
    timeline = Timeline.build([], [make_event(str(n), date) for n, date in enumerate(DATES)])
    whole, first, last = Columns(), Columns(), Columns()
    whole.add(timeline.events)
    first.add(timeline.events[:3])
    for event in timeline.events[3:]:
        last.add([event])
    last.add([])
    first.extend(last)
    assert first.pack(timeline) == whole.pack(timeline)


def test_a_large_bulk_file_is_read_in_parts_with_the_right_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f'{{"id": "e{n}", "date": "{1900 + n % 90}", "title": "T{n}"}}' for n in range(200)]
    lines[150] = '{"id": "bad", "date": "soon", "title": "T"}'
    lines[20] = "\ufeff" + lines[20]
    path = tmp_path / "many.jsonl"
    path.write_text("\ufeff" + "\n".join(lines), "utf-8")
    whole = bulk.read_bulk(path)
    monkeypatch.setattr(bulk, "PART", 700)
    monkeypatch.setattr(bulk, "LARGE", 50)
    parts = bulk.read_bulk(path)
    assert isinstance(parts.events, Rows)
    assert list(parts.events) == list(whole.events)
    assert list(map(str, parts.problems())) == list(map(str, whole.problems()))
    assert [problem.line for problem in parts.problems()] == [21, 151]
    assert [draft.id for draft in parts.drafts()] == [draft.id for draft in whole.drafts()]


def test_a_large_store_is_kept_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.timeline.bulk.LARGE", 10)
    monkeypatch.setattr("bot.timeline.loader.LARGE", 10)
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(
            f'{{"id": "e{n}", "date": "{2000 - n}", "title": "T", "places": ["P{n % 3}"]}}\n'
            for n in range(20)
        )
    )
    timeline = load_timeline([path])
    assert isinstance(timeline, BulkTimeline)
    assert isinstance(timeline.events, PackedEvents)
    plain = Timeline.build(timeline.infos, list(timeline.events))
    assert [event.id for event in plain.events] == [event.id for event in timeline.events]
    assert timeline.names_used == plain.names_used
    assert isinstance(packed_timeline(timeline), PackedTimeline)
