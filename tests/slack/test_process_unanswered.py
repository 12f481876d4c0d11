"""Questions that found nothing are shown to curators alone, and kept only if that is wanted."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.slack.bot_process import SOCKET, StartBot, command_line, environment
from tests.slack.conversation import assert_tame, barrier
from tests.slack.example_data import SUMMIT_QUESTION
from tests.slack.stand_in import workspace

MOST_LOOKS = 50
NOWHERE = "Who painted the quokkafile <!channel> & co?"


def listed(database: str) -> list[dict[str, object]]:
    result = subprocess.run(
        command_line("unanswered", "--json"),
        env=environment(DATABASE_URL=database, TIMELINE_KEEP_UNANSWERED="30d"),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told: list[dict[str, object]] = json.loads(result.stdout)
    return told


def test_a_curator_sees_what_found_nothing_and_nobody_else(
    start_bot: StartBot, tmp_path: Path
) -> None:
    database = f"sqlite:///{tmp_path}/ledger.db"
    bot = start_bot(
        DATABASE_URL=database,
        TIMELINE_KEEP_UNANSWERED="30d",
        TIMELINE_CURATORS=f"{workspace.ASKER}, U0SOMEBODY",
    )
    slack = bot.slack
    for sent in (slack.mention(NOWHERE), slack.command(NOWHERE), slack.mention(SUMMIT_QUESTION)):
        slack.reply(sent)
    barrier(slack)
    # A question is noted once its answer is out, which on a busy machine may take a while longer.
    lists = (slack.reply(slack.command("unanswered")) for _ in range(MOST_LOOKS))
    shown = next(one for one in lists if "2 ×" in one.visible)
    assert "2 × who painted the quokkafile co" in shown.visible
    assert shown.is_private
    assert_tame(shown)
    assert (
        "quokkafile"
        not in slack.reply(slack.command("unanswered", user=workspace.COLLEAGUE)).visible
    )
    assert bot.terminate() == 0
    texts = [question["text"] for question in listed(database)]
    assert texts[0] == "who painted the quokkafile co"
    assert not any("putin" in str(text) for text in texts)
    assert "quokkafile" not in bot.output


def test_nothing_is_kept_unless_it_is_wanted(start_bot: StartBot, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path}/ledger.db"
    bot = start_bot(SOCKET, DATABASE_URL=database, TIMELINE_CURATORS=workspace.ASKER)
    bot.slack.reply(bot.slack.mention(NOWHERE))
    barrier(bot.slack)
    assert "are not kept" in bot.slack.reply(bot.slack.command("unanswered")).visible
    assert bot.terminate() == 0
    assert listed(database) == []
