"""What goes wrong at Slack during a campaign, by chance but from a seed."""

from __future__ import annotations

import threading
from collections import Counter
from random import Random
from typing import Any

from tests.daily_campaign.clock_process import TIMEOUT
from tests.slack.stand_in.trouble import Trouble

# With each, whether it leaves anybody in the dark about the post.
FAULTS: tuple[tuple[str, Trouble, bool], ...] = (
    ("429", Trouble(error="ratelimited", retry_after=2), False),
    ("500 before the post", Trouble(status=500), True),
    ("500 behind the post", Trouble(status=500, after=True), True),
    ("internal_error behind the post", Trouble(error="internal_error", after=True), True),
    ("reset before the post", Trouble(reset=True), True),
    ("reset behind the post", Trouble(reset=True, after=True), True),
    ("timeout", Trouble(delay=TIMEOUT + 0.2), True),
    ("slow", Trouble(delay=0.05), False),
)


class FaultySlack:
    """Orders trouble for some posts, and remembers which were left unclear by it."""

    def __init__(self, random: Random, chance: float) -> None:
        self._random = random
        self._chance = chance
        self._lock = threading.Lock()
        self.unclear: set[str] = set()  # texts of posts
        self.counts: Counter[str] = Counter()
        self.in_hand = 0

    def begin(self, method: str, args: dict[str, Any]) -> Trouble | None:
        """Perhaps let this call go wrong."""
        with self._lock:
            self.in_hand += 1
            if method != "chat.postMessage" or self._random.random() >= self._chance:
                return None
            name, trouble, is_unclear = self._random.choice(FAULTS)
            self.counts[name] += 1
            if is_unclear:
                self.unclear.add(str(args.get("text")))
            return trouble

    def end(self, method: str, args: dict[str, Any]) -> None:
        """Be done with a call."""
        del method, args
        with self._lock:
            self.in_hand -= 1
