"""What only Socket Mode can do to the running bot."""

from __future__ import annotations

import pytest

from tests.slack.bot_process import SOCKET, BotProcess
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION
from tests.slack.stand_in import Delivery, workspace

pytestmark = pytest.mark.parametrize("bot", [SOCKET], indirect=True)

RECONNECTION = 90.0  # seconds, on a machine that is busy
UNNOTICED = 25.0  # seconds; less than missing signs of life need to be noticed


def test_it_comes_back_when_slack_refreshes_the_connection(
    slack: Delivery, bot: BotProcess
) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.disconnect("refresh_requested")
    bot.stand_in.sockets.wait_connected(RECONNECTION, total=made + 1)
    sent = slack.mention(SUMMIT_QUESTION)  # the new connection is listened to at once
    assert sent.ack.is_fine
    assert SUMMIT in slack.reply(sent).visible


def test_what_comes_while_slack_keeps_it_waiting_for_a_new_connection_is_acknowledged(
    slack: Delivery, bot: BotProcess
) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.fail_next("apps.connections.open", delay=4.0)
    for _ in range(3):  # one new connection is enough
        bot.stand_in.sockets.disconnect("warning")
    assert slack.command("2022").ack.is_fine
    bot.stand_in.sockets.wait_connected(RECONNECTION, total=made + 1)
    assert slack.command("2022").ack.is_fine
    assert bot.stand_in.sockets.total_connections == made + 1


def test_it_comes_back_when_the_other_side_just_hangs_up(slack: Delivery, bot: BotProcess) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.hang_up()
    bot.stand_in.sockets.wait_connected(UNNOTICED, total=made + 1)
    assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible


def test_it_comes_back_when_the_connection_ends_without_a_word(
    slack: Delivery, bot: BotProcess
) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.cut()
    bot.stand_in.sockets.wait_connected(RECONNECTION, total=made + 1)
    assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible


def test_only_the_app_token_opens_sockets_and_only_the_bot_token_the_rest(
    slack: Delivery, bot: BotProcess
) -> None:
    slack.reply(slack.mention(SUMMIT_QUESTION))
    tokens = {(call.method == "apps.connections.open", call.token) for call in bot.stand_in.calls}
    assert tokens <= {(True, workspace.APP_TOKEN), (False, workspace.BOT_TOKEN), (False, "")}
