"""Data that changes, or breaks, under the running bot."""

from __future__ import annotations

from tests.slack.bot_process import BotProcess, until
from tests.slack.conversation import assert_kind
from tests.slack.example_data import SUMMIT, VETO, event, events, write_timeline
from tests.slack.stand_in import Delivery

NEW = "A telescope is raised on the island of Sakhalin"
LOOK_FOR_CHANGES = 90.0  # seconds; the bot looks every few seconds


def shown(slack: Delivery, text: str) -> str:
    return slack.reply(slack.command(text)).visible


def test_changed_data_is_picked_up_by_the_running_bot(own_bot: BotProcess) -> None:
    slack = own_bot.slack
    assert NEW not in shown(slack, "id new-entry")
    write_timeline(own_bot.data, [*events(), event("new-entry", "2024-06-19", NEW)])
    until(lambda: NEW in shown(slack, "id new-entry"), LOOK_FOR_CHANGES, "the new entry")
    assert NEW in shown(slack, "2024")


def test_a_new_file_beside_the_first_is_picked_up(own_bot: BotProcess) -> None:
    entry = '{"id": "new-entry", "date": "2024-06-19", "title": "' + NEW + '"}\n'
    (own_bot.data / "more.jsonl").write_text(entry, "utf-8")
    until(lambda: NEW in shown(own_bot.slack, "id new-entry"), LOOK_FOR_CHANGES, "the new file")
    assert SUMMIT in shown(own_bot.slack, "id 2019-summit")


def test_broken_data_is_reported_and_the_old_kept_until_it_is_mended(
    own_bot: BotProcess,
) -> None:
    slack, logged = own_bot.slack, len(own_bot.output)
    path = own_bot.data / "example.json"
    path.write_text(path.read_text("utf-8").replace("2019-04-25", "2019-13-25"), "utf-8")
    own_bot.wait_for_output("example.json:", after=logged, patience=LOOK_FOR_CHANGES)
    assert SUMMIT in shown(slack, "2019")
    write_timeline(own_bot.data, [*events(), event("new-entry", "2024-06-19", NEW)])
    until(lambda: NEW in shown(slack, "id new-entry"), LOOK_FOR_CHANGES, "the mended file")


def test_buttons_work_after_the_data_changed(own_bot: BotProcess) -> None:
    slack = own_bot.slack
    page = slack.reply(slack.command("2022"))
    write_timeline(own_bot.data, [event("2022-veto", "2022-05-26", VETO)])
    until(lambda: SUMMIT not in shown(slack, "2019"), LOOK_FOR_CHANGES, "the shorter file")
    for label in page.labels:
        reply = slack.reply(slack.click(page, label))
        assert_kind(reply)
    assert own_bot.stand_in.faults == ()
