"""What was waited for in vain: posts whose answer had not come when the caller gave up."""

from __future__ import annotations

import os
from pathlib import Path


class Unanswered:
    """Texts of posts, one a line, in a file that several processes add to."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, text: str) -> None:
        """Note a post, in one write, so that lines of several processes do not mix."""
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(descriptor, f"{text}\n".encode())
        finally:
            os.close(descriptor)

    def texts(self) -> frozenset[str]:
        """Return the texts of all posts that were noted."""
        return frozenset(self._file.read_text().splitlines() if self._file.exists() else ())
