"""Commands that answer: a local chat, one question, a period, a day."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from bot.cli import options
from bot.cli.options import Paging
from bot.cli.surroundings import has_colours, load, today_here, watch, width

if TYPE_CHECKING:
    from bot.answers.answer import Answer


@click.command()
@options.data
@options.today
def chat(data: tuple[Path, ...] = (), day: date | None = None) -> None:
    """Talk to the timeline here; type “help” for what can be asked."""
    from bot.terminal import COLOURED, PLAIN, welcome
    from bot.terminal import chat as talk

    watcher = watch(data)
    is_person = sys.stdin.isatty()
    if is_person:
        click.echo(welcome(watcher.current(), width=width()) + "\n")
        watcher.start()
    talk(
        _typed_lines() if is_person else iter(sys.stdin),
        lambda text: click.echo(text + "\n"),
        responder=watcher.current,
        today=lambda: day or today_here(),
        random=Random(),  # noqa: S311 (chooses an entry to show, guards nothing)
        style=COLOURED if has_colours() else PLAIN,
        width=width,
    )


def _typed_lines() -> Iterator[str]:
    with contextlib.suppress(ImportError):  # not on every platform
        import readline  # noqa: F401 (gives input() its history and editing)
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            click.echo()
            return


@click.command()
@click.argument("question", nargs=-1)
@click.option(
    "--jsonl", "as_lines", is_flag=True, help="Answer JSON lines from standard input, one each."
)
@options.paging
@options.as_json
@options.data
@options.today
def ask(
    question: tuple[str, ...],
    as_lines: bool,
    as_json: bool,
    data: tuple[Path, ...],
    day: date | None,
    pages: Paging,
) -> None:
    """Answer one QUESTION, or with --jsonl a stream of them."""
    if as_lines:
        from bot.jsonl import serve_lines

        serve_lines(
            sys.stdin.buffer, sys.stdout.buffer, responder=load(data), today=day or today_here()
        )
        return
    if not question:
        raise click.UsageError("Give a question, or --jsonl to read them from standard input.")
    _print(_reply(question, pages, data=data, day=day), pages, as_json=as_json)


@click.command()
@click.argument("what", nargs=-1, required=True)
@options.paging
@options.as_json
@options.data
@options.today
def show(
    what: tuple[str, ...],
    as_json: bool,
    data: tuple[Path, ...],
    day: date | None,
    pages: Paging,
) -> None:
    """Show a period (2022, May 2022, 2019..2021, 2010s), “latest”, “random” or “id EVENT-ID”."""
    _print(_reply(what, pages, data=data, day=day), pages, as_json=as_json)


@click.command()
@click.option("--date", "on", type=options.DayType(), help="Another day than today.")
@options.paging
@options.as_json
@options.data
@options.today
def today(
    on: date | None,
    as_json: bool,
    data: tuple[Path, ...],
    day: date | None,
    pages: Paging,
) -> None:
    """Show what happened on this day."""
    answer = pages.responder(load(data)).today(on or day or today_here(), offset=pages.offset)
    _print(answer, pages, as_json=as_json)


def _reply(
    words: tuple[str, ...], pages: Paging, *, data: tuple[Path, ...], day: date | None
) -> Answer:
    random = Random()  # noqa: S311 (chooses an entry to show, guards nothing)
    return pages.responder(load(data)).reply(
        " ".join(words),
        today=day or today_here(),
        random=random,
        command="",
        offset=pages.offset,
    )


def _print(answer: Answer, pages: Paging, *, as_json: bool) -> None:
    answer = pages.page_of(answer)
    if as_json:
        from bot.jsonl import as_json_object

        text = json.dumps(as_json_object(answer), ensure_ascii=False, indent=2)
        click.echo(text.encode("utf-8", "replace"))  # whatever the terminal's own encoding is
        return
    from bot.terminal import COLOURED, PLAIN, render

    style = COLOURED if has_colours() else PLAIN
    click.echo(render(answer, style=style, width=width(), is_chat=False))
