"""What surrounds the program: the paths and the zone that are set, the clock, the terminal."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot.cache_folder import read_cache_folder
from bot.errors import BotError, SettingsError, TimelineError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.answers.responder import Responder
    from bot.settings import Settings
    from bot.watching import Watcher

PROBLEMS, UNREADABLE = 1, 2  # exit statuses


def has_colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int:
    from bot.terminal import LEAST_WIDTH, WIDTH

    return max(LEAST_WIDTH, min(WIDTH, get_terminal_size((WIDTH, 24)).columns))


def default_paths() -> tuple[Path, ...]:
    """Return the paths of TIMELINE_DATA, or the timeline that is shipped."""
    named = os.environ.get("TIMELINE_DATA", "").strip()
    paths = tuple(Path(part) for part in named.split(os.pathsep) if part)
    if paths:
        return paths
    package = Path(__file__).parent.parent
    shipped = package / "data"  # in an installed wheel; beside the package in a checkout
    return (shipped if shipped.is_dir() else package.parent / "data",)


def cache_folder() -> Path | None:
    """Return the folder for index files; None where none is to be kept."""
    return read_cache_folder(os.environ)


class ProgressLine:
    """Says on standard error how far long work is: one line that changes, if somebody watches."""

    def __init__(self) -> None:
        self._said = ""

    def __call__(self, what: str, done: int, total: int) -> None:
        """Note that `done` of `total` are done."""
        is_watched = sys.stderr.isatty()
        if is_watched:
            click.echo(
                f"\r{what.capitalize()} the timeline: {100 * done // total:3} %", err=True, nl=False
            )
            if done >= total:
                click.echo(err=True)
        elif what != self._said:
            click.echo(f"{what.capitalize()} the timeline …", err=True)
        self._said = what


def now() -> datetime:
    return datetime.now(UTC)


def today_here() -> date:
    name = os.environ.get("TIMELINE_TIMEZONE", "") or "UTC"
    try:
        return datetime.now(ZoneInfo(name)).date()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.UsageError(
            f"TIMELINE_TIMEZONE={name!r} is no time zone; write an IANA name such as Europe/London."
        ) from error


def watch(data: tuple[Path, ...]) -> Watcher[Responder]:
    """Load the timeline and return what keeps it up to date; leaves where it is broken."""
    from bot.loading import load_responder
    from bot.watching import Watcher

    paths, cache = data or default_paths(), cache_folder()
    with leaving_on_broken_data():
        return Watcher(paths, lambda: load_responder(paths, cache=cache, progress=ProgressLine()))


def load(data: tuple[Path, ...]) -> Responder:
    # Loading makes many small objects that all stay: looking for garbage among them would
    # cost a third of the time from the command to its answer.
    gc.disable()
    from bot.loading import load_responder

    try:
        with leaving_on_broken_data():
            return load_responder(
                data or default_paths(), cache=cache_folder(), progress=ProgressLine()
            )
    finally:
        gc.enable()


@contextlib.contextmanager
def leaving_on_broken_data() -> Iterator[None]:
    """Turn what is wrong with the timeline files into a report and an exit status."""
    try:
        yield
    except TimelineError as error:
        click.echo(str(error), err=True)
        sys.exit(PROBLEMS)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)


def read_settings(data: tuple[Path, ...], *, is_called: bool = True) -> tuple[Settings, Engine]:
    """Return the settings of the Slack bot and its ledger, which is not connected to yet.

    Raises `SettingsError` that names all that is wrong at once: with settings, with the address
    of the database, and with the paths of timeline files. `is_called` is as in `Settings`.
    """
    from bot.settings import Settings
    from bot.timeline.files import find_files

    also = []
    engine = None
    try:
        engine = open_ledger()
    except SettingsError as error:
        also.append(str(error))
    try:
        find_files(data or default_paths())
    except BotError as error:
        also.append(f"{'--data' if data else 'TIMELINE_DATA'}: {error}")
    settings = Settings.from_env(os.environ, is_called=is_called, also=also)
    assert engine is not None  # noqa: S101 (else there was something to name)
    return settings, engine


def open_ledger() -> Engine:
    """Return the database of DATABASE_URL, or the one in the user's folder.

    Where nothing is set and there is no such folder, the bot goes on with one in memory:
    questions need none. Raises `SettingsError` for an address that cannot be used.
    """
    from bot.ledger.database import open_database
    from bot.settings import IN_MEMORY, read_database_url

    url = read_database_url(os.environ)
    is_set = bool(os.environ.get("DATABASE_URL", "").strip())
    try:
        if url != IN_MEMORY or is_set:
            return open_database(url, makes_folders=not is_set)
        reason = "there is no home folder"
    except SettingsError as error:
        if is_set:
            raise
        reason = str(error)
    click.echo(
        f"Nothing will be remembered beyond this run: {reason}. Set DATABASE_URL to change that.",
        err=True,
    )
    return open_database(IN_MEMORY)
