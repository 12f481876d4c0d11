"""Commands that run the Slack bot, and make the manifest of its app."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from random import Random

import click

from bot.cli import options
from bot.cli.surroundings import UNREADABLE, now, read_settings, watch
from bot.errors import BotError, SettingsError


@click.command()
@options.data
@click.option("--no-clock", is_flag=True, help="Leave the daily posts to another process.")
def slack(data: tuple[Path, ...] = (), no_clock: bool = False) -> None:
    """Run the Slack bot: Socket Mode with SLACK_APP_TOKEN, else HTTP on PORT."""
    try:
        settings, engine = read_settings(data)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    watcher = watch(data or settings.data)
    # Bolt looks for settings of its own there, and would take another mode on finding some.
    for name in [name for name in os.environ if name.startswith("SLACK_")]:
        del os.environ[name]
    from bot.search.ready import make_ready
    from bot.slack.server import serve

    make_ready(watcher.current().index)  # nobody who asks shall wait for it
    try:
        status = serve(
            settings,
            watcher,
            engine=engine,
            has_clock=not no_clock,
            now=now,
            today=lambda: datetime.now(settings.zone).date(),
            random=Random(),  # noqa: S311 (chooses an entry to show, guards nothing)
        )
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    sys.exit(status)


@click.command()
@click.option(
    "--command",
    "name",
    type=options.CommandName(),
    envvar="TIMELINE_COMMAND",
    default="/timeline",
    help="The slash command's name; without it, that of TIMELINE_COMMAND.",
)
@click.option(
    "--url",
    type=options.PublicAddress(),
    help="Public address of the bot, for HTTP; without it, Socket Mode.",
)
def manifest(name: str, url: str | None) -> None:
    """Print the manifest from which Slack makes the app."""
    from bot.slack.manifest import build_manifest, manifest_text

    click.echo(manifest_text(build_manifest(command=name, url=url)), nl=False)
