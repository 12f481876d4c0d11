"""The command that looks at everything the bot depends on."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli import options
from bot.cli.surroundings import PROBLEMS, default_paths, now, open_ledger
from bot.errors import BotError, SettingsError, TimelineError

if TYPE_CHECKING:
    from bot.slack.checkup import Finding


@click.command()
@options.data
@options.as_json
def doctor(data: tuple[Path, ...], as_json: bool) -> None:
    """Look at data, settings, database, tokens, scopes, time: what is wrong, and what to do.

    Exit status 0: the bot can run (warnings may be printed); 1: something must be mended.
    """
    from bot.slack.checkup import Grade

    found: list[Finding] = []
    for finding in _findings(data):
        found.append(finding)
        if not as_json:
            click.echo(str(finding))
    if as_json:
        told = [
            {
                "subject": finding.subject,
                "grade": finding.grade.value,
                "words": finding.words,
                "remedy": finding.remedy,
            }
            for finding in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    sys.exit(PROBLEMS if any(finding.grade is Grade.WRONG for finding in found) else 0)


def _findings(data: tuple[Path, ...]) -> Iterator[Finding]:
    from bot.settings import Settings
    from bot.slack.access import why_unused
    from bot.slack.checkup import (
        Finding,
        Grade,
        check_database,
        check_door,
        check_token,
        check_zones,
    )

    yield _data_finding(data or default_paths())
    settings = None
    try:
        settings = Settings.from_env(os.environ)
        mode = "Socket Mode" if settings.is_socket_mode else "HTTP"
        yield Finding("settings", Grade.WELL, f"complete, for {mode}")
        for name in settings.unused:
            yield Finding(name, Grade.WARNING, f"it is not used: {why_unused(settings)}")
    except SettingsError as error:
        for problem in str(error).splitlines()[1:]:
            yield Finding("settings", Grade.WRONG, problem.strip(), "Set it; see .env.sample.")
    try:
        yield from check_database(open_ledger(), now=now())
    except BotError as error:
        yield Finding("database", Grade.WRONG, str(error), "Set DATABASE_URL anew.")
    if settings is not None:
        yield check_zones(settings.zone, now=now())
        yield from check_token(settings, now=now())
        yield check_door(settings)


def _data_finding(paths: tuple[Path, ...]) -> Finding:
    from bot.loading import load_responder
    from bot.slack.checkup import Finding, Grade

    try:
        count = len(load_responder(paths).index.events)
    except TimelineError as error:
        return Finding(
            "data", Grade.WRONG, f"{error.count:,} problems", "Run “timeline-bot check”."
        )
    except BotError as error:
        return Finding("data", Grade.WRONG, str(error), "Look at TIMELINE_DATA or --data.")
    return Finding("data", Grade.WELL, f"{count} entries")
