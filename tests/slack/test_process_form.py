"""A daily post by the form, in the running program and both modes: set up, posted, removed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from tests.slack.conversation import barrier
from tests.slack.example_data import ANNIVERSARY
from tests.slack.stand_in import Delivery, Message, workspace

PATIENCE = 120.0  # seconds; the clock looks every five


def public(slack: Delivery, *, since: int, channel: str) -> list[Message]:
    """What everybody in a channel has seen since a bookmark."""
    return [one for one in slack.stand_in.messages(channel, since=since) if not one.is_private]


def test_a_daily_post_is_set_up_in_the_form_posted_and_removed(slack: Delivery) -> None:
    channel = workspace.SIDE_CHANNEL
    mark, modals = slack.stand_in.mark, len(slack.stand_in.recorder.modals)
    assert slack.command("subscribe", channel=channel).ack.is_fine
    slack.stand_in.wait_for(lambda: len(slack.stand_in.recorder.modals) > modals)
    (first, *_) = slack.suggest("daily_zone", "utc")
    assert first["value"] == "UTC"
    now = datetime.now(UTC) - timedelta(minutes=1)
    if now.date() != datetime.now(UTC).date():
        now += timedelta(minutes=1)
    assert not slack.submit({"time": f"{now:%H:%M}", "zone": "UTC"}).ack.body

    def posted() -> list[Message]:
        found = public(slack, since=mark, channel=channel)
        return [one for one in found if ANNIVERSARY in one.visible]

    (post,) = slack.stand_in.wait_for(posted, PATIENCE)
    told = public(slack, since=mark, channel=channel)[0]
    assert told.text.startswith(f"<@{workspace.ASKER}> has set up a daily post here: every day at")
    assert post.text.startswith("On this day, ")
    assert f"Daily post, set up by <@{workspace.ASKER}>." in post.visible
    assert post.labels[-1] == "Settings"

    modals = len(slack.stand_in.recorder.modals)
    assert slack.click(post, "Settings").ack.is_fine
    # The form opens at once, and is filled when the ledger has answered.
    slack.stand_in.wait_for(lambda: len(slack.stand_in.recorder.modals) > modals + 1)
    assert slack.modal()["submit"]["text"] == "Save"

    sent = slack.command("unsubscribe", channel=channel)
    assert "removed the daily post" in slack.reply(sent).visible
    barrier(slack)
    assert len(posted()) == 1
