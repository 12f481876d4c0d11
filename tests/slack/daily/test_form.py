"""The form of a daily post: opened from every door, filled, sent, and told what is wrong."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ledger.subscription import State
from bot.slack.daily.filled import read_form
from bot.slack.daily.vocabulary import Vocabulary
from bot.timeline.daily_choice import EVERY_DAY, SUNDAY_TO_THURSDAY, LeapDay, WhenEmpty
from tests.examples import make_event, make_timeline
from tests.slack.daily.conftest import Bot
from tests.slack.stand_in import Message, Sent, workspace


def element(bot: Bot, block_id: str) -> dict[str, Any]:
    """The input of one field of the modal that is open."""
    fields = {block["block_id"]: block["element"] for block in bot.slack.modal()["blocks"]}
    found: dict[str, Any] = fields[block_id]
    return found


def later(bot: Bot, sent: Sent) -> tuple[Message, ...]:
    return bot.slack.stand_in.messages(since=sent.mark)


def test_subscribe_opens_the_form_for_its_channel(bot: Bot) -> None:
    assert bot.slack.command("subscribe").ack.body is None
    assert element(bot, "channel")["initial_conversation"] == workspace.CHANNEL
    assert element(bot, "time")["initial_time"] == "09:00"
    assert element(bot, "zone")["initial_option"]["value"] == "Europe/London"
    assert bot.here() == ()


def test_what_was_typed_without_a_time_fills_the_form(bot: Bot) -> None:
    bot.slack.command("subscribe Seoul mon,fri tag:treaty empty:month 29feb:1-march")
    assert element(bot, "zone")["initial_option"]["value"] == "Asia/Seoul"
    assert [one["value"] for one in element(bot, "chosen")["initial_options"]] == ["0", "4"]
    assert element(bot, "tags")["initial_options"][0]["value"] == "treaty"
    bot.slack.submit({"time": "21:30"})
    (one,) = bot.here()
    assert (one.at, one.zone, one.choice.days) == (time(21, 30), "Asia/Seoul", (0, 4))
    assert (one.choice.when_empty, one.choice.leap_day) == (WhenEmpty.MONTH, LeapDay.MARCH_1)


def test_a_form_from_the_command_is_answered_where_it_was_typed(bot: Bot) -> None:
    bot.slack.command("subscribe")
    sent = bot.slack.submit()
    assert sent.ack.is_fine
    told, answer = sorted(later(bot, sent), key=lambda message: message.is_private)
    assert told.channel == workspace.CHANNEL
    assert f"<@{workspace.ASKER}> has set up a daily post here: every day at 09:00" in told.text
    assert answer.via == "response_url"
    assert "The next one comes in a moment." in answer.text


def test_a_form_left_open_for_an_hour_is_answered_all_the_same(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("response_url", "expired_url")
    bot.slack.command("subscribe")
    bot.slack.stand_in.tickets.put_forward(3600)
    sent = bot.slack.submit()
    told, answer = sorted(later(bot, sent), key=lambda message: message.is_private)
    assert (told.channel, told.is_private) == (workspace.CHANNEL, False)
    assert (answer.channel, answer.user) == (workspace.CHANNEL, workspace.ASKER)
    assert "The next one comes in a moment." in answer.text


@pytest.mark.parametrize("trouble", [{"reset": True}, {"status": 500}])
def test_a_form_that_slack_did_not_open_is_spoken_of(bot: Bot, trouble: dict[str, Any]) -> None:
    bot.slack.stand_in.fail_next("views.open", **trouble)
    sent = bot.slack.command("subscribe")
    (told,) = later(bot, sent)
    assert told.user == workspace.ASKER
    assert "try once more" in told.text


@pytest.mark.parametrize("scopes", [workspace.DEFAULT_SCOPES | {"users:read"}])
def test_the_zone_of_the_person_fills_the_form_once_it_is_known(bot: Bot) -> None:
    bot.slack.command("subscribe")
    assert element(bot, "zone1")["initial_option"]["value"] == "Asia/Seoul"
    assert len(bot.slack.stand_in.recorder.modals) == 2
    bot.slack.submit()
    assert bot.here()[0].zone == "Asia/Seoul"


@pytest.mark.parametrize("scopes", [workspace.DEFAULT_SCOPES | {"users:read"}])
def test_a_form_that_could_not_be_filled_with_the_zone_of_the_person_stays_open(bot: Bot) -> None:
    bot.slack.stand_in.fail_next("views.update", status=500)
    sent = bot.slack.command("subscribe")
    assert later(bot, sent) == ()
    assert element(bot, "zone")["initial_option"]["value"] == "Europe/London"


def test_every_field_is_kept(bot: Bot) -> None:
    bot.slack.command("subscribe")
    bot.slack.submit(
        {
            "channel": workspace.SIDE_CHANNEL,
            "time": "06:05",
            "zone": "Pacific/Auckland",
            "days": "sun-thu",
            "tags": ["treaty"],
            "people": ["Ada"],
            "empty": "week",
            "leap": "leap-years",
        }
    )
    (one,) = bot.here(workspace.SIDE_CHANNEL)
    assert (one.at, one.zone) == (time(6, 5), "Pacific/Auckland")
    choice = one.choice
    assert (choice.days, choice.tags, choice.people) == (SUNDAY_TO_THURSDAY, ("treaty",), ("Ada",))
    assert (choice.when_empty, choice.leap_day) == (WhenEmpty.WEEK, LeapDay.LEAP_YEARS)


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(bot: Bot) -> None:
    bot.slack.command("subscribe")
    wrong = {"zone": "Mars/Base", "days": "chosen", "tags": ["gone"]}
    sent = bot.slack.submit(wrong)
    assert sent.ack.body == {
        "response_action": "errors",
        "errors": {
            "zone": "Choose a time zone from the list; type a city to find it.",
            "chosen": "Choose at least one day below.",
            "tags": "Not in the timeline any more: gone.",
        },
    }
    assert bot.here() == ()
    assert later(bot, sent) == ()


@pytest.mark.parametrize(
    ("typed", "first"), [("berl", "Europe/Berlin"), ("+9", "Asia/Seoul"), ("", "UTC")]
)
def test_zones_are_searched_while_typing(bot: Bot, typed: str, first: str) -> None:
    bot.slack.command("subscribe")
    assert bot.slack.suggest("daily_zone", typed)[0]["value"] == first


def test_tags_and_people_are_searched_while_typing(bot: Bot) -> None:
    bot.slack.command("subscribe")
    assert [one["value"] for one in bot.slack.suggest("daily_tags", "TREA")] == ["treaty"]
    assert [one["value"] for one in bot.slack.suggest("daily_people", "countess")] == ["Ada"]
    assert bot.slack.suggest("daily_people", "nobody of that name") == []


def test_the_home_opens_the_form_and_the_channel_is_chosen_there(bot: Bot) -> None:
    bot.slack.open_home()
    assert bot.slack.click_at_home("Daily post").ack.is_fine
    assert "initial_conversation" not in element(bot, "channel")
    assert bot.slack.submit().ack.body == {
        "response_action": "errors",
        "errors": {"channel": "Choose where to post."},
    }
    sent = bot.slack.submit({"channel": workspace.CHANNEL})
    private, told = sorted(later(bot, sent), key=lambda message: not message.is_private)
    assert (private.via, private.user) == ("chat.postEphemeral", workspace.ASKER)
    assert "has set up a daily post here" in told.text
    assert len(bot.here()) == 1


@pytest.mark.parametrize("said", ["help", "subscribe 9:00", "unsubscribe", "pause 2w", "preview"])
def test_what_is_said_to_the_bot_leads_to_the_form(bot: Bot, said: str) -> None:
    for sent in (bot.slack.mention(said), bot.slack.direct_message(said)):
        reply = bot.slack.reply(sent)
        assert "/timeline subscribe" in reply.visible
        assert bot.slack.click(reply, "Daily post").ack.is_fine
        assert element(bot, "channel")["initial_conversation"] == sent.channel
    assert bot.here() == ()


def test_the_help_of_the_command_leads_to_the_form(bot: Bot) -> None:
    bot.slack.click(bot.slack.reply(bot.slack.command("help")), "Daily post")
    assert element(bot, "channel")["initial_conversation"] == workspace.CHANNEL


def set_up(bot: Bot, text: str = "subscribe 9:00 Berlin", **fields: str) -> Message:
    """Set up a daily post and return the private list of them."""
    bot.slack.command(text, **fields)
    return bot.slack.reply(bot.slack.command("subscriptions", **fields))


def test_settings_open_the_form_as_it_is_and_change_it(bot: Bot) -> None:
    listed = set_up(bot)
    bot.slack.click(listed, "Settings", user=workspace.COLLEAGUE)
    assert element(bot, "zone")["initial_option"]["value"] == "Europe/Berlin"
    sent = bot.slack.submit({"time": "10:00"}, user=workspace.COLLEAGUE)
    (one,) = bot.here()
    assert (one.at, one.set_up_by) == (time(10), workspace.ASKER)
    (told,) = later(bot, sent)
    assert told.text == (
        f"<@{workspace.COLLEAGUE}> has changed the daily post: every day at 10:00 Europe/Berlin."
    )


def test_a_form_that_changes_nothing_is_told_to_nobody(bot: Bot) -> None:
    bot.slack.click(set_up(bot), "Settings")
    assert later(bot, bot.slack.submit()) == ()


def test_a_daily_post_cannot_be_moved_into_a_conversation_of_others(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("chat.postEphemeral", "channel_not_found")
    bot.slack.click(set_up(bot), "Settings")
    (told,) = later(bot, bot.slack.submit({"channel": "D0OTHERS01"}))
    assert "I cannot post in this conversation" in told.visible
    assert len(bot.here()) == 1


def test_moving_a_daily_post_is_told_in_both_channels(bot: Bot) -> None:
    listed = set_up(bot)
    bot.slack.click(listed, "Settings")
    sent = bot.slack.submit({"channel": workspace.SIDE_CHANNEL})
    told = {message.channel: message for message in later(bot, sent) if not message.is_private}
    assert "has moved the daily post of this channel" in told[workspace.CHANNEL].text
    assert "has changed the daily post" in told[workspace.SIDE_CHANNEL].text
    assert bot.here() == ()


@pytest.mark.parametrize("label", ["Settings", "Pause", "Remove"])
def test_old_buttons_do_not_reach_into_the_channel_it_was_moved_to(bot: Bot, label: str) -> None:
    listed = set_up(bot)
    bot.slack.click(listed, "Settings")
    bot.slack.submit({"channel": workspace.SIDE_CHANNEL})
    sent = bot.slack.click(listed, label, user=workspace.COLLEAGUE)
    told = [bot.slack.modal()] if label == "Settings" else later(bot, sent)
    assert "was removed or moved meanwhile" in str(told)
    (one,) = bot.here(workspace.SIDE_CHANNEL)
    assert one.state is State.ACTIVE


@pytest.mark.parametrize("label", ["Settings", "Pause", "Remove"])
def test_a_daily_post_that_is_gone_is_said_to_be(bot: Bot, label: str) -> None:
    listed = set_up(bot)
    bot.slack.command("unsubscribe")
    sent = bot.slack.click(listed, label)
    told = [bot.slack.modal()] if label == "Settings" else later(bot, sent)
    assert "was removed or moved meanwhile" in str(told)


def test_the_list_pauses_resumes_and_removes(bot: Bot) -> None:
    bot.slack.click(set_up(bot), "Pause")
    assert bot.here()[0].state is State.PAUSED
    bot.slack.click(bot.slack.reply(bot.slack.command("subscriptions")), "Resume")
    assert bot.here()[0].state is State.ACTIVE
    bot.slack.click(bot.slack.reply(bot.slack.command("subscriptions")), "Remove")
    assert bot.here() == ()


def test_nobody_sets_up_a_post_in_a_channel_they_are_not_in(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("chat.postEphemeral", "user_not_in_channel")
    bot.slack.command("subscribe", channel=workspace.DIRECT, user=workspace.OUTSIDER)
    sent = bot.slack.submit({"channel": workspace.CHANNEL}, user=workspace.OUTSIDER)
    (told,) = later(bot, sent)
    assert "You are not in that channel" in told.visible
    assert bot.here() == ()


def test_a_wish_for_a_channel_without_the_bot_is_kept(bot: Bot) -> None:
    for method in ("chat.postMessage", "chat.postEphemeral"):
        bot.slack.stand_in.allow_refusals(method, "not_in_channel")
    bot.slack.command("subscribe")
    sent = bot.slack.submit({"channel": workspace.FOREIGN_CHANNEL})
    (told,) = later(bot, sent)
    assert "/invite @timeline" in told.visible
    assert len(bot.here(workspace.FOREIGN_CHANNEL)) == 1


def test_the_ledger_may_be_away_while_a_form_is_open(bot: Bot) -> None:
    listed = set_up(bot)
    with bot.ledger.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE timeline_subscriptions")
    bot.slack.click(listed, "Settings")
    assert "I cannot reach my list of daily posts" in str(bot.slack.modal()["blocks"])
    bot.slack.command("subscribe")
    (told,) = later(bot, bot.slack.submit())
    assert told.is_private
    assert "I cannot reach my list of daily posts" in told.visible


def test_a_form_that_does_not_open_in_time_is_said_to_have_failed(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("views.open", "expired_trigger_id")
    bot.slack.stand_in.fail_next("views.open", error="expired_trigger_id")
    reply = bot.slack.reply(bot.slack.command("subscribe"))
    assert reply.is_private
    assert "Please try once more" in reply.visible


VOCABULARY = Vocabulary.of(make_timeline(make_event("a", tags=["treaty"])))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["state", "values", "channel", "time", "zone", "days", "chosen", "tags", "x", "id",
             "selected_option", "selected_options", "selected_time", "selected_conversation",
             "value", "private_metadata"]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(["state", "private_metadata", "blocks"]), JSON | st.text()))
def test_whatever_a_form_sends_is_read_without_a_fault(view: dict[str, Any]) -> None:
    filled = read_form(view, VOCABULARY)
    assert filled.errors
    assert set(filled.form.choice.days) <= set(EVERY_DAY)
