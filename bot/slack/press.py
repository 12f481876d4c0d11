"""What a pressed button asks for, and the text in which the button carries it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.answers.answer import MAX_REQUEST, AnswerKind, Request
from bot.answers.language import language_of
from bot.answers.wording.choosing import LANGUAGES
from bot.timeline.schema import LONGEST_ID

VERSION = 1  # of the values; messages live for years, so a later form must tell this one apart
# Slack takes 2,000 characters. They are counted as UTF-16 here, which is never the smaller count.
LONGEST_VALUE = 1_900
LONGEST_LISTING = 1_300  # a message holds three such values and must stay small
_LONGEST_SHOWN = 150  # of a heading, and of a question that is only shown
MOST_IDS = 1_000  # of a listing; far more than a button can carry
_MOST_OFFSET = 10**9

# Each of these would take two to six characters, be it in JSON or where Slack escapes what it
# hands back. Their wide forms take one, so that a question of the greatest length always fits.
_NARROW = '&<>"\\'
_WIDE = "\uff06\uff1c\uff1e\uff02\uff3c"
_WIDEN = str.maketrans(_NARROW, _WIDE)
_NARROW_AGAIN = str.maketrans(_WIDE, _NARROW)


class Audience(StrEnum):
    """Who sees a message, and so where the answer to a button under it belongs."""

    PRIVATE = "p"  # one person: it is replaced in place
    DIRECT = "d"  # one person's conversation with the bot: the same
    PUBLIC = "c"  # a channel: whoever presses gets a private answer
    HOME = "h"  # the App Home: it is published anew


@dataclass(frozen=True, slots=True)
class Listing:
    """An answer as the ids of its entries, for where its question alone would not find them.

    Such is a question that leans on earlier ones, or one too long to be kept whole.
    """

    kind: AnswerKind
    heading: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """What a button stands for: an answer to give (again), from where on, and as of which day.

    With a `listing` the answer is that, and the request only tells what was asked.
    """

    request: Request
    audience: Audience
    today: date
    offset: int = 0
    listing: Listing | None = None

    def to_value(self) -> str | None:
        """Return the text a button carries; None if it cannot hold all it would have to."""
        longest = LONGEST_VALUE if self.listing is None else LONGEST_LISTING
        value = self._encode()
        return value if len(value.encode("utf-16-le", "replace")) // 2 <= longest else None

    def fitted(self) -> Press:
        """Return the same with as many ids of its listing as a button can carry."""
        if self.listing is None:
            return self
        short = replace(
            self,
            request=replace(self.request, text=self.request.text[:_LONGEST_SHOWN]),
            listing=replace(self.listing, heading=self.listing.heading[:_LONGEST_SHOWN]),
        )
        return _most_that_fit(short, self.listing.ids)

    def _encode(self) -> str:
        content: dict[str, Any] = {
            "v": VERSION,
            "q": [self.request.verb, self.request.text],
            "o": self.offset,
            "w": self.audience.value,
            "d": self.today.isoformat(),
        }
        if self.request.language != language_of(self.request.text):  # a bare date in a thread
            content["l"] = self.request.language
        if self.listing is not None:
            listing = self.listing
            content |= {"i": list(listing.ids), "h": listing.heading, "k": listing.kind.value}
        if not any(character in str(content) for character in _WIDE):
            content = {**_each_text(content, lambda text: text.translate(_WIDEN)), "n": 1}
        made = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        # Written like this there is nothing for Slack to escape.
        for character in "&<>":
            made = made.replace(character, f"\\u{ord(character):04x}")
        return made

    @classmethod
    def from_value(cls, value: object) -> Press | None:
        """Read a button's value; None for anything that no button of ours ever carried."""
        try:
            found = json.loads(value) if isinstance(value, str) else None
            if not isinstance(found, dict) or found["v"] != VERSION:
                return None
            if "n" in found:
                found = _each_text(found, lambda text: text.translate(_NARROW_AGAIN))
            press = cls(
                _read_request(found["q"], found.get("l")),
                Audience(found["w"]),
                date.fromisoformat(found["d"]),
                _read_offset(found["o"]),
                _read_listing(found) if "i" in found else None,
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return None
        return press


def _most_that_fit(press: Press, ids: tuple[str, ...]) -> Press:
    assert press.listing is not None  # noqa: S101
    least, most = 0, min(len(ids), MOST_IDS)
    while least < most:
        middle = (least + most + 1) // 2
        tried = replace(press, listing=replace(press.listing, ids=ids[:middle]))
        # With room for a later page: its offset has more digits.
        fits = replace(tried, offset=_MOST_OFFSET).to_value() is not None
        least, most = (middle, most) if fits else (least, middle - 1)
    return replace(press, listing=replace(press.listing, ids=ids[:least]))


def _each_text(content: dict[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    def changed(value: Any) -> Any:
        if isinstance(value, list):
            return [changed(part) for part in value]
        return change(value) if isinstance(value, str) else value

    return {name: changed(value) for name, value in content.items()}


def _read_request(found: Any, language: Any) -> Request:
    verb, text = found
    if not isinstance(verb, str) or not isinstance(text, str) or len(text) > MAX_REQUEST:
        raise ValueError
    if language not in LANGUAGES:
        language = language_of(text)
    return Request(verb, text, language)


def _read_offset(found: Any) -> int:
    if type(found) is not int or not 0 <= found <= _MOST_OFFSET:
        raise ValueError
    return found


def _read_listing(found: dict[str, Any]) -> Listing:
    ids, heading = found["i"], found["h"]
    if not isinstance(ids, list) or not isinstance(heading, str) or len(ids) > MOST_IDS:
        raise ValueError
    if not all(isinstance(one, str) and len(one) <= LONGEST_ID for one in ids):
        raise ValueError
    return Listing(AnswerKind(found["k"]), heading, tuple(ids))
