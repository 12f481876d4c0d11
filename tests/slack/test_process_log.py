"""What the running bot logs, and what it never logs."""

from __future__ import annotations

import json

import pytest

from tests.slack.bot_process import MODES, BotProcess, StartBot, until
from tests.slack.conversation import BARRIERS, barrier
from tests.slack.stand_in import Delivery, HttpDelivery, Sent, workspace

SECRETS = (workspace.BOT_TOKEN, workspace.APP_TOKEN, workspace.SIGNING_SECRET)
WORDS = ("zanzibarite", "quokkafile", "wombatory", "numbatical")


def ask_everywhere(slack: Delivery) -> tuple[Sent, ...]:
    """One question with a word of its own at each door, all answered."""
    asked = (
        slack.mention(f"When did {WORDS[0]} meet Putin?"),
        slack.direct_message(f"When did {WORDS[1]} meet Putin?"),
        slack.command(f"When did {WORDS[2]} meet Putin?"),
        slack.shortcut(f"{WORDS[3]} met Putin", callback_id="find_in_timeline"),
    )
    for sent in asked:
        slack.reply(sent)
    barrier(slack)
    return asked


def test_the_log_holds_ids_and_outcome_but_no_token_and_no_question(
    slack: Delivery, bot: BotProcess
) -> None:
    before = len(bot.output)
    mention, direct, *_ = ask_everywhere(slack)
    for known in (mention.ts, direct.ts, workspace.CHANNEL, workspace.DIRECT):
        until(lambda known=known: known in bot.output[before:], 10, f"{known} in the log")  # type: ignore[misc]
    logged = bot.output
    assert [secret for secret in SECRETS if secret in logged] == []
    assert [word for word in WORDS if word in logged.lower()] == []
    assert "Putin" not in logged[before:]


@pytest.mark.parametrize("mode", MODES)
def test_not_even_the_most_talkative_log_holds_a_token_or_a_word_of_a_person(
    start_bot: StartBot, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(workspace.NAMES, workspace.ASKER, "bilbyname")
    bot = start_bot(mode, TIMELINE_LOG_LEVEL="DEBUG")
    ask_everywhere(bot.slack)
    bot.stand_in.fail_next("chat.postMessage", error="channel_not_found")
    bot.slack.mention(f"a {WORDS[0]} that cannot be answered")
    bot.wait_for_output("channel_not_found")
    private = bot.slack.reply(bot.slack.command(f"2019 {WORDS[1]} Putin"))
    bot.slack.click(private, {"action_id": "show_more", "value": WORDS[2]})
    if isinstance(bot.slack, HttpDelivery):
        bot.slack.post(f'{{"text": "{WORDS[0]}"}}', signature="v0=0")
        bot.slack.post(f"{{{WORDS[1]}")
    bot.terminate()
    assert [secret for secret in SECRETS if secret in bot.output] == []
    assert [secret for secret in SECRETS if secret.rsplit("-", 1)[-1] in bot.output] == []
    assert [word for word in (*WORDS, "bilbyname") if word in bot.output.lower()] == []


def test_every_request_has_one_line_with_id_kind_outcome_and_duration(
    own_bot: BotProcess,
) -> None:
    asked = ask_everywhere(own_bot.slack)
    own_bot.terminate()
    lines = [json.loads(line) for line in own_bot.output.splitlines()]
    kinds = [line["kind"] for line in lines if "kind" in line]
    assert sorted(set(kinds)) == ["command", "direct_message", "mention", "shortcut"]
    assert len(kinds) == len(asked) + BARRIERS
    for line in (line for line in lines if "kind" in line):
        assert line["id"]
        assert line["outcome"]
        assert line["ms"] >= 0
