"""The doctor names what is wrong, one line each, with what to do, and its status tells."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.ledger.database import open_database, prepare
from bot.ledger.upkeep import note_tick
from bot.settings import Settings
from bot.slack.checkup import (
    Finding,
    Grade,
    check_database,
    check_door,
    check_token,
    check_zones,
)
from tests.slack.bot_process import command_line, environment, free_port
from tests.slack.example_data import write_timeline
from tests.slack.stand_in import StandIn, workspace

WELL, WARNING, WRONG = Grade.WELL, Grade.WARNING, Grade.WRONG


def now() -> datetime:
    return datetime.now(UTC)


def settings_at(api_url: str, **fields: str) -> Settings:
    given = {"app_token": workspace.APP_TOKEN, "api_url": api_url, **fields}
    return Settings(workspace.BOT_TOKEN, **given)  # type: ignore[arg-type]


def grades(findings: list[Finding]) -> dict[str, Grade]:
    return {finding.subject: finding.grade for finding in findings}


def test_all_is_well_at_a_slack_that_is_content() -> None:
    with StandIn() as stand_in:
        settings = settings_at(stand_in.api_url)
        found = [*check_token(settings, now=now()), check_door(settings)]
        assert grades(found) == {
            "SLACK_BOT_TOKEN": WELL,
            "scopes": WELL,
            "time": WELL,
            "SLACK_APP_TOKEN": WELL,
        }
        assert stand_in.faults == ()
        assert not [call for call in stand_in.calls if call.method.startswith("chat")]


def test_where_workspaces_install_the_app_no_token_is_missed() -> None:
    settings = Settings(
        "",
        signing_secret="8f742231" * 4,
        client_id="1.2",
        client_secret="def",
        encryption_keys=("k",),
    )
    found = [*check_token(settings, now=now()), check_door(settings)]
    assert grades(found) == {"workspaces": WELL, "SLACK_SIGNING_SECRET": WELL}


def test_what_is_no_signing_secret_by_its_looks_is_a_warning() -> None:
    finding = check_door(Settings(workspace.BOT_TOKEN, signing_secret="abc"))
    assert finding.grade is WARNING
    assert "abc" not in str(finding)


def test_a_scope_that_is_missing_is_named() -> None:
    with StandIn(scopes=frozenset({"chat:write", "commands"})) as stand_in:
        found = list(check_token(settings_at(stand_in.api_url), now=now()))
    (scopes,) = (finding for finding in found if finding.subject == "scopes")
    assert scopes.grade is WRONG
    assert "app_mentions:read, im:history are missing" in scopes.words


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_clock_that_is_off_is_told(hours: int) -> None:
    with StandIn() as stand_in:
        wrong_now = now() + timedelta(hours=hours)
        found = list(check_token(settings_at(stand_in.api_url), now=wrong_now))
    assert grades(found)["time"] is WRONG


def test_refused_tokens_and_an_unreachable_slack_are_told_without_the_tokens() -> None:
    with StandIn() as stand_in:
        settings = settings_at(stand_in.api_url, app_token="xapp-1-wrong")
        settings = Settings("xoxb-wrong", app_token=settings.app_token, api_url=settings.api_url)
        found = [*check_token(settings, now=now()), check_door(settings)]
    nowhere = settings_at(f"http://127.0.0.1:{free_port()}/api/")
    found += [*check_token(nowhere, now=now()), check_door(nowhere)]
    assert [finding.grade for finding in found] == [WRONG] * 4
    assert all(finding.remedy for finding in found)
    told = "\n".join(map(str, found))
    assert "invalid_auth" in told
    assert "Connection refused" in told
    assert "wrong" not in told.replace(WRONG.value, "", 4)


def test_a_database_is_looked_at_with_the_last_sign_of_the_clock(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/ledger.db")
    assert grades(list(check_database(engine, now=now()))) == {"database": WELL}
    prepare(engine)
    assert grades(list(check_database(engine, now=now())))["daily posts"] is WARNING
    note_tick(engine, process="here", now=now())
    assert grades(list(check_database(engine, now=now())))["daily posts"] is WELL
    later = now() + timedelta(hours=1)
    assert grades(list(check_database(engine, now=later)))["daily posts"] is WARNING


def test_a_database_that_is_away_or_not_migrated_is_told(
    new_postgres_database: Callable[[], str],
) -> None:
    away = open_database(f"postgresql://me:secret@127.0.0.1:{free_port()}/nothing")
    (finding,) = check_database(away, now=now())
    assert finding.grade is WRONG
    assert "secret" not in str(finding)
    (finding,) = check_database(open_database(new_postgres_database()), now=now())
    assert finding.grade is WRONG
    assert "timeline-bot migrate" in finding.remedy


def test_the_time_zone_is_told_with_its_time() -> None:
    finding = check_zones(ZoneInfo("Asia/Seoul"), now=datetime(2026, 1, 1, 20, tzinfo=UTC))
    assert finding.grade is WELL
    assert "2026-01-02 05:00 in Asia/Seoul" in finding.words


def run_doctor(data: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command_line("doctor", *arguments),
        env=environment(TIMELINE_DATA=str(data), **settings),
        cwd=data,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_command_says_it_in_lines_or_json_and_its_status_tells(tmp_path: Path) -> None:
    write_timeline(tmp_path)
    with StandIn() as stand_in:
        well = run_doctor(
            tmp_path,
            SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
            SLACK_APP_TOKEN=workspace.APP_TOKEN,
            SLACK_API_URL=stand_in.api_url,
            DATABASE_URL=f"sqlite:///{tmp_path}/ledger.db",
        )
    assert well.returncode == 0, well.stdout + well.stderr
    assert [line.split()[0] for line in well.stdout.splitlines()] == ["ok"] * 8
    (tmp_path / "broken.yaml").write_text("timeline: [", "utf-8")
    ill = run_doctor(tmp_path, "--json", DATABASE_URL="mysql://me:hushhush@db/x")
    assert ill.returncode == 1
    told = json.loads(ill.stdout)
    wrong = {finding["subject"] for finding in told if finding["grade"] == "wrong"}
    assert wrong == {"data", "settings", "database"}
    assert "hushhush" not in ill.stdout + ill.stderr
    assert "Traceback" not in ill.stderr
