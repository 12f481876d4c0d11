"""The slash command is answered privately, and hostile text in it or in the data is tame."""

from __future__ import annotations

import pytest

from tests.slack.conversation import assert_tame
from tests.slack.example_data import HOSTILE_ID, SUMMIT, SUMMIT_QUESTION, UNKNOWN_QUESTION, VETO
from tests.slack.in_process import InProcess, public, seen
from tests.slack.stand_in import payloads, workspace


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", SUMMIT),
        ("26 May 2022", VETO),
        ("id 2019-summit", SUMMIT),
        (payloads.typed(SUMMIT_QUESTION), SUMMIT),
        (UNKNOWN_QUESTION, "do not know"),
        ("help", "/timeline September 2023"),
    ],
)
def test_a_command_is_answered_privately_in_its_acknowledgement(
    slack: InProcess, text: str, expected: str
) -> None:
    slack.command(text)
    (reply,) = seen(slack)
    assert (reply.via, reply.user) == ("ack", workspace.ASKER)
    assert expected in reply.visible
    assert_tame(reply)


def test_today_is_the_day_that_the_desk_says(slack: InProcess) -> None:
    slack.command("today")
    assert "25 April" in seen(slack)[0].visible
    assert SUMMIT in seen(slack)[0].visible


@pytest.mark.parametrize("text", [f"id {HOSTILE_ID}", "1999", "id <!channel> *x* http://e.vil"])
def test_hostile_text_is_shown_and_not_obeyed(slack: InProcess, text: str) -> None:
    reply = slack.reply(slack.command(text))
    assert_tame(reply, links="https://example.org/a?q=1&amp;r=2#part")
    if "Share in channel" in reply.labels:
        slack.click(reply, "Share in channel")
        assert_tame(public(slack)[0], links="https://example.org/a?q=1&amp;r=2#part")
