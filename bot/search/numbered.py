"""What is called by the same word and the next number: after "Apollo 4" comes "Apollo 5"."""

from __future__ import annotations

import re

from bot.search.index import Index
from bot.search.neighbours import number_of
from bot.search.outcome import reach_of
from bot.search.terms import fold
from bot.timeline.event import Event

_NUMBERED = re.compile(r"(?P<name>[^\W\d]\w{2,}) (?P<number>\d{1,3})\b")


def next_by_number(event: Event, index: Index, *, is_back: bool) -> list[Event]:
    """Return what is called by the next number, or the one before, the nearest first.

    Empty where the title of `event` does not begin with a word and a number.
    """
    said = _NUMBERED.match(fold(event.title))
    if said is None:
        return []
    number = int(said["number"]) + (-1 if is_back else 1)
    called = re.compile(rf"{re.escape(said['name'])} {number}\b")
    own = number_of(event, index)
    last = own + (-1 if is_back else 1) * reach_of(index)
    low, high = sorted((own, min(max(last, 0), len(index.events))))
    found = [event for event in index.events[low:high] if called.match(fold(event.title))]
    return sorted(found, key=lambda event: event.date.sort_key, reverse=is_back)


def is_called_by_number(text: str, event: Event) -> bool:
    """Whether folded `text` is the word and number that the title of `event` begins with."""
    said = _NUMBERED.match(fold(event.title))
    plain = re.sub(r"^(?:the|an?) ", "", text.strip(" ?!.,;"))
    return said is not None and plain == said.group()
