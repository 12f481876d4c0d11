"""The command that shows curators which questions found nothing."""

from __future__ import annotations

import json
import os
import sys

import click

from bot.cli import options
from bot.cli.surroundings import UNREADABLE, now, open_ledger
from bot.errors import BotError

_EVER = "3650d"


@click.command()
@click.option("--limit", type=click.IntRange(min=1), default=100, help="How many to show at most.")
@click.option("--team", help="Only those of this workspace (T…).")
@options.as_json
def unanswered(limit: int, team: str | None, as_json: bool) -> None:
    """List the questions that found nothing, most often asked first.

    They are kept only if TIMELINE_KEEP_UNANSWERED says for how long.
    """
    from bot.ledger.database import prepare
    from bot.ledger.unanswered import list_unanswered
    from bot.settings import read_days

    kept = read_days(os.environ.get("TIMELINE_KEEP_UNANSWERED", "").strip())
    period = kept or read_days(_EVER)
    try:
        engine = open_ledger()
        prepare(engine)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    since = now() - period if period else now()
    found = list_unanswered(engine, since=since, limit=limit, team=team)
    if as_json:
        told = [
            {"count": one.count, "last": one.last_at.date().isoformat(), "text": one.text}
            for one in found
        ]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for one in found:
        click.echo(f"{one.count:5}  {one.last_at:%Y-%m-%d}  {one.text}")
    if not kept:
        click.echo("They are not kept: set TIMELINE_KEEP_UNANSWERED, say to 30d.", err=True)
