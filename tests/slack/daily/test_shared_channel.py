"""A channel that is shared with another company, whose people use the daily posts as well."""

from __future__ import annotations

from datetime import time

from tests.slack.daily.conftest import Bot
from tests.slack.stand_in import payloads, workspace

THEIR_TEAM = "T0THEIRS01"


def submit_from_their_side(bot: Bot, fields: dict[str, str]) -> None:
    """Send the form as Slack does for somebody whose own workspace lacks the app."""
    trigger = bot.slack.stand_in.tickets.new_trigger()
    sent = payloads.view_submission(
        bot.slack.modal(), fields, user=workspace.COLLEAGUE, trigger=trigger
    )
    sent["team"] = {"id": THEIR_TEAM, "domain": "theirs"}
    sent["enterprise"] = {"id": "E0THEIRS01", "name": "Theirs"}
    sent["user"]["team_id"] = THEIR_TEAM
    sent["view"]["app_installed_team_id"] = workspace.TEAM
    assert bot.slack.send("interactive", sent).is_fine


def test_a_form_sent_from_their_side_changes_the_daily_post_that_there_is(bot: Bot) -> None:
    bot.slack.command("subscribe 9:00 Berlin")
    listed = bot.slack.reply(bot.slack.command("subscriptions"))
    bot.slack.click(listed, "Settings", user=workspace.COLLEAGUE)
    submit_from_their_side(bot, {"time": "10:30"})
    assert [one.at for one in bot.here()] == [time(10, 30)]


def test_a_daily_post_set_up_from_their_side_belongs_to_where_the_bot_is(bot: Bot) -> None:
    bot.slack.command("subscribe")
    submit_from_their_side(bot, {"time": "10:30"})
    assert [one.at for one in bot.here()] == [time(10, 30)]
