"""What events gain by the words they hold, added up for thousands of them at once.

Most events of a large store that hold a word hold no other one of the question. They stay
together, as a band of equals, and only those that hold several are looked at one by one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import compress, filterfalse, islice, repeat
from operator import itemgetter

from bot.search.postings import Posting, gather

TIMES_FASTER = 64  # looking at the next place of a posting, beside finding one in it

_number, _gain = itemgetter(0), itemgetter(1)


class Band:
    """Events that gain equally much, in ascending order of their numbers."""

    def __init__(self, value: float, numbers: Sequence[int]) -> None:
        self.value = value
        self.numbers = numbers

    @cached_property
    def members(self) -> set[int]:
        """The same events; made when two bands are compared."""
        return set(self.numbers)


class Gains:
    """How much each event gains in all."""

    def __init__(self) -> None:
        self._bands: list[Band] = []
        self._sums: dict[int, float] = {}  # of events that are in several bands
        self._seen: set[int] = set()  # in any; of a single band only when a second one comes

    @property
    def is_begun(self) -> bool:
        """Whether anything was added."""
        return bool(self._bands or self._sums)

    def __len__(self) -> int:
        return len(self._events)

    @property
    def _events(self) -> Sequence[int] | set[int]:
        return self._bands[0].numbers if len(self._bands) == 1 else self._seen

    def add(self, bands: Sequence[Band]) -> None:
        """Add what the events of some bands gain by one more word; each is in one of them."""
        if len(self._bands) == 1:
            self._seen = set(self._bands[0].members)
        if self._bands or len(bands) > 1:
            for band in bands:
                self._add_up(band, self._seen & band.members)
            self._seen.update(*(band.members for band in bands))
        self._bands += bands

    def _add_up(self, band: Band, both: set[int]) -> None:
        sums = self._sums
        new = both.difference(sums)
        for earlier in self._bands:
            sums.update(zip(new & earlier.members, repeat(earlier.value)))
        for event in both:
            sums[event] += band.value

    def raise_holders(self, ways: Iterable[tuple[float, Posting]], *, most: int) -> None:
        """Add what those gain that hold one more word, by the best of several ways.

        Of more than `most` events only the best `most` stay, of those that hold it if they
        are enough.
        """
        raised: dict[int, float] = {}
        for value, posting in ways:
            holders = self._holders(posting) if value > 0 else ()
            if not raised:
                raised = dict.fromkeys(holders, value)
                continue
            for event in holders:
                if value > raised.get(event, 0.0):
                    raised[event] = value
        gains = {event: gain + raised[event] for event, gain in self._gains_of(raised)}
        if len(self) <= most:
            self._sums.update(gains)
            return
        if len(raised) < most:
            self._sums.update(gains)
            gains = dict(self.best(most))
        else:
            gains = dict(largest(gains, most))
        self._bands, self._sums, self._seen = [], gains, set(gains)

    def _holders(self, posting: Posting) -> Iterable[int]:
        numbers, events = posting.numbers, self._events
        if posting.plane is not None:
            return compress(events, gather(posting.plane, events))
        end = len(numbers)
        if end < TIMES_FASTER * len(events):
            known = self._bands[0].members if len(self._bands) == 1 else self._seen
            return known.intersection(numbers)
        return [
            event
            for event in events
            if (at := bisect_left(numbers, event)) < end and numbers[at] == event
        ]

    def _gains_of(self, events: Mapping[int, object]) -> Iterator[tuple[int, float]]:
        """Yield what some of the events have gained."""
        sums = self._sums
        for event in sums.keys() & events.keys():
            yield event, sums[event]
        single = events.keys() - sums.keys()
        for band in self._bands:
            inside = single if len(self._bands) == 1 else single & band.members
            yield from zip(inside, repeat(band.value))

    def by_value(self) -> Iterator[tuple[float, Sequence[int]]]:
        """Yield every gain with the events that have it, in ascending order."""
        yield from by_value(self._sums)
        for band in self._bands:
            yield band.value, list(filterfalse(self._sums.__contains__, band.numbers))

    def best(
        self, most: int, *, is_wanted: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]:
        """Return the `most` events of the largest gains, best first, of equals the earlier."""
        sums = self._sums
        if is_wanted is not None:
            sums = {event: gain for event, gain in sums.items() if is_wanted(event)}
        best = largest(sums, most)
        for band in self._bands:
            single: Iterable[int] = filterfalse(self._sums.__contains__, band.numbers)
            best += zip(islice(filter(is_wanted or _always, single), most), repeat(band.value))
        best.sort()
        best.sort(key=_gain, reverse=True)
        return best[:most]


def by_value(gains: Mapping[int, float]) -> Iterable[tuple[float, Sequence[int]]]:
    """Return each gain with the events that have it, in ascending order."""
    found: dict[float, list[int]] = {}
    for event in sorted(gains):
        found.setdefault(gains[event], []).append(event)
    return found.items()


def told_apart(found: Iterable[tuple[float, Sequence[int]]]) -> list[Band]:
    """Return bands in which each event stands once, with the largest of its values."""
    bands: list[Band] = []
    seen: set[int] = set()
    for value, numbers in sorted(found, key=_number, reverse=True):
        band = Band(value, numbers)
        if not seen.isdisjoint(band.members):
            band = Band(value, list(filterfalse(seen.__contains__, numbers)))
        seen |= band.members
        bands.append(band)
    return bands


def _always(_: int) -> bool:
    return True


def largest(gains: Mapping[int, float], most: int) -> list[tuple[int, float]]:
    """Return the events of the largest gains, the largest first, and of equals the earlier."""
    if len(gains) <= most:
        best = sorted(gains.items())
        best.sort(key=_gain, reverse=True)
        return best
    # Numbers by themselves are sorted many times faster than pairs, and many gains are equal.
    least = sorted(gains.values(), reverse=True)[most - 1]
    above = sorted([pair for pair in gains.items() if pair[1] > least])
    above.sort(key=_gain, reverse=True)
    equal = sorted([event for event, gain in gains.items() if gain == least])
    return above + [(event, least) for event in equal[: most - len(above)]]
