"""Lists in prose, which nobody reads when they are long."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NAMED = 5  # times, names or words in one sentence


def shortened(words: Sequence[str]) -> tuple[Sequence[str], int]:
    """Return the words that are named, and how many more there are."""
    if len(words) <= MOST_NAMED:
        return words, 0
    return words[: MOST_NAMED - 1], len(words) - MOST_NAMED + 1
