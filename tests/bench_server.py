"""How many questions a second the real server process takes, and how long each waits.

Run it as `python -m tests.bench_server`. It starts the program as a host would, sends signed
slash commands and mentions over loopback, and shows requests a second, the wait for the
acknowledgement and for the posted answer, and the memory; beside a bare Bolt app that answers
"ok" in the same run, so that a number can be judged on any machine.
"""

from __future__ import annotations

import asyncio
import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

from bot.ledger.database import migrate, open_database
from tests.ledger.postgres import running_postgres
from tests.load.driver import Driver, Load, Make, command, mention
from tests.load.slack_api import QuickSlack
from tests.slack.bot_process import command_line, environment, free_port
from tests.slack.stand_in import workspace

ROOT = Path(__file__).parent.parent
TIMELINE = ROOT / "data" / "russia-north-korea.yaml"
QUESTIONS = ROOT / "tests" / "corpus" / "russia-north-korea-words.yaml"
CONNECTIONS = 16
HOUR = 18_000  # requests: what one workspace may ask in an hour, by the limits
AIM_SHARE, AIM_P99 = 0.9, 0.050  # of the bare app's throughput; seconds at half of the load

KINDS: tuple[tuple[str, Make], ...] = (("commands", command), ("mentions", mention))


@dataclass(frozen=True, slots=True)
class Subject:
    """One server to be measured."""

    name: str
    arguments: Sequence[str]
    settings: dict[str, str]


@contextmanager
def running(subject: Subject, api_url: str, *, show: bool) -> Iterator[tuple[int, int]]:
    """Start a server; yield its port and the id of its process."""
    port = free_port()
    settings = environment(
        SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
        SLACK_SIGNING_SECRET=workspace.SIGNING_SECRET,
        SLACK_API_URL=api_url,
        PORT=str(port),
        TIMELINE_DATA=str(TIMELINE),
        # The limits count, as they always do, but hold nothing back.
        **{"TIMELINE_USER_LIMIT": "1000000", "TIMELINE_WORKSPACE_LIMIT": "1000000"},
        **subject.settings,
    )
    arguments = [argument.format(port=port) for argument in subject.arguments]
    process = subprocess.Popen(
        arguments, env=settings, cwd=ROOT, stderr=None if show else subprocess.DEVNULL
    )
    try:
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


async def until_it_answers(port: int) -> None:
    """Wait for the server to take connections and answer on them."""

    def look() -> bool:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            return connection.getresponse().status < 500
        except OSError:
            return False

    for _ in range(600):
        if await asyncio.to_thread(look):
            return
        await asyncio.sleep(0.1)
    raise TimeoutError("the server did not start")


