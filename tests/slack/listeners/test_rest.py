"""What no listener is for is acknowledged, so that Slack does not repeat it."""

from __future__ import annotations

import pytest

from tests.slack.in_process import InProcess, seen
from tests.slack.stand_in import workspace

OLD_BUTTON = {
    "type": "button",
    "action_id": "old",
    "text": {"type": "plain_text", "text": "Old"},
    "value": "x",
}


@pytest.mark.parametrize("action_id", ["no_such_action", "show", "share_all"])
def test_a_button_of_another_version_is_answered_kindly(slack: InProcess, action_id: str) -> None:
    private = slack.reply(slack.command("2022"))
    sent = slack.click(private, "Share", changes={"action_id": action_id})
    assert sent.ack.is_fine
    told = slack.reply(sent)
    assert told.is_private
    assert "I do not know this button any more" in told.visible
    assert "2022" in seen(slack)[0].visible, "what it stood under is still there"


def test_a_button_of_another_version_leads_back_to_the_start_at_home(slack: InProcess) -> None:
    slack.open_home()
    home = slack.stand_in.home_of(workspace.ASKER)
    assert home is not None
    old = {**home, "blocks": [{"type": "actions", "elements": [OLD_BUTTON]}]}
    slack.stand_in.recorder.add_home(workspace.ASKER, old)
    slack.click_at_home("Old")
    assert slack.stand_in.home_of(workspace.ASKER) == home


def test_a_command_of_another_name_is_ignored_and_the_setting_named_in_the_log(
    slack: InProcess, caplog: pytest.LogCaptureFixture
) -> None:
    assert slack.command("2022", command="/history").ack.is_fine
    assert seen(slack) == ()
    assert "TIMELINE_COMMAND" in caplog.text


def test_unknown_shortcuts_and_views_are_acknowledged_and_ignored(
    slack: InProcess,
) -> None:
    person = {"id": workspace.ASKER}
    view = {"type": "modal", "callback_id": "x", "state": {"values": {}}}
    submission = {"type": "view_submission", "user": person, "view": view}
    assert slack.shortcut("2022", callback_id="other").ack.status == 200
    assert slack.send("interactive", submission).status == 200
    assert seen(slack) == ()


@pytest.mark.parametrize("kind", ["app_rate_limited", "interactive_message", "view_closed", "new"])
def test_a_kind_of_payload_that_nobody_foresaw_is_acknowledged_and_ignored(
    slack: InProcess, kind: str
) -> None:
    payload = {"type": kind, "team_id": workspace.TEAM, "user": {"id": workspace.ASKER}}
    assert slack.send("interactive", payload).status == 200
    assert seen(slack) == ()
