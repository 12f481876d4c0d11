"""Loading event files: what becomes an event, and which paths can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.errors import BotError, TimelineError
from bot.timeline.dates import parse_date
from bot.timeline.event import Event, Source
from bot.timeline.files import find_files
from bot.timeline.loader import check_files, load_timeline
from bot.timeline.timeline import Name, SpokenWords, TimelineInfo
from tests.timeline.event_files import EVENT, HEADER, event_where, event_with, event_without

FULL = """\
timeline:
  id: example
  title: An example
  description: >
    Two lines
    in one.
  languages: [en, ko]
  licence: CC-BY-4.0
  tags:
    summit: meetings of leaders
  names:
    people:
      Kim Jong Un: [김정은, Ким Чен Ын]
      Ri Yong Ho:
    places: {Vladivostok: , Russia: }
    organisations: {UN: [United Nations]}
  regions: {Russia: [Vladivostok]}
  synonyms:
  - [veto, block]
  words:
    de:
      question: [wann, bitte]
      topics: {Gipfel: summit}
    ko: {}
events:
- id: later
  date: 2019-04-25
  title: "no"
  summary: |
    First line.
    Second line.
  people: [Kim Jong Un]
  places: [Vladivostok]
  organisations: [UN]
  tags: [summit]
  significance: 3
  related: [earlier]
  note: 1.10
  symbol: S/RES/1718 (2006)
  sources:
  - {title: A page, publisher: A paper, url: "https://example.org/a", date: 2019-04}
  - title: A book
- id: earlier
  date: 1948~
  title: no
  note:
  sources: [{title: 010}]
"""


def write(folder: Path, name: str, content: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def test_every_field_is_read_as_it_is_written(tmp_path: Path) -> None:
    timeline = load_timeline([write(tmp_path, "a.yaml", FULL)])
    assert timeline.infos == (
        TimelineInfo(
            id="example",
            title="An example",
            description="Two lines in one.",
            languages=("en", "ko"),
            licence="CC-BY-4.0",
            tags=(("summit", "meetings of leaders"),),
            names=(
                Name("Kim Jong Un", "people", ("김정은", "Ким Чен Ын")),
                Name("Ri Yong Ho", "people", ()),
                Name("Vladivostok", "places", ()),
                Name("Russia", "places", ()),
                Name("UN", "organisations", ("United Nations",)),
            ),
            synonyms=(("veto", "block"),),
            regions=(("Russia", ("Vladivostok",)),),
            words=(
                SpokenWords("de", ("wann", "bitte"), (("Gipfel", "summit"),)),
                SpokenWords("ko"),
            ),
        ),
    )
    assert timeline.events == (
        Event(
            id="earlier",
            date=parse_date("1948~"),
            title="no",
            sources=(Source("010"),),
            timeline="example",
        ),
        Event(
            id="later",
            date=parse_date("2019-04-25"),
            title="no",
            summary="First line.\nSecond line.",
            people=("Kim Jong Un",),
            places=("Vladivostok",),
            organisations=("UN",),
            tags=("summit",),
            significance=3,
            related=("earlier",),
            note="1.10",
            symbol="S/RES/1718 (2006)",
            sources=(
                Source("A page", "A paper", "https://example.org/a", "2019-04"),
                Source("A book"),
            ),
            timeline="example",
        ),
    )


def test_a_json_file_is_read_like_a_yaml_file(tmp_path: Path) -> None:
    source = {"title": "A page 😀", "url": "https://example.org/a"}
    event = {"id": "a", "date": "2019", "title": "T", "significance": 2, "sources": [source]}
    content = {"timeline": {"id": "example", "title": "E"}, "events": [event]}
    timeline = load_timeline([write(tmp_path, "a.json", json.dumps(content))])
    assert timeline.events[0].significance == 2
    assert timeline.events[0].sources == (Source("A page 😀", url="https://example.org/a"),)


def test_a_byte_order_mark_and_other_line_ends_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEADER + EVENT).replace("\n", "\r\n").encode())
    assert load_timeline([path]).events[0].title == "The leaders meet"


def test_anchors_may_save_writing(tmp_path: Path) -> None:
    content = HEADER + EVENT.replace("  - title", "  - &page\n    title")
    other = "- {id: b, date: 1950, title: T, sources: [*page]}\n"
    timeline = load_timeline([write(tmp_path, "a.yaml", content + other)])
    assert timeline.events[0].sources == timeline.events[1].sources


def test_files_become_one_timeline_in_order_of_time(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", HEADER + EVENT)
    early = EVENT.replace("2019", "1948").replace("meet\n", "meet\n  related: [2019-summit]\n")
    write(tmp_path, "a.yml", HEADER.replace("example", "other") + early)
    timeline = load_timeline([tmp_path])
    assert [info.id for info in timeline.infos] == ["other", "example"]
    assert [(e.id, e.timeline) for e in timeline.events] == [
        ("1948-summit", "other"),
        ("2019-summit", "example"),
    ]


def test_a_warning_does_not_stop_a_file_from_loading(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", event_with("people: [A, A]"))
    assert check_files([path])[0].is_warning
    assert load_timeline([path]).events[0].people == ("A", "A")


def test_all_errors_of_all_files_come_at_once_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", event_without("date"))
    write(tmp_path, "a.yaml", event_where("The leaders", '"The leaders'))
    third = event_with("people: [A, A]", "zzz: 1", "significance: 4").replace("2019-s", "third-s")
    write(tmp_path, "c.yaml", third.replace("id: example", "id: other"))
    with pytest.raises(TimelineError) as caught:
        load_timeline([tmp_path])
    problems = [(Path(one.file).name, one.line, one.where) for one in caught.value.problems]
    assert problems == [
        ("a.yaml", 7, "file"),
        ("b.yaml", 5, "events.2019-summit.date"),
        ("c.yaml", 12, "events.third-summit.zzz"),
        ("c.yaml", 13, "events.third-summit.significance"),
    ]
    assert len(str(caught.value).splitlines()) == 4


def test_a_folder_stands_for_the_event_files_directly_inside(tmp_path: Path) -> None:
    names = ["b.yaml", "a.jsonl", "c.json", "d.yml", "E.YAML"]
    for name in [*names, ".hidden.yaml", "notes.txt", "a.yaml~"]:
        write(tmp_path, name, "")
    (tmp_path / "inner.yaml").mkdir()
    (tmp_path / "inner").mkdir()
    write(tmp_path / "inner", "f.yaml", "")
    found = find_files([tmp_path])
    assert [path.name for path in found] == ["E.YAML", "a.jsonl", "b.yaml", "c.json", "d.yml"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.yaml", "")
    assert find_files([path, tmp_path, tmp_path / "." / "a.yaml"]) == (path,)


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BotError, match=r"missing\.yaml: does not exist$"):
        find_files([tmp_path / "missing.yaml"])


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    message = r"a\.txt: is not an event file: its name must end in \.yaml, \.yml, \.json or \.jsonl"
    with pytest.raises(BotError, match=message):
        find_files([write(tmp_path, "a.txt", "")])


def test_a_folder_without_event_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BotError, match=r"holds no event file \(\.yaml, \.yml, \.json or \.jsonl"):
        find_files([tmp_path])


def test_no_path_at_all_is_refused() -> None:
    with pytest.raises(BotError, match="no event file is given"):
        find_files([])


def test_a_path_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "loop.yaml"
    link.symlink_to(link)
    with pytest.raises(BotError, match=r"loop\.yaml: "):
        find_files([link])
