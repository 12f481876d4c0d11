"""Watching the event files: a change swaps in new data as a whole, a fault keeps the old."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from bot.errors import BotError, TimelineError
from bot.meter import RELOADS, Meter
from bot.timeline.files import find_files

INTERVAL = (
    2.0  # seconds between looks: an edit shows within a few, and a look costs next to nothing
)

Loaded = TypeVar("Loaded")
Stamp = tuple[tuple[str, int, int, int, int], ...]

log = logging.getLogger(__name__)


class Watcher(Generic[Loaded]):
    """Holds what was loaded last and loads anew once files have changed and come to rest.

    Making one loads at once and raises what `load` raises; from then on nothing does.
    `current` may be called from any thread.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        load: Callable[[], Loaded],
        *,
        interval: float = INTERVAL,
        meter: Meter | None = None,
    ) -> None:
        self.meter = meter or Meter()
        self._paths = tuple(paths)
        self._load = load
        self._interval = interval
        self._settled = self._seen = self._stamp()
        self._current = load()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    def current(self) -> Loaded:
        """Return what was loaded last without a fault."""
        return self._current

    def start(self) -> None:
        """Begin to look for changes in a thread of its own; a second call does nothing."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._watch, name="watcher", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopping.set()

    def poll_once(self) -> bool:
        """Look once, and return whether new data was swapped in.

        Files that differ from the last look may still be being written: they are loaded
        when the next look finds them unchanged.
        """
        stamp = self._stamp()
        is_at_rest, self._seen = stamp == self._seen, stamp
        if stamp == self._settled or not is_at_rest:
            return False
        # Settled even if it fails below: the same fault is not reported at every look.
        self._settled = stamp
        try:
            loaded = self._load()
        except TimelineError as error:
            return self._keep([str(problem) for problem in error.problems])
        except BotError as error:
            return self._keep([str(error)])
        self._current = loaded
        self.meter.count(RELOADS, "done")
        log.info("the timeline has changed: the new data is in use")
        return True

    def _watch(self) -> None:
        while not self._stopping.wait(self._interval):
            try:
                self.poll_once()
            except Exception:
                # A watcher that died would leave the bot on old data without a word.
                log.exception("looking for changed files failed; the last good data stays in use")

    def _keep(self, problems: Sequence[str]) -> bool:
        self.meter.count(RELOADS, "refused")
        for problem in problems:
            log.error("%s", problem)
        log.error("the changed files cannot be used; the last good data stays in use")
        return False

    def _stamp(self) -> Stamp:
        try:
            return tuple(_stamp_of(file) for file in find_files(self._paths))
        except (BotError, OSError) as error:
            return ((str(error), 0, 0, 0, 0),)


def _stamp_of(file: Path) -> tuple[str, int, int, int, int]:
    status = file.stat()
    # The time of its last change of any kind counts as well: one that nobody was let read, and
    # somebody mends that, is no younger for it.
    return str(file), status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino
