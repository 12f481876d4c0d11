"""Follow-ups lean on what was asked and shown before in the same conversation."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from bot.answers.responder import Responder
from bot.answers.wording.en import ENGLISH
from bot.loading import load_responder
from tests.slack.example_data import (
    COSMODROME,
    SUMMIT,
    SUMMIT_QUESTION,
    VETO_QUESTION,
    visits,
    write_timeline,
)
from tests.slack.in_process import InProcess, make_app, make_desk, public
from tests.slack.stand_in import Message, Retry, Sent, StandIn, payloads, workspace

LEADERS = "everything about Kim Jong Un"
VISITS = [visit["title"] for visit in visits()]


def titles_in(message: Message) -> list[str]:
    return [title for title in VISITS if title in message.visible]


def in_thread(slack: InProcess, parent: Sent, text: str) -> Message:
    return slack.reply(slack.mention(text, thread_ts=parent.thread_ts or parent.ts))


def asked_about_visits(slack: InProcess) -> tuple[Sent, Message]:
    """A thread in which the last answer is a follow-up of 23 entries."""
    parent = slack.mention("farmers")
    return parent, in_thread(slack, parent, "what about 2022?")


# What a conversation is.


def test_a_follow_up_in_the_thread_of_a_mention_knows_what_was_shown(slack: InProcess) -> None:
    parent = slack.mention(LEADERS)
    second = in_thread(slack, parent, "and the second?")
    assert COSMODROME in second.visible
    assert SUMMIT not in second.visible
    assert second.thread_ts == parent.ts


def test_a_follow_up_of_a_follow_up_reaches_back_as_well(slack: InProcess) -> None:
    parent = slack.mention(SUMMIT_QUESTION)
    in_thread(slack, parent, "and after that?")
    assert COSMODROME in in_thread(slack, parent, "what about 2023?").visible


def test_a_direct_conversation_is_remembered_without_threads(slack: InProcess) -> None:
    slack.direct_message(LEADERS)
    assert COSMODROME in slack.reply(slack.direct_message("and the second?")).visible


@pytest.mark.parametrize("is_under_answer", [False, True])
def test_a_thread_under_a_direct_message_begins_with_what_was_said(
    slack: InProcess, is_under_answer: bool
) -> None:
    question = slack.direct_message(LEADERS)
    answer = slack.reply(question)
    slack.direct_message(VETO_QUESTION)
    root = answer.ts if is_under_answer else question.ts
    reply = slack.reply(slack.direct_message("and the second?", thread_ts=root))
    assert COSMODROME in reply.visible
    assert reply.thread_ts == root


def test_other_threads_channels_and_people_know_nothing_of_it(slack: InProcess) -> None:
    parent = slack.mention(LEADERS)
    slack.direct_message(LEADERS)
    elsewhere = [
        slack.mention("and the second?"),
        slack.mention("and the second?", channel=workspace.SIDE_CHANNEL, thread_ts=parent.ts),
        slack.direct_message("and the second?", user=workspace.COLLEAGUE),
    ]
    for sent in elsewhere:
        assert COSMODROME not in slack.reply(sent).visible


def test_the_entry_that_was_shown_at_random_can_be_asked_about(slack: InProcess) -> None:
    parent = slack.mention("random")
    shown = slack.reply(parent).text.split(" id ")[-1]
    assert shown in in_thread(slack, parent, "where was it?").visible


# What is remembered.


def test_new_question_drops_what_was_asked(slack: InProcess) -> None:
    parent = slack.mention(LEADERS)
    assert "new question" in in_thread(slack, parent, "new question").visible.lower()
    assert COSMODROME not in in_thread(slack, parent, "and the second?").visible


@pytest.mark.parametrize("text", ["thanks", "help", ""])
def test_help_and_kind_words_leave_the_conversation_as_it_was(slack: InProcess, text: str) -> None:
    parent = slack.mention(LEADERS)
    in_thread(slack, parent, text)
    assert COSMODROME in in_thread(slack, parent, "and the second?").visible


def test_repetitions_and_edits_add_nothing(responder: Responder) -> None:
    with StandIn() as stand_in:
        desk = make_desk(lambda: responder)
        slack = InProcess(stand_in, make_app(stand_in, desk))
        sent = slack.mention(LEADERS)
        place = (workspace.TEAM, sent.channel, sent.ts)
        known = desk.memory.turns(place)
        assert [turn.is_question for turn in known] == [True, False]
        slack.again(sent, retry=Retry(1))
        slack.again(sent, event_id="Ev0ANOTHER")
        edit = payloads.mention(VETO_QUESTION, ts="9.9", channel=sent.channel, thread_ts=sent.ts)
        slack.event(edit | {"edited": {"user": workspace.ASKER, "ts": "9.9"}})
        slack.event(payloads.example("message_changed") | {"thread_ts": sent.ts})
        assert desk.memory.turns(place) == known


def test_pressing_buttons_adds_nothing(responder: Responder) -> None:
    with StandIn() as stand_in:
        desk = make_desk(lambda: responder)
        slack = InProcess(stand_in, make_app(stand_in, desk))
        _, answer = asked_about_visits(slack)
        place = (workspace.TEAM, answer.channel, answer.thread_ts)
        known = desk.memory.turns(place)
        page = slack.reply(slack.click(answer, "Show more"))
        slack.click(page, "Share in channel")
        assert desk.memory.turns(place) == known != ()


# Buttons under a follow-up.


def test_show_more_under_a_follow_up_shows_the_rest_of_that_answer(slack: InProcess) -> None:
    _, page = asked_about_visits(slack)
    assert "5 of 23" in page.visible
    found = titles_in(page)
    while any(label.startswith("Show more") for label in page.labels):
        page = slack.reply(slack.click(page, "Show more"))
        found += titles_in(page)
        assert len(found) <= len(VISITS)
    assert sorted(found) == sorted(VISITS)
    assert "21–23 of 23" in page.visible
    back = slack.reply(slack.click(page, "Back to the first"))
    assert titles_in(back) == VISITS[:5]


def test_a_page_of_a_follow_up_is_shared_as_it_stands(slack: InProcess) -> None:
    _, answer = asked_about_visits(slack)
    page = slack.reply(slack.click(answer, "Show more"))
    slack.click(page, "Share in channel")
    shared = public(slack)[-1]
    assert titles_in(shared) == titles_in(page) != []
    assert "Shared by asker: what about 2022?" in shared.visible


def test_buttons_under_a_follow_up_outlive_the_process_that_made_them(
    slack: InProcess, responder: Responder
) -> None:
    _, answer = asked_about_visits(slack)
    # Another process, that knows nothing of the conversation.
    later = InProcess(slack.stand_in, make_app(slack.stand_in, make_desk(lambda: responder)))
    page = later.reply(later.click(answer, "Show more"))
    assert "6–10 of 23" in page.visible
    assert titles_in(page) == VISITS[5:10]


@pytest.mark.parametrize("door", ["command", "mention", "shortcut"])
def test_buttons_under_a_question_too_long_for_them_show_the_same_entries(
    slack: InProcess, door: str
) -> None:
    question = f"What happened in 2022 {'please ' * 200} with the farmers?"
    say: dict[str, Callable[[str], Sent]] = {
        "command": slack.command,
        "mention": slack.mention,
        "shortcut": partial(slack.shortcut, callback_id="find_in_timeline"),
    }
    answer = slack.reply(say[door](question))
    assert titles_in(answer) == VISITS[:5]
    page = slack.reply(slack.click(answer, "Show more"))
    assert titles_in(page) == VISITS[5:10]
    slack.click(page, "Share in channel")
    assert titles_in(public(slack)[-1]) == VISITS[5:10]


def test_a_follow_up_with_more_than_a_button_holds_says_so(tmp_path: Path) -> None:
    entries = [visit | {"id": visit["id"].ljust(120, "x")} for visit in visits()]
    responder = load_responder([write_timeline(tmp_path, entries)])
    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, make_desk(lambda: responder)))
        _, page = asked_about_visits(slack)
        assert "5 of 23" in page.visible
        assert ENGLISH.narrower in page.visible
        page = slack.reply(slack.click(page, "Show more"))
        assert titles_in(page) == VISITS[5 : 5 + len(titles_in(page))] != []
        assert ENGLISH.narrower not in page.visible


# Everything that the command understands.


@pytest.mark.parametrize("is_direct", [False, True])
def test_a_year_is_listed_with_its_neighbours(slack: InProcess, is_direct: bool) -> None:
    say = slack.direct_message if is_direct else slack.mention
    answer = slack.reply(say("2022"))
    assert answer.visible.startswith("2022: 26 entries")
    assert answer.labels == ("‹ 2019", "2023 ›", "Show more (21 left)")
    assert COSMODROME in slack.reply(slack.click(answer, "2023 ›")).visible


@pytest.mark.parametrize("text", ["id 2019-summit", "2019-summit", "`2019-summit`"])
def test_an_id_shows_its_entry(slack: InProcess, text: str) -> None:
    reply = slack.reply(slack.mention(text))
    assert SUMMIT in reply.visible
    assert reply.visible.splitlines()[-1] == "id 2019-summit"


def test_today_and_random_are_understood_in_a_mention(slack: InProcess) -> None:
    assert slack.reply(slack.mention("today")).visible.startswith("On this day, 25 April")
    assert "Source: " in slack.reply(slack.mention("random")).visible
