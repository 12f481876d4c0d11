"""What an acknowledgement may hold: no more than a frame of Slack's sockets takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

# Bytes of JSON, in which letters beyond ASCII take six each. At 20,480 Slack closes the
# connection, and delivers once more what was acknowledged so, again and again.
LONGEST = 18_000


def fits(content: object) -> bool:
    """Whether an acknowledgement can hold this."""
    return len(json.dumps(content)) <= LONGEST


def that_fit(options: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return as many of the options of a menu, from the first on, as one can hold."""
    kept = list(options)
    while not fits(kept):
        del kept[len(kept) * 9 // 10 :]
    return kept
