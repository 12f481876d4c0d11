"""What goes wrong inside or at Slack: an apology, a line in the log, and no second answer."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import pytest

from bot.answers.responder import Responder
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, UNKNOWN_QUESTION
from tests.slack.in_process import InProcess, log_lines, make_app, make_desk, seen
from tests.slack.stand_in import Retry, StandIn, workspace


@pytest.fixture
def broken(caplog: pytest.LogCaptureFixture) -> Iterator[InProcess]:
    def responder() -> Responder:
        raise RuntimeError("the question was: secret words")

    caplog.set_level(logging.INFO)
    with StandIn() as stand_in:
        yield InProcess(stand_in, make_app(stand_in, make_desk(responder)))


def test_a_fault_is_apologised_for_once_with_a_reference_that_is_in_the_log(
    broken: InProcess, caplog: pytest.LogCaptureFixture
) -> None:
    sent = broken.mention("secret words")
    broken.again(sent, retry=Retry(1))
    broken.command("secret words")
    broken.shortcut("secret words", callback_id="find_in_timeline")
    told = seen(broken)
    assert [message.is_private for message in told] == [False, True, True]
    for message in told:
        (reference,) = re.findall(r"reference: (\w{8})", message.text)
        assert f"reference={reference} RuntimeError < " in caplog.text
    assert "secret words" not in caplog.text


def test_a_fault_at_home_is_told_at_home(broken: InProcess) -> None:
    broken.open_home()
    assert "reference" in str(broken.stand_in.home_of(workspace.ASKER))


def test_each_request_is_one_line_in_the_log_without_its_text(
    slack: InProcess, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    sent = slack.mention(SUMMIT_QUESTION)
    slack.again(sent)
    slack.command(UNKNOWN_QUESTION)
    mention, repeated, command = log_lines(caplog.records)
    assert re.fullmatch(
        rf"mention id=\w{{8}} team={workspace.TEAM} channel={sent.channel} ts={sent.ts} "
        rf"event={sent.payload['event_id']} ms=[\d.]+ outcome=events 1/1",
        mention,
    )
    assert repeated.endswith("outcome=repeated")
    assert re.search(
        r"^command id=\w+ team=\w+ channel=\w+ ms=[\d.]+ outcome=abstain 0/0$", command
    )


def test_a_refused_layout_is_sent_once_more_in_plain_words(slack: InProcess) -> None:
    slack.stand_in.fail_next("chat.postMessage", error="invalid_blocks")
    slack.mention(SUMMIT_QUESTION)
    (message,) = seen(slack)
    assert SUMMIT in message.text
    assert message.blocks == ()


@pytest.mark.parametrize("trouble", [{"error": "is_archived"}, {"status": 500}, {"reset": True}])
def test_a_message_that_cannot_be_sent_is_logged_and_not_tried_again(
    slack: InProcess, caplog: pytest.LogCaptureFixture, trouble: dict[str, object]
) -> None:
    slack.stand_in.fail_next("chat.postMessage", **trouble)  # type: ignore[arg-type]
    assert slack.mention(SUMMIT_QUESTION).ack.is_fine
    assert seen(slack) == ()
    (line,) = log_lines(caplog.records)
    assert "outcome=not sent: " in line
