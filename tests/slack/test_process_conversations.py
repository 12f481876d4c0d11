"""Conversations with the running bot, in threads and in direct messages."""

from __future__ import annotations

import pytest

from tests.slack.bot_process import MODES, StartBot
from tests.slack.conversation import assert_kind, assert_tame, barrier, only_reply
from tests.slack.example_data import COSMODROME, SUMMIT, SUMMIT_QUESTION, visits
from tests.slack.stand_in import Delivery, Message, Retry, Sent, workspace

LEADERS = "everything about Kim Jong Un"
VISITS = [visit["title"] for visit in visits()]


def titles_in(message: Message) -> list[str]:
    return [title for title in VISITS if title in message.visible]


def in_thread(slack: Delivery, parent: Sent, text: str) -> Message:
    return slack.reply(slack.mention(text, thread_ts=parent.ts))


def test_a_follow_up_in_a_thread_knows_what_was_asked_and_shown(slack: Delivery) -> None:
    parent = slack.mention(LEADERS)
    assert SUMMIT in slack.reply(parent).visible
    follow_up = slack.mention("and the second?", thread_ts=parent.ts)
    reply = only_reply(slack, follow_up)
    assert COSMODROME in reply.visible
    assert SUMMIT not in reply.visible
    assert reply.thread_ts == parent.ts


def test_what_about_another_year_keeps_the_subject(slack: Delivery) -> None:
    parent = slack.mention(SUMMIT_QUESTION)
    slack.reply(parent)
    assert COSMODROME in in_thread(slack, parent, "what about 2023").visible


def test_a_conversation_of_two_goes_on(slack: Delivery) -> None:
    slack.reply(slack.direct_message(LEADERS, user=workspace.COLLEAGUE))
    reply = slack.reply(slack.direct_message("and the second?", user=workspace.COLLEAGUE))
    assert COSMODROME in reply.visible


def test_a_thread_in_direct_messages_is_a_conversation_of_its_own(slack: Delivery) -> None:
    question = slack.direct_message(LEADERS)
    answer = slack.reply(question)
    slack.reply(slack.direct_message("2022"))
    barrier(slack)  # the answer's own timestamp is known once its posting has returned
    for root in (question.ts, answer.ts):
        assert (
            COSMODROME
            in slack.reply(slack.direct_message("and the second?", thread_ts=root)).visible
        )


def test_new_question_begins_afresh(slack: Delivery) -> None:
    parent = slack.mention(LEADERS)
    slack.reply(parent)
    assert_kind(in_thread(slack, parent, "new question"))
    reply = in_thread(slack, parent, "and the second?")
    assert COSMODROME not in reply.visible


def test_a_question_that_is_delivered_twice_is_remembered_once(slack: Delivery) -> None:
    parent = slack.mention("farmers")
    slack.reply(parent)
    slack.again(parent, retry=Retry(1))
    barrier(slack)
    assert titles_in(in_thread(slack, parent, "the second one")) == VISITS[1:2]


def test_pages_of_a_follow_up_hold_all_that_it_found(slack: Delivery) -> None:
    parent = slack.mention("farmers")
    slack.reply(parent)
    page = in_thread(slack, parent, "what about 2022?")
    found = titles_in(page)
    while any(label.startswith("Show more") for label in page.labels):
        page = slack.reply(slack.click(page, "Show more", user=workspace.COLLEAGUE))
        found += titles_in(page)
        assert_tame(page)
        assert len(found) <= len(VISITS)
    assert sorted(found) == sorted(VISITS)


@pytest.mark.parametrize("mode", MODES)
def test_after_a_restart_old_buttons_work_and_follow_ups_are_answered_kindly(
    start_bot: StartBot, mode: str
) -> None:
    first = start_bot(mode)
    parent = first.slack.mention("farmers")
    first.slack.reply(parent)
    page = in_thread(first.slack, parent, "what about 2022?")
    first.restart()
    second = first.slack.reply(first.slack.click(page, "Show more"))
    assert titles_in(second) == VISITS[5:10]
    assert_kind(in_thread(first.slack, parent, "and the second?"))


# What the command understands, said in other places.


@pytest.mark.parametrize("is_direct", [False, True])
def test_a_year_leads_to_its_neighbours(slack: Delivery, is_direct: bool) -> None:
    sent = slack.direct_message("2022") if is_direct else slack.mention("2022")
    answer = only_reply(slack, sent)
    assert "26" in answer.visible.splitlines()[0]
    assert answer.labels == ("‹ 2019", "2023 ›", "Show more (21 left)")
    assert SUMMIT in slack.reply(slack.click(answer, "‹ 2019")).visible


@pytest.mark.parametrize("is_direct", [False, True])
def test_random_shows_one_entry_with_its_id(slack: Delivery, is_direct: bool) -> None:
    sent = slack.direct_message("random") if is_direct else slack.mention("random")
    answer = only_reply(slack, sent)
    entry_id = answer.visible.splitlines()[-1]
    assert entry_id.startswith("id ")
    again = slack.reply(slack.command(entry_id))
    assert again.text == answer.text


def test_an_entry_can_be_asked_for_by_its_id(slack: Delivery) -> None:
    assert SUMMIT in only_reply(slack, slack.mention("id 2019-summit")).visible
