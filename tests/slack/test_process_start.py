"""How the program starts, names what is wrong with its settings, and ends."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.slack.bot_process import MODES, StartBot, command_line, environment, free_port
from tests.slack.conversation import barrier
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, write_timeline
from tests.slack.stand_in import StandIn, workspace


def start(data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command_line("slack"),
        env=environment(**{"TIMELINE_DATA": str(data), **settings}),
        cwd=data,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_timeline(folder)
    return folder


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({}, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]),
        ({"SLACK_BOT_TOKEN": workspace.BOT_TOKEN}, ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET"]),
        ({"SLACK_APP_TOKEN": workspace.APP_TOKEN}, ["SLACK_BOT_TOKEN"]),
        ({"SLACK_SIGNING_SECRET": "abc123", "PORT": "3000"}, ["SLACK_BOT_TOKEN"]),
        (
            {"SLACK_BOT_TOKEN": "xapp-wrong-kind", "SLACK_APP_TOKEN": "xoxb-wrong-kind"},
            ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"],
        ),
        (
            {
                "SLACK_BOT_TOKEN": "nonsense",
                "SLACK_SIGNING_SECRET": workspace.SIGNING_SECRET,
                "PORT": "eighty",
                "TIMELINE_COMMAND": "no slash",
            },
            ["SLACK_BOT_TOKEN", "PORT", "TIMELINE_COMMAND"],
        ),
        (
            {
                "SLACK_BOT_TOKEN": workspace.BOT_TOKEN,
                "SLACK_APP_TOKEN": workspace.APP_TOKEN,
                "SLACK_API_URL": "not an address",
            },
            ["SLACK_API_URL"],
        ),
        (
            {"DATABASE_URL": "mysql://me@host/name", "TIMELINE_DATA": "/nope", "PORT": "eighty"},
            ["SLACK_BOT_TOKEN", "PORT", "DATABASE_URL: mysql", "TIMELINE_DATA: /nope"],
        ),
    ],
)
def test_missing_and_malformed_settings_are_named_all_at_once(
    data: Path, settings: dict[str, str], named: list[str]
) -> None:
    result = start(data, **settings)
    said = result.stdout + result.stderr
    assert result.returncode == 2, said
    assert "Traceback" not in said
    assert [name for name in named if name not in said] == []
    secrets = [value for name, value in settings.items() if "TOKEN" in name or "SECRET" in name]
    assert [secret for secret in secrets if secret in said] == []


@pytest.mark.parametrize(
    ("bot_token", "app_token", "named"),
    [
        ("xoxb-0000-revoked", workspace.APP_TOKEN, "SLACK_BOT_TOKEN"),
        (workspace.BOT_TOKEN, "xapp-0000-revoked", "SLACK_APP_TOKEN"),
    ],
)
def test_a_token_that_slack_refuses_is_named_without_a_traceback(
    data: Path, bot_token: str, app_token: str, named: str
) -> None:
    with StandIn() as stand_in:
        result = start(
            data,
            SLACK_BOT_TOKEN=bot_token,
            SLACK_APP_TOKEN=app_token,
            SLACK_API_URL=stand_in.api_url,
        )
    said = result.stdout + result.stderr
    assert result.returncode == 2
    assert named in said
    assert "invalid_auth" in said
    assert "Traceback" not in said
    assert "0000-revoked" not in said


@pytest.mark.parametrize(
    ("method", "trouble", "told"),
    [
        ("auth.test", {"error": "internal_error"}, "it has trouble of its own (internal_error)"),
        ("auth.test", {"status": 200}, "what answers there is not Slack (status 200)"),
        ("auth.test", {"half": True}, "IncompleteRead"),
        ("auth.test", {"error": "ratelimited", "retry_after": 3600}, "it asks for a long pause"),
        ("apps.connections.open", {"error": "fatal_error"}, "trouble of its own (fatal_error)"),
    ],
)
def test_trouble_of_slacks_at_the_start_is_blamed_on_no_token(
    data: Path, method: str, trouble: dict[str, Any], told: str
) -> None:
    with StandIn() as stand_in:
        stand_in.fail_next(method, **trouble)
        result = start(
            data,
            SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
            SLACK_APP_TOKEN=workspace.APP_TOKEN,
            SLACK_API_URL=stand_in.api_url,
        )
    said = result.stdout + result.stderr
    assert result.returncode == 2
    assert told in said.splitlines()[-1]
    assert "SLACK_BOT_TOKEN" not in said
    assert "SLACK_APP_TOKEN" not in said
    assert "Traceback" not in said


@pytest.mark.parametrize("mode", MODES)
def test_no_proxy_comes_between_where_the_environment_says_so(
    start_bot: StartBot, mode: str
) -> None:
    bot = start_bot(mode, HTTPS_PROXY="http://127.0.0.1:1", NO_PROXY="localhost,127.0.0.1")
    assert SUMMIT in bot.slack.reply(bot.slack.mention(SUMMIT_QUESTION)).visible


def test_it_can_be_stopped_while_slack_lets_it_wait_to_connect(data: Path) -> None:
    with StandIn() as stand_in:
        stand_in.fail_next("apps.connections.open", error="ratelimited", retry_after=3600)
        settings = {
            "SLACK_BOT_TOKEN": workspace.BOT_TOKEN,
            "SLACK_APP_TOKEN": workspace.APP_TOKEN,
            "SLACK_API_URL": stand_in.api_url,
        }
        with subprocess.Popen(
            command_line("slack"),
            env=environment(**{"TIMELINE_DATA": str(data), **settings}),
            cwd=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            assert process.stdout is not None
            assert any("Rate limited" in line for line in process.stdout)
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0


def test_a_port_in_use_is_said_at_once_and_before_slack_is_asked(data: Path) -> None:
    with socket.socket() as other, StandIn() as stand_in:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = start(
            data,
            SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
            SLACK_SIGNING_SECRET=workspace.SIGNING_SECRET,
            SLACK_API_URL=stand_in.api_url,
            PORT=port,
        )
        assert stand_in.calls == ()
    said = result.stdout + result.stderr
    assert result.returncode == 2
    assert said.splitlines() == [
        f"PORT: port {port} is in use by another program. "
        "End that program, or set PORT to a port that is free."
    ]


def test_a_port_of_metrics_in_use_is_said_in_a_line(data: Path) -> None:
    with socket.socket() as other, StandIn() as stand_in:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        result = start(
            data,
            SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
            SLACK_SIGNING_SECRET=workspace.SIGNING_SECRET,
            SLACK_API_URL=stand_in.api_url,
            PORT=str(free_port()),
            TIMELINE_METRICS_PORT=port,
        )
    said = result.stdout + result.stderr
    assert result.returncode == 2
    assert said.splitlines()[-1].startswith(f"TIMELINE_METRICS_PORT: port {port} cannot be used")
    assert "Traceback" not in said


def test_slack_out_of_reach_is_said_without_a_traceback(data: Path) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}/api/"
    result = start(
        data,
        SLACK_BOT_TOKEN=workspace.BOT_TOKEN,
        SLACK_APP_TOKEN=workspace.APP_TOKEN,
        SLACK_API_URL=nowhere,
    )
    said = result.stdout + result.stderr
    assert result.returncode == 2
    assert nowhere in said
    assert "Connection refused" in said
    assert "Traceback" not in said


def test_broken_data_stops_it_at_the_start_with_a_report(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("timeline: [", "utf-8")
    result = start(
        tmp_path, SLACK_BOT_TOKEN=workspace.BOT_TOKEN, SLACK_APP_TOKEN=workspace.APP_TOKEN
    )
    said = result.stdout + result.stderr
    assert result.returncode in {1, 2}
    assert "broken.yaml:" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("mode", MODES)
def test_the_command_may_have_another_name(start_bot: StartBot, mode: str) -> None:
    slack = start_bot(mode, TIMELINE_COMMAND="/history").slack
    reply = slack.reply(slack.command("2019", command="/history"))
    assert SUMMIT in reply.visible
    assert "/history 2023" in slack.reply(slack.command("help", command="/history")).visible
    unknown = slack.command("2019", command="/timeline")
    assert unknown.ack.is_fine
    assert slack.stand_in.messages(answers=unknown.trigger) == ()


# Ending.


@pytest.mark.parametrize("mode", MODES)
def test_it_ends_well_when_interrupted(start_bot: StartBot, mode: str) -> None:
    bot = start_bot(mode)
    bot.slack.reply(bot.slack.mention(SUMMIT_QUESTION))
    assert bot.terminate(signal.SIGINT) == 0
    assert "Traceback" not in bot.output


@pytest.mark.parametrize("mode", MODES)
def test_a_question_in_hand_is_answered_before_it_ends(start_bot: StartBot, mode: str) -> None:
    bot = start_bot(mode)
    bot.stand_in.fail_next("chat.postMessage", delay=1.0)
    bot.slack.mention(SUMMIT_QUESTION)
    # Hosts may say it more than once.
    assert bot.terminate(signal.SIGTERM, signal.SIGTERM) == 0
    assert [m for m in bot.stand_in.messages(workspace.CHANNEL) if SUMMIT in m.visible]
    assert "Traceback" not in bot.output


def test_it_ends_well_before_anybody_asked_anything(start_bot: StartBot) -> None:
    bot = start_bot()
    assert bot.terminate() == 0
    assert bot.stand_in.faults == ()


def test_two_bots_side_by_side_do_not_disturb_each_other(start_bot: StartBot) -> None:
    first, second = start_bot(), start_bot()
    first.terminate()
    barrier(second.slack)
