"""A small event file, unlike the shipped one, and the program run over it as people run it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

from bot.cli.main import commands

# Variables of whoever runs the tests must not reach the program under test.
SETTINGS = (
    "SLACK_BOT_TOKEN",
    "SLACK_APP_TOKEN",
    "SLACK_SIGNING_SECRET",
    "SLACK_API_URL",
    "SLACK_CLIENT_ID",
    "SLACK_CLIENT_SECRET",
    "TIMELINE_ENCRYPTION_KEY",
    "PORT",
    "DATABASE_URL",
    "TIMELINE_DATA",
    "TIMELINE_CACHE",
    "TIMELINE_COMMAND",
    "TIMELINE_TIMEZONE",
    "TIMELINE_LOG_LEVEL",
    "LOG_FORMAT",
    "TIMELINE_KEEP_UNANSWERED",
    "TIMELINE_CURATORS",
    "WEB_CONCURRENCY",
    "TIMELINE_METRICS_PORT",
    "TIMELINE_USER_LIMIT",
    "TIMELINE_WORKSPACE_LIMIT",
    "NO_COLOR",
)


def entry(event_id: str, date: str, title: str, **fields: Any) -> dict[str, Any]:
    """Return one entry as it stands in a file, with a source."""
    source = {"title": f"About {event_id}", "publisher": "An archive", "url": URL + event_id}
    return {"id": event_id, "date": date, "title": title, "sources": [source], **fields}


URL = "https://example.org/"
KITTY_HAWK = entry(
    "1903-kitty-hawk",
    "1903-12-17",
    "The Wright brothers make the first powered flight",
    summary="Orville Wright stays in the air for twelve seconds.",
    people=["Orville Wright"],
    significance=3,
)
CHANNEL = entry(
    "1909-channel",
    "1909-07-25",
    "Louis Blériot flies across the English Channel",
    summary="The crossing from Calais to Dover takes 36 minutes.",
    people=["Louis Blériot"],
    significance=3,
)
RHEIMS = entry("1909-rheims", "1909-08", "The first great air meeting is held near Rheims")
PARIS = entry(
    "1927-paris",
    "1927-05-20/1927-05-21",
    "Charles Lindbergh flies alone from New York to Paris",
    people=["Charles Lindbergh"],
    significance=3,
)
CONCORDE = entry("1976-concorde", "1976-01-21", "Concorde begins to carry passengers")
EVENTS = (KITTY_HAWK, CHANNEL, RHEIMS, PARIS, CONCORDE)


def write_timeline(
    folder: Path,
    events: Iterable[Mapping[str, Any]] = EVENTS,
    *,
    name: str = "flight.yaml",
    title: str = "A history of flight",
) -> Path:
    """Write an event file into `folder` and return its path; its id is its name."""
    people = sorted({person for event in events for person in event.get("people", ())})
    header = {
        "id": name.partition(".")[0],
        "title": title,
        "description": "Entries for tests.",
        "languages": ["en"],
        "licence": "CC0-1.0",
        "tags": {},
        "names": {"people": {person: [person.split()[-1]] for person in people}},
    }
    path = folder / name
    content = {"timeline": header, "events": [dict(event) for event in events]}
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def run(*arguments: object, said: str | bytes = "", **environment: str) -> Result:
    """Run `timeline-bot` with these arguments within this process; `said` is its input."""
    settings: dict[str, str | None] = {**dict.fromkeys(SETTINGS), **environment}
    return CliRunner(env=settings).invoke(
        commands, [str(argument) for argument in arguments], input=said, prog_name="timeline-bot"
    )


def command_line(*arguments: object) -> list[str]:
    """Return the words that start the real program, by the Python that runs the tests."""
    return [sys.executable, "-m", "bot", *map(str, arguments)]


def bare_environment(**settings: str) -> dict[str, str]:
    """Return the environment for the real program: what Python needs, and these settings."""
    names = ("PATH", "HOME", "LANG", "XDG_STATE_HOME")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, **settings}
