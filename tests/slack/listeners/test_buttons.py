"""Buttons: sharing, paging, stepping, and every way to press them wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.wording.en import ENGLISH
from bot.loading import load_responder
from tests.slack.conversation import assert_kind, assert_tame
from tests.slack.example_data import COSMODROME, events, write_timeline
from tests.slack.in_process import InProcess, make_app, make_desk, public, seen
from tests.slack.stand_in import StandIn, workspace


def test_an_answer_is_shared_once_and_then_loses_its_button(slack: InProcess) -> None:
    private = slack.reply(slack.command("2022"))
    slack.click(private, "Share in channel")
    slack.click(private, "Share in channel")
    (shared,) = public(slack)
    assert shared.channel == workspace.CHANNEL
    assert shared.visible.startswith("2022: 26 entries")
    assert "Shared by asker: /timeline 2022" in shared.visible
    assert shared.labels == ("‹ 2019", "2023 ›", "Show more (21 left)")
    assert_tame(shared)
    changed = [message for message in seen(slack) if message.replaces == private.ts]
    assert len(changed) == 2
    for message in changed:
        assert "Share in channel" not in message.labels
        assert ENGLISH.shared in message.visible


def test_what_could_not_be_shared_can_be_shared_again(slack: InProcess) -> None:
    private = slack.reply(slack.command("2019"))
    slack.stand_in.fail_next("response_url", status=500)
    slack.click(private, "Share in channel")
    assert public(slack) == []
    slack.click(private, "Share in channel")
    assert len(public(slack)) == 1


def test_the_next_page_of_a_private_answer_takes_its_place(slack: InProcess) -> None:
    first = slack.reply(slack.command("2022"))
    second = slack.reply(slack.click(first, "Show more"))
    assert (second.replaces, second.is_private) == (first.ts, True)
    assert "6–10 of 26" in second.visible
    back = slack.reply(slack.click(second, "Back to the first"))
    assert back.visible == first.visible


def test_a_year_leads_to_its_neighbours(slack: InProcess) -> None:
    here = slack.reply(slack.command("2022"))
    after = slack.reply(slack.click(here, "2023 ›"))
    assert COSMODROME in after.visible
    assert slack.reply(slack.click(after, "‹ 2022")).visible == here.visible


@pytest.mark.parametrize("user", [workspace.ASKER, workspace.COLLEAGUE])
def test_a_button_under_a_public_answer_answers_whoever_pressed_it(
    slack: InProcess, user: str
) -> None:
    question = slack.mention("What happened in 2022?")
    answer = slack.reply(question)
    page = slack.reply(slack.click(answer, "Show more", user=user))
    assert (page.user, page.thread_ts, page.replaces) == (user, question.ts, "")
    assert "6–10 of 26" in page.visible
    assert public(slack) == [answer]
    slack.click(page, "Share in channel", user=user)
    assert [message.thread_ts for message in public(slack)] == [question.ts, question.ts]


def test_a_page_in_a_direct_conversation_takes_the_place_of_the_last(slack: InProcess) -> None:
    answer = slack.reply(slack.direct_message("What happened in 2022?"))
    for _ in range(2):
        page = slack.reply(slack.click(answer, "Show more"))
        assert (page.replaces, page.is_private) == (answer.ts, False)
        assert "6–10 of 26" in page.visible


def test_the_same_press_delivered_twice_is_handled_once(slack: InProcess) -> None:
    sent = slack.click(slack.reply(slack.command("2022")), "Show more")
    count = len(seen(slack))
    assert slack.send("interactive", sent.payload).is_fine
    assert len(seen(slack)) == count


@pytest.mark.parametrize("value", ["", "garbage", "null", '{"v":1}', None, "<!channel>"])
@pytest.mark.parametrize("label", ["Show more", "Share"])
def test_a_button_nobody_knows_any_more_is_answered_kindly(
    slack: InProcess, label: str, value: str | None
) -> None:
    private = slack.reply(slack.command("2022"))
    reply = slack.reply(slack.click(private, label, changes={"value": value}))
    assert (reply.visible, reply.is_private, reply.replaces) == (ENGLISH.unknown_button, True, "")


def test_a_button_outlives_the_entries_it_was_about(tmp_path: Path) -> None:
    old = load_responder([write_timeline(tmp_path)])
    (gone,) = [one for one in events() if one["id"] == "2022-veto"]
    new = load_responder([write_timeline(tmp_path, [gone])])
    current = [old]
    with StandIn() as stand_in:
        slack = InProcess(stand_in, make_app(stand_in, make_desk(lambda: current[-1])))
        page = slack.reply(slack.command("2022"))
        single = slack.reply(slack.command("id 2019-summit"))
        current.append(new)
        for label in page.labels:
            assert_kind(slack.reply(slack.click(page, label)))
        shared = len(public(slack))
        reply = slack.reply(slack.click(single, "Share in channel"))
        assert "no entry with the id" in reply.visible
        assert len(public(slack)) == shared
