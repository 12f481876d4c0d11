"""A call is made again only where nothing came of it, and not for longer than people wait."""

from __future__ import annotations

import errno
from typing import Any
from urllib.error import URLError

import pytest
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

from bot.meter import WAITS, Meter
from bot.slack.patience import LONGEST_WAIT, Waiting

REQUEST = HttpRequest(method="POST", url="https://slack.example/api", headers={}, body_params={})
UNREACHED = URLError(ConnectionRefusedError(errno.ECONNREFUSED, "refused"))


def pauses(answer: HttpResponse | Exception, *, meter: Meter | None = None) -> list[float]:
    """Return the pauses of a call that is answered like this each time."""
    made: list[float] = []
    waiting, state = Waiting(meter, sleep=made.append), RetryState()
    told: dict[str, Any] = {"state": state, "request": REQUEST}
    told["error" if isinstance(answer, Exception) else "response"] = answer
    while waiting.can_retry(**told):
        waiting.prepare_for_next_attempt(**told)
    return made


def answered(
    status: int, error: str = "", *, wait: object = None, name: str = "Retry-After"
) -> HttpResponse:
    """Return an answer of Slack's, which may ask for a pause."""
    headers: dict[str, Any] = {} if wait is None else {name: wait}
    body = {"ok": False, "error": error} if error else None
    return HttpResponse(status_code=status, headers=headers, body=body)


@pytest.mark.parametrize("name", ["Retry-After", "retry-after"])
def test_a_pause_that_slack_asks_for_is_kept_as_often_as_it_asks(name: str) -> None:
    made = pauses(answered(429, wait=["7"], name=name))
    assert len(made) == 4
    assert all(7 <= pause < 8 for pause in made)


def test_a_pause_is_read_from_a_body_that_says_so_as_well() -> None:
    assert 2 <= pauses(answered(200, "ratelimited", wait="2"))[0] < 3


@pytest.mark.parametrize("value", [["soon"], [""], "", "½"])
def test_a_pause_that_cannot_be_read_is_a_short_one(value: object) -> None:
    made = pauses(answered(429, wait=value))
    assert all(1 <= pause < 2 for pause in made)
    assert 1 < sum(made) < 2 * LONGEST_WAIT


@pytest.mark.parametrize("value", ["31", "3600", "inf", "nan", "9" * 400])
def test_a_pause_longer_than_people_wait_is_not_waited_for(value: str) -> None:
    assert pauses(answered(429, wait=[value])) == []


@pytest.mark.parametrize("value", ["0", "-5"])
def test_no_pause_at_all_does_not_mean_for_ever(value: str) -> None:
    assert 1 < len(pauses(answered(429, wait=[value]))) < 100


def test_where_only_what_slack_asks_for_is_waited_for_nothing_else_is() -> None:
    told: dict[str, Any] = {"state": RetryState(), "request": REQUEST}
    waiting = Waiting(only_asked=True)
    assert waiting.can_retry(**told, response=answered(429, wait="1.5"))
    assert not waiting.can_retry(**told, error=UNREACHED)


def test_a_slack_that_cannot_be_reached_is_tried_again_at_growing_intervals() -> None:
    meter = Meter()
    made = pauses(UNREACHED, meter=meter)
    assert made == sorted(made)
    assert LONGEST_WAIT / 3 < sum(made) < LONGEST_WAIT * 1.1
    assert meter.counts(WAITS) == {}  # nobody asked for a pause


@pytest.mark.parametrize(
    "answer",
    [
        answered(200),
        answered(200, "not_in_channel"),
        answered(200, "internal_error"),
        answered(500),
        answered(503),
        ConnectionResetError(),
        TimeoutError(),
        URLError(TimeoutError()),
        ValueError(),
    ],
)
def test_what_may_have_been_carried_out_and_what_was_refused_is_not_repeated(
    answer: HttpResponse | Exception,
) -> None:
    assert pauses(answer) == []
