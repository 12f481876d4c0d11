"""Which event files some paths mean."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.errors import BotError

SUFFIXES = (".yaml", ".yml", ".json", ".jsonl")
_SUFFIXES_TEXT = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the event files that these files and folders mean, each once.

    In a folder they are those directly inside, sorted by name, hidden ones left aside.
    Raises `BotError` for a path that cannot be read, is no event file or holds none.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _list_folder(path) if path.is_dir() else (_accept(path),):
            found.setdefault(file.resolve(), file)
    if not found:
        raise BotError(f"no event file is given: name a {_SUFFIXES_TEXT} file, or a folder of them")
    return tuple(found.values())


def _list_folder(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError as error:
        raise unreadable(folder, error) from error
    files = [
        _accept(path)
        for path in inside
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
    ]
    if not files:
        raise BotError(f"{folder}: holds no event file ({_SUFFIXES_TEXT})")
    return files


def _accept(path: Path) -> Path:
    if not path.exists():
        raise BotError(f"{path}: does not exist")
    if path.suffix.lower() not in SUFFIXES:
        raise BotError(f"{path}: is not an event file: its name must end in {_SUFFIXES_TEXT}")
    try:
        with path.open("rb"):
            return path
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> BotError:
    """Return the error that says why a path cannot be read."""
    return BotError(f"{path}: cannot be read: {error.strerror or error}")
