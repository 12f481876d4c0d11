"""Answers of the last minutes, for whoever asks the same: looking it up again costs most."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from bot.answers.answer import Answer, AnswerKind
from bot.answers.responder import Responder
from bot.slack.blocks import Message

LIFETIME = 600.0  # seconds
MOST_ANSWERS = 500  # some megabytes

Shown = tuple[Answer, Message]


class Answers:
    """Remembers answers by what was asked, as long as the data is the same; safe to share.

    An answer depends on nothing but the question, the day and the data, so that the one
    given before is the one that would be found again.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        # What was given longest ago stands first.
        self._known: OrderedDict[Hashable, tuple[float, Responder, Shown]] = OrderedDict()

    def find(self, key: Hashable, responder: Responder) -> Shown | None:
        """Return what was answered to this, from these very data, not long ago."""
        with self._lock:
            known = self._known.get(key)
        if known is None:
            return None
        until, asked, shown = known
        return shown if asked is responder and until > self._clock() else None

    def keep(self, key: Hashable, responder: Responder, shown: Shown) -> None:
        """Remember an answer and its message, unless it may have been chosen by chance."""
        if shown[0].kind is AnswerKind.EVENT:
            return
        with self._lock:
            self._known[key] = (self._clock() + LIFETIME, responder, shown)
            self._known.move_to_end(key)
            while len(self._known) > MOST_ANSWERS:
                self._known.popitem(last=False)
