"""The App Home tells what this is, and answers in place."""

from __future__ import annotations

from typing import Any

import pytest

from bot.slack import memory, once, sending
from tests.slack.example_data import SUMMIT
from tests.slack.in_process import InProcess, seen
from tests.slack.stand_in import workspace
from tests.slack.stand_in.recording import buttons_in


def test_home_shows_today_examples_and_how_to_invite_the_bot(slack: InProcess) -> None:
    slack.open_home()
    shown = str(slack.stand_in.home_of(workspace.ASKER))
    for part in ("On this day, 25 April", SUMMIT, "/invite @timeline", "is stored"):
        assert part in shown


@pytest.mark.parametrize("trouble", [{"status": 500}, {"reset": True}, {"error": "fatal_error"}])
def test_home_is_published_once_slack_has_got_over_its_trouble(
    slack: InProcess, monkeypatch: pytest.MonkeyPatch, trouble: dict[str, Any]
) -> None:
    monkeypatch.setattr(sending, "PAUSES", (0.0, 0.0))
    slack.stand_in.fail_next("views.publish", **trouble, times=2)
    slack.open_home()
    assert SUMMIT in str(slack.stand_in.home_of(workspace.ASKER))


def home(slack: InProcess) -> dict[str, Any]:
    view = slack.stand_in.home_of(workspace.ASKER)
    assert view is not None
    return view


def examples(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [button for button in buttons_in(view["blocks"]) if "example" in button["action_id"]]


def test_an_example_at_home_is_answered_at_home_under_its_question(slack: InProcess) -> None:
    slack.open_home()
    for button in examples(home(slack)):
        assert slack.click_at_home(button["action_id"]).ack.is_fine
        heading, *rest = home(slack)["blocks"]
        assert heading["type"] == "header"
        assert heading["text"]["text"] == button["text"]["text"]
        assert "Source: " in str(rest)
        assert "do not know" not in str(rest)
    assert seen(slack) == ()


def test_a_way_back_leads_to_the_start(slack: InProcess) -> None:
    slack.open_home()
    start = home(slack)
    slack.click_at_home("show_example_0")
    assert examples(home(slack)) == examples(start)
    assert slack.click_at_home("‹ Back").ack.is_fine
    assert home(slack) == start


def test_what_is_stored_is_told_with_the_durations_that_hold(slack: InProcess) -> None:
    slack.open_home()
    shown = str(home(slack))
    assert (once.LIFETIME, memory.LIFETIME) == (3 * 3600, 2 * 3600)
    assert "the ids of handled messages for 3 hours" in shown
    assert "the last 6 questions of a conversation with the titles shown for 2 hours" in shown
