"""The commands: read the environment, build everything, connect it."""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from collections.abc import Iterator
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from random import Random
from shutil import get_terminal_size
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from bot import options
from bot.errors import BotError, SettingsError, TimelineError
from bot.options import Paging

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.responder import Responder
    from bot.watching import Watcher

# Imports of the engine, of Slack and of the server stand inside the commands: a question
# at the shell is answered in a fraction of a second because nothing else is loaded.

PROBLEMS, UNREADABLE = 1, 2  # exit statuses


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="timeline-bot")
@click.pass_context
def commands(context: click.Context) -> None:
    """Answer questions from a curated timeline, in a terminal and in Slack.

    Without a command: the Slack bot where Slack tokens are set, else a local chat.
    """
    for stream in (sys.stdin, sys.stdout):
        # Bytes that are no text, or a letter that the terminal has not, end nothing.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    if context.invoked_subcommand is None:
        tokens = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET")
        has_tokens = any(os.environ.get(name) for name in tokens)
        context.invoke(slack if has_tokens else chat)


@commands.command()
@options.data
@options.today
def chat(data: tuple[Path, ...] = (), day: date | None = None) -> None:
    """Talk to the timeline here; type “help” for what can be asked."""
    from bot.terminal import COLOURED, PLAIN, welcome
    from bot.terminal import chat as talk

    watcher = _watch(data)
    is_person = sys.stdin.isatty()
    if is_person:
        click.echo(welcome(watcher.current(), width=_width()) + "\n")
        watcher.start()
    talk(
        _typed_lines() if is_person else iter(sys.stdin),
        lambda text: click.echo(text + "\n"),
        responder=watcher.current,
        today=lambda: day or _today_here(),
        random=Random(),  # noqa: S311 (chooses an entry to show, guards nothing)
        style=COLOURED if _has_colours() else PLAIN,
        width=_width,
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


@commands.command()
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
            sys.stdin.buffer, sys.stdout.buffer, responder=_load(data), today=day or _today_here()
        )
        return
    if not question:
        raise click.UsageError("Give a question, or --jsonl to read them from standard input.")
    _print(_reply(question, pages, data=data, day=day), pages, as_json=as_json)


@commands.command()
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


@commands.command()
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
    answer = pages.responder(_load(data)).today(on or day or _today_here(), offset=pages.offset)
    _print(answer, pages, as_json=as_json)


@commands.command()
@options.data
def slack(data: tuple[Path, ...] = ()) -> None:
    """Run the Slack bot: Socket Mode with SLACK_APP_TOKEN, else HTTP on PORT."""
    from bot.settings import Settings

    try:
        settings = Settings.from_env(os.environ)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    watcher = _watch(data or settings.data)
    from bot.slack.server import serve

    try:
        status = serve(
            settings,
            watcher,
            today=lambda: datetime.now(settings.zone).date(),
            random=Random(),  # noqa: S311 (chooses an entry to show, guards nothing)
        )
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    sys.exit(status)


@commands.command()
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


@commands.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.data
def check(paths: tuple[Path, ...], data: tuple[Path, ...]) -> None:
    """Report every problem of the timeline files, with file, line and column.

    Exit status 0: no problem (warnings may be printed); 1: problems; 2: cannot be read.
    """
    from bot.timeline.loader import check_files, find_files

    try:
        files = find_files((*paths, *data) or _default_paths())
        problems = check_files(files)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
    for problem in problems:
        click.echo(str(problem))
    errors = sum(not problem.is_warning for problem in problems)
    warnings = len(problems) - errors
    click.echo(
        f"{len(files)} file{'s' * (len(files) != 1)}: {errors} problem{'s' * (errors != 1)}, "
        f"{warnings} warning{'s' * (warnings != 1)}",
        err=True,
    )
    sys.exit(PROBLEMS if errors else 0)


@commands.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--half", type=click.Choice(["tune", "test"]), help="Only one half of the questions.")
@click.option("--peers", is_flag=True, help="Ask plain engines the same questions.")
@click.option("--misses", is_flag=True, help="List what went wrong.")
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
    from bot.evaluation import engines, report
    from bot.evaluation.questions import Half, read_questions

    responder = _load(data)
    try:
        questions = read_questions(files, half=Half(half) if half else None)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
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
        click.echo("\n" + "\n".join(report.misses(measured["Timeline Bot"])))


@commands.command()
def schema() -> None:
    """Print the JSON Schema of timeline files, for editors."""
    from bot.timeline.schema import write_schema

    click.echo(write_schema(), nl=False)


def _reply(
    words: tuple[str, ...], pages: Paging, *, data: tuple[Path, ...], day: date | None
) -> Answer:
    random = Random()  # noqa: S311 (chooses an entry to show, guards nothing)
    return pages.responder(_load(data)).reply(
        " ".join(words),
        today=day or _today_here(),
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

    style = COLOURED if _has_colours() else PLAIN
    click.echo(render(answer, style=style, width=_width(), more="--all shows every one"))


def _has_colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _width() -> int:
    from bot.terminal import LEAST_WIDTH, WIDTH

    return max(LEAST_WIDTH, min(WIDTH, get_terminal_size((WIDTH, 24)).columns))


def _default_paths() -> tuple[Path, ...]:
    """Return the paths of TIMELINE_DATA, or the timeline that is shipped."""
    named = os.environ.get("TIMELINE_DATA", "")
    paths = tuple(Path(part) for part in named.split(os.pathsep) if part)
    if paths:
        return paths
    package = Path(__file__).parent
    shipped = package / "data"  # in an installed wheel; beside the package in a checkout
    return (shipped if shipped.is_dir() else package.parent / "data",)


def _today_here() -> date:
    name = os.environ.get("TIMELINE_TIMEZONE", "") or "UTC"
    try:
        return datetime.now(ZoneInfo(name)).date()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.UsageError(
            f"TIMELINE_TIMEZONE={name!r} is no time zone; write an IANA name such as Europe/London."
        ) from error


def _watch(data: tuple[Path, ...]) -> Watcher[Responder]:
    """Load the timeline and return what keeps it up to date; leaves where it is broken."""
    from bot.loading import load_responder
    from bot.watching import Watcher

    paths = data or _default_paths()
    with _leaving_on_broken_data():
        return Watcher(paths, lambda: load_responder(paths))


def _load(data: tuple[Path, ...]) -> Responder:
    # Loading makes many small objects that all stay: looking for garbage among them would
    # cost a third of the time from the command to its answer.
    gc.disable()
    from bot.loading import load_responder

    try:
        with _leaving_on_broken_data():
            return load_responder(data or _default_paths())
    finally:
        gc.freeze()
        gc.enable()


@contextlib.contextmanager
def _leaving_on_broken_data() -> Iterator[None]:
    """Turn what is wrong with the timeline files into a report and an exit status."""
    try:
        yield
    except TimelineError as error:
        click.echo(str(error), err=True)
        sys.exit(PROBLEMS)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(UNREADABLE)
