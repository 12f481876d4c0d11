"""The index file: whole or not there, recognised by its key, and never trusted when damaged."""

from __future__ import annotations

import os
import threading
from array import array
from pathlib import Path

import pytest

from bot.packing import Buffers
from bot.store.file import IndexFileError, open_file, tidy, write_file

BUFFERS: Buffers = {
    "numbers": array("I", [1, 2, 3]),
    "text": b"some words",
    "none": b"",
    "days": array("q", [-5, 2**40]),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An index file."""
    path = tmp_path / "cache" / "a.index"
    write_file(path, BUFFERS, key="k")
    return path


def test_what_was_written_is_read_each_number_in_its_size(path: Path) -> None:
    views = open_file(path, key="k")
    assert views["numbers"].tolist() == [1, 2, 3]
    assert views["days"].tolist() == [-5, 2**40]
    assert views["text"].tobytes() == b"some words"
    assert views["none"].tobytes() == b""
    assert all(view.readonly for view in views.values())


def test_a_file_of_other_data_is_refused(path: Path) -> None:
    with pytest.raises(IndexFileError, match="other data"):
        open_file(path, key="another")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.index", tmp_path):
        with pytest.raises(IndexFileError):
            open_file(path, key="k")


def test_a_file_cut_off_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for size in {*range(0, 60, 7), len(whole) // 2, len(whole) - 1}:
        path.write_bytes(whole[:size])
        with pytest.raises(IndexFileError, match=r"cut off|no index file"):
            open_file(path, key="k")
    path.write_bytes(whole + b"\0")
    with pytest.raises(IndexFileError, match="cut off"):
        open_file(path, key="k")


def test_a_file_damaged_anywhere_is_refused(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(0, len(whole), 3):
        damaged = bytearray(whole)
        damaged[at] ^= 0x41
        path.write_bytes(damaged)
        with pytest.raises(IndexFileError):
            open_file(path, key="k")


def test_a_reader_keeps_what_it_has_mapped_when_the_file_is_replaced(path: Path) -> None:
    before = open_file(path, key="k")
    write_file(path, {"text": b"new"}, key="k2")
    assert before["text"].tobytes() == b"some words"
    assert open_file(path, key="k2")["text"].tobytes() == b"new"


def test_writers_at_the_same_time_leave_one_whole_file(path: Path) -> None:
    def write(letter: bytes) -> None:
        for _ in range(5):
            write_file(path, {"text": letter * 100_000}, key="k")

    threads = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b")]
    for thread in threads:
        thread.start()
    for _ in range(20):
        assert len(set(open_file(path, key="k")["text"].tobytes())) in (1, 8)
    for thread in threads:
        thread.join()
    assert [one.name for one in path.parent.iterdir()] == ["a.index"]


def test_writing_that_fails_leaves_the_old_file_and_no_remains(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_file(path, {"text": b"new"}, key="k2")
    assert open_file(path, key="k")["numbers"].tolist() == [1, 2, 3]
    assert [one.name for one in path.parent.iterdir()] == ["a.index"]


def test_only_the_files_written_last_are_kept(tmp_path: Path) -> None:
    for number in range(5):
        write_file(tmp_path / f"{number}.index", BUFFERS, key="k")
        os.utime(tmp_path / f"{number}.index", (1e9 + number, 1e9 + number))
    for name, age in (("old.part", 2 * 86_400), ("new.part", 60)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (1e9 - age, 1e9 - age))
    (tmp_path / "other.txt").touch()
    tidy(tmp_path, most=2)
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "3.index", "4.index", "new.part", "other.txt",
    ]  # fmt: skip
    tidy(tmp_path / "missing")
