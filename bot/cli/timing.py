"""The command that measures speed and size."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from bot.cli import options
from bot.cli.surroundings import load

SIZES = (421, 10_000, 100_000, 1_000_000)
QUESTIONS = 200


@click.command()
@click.option(
    "--events",
    "sizes",
    type=click.IntRange(10, 10_000_000),
    multiple=True,
    help="Entries of the made store; may be given several times.",
)
@click.option("--peers", is_flag=True, help="Measure plain engines on the same questions.")
@click.option(
    "--patience",
    type=click.FloatRange(min=1),
    default=120.0,
    show_default=True,
    help="Seconds after which a plain engine is given up.",
)
@options.data
def bench(sizes: tuple[int, ...], peers: bool, patience: float, data: tuple[Path, ...]) -> None:
    """Measure speed and size on stores that are made of the timeline's words, always the same.

    The questions are a mix of exact ones, misspelt ones, ones with a date, and ones that
    nothing answers. Every engine has a process of its own.
    """
    from bot.bench import WARM, as_table, time_ours, time_peer
    from bot.evaluation import engines
    from bot.evaluation.stores import Maker, make_questions, vocabulary_of
    from bot.search.language.common_words import known_words

    words = vocabulary_of(load(data).index.events, known_words())
    names = list(engines.makers_of_peers()) if peers else []
    for size in sizes or SIZES:
        with tempfile.TemporaryDirectory() as name:
            store, cache = Path(name, "made.jsonl"), Path(name, "cache")
            with store.open("w", encoding="utf-8") as file:
                for entry in Maker(words, size).entries():
                    file.write(entry.line())
            entries = list(Maker(words, size).entries())
            questions = make_questions(entries, words, count=WARM + QUESTIONS)
            del entries
            timings = [time_ours(store, questions, cache=cache, patience=patience)]
            for peer in names:
                click.echo(f"{size:,} entries: {peer} …", err=True)
                timings.append(time_peer(peer, store, questions, cache=cache, patience=patience))
            click.echo(f"{size:,} entries, {QUESTIONS} questions")
            click.echo("\n".join(as_table(timings)) + "\n")
