"""The commands of daily posts, typed in Slack and answered privately."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlalchemy import insert

from bot.ledger.database import writing
from bot.ledger.subscription import State
from bot.ledger.tables import deliveries
from bot.timeline.daily_choice import MONDAY_TO_FRIDAY, DailyChoice, WhenEmpty
from tests.slack.conversation import assert_tame
from tests.slack.daily.conftest import NOW, WORKSPACE, Bot
from tests.slack.stand_in import Message, unescaped, workspace

ASKER = f"<@{workspace.ASKER}>"


def say(bot: Bot, text: str, **fields: str) -> list[Message]:
    """Type a command, and return what is seen of it: first in the channel, then in private."""
    mark = bot.slack.stand_in.mark
    sent = bot.slack.command(text, **fields)
    assert sent.ack.is_fine
    assert sent.ack.body is None, "what touches the ledger is acknowledged first"
    return sorted(bot.slack.stand_in.messages(since=mark), key=lambda message: message.is_private)


def test_a_time_and_a_zone_set_up_a_daily_post_and_the_channel_is_told(bot: Bot) -> None:
    told, answer = say(bot, "subscribe 9am Berlin weekdays empty:week")
    (one,) = bot.here()
    assert (one.at, one.zone, one.set_up_by) == (time(9), "Europe/Berlin", workspace.ASKER)
    assert one.choice == DailyChoice(days=MONDAY_TO_FRIDAY, when_empty=WhenEmpty.WEEK)
    assert told.text == (
        f"{ASKER} has set up a daily post here: Monday to Friday at 09:00 Europe/Berlin; "
        "the nearest of the week on an empty day."
    )
    assert not told.is_private
    assert answer.is_private
    # 27 April 2026, 07:00 UTC, as each reader's own clock shows it
    fallback = "27 April 2026, 09:00 Europe/Berlin"
    assert f"Next: <!date^1777273200^{{date_short_pretty}} at {{time}}|{fallback}>." in answer.text


def test_a_daily_post_whose_time_was_a_while_ago_is_said_to_come_in_a_moment(bot: Bot) -> None:
    _, answer = say(bot, "subscribe 12:30 Berlin")  # it is 14:00 there
    assert answer.text.endswith("The next one comes in a moment.")
    (listed,) = say(bot, "subscriptions")
    assert "in a moment" in listed.visible


def test_without_a_zone_that_of_the_settings_counts(bot: Bot) -> None:
    say(bot, "subscribe 21:30")
    assert bot.here()[0].zone == "Europe/London"


@pytest.mark.parametrize("scopes", [workspace.DEFAULT_SCOPES | {"users:read"}])
def test_without_a_zone_that_of_the_person_counts_where_it_may_be_seen(bot: Bot) -> None:
    say(bot, "subscribe 21:30")
    assert bot.here()[0].zone == "Asia/Seoul"


def test_the_zone_of_a_person_is_asked_for_once_if_it_may_not_be_seen(bot: Bot) -> None:
    say(bot, "subscribe 21:30")
    say(bot, "subscribe 22:30")
    assert len(bot.slack.stand_in.calls_of("users.info")) == 1


def test_mistakes_are_named_and_nothing_is_set_up(bot: Bot) -> None:
    (answer,) = say(bot, "subscribe 9:00 EST tag:traety")
    assert answer.is_private
    assert "Did you mean America/New_York?" in answer.visible
    assert "Did you mean “treaty”?" in answer.visible
    assert answer.labels == ("Open the form",)
    assert bot.here() == ()


def test_the_form_opens_with_what_could_be_read(bot: Bot) -> None:
    (answer,) = say(bot, "subscribe 21:30 Brelin tag:treaty &lt;!x&gt;")
    bot.slack.click(answer, "Open the form")
    fields = {block["block_id"]: block["element"] for block in bot.slack.modal()["blocks"]}
    assert fields["time"]["initial_time"] == "21:30"
    assert fields["tags"]["initial_options"][0]["value"] == "treaty"


def test_hostile_text_is_shown_and_not_obeyed(bot: Bot) -> None:
    (answer,) = say(bot, "subscribe 9:00 &lt;!channel&gt; tag:&lt;!here&gt; *x*")
    assert_tame(answer)
    assert bot.here() == ()


def test_the_same_daily_post_twice_is_one(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    (answer,) = say(bot, "subscribe 09.00 Europe/Berlin")
    assert "has exactly this daily post already" in answer.visible
    assert len(bot.here()) == 1


def test_one_delivery_of_a_command_counts_once(bot: Bot) -> None:
    sent = bot.slack.command("subscribe 9:00 Berlin")
    bot.slack.send("slash_commands", sent.payload)
    assert len(bot.here()) == 1
    assert len(bot.slack.stand_in.messages()) == 2


def test_subscriptions_lists_when_and_who(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    say(bot, "subscribe 10:00 Seoul tag:treaty", user=workspace.COLLEAGUE)
    (answer,) = say(bot, "subscriptions")
    assert answer.is_private
    assert "every day at 09:00 Europe/Berlin" in answer.visible
    assert "every day at 10:00 Asia/Seoul; tags treaty" in answer.visible
    assert f"Set up by <@{workspace.COLLEAGUE}>" in answer.visible
    assert answer.visible.count("The next one comes in a moment.") == 1
    assert answer.visible.count("Next: <!date^") == 1
    assert answer.labels == ("Settings", "Pause", "Remove") * 2


def test_a_channel_without_a_daily_post_is_told_how_to_set_one_up(bot: Bot) -> None:
    for text in ("subscriptions", "unsubscribe", "pause", "resume"):
        (answer,) = say(bot, text)
        assert answer.is_private
        assert "/timeline subscribe sets one up" in answer.visible


def test_another_channel_is_left_alone(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    say(bot, "unsubscribe", channel=workspace.SIDE_CHANNEL)
    assert len(bot.here()) == 1


def test_unsubscribe_removes_the_only_one_and_tells_the_channel(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    told, answer = say(bot, "unsubscribe", user=workspace.COLLEAGUE)
    expected = "removed the daily post (every day at 09:00 Europe/Berlin)."
    assert told.text == f"<@{workspace.COLLEAGUE}> has {expected}"
    assert answer.text == f"You have {expected}"
    assert bot.here() == ()


def test_of_several_daily_posts_one_is_chosen(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    say(bot, "subscribe 10:00 Berlin")
    (answer,) = say(bot, "unsubscribe")
    assert "Which one?" in answer.visible
    assert len(bot.here()) == 2
    say(bot, "unsubscribe 9:00")
    assert [one.at for one in bot.here()] == [time(10)]
    (answer,) = say(bot, "unsubscribe 9:00")
    assert "No daily post of this channel comes at 09:00." in answer.visible
    say(bot, "unsubscribe all")
    assert bot.here() == ()


def test_pause_and_resume_tell_the_channel(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    told, answer = say(bot, "pause 2w")
    assert told.text == (
        f"{ASKER} has paused the daily post until 9 May 2026 (every day at 09:00 Europe/Berlin)."
    )
    assert answer.text.startswith("You have paused the daily post until 9 May 2026")
    (one,) = bot.here()
    assert (one.state, one.paused_until) == (State.PAUSED, date(2026, 5, 9))
    (listed,) = say(bot, "subscriptions")
    assert "Now paused until 9 May 2026." in listed.visible
    assert "Resume" in listed.labels
    told, answer = say(bot, "resume")
    assert "has resumed the daily post" in told.text
    assert "The next one comes in a moment." in answer.text
    assert bot.here()[0].state is State.ACTIVE


def test_a_pause_that_cannot_be_is_explained(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    (answer,) = say(bot, "pause for ever")
    assert "write 2w, 10 days or until 1 December" in answer.visible
    assert bot.here()[0].state is State.ACTIVE


def test_where_the_bot_is_no_member_it_says_how_to_invite_it_and_keeps_the_wish(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("chat.postMessage", "not_in_channel")
    (answer,) = say(bot, "subscribe 9:00 Berlin", channel=workspace.FOREIGN_CHANNEL)
    assert answer.is_private
    assert "/invite @timeline" in answer.visible
    assert len(bot.here(workspace.FOREIGN_CHANNEL)) == 1
    mark = bot.slack.stand_in.mark
    bot.slack.click(answer, "I have invited it")
    (again,) = bot.slack.stand_in.messages(since=mark)
    assert "/invite @timeline" in again.visible


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("restricted_action_read_only_channel", "the channel does not let me post"),
        ("is_archived", "the channel is archived"),
        ("missing_scope", "missing_scope"),
    ],
)
def test_where_the_bot_may_not_post_it_says_so_and_keeps_the_wish(
    bot: Bot, reason: str, told: str
) -> None:
    bot.slack.stand_in.fail_next("chat.postMessage", error=reason)
    (answer,) = say(bot, "subscribe 9:00 Berlin")
    assert answer.is_private
    assert f"Slack does not take what I post there: {told}. I keep this wish" in answer.visible
    assert "Saved" not in answer.visible
    assert len(bot.here()) == 1
    mark = bot.slack.stand_in.mark
    bot.slack.click(answer, "Try again")
    announced, saved = bot.slack.stand_in.messages(since=mark)
    assert "has set up a daily post here" in announced.visible
    assert "Saved" in saved.visible


@pytest.mark.parametrize("trouble", [{"half": True}, {"reset": True}])
def test_what_slack_did_not_confirm_in_the_channel_is_confirmed_to_the_person(
    bot: Bot, trouble: dict[str, bool]
) -> None:
    bot.slack.stand_in.fail_next("chat.postMessage", after=True, **trouble)  # type: ignore[arg-type]
    told, answer = say(bot, "subscribe 9:00 Berlin")
    assert "has set up a daily post here" in told.visible
    assert "Saved" in answer.visible
    assert len(bot.here()) == 1


def test_who_resumes_where_the_bot_is_no_member_any_more_is_told_to_invite_it(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    say(bot, "pause")
    bot.slack.stand_in.fail_next("chat.postMessage", error="not_in_channel")
    (answer,) = say(bot, "resume")
    assert "/invite @timeline" in answer.visible
    assert "Next:" not in answer.visible


def test_a_conversation_with_the_bot_can_have_a_daily_post(bot: Bot) -> None:
    told, answer = say(bot, "subscribe 9:00 Berlin", channel=workspace.DIRECT)
    assert len(bot.here(workspace.DIRECT)) == 1
    assert told.channel == answer.channel == workspace.DIRECT


def test_a_conversation_of_others_has_no_daily_post(bot: Bot) -> None:
    bot.slack.stand_in.allow_refusals("chat.postMessage", "channel_not_found")
    (answer,) = say(bot, "subscribe 9:00 Berlin", channel="D0OTHERS01")
    assert "I cannot post in this conversation" in answer.visible
    assert bot.here("D0OTHERS01") == ()


def test_a_long_list_is_one_that_slack_takes(bot: Bot) -> None:
    for number in range(22):
        say(bot, f"subscribe 9:{number + 10} Berlin tag:treaty person:Ada empty:week 29feb:1-march")
    for text in ("pause 2w", "resume"):
        told, answer = say(bot, text)
        assert told.blocks
        assert "more" in told.text.splitlines()[-1]
        assert "more" in answer.text.splitlines()[-1]
        assert unescaped(answer.markup) == []
    (answer,) = say(bot, "subscriptions")
    assert len(answer.buttons) == 60
    assert "and 2 more" in answer.visible
    assert unescaped(answer.markup) == []


def test_a_question_that_begins_with_such_a_word_is_answered(bot: Bot) -> None:
    sent = bot.slack.command("resume of the talks about an event of 1990 in April")
    assert sent.ack.body is not None


def test_while_the_ledger_is_away_it_says_so_and_questions_are_answered(bot: Bot) -> None:
    with bot.ledger.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE timeline_subscriptions")
    for text in ("subscribe 9:00 Berlin", "subscriptions", "unsubscribe", "pause 2w", "resume"):
        (answer,) = say(bot, text)
        assert answer.is_private
        assert "I cannot reach my list of daily posts just now" in answer.visible
        assert "SQL" not in answer.visible
    assert "An event of 1990" in bot.slack.reply(bot.slack.command("25 April 1990")).visible


def test_a_preview_is_private_and_shows_exactly_what_would_be_posted(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    (answer,) = say(bot, "preview")
    assert answer.is_private
    assert "Preview of 25 April 2026; only you can see it." in answer.visible
    assert answer.visible.count("An event of ") == 5
    assert answer.labels == ("Show more (3 left)", "Settings")
    mark = bot.slack.stand_in.mark
    bot.slack.click(answer, "Show more (3 left)")
    (rest,) = bot.slack.stand_in.messages(since=mark)
    assert rest.is_private
    assert rest.visible.count("An event of ") == 3


def test_a_preview_of_a_day_tells_what_that_day_would_bring(bot: Bot) -> None:
    (answer,) = say(bot, "preview 4 May")
    assert "Preview of 4 May 2026" in answer.visible
    assert "50 years ago" in answer.visible
    (answer,) = say(bot, "preview 26 April")
    assert "Nothing would be posted on 26 April 2026" in answer.visible
    (answer,) = say(bot, "preview nonsense")
    assert "“nonsense” is no day" in answer.visible


def test_a_preview_keeps_to_the_days_that_are_chosen(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin weekdays")
    (answer,) = say(bot, "preview")
    assert "no post on 25 April 2026, which is a Saturday" in answer.visible


def test_a_preview_brings_the_days_since_the_last_post(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin sat")
    (answer,) = say(bot, "preview")
    assert "A round Wednesday" in answer.visible
    assert "*Friday, 24 April*" in answer.visible
    (one,) = bot.here()
    with writing(bot.ledger.engine) as connection:
        connection.execute(
            insert(deliveries).values(
                enterprise="", team=workspace.TEAM, channel=workspace.CHANNEL, subscription=one.id,
                local_date=date(2026, 4, 23), state="sent", claimed_at=NOW, claimed_by="test",
                ts="1.1", reason="",
            )
        )  # fmt: skip
    (answer,) = say(bot, "preview")
    assert "A round Wednesday" not in answer.visible
    assert "A round Friday" in answer.visible


def test_a_preview_is_shown_while_the_ledger_is_away(bot: Bot) -> None:
    with bot.ledger.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE timeline_subscriptions")
    preview, problem = say(bot, "preview")
    assert "An event of 1990" in preview.visible
    assert "I cannot reach" in problem.visible


def test_a_subscription_of_another_workspace_is_out_of_reach(bot: Bot) -> None:
    say(bot, "subscribe 9:00 Berlin")
    (listed,) = say(bot, "subscriptions")
    (one,) = bot.here()
    bot.ledger.remove(WORKSPACE, one.id, by="U1", now=one.next_due)  # type: ignore[arg-type]
    mark = bot.slack.stand_in.mark
    bot.slack.click(listed, "Remove")
    (answer,) = bot.slack.stand_in.messages(since=mark)
    assert answer.is_private
    assert "was removed or moved meanwhile" in answer.visible
