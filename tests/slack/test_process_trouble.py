"""Trouble at Slack's side, and faults inside the running bot."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.slack.workers import THREADS
from tests.slack.bot_process import MODES, BotProcess, StartBot
from tests.slack.conversation import assert_tame, barrier
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, VETO, VETO_QUESTION
from tests.slack.stand_in import workspace


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
    own_bot.wait_for_output("outcome=not sent")  # the next answer must not meet the trouble
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
    public = [m for m in own_bot.stand_in.messages(workspace.CHANNEL) if not m.is_private]
    assert len(public) == 1


def test_while_slack_has_trouble_of_its_own_the_asker_hears_of_it_as_soon_as_it_is_over(
    own_bot: BotProcess,
) -> None:
    own_bot.stand_in.fail_next("chat.postMessage", status=500)
    own_bot.stand_in.fail_next("chat.postEphemeral", status=500)
    sent = own_bot.slack.mention(SUMMIT_QUESTION)
    (told,) = own_bot.stand_in.wait_for_messages(channel=workspace.CHANNEL, since=sent.mark)
    assert told.user == workspace.ASKER
    assert "please ask again" in told.visible


class Held:
    """Lets every call of one method hang until it is let go."""

    def __init__(self, method: str) -> None:
        self._method = method
        self.let_go = threading.Event()

    def begin(self, method: str, args: dict[str, Any]) -> None:
        """Hang, if it is the method."""
        del args
        if method == self._method:
            self.let_go.wait(60)

    def end(self, method: str, args: dict[str, Any]) -> None:
        """Nothing ends here."""


def test_homes_for_which_slack_takes_long_hold_up_no_answer(own_bot: BotProcess) -> None:
    own_bot.stand_in.trouble.watch = held = Held("views.publish")
    try:
        for _ in range(2 * THREADS):
            assert own_bot.slack.open_home().ack.is_fine
        assert SUMMIT in own_bot.slack.reply(own_bot.slack.mention(SUMMIT_QUESTION)).visible
    finally:
        held.let_go.set()


@pytest.mark.parametrize("error", ["invalid_blocks", "msg_blocks_too_long"])
def test_blocks_that_slack_refuses_are_sent_as_plain_words(own_bot: BotProcess, error: str) -> None:
    own_bot.stand_in.fail_next("chat.postMessage", error=error)
    sent = own_bot.slack.mention(SUMMIT_QUESTION)
    reply = own_bot.slack.reply(sent)
    assert SUMMIT in reply.text
    assert reply.thread_ts == sent.ts
    assert_tame(reply)
    assert own_bot.stand_in.faults == ()


@pytest.mark.parametrize("mode", MODES)
def test_slow_answers_do_not_hold_up_a_command(start_bot: StartBot, mode: str) -> None:
    slow = 20  # more than there are threads to answer in
    bot = start_bot(mode)
    bot.stand_in.fail_next("chat.postMessage", delay=2.0, times=slow)
    with ThreadPoolExecutor(slow) as pool:
        asked = list(pool.map(lambda _: bot.slack.mention(SUMMIT_QUESTION), range(slow)))
    command = bot.slack.command("2019")
    assert command.ack.elapsed < 1.0
    assert SUMMIT in bot.slack.reply(command).visible
    assert all(sent.ack.is_fine for sent in asked)
    bot.stand_in.wait_for_messages(slow, channel=workspace.CHANNEL)


# Faults inside. A file that Python reads at its start makes the engine stumble over one word.

SABOTAGE = """
import bot.answers.responder as room

rightly = room.Responder.answer

def answer(self, question, **more):
    if "stumble" in question:
        raise RuntimeError("could not make sense of " + question)
    return rightly(self, question, **more)

room.Responder.answer = answer
"""


@pytest.mark.parametrize("mode", MODES)
def test_a_fault_inside_gives_an_apology_with_a_reference_that_is_in_the_log(
    start_bot: StartBot, tmp_path: Path, mode: str
) -> None:
    (tmp_path / "sitecustomize.py").write_text(SABOTAGE, "utf-8")
    bot = start_bot(mode, PYTHONPATH=str(tmp_path))
    slack, question = bot.slack, "please stumble over quokkafile"
    page = slack.reply(slack.command("2022"))
    value = next(b["value"] for b in page.buttons if b["text"]["text"].startswith("Show more"))
    stumbling = value.replace("period", "ask").replace("2022", question)
    asked = [
        slack.mention(question),
        slack.direct_message(question),
        slack.command(question),
        slack.shortcut(question, callback_id="find_in_timeline"),
        slack.click(page, "Show more", changes={"value": stumbling}),
        slack.click(page, "Share in channel", changes={"value": stumbling}),
    ]
    for sent in asked:
        assert sent.ack.is_fine
        apology = slack.reply(sent)
        found = re.search(r"reference:? (\w+)", apology.visible, re.IGNORECASE)
        assert found, apology.visible
        bot.wait_for_output(found[1])
        assert found[1] in apology.text
        assert len(apology.visible) < 300
        assert "quokkafile" not in apology.visible
        assert_tame(apology)
    barrier(slack)
    assert "quokkafile" not in bot.output
    assert "RuntimeError" in bot.output
    assert slack.stand_in.faults == ()
