"""Commands for curators: check timeline files, print the schema that editors use."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.cli import options
from bot.cli.surroundings import PROBLEMS, UNREADABLE, default_paths, today_here
from bot.errors import BotError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.data
def check(paths: tuple[Path, ...], data: tuple[Path, ...]) -> None:
    """Report every problem of the timeline files, with file, line and column.

    Exit status 0: no problem (warnings may be printed); 1: problems; 2: cannot be read.
    """
    from bot.search.asking.word_checks import check_words
    from bot.timeline.files import find_files
    from bot.timeline.loader import check_files

    try:
        files = find_files((*paths, *data) or default_paths())
        problems = check_files(files, year=today_here().year, also=check_words)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    for problem in problems:
        click.echo(str(problem))
    errors = sum(problem.count for problem in problems if not problem.is_warning)
    warnings = sum(problem.count for problem in problems if problem.is_warning)
    click.echo(
        f"{len(files)} file{'s' * (len(files) != 1)}: {errors} problem{'s' * (errors != 1)}, "
        f"{warnings} warning{'s' * (warnings != 1)}",
        err=True,
    )
    sys.exit(PROBLEMS if errors else 0)


@click.command()
def schema() -> None:
    """Print the JSON Schema of timeline files, for editors."""
    from bot.timeline.schema import write_schema

    click.echo(write_schema(), nl=False)
