"""Where several timelines are loaded: which of them a channel asks."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from bot.answers.responder import Responder
from bot.ledger.channel_timelines import ChannelTimelines
from bot.ledger.patient import Patient
from bot.ledger.subscription import Workspace
from bot.logs import describe
from bot.slack.fields import channel_of, mapping, text, workspace_of

FRESH = 30.0  # seconds; what is chosen at another process is known here within them
RETRY = 30.0  # seconds; an absent database is not asked at every question
MOST_CHANNELS = 20_000  # remembered at once; some megabytes
MOST_TIMELINES = 20  # made searchable by themselves at once; each takes room of its own

Narrow = Callable[[Responder, str], Responder]
Spot = tuple[Workspace, str]  # a channel of a workspace

log = logging.getLogger(__name__)


class TimelineChoices:
    """Finds what answers in a channel; safe to share between threads.

    Questions need no database: without one the last known choice goes on, or all timelines
    answer. `narrow` makes of what answers from all timelines what answers from one.
    """

    def __init__(
        self, kept: ChannelTimelines, narrow: Narrow, *, clock: Callable[[], float]
    ) -> None:
        self._kept = kept
        self._narrow = narrow
        self._clock = clock  # seconds, never backwards
        self._patient = Patient()
        self._lock = threading.Lock()
        self._making = threading.Lock()  # one at a time, and nobody else waits for it
        self._known: OrderedDict[Spot, tuple[float, str]] = OrderedDict()
        self._absent_until = float("-inf")
        self._whole: Responder | None = None
        self._narrowed: OrderedDict[str, Responder] = OrderedDict()

    def responder(self, whole: Responder, spot: Spot) -> Responder:
        """Return what answers in a channel: all timelines, or the one that it has chosen."""
        infos = whole.index.timeline.infos
        if len(infos) < 2:
            return whole
        chosen = self.chosen(spot)
        if not any(info.id == chosen for info in infos):
            return whole  # nothing was chosen, or the file is gone
        return self._one(whole, chosen)

    def is_at_hand(self, whole: Responder, spot: Spot) -> bool:
        """Whether what answers in a channel need not be made first, which may take seconds."""
        infos = whole.index.timeline.infos
        chosen = self.chosen(spot) if len(infos) > 1 else ""
        is_one = any(info.id == chosen for info in infos)
        return not is_one or self._made(whole, chosen) is not None

    def chosen(self, spot: Spot) -> str:
        """Return the id of the timeline that a channel has chosen, empty for all; never raises."""
        with self._lock:
            known_at, known = self._known.get(spot, (float("-inf"), ""))
        now = self._clock()
        if now - known_at < FRESH or now < self._absent_until:
            return known
        try:
            found = self._patient.ask(lambda: self._kept.chosen(*spot))
        except Exception as error:
            self._absent_until = self._clock() + RETRY
            log.warning("what a channel has chosen cannot be read: %s", describe(error))
            return known
        self._remember(spot, found)
        return found

    def choose(self, spot: Spot, timeline: str, *, by: str) -> None:
        """Let a channel ask one timeline, or all again if `timeline` is empty.

        Raises what the database raises if it is away.
        """
        workspace, channel = spot
        self._kept.choose(workspace, channel, timeline=timeline, by=by)
        self._remember(spot, timeline)

    def _one(self, whole: Responder, timeline: str) -> Responder:
        found = self._made(whole, timeline)
        if found is not None:
            return found
        with self._making:
            found = self._made(whole, timeline) or self._narrow(whole, timeline)
            with self._lock:
                if self._whole is not whole:  # the data has changed
                    self._whole = whole
                    self._narrowed.clear()
                self._narrowed[timeline] = found
                while len(self._narrowed) > MOST_TIMELINES:
                    self._narrowed.popitem(last=False)
        return found

    def _made(self, whole: Responder, timeline: str) -> Responder | None:
        with self._lock:
            found = self._narrowed.get(timeline) if self._whole is whole else None
            if found is not None:
                self._narrowed.move_to_end(timeline)
            return found

    def _remember(self, spot: Spot, timeline: str) -> None:
        with self._lock:
            self._known[spot] = (self._clock(), timeline)
            self._known.move_to_end(spot)
            while len(self._known) > MOST_CHANNELS:
                self._known.popitem(last=False)


def spot_of(body: Mapping[str, Any]) -> Spot:
    """Return the channel that any payload comes from; parts that are missing come out empty."""
    return workspace_of(body), channel_of(body) or text(mapping(body.get("event")).get("channel"))
