"""Questions to the running bot, in channels, direct messages, shortcuts and at its home."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from tests.slack.conversation import assert_kind, assert_silent, assert_tame, only_reply
from tests.slack.example_data import (
    ANNIVERSARY,
    COSMODROME,
    LAVROV,
    SOURCE_URL,
    SUMMIT,
    SUMMIT_QUESTION,
    UNKNOWN_QUESTION,
    VETO,
    VETO_QUESTION,
)
from tests.slack.stand_in import Delivery, Message, Sent, live_links, payloads, workspace
from tests.slack.stand_in.delivery import MENTION
from tests.slack.stand_in.recording import buttons_in

TITLES = (SUMMIT, VETO, COSMODROME, LAVROV)


def entries_in(message: Message) -> set[str]:
    return {title for title in TITLES if title in message.visible}


def test_a_mention_is_answered_in_the_thread_of_the_question(slack: Delivery) -> None:
    sent = slack.mention(SUMMIT_QUESTION)
    reply = only_reply(slack, sent)
    assert (reply.channel, reply.thread_ts) == (workspace.CHANNEL, sent.ts)
    assert SUMMIT in reply.visible
    assert "25 April 2019" in reply.visible
    assert SUMMIT in reply.text
    assert "25 April 2019" in reply.text
    assert live_links(reply.markup) == [f"{SOURCE_URL}2019-summit"]
    assert not reply.is_private


def test_a_mention_inside_a_thread_is_answered_in_that_thread(slack: Delivery) -> None:
    parent = slack.mention(SUMMIT_QUESTION)
    slack.reply(parent)
    follow_up = slack.mention(VETO_QUESTION, thread_ts=parent.ts)
    reply = only_reply(slack, follow_up)
    assert reply.thread_ts == parent.ts
    assert VETO in reply.visible


@pytest.mark.parametrize(
    "text",
    [
        f"{SUMMIT_QUESTION} {MENTION}",
        f"hey {MENTION}, {VETO_QUESTION}",
        f"{MENTION} {MENTION} {SUMMIT_QUESTION}",
        f"<@{workspace.BOT_USER}|timeline>: {SUMMIT_QUESTION}",
        f"{MENTION}\n\n{SUMMIT_QUESTION}\n",
        f"{MENTION}{SUMMIT_QUESTION}",
        f"{MENTION} <@{workspace.COLLEAGUE}> asks: {SUMMIT_QUESTION}",
    ],
)
def test_the_mention_may_stand_anywhere(slack: Delivery, text: str) -> None:
    ts = slack.stand_in.tickets.new_ts()
    sent = slack.event(payloads.mention(text, ts=ts, channel=workspace.CHANNEL))
    assert entries_in(slack.reply(sent)) & {SUMMIT, VETO}


def test_a_direct_message_is_answered_without_a_mention(slack: Delivery) -> None:
    sent = slack.direct_message(SUMMIT_QUESTION)
    reply = only_reply(slack, sent)
    assert reply.channel == workspace.DIRECT
    assert reply.thread_ts in {"", sent.ts}
    assert SUMMIT in reply.visible


def test_a_direct_message_with_a_mention_is_answered_as_well(slack: Delivery) -> None:
    reply = only_reply(slack, slack.direct_message(f"{MENTION} {SUMMIT_QUESTION}"))
    assert SUMMIT in reply.visible


def test_a_follow_up_in_a_direct_thread_stays_there(slack: Delivery) -> None:
    parent = slack.direct_message(SUMMIT_QUESTION)
    slack.reply(parent)
    follow_up = slack.direct_message(VETO_QUESTION, thread_ts=parent.ts)
    reply = only_reply(slack, follow_up)
    assert reply.thread_ts == parent.ts
    assert VETO in reply.visible


def test_people_are_answered_each_in_their_own_direct_messages(slack: Delivery) -> None:
    reply = slack.reply(slack.direct_message(SUMMIT_QUESTION, user=workspace.COLLEAGUE))
    assert reply.channel == workspace.COLLEAGUE_DIRECT


def test_an_unknown_thing_is_said_to_be_unknown(slack: Delivery) -> None:
    reply = only_reply(slack, slack.mention(UNKNOWN_QUESTION))
    assert "do not know" in reply.visible
    assert "do not know" in reply.text


@pytest.mark.parametrize("text", ["", "   ", "help", "Help", "HELP!", "?"])
def test_an_empty_mention_and_help_give_help(slack: Delivery, text: str) -> None:
    reply = only_reply(slack, slack.mention(text))
    assert_kind(reply)
    assert "/timeline" in reply.visible


def test_help_gives_three_examples_that_are_answered_when_asked(slack: Delivery) -> None:
    help_text = slack.reply(slack.direct_message("help")).visible
    examples = examples_in(slack)
    assert len(examples) == 3
    for example in examples:
        assert example in help_text
        reply = slack.reply(slack.direct_message(example))
        assert entries_in(reply), f"{example!r} got {reply.visible!r}"


def examples_in(slack: Delivery) -> list[str]:
    """The lines of the help that are questions about the data: each holds one of its words."""
    lines = slack.reply(slack.command("help")).visible.splitlines()
    words = ("Putin", "Kim", "Russia", "Lavrov", "leaders", "happened in")
    found = [line.strip("•*_–- “”\"'") for line in lines]
    return [line for line in dict.fromkeys(found) if any(word in line for word in words)]


# App Home and shortcut.


def home_after(slack: Delivery, act: Callable[[], Sent]) -> tuple[str, dict[str, Any]]:
    """Whose home was published after something was done, and what it shows."""
    homes = slack.stand_in.recorder
    before = len(homes.homes)
    assert act().ack.is_fine
    slack.stand_in.wait_for(lambda: len(homes.homes) > before)
    return homes.homes[-1]


def test_opening_the_home_tab_publishes_it(slack: Delivery) -> None:
    user, view = home_after(slack, slack.open_home)
    shown = json.dumps(view, ensure_ascii=False)
    assert user == workspace.ASKER
    for told in ("curated timeline", ANNIVERSARY, "/invite @timeline", "stored", "/timeline"):
        assert told in shown


def test_home_has_examples_that_are_answered_when_pressed(slack: Delivery) -> None:
    _, home = home_after(slack, slack.open_home)
    row = [one for one in buttons_in(home["blocks"]) if "example" in one["action_id"]]
    examples = [button["text"]["text"] for button in row]
    assert len(examples) >= 3
    for example in examples:
        _, view = home_after(slack, partial(slack.click_at_home, example))
        shown = json.dumps(view, ensure_ascii=False)
        assert any(title in shown for title in TITLES), example
        home_after(slack, slack.open_home)


def test_each_person_has_their_own_home(slack: Delivery) -> None:
    user, _ = home_after(slack, partial(slack.open_home, user=workspace.COLLEAGUE))
    assert user == workspace.COLLEAGUE


def test_opening_the_messages_tab_publishes_and_posts_nothing_wrong(slack: Delivery) -> None:
    assert_silent(slack, lambda: slack.open_home(tab="messages"))


def test_the_message_shortcut_answers_privately_about_the_text(slack: Delivery) -> None:
    sent = slack.shortcut(SUMMIT_QUESTION, callback_id=shortcut_id())
    reply = only_reply(slack, sent)
    assert (reply.is_private, reply.user) == (True, workspace.ASKER)
    assert SUMMIT in reply.visible
    assert_tame(reply)


@pytest.mark.parametrize("text", ["", "    ", "👍"])
def test_the_message_shortcut_on_a_message_without_words_is_answered_kindly(
    slack: Delivery, text: str
) -> None:
    reply = slack.reply(slack.shortcut(text, callback_id=shortcut_id()))
    assert_kind(reply)
    assert reply.is_private


def shortcut_id() -> str:
    return "find_in_timeline"
