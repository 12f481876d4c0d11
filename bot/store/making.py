"""A timeline to the buffers of its index file, event by event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bot.packing import Buffers
from bot.search.indexing.building import Builder
from bot.search.indexing.lexicon import Lexicon, build_lexicon
from bot.search.indexing.packed import Part, Parts
from bot.store.workers import cores, run_shared
from bot.timeline.columns import Columns
from bot.timeline.loader import load_timeline, without_collection
from bot.timeline.rows import walk
from bot.timeline.timeline import Timeline

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is in all."""

SEGMENT = 62_500  # events at most whose postings are collected before they are packed
FEWEST = 20_000  # events for which a process of their own pays


def load_buffers(
    files: Sequence[Path], *, known_words: frozenset[str], progress: Progress
) -> Buffers:
    """Load event files and return all that their index file holds, using every core.

    Raises `TimelineError` and `BotError` as `load_timeline` does.
    """
    processes = cores()

    def read(task: Callable[[Any], Any], jobs: Sequence[Any]) -> Iterator[Any]:
        results = run_shared(task, jobs, processes=processes)
        for done, result in enumerate(results, 1):
            if len(jobs) > 1:
                progress("reading", done, len(jobs))
            yield result

    timeline = load_timeline(files, run=read)
    return make_buffers(timeline, known_words=known_words, progress=progress, processes=processes)


@without_collection()
def make_buffers(
    timeline: Timeline,
    *,
    known_words: frozenset[str],
    progress: Progress,
    processes: int = 1,
    segment: int = SEGMENT,
) -> Buffers:
    """Return all that an index file of `timeline` holds."""
    lexicon = build_lexicon(timeline)
    total = len(timeline.events)
    # Each process gets as many jobs as the others, so that none works on alone at the end.
    rounds = -(-total // (segment * processes))
    segment = min(segment, max(FEWEST, -(-total // (max(1, rounds) * processes))))
    jobs = [range(start, min(total, start + segment)) for start in range(0, total, segment)]
    columns, parts = Columns(), Parts()
    read = partial(_read, timeline, lexicon)
    for job, (some, part) in zip(jobs, run_shared(read, jobs, processes=processes), strict=True):
        columns.extend(some)
        parts.add(part)
        if len(jobs) > 1:
            progress("indexing", job.stop, total)
    # The larger half first: what it was made of is given up before the other half is made.
    packed = parts.pack(lexicon, known_words=known_words)
    return {**columns.pack(timeline), **packed}


def _read(timeline: Timeline, lexicon: Lexicon, numbers: range) -> tuple[Columns, Part]:
    builder, columns = Builder(lexicon), Columns()
    number = numbers.start
    for events in walk(timeline.events, numbers):
        for event in events:
            builder.add(number, event)
            number += 1
        columns.add(events)
    return columns, builder.part()
