"""What an index is recognised by: the data, and every file of ours that shapes it."""

from __future__ import annotations

import ast
from pathlib import Path

import bot
from bot.store.key import key_of, name_of, shaping_files

BOT = Path(bot.__file__).parent

# They read an index, or only pass on what others make.
READERS = {"errors.py", "store/workers.py"}


def imported(file: Path) -> set[Path]:
    """The files of the bot that one of them imports, directly or through others."""
    found: set[Path] = set()
    left = [file]
    while left:
        file = left.pop()
        if file in found:
            continue
        found.add(file)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("bot."):
                target = BOT.joinpath(*str(node.module).split(".")[1:]).with_suffix(".py")
                left += [target] if target.is_file() else []
    return found


def test_every_file_that_shapes_an_index_is_part_of_its_key() -> None:
    shaping = {str(file.relative_to(BOT).as_posix()) for file in shaping_files()}
    used = {str(file.relative_to(BOT).as_posix()) for file in imported(BOT / "store/making.py")}
    assert used - READERS <= shaping, "add them to _SHAPING in bot/store/key.py"
    assert all(file.is_file() for file in shaping_files())
    assert any(file.suffix == ".txt" for file in shaping_files())


def test_the_key_follows_the_content_and_the_names_of_the_files(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("a")
    other.write_text("b")
    keys = {key_of([one]), key_of([other]), key_of([one, other]), key_of([other, one])}
    assert len(keys) == 4
    before = key_of([one])
    assert key_of([one]) == before
    one.write_text("c")
    assert key_of([one]) != before


def test_each_set_of_paths_has_a_name_of_its_own(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    assert len({name_of([one]), name_of([other]), name_of([one, other])}) == 3
    assert name_of([tmp_path / "x" / ".." / "one.yaml"]) == name_of([one])
