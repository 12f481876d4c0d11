"""Mentions and direct messages: answered once, in their place, and nothing else is."""

from __future__ import annotations

import pytest

from bot.answers.responder import Responder
from tests.slack.conversation import assert_tame
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, VETO, VETO_QUESTION
from tests.slack.in_process import InProcess, make_app, make_desk, seen
from tests.slack.stand_in import Retry, StandIn, payloads, workspace


def test_a_mention_is_answered_in_the_thread_of_the_question(slack: InProcess) -> None:
    sent = slack.mention(SUMMIT_QUESTION)
    (reply,) = seen(slack)
    assert (reply.channel, reply.thread_ts, reply.is_private) == (sent.channel, sent.ts, False)
    assert SUMMIT in reply.visible
    assert SUMMIT in reply.text
    assert_tame(reply)


def test_a_mention_inside_a_thread_stays_in_it(slack: InProcess) -> None:
    slack.mention(SUMMIT_QUESTION, thread_ts="1700000000.000001")
    assert seen(slack)[0].thread_ts == "1700000000.000001"


def test_a_direct_message_goes_on_where_it_is_and_a_thread_stays_a_thread(
    slack: InProcess,
) -> None:
    top = slack.direct_message(SUMMIT_QUESTION)
    slack.direct_message(VETO_QUESTION, thread_ts=top.ts)
    first, second = seen(slack)
    assert (first.channel, first.thread_ts) == (workspace.DIRECT, "")
    assert second.thread_ts == top.ts
    assert VETO in second.visible


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_words_beside_a_file_or_broadcast_from_a_thread_are_a_question(
    slack: InProcess, subtype: str
) -> None:
    ts = slack.stand_in.tickets.new_ts()
    event = payloads.direct_message(SUMMIT_QUESTION, ts=ts, channel=workspace.DIRECT)
    slack.event(event | {"subtype": subtype})
    assert SUMMIT in seen(slack)[0].visible


@pytest.mark.parametrize("changes", [{"channel_type": "app_home"}, {"subtype": ""}])
def test_a_direct_message_in_an_older_form_is_answered(
    slack: InProcess, changes: dict[str, str]
) -> None:
    ts = slack.stand_in.tickets.new_ts()
    slack.event(payloads.direct_message(SUMMIT_QUESTION, ts=ts, channel=workspace.DIRECT) | changes)
    assert SUMMIT in seen(slack)[0].visible


def test_a_mention_whose_words_stand_in_its_blocks_alone_is_answered(slack: InProcess) -> None:
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    event = payloads.mention(text, ts=slack.stand_in.tickets.new_ts(), channel=workspace.CHANNEL)
    slack.event(event | {"text": ""})
    assert SUMMIT in seen(slack)[0].visible


@pytest.mark.parametrize("text", ["", "help"])
def test_help_names_the_command_as_it_is_called_here(responder: Responder, text: str) -> None:
    with StandIn() as stand_in:
        desk = make_desk(lambda: responder, command="/history")
        slack = InProcess(stand_in, make_app(stand_in, desk))
        slack.mention(text)
        slack.command(text, command="/history")
        for message in seen(slack):
            assert "/history September 2023" in message.visible
            assert "/timeline" not in message.visible
        assert slack.command("2019", command="/timeline").ack.body is None


def not_for_the_bot(ts: str) -> dict[str, dict[str, object]]:
    direct = payloads.direct_message(SUMMIT_QUESTION, ts=ts, channel=workspace.DIRECT)
    mention = payloads.mention(SUMMIT_QUESTION, ts=ts, channel=workspace.CHANNEL)
    bot = {"bot_id": workspace.OTHER_BOT_ID}
    return {
        "another bot": direct | bot,
        "another bot's mention": mention | bot,
        "a bot's profile": mention | {"bot_profile": {"id": "B1"}},
        "itself": mention | {"user": workspace.BOT_USER},
        "Slackbot": direct | {"user": "USLACKBOT"},
        "an old bot": payloads.example("bot_message") | {"ts": ts},
        "an edit": payloads.example("message_changed") | {"ts": ts},
        "an edited mention": mention | {"edited": {"user": workspace.ASKER, "ts": ts}},
        "a deletion": payloads.example("message_deleted") | {"ts": ts},
        "a join": payloads.example("channel_join") | {"ts": ts},
        "a channel's talk": payloads.channel_message("hello", ts=ts, channel=workspace.CHANNEL),
        "nobody": {key: value for key, value in direct.items() if key != "user"},
        "nowhere": {key: value for key, value in mention.items() if key != "channel"},
        "an uninstalled app": payloads.example("app_uninstalled"),
        "something unheard of": {"type": "unheard_of", "user": workspace.ASKER, "event_ts": ts},
        "the messages tab": payloads.app_home_opened(
            user=workspace.ASKER, tab="messages", view=None
        ),
    }


@pytest.mark.parametrize("name", not_for_the_bot("1.1"))
def test_what_is_no_question_is_acknowledged_and_unanswered(slack: InProcess, name: str) -> None:
    event = not_for_the_bot(slack.stand_in.tickets.new_ts())[name]
    assert slack.event(event).ack.status == 200
    assert slack.stand_in.calls == ()


# Once each.


def test_a_question_is_answered_once_however_often_it_is_delivered(slack: InProcess) -> None:
    sent = slack.mention(SUMMIT_QUESTION)
    assert slack.again(sent, retry=Retry(1)).ack.is_fine
    assert slack.again(sent, event_id="Ev0ANOTHER").ack.is_fine
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    slack.event(payloads.direct_message(text, ts=sent.ts, channel=sent.channel))
    assert len(seen(slack)) == 1


def test_a_repetition_while_the_first_is_in_hand_is_not_answered(responder: Responder) -> None:
    with StandIn() as stand_in:
        asked: list[object] = []

        def slow_responder() -> Responder:
            if len(asked) < 2:
                asked.append(slack.event(event, event_id="Ev0SAME"))
            return responder

        slack = InProcess(stand_in, make_app(stand_in, make_desk(slow_responder)))
        event = payloads.mention(SUMMIT_QUESTION, ts="1.1", channel=workspace.CHANNEL)
        slack.event(event, event_id="Ev0SAME")
        assert len(asked) == 1
        assert len(seen(slack)) == 1
