"""What only the HTTP mode can do to the running bot."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest

from tests.slack.bot_process import HTTP, BotProcess
from tests.slack.conversation import barrier
from tests.slack.example_data import SUMMIT_QUESTION
from tests.slack.stand_in import HttpDelivery, payloads, workspace
from tests.slack.stand_in.http_delivery import FORM

pytestmark = pytest.mark.parametrize("bot", [HTTP], indirect=True)


@pytest.fixture
def door(bot: BotProcess) -> HttpDelivery:
    assert isinstance(bot.slack, HttpDelivery)
    return bot.slack


def a_mention() -> str:
    text = f"<@{workspace.BOT_USER}> {SUMMIT_QUESTION}"
    event = payloads.mention(text, ts="1700000000.424242", channel=workspace.CHANNEL)
    return json.dumps(payloads.wrapped(event, event_id="Ev0FORGED00", at=1_700_000_000))


@pytest.mark.parametrize(
    "forgery",
    [
        {"signature": "v0=" + "0" * 64},
        {"signature": ""},
        {"age": 10 * 60.0},
        {"age": -10 * 60.0},
        {"unsigned": True},
    ],
)
def test_a_forged_request_is_refused_and_unanswered(
    door: HttpDelivery, bot: BotProcess, forgery: dict[str, object]
) -> None:
    mark, logged = door.stand_in.mark, len(bot.output)
    assert door.post(a_mention(), **forgery).status == 401  # type: ignore[arg-type]
    door.stand_in.assert_quiet(since=mark, barrier=lambda: barrier(door))
    assert SUMMIT_QUESTION not in bot.output[logged:]


def test_slack_can_verify_the_address(door: HttpDelivery) -> None:
    example = payloads.example("url_verification")
    answer = door.post(json.dumps(example))
    assert answer.is_fine
    said = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
    assert example["challenge"] in said


def test_slack_can_check_the_certificate(door: HttpDelivery) -> None:
    form = urlencode(payloads.example("ssl_check"))
    assert door.post(form, content_type=FORM).is_fine
    assert door.post(form, content_type=FORM, unsigned=True).is_fine


def test_a_health_check_says_that_it_is_well(door: HttpDelivery) -> None:
    assert door.request("GET", "/healthz").status == 200


@pytest.mark.parametrize("path", ["/", "/slack", "/slack/install", "/../etc/passwd", "/healthz/x"])
def test_other_addresses_do_not_exist(door: HttpDelivery, path: str) -> None:
    assert door.request("GET", path).status == 404


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("", "application/json"),
        ("{", "application/json"),
        ("[]", "application/json"),
        ("null", "application/json"),
        ('{"type": "event_callback"}', "application/json"),
        ('{"type": "event_callback", "event": {"type": "app_mention"}}', "application/json"),
        ('{"type": "event_callback", "event": {"type": "unheard_of"}}', "application/json"),
        ("payload=%7B", FORM),
        ("payload=null", FORM),
        ("command=/timeline", FORM),
        ("a=b", "text/plain"),
        ("\x00\x01\x02", "application/octet-stream"),
    ],
)
def test_a_malformed_request_harms_nothing(
    door: HttpDelivery, bot: BotProcess, body: str, content_type: str
) -> None:
    logged = len(bot.output)
    door.post(body, content_type=content_type)
    barrier(door)
    assert "Traceback" not in bot.output[logged:]


def test_it_asks_slack_for_no_socket(door: HttpDelivery) -> None:
    assert door.stand_in.calls_of("apps.connections.open") == ()
