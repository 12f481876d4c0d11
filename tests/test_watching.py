"""A watcher swaps in changed files as a whole, and keeps what it has when they are faulty."""

from __future__ import annotations

import logging
import threading
from pathlib import Path

import pytest

from bot.errors import BotError, Problem, TimelineError
from bot.watching import Watcher


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.yaml").write_text("first", "utf-8")
    return tmp_path


def load(folder: Path) -> str:
    """Stand for loading: the texts of all files, or the fault that one of them holds."""
    text = " ".join(file.read_text("utf-8") for file in sorted(folder.glob("*.yaml")))
    if "broken" in text:
        problems = [Problem("one.yaml", line, 1, "events.1", "is broken") for line in (1, 2)]
        raise TimelineError(tuple(problems))
    if not text:
        raise BotError("no files")
    return text


def watch(folder: Path) -> Watcher[str]:
    return Watcher([folder], lambda: load(folder))


def look_twice(watcher: Watcher[str]) -> tuple[bool, bool]:
    return watcher.poll_once(), watcher.poll_once()


def test_the_first_load_happens_at_once_and_may_fail(folder: Path) -> None:
    assert watch(folder).current() == "first"
    (folder / "one.yaml").write_text("broken", "utf-8")
    with pytest.raises(TimelineError):
        watch(folder)


def test_nothing_is_loaded_again_while_nothing_changes(folder: Path) -> None:
    loads: list[str] = []

    def load_and_count() -> str:
        loads.append(load(folder))
        return loads[-1]

    assert look_twice(Watcher([folder], load_and_count)) == (False, False)
    assert loads == ["first"]


def test_a_change_is_loaded_once_it_has_come_to_rest(folder: Path) -> None:
    watcher = watch(folder)
    (folder / "one.yaml").write_text("half writ", "utf-8")
    assert not watcher.poll_once()
    (folder / "one.yaml").write_text("wholly written", "utf-8")
    assert not watcher.poll_once()
    assert watcher.current() == "first"
    assert watcher.poll_once()
    assert watcher.current() == "wholly written"


def test_a_file_that_is_replaced_by_one_of_the_same_size_counts_as_changed(folder: Path) -> None:
    watcher = watch(folder)
    fresh = folder / "fresh.tmp"
    fresh.write_text("FIRST", "utf-8")
    fresh.replace(folder / "one.yaml")
    assert look_twice(watcher) == (False, True)
    assert watcher.current() == "FIRST"


def test_a_file_that_could_not_be_read_is_loaded_once_it_can_be(folder: Path) -> None:
    file = folder / "one.yaml"

    def load_if_allowed() -> str:
        if not file.stat().st_mode & 0o444:
            raise BotError("it may not be read")
        return load(folder)

    watcher = Watcher([folder], load_if_allowed)
    file.write_text("second", "utf-8")
    file.chmod(0)
    assert look_twice(watcher) == (False, False)
    file.chmod(0o644)
    assert look_twice(watcher) == (False, True)
    assert watcher.current() == "second"


def test_files_come_and_go(folder: Path) -> None:
    watcher = watch(folder)
    (folder / "two.yaml").write_text("second", "utf-8")
    look_twice(watcher)
    assert watcher.current() == "first second"
    (folder / "two.yaml").unlink()
    look_twice(watcher)
    assert watcher.current() == "first"


def test_a_fault_keeps_the_old_data_and_every_problem_is_logged_once(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watcher = watch(folder)
    (folder / "one.yaml").write_text("broken", "utf-8")
    with caplog.at_level(logging.ERROR):
        for _ in range(4):
            watcher.poll_once()
    assert watcher.current() == "first"
    assert [record.getMessage() for record in caplog.records] == [
        "one.yaml:1:1: events.1: is broken",
        "one.yaml:2:1: events.1: is broken",
        "the changed files cannot be used; the last good data stays in use",
    ]


def test_a_mended_file_is_used(folder: Path) -> None:
    watcher = watch(folder)
    (folder / "one.yaml").write_text("broken", "utf-8")
    look_twice(watcher)
    (folder / "one.yaml").write_text("mended", "utf-8")
    look_twice(watcher)
    assert watcher.current() == "mended"


def test_a_deleted_file_keeps_the_old_data(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    watcher = watch(folder)
    (folder / "one.yaml").unlink()
    look_twice(watcher)
    assert watcher.current() == "first"
    assert "the last good data stays in use" in caplog.text


def test_the_thread_swaps_data_in_and_survives_what_should_not_happen(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    failed, loaded = threading.Event(), threading.Event()

    def load_oddly() -> str:
        text = (folder / "one.yaml").read_text("utf-8")
        if text == "odd":
            failed.set()
            raise ZeroDivisionError
        if text == "second":
            loaded.set()
        return text

    watcher = Watcher([folder], load_oddly, interval=0.01)
    watcher.start()
    watcher.start()
    (folder / "one.yaml").write_text("odd", "utf-8")
    assert failed.wait(10)
    (folder / "one.yaml").write_text("second", "utf-8")
    assert loaded.wait(10)
    watcher.stop()
    assert "looking for changed files failed" in caplog.text