def memory_of(pid: int) -> float:
    """Return the megabytes that a process and its children hold (of shared pages, their part)."""
    pids, total = [pid], 0
    for known in pids:
        for task in Path(f"/proc/{known}/task").glob("*/children"):
            pids += map(int, task.read_text().split())
        for line in Path(f"/proc/{known}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1])
    return total / 1024


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which this part of them lies, in milliseconds."""
    ordered = sorted(values) or [0.0]
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))] * 1000


def told(load: Load) -> str:
    """Return the waits of a load in one line."""
    acks, answers = load.acks, load.answers
    return (
        f"ack {share(acks, 0.5):6.1f} / {share(acks, 0.99):6.1f} ms"
        f"   answer {share(answers, 0.5):6.1f} / {share(answers, 0.99):6.1f} ms"
        + (f"   {load.lost} LOST" if load.lost else "")
    )


async def measure(
    subject: Subject, questions: Sequence[str], *, seconds: float, show: bool
) -> dict[str, tuple[float, float]]:
    """Measure one server; return requests a second and the p99 of the answer, for each kind."""
    slack = QuickSlack()
    api_url = await slack.start()
    found: dict[str, tuple[float, float]] = {}
    with running(subject, api_url, show=show) as (port, pid):
        await until_it_answers(port)
        driver = Driver(port, slack, questions)
        for name, make in KINDS:
            await driver.at_most(make, seconds=min(2.0, seconds), connections=CONNECTIONS)
            full = await driver.at_most(make, seconds=seconds, connections=CONNECTIONS)
            half = await driver.steadily(make, seconds=seconds, rate=full.rate / 2)
            found[name] = full.rate, share(half.answers, 0.99) / 1000
            click.echo(f"{subject.name:28} {name:9} {full.rate:7.0f}/s   at half: {told(half)}")
        click.echo(f"{subject.name:28} memory    {memory_of(pid):7.0f} MB")
    await slack.stop()
    return found


async def watch_memory(subject: Subject, questions: Sequence[str], *, requests: int) -> None:
    """Show how the memory goes over many requests."""
    slack = QuickSlack()
    api_url = await slack.start()
    with running(subject, api_url, show=False) as (port, pid):
        await until_it_answers(port)
        driver = Driver(port, slack, questions)
        done, shown = 0, [f"{memory_of(pid):.0f} at start"]
        step = max(1, requests // 6)
        while done < requests:
            for _, make in KINDS:
                load = await driver.at_most(make, seconds=2.0, connections=CONNECTIONS)
                done += len(load.acks)
            slack.posted.clear()
            if done // step >= len(shown):
                shown.append(f"{memory_of(pid):.0f} after {done}")
        click.echo(f"{subject.name:28} memory in MB: {', '.join(shown)}")
    await slack.stop()


@click.command()
@click.option("--seconds", default=5.0, help="How long each load lasts.")
@click.option("--workers", default="1,2", help="Numbers of processes, comma separated.")
@click.option("--requests", default=HOUR, help="Requests over which memory is watched; 0: none.")
@click.option("--show-log", is_flag=True, help="Show what the servers log.")
def main(seconds: float, workers: str, requests: int, show_log: bool) -> None:
    """Measure the server beside a bare Bolt app, with SQLite and PostgreSQL."""
    listed = yaml.safe_load(QUESTIONS.read_text("utf-8"))
    questions = [str(asked["question"]) for asked in listed]
    folder = Path(tempfile.mkdtemp())
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        url = stack.enter_context(running_postgres(folder / "postgres"))()
        engine = open_database(url)
        migrate(engine)
        engine.dispose()
        databases = {"SQLite": f"sqlite:///{folder}/ledger.db", "PostgreSQL": url}
        for number in workers.split(","):
            bare = Subject(
                f"bare Bolt app, {number} worker(s)",
                [
                    sys.executable, "-m", "gunicorn", "tests.load.bare_bolt:web",
                    "--worker-class", "gthread", "--threads", "16", "--workers", number,
                    "--bind", "127.0.0.1:{port}", "--log-level", "warning",
                ],
                {},
            )  # fmt: skip
            beside = asyncio.run(measure(bare, questions, seconds=seconds, show=show_log))
            for name, address in databases.items():
                if number != "1" and name == "SQLite":
                    continue  # several processes share what they have handled in PostgreSQL
                subject = Subject(
                    f"timeline-bot, {number}, {name}",
                    command_line("slack"),
                    {"DATABASE_URL": address, "WEB_CONCURRENCY": number},
                )
                found = asyncio.run(measure(subject, questions, seconds=seconds, show=show_log))
                for kind, (rate, p99) in found.items():
                    part = rate / beside[kind][0]
                    is_reached = part >= AIM_SHARE and p99 <= AIM_P99
                    click.echo(
                        f"  {kind}: {part:.0%} of the bare app, p99 {p99 * 1000:.0f} ms at half: "
                        f"{'the aim is reached' if is_reached else 'short of the aim'}"
                    )
        if requests:
            subject = Subject(
                "timeline-bot, 1, SQLite",
                command_line("slack"),
                {"DATABASE_URL": databases["SQLite"]},
            )
            asyncio.run(watch_memory(subject, questions, requests=requests))


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    started = time.monotonic()
    main(standalone_mode=False)
    click.echo(f"in {time.monotonic() - started:.0f} s")
