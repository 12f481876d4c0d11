"""The App Home tells what this is, and answers in place."""

from __future__ import annotations

from tests.slack.example_data import SUMMIT
from tests.slack.in_process import InProcess, seen
from tests.slack.stand_in import workspace


def test_home_shows_today_examples_and_how_to_invite_the_bot(slack: InProcess) -> None:
    slack.open_home()
    shown = str(slack.stand_in.home_of(workspace.ASKER))
    for part in ("On this day, 25 April", SUMMIT, "/invite @timeline", "is stored"):
        assert part in shown


def test_an_example_at_home_is_answered_at_home(slack: InProcess) -> None:
    slack.open_home()
    before = slack.stand_in.home_of(workspace.ASKER)
    assert before is not None
    (row,) = [b for b in before["blocks"] if "show_example_0" in str(b)]
    for button in row["elements"]:
        assert slack.click_at_home(button["action_id"]).ack.is_fine
        after = slack.stand_in.home_of(workspace.ASKER)
        assert after is not None
        assert "Source: " in str(after)
        assert "do not know" not in str(after["blocks"][4:7])
    assert seen(slack) == ()
