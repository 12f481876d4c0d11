"""The shipped event files load without an error or a warning, and hold what they promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.search.asking.word_checks import check_words
from bot.timeline.loader import check_files, load_timeline
from bot.timeline.timeline import Timeline

DATA = Path(__file__).parent.parent / "data"
SHIPPED = DATA / "russia-north-korea.yaml"
SHIPPED_EVENTS = 421


@pytest.fixture(scope="module")
def shipped() -> Timeline:
    """The timeline of the shipped file."""
    return load_timeline([SHIPPED])


def test_the_event_files_have_no_errors_and_no_warnings() -> None:
    assert [str(problem) for problem in check_files([DATA], also=check_words)] == []


def test_the_shipped_timeline_holds_every_event_once(shipped: Timeline) -> None:
    assert len({event.id for event in shipped.events}) == len(shipped) == SHIPPED_EVENTS


def test_every_shipped_event_has_a_source_with_an_address(shipped: Timeline) -> None:
    assert [event.id for event in shipped.events if not event.sources] == []
    assert all(source.url for event in shipped.events for source in event.sources)


def test_every_tag_of_the_vocabulary_is_used(shipped: Timeline) -> None:
    used = {tag for event in shipped.events for tag in event.tags}
    assert used == {tag for info in shipped.infos for tag, _ in info.tags}


def test_the_shipped_file_names_the_schema_for_editors() -> None:
    first = SHIPPED.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../bot/timeline/timeline.schema.json"
