"""Commands that measure how good the answers are."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from bot.cli import options
from bot.cli.surroundings import UNREADABLE, load
from bot.errors import BotError


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--half", type=click.Choice(["tune", "test"]), help="Only one half of the questions.")
@click.option("--peers", is_flag=True, help="Ask plain engines the same questions.")
@click.option("--misses", is_flag=True, help="List what went wrong, and why.")
@options.as_json
@options.data
def evaluate(
    files: tuple[Path, ...],
    half: str | None,
    peers: bool,
    misses: bool,
    as_json: bool,
    data: tuple[Path, ...],
) -> None:
    """Ask the questions of FILES, whose answers are known, and print how good we are."""
    from bot.evaluation import engines, reasons, report
    from bot.evaluation.questions import Half, read_questions
    from bot.search.ready import make_ready

    responder = load(data)
    try:
        questions = read_questions(files, half=Half(half) if half else None)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    make_ready(responder.index)  # as the server does when it starts: what a question takes then
    asked = {"Timeline Bot": engines.own(responder)}
    if peers:
        asked.update(engines.peers(responder.index.events))
    measured = {}
    for name, engine in asked.items():
        with click.progressbar(questions, label=f"{name:<20}", file=sys.stderr) as bar:
            measured[name] = engines.measure(engine, bar)
    if as_json:
        figures = {name: report.summary(results) for name, results in measured.items()}
        click.echo(json.dumps(figures, indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(report.as_text("Timeline Bot", measured["Timeline Bot"])))
    if peers:
        click.echo("\n" + "\n".join(report.as_comparison(measured)))
    if misses:
        told = report.misses(measured["Timeline Bot"], lambda r: reasons.explain(responder, r))
        click.echo("\n" + "\n".join(told))
