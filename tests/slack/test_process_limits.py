"""A person who asks too much is told so once, where only that person sees it."""

from __future__ import annotations

import pytest

from bot.answers.wording.en import ENGLISH
from tests.slack.bot_process import MODES, StartBot
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION
from tests.slack.stand_in import workspace

NOTICE = ENGLISH.too_many(9).partition(".")[0]


@pytest.mark.parametrize("mode", MODES)
def test_too_many_questions_get_one_private_notice_at_each_door(
    start_bot: StartBot, mode: str
) -> None:
    bot = start_bot(mode, TIMELINE_USER_LIMIT="3")
    slack, other = bot.slack, workspace.COLLEAGUE
    mentions = [slack.mention(SUMMIT_QUESTION) for _ in range(6)]
    assert all(sent.ack.is_fine for sent in mentions)
    slack.stand_in.wait_for_messages(4, channel=workspace.CHANNEL)
    commands = [slack.command("2019", user=other) for _ in range(6)]
    assert all(sent.ack.is_fine for sent in commands)
    third = slack.command("2019", user=workspace.OUTSIDER, channel=workspace.SIDE_CHANNEL)
    assert SUMMIT in slack.reply(third).visible
    in_channel = slack.stand_in.messages(workspace.CHANNEL)
    notices = [message for message in in_channel if NOTICE in message.text]
    assert [notice.user for notice in notices] == [workspace.ASKER, other]
    answers = [message for message in in_channel if message not in notices]
    assert len(answers) == 6
    bot.terminate()
    assert bot.output.count("outcome=too many, told before") == 4
    assert slack.stand_in.faults == ()


def test_a_direct_conversation_gets_its_notice_as_a_message(start_bot: StartBot) -> None:
    slack = start_bot(TIMELINE_USER_LIMIT="1").slack
    slack.reply(slack.direct_message(SUMMIT_QUESTION))
    assert NOTICE in slack.reply(slack.direct_message(SUMMIT_QUESTION)).text
