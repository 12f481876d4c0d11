"""Counts and durations of what the program does, kept in memory for whoever asks."""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

# Upper bounds in seconds: an answer takes milliseconds, a slow Slack takes ten seconds.
BOUNDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
_MOST_SERIES = 1_000  # of one measure; more could only come from outside

# The kind of an outcome, without ids and numbers: “events 1/3” is “events”.
_KIND = re.compile(r"[a-z_ ]*[a-z_]", re.ASCII)

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted or timed, by labels."""

    name: str
    help: str
    labels: tuple[str, ...] = ()
    bounds: tuple[float, ...] = ()  # of a timed one, in seconds


QUESTIONS = Measure(
    "timeline_requests", "Questions, presses and home views, by outcome", ("kind", "outcome")
)
LATENCY = Measure(
    "timeline_request_seconds", "From taking a request in hand to its end", ("kind",), BOUNDS
)
POSTS = Measure("timeline_posts", "Daily posts, by outcome", ("outcome",))
REFUSED = Measure("timeline_refused_requests", "HTTP requests refused, by reason", ("reason",))
WAITS = Measure("timeline_rate_limit_waits", "Times that Slack said to call again later")
RELOADS = Measure("timeline_reloads", "Changed timeline files, by outcome", ("outcome",))
MEASURES = (QUESTIONS, LATENCY, POSTS, REFUSED, WAITS, RELOADS)


@dataclass(slots=True)
class Times:
    """How often durations fell below each bound (the last place: above all), and their sum."""

    counts: list[int]
    total: float = 0.0


class Meter:
    """Counts and times; safe to share between threads. Costs a lock and an addition."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: defaultdict[Measure, defaultdict[Labels, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        self._times: defaultdict[Measure, dict[Labels, Times]] = defaultdict(dict)

    def count(self, measure: Measure, *labels: str) -> None:
        """Count one more."""
        with self._lock:
            counts = self._counts[measure]
            if labels in counts or len(counts) < _MOST_SERIES:
                counts[labels] += 1

    def time(self, measure: Measure, seconds: float, *labels: str) -> None:
        """Note a duration."""
        with self._lock:
            known = self._times[measure]
            if labels not in known and len(known) >= _MOST_SERIES:
                return
            times = known.setdefault(labels, Times([0] * (len(measure.bounds) + 1)))
            times.counts[bisect_left(measure.bounds, seconds)] += 1
            times.total += seconds

    def counts(self, measure: Measure) -> dict[Labels, int]:
        """Return what was counted so far."""
        with self._lock:
            return dict(self._counts[measure])

    def times(self, measure: Measure) -> dict[Labels, Times]:
        """Return what was timed so far."""
        with self._lock:
            return {
                labels: Times(list(times.counts), times.total)
                for labels, times in self._times[measure].items()
            }


def outcome_label(outcome: str) -> str:
    """Return what kind of outcome this is, without ids, numbers and reasons."""
    found = _KIND.match(outcome.partition(" reference=")[0])
    return found[0] if found else "other"
