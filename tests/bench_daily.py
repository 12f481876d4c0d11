"""How fast daily posts go out, and what a look costs when nothing is due, on both databases.

Run `python -m tests.bench_daily`. Each figure stands beside a peer, taken in the same run: a
bare loop that posts as many messages with as many threads and no ledger, and a look that reads
all subscriptions.
"""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import click
from sqlalchemy import Engine, func, insert, select, text

from bot.daily.clock import THREADS, Clock, Message, Work
from bot.ledger.claims import is_anything_due
from bot.ledger.database import migrate, open_database, reading, writing
from bot.ledger.delivery import DeliveryState
from bot.ledger.subscription import State, Subscription
from bot.ledger.tables import deliveries, subscriptions
from bot.ledger.upkeep import reckon_anew
from bot.slack.posting import Poster
from bot.timeline.daily_choice import DailyChoice
from tests.ledger.postgres import running_postgres
from tests.slack.stand_in import StandIn, workspace

NINE = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
IDLE_SIZES = (100, 10_000, 100_000)
LOOKS = 30
WORKSPACES = 40  # each has five in flight at most, so that threads set the pace, not the limit
_ROWS = 5_000  # of one insert
_MEGABYTE = 1024  # in the unit of ru_maxrss, on Linux


def fill(engine: Engine, count: int, *, next_due: datetime) -> None:
    """Make this many subscriptions, each in a channel of its own, all due at one instant."""
    for first in range(0, count, _ROWS):
        rows = [
            {
                "enterprise": "", "team": f"T{number % WORKSPACES}", "channel": f"C{number}",
                "at": time_of_day(9), "zone": "UTC", "choice": DailyChoice(), "set_up_by": "U1",
                "state": State.ACTIVE, "reason": "", "next_due": next_due,
                "reckoned_at": NINE - timedelta(days=1),
            }
            for number in range(first, min(first + _ROWS, count))
        ]  # fmt: skip
        with writing(engine) as connection:
            connection.execute(insert(subscriptions), rows)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


def measured(act: Callable[[], object], times: int = LOOKS) -> float:
    """Return the median of milliseconds that `act` takes."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        taken.append((time.perf_counter() - began) * 1000)
    return median(taken)


def look(engine: Engine) -> None:
    """Do what the clock does every few seconds while nothing is due."""
    reckon_anew(engine, now=NINE)
    is_anything_due(engine, now=NINE)


def look_at_all(engine: Engine) -> None:
    """Do the same without an index: every row is compared."""
    milliseconds = int(NINE.timestamp() * 1000)
    query = text("SELECT id FROM timeline_subscriptions WHERE next_due + 0 <= :now LIMIT 1")
    with reading(engine) as connection:
        connection.execute(query, {"now": milliseconds}).first()


@dataclass(frozen=True, slots=True)
class Pass:
    """What a process is to do: post all that is due, or as many messages without a ledger."""

    url: str
    api_url: str
    count: int


def post_with_ledger(task: Pass, results: Any) -> None:
    """Let a clock make one pass; tell posts, seconds and megabytes."""
    poster = Poster(base_url=task.api_url, command="/timeline", bot_name="timeline")

    def compose(subscription: Subscription, day: date, *, last: date | None) -> Message:
        return {"text": f"{subscription.id} on {day}, after {last}"}

    work = Work(compose, lambda *_: workspace.BOT_TOKEN, poster.post, poster.tell)
    began = time.monotonic()
    clock = Clock(
        open_database(task.url), work, process="bench",
        now=lambda: NINE + timedelta(seconds=time.monotonic() - began),
    )  # fmt: skip
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    counts = clock.run_pass(threading.Event())
    taken = time.monotonic() - began
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    results.put((counts[DeliveryState.SENT], taken, grown / _MEGABYTE))


def post_bare(task: Pass, results: Any) -> None:
    """Post as many messages from as many threads, and remember nothing."""
    poster = Poster(base_url=task.api_url, command="/timeline", bot_name="timeline")

    def post(number: int) -> object:
        return poster.post(
            {"text": f"number {number}"}, channel=f"C{number}", token=workspace.BOT_TOKEN
        )

    began = time.monotonic()
    with ThreadPoolExecutor(THREADS) as executor:
        outcomes = list(executor.map(post, range(task.count)))
    results.put((len(outcomes), time.monotonic() - began, 0.0))


def in_process(act: Callable[[Pass, Any], None], task: Pass) -> tuple[int, float, float]:
    """Run one of these in a process of its own, so that Slack's threads do not slow it."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    process = context.Process(target=act, args=(task, results))
    process.start()
    told: tuple[int, float, float] = results.get()
    process.join()
    return told


def show_posting(name: str, url: str, posts: int) -> None:
    """Print how fast posts go out, beside the bare loop."""
    engine = open_database(url)
    migrate(engine)
    fill(engine, posts, next_due=NINE)
    for number in range(posts):
        workspace.MEMBERS.setdefault(f"C{number}", frozenset({workspace.BOT_USER}))
    with StandIn() as stand_in:
        task = Pass(url, stand_in.api_url, posts)
        count, taken, grown = in_process(post_with_ledger, task)
        bare, bare_taken, _ = in_process(post_bare, task)
    with reading(engine) as connection:
        rows = connection.execute(select(func.count()).select_from(deliveries)).scalar()
    click.echo(
        f"{name:<10} {count} posts, {rows} rows: {count / taken:6.0f} posts/s, {grown:.0f} MB more;"
        f" the bare loop {bare / bare_taken:6.0f} posts/s"
    )
    engine.dispose()


def show_idle_looks(name: str, new_url: Callable[[], str]) -> None:
    """Print what a look costs by the number of subscriptions, none of which is due."""
    for size in IDLE_SIZES:
        engine = open_database(new_url())
        migrate(engine)
        fill(engine, size, next_due=NINE + timedelta(hours=3))
        cost, all_rows = measured(partial(look, engine)), measured(partial(look_at_all, engine))
        click.echo(
            f"{name:<10} {size:>7} subscriptions: a look {cost:6.2f} ms; "
            f"one at all rows {all_rows:7.2f} ms"
        )
        engine.dispose()


@click.command()
@click.option("--posts", default=1000, show_default=True, help="Posts that are due at one minute.")
def main(posts: int) -> None:
    """Measure posts a second, and the cost of a look when nothing is due."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = iter(range(1000))
        new_postgres = stack.enter_context(running_postgres(folder / "postgres"))
        databases: dict[str, Callable[[], str]] = {
            "SQLite": lambda: f"sqlite:///{folder / str(next(files))}.db",
            "PostgreSQL": new_postgres,
        }
        for name, new_url in databases.items():
            show_posting(name, new_url(), posts)
        for name, new_url in databases.items():
            show_idle_looks(name, new_url)


if __name__ == "__main__":
    main()
