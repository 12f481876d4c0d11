"""Hostile text, typed by people or standing in the data, is never live in a reply."""

from __future__ import annotations

import pytest

from tests.slack.conversation import assert_kind, assert_tame, barrier, only_reply
from tests.slack.example_data import HOSTILE_ID, SUMMIT_QUESTION
from tests.slack.stand_in import Delivery, Message, live_links, payloads, workspace

HOSTILE = {
    "broadcast": "<!channel> <!here> <!everyone|everyone>",
    "mention": "who is <@U0ASKER001> in <#C0GENERAL1|general>",
    "link": "see <http://evil.example|x> and http://evil.example/?a=1&b=2",
    "group": "<!subteam^S0123456|@staff> <!date^1392734382^{date}|x>",
    "markup": "*bold* _italic_ ~struck~ `code` ```block``` > quote #general @here",
    "entities": "&amp;lt;!channel&amp;gt; & < > &nbsp; &#60;",
    "unclosed": "<!channel <@ <http:// ||| >>> <<<",
    "long word": "a" * 10_000,
    "long text": "when did putin meet kim? " * 400,
    "long specials": "<&>" * 3_000,
    "emoji": "🚀" * 200,
    "emoji names": ":rocket: :tada: :" + "x" * 300 + ":",
    "zero width": "when\u200b did\u200d Putin\ufeff meet\u2060 Kim",
    "right to left": "\u202eمتى التقى بوتين وكيم\u202c \u2067abc\u2069",
    "combining": "Z\u0310\u0352\u035b" * 300,
    "controls": "nul \x00 bell \x07 escape \x1b[31m red",
    "null": "null",
    "none": "None undefined NaN",
    "format": "%s %d {0} {text} ${HOME} {{7*7}}",
    "regex": "(((((a+)+)+)+)+$ [[[ \\",
    "json": '{"verb": "period", "text": "2022"}',
    "lines": "one\ntwo\r\nthree\u2028four\n\n\n\n",
    "surrogate": "half \udc00 pair".encode("utf-8", "replace").decode(),
}


def assert_harmless(message: Message) -> None:
    assert_tame(message)
    assert_kind(message)


@pytest.mark.parametrize("is_escaped", [True, False], ids=["typed", "raw"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_gets_a_harmless_and_kind_answer(
    slack: Delivery, text: str, is_escaped: bool
) -> None:
    sent_text = payloads.typed(text) if is_escaped else text
    asked = [
        slack.mention(sent_text),
        slack.direct_message(sent_text),
        slack.command(sent_text),
        slack.shortcut(sent_text, callback_id="find_in_timeline"),
    ]
    for sent in asked:
        assert sent.ack.is_fine
        assert_harmless(slack.reply(sent))


@pytest.mark.parametrize(
    "text", ["id <!channel>", "id <@U0ASKER001>", "id *b* http://evil.example"]
)
def test_an_id_that_is_echoed_is_harmless(slack: Delivery, text: str) -> None:
    for sent_text in (text, payloads.typed(text)):
        assert_harmless(slack.reply(slack.command(sent_text)))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_shared_question_is_harmless_to_the_channel(slack: Delivery, name: str) -> None:
    question = f"{SUMMIT_QUESTION} {HOSTILE[name][:1_000]}"
    for text in (question, payloads.typed(question)):
        private = slack.reply(slack.command(text))
        if "Share in channel" not in private.labels:
            continue
        sent = slack.click(private, "Share in channel")
        for message in slack.replies(sent, count=2):
            assert_harmless(message)


def test_the_name_of_the_person_who_shares_is_harmless(
    slack: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(workspace.NAMES, workspace.ASKER, "<!channel> *b* <http://evil.example|x>")
    private = slack.reply(slack.command("2019"))
    for message in slack.replies(slack.click(private, "Share in channel"), count=2):
        assert_harmless(message)


def test_a_hostile_entry_is_shown_as_text(slack: Delivery) -> None:
    private = slack.reply(slack.command(f"id {HOSTILE_ID}"))
    shared = slack.reply(slack.click(private, "Share in channel"))
    year = slack.reply(slack.command("1999"))
    for message in (private, shared, year):
        assert_tame(message, links="https://example.org/a?q=1")
        assert "&lt;!channel&gt; &amp; &lt;@U0ASKER001&gt;" in message.visible
        assert "&lt;!channel&gt;" in message.text
        assert len(live_links(message.markup)) >= 1


@pytest.mark.parametrize("missing", ["text", "blocks", "client_msg_id", "team", "user"])
def test_a_message_with_a_part_missing_is_acknowledged(slack: Delivery, missing: str) -> None:
    for make, channel in (
        (payloads.mention, workspace.CHANNEL),
        (payloads.direct_message, workspace.DIRECT),
    ):
        event = make("hello", ts=slack.stand_in.tickets.new_ts(), channel=channel)
        for broken in (
            {name: value for name, value in event.items() if name != missing},
            event | {missing: None, "ts": slack.stand_in.tickets.new_ts()},
        ):
            assert slack.event(broken).ack.is_fine
    barrier(slack)


def test_a_message_that_only_holds_a_file_gets_the_help(slack: Delivery) -> None:
    ts = slack.stand_in.tickets.new_ts()
    event = payloads.direct_message("", ts=ts, channel=workspace.DIRECT)
    event |= {"subtype": "file_share", "files": [{"id": "F0000000001", "name": "a.png"}]}
    assert "/timeline" in only_reply(slack, slack.event(event)).visible
