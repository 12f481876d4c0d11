"""What the stand-in saw: calls, messages, home views and faults, with waiting for more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

Found = TypeVar("Found")

PATIENCE = 15.0  # seconds; generous, because a busy machine is no fault of the bot


@dataclass(frozen=True, slots=True)
class Call:
    """One request to the Web API or a response_url, refused or not."""

    method: str
    args: dict[str, Any]
    token: str
    at: float  # time.monotonic()
    error: str = ""  # Slack's error name when it was refused


@dataclass(frozen=True, slots=True)
class Message:
    """One thing a person got to see: posted, private, updated or deleted."""

    channel: str
    ts: str
    text: str
    blocks: tuple[dict[str, Any], ...]
    via: str  # "chat.postMessage", "chat.postEphemeral", "chat.update", "response_url", "ack"
    user: str = ""  # only this person sees it, when set
    thread_ts: str = ""
    replaces: str = ""  # ts of the message it took the place of
    is_deletion: bool = False
    answers: str = ""  # trigger id of the command or click that it responds to
    args: dict[str, Any] = field(default_factory=dict)
    at: float = 0.0

    @property
    def is_private(self) -> bool:
        """Whether one person alone sees it."""
        return bool(self.user)

    @property
    def markup(self) -> dict[str, Any]:
        """Text and blocks in Slack's form, for the liveness checks."""
        return {"text": self.text, "blocks": list(self.blocks)}

    @property
    def visible(self) -> str:
        """All texts of the blocks (or the plain text without blocks), one a line."""
        if not self.blocks:
            return self.text
        return "\n".join(_texts_in(list(self.blocks)))

    @property
    def buttons(self) -> tuple[dict[str, Any], ...]:
        """Every button, in order."""
        return tuple(buttons_in(list(self.blocks)))

    @property
    def labels(self) -> tuple[str, ...]:
        """The texts of the buttons, in order."""
        return tuple(button["text"]["text"] for button in self.buttons)


def buttons_in(value: Any) -> Iterator[dict[str, Any]]:
    """Every button inside blocks; each carries its block's id as `block_id`."""
    for block in value:
        candidates = [*block.get("elements", ()), block.get("accessory")]
        for element in candidates:
            if isinstance(element, dict) and element.get("type") == "button":
                yield {**element, "block_id": block.get("block_id", "")}


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts_in(item)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for item in value.values():
            yield from _texts_in(item)


class Recorder:
    """Keeps what happened, and lets tests wait for it without sleeping."""

    def __init__(self) -> None:
        self._changed = threading.Condition()  # its lock may be entered again by one thread
        self._calls: list[Call] = []
        self._messages: list[Message] = []
        self._homes: list[tuple[str, dict[str, Any]]] = []
        self._modals: list[dict[str, Any]] = []
        self._faults: list[str] = []

    def add_call(self, call: Call) -> None:
        """Note a request."""
        with self._changed:
            self._calls.append(call)
            self._changed.notify_all()

    def add_message(self, message: Message) -> None:
        """Note a message."""
        with self._changed:
            self._messages.append(replace(message, at=time.monotonic()))
            self._changed.notify_all()

    def add_home(self, user: str, view: dict[str, Any]) -> None:
        """Note a published App Home."""
        with self._changed:
            self._homes.append((user, view))
            self._changed.notify_all()

    def add_modal(self, view: dict[str, Any]) -> None:
        """Note an opened modal."""
        with self._changed:
            self._modals.append(view)
            self._changed.notify_all()

    def add_fault(self, fault: str) -> None:
        """Note something Slack would take but we do not want."""
        with self._changed:
            self._faults.append(fault)
            self._changed.notify_all()

    @property
    def calls(self) -> tuple[Call, ...]:
        """Every request so far."""
        with self._changed:
            return tuple(self._calls)

    @property
    def all_messages(self) -> tuple[Message, ...]:
        """Every message so far, in order."""
        with self._changed:
            return tuple(self._messages)

    @property
    def homes(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """Every published App Home: user and view."""
        with self._changed:
            return tuple(self._homes)

    @property
    def modals(self) -> tuple[dict[str, Any], ...]:
        """Every opened modal."""
        with self._changed:
            return tuple(self._modals)

    @property
    def faults(self) -> tuple[str, ...]:
        """Everything Slack would take but we do not want."""
        with self._changed:
            return tuple(self._faults)

    def wait_for(self, look: Callable[[], Found], timeout: float = PATIENCE) -> Found:
        """Call `look` after each change until it returns something true, and return that."""
        deadline = time.monotonic() + timeout
        with self._changed:
            while not (found := look()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError(self._report(timeout))
                self._changed.wait(left)
            return found

    def _report(self, timeout: float) -> str:
        calls = "".join(
            f"\n  {c.method} {c.error or 'ok'} {c.args}"[:400] for c in self._calls[-5:]
        )
        faults = "".join(f"\n  {fault}" for fault in self._faults[-5:])
        return (
            f"nothing of the kind in {timeout:g} s; {len(self._calls)} calls, "
            f"{len(self._messages)} messages; last calls:{calls or ' none'}"
            f"\nfaults:{faults or ' none'}"
        )
