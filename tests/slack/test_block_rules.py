"""The stand-in's rules for blocks and markup are Slack's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.slack.stand_in import auto_linked, live_links, live_mentions, payloads, unescaped
from tests.slack.stand_in.blocks_check import message_refusal

BUTTON = {"type": "button", "text": {"type": "plain_text", "text": "More"}, "value": "2"}


def section(text: str, kind: str = "mrkdwn") -> dict[str, object]:
    return {"type": "section", "text": {"type": kind, "text": text}}


@pytest.mark.parametrize(
    "block",
    [
        section("a" * 3001),
        section(""),
        section("a", kind="markdown"),
        {"type": "section"},
        {"type": "header", "text": {"type": "mrkdwn", "text": "a"}},
        {"type": "header", "text": {"type": "plain_text", "text": "a" * 151}},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "a"}] * 11},
        {"type": "context", "elements": []},
        {"type": "actions", "elements": [BUTTON] * 26},
        {"type": "actions", "elements": [{**BUTTON, "action_id": "a"}] * 2},
        {"type": "actions", "elements": [{**BUTTON, "value": "a" * 2001}]},
        {"type": "actions", "elements": [{**BUTTON, "url": "javascript:alert(1)"}]},
        {"type": "actions", "elements": [{**BUTTON, "colour": "red"}]},
        {"type": "actions", "elements": [{**BUTTON, "text": {"type": "mrkdwn", "text": "a"}}]},
        {"type": "divider", "block_id": "a" * 256},
        {"type": "image", "image_url": "https://example.org/a.png"},
        {"type": "sparkles"},
        {"type": "section", "text": {"type": "mrkdwn", "text": "a", "emoji": True}},
    ],
)
def test_a_faulty_block_is_refused(block: dict[str, object]) -> None:
    refusal = message_refusal({"text": "a", "blocks": [block]})
    assert refusal is not None
    assert refusal.error == "invalid_blocks"


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ([{"type": "divider"}] * 51, "invalid_blocks"),
        ([{"type": "divider", "block_id": "a"}] * 2, "invalid_blocks"),
        ([section("a" * 2900)] * 5, "msg_blocks_too_long"),
    ],
)
def test_too_much_of_a_good_thing_is_refused(blocks: list[object], error: str) -> None:
    refusal = message_refusal({"text": "a", "blocks": blocks})
    assert refusal is not None
    assert refusal.error == error


def test_a_decent_message_is_taken() -> None:
    blocks = [
        {"type": "header", "text": {"type": "plain_text", "text": "2022", "emoji": True}},
        section("*26 May 2022*  A <https://example.org/a|source> &amp; a summary"),
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "3 of 26"}]},
        {"type": "actions", "elements": [{**BUTTON, "action_id": "more"}]},
    ]
    assert message_refusal({"text": "26 May 2022", "blocks": blocks}) is None


def test_everything_live_in_a_message_is_found() -> None:
    message = {
        "text": "<!channel> and &lt;!here&gt;",
        "blocks": [
            section("<@U123> in <#C123|general>, see <https://example.org/a?b=1&amp;c=2|label>"),
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "<!subteam^S1>"}]},
            section("<!everyone> is asleep in plain text", kind="plain_text"),
        ],
    }
    mentions = ["<!channel>", "<@U123>", "<#C123|general>", "<!subteam^S1>"]
    assert live_mentions(message) == mentions
    assert live_links(message) == ["https://example.org/a?b=1&amp;c=2"]


@pytest.mark.parametrize("text", ["R&D", "a < b", "a > b", "&nbsp;", "<b>bold</b>"])
def test_a_bare_special_character_is_found(text: str) -> None:
    assert unescaped({"text": text})


@pytest.mark.parametrize("text", ["R&amp;D", "&lt;b&gt;", "<https://example.org|a &amp; b>"])
def test_escaped_text_is_left_in_peace(text: str) -> None:
    assert unescaped({"text": text}) == []


def test_an_address_that_slack_would_link_by_itself_is_found() -> None:
    quiet = {"type": "mrkdwn", "text": "http://quiet.example #general", "verbatim": True}
    loud = section("see http://loud.example and #general")
    blocks = [loud, {"type": "context", "elements": [quiet]}]
    assert auto_linked({"text": "http://unseen.example", "blocks": blocks}) == [
        "http://loud.example",
        "#general",
    ]


@given(st.text())
def test_nothing_typed_is_live_or_bare_once_slack_has_escaped_it(text: str) -> None:
    message = {"text": payloads.typed(text)}
    assert live_mentions(message) == []
    assert live_links(message) == []
    assert unescaped(message) == []
