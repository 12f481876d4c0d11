"""A daily post in Slack: whole in blocks and in text, tame, inside the limits, with its thread."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.responder import Responder
from bot.ledger.subscription import Subscription
from bot.search.indexing.building import build_index
from bot.slack.daily.compose import compose
from bot.timeline.daily_choice import MONDAY_TO_FRIDAY, DailyChoice
from bot.timeline.event import Event
from tests.examples import make_event, make_source, make_timeline
from tests.slack.daily.conftest import WORKSPACE, Bot, daily_timeline, start
from tests.slack.stand_in import Message, live_mentions, unescaped, workspace
from tests.slack.stand_in.blocks_check import message_refusal

DAY = date(2026, 4, 25)
HOSTILE = "<!channel> <!here|x> <@U0ASKER001> &amp; *b* _i_ `c` <http://e.vil|x> @here"


def subscription(**choice: Any) -> Subscription:
    return Subscription(
        7, WORKSPACE, workspace.CHANNEL, time(9), "Europe/Berlin", DailyChoice(**choice),
        workspace.ASKER,
    )  # fmt: skip


def post_of(*events: Event, day: date = DAY, **choice: Any) -> dict[str, Any]:
    responder = Responder(build_index(make_timeline(*events)))
    message = compose(subscription(**choice), day, responder, last=None)
    assert message is not None
    return message


def test_a_post_has_a_heading_entries_who_set_it_up_and_buttons() -> None:
    message = compose(subscription(), DAY, daily_timeline(), last=None)
    assert message is not None
    first, *_, who, buttons = message["blocks"]
    assert first["text"]["text"] == "On this day, 25 April"
    assert who["elements"][0]["text"] == f"Daily post, set up by <@{workspace.ASKER}>."
    assert [one["action_id"] for one in buttons["elements"]] == ["daily_more", "daily_settings"]
    assert buttons["elements"][1]["value"] == "7"
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)


def test_the_text_says_all_that_is_shown_and_mentions_nobody() -> None:
    message = compose(subscription(), DAY, daily_timeline(), last=None)
    assert message is not None
    heading, *entries, more = message["text"].split("\n")
    assert heading == "On this day, 25 April"
    assert len(entries) == 5
    assert "30 years ago" in entries[0]
    assert more == "and 3 more"
    assert "<@" not in message["text"]


def test_an_empty_day_makes_no_message() -> None:
    assert compose(subscription(), date(2026, 4, 26), daily_timeline(), last=None) is None


def test_days_before_stand_under_their_own_dates() -> None:
    message = post_of(
        make_event("a", "1976-05-02", "A round one"),
        day=date(2026, 5, 4),
        days=MONDAY_TO_FRIDAY,
    )
    assert "*Saturday, 2 May*" in str(message["blocks"])
    assert "Saturday, 2 May" in message["text"].split("\n")


def test_dates_of_history_are_plain_text() -> None:
    assert "<!date" not in str(post_of(make_event("a", "1976-04-25")))


def test_whoever_set_it_up_is_named_only_by_an_id_of_a_person() -> None:
    hostile = Subscription(
        7, WORKSPACE, "C1", subscription().at, "UTC", DailyChoice(), "!channel> <@U1"
    )
    message = compose(hostile, DAY, daily_timeline(), last=None)
    assert message is not None
    assert live_mentions(message) == []


TEXTS = st.text(max_size=60) | st.sampled_from([HOSTILE, "&" * 300, "<" * 2000, "あ" * 300, ""])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=1, max_size=12), st.booleans())
def test_any_post_is_one_that_slack_takes_and_wakes_nobody(
    texts: list[tuple[str, str, str]], is_weekly: bool
) -> None:
    events = [
        make_event(
            f"e{number}", f"{1900 + 5 * number}-04-2{4 if number % 3 else 5}", title[:300] or "x",
            summary=summary, note=note,
            sources=(make_source(title[:300] or "s", publisher=note[:300]),) * (number + 1),
        )
        for number, (title, summary, note) in enumerate(texts)
    ]  # fmt: skip
    responder = Responder(build_index(make_timeline(*events)))
    days = (5,) if is_weekly else (0, 1, 2, 3, 4, 5, 6)
    message = compose(subscription(days=days), DAY, responder, last=None)
    if message is None:
        return
    assert message_refusal(message) is None
    assert live_mentions(message) == [f"<@{workspace.ASKER}>"]
    assert unescaped(message) == []
    assert len(message["text"]) <= 4000


def posted(bot: Bot) -> Message:
    """Post a daily post as the clock does, and return what the channel sees."""
    message = compose(subscription(), DAY, daily_timeline(), last=None)
    assert message is not None
    bot.slack.app.client.chat_postMessage(
        token=workspace.BOT_TOKEN, channel=workspace.CHANNEL, **message
    )
    return bot.slack.stand_in.messages()[-1]


def test_show_more_posts_the_rest_into_the_thread_and_goes(bot: Bot) -> None:
    post = posted(bot)
    bot.slack.click(post, "Show more (3 left)")
    rest, without = bot.slack.stand_in.messages()[1:]
    assert (rest.thread_ts, rest.via) == (post.ts, "chat.postMessage")
    assert rest.visible.count("An event of ") == 3
    assert rest.visible.count(" years ago") == 3
    assert (without.replaces, without.labels) == (post.ts, ("Settings",))
    assert without.visible.splitlines()[0] == post.visible.splitlines()[0]
    assert not without.is_private


def test_show_more_pressed_twice_posts_once(bot: Bot) -> None:
    post = posted(bot)
    bot.slack.click(post, "Show more (3 left)")
    sent = bot.slack.click(post, "Show more (3 left)", user=workspace.COLLEAGUE)
    (told,) = bot.slack.stand_in.messages(since=sent.mark)
    assert told.user == workspace.COLLEAGUE
    assert "in the thread already" in told.visible


@pytest.mark.parametrize("trouble", [{"reset": True}, {"status": 500}])
def test_the_rest_that_did_not_arrive_is_posted_at_the_next_press(
    bot: Bot, trouble: dict[str, Any]
) -> None:
    post = posted(bot)
    bot.slack.stand_in.fail_next("chat.postMessage", **trouble)
    sent = bot.slack.click(post, "Show more (3 left)")
    (told,) = bot.slack.stand_in.messages(since=sent.mark)
    assert told.user == workspace.ASKER
    assert "press once more" in told.visible
    mark = bot.slack.stand_in.mark
    bot.slack.click(post, "Show more (3 left)")
    rest = bot.slack.stand_in.messages(since=mark)[0]
    assert (rest.is_private, rest.visible.count("An event of ")) == (False, 3)


def test_a_press_that_slack_delivers_twice_counts_once(bot: Bot) -> None:
    sent = bot.slack.click(posted(bot), "Show more (3 left)")
    mark = bot.slack.stand_in.mark
    bot.slack.send("interactive", sent.payload)
    assert bot.slack.stand_in.messages(since=mark) == ()


def test_a_bot_that_began_anew_finds_no_button_to_press_again(bot: Bot) -> None:
    bot.slack.click(posted(bot), "Show more (3 left)")
    shown = bot.slack.stand_in.messages()[-1]
    again = start(bot.slack.stand_in, bot.ledger)
    with pytest.raises(LookupError):
        again.click(shown, "Show more")


def test_entries_that_are_gone_from_the_data_are_said_to_be(bot: Bot) -> None:
    post = posted(bot)
    value = post.buttons[0]["value"].replace("-april", "-gone")
    sent = bot.slack.click(post, "Show more (3 left)", changes={"value": value})
    (told,) = bot.slack.stand_in.messages(since=sent.mark)
    assert told.is_private
    assert "no longer in the timeline" in told.visible


def test_that_entries_are_gone_is_said_in_private_where_the_response_url_fails(bot: Bot) -> None:
    post = posted(bot)
    bot.slack.stand_in.fail_next("response_url", status=404)
    sent = bot.slack.click(post, "Show more (3 left)", changes={"value": "of another version"})
    (told,) = bot.slack.stand_in.messages(since=sent.mark)
    assert (told.user, told.via) == (workspace.ASKER, "chat.postEphemeral")
    assert "no longer in the timeline" in told.visible


def test_settings_below_a_post_open_its_form(bot: Bot) -> None:
    bot.slack.command("subscribe 9:00 Berlin")
    (one,) = bot.here()
    sent = bot.slack.click(posted(bot), "Settings", changes={"value": str(one.id)})
    assert len(bot.slack.stand_in.recorder.modals) == 2  # at once, and then filled
    assert sent.ack.is_fine
    assert bot.slack.modal()["callback_id"] == "daily_form"
