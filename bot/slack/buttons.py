"""Buttons under an answer, and what a pressed one asks for."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.answers.answer import MAX_REQUEST, Answer, Request
from bot.slack import names
from bot.slack.mrkdwn import shorten

VERSION = 1  # of the values; messages live for years, so a later form must tell this one apart
# Slack takes 2,000 characters. A message may hold three such values and must stay small.
LONGEST_VALUE = 700
_LONGEST_LABEL = 75
_MOST_OFFSET = 10**9


class Audience(StrEnum):
    """Who sees a message, and so where the answer to a button under it belongs."""

    PRIVATE = "p"  # one person: it is replaced in place
    DIRECT = "d"  # one person's conversation with the bot: the same
    PUBLIC = "c"  # a channel: whoever presses gets a private answer
    HOME = "h"  # the App Home: it is published anew


@dataclass(frozen=True, slots=True)
class Press:
    """What a button stands for: an answer to give (again), from where on, and as of which day."""

    request: Request
    audience: Audience
    today: date
    offset: int = 0

    def to_value(self) -> str:
        """Return the text a button carries; a long question is cut until it fits."""
        text = self.request.text[:MAX_REQUEST]
        while (
            len(json.dumps(value := self._encode(text), ensure_ascii=False)) > LONGEST_VALUE
            and text
        ):
            text = text[: len(text) * 9 // 10]
        return value

    def _encode(self, text: str) -> str:
        made = json.dumps(
            {
                "v": VERSION,
                "q": [self.request.verb, text],
                "o": self.offset,
                "w": self.audience.value,
                "d": self.today.isoformat(),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        # Slack escapes some of what it hands back; written like this there is nothing to escape.
        for character in "&<>":
            made = made.replace(character, f"\\u{ord(character):04x}")
        return made

    @classmethod
    def from_value(cls, value: object) -> Press | None:
        """Read a button's value; None for anything that no button of ours ever carried."""
        try:
            found = json.loads(value) if isinstance(value, str) else None
            version, offset = found["v"], found["o"]  # type: ignore[index]
            verb, text = found["q"]  # type: ignore[index]
            audience = Audience(found["w"])  # type: ignore[index]
            today = date.fromisoformat(found["d"])  # type: ignore[index]
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        is_sound = (
            version == VERSION
            and isinstance(verb, str)
            and isinstance(text, str)
            and len(text) <= MAX_REQUEST
            and type(offset) is int
            and 0 <= offset <= _MOST_OFFSET
        )
        return cls(Request(verb, text), audience, today, offset) if is_sound else None


def make_buttons(
    answer: Answer, audience: Audience, *, today: date, shown: int, is_shareable: bool
) -> list[dict[str, Any]]:
    """Return the row of buttons under an answer of which `shown` entries are on the page."""
    here = Press(answer.request, audience, today, answer.offset)
    after_page = answer.offset + shown
    left = answer.total - after_page
    row: list[dict[str, Any]] = []
    if answer.before:
        row.append(
            _button(
                names.SHOW_BEFORE,
                f"‹ {answer.before}",
                replace(here, request=Request("period", answer.before), offset=0),
                spoken=f"The period before: {answer.before}",
            )
        )
    if answer.after:
        row.append(
            _button(
                names.SHOW_AFTER,
                f"{answer.after} ›",
                replace(here, request=Request("period", answer.after), offset=0),
                spoken=f"The period after: {answer.after}",
            )
        )
    if answer.offset:
        row.append(_button(names.SHOW_FIRST, "Back to the first", replace(here, offset=0)))
    if shown and left > 0 and answer.is_answered:
        row.append(
            _button(names.SHOW_MORE, f"Show more ({left} left)", replace(here, offset=after_page))
        )
    if is_shareable and audience is Audience.PRIVATE and answer.is_answered:
        row.append(_button(names.SHARE, "Share in channel", here))
    return row


def example_buttons(examples: tuple[str, ...], *, today: date) -> list[dict[str, Any]]:
    """Return a button for each example question, for the App Home."""
    return [
        _button(
            f"{names.SHOW_EXAMPLE}_{number}",
            example,
            Press(Request("ask", example), Audience.HOME, today),
            spoken=f"Ask: {example}",
        )
        for number, example in enumerate(examples)
    ]


def _button(action_id: str, label: str, press: Press, *, spoken: str = "") -> dict[str, Any]:
    button: dict[str, Any] = {
        "type": "button",
        "action_id": action_id,
        "text": {"type": "plain_text", "text": shorten(label, _LONGEST_LABEL), "emoji": False},
        "value": press.to_value(),
    }
    if spoken:
        button["accessibility_label"] = shorten(spoken, _LONGEST_LABEL)
    return button
