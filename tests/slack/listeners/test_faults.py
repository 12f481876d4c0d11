"""What goes wrong inside or at Slack: an apology, a line in the log, and no second answer."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.answers.responder import Responder
from bot.answers.wording.en import ENGLISH
from bot.ledger.database import open_database
from bot.slack.app import build_app
from bot.slack.blocks import notice
from bot.slack.confiding import confide
from bot.slack.curating import Curating
from bot.slack.limits import Limits
from bot.slack.sending import posting_client
from tests.slack.example_data import SUMMIT, SUMMIT_QUESTION, UNKNOWN_QUESTION
from tests.slack.in_process import (
    InProcess,
    log_lines,
    make_app,
    make_desk,
    make_settings,
    seen,
)
from tests.slack.stand_in import Retry, Sent, StandIn, workspace


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


def test_a_command_that_fails_before_anybody_takes_it_is_apologised_for(
    responder: Responder, caplog: pytest.LogCaptureFixture
) -> None:
    def authorize() -> None:
        raise ConnectionError("the question was: secret words")

    with StandIn() as stand_in:
        app = build_app(make_settings(stand_in), make_desk(lambda: responder), authorize=authorize)
        slack = InProcess(stand_in, app)
        sent = slack.command("secret words")
        assert sent.ack.is_fine
        (reference,) = re.findall(r"reference: (\w{8})", slack.reply(sent).text)
        assert slack.mention("secret words").ack.is_fine
        assert len(seen(slack)) == 1
    assert f"reference={reference} a listener failed: ConnectionError" in caplog.text
    assert "secret words" not in caplog.text


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


@pytest.mark.parametrize(
    "trouble",
    [{"status": 500}, {"status": 200}, {"reset": True}, {"half": True}, {"error": "fatal_error"}],
)
@pytest.mark.parametrize("thread", ["", "1111.000001"])
def test_an_answer_that_may_have_arrived_is_not_sent_again_but_its_asker_is_told(
    slack: InProcess, caplog: pytest.LogCaptureFixture, trouble: dict[str, object], thread: str
) -> None:
    slack.stand_in.fail_next("chat.postMessage", **trouble)  # type: ignore[arg-type]
    assert slack.mention(SUMMIT_QUESTION, thread_ts=thread).ack.is_fine
    (told,) = seen(slack)
    assert (told.user, told.channel, told.thread_ts) == (workspace.ASKER, workspace.CHANNEL, thread)
    assert "please ask again" in told.visible
    (line,) = log_lines(caplog.records)
    assert "outcome=not sent: " in line


def test_what_may_not_have_arrived_is_told_in_the_language_of_the_question(
    slack: InProcess,
) -> None:
    slack.stand_in.fail_next("chat.postMessage", status=503)
    slack.direct_message("Когда Путин встретился с Ким Чен Ыном?")
    (told,) = seen(slack)
    assert (told.user, told.channel) == (workspace.ASKER, workspace.DIRECT)
    assert "задайте вопрос" in told.visible


@pytest.mark.parametrize("reason", ["is_archived", "not_in_channel", "restricted_action_x"])
def test_an_answer_that_its_channel_refuses_is_given_in_private(
    slack: InProcess, reason: str
) -> None:
    slack.stand_in.fail_next("chat.postMessage", error=reason)
    slack.stand_in.fail_next("chat.postEphemeral", error=reason)
    slack.mention(SUMMIT_QUESTION)
    (told,) = seen(slack)
    assert (told.channel, told.thread_ts) == (workspace.DIRECT, "")
    assert SUMMIT in told.visible


@pytest.mark.parametrize("trouble", [{"half": True}, {"status": 200}])
def test_what_is_told_in_private_is_told_again_where_no_answer_of_slacks_confirms_it(
    slack: InProcess, trouble: dict[str, object]
) -> None:
    slack.stand_in.fail_next("chat.postEphemeral", **trouble)  # type: ignore[arg-type]
    pauses: list[float] = []
    client = posting_client(workspace.BOT_TOKEN, base_url=slack.stand_in.api_url)
    place = {"channel": workspace.CHANNEL, "user": workspace.ASKER}
    assert confide(client, notice("A word with you."), sleep=pauses.append, **place)
    (told,) = seen(slack)
    assert (told.via, told.user, len(pauses)) == ("chat.postEphemeral", workspace.ASKER, 1)


@pytest.mark.parametrize("reason", ["token_revoked", "account_inactive", "invalid_auth"])
def test_a_workspace_that_takes_nothing_is_not_called_again(slack: InProcess, reason: str) -> None:
    slack.stand_in.fail_next("chat.postMessage", error=reason)
    slack.mention(SUMMIT_QUESTION)
    assert seen(slack) == ()
    assert len(slack.stand_in.calls) <= 1


def test_a_call_that_was_too_much_is_made_again_as_often_as_slack_asks(
    slack: InProcess,
) -> None:
    slack.stand_in.fail_next("chat.postMessage", error="ratelimited", retry_after=0, times=3)
    slack.mention(SUMMIT_QUESTION)
    (told,) = seen(slack)
    assert SUMMIT in told.visible


@pytest.mark.parametrize(
    "trouble", [{"status": 404}, {"status": 500}, {"status": 200}, {"reset": True}, {"half": True}]
)
def test_what_a_response_url_did_not_take_is_spoken_of_in_private(
    slack: InProcess, trouble: dict[str, object]
) -> None:
    page = slack.reply(slack.command("2022"))
    asked: list[Callable[[], Sent]] = [
        lambda: slack.click(page, "Show more"),
        lambda: slack.click(page, "Share in channel"),
        lambda: slack.click(page, "Show more", changes={"value": "of another version"}),
        lambda: slack.shortcut(SUMMIT, callback_id="find_in_timeline"),
    ]
    for ask in asked:
        slack.stand_in.fail_next("response_url", **trouble)  # type: ignore[arg-type]
        told = slack.stand_in.messages(since=ask().mark)[0]
        assert (told.channel, told.user) == (workspace.CHANNEL, workspace.ASKER)
        assert "please ask again" in told.visible


def test_whoever_presses_too_much_at_home_is_told_so(responder: Responder) -> None:
    limits = Limits(lambda: 0.0, per_user=1, per_team=0)
    with StandIn() as stand_in:
        desk = replace(make_desk(lambda: responder), limits=limits)
        slack = InProcess(stand_in, make_app(stand_in, desk))
        slack.open_home()
        for _ in range(3):
            slack.click_at_home("show_example_0")
        (told,) = seen(slack)
        assert told.channel == workspace.DIRECT
        assert told.visible == ENGLISH.too_many(60)


def test_questions_that_found_nothing_which_could_not_be_listed_are_spoken_of(
    responder: Responder,
) -> None:
    engine = open_database("sqlite://")
    curators = frozenset({workspace.ASKER})
    curating = Curating(engine, lambda: datetime.now(UTC), None, curators)
    with StandIn() as stand_in:
        desk = replace(make_desk(lambda: responder), curating=curating)
        slack = InProcess(stand_in, make_app(stand_in, desk))
        stand_in.fail_next("response_url", status=500)
        slack.command("unanswered")
        (told,) = seen(slack)
        assert (told.user, told.visible) == (workspace.ASKER, ENGLISH.unconfirmed)
    engine.dispose()
