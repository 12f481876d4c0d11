"""The slash command: every form is answered privately and can be shared."""

from __future__ import annotations

import pytest

from tests.slack.conversation import assert_kind, assert_tame, only_reply
from tests.slack.example_data import (
    ANNIVERSARY,
    COSMODROME,
    LAVROV,
    SUMMIT,
    SUMMIT_QUESTION,
    UNKNOWN_QUESTION,
    VETO,
    visits,
)
from tests.slack.stand_in import Delivery, workspace

IN_MAY = [visit["title"] for visit in visits() if visit["date"].startswith("2022-05")]


@pytest.mark.parametrize("text", ["payload", "payload={}", "the payload in 2022", "command=/x"])
def test_no_word_of_a_command_is_taken_for_a_part_of_the_request(
    slack: Delivery, text: str
) -> None:
    assert_kind(slack.reply(slack.command(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-05-26", [VETO]),
        ("26 May 2022", [VETO]),
        ("May 2022", [*IN_MAY, VETO]),
        ("2019..2021", [SUMMIT]),
        ("2010s", [LAVROV, SUMMIT]),
        ("2019", [SUMMIT]),
        ("2023", [COSMODROME]),
        ("today", [ANNIVERSARY]),
        ("TODAY", [ANNIVERSARY]),
        ("id 2019-summit", [SUMMIT]),
        (SUMMIT_QUESTION, [SUMMIT]),
    ],
)
def test_a_command_is_answered_privately_and_can_be_shared(
    slack: Delivery, text: str, expected: list[str]
) -> None:
    reply = only_reply(slack, slack.command(text))
    assert (reply.is_private, reply.user) == (True, workspace.ASKER)
    assert "Share in channel" in reply.labels
    places = [reply.visible.index(title) for title in expected]
    assert places == sorted(places), "in order of time"
    for title in expected:
        assert title in reply.text
    assert_tame(reply)


def test_a_year_says_how_many_there_are_and_shows_the_first(slack: Delivery) -> None:
    reply = slack.reply(slack.command("2022"))
    assert "26" in reply.visible
    assert visits()[0]["title"] in reply.visible
    assert any(label.startswith("Show more") for label in reply.labels)


def test_random_shows_one_entry(slack: Delivery) -> None:
    reply = slack.reply(slack.command("random"))
    assert "Share in channel" in reply.labels
    assert_kind(reply)


@pytest.mark.parametrize("text", ["", "  ", "help", "HELP", "?"])
def test_help_and_the_bare_command_give_help(slack: Delivery, text: str) -> None:
    reply = only_reply(slack, slack.command(text))
    assert reply.is_private
    assert "/timeline September 2023" in reply.visible


@pytest.mark.parametrize(
    "text",
    [
        UNKNOWN_QUESTION,
        "1850",
        "id no-such-entry",
        "id",
        "2022-13-45",
        "2022-02-30",
        "2021..2019",
        "999999",
        "0",
        "subscriptions",
    ],
)
def test_what_cannot_be_found_is_answered_kindly(slack: Delivery, text: str) -> None:
    reply = only_reply(slack, slack.command(text))
    assert reply.is_private
    assert_kind(reply)
    assert_tame(reply)


def test_the_command_works_in_a_direct_message(slack: Delivery) -> None:
    reply = slack.reply(slack.command("2019", channel=workspace.DIRECT))
    assert SUMMIT in reply.visible


def test_the_command_works_where_the_bot_was_never_invited(slack: Delivery) -> None:
    reply = slack.reply(slack.command("2019", channel=workspace.FOREIGN_CHANNEL))
    assert SUMMIT in reply.visible
    shared = slack.click(reply, "Share in channel")
    assert shared.ack.is_fine
    # The channel gets to see it, and the person is told so.
    assert all(SUMMIT in message.visible for message in slack.replies(shared, count=2))
