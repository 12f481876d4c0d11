"""Processes that die, a Slack that fails and clocks that jump: no date is posted for twice."""

from __future__ import annotations

from pathlib import Path

from tests.daily_campaign.campaign import Campaign
from tests.slack.stand_in import StandIn

# SQLite has the changes of the clocks, PostgreSQL the ends of February and of a year.
FIRST = {"sqlite": 0, "postgresql+psycopg": 4}
ROUNDS = {"sqlite": 4, "postgresql+psycopg": 3}


def test_no_date_is_posted_for_twice_and_every_silence_is_explained(
    database_url: str, tmp_path: Path
) -> None:
    """Each database has some of the scenes; `python -m tests.daily_campaign` plays them all."""
    database, _, _ = database_url.partition(":")
    with StandIn() as stand_in:
        report = Campaign(database_url, stand_in, seed=20261126, folder=tmp_path).run(
            ROUNDS[database], first=FIRST[database]
        )
    assert report.problems == [], str(report)
    # It would prove nothing if nothing had been posted, or nothing had gone wrong.
    assert report.posts > report.expected / 2 > 20, str(report)
    assert report.deaths > 5, str(report)
    assert len(report.faults) > 3, str(report)
