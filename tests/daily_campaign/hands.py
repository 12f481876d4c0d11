"""A clock that several processes share, and that whoever runs the campaign may set."""

from __future__ import annotations

import mmap
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Hands:
    """Time that goes on by itself, from wherever it was last set to.

    What is shared is the distance from the machine's monotonic clock, which is the same for
    all its processes.
    """

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(struct.pack("d", 0.0))
        with file.open("r+b") as opened:
            self._shared = mmap.mmap(opened.fileno(), 8)

    def __call__(self) -> datetime:
        """Return the time."""
        (offset,) = struct.unpack("d", self._shared[:8])
        return _EPOCH + timedelta(seconds=time.monotonic() + offset)

    def set_to(self, when: datetime) -> None:
        """Set the clock, for all processes at once."""
        offset = (when - _EPOCH).total_seconds() - time.monotonic()
        self._shared[:8] = struct.pack("d", offset)
