"""Things Slack hands out that run out: timestamps, trigger ids and response URLs."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import dataclass

RESPONSE_USES = 5
RESPONSE_LIFETIME = 30 * 60.0
TRIGGER_LIFETIME = 3.0


@dataclass(slots=True)
class ResponseUrl:
    """A response_url: for whom, where, and how often it was used."""

    key: str
    channel: str
    user: str
    trigger: str
    born: float
    original: str = ""  # ts of the message whose button was clicked
    original_is_private: bool = False
    thread_ts: str = ""
    uses: int = 0


class Tickets:
    """Issues and redeems; its clock can be put forward instead of waiting."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counter = itertools.count(1)
        self._ahead = 0.0
        self._triggers: dict[str, float] = {}
        self._responses: dict[str, ResponseUrl] = {}

    def now(self) -> float:
        """Unix time, plus what the clock was put forward."""
        return time.time() + self._ahead

    def put_forward(self, seconds: float) -> None:
        """Let trigger ids and response URLs age."""
        self._ahead += seconds

    def new_ts(self) -> str:
        """A message timestamp, unique and growing, as Slack writes them."""
        with self._lock:
            return f"{int(time.time())}.{next(self._counter):06d}"

    def new_id(self, prefix: str) -> str:
        """A fresh id with Slack's letter in front."""
        with self._lock:
            return f"{prefix}0{next(self._counter):09X}"

    def new_trigger(self) -> str:
        """A trigger id, good for three seconds and once."""
        trigger = self.new_id("13345224609.738474920.")
        with self._lock:
            self._triggers[trigger] = self.now()
        return trigger

    def redeem_trigger(self, trigger: str) -> str:
        """Slack's error name, or an empty string if the trigger was good."""
        with self._lock:
            if trigger not in self._triggers:
                return "invalid_trigger_id"
            born = self._triggers[trigger]
            if born < 0:
                return "exchanged_trigger_id"
            self._triggers[trigger] = -1.0
            return "expired_trigger_id" if self.now() - born > TRIGGER_LIFETIME else ""

    def new_response(
        self,
        channel: str,
        user: str,
        *,
        trigger: str,
        original: str = "",
        original_is_private: bool = False,
        thread_ts: str = "",
    ) -> str:
        """The key of a new response URL."""
        key = self.new_id("R")
        with self._lock:
            self._responses[key] = ResponseUrl(
                key,
                channel,
                user,
                trigger,
                self.now(),
                original=original,
                original_is_private=original_is_private,
                thread_ts=thread_ts,
            )
        return key

    def redeem_response(self, key: str) -> ResponseUrl | str:
        """The response URL with one use counted, or the name of the error."""
        with self._lock:
            ticket = self._responses.get(key)
            if ticket is None:
                return "invalid_url"
            if self.now() - ticket.born > RESPONSE_LIFETIME:
                return "expired_url"
            if ticket.uses >= RESPONSE_USES:
                return "used_url"
            ticket.uses += 1
            return ticket
