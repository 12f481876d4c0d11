"""Buttons of the running bot: sharing, stepping, paging, and every way to press them wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from tests.slack.conversation import assert_kind, assert_tame, barrier
from tests.slack.example_data import (
    BULKY_YEAR,
    COSMODROME,
    HOW_MANY_BULKY,
    SUMMIT,
    SUMMIT_QUESTION,
    VETO,
    bulky_title,
    events,
)
from tests.slack.stand_in import Delivery, Message, Sent, workspace

OF_2022 = {entry["title"] for entry in events() if entry["date"].startswith("2022")}


def titles_in(message: Message) -> list[str]:
    return [title for title in OF_2022 for _ in range(message.visible.count(title))]


def share(slack: Delivery, message: Message, *, user: str = workspace.ASKER) -> Sent:
    sent = slack.click(message, "Share in channel", user=user)
    assert sent.ack.is_fine
    return sent


def public(slack: Delivery, sent: Sent) -> list[Message]:
    """What everybody in the channel got to see by sharing, when all is over."""

    def is_over() -> bool:
        # The person who shares is told so at the end.
        return any(m.is_private for m in slack.stand_in.messages(answers=sent.trigger))

    slack.stand_in.wait_for(is_over)
    others = barrier(slack)
    later = slack.stand_in.messages(sent.channel, since=sent.mark)
    return [m for m in later if not m.is_private and m not in others]


# Sharing.


def test_a_shared_answer_is_seen_by_everybody_with_all_it_held(slack: Delivery) -> None:
    private = slack.reply(slack.command("2019"))
    sent = share(slack, private)
    (shared,) = public(slack, sent)
    assert SUMMIT in shared.visible
    assert SUMMIT in shared.text
    assert "Share in channel" not in shared.labels
    assert_tame(shared, links="https://example.org/")


def test_sharing_twice_shares_once_and_answers_kindly_each_time(slack: Delivery) -> None:
    private = slack.reply(slack.command("2019"))
    first, second = share(slack, private), share(slack, private)
    assert len(public(slack, first)) == 1
    assert_kind(slack.reply(second))


def test_a_shared_random_entry_is_the_one_that_was_shown(slack: Delivery) -> None:
    for _ in range(5):
        private = slack.reply(slack.command("random"))
        (shared,) = public(slack, share(slack, private))
        assert shared.text.splitlines()[0] == private.text.splitlines()[0]


def test_what_is_shared_is_the_page_that_is_shown(slack: Delivery) -> None:
    second = slack.reply(slack.click(slack.reply(slack.command("2022")), "Show more"))
    (shared,) = public(slack, share(slack, second))
    assert titles_in(shared) == titles_in(second)


# Periods.


def test_a_year_leads_to_the_year_before_and_after(slack: Delivery) -> None:
    here = slack.reply(slack.command("2022"))
    after = slack.reply(slack.click(here, "2023"))
    assert COSMODROME in after.visible
    assert after.is_private
    back = slack.reply(slack.click(after, "2022"))
    assert back.visible == here.visible


def test_a_month_leads_to_the_month_before_and_after(slack: Delivery) -> None:
    here = slack.reply(slack.command("May 2022"))
    before = slack.reply(slack.click(here, "April 2022"))
    assert VETO not in before.visible
    assert VETO in slack.reply(slack.click(before, "May 2022")).visible


def test_there_is_no_step_beyond_what_is_recorded(slack: Delivery) -> None:
    first, last = slack.reply(slack.command("1998")), slack.reply(slack.command("2023"))
    assert not any("1997" in label for label in first.labels)
    assert not any("2024" in label for label in last.labels)


# Paging.


def test_show_more_shows_everything_and_nothing_twice(slack: Delivery) -> None:
    page = slack.reply(slack.command("2022"))
    seen = titles_in(page)
    while any(label.startswith("Show more") for label in page.labels):
        page = slack.reply(slack.click(page, "Show more"))
        seen += titles_in(page)
        assert len(seen) <= len(OF_2022)
    assert len(seen) == len(set(seen))
    assert set(seen) == OF_2022


def test_show_more_says_how_much_was_shown(slack: Delivery) -> None:
    page = slack.reply(slack.command("2022"))
    shown = len(titles_in(page))
    assert f"{shown} of 26" in page.visible


def test_show_more_works_under_a_public_answer_in_its_thread(slack: Delivery) -> None:
    question = slack.mention("What happened in 2022?")
    first = slack.reply(question)
    second = slack.reply(slack.click(first, "Show more", user=workspace.COLLEAGUE))
    assert titles_in(second)
    assert (second.thread_ts, second.user) == (question.ts, workspace.COLLEAGUE)
    assert_tame(second)


def test_the_same_button_pressed_twice_gives_the_same_page_twice(slack: Delivery) -> None:
    page = slack.reply(slack.command("2022"))
    once = slack.reply(slack.click(page, "Show more"))
    twice = slack.reply(slack.click(page, "Show more"))
    assert titles_in(once) == titles_in(twice) != []


def test_a_button_works_for_somebody_else(slack: Delivery) -> None:
    (shared,) = public(slack, share(slack, slack.reply(slack.command("2022"))))
    assert len(shared.labels) >= 3
    for label in shared.labels:
        sent = slack.click(shared, label, user=workspace.COLLEAGUE)
        assert sent.ack.is_fine
        reply = slack.reply(sent)
        assert_kind(reply)
        assert reply.user == workspace.COLLEAGUE, "others keep what they see"


def test_entries_of_any_size_fit_and_are_all_shown(slack: Delivery) -> None:
    page = slack.reply(slack.command(BULKY_YEAR))
    seen = [page.visible]
    while any(label.startswith("Show more") for label in page.labels):
        page = slack.reply(slack.click(page, "Show more"))
        seen.append(page.visible)
        assert len(seen) <= HOW_MANY_BULKY
        assert_tame(page)
    for number in range(1, HOW_MANY_BULKY + 1):
        assert sum(bulky_title(number) in shown for shown in seen) == 1
    (shared,) = public(slack, share(slack, page))
    assert_tame(shared)


# Everything that can be wrong with a press.

GARBAGE = [
    "",
    "garbage",
    "{",
    "null",
    "[]",
    '{"verb": "period"}',
    '{"verb": "id", "text": "no-such-entry", "offset": 0}',
    '{"v": "period", "t": "2022", "o": -5}',
    '{"v": "period", "t": "2022", "o": 1e99}',
    "999999999999999999999",
    "<!channel>",
    "a" * 2000,
]


@pytest.mark.parametrize("value", GARBAGE)
def test_a_garbled_value_is_answered_kindly(slack: Delivery, value: str) -> None:
    page = slack.reply(slack.command("2022"))
    for label in page.labels:
        sent = slack.click(page, label, changes={"value": value})
        assert sent.ack.is_fine
        for message in slack.stand_in.messages(answers=sent.trigger):
            assert_tame(message)
    barrier(slack)
    assert slack.reply(slack.click(page, "Show more"))


@pytest.mark.parametrize("change", [{"action_id": "no_such_action"}, {"value": None}])
def test_an_unknown_button_is_at_least_acknowledged(
    slack: Delivery, change: dict[str, Any]
) -> None:
    page = slack.reply(slack.command("2022"))
    assert slack.click(page, "Show more", changes=change).ack.is_fine
    barrier(slack)


def test_a_button_pressed_half_an_hour_later_still_works(slack: Delivery) -> None:
    page = slack.reply(slack.command("2022"))
    slack.stand_in.tickets.put_forward(24 * 3600)
    assert titles_in(slack.reply(slack.click(page, "Show more")))


def test_a_question_with_one_answer_has_no_show_more(slack: Delivery) -> None:
    reply = slack.reply(slack.mention(SUMMIT_QUESTION))
    assert not any(label.startswith("Show more") for label in reply.labels)
