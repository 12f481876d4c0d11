"""When a call to Slack is repeated by itself: only where it is sure that nothing came of it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryHandler, RetryState

from bot.meter import WAITS, Meter
from bot.slack.certainty import RATE_LIMITED, TOO_MANY, was_never_made

LONGEST_WAIT = 30.0  # seconds, all pauses of a call together: people's patience is not longer
_MOST_REPEATS = 20  # of one call, however short the pauses are
_USUAL_PAUSE = 1.0  # seconds, where Slack asks for a pause and does not say how long
_FIRST_PAUSE = 0.5  # seconds until Slack is tried to be reached again; each is twice the last
_WAITED = "waited"


class Waiting(RetryHandler):
    """Calls again once Slack's pause is over, or Slack is to be reached again.

    Not if that takes too long: what is asked for must be told within `LONGEST_WAIT`. Each
    pause that Slack asks for is counted. With `only_asked`, nothing else is waited for.
    """

    def __init__(
        self,
        meter: Meter | None = None,
        *,
        only_asked: bool = False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(max_retry_count=_MOST_REPEATS)
        self._meter = meter or Meter()
        self._only_asked = only_asked
        self._sleep = sleep

    def _can_retry(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> bool:
        del request
        if response is None and self._only_asked:
            return False
        pause = _pause(state, response, error)
        return pause is not None and _waited(state) + pause <= LONGEST_WAIT

    def prepare_for_next_attempt(
        self,
        *,
        state: RetryState,
        request: HttpRequest,
        response: HttpResponse | None = None,
        error: Exception | None = None,
    ) -> None:
        """Wait as long as was asked for, and a little more so that not all come at once."""
        del request
        pause = _pause(state, response, error) or 0.0
        if response is not None:
            self._meter.count(WAITS)
        state.custom_values = {_WAITED: _waited(state) + pause}
        state.next_attempt_requested = True
        self._sleep(pause * (1 + random.random() / 10))  # noqa: S311 (no secret)
        state.increment_current_attempt()


def _waited(state: RetryState) -> float:
    return float((state.custom_values or {}).get(_WAITED, 0.0))


def _pause(
    state: RetryState, response: HttpResponse | None, error: Exception | None
) -> float | None:
    """Return the seconds to wait before a call is repeated; None if it must not be."""
    if response is None:
        is_sure = error is not None and was_never_made(error)
        return float(_FIRST_PAUSE * 2**state.current_attempt) if is_sure else None
    said = response.body.get("error") if isinstance(response.body, dict) else None
    if response.status_code != TOO_MANY and said not in RATE_LIMITED:
        return None
    return _retry_after(response.headers)


def _retry_after(headers: Mapping[str, Any]) -> float:
    for name, value in headers.items():
        if name.lower() == "retry-after":
            told = value[0] if isinstance(value, list) and value else value
            try:
                return max(float(str(told)), 0.0)
            except ValueError:
                break
    return _USUAL_PAUSE
