"""Run a fault campaign: `python -m tests.daily_campaign --seed 1 --rounds 50`."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import click

from tests.daily_campaign.campaign import Campaign
from tests.ledger.postgres import running_postgres
from tests.slack.stand_in import StandIn


@click.command()
@click.option("--seed", default=1, show_default=True, help="All chance is drawn from it.")
@click.option("--rounds", default=16, show_default=True, help="Scenes of two days each.")
@click.option(
    "--database", type=click.Choice(["sqlite", "postgres"]), default="sqlite", show_default=True
)
def main(seed: int, rounds: int, database: str) -> None:
    """Let processes die and Slack fail, and count the posts of every channel and date."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{folder / 'ledger.db'}"
        if database == "postgres":
            url = stack.enter_context(running_postgres(folder / "postgres"))()
        stand_in = stack.enter_context(StandIn())
        report = Campaign(url, stand_in, seed=seed, folder=folder).run(rounds)
    click.echo(report)
    sys.exit(bool(report.problems))


if __name__ == "__main__":
    main()
