"""How the program starts, logs, follows its data, bears trouble at Slack, and ends."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slack.bot_process import (
    MODES,
    SOCKET,
    BotProcess,
    command_line,
    environment,
    until,
)
from tests.slack.conversation import assert_kind, barrier
from tests.slack.example_data import (
    SUMMIT,
    SUMMIT_QUESTION,
    VETO,
    VETO_QUESTION,
    event,
    events,
    write_timeline,
)
from tests.slack.stand_in import Delivery, StandIn, workspace

NEW = "A telescope is raised on the island of Sakhalin"
LOOK_FOR_CHANGES = 30.0  # seconds; the bot looks every few seconds


@pytest.fixture
def own_bot(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BotProcess]:
    """A bot of this test's own, over Socket Mode unless the test names a mode."""
    data = tmp_path / "data"
    data.mkdir()
    write_timeline(data)
    mode = getattr(request, "param", SOCKET)
    with (
        StandIn() as stand_in,
        BotProcess(mode, stand_in, data=data, log=tmp_path / "log") as process,
    ):
        yield process


# Starting.


def start(data: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command_line("slack"),
        env=environment(TIMELINE_DATA=str(data), **settings),
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


def test_a_token_that_slack_refuses_ends_it_without_a_traceback(data: Path) -> None:
    with StandIn() as stand_in:
        result = start(
            data,
            SLACK_BOT_TOKEN="xoxb-0000-revoked",
            SLACK_APP_TOKEN=workspace.APP_TOKEN,
            SLACK_API_URL=stand_in.api_url,
        )
    said = result.stdout + result.stderr
    assert result.returncode not in {0, None}
    assert "Traceback" not in said
    assert "xoxb-0000-revoked" not in said
    assert "invalid_auth" in said


def test_broken_data_stops_it_at_the_start_with_a_report(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("timeline: [", "utf-8")
    result = start(
        tmp_path, SLACK_BOT_TOKEN=workspace.BOT_TOKEN, SLACK_APP_TOKEN=workspace.APP_TOKEN
    )
    said = result.stdout + result.stderr
    assert result.returncode in {1, 2}
    assert "broken.yaml:1:" in said
    assert "Traceback" not in said


# Ending.


@pytest.mark.parametrize("own_bot", MODES, indirect=True)
def test_it_ends_well_when_told_to(own_bot: BotProcess) -> None:
    own_bot.slack.reply(own_bot.slack.mention(SUMMIT_QUESTION))
    assert own_bot.terminate() == 0
    assert "Traceback" not in own_bot.output


@pytest.mark.parametrize("own_bot", MODES, indirect=True)
def test_a_question_in_hand_is_answered_before_it_ends(own_bot: BotProcess) -> None:
    own_bot.stand_in.fail_next("chat.postMessage", delay=1.0)
    own_bot.slack.mention(SUMMIT_QUESTION)
    assert own_bot.terminate() == 0
    assert [m for m in own_bot.stand_in.messages(workspace.CHANNEL) if SUMMIT in m.visible]


# Its log.


def test_the_log_holds_ids_and_outcome_but_no_token_and_no_question(
    slack: Delivery, bot: BotProcess
) -> None:
    before = len(bot.output)
    words = ["zanzibarite", "quokkafile", "wombatory", "numbatical"]
    channel = slack.mention(f"When did {words[0]} meet Putin?")
    direct = slack.direct_message(f"When did {words[1]} meet Putin?")
    command = slack.command(f"When did {words[2]} meet Putin?")
    shortcut = slack.shortcut(f"{words[3]} met Putin", callback_id="find_in_timeline")
    for sent in (channel, direct, command, shortcut):
        slack.reply(sent)
    barrier(slack)
    until(lambda: workspace.CHANNEL in bot.output[before:], 10, "the channel's id in the log")
    logged = bot.output
    secrets = (workspace.BOT_TOKEN, workspace.APP_TOKEN, workspace.SIGNING_SECRET)
    assert [secret for secret in secrets if secret in logged] == []
    assert [word for word in words if word in logged.lower()] == []
    assert "Putin" not in logged[before:]


# Its data.


def shown(slack: Delivery, text: str) -> str:
    return slack.reply(slack.command(text)).visible


def test_changed_data_is_picked_up_by_the_running_bot(own_bot: BotProcess) -> None:
    slack = own_bot.slack
    assert NEW not in shown(slack, "id new-entry")
    write_timeline(own_bot.data, [*events(), event("new-entry", "2024-06-19", NEW)])
    until(lambda: NEW in shown(slack, "id new-entry"), LOOK_FOR_CHANGES, "the new entry")
    assert NEW in shown(slack, "2024")


def test_a_new_file_beside_the_first_is_picked_up(own_bot: BotProcess) -> None:
    entry = '{"id": "new-entry", "date": "2024-06-19", "title": "' + NEW + '"}\n'
    (own_bot.data / "more.jsonl").write_text(entry, "utf-8")
    until(lambda: NEW in shown(own_bot.slack, "id new-entry"), LOOK_FOR_CHANGES, "the new file")
    assert SUMMIT in shown(own_bot.slack, "id 2019-summit")


def test_broken_data_is_reported_and_the_old_kept_until_it_is_mended(
    own_bot: BotProcess,
) -> None:
    slack, logged = own_bot.slack, len(own_bot.output)
    path = own_bot.data / "example.json"
    path.write_text(path.read_text("utf-8").replace("2019-04-25", "2019-13-25"), "utf-8")
    own_bot.wait_for_output("example.json:", after=logged, patience=LOOK_FOR_CHANGES)
    assert SUMMIT in shown(slack, "2019")
    write_timeline(own_bot.data, [*events(), event("new-entry", "2024-06-19", NEW)])
    until(lambda: NEW in shown(slack, "id new-entry"), LOOK_FOR_CHANGES, "the mended file")


def test_buttons_work_after_the_data_changed(own_bot: BotProcess) -> None:
    slack = own_bot.slack
    page = slack.reply(slack.command("2022"))
    write_timeline(own_bot.data, [event("2022-veto", "2022-05-26", VETO)])
    until(lambda: SUMMIT not in shown(slack, "2019"), LOOK_FOR_CHANGES, "the shorter file")
    for label in page.labels:
        reply = slack.reply(slack.click(page, label))
        assert_kind(reply)
    assert own_bot.stand_in.faults == ()


# Trouble at Slack.


def test_a_posting_that_is_rate_limited_is_tried_again(own_bot: BotProcess) -> None:
    own_bot.stand_in.fail_next("chat.postMessage", error="ratelimited", retry_after=1)
    reply = own_bot.slack.reply(own_bot.slack.mention(SUMMIT_QUESTION))
    assert SUMMIT in reply.visible


@pytest.mark.parametrize("trouble", ["reset", "status", "error"])
def test_the_bot_lives_on_when_a_posting_fails(own_bot: BotProcess, trouble: str) -> None:
    if trouble == "reset":
        own_bot.stand_in.fail_next("chat.postMessage", reset=True)
    elif trouble == "status":
        own_bot.stand_in.fail_next("chat.postMessage", status=500)
    else:
        own_bot.stand_in.fail_next("chat.postMessage", error="is_archived")
    assert own_bot.slack.mention(SUMMIT_QUESTION).ack.is_fine
    reply = own_bot.slack.reply(own_bot.slack.mention(VETO_QUESTION))
    assert VETO in reply.visible
    assert workspace.BOT_TOKEN not in own_bot.output


def test_an_answer_that_was_posted_is_not_posted_again_when_the_connection_breaks(
    own_bot: BotProcess,
) -> None:
    own_bot.stand_in.fail_next("chat.postMessage", reset=True, after=True)
    sent = own_bot.slack.mention(SUMMIT_QUESTION)
    own_bot.slack.reply(sent)
    barrier(own_bot.slack)
    assert len(own_bot.stand_in.messages(workspace.CHANNEL)) == 1
