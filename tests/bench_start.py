"""How much processor time a question at the shell costs, from process start to the answer.

Run it as `python -m tests.bench_start`. It shows the time beside peers measured in the same
run, so that a number can be judged on any machine, and what was imported on the way.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

from tests.example_files import bare_environment, command_line

ROOT = Path(__file__).parent.parent
TIMELINE = ROOT / "data" / "russia-north-korea.yaml"
QUESTION = "when did russia veto the panel of experts"

RUNS = 9  # each; the median of nine is steady enough and takes half a minute
AIM = 0.5  # seconds of processor time on one core

# What a question at the shell has no use for: Slack, databases, servers, settings.
UNWANTED = (
    "slack_bolt",
    "slack_sdk",
    "sqlalchemy",
    "sqlite3",
    "http.server",
    "http.client",
    "wsgiref",
    "gunicorn",
    "pydantic_settings",
    "asyncio",
)

_LIST_MODULES = """
import json, sys
from click.testing import CliRunner
from bot.cli.main import commands
before = set(sys.modules)  # what the test runner of click itself brings along
result = CliRunner().invoke(commands, sys.argv[1:], catch_exceptions=False)
assert result.exit_code == 0, result.output
print(json.dumps(sorted(set(sys.modules) - before)))
"""

_READ_FILE = """
import sys, yaml
with open(sys.argv[1], "rb") as file:
    yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
"""

_MATCH_TITLES = """
import sys
from rapidfuzz import process
with open(sys.argv[1], encoding="utf-8") as file:
    print(process.extractOne(sys.argv[2], file.read().splitlines()))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """The processor seconds, user and system, of several runs of one command."""

    name: str
    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The run in the middle."""
        return statistics.median(self.seconds)


def imported_by(*arguments: object) -> frozenset[str]:
    """Return the modules that `timeline-bot` imports to carry out this command."""
    done = subprocess.run(
        [sys.executable, "-c", _LIST_MODULES, *map(str, arguments)],
        cwd=ROOT, env=bare_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return frozenset(json.loads(done.stdout))


def unwanted_among(modules: frozenset[str]) -> list[str]:
    """Return which of these modules, or of their parts, a question has no use for."""
    return sorted(
        module for module in modules
        if any(module == name or module.startswith(f"{name}.") for name in UNWANTED)
    )  # fmt: skip


def processor_seconds(command: list[str]) -> float:
    """Run a command and return the processor time that it and its children used."""
    with subprocess.Popen(
        command, cwd=ROOT, env=bare_environment(), stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} left with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def measure(commands: dict[str, list[str]], runs: int = RUNS) -> list[Cost]:
    """Run the commands in turns, so that a busy moment strikes all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        processor_seconds(command)  # once unmeasured, to warm the disk's and Python's caches
    for _ in range(runs):
        for name, command in commands.items():
            seconds[name].append(processor_seconds(command))
    return [Cost(name, tuple(measured)) for name, measured in seconds.items()]


def main() -> None:
    """Measure and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        titles = Path(folder) / "titles.txt"
        events = yaml.load(
            TIMELINE.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
        titles.write_text("\n".join(event["title"] for event in events["events"]), "utf-8")
        python = sys.executable
        costs = measure(
            {
                "timeline-bot ask": command_line("ask", QUESTION),
                "python -c pass": [python, "-c", "pass"],
                "yaml.safe_load of the file": [python, "-c", _READ_FILE, str(TIMELINE)],
                "rapidfuzz over its titles": [python, "-c", _MATCH_TITLES, str(titles), QUESTION],
            }
        )
    click.echo(f"Processor seconds (user + system) of {RUNS} runs, {len(events['events'])} entries")
    click.echo(f"{'':28} {'median':>7} {'least':>7}")
    for cost in costs:
        click.echo(f"{cost.name:28} {cost.median:7.3f} {min(cost.seconds):7.3f}")
    verdict = "met" if costs[0].median < AIM else "missed"
    click.echo(f"Aim: under {AIM:g} s for the first: {verdict}.")
    unwanted = unwanted_among(imported_by("ask", QUESTION))
    click.echo(f"Imported though of no use to it: {', '.join(unwanted) or 'nothing'}.")


if __name__ == "__main__":
    main()
