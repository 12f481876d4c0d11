"""The command that makes the index file of a timeline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli import options
from bot.cli.surroundings import (
    UNREADABLE,
    ProgressLine,
    cache_folder,
    default_paths,
    leaving_on_broken_data,
)


@click.group()
def index() -> None:
    """Make the index file, which lets a large timeline answer at once after a start."""


@index.command()
@options.data
def build(data: tuple[Path, ...]) -> None:
    """Make the index file anew, and print where it is kept.

    Exit status 0: it is made; 1: the timeline has problems; 2: a file cannot be read or written.
    """
    from bot.loading import build_index_file, index_file_of
    from bot.timeline.files import find_files

    cache = cache_folder()
    if cache is None:
        click.echo("There is no folder to keep it in: set TIMELINE_CACHE to one.", err=True)
        sys.exit(UNREADABLE)
    with leaving_on_broken_data():
        files = find_files(data or default_paths())
        try:
            made = build_index_file(files, cache, progress=ProgressLine(), must=True)
        except OSError as error:
            click.echo(f"{error.filename or cache}: {error.strerror or error}", err=True)
            sys.exit(UNREADABLE)
    path = index_file_of(files, cache)
    size = path.stat().st_size / 1_000_000
    click.echo(f"{path}: {len(made.events):,} entries, {size:,.1f} MB")
