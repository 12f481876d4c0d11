"""The message shortcut answers privately about somebody's message."""

from __future__ import annotations

import pytest

from bot.answers.wording.en import ENGLISH
from tests.slack.example_data import LAVROV, SUMMIT, SUMMIT_QUESTION, UNKNOWN_QUESTION
from tests.slack.in_process import InProcess
from tests.slack.stand_in import workspace


def test_the_shortcut_answers_privately_about_a_message(slack: InProcess) -> None:
    text = f"&gt; I wonder: <@U0COLLEAG1> {SUMMIT_QUESTION} <https://example.com/|here>"
    reply = slack.reply(slack.shortcut(text, callback_id="find_in_timeline"))
    assert (reply.via, reply.user) == ("response_url", workspace.ASKER)
    assert SUMMIT in reply.visible
    assert "Share in channel" in reply.labels


def test_the_shortcut_works_where_the_bot_is_no_member(slack: InProcess) -> None:
    sent = slack.shortcut(
        SUMMIT_QUESTION, callback_id="find_in_timeline", channel=workspace.FOREIGN_CHANNEL
    )
    assert SUMMIT in slack.reply(sent).visible


def test_the_shortcut_on_a_message_without_words_says_so(slack: InProcess) -> None:
    sent = slack.shortcut("<@U0COLLEAG1>", callback_id="find_in_timeline")
    assert slack.reply(sent).visible == ENGLISH.no_text


@pytest.mark.parametrize(
    "holding",
    [
        {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": SUMMIT_QUESTION}}]},
        {"attachments": [{"text": SUMMIT_QUESTION, "color": "#000000"}]},
    ],
)
def test_the_words_of_an_apps_message_may_stand_in_its_blocks(
    slack: InProcess, holding: dict[str, object]
) -> None:
    payload = slack.shortcut("?", callback_id="find_in_timeline").payload
    mark = slack.stand_in.mark
    payload["message"] |= {"text": "", **holding}
    slack.send("interactive", payload | {"trigger_id": slack.stand_in.tickets.new_trigger()})
    (reply,) = slack.stand_in.messages(since=mark)
    assert SUMMIT in reply.visible


@pytest.mark.parametrize("text", [UNKNOWN_QUESTION, "help", "thanks", "👍", "1850"])
def test_the_shortcut_says_that_nothing_matches_in_words_that_fit_a_message(
    slack: InProcess, text: str
) -> None:
    reply = slack.reply(slack.shortcut(text, callback_id="find_in_timeline"))
    first, *_ = reply.visible.splitlines()
    assert first == f"*{ENGLISH.no_match}*"
    assert reply.text.startswith(ENGLISH.no_match)
    assert "Try:" not in reply.visible


def test_the_nearest_entries_to_a_message_are_shown_as_such(slack: InProcess) -> None:
    text = "Lavrov visits Tokyo for the summit of leaders"
    reply = slack.reply(slack.shortcut(text, callback_id="find_in_timeline"))
    first, second, *_ = reply.visible.splitlines()
    assert first == f"*{ENGLISH.no_match}*"
    assert second.startswith("The nearest entr")
    assert LAVROV in reply.visible
    assert reply.labels == ()
