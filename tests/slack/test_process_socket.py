"""What only Socket Mode can do to the running bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.slack.bot_process import SOCKET, BotProcess, StartBot
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, event, events, write_timeline
from tests.slack.stand_in import Delivery, workspace

over_the_socket = pytest.mark.parametrize("bot", [SOCKET], indirect=True)

RECONNECTION = 90.0  # seconds, on a machine that is busy
UNNOTICED = 25.0  # seconds; less than missing signs of life need to be noticed


@over_the_socket
def test_it_comes_back_when_slack_refreshes_the_connection(
    slack: Delivery, bot: BotProcess
) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.disconnect("refresh_requested")
    bot.stand_in.sockets.wait_connected(RECONNECTION, total=made + 1)
    sent = slack.mention(SUMMIT_QUESTION)  # the new connection is listened to at once
    assert sent.ack.is_fine
    assert SUMMIT in slack.reply(sent).visible


@over_the_socket
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


@over_the_socket
def test_it_comes_back_when_the_other_side_just_hangs_up(slack: Delivery, bot: BotProcess) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.hang_up()
    bot.stand_in.sockets.wait_connected(UNNOTICED, total=made + 1)
    assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible


@over_the_socket
def test_it_comes_back_when_the_connection_ends_without_a_word(
    slack: Delivery, bot: BotProcess
) -> None:
    made = bot.stand_in.sockets.total_connections
    bot.stand_in.sockets.cut()
    bot.stand_in.sockets.wait_connected(RECONNECTION, total=made + 1)
    assert SUMMIT in slack.reply(slack.mention(SUMMIT_QUESTION)).visible


@over_the_socket
def test_only_the_app_token_opens_sockets_and_only_the_bot_token_the_rest(
    slack: Delivery, bot: BotProcess
) -> None:
    slack.reply(slack.mention(SUMMIT_QUESTION))
    tokens = {(call.method == "apps.connections.open", call.token) for call in bot.stand_in.calls}
    assert tokens <= {(True, workspace.APP_TOKEN), (False, workspace.BOT_TOKEN), (False, "")}


# In JSON as it goes over the socket each of these letters takes six bytes.
_MANY_LETTERS = "Переговоры продолжались до позднего вечера и закончились ничем. " * 12


def test_an_answer_that_no_frame_of_the_socket_holds_arrives_all_the_same(
    start_bot: StartBot, tmp_path: Path
) -> None:
    many = [
        event(
            f"talks-{number}", f"1971-0{number}-03", f"Переговоры номер {number}",
            summary=_MANY_LETTERS,
        )
        for number in range(1, 6)
    ]  # fmt: skip
    everybody = [f"Участник переговоров с очень длинным именем {one:03}" for one in range(150)]
    many += [
        event(f"of-{number}", "1972", f"Встреча {number}", people=[one])
        for number, one in enumerate(everybody)
    ]
    write_timeline(tmp_path / "data", [*events(), *many])
    bot = start_bot(SOCKET)
    made, slack = bot.stand_in.sockets.total_connections, bot.slack
    sent = slack.command("1971")
    assert sent.ack.is_fine
    shown = slack.reply(sent)
    assert "Переговоры номер 1" in shown.visible
    assert shown.is_private
    modals = len(bot.stand_in.recorder.modals)
    assert slack.command("subscribe").ack.is_fine
    bot.stand_in.wait_for(lambda: len(bot.stand_in.recorder.modals) > modals)
    assert len(slack.suggest("daily_people", "участник")) > 20
    assert bot.stand_in.sockets.total_connections == made
    assert bot.stand_in.faults == ()
