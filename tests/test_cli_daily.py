"""The commands for the ledger: how they are asked, and how they answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.example_files import run


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test a ledger of its own, in the folder where the program expects it."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def test_the_ledger_is_migrated_once() -> None:
    assert run("migrate").stdout.startswith("The ledger was brought to v")
    assert run("migrate").stdout.startswith("The ledger is already at v")


def test_a_new_ledger_has_no_deliveries_and_nothing_is_due(store: Path) -> None:
    since = "2026-11-26T08:00+09:00"
    assert run("deliveries", "--since", since).stdout == "none since 2026-11-25 23:00 UTC\n"
    assert run("post-due", "--dry-run", "--data", store).stdout == "nothing is due\n"


@pytest.mark.parametrize(
    "since", ["90m", "36h", "7d", "2W", "2026-11-26", "2026-11-26T08:00", "2026-11-26T08:00+09:00"]
)
def test_how_far_back_may_be_said_in_several_ways(since: str) -> None:
    assert run("deliveries", "--since", since).exit_code == 0


@pytest.mark.parametrize("since", ["yesterday", "", "7", "-3d", "99999999d", "2026-13-01"])
def test_what_is_no_time_is_refused(since: str) -> None:
    result = run("deliveries", "--since", since)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_the_clock_names_every_setting_that_it_misses() -> None:
    result = run("clock")
    assert result.exit_code == 2
    assert "SLACK_BOT_TOKEN" in result.stderr
    assert "SLACK_APP_TOKEN" not in result.stderr  # it is never called by Slack
