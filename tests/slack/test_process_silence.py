"""What the running bot must not answer, and what it must answer only once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from tests.slack.conversation import assert_silent, barrier, only_reply
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION
from tests.slack.stand_in import Delivery, Message, Retry, payloads, workspace


def test_it_never_answers_itself(slack: Delivery) -> None:
    own = slack.reply(slack.direct_message(SUMMIT_QUESTION))
    assert_silent(slack, lambda: slack.event(payloads.own_message(own)))


def test_it_never_answers_its_own_mention_of_itself(slack: Delivery) -> None:
    own = slack.reply(slack.mention(SUMMIT_QUESTION))
    event = payloads.own_message(own) | {
        "type": "app_mention",
        "text": f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}",
        "ts": slack.stand_in.tickets.new_ts(),
    }
    assert_silent(slack, lambda: slack.event(event))


def test_it_never_answers_another_bot(slack: Delivery) -> None:
    ts = slack.stand_in.tickets.new_ts
    direct = payloads.other_bots_message(SUMMIT_QUESTION, ts=ts(), channel=workspace.DIRECT)
    old_style = payloads.example("bot_message") | {"text": SUMMIT_QUESTION, "ts": ts()}
    mention = payloads.other_bots_message(SUMMIT_QUESTION, ts=ts(), channel=workspace.CHANNEL) | {
        "type": "app_mention",
        "text": f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}",
    }
    del mention["channel_type"]
    for event in (direct, old_style, mention):
        assert_silent(slack, partial(slack.event, event))


@pytest.mark.parametrize("kind", ["message_changed", "message_deleted"])
def test_it_answers_neither_edits_nor_deletions(slack: Delivery, kind: str) -> None:
    asked = slack.direct_message(SUMMIT_QUESTION)
    slack.reply(asked)
    event = payloads.example(kind)
    for part in ("message", "previous_message"):
        if part in event:
            event[part] |= {"text": f"{part}: {SUMMIT_QUESTION}", "ts": asked.ts}
    event |= {"ts": slack.stand_in.tickets.new_ts()}
    assert_silent(slack, lambda: slack.event(event))


@pytest.mark.parametrize(
    "changes",
    [
        {"subtype": "channel_join"},
        {"subtype": "channel_leave"},
        {"subtype": "channel_topic", "topic": SUMMIT_QUESTION},
        {"subtype": "reminder_add"},
        {"subtype": "me_message"},
        {"subtype": "tombstone", "user": "USLACKBOT", "hidden": True},
        {"user": "USLACKBOT"},
    ],
)
def test_it_answers_no_notices_of_slack(slack: Delivery, changes: dict[str, Any]) -> None:
    ts = slack.stand_in.tickets.new_ts()
    event = payloads.direct_message(SUMMIT_QUESTION, ts=ts, channel=workspace.DIRECT) | changes
    assert_silent(slack, lambda: slack.event(event))


def test_it_answers_no_message_in_a_channel_that_does_not_address_it(slack: Delivery) -> None:
    ts = slack.stand_in.tickets.new_ts
    plain = payloads.channel_message(SUMMIT_QUESTION, ts=ts(), channel=workspace.CHANNEL)
    join = payloads.example("channel_join") | {"ts": ts()}
    for event in (plain, join):
        assert_silent(slack, partial(slack.event, event))


@pytest.mark.parametrize("name", ["app_uninstalled", "tokens_revoked"])
def test_events_that_ask_nothing_are_acknowledged_and_unanswered(
    slack: Delivery, name: str
) -> None:
    assert_silent(slack, lambda: slack.event(payloads.example(name)))


def test_a_mention_while_inviting_the_bot_is_an_ordinary_question(slack: Delivery) -> None:
    assert SUMMIT in only_reply(slack, slack.mention(SUMMIT_QUESTION)).visible


# Once each.


def answers_to(slack: Delivery, channel: str, *, since: int) -> list[Message]:
    """What was said in a channel, where something was said, once everything is over."""
    slack.stand_in.wait_for_messages(channel=channel, since=since)
    barrier(slack)
    return list(slack.stand_in.messages(channel, since=since))


@pytest.mark.parametrize("is_direct", [False, True])
def test_the_same_event_delivered_again_is_answered_once(slack: Delivery, is_direct: bool) -> None:
    ask = slack.direct_message if is_direct else slack.mention
    sent = ask(SUMMIT_QUESTION)
    for number in (1, 2, 3):
        assert slack.again(sent, retry=Retry(number)).ack.is_fine
    assert len(answers_to(slack, sent.channel, since=sent.mark)) == 1


@pytest.mark.parametrize("is_direct", [False, True])
def test_the_same_message_under_another_event_id_is_answered_once(
    slack: Delivery, is_direct: bool
) -> None:
    ask = slack.direct_message if is_direct else slack.mention
    sent = ask(SUMMIT_QUESTION)
    assert slack.again(sent, event_id=slack.stand_in.tickets.new_id("Ev")).ack.is_fine
    assert len(answers_to(slack, sent.channel, since=sent.mark)) == 1


def test_a_mention_that_also_comes_as_a_direct_message_is_answered_once(slack: Delivery) -> None:
    ts, mark = slack.stand_in.tickets.new_ts(), slack.stand_in.mark
    text, channel = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}", workspace.DIRECT
    assert slack.event(payloads.direct_message(text, ts=ts, channel=channel)).ack.is_fine
    assert slack.event(payloads.mention(text, ts=ts, channel=channel)).ack.is_fine
    assert len(answers_to(slack, channel, since=mark)) == 1


def test_copies_that_arrive_at_the_same_moment_are_answered_once(slack: Delivery) -> None:
    rounds = 5
    for _ in range(rounds):
        ts, mark = slack.stand_in.tickets.new_ts(), slack.stand_in.mark
        text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
        deliver = partial(slack.event, payloads.mention(text, ts=ts, channel=workspace.CHANNEL))
        same = slack.stand_in.tickets.new_id("Ev")
        ids = [same, same, same, slack.stand_in.tickets.new_id("Ev")]
        with ThreadPoolExecutor(len(ids)) as pool:
            copies = [pool.submit(deliver, event_id=event_id) for event_id in ids]
            sent = [copy.result() for copy in copies]
        assert all(one.ack.is_fine for one in sent)
        assert len(answers_to(slack, workspace.CHANNEL, since=mark)) == 1


def test_a_repeated_delivery_whose_first_never_came_is_answered(slack: Delivery) -> None:
    ts = slack.stand_in.tickets.new_ts()
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    event = payloads.mention(text, ts=ts, channel=workspace.CHANNEL)
    assert SUMMIT in only_reply(slack, slack.event(event, retry=Retry(1))).visible


def test_messages_of_the_same_moment_in_two_channels_are_both_answered(slack: Delivery) -> None:
    ts = slack.stand_in.tickets.new_ts()
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    for channel in (workspace.CHANNEL, workspace.SIDE_CHANNEL):
        sent = slack.event(payloads.mention(text, ts=ts, channel=channel))
        assert (slack.reply(sent).channel, slack.reply(sent).thread_ts) == (channel, ts)


def test_the_same_words_asked_again_are_answered_again(slack: Delivery) -> None:
    mark = slack.stand_in.mark
    for _ in range(2):
        slack.reply(slack.mention(SUMMIT_QUESTION))
    assert len(answers_to(slack, workspace.CHANNEL, since=mark)) == 2


def test_many_questions_at_once_are_all_acknowledged_in_time_and_answered(
    slack: Delivery,
) -> None:
    with ThreadPoolExecutor(20) as pool:
        asked = list(pool.map(lambda _: slack.mention(SUMMIT_QUESTION), range(20)))
    assert all(sent.ack.is_fine for sent in asked)
    for sent in asked:
        (reply,) = slack.stand_in.wait_for_messages(
            channel=workspace.CHANNEL, thread_ts=sent.ts, since=0
        )
        assert SUMMIT in reply.visible
