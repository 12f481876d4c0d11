"""How fast and how large: each engine in a process of its own, on the same made store."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter, time

from bot.evaluation import engines
from bot.evaluation.measures import Result
from bot.evaluation.questions import Question
from bot.loading import build_index_file, index_file_of, load_responder
from bot.search.indexing.packed import unpack_index
from bot.search.language.common_words import known_words
from bot.search.ready import make_ready
from bot.store.file import open_file
from bot.store.key import key_of

OURS = "Timeline Bot"
LOOK = 0.2  # seconds between looks at how much memory a process has
WARM = 100  # questions asked before the clock runs: what is read once is not paid by each


@dataclass(frozen=True, slots=True)
class Timing:
    """What one engine needed: seconds to build, megabytes, milliseconds of each question.

    `first` is how long it took from the start of a process to the first answer, where the
    engine keeps something that a new process can start from; `peak` is the most memory of
    all its processes together while it was built, and `right` how many of the answerable
    questions had the right entry first. A `note` says why there is nothing.
    """

    name: str
    build: float = 0.0
    peak: float = 0.0
    memory: float = 0.0
    first: float = 0.0
    milliseconds: tuple[float, ...] = ()
    right: float = 0.0
    note: str = ""

    def percentile(self, share: float) -> float:
        """Return how many milliseconds the questions took at most, but for the slowest."""
        in_order = sorted(self.milliseconds)
        return in_order[min(len(in_order) - 1, int(share * len(in_order)))]


def time_ours(
    store: Path, questions: Sequence[Question], *, cache: Path, patience: float
) -> Timing:
    """Build the index file of `store` in one process, and ask from it in another.

    The first hundred of the questions are asked, as of every engine, but not measured.
    """
    built = _elsewhere(_build, (store, cache), patience=None, is_watched=True)
    asked = _elsewhere(_ask_ours, (store, questions, cache, time(), patience), patience=None)
    if not isinstance(built, Timing) or not isinstance(asked, Timing):
        return Timing(OURS, note="failed")
    return Timing(
        OURS, built.build, built.peak, asked.memory, asked.first, asked.milliseconds, asked.right
    )


def time_peer(
    name: str, store: Path, questions: Sequence[Question], *, cache: Path, patience: float
) -> Timing:
    """Build a plain engine and ask it, in a process that is ended when it takes too long."""
    found = _elsewhere(_ask_peer, (name, store, questions, cache, patience / 2), patience=patience)
    if not isinstance(found, Timing):
        return Timing(name, note=f"skipped: not done within {patience:g} s")
    return found


def as_table(timings: Sequence[Timing]) -> Iterator[str]:
    """Yield the rows of a table, its head first."""
    yield (
        f"{'engine':<20}{'build s':>8}{'peak MB':>8}{'then MB':>8}{'start s':>8}"
        f"{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'asked':>7}{'first':>7}"
    )
    for one in timings:
        if one.note:
            yield f"{one.name:<20}{one.note}"
            continue
        start = f"{one.first:.2f}" if one.first else "-"
        yield (
            f"{one.name:<20}{one.build:>8.1f}{one.peak:>8.0f}{one.memory:>8.0f}{start:>8}"
            f"{one.percentile(0.5):>9.2f}{one.percentile(0.95):>9.2f}{one.percentile(0.99):>9.2f}"
            f"{len(one.milliseconds):>7}{one.right:>7.2f}"
        )


def _build(store: Path, cache: Path) -> Timing:
    start = perf_counter()
    build_index_file((store,), cache, must=True)
    return Timing(OURS, build=perf_counter() - start, peak=_peak())


def _ask_ours(
    store: Path, questions: Sequence[Question], cache: Path, started: float, patience: float
) -> Timing:
    responder = load_responder((store,), cache=cache)
    engine = engines.own(responder)
    engine(questions[0])
    first = time() - started
    make_ready(responder.index)  # as the server does when it starts
    return _asked(OURS, engine, questions, first=first, patience=patience)


def _ask_peer(
    name: str, store: Path, questions: Sequence[Question], cache: Path, patience: float
) -> Timing:
    path = index_file_of((store,), cache)
    events = unpack_index(open_file(path, key=key_of((store,))), known_words=known_words()).events
    start = perf_counter()
    engine = engines.makers_of_peers()[name](events)
    build, peak = perf_counter() - start, _peak()
    return _asked(name, engine, questions, build=build, peak=peak, patience=patience)


def _asked(
    name: str,
    engine: engines.Engine,
    questions: Sequence[Question],
    *,
    build: float = 0.0,
    peak: float = 0.0,
    first: float = 0.0,
    patience: float,
) -> Timing:
    begun = perf_counter()
    for question in questions[:WARM]:
        if perf_counter() - begun < patience / 4:
            engine(question)
    results: list[Result] = []
    for question in questions[WARM:]:
        if perf_counter() - begun > patience and results:
            break
        results += engines.measure(engine, (question,))
    answerable = [result for result in results if result.is_answerable]
    right = sum(result.is_right for result in answerable) / max(1, len(answerable))
    taken = tuple(1000 * result.seconds for result in results)
    return Timing(name, build, peak, _memory(), first, taken, right)


def _elsewhere(
    task: Callable[..., Timing],
    arguments: tuple[object, ...],
    *,
    patience: float | None,
    is_watched: bool = False,
) -> Timing | None:
    """Carry out `task` in a new process and return its result, None if it gave none in time.

    The memory of one that is watched, and of all processes that it makes, is looked at every
    so often for its peak.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(task, arguments, theirs))
    process.start()
    theirs.close()
    try:
        peak = 0.0
        with suppress(EOFError):
            while is_watched and not ours.poll(LOOK):
                peak = max(peak, _memory_of(process.pid))
            if ours.poll(patience):
                found: Timing = ours.recv()
                return replace(found, peak=max(found.peak, peak))
        return None
    finally:
        process.kill()
        process.join()


def _report(task: Callable[..., Timing], arguments: tuple[object, ...], pipe: Connection) -> None:
    pipe.send(task(*arguments))


def _peak() -> float:
    """Return the most megabytes that this process and any it made have had in memory."""
    try:
        from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
    except ImportError:  # not on every platform
        return 0.0
    unit = 1 if sys.platform == "darwin" else 1024
    most = max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return most * unit / 1e6


def _memory_of(process: int | None) -> float:
    """Return the megabytes of a process and all that it made, shared ones counted once."""
    total = 0.0
    with suppress(OSError, ValueError):
        here = Path("/proc", str(process))
        for line in (here / "smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024 / 1e6
        made = (here / "task" / str(process) / "children").read_text("ascii").split()
        total += sum(_memory_of(int(one)) for one in made)
    return total


def _memory() -> float:
    """Return the megabytes that this process has in memory, the mapped file's pages included."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        return pages * 4096 / 1e6
    return _peak()
