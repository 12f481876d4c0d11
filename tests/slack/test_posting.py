"""One daily post is sent once, and what Slack says of it is told as an outcome."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.error import URLError

import pytest

from bot.ledger.delivery import DeliveryState, Outcome
from bot.ledger.subscription import Subscription, Workspace
from bot.slack.certainty import CLOSED, HOPELESS, was_never_made
from bot.slack.posting import LONGEST_RETRY, UNREACHABLE, Poster
from bot.slack.stopped import stopped_notice
from bot.timeline.daily_choice import DailyChoice
from tests.slack.stand_in import StandIn, live_mentions, workspace

LASTING = HOPELESS | CLOSED
POST = {"text": "On this day", "blocks": [{"type": "divider"}]}
SUBSCRIPTION = Subscription(
    7, Workspace("", workspace.TEAM), workspace.CHANNEL, at=time(9), zone="UTC",
    choice=DailyChoice(), set_up_by=workspace.ASKER, next_due=datetime(2026, 1, 1, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture(scope="module")
def stand_in() -> Iterator[StandIn]:
    """Slack, for all tests of this file."""
    with StandIn() as running:
        yield running


def post(stand_in: StandIn, message: Any = POST, *, channel: str = workspace.CHANNEL) -> Outcome:
    """Post a message as the clock does."""
    return make_poster(stand_in.api_url).post(message, channel=channel, token=workspace.BOT_TOKEN)


def make_poster(url: str) -> Poster:
    """Return what posts to Slack at this address."""
    return Poster(base_url=url, command="/timeline", bot_name="timeline")


def posted(stand_in: StandIn, since: int) -> list[str]:
    """Return the texts that were posted since a mark."""
    return [message.text for message in stand_in.messages(since=since)]


def test_what_is_posted_is_sent_with_its_timestamp_and_unfolds_nothing(stand_in: StandIn) -> None:
    mark, faults = stand_in.mark, len(stand_in.faults)
    outcome = post(stand_in)
    (message,) = stand_in.messages(since=mark)
    assert outcome == Outcome(DeliveryState.SENT, ts=message.ts)
    assert stand_in.faults[faults:] == ()  # among them: unfurling, and blocks without a text


def test_a_pause_that_slack_asks_for_is_no_failure_and_is_not_waited_for_here(
    stand_in: StandIn,
) -> None:
    mark = stand_in.mark
    stand_in.fail_next("chat.postMessage", error="ratelimited", retry_after=30)
    outcome = post(stand_in)
    assert (outcome.state, outcome.wait, outcome.holds) == ("waiting", timedelta(seconds=30), True)
    assert posted(stand_in, mark) == []


def test_a_pause_of_days_is_cut_to_an_hour(stand_in: StandIn) -> None:
    stand_in.fail_next("chat.postMessage", error="ratelimited", retry_after=999_999)
    assert post(stand_in).wait == LONGEST_RETRY


@pytest.mark.parametrize(
    "trouble",
    [
        {"status": 500}, {"status": 502}, {"status": 503, "error": "service_unavailable"},
        {"status": 408}, {"error": "internal_error"}, {"error": "fatal_error"}, {"reset": True},
        {"status": 200},
    ],
)  # fmt: skip
@pytest.mark.parametrize("after", [False, True])
def test_an_unclear_failure_is_unknown_and_never_repeated(
    stand_in: StandIn, trouble: dict[str, Any], after: bool
) -> None:
    mark, calls = stand_in.mark, len(stand_in.calls_of("chat.postMessage"))
    stand_in.fail_next("chat.postMessage", **trouble, after=after)
    outcome = post(stand_in)
    assert (outcome.state, outcome.stops) == ("unknown", False)
    assert len(posted(stand_in, mark)) == after
    assert len(stand_in.calls_of("chat.postMessage")) - calls == after  # no second attempt


def test_a_timeout_is_unknown(stand_in: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = stand_in.mark
    monkeypatch.setattr("bot.slack.posting.TIMEOUT", 0.1)
    stand_in.fail_next("chat.postMessage", delay=0.4)
    outcome = post(stand_in)
    assert (outcome.state, outcome.reason) == ("unknown", "TimeoutError")
    # What nobody waits for any more is posted all the same: not into the next test.
    stand_in.wait_for_messages(since=mark)


@pytest.mark.parametrize("error", sorted(LASTING))
def test_what_lasts_stops_the_subscription(stand_in: StandIn, error: str) -> None:
    stand_in.fail_next("chat.postMessage", error=error)
    assert post(stand_in) == Outcome(DeliveryState.REFUSED, reason=error, stops=True)


@pytest.mark.parametrize("error", ["no_text", "an_error_nobody_has_seen"])
def test_another_refusal_is_for_today_only(stand_in: StandIn, error: str) -> None:
    stand_in.fail_next("chat.postMessage", error=error)
    assert post(stand_in) == Outcome(DeliveryState.REFUSED, reason=error)


def test_a_page_of_something_in_between_that_says_no_is_a_refusal(stand_in: StandIn) -> None:
    stand_in.fail_next("chat.postMessage", status=403)
    assert post(stand_in) == Outcome(DeliveryState.REFUSED, reason="status 403")


def test_a_channel_without_the_bot_and_a_channel_that_is_gone(stand_in: StandIn) -> None:
    assert post(stand_in, channel=workspace.FOREIGN_CHANNEL).reason == "not_in_channel"
    assert post(stand_in, channel="C0NOWHERE").reason == "channel_not_found"


def test_a_layout_that_slack_refuses_is_sent_as_plain_words(stand_in: StandIn) -> None:
    mark = stand_in.mark
    outcome = post(stand_in, {"text": "plain words", "blocks": [{"type": "no_such_block"}]})
    assert outcome.state == "sent"
    (message,) = stand_in.messages(since=mark)
    assert (message.text, message.blocks) == ("plain words", ())


def test_a_server_that_cannot_be_reached_has_posted_nothing() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # taken, and not listened at
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/api/"
        outcome = make_poster(url).post(POST, channel="C1", token="xoxb-1")
    assert (outcome.state, outcome.wait, outcome.holds) == ("waiting", UNREACHABLE, True)


def test_a_name_that_does_not_resolve_has_posted_nothing() -> None:
    outcome = make_poster("http://nowhere.invalid/api/").post(POST, channel="C1", token="xoxb-1")
    assert (outcome.state, outcome.holds) == ("waiting", True)


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_where_too_many_files_are_open_nothing_has_been_posted(number: int) -> None:
    assert was_never_made(URLError(OSError(number, "too many open files")))


def test_no_token_and_no_text_reaches_the_log(
    stand_in: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    for trouble in ({"status": 500}, {"error": "is_archived"}, {"reset": True}):
        stand_in.fail_next("chat.postMessage", **trouble)
        post(stand_in, {"text": "a secret of 1905"})
    assert workspace.BOT_TOKEN not in caplog.text
    assert "secret of 1905" not in caplog.text


def test_whoever_set_it_up_is_told_why_it_stopped_in_a_direct_message(stand_in: StandIn) -> None:
    mark = stand_in.mark
    make_poster(stand_in.api_url).tell(SUBSCRIPTION, "is_archived", token=workspace.BOT_TOKEN)
    (message,) = stand_in.messages(since=mark)
    assert message.channel == workspace.DIRECT
    assert f"<#{workspace.CHANNEL}>" in message.text
    assert "archived" in message.text
    assert "/timeline resume" in message.text


def test_who_cannot_be_told_is_no_error(stand_in: StandIn) -> None:
    stranger = replace(SUBSCRIPTION, set_up_by="U0GONE")
    make_poster(stand_in.api_url).tell(stranger, "is_archived", token=workspace.BOT_TOKEN)


@pytest.mark.parametrize("reason", sorted(LASTING | {"not_installed", "<!channel>"}))
def test_every_notice_names_a_remedy_and_calls_nobody(reason: str) -> None:
    notice = stopped_notice("C1", reason, command="/timeline", bot_name="timeline")
    assert "/timeline resume" in notice
    assert live_mentions({"text": notice}) == ["<#C1>"]
