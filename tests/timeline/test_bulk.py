"""Bulk stores: one event a line, read as a stream, a broken line named and passed over."""

from __future__ import annotations

import json
from pathlib import Path

from bot.timeline.dates import parse_date
from bot.timeline.event import Event, Source
from bot.timeline.loader import load_timeline
from bot.timeline.timeline import TimelineInfo
from tests.timeline.event_files import report, report_on

LINE = '{"id": "a", "date": "1969-07-20", "title": "A landing"}\n'


def test_only_id_date_and_title_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "Space_race-1969.jsonl"
    path.write_text(LINE)
    timeline = load_timeline([path])
    assert timeline.infos == (TimelineInfo("space-race-1969", "Space race 1969"),)
    assert timeline.events == (
        Event("a", parse_date("1969-07-20"), "A landing", timeline="space-race-1969"),
    )


def test_a_line_may_hold_every_field(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {
        "id": "a",
        "date": "1969-07-20",
        "title": "x" * 2000,
        "people": ["Neil Armstrong"],
        "tags": ["any"],
        "significance": 3,
        "summary": None,
        "sources": [{"title": "A page", "date": "1970"}],
    }
    path.write_text(json.dumps(record))
    (event,) = load_timeline([path]).events
    assert (event.people, event.tags, event.significance) == (("Neil Armstrong",), ("any",), 3)
    assert event.sources == (Source("A page", date="1970"),)


def test_blank_lines_other_line_ends_and_a_byte_order_mark_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    second = LINE.replace('"a"', '"b"').replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + f"{LINE}\n  \n{second}\r\n".encode())
    assert [event.id for event in load_timeline([path]).events] == ["a", "b"]


def test_an_empty_bulk_file_is_an_empty_timeline(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("")
    assert load_timeline([path]).events == ()


def test_events_share_what_is_the_same_in_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = '{"id": "%s", "date": "1969", "title": "T", "places": ["Moon"]}\n'
    path.write_text(line % "a" + line % "b")
    one, other = load_timeline([path]).events
    assert one.date is other.date
    assert one.places[0] is other.places[0]
    assert one.timeline is other.timeline


def test_each_broken_line_is_one_problem(tmp_path: Path) -> None:
    lines = [
        LINE.strip(),
        "{bad",
        '["a"]',
        '{"id": "b", "date": "31.12.1969", "title": ""}',
        '{"id": "c", "title": "No date"}',
        '{"id": "d", "date": "1969", "title": "T", "titel": "T"}',
        LINE.strip(),
        '{"id": "e", "date": "1969", "title": "T", "related": ["q", "b"]}',
        "[" * 100_000,
        '{"id": "f", "date": 1969.5, "title": "T"}',
    ]
    content = "\n".join(lines).encode() + b'\n{"id": "\xff"}'
    assert report_on(tmp_path, content, name="a.jsonl") == [
        "a.jsonl:2:2: file: is not JSON: Expecting property name enclosed in double quotes; "
        "write one event in each line",
        "a.jsonl:3:1: event: must be a mapping with id, date and title, not a list",
        'a.jsonl:4:1: events.b.date: "31.12.1969" is not a date: did you mean "1969-12-31"?',
        "a.jsonl:5:1: events.c.date: is missing: add it",
        'a.jsonl:6:1: events.d.titel: is not a field: did you mean "title"?',
        f'a.jsonl:7:1: events.a.id: "a" is used before, in {tmp_path}/a.jsonl:1: choose another id',
        'a.jsonl:8:1: events.e.related[0]: "q" is not the id of an event: mend or remove it',
        "a.jsonl:9:1: file: is nested too deeply",
        'a.jsonl:10:1: events.f.date: "1969.5" is not a date: did you mean "1969-05"?',
        "a.jsonl:11:9: file: is not UTF-8: save it as UTF-8",
    ]


def test_a_million_faults_do_not_make_a_million_problems(tmp_path: Path) -> None:
    problems = report_on(tmp_path, "{}\n" * 1234, name="a.jsonl")
    assert problems[99] == "a.jsonl:100:1: event.id: is missing: add it"
    assert problems[100:] == ["a.jsonl:100:1: file: has 1,134 more problems"]


def test_problems_between_events_are_limited_too(tmp_path: Path) -> None:
    problems = report_on(tmp_path, LINE * 1234, name="a.jsonl")
    assert problems[-1] == "a.jsonl:101:1: file: has 1,133 more problems"
    assert len(problems) == 101


def test_a_line_without_end_is_not_held_in_memory(tmp_path: Path) -> None:
    content = b'{"id": "' + b"x" * 3_000_000 + b'"}\n' + LINE.encode()
    assert report_on(tmp_path, content, name="a.jsonl") == [
        "a.jsonl:1:1: file: is longer than 1,000,000 bytes"
    ]


def test_two_bulk_files_of_one_name_are_told_apart_by_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(LINE)
    (tmp_path / "A_.jsonl").write_text(LINE.replace('"a"', '"b"'))
    assert report(tmp_path) == [
        f'a.jsonl:1:1: timeline.id: "a" is the id of {tmp_path}/A_.jsonl too: choose another'
    ]
