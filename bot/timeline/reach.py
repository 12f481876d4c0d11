"""`Reach`: finds, in a long row of date spans, those that overlap a given span."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Self

from bot.packing import Numbers
from bot.timeline.dates import DateSpan

FAN_OUT = 32  # spans in a block, blocks in a block of blocks: a million need four levels


class Reach:
    """A tree of bounds over a row of spans; the row may hold long and open intervals.

    The row is given as the ordinals of the first and of the last day of each span. The
    nearer it is to order of time, the more of the tree a search can pass by. `blocks` are
    the bounds of each block of the row, where they are known already.
    """

    def __init__(
        self, earliest: Numbers, latest: Numbers, *, blocks: tuple[Numbers, Numbers] | None = None
    ) -> None:
        self._levels = [(earliest, latest)]
        if len(earliest):
            self._levels.append(blocks or bounds_of_blocks(earliest, latest))
        while len(self._levels[-1][0]) > FAN_OUT:
            self._levels.append(bounds_of_blocks(*self._levels[-1]))

    @classmethod
    def over(cls, spans: Sequence[DateSpan]) -> Self:
        """Return the tree over these spans."""
        return cls(
            array("i", (span.earliest.ordinal for span in spans)),
            array("i", (span.latest.ordinal for span in spans)),
        )

    def find(self, span: DateSpan) -> Iterator[int]:
        """Yield, in ascending order, the positions of all spans that overlap this one."""
        top = len(self._levels) - 1
        first, last = span.earliest.ordinal, span.latest.ordinal
        return self._find(first, last, level=top, begin=0, end=len(self._levels[top][0]))

    def _find(self, first: int, last: int, *, level: int, begin: int, end: int) -> Iterator[int]:
        earliest, latest = self._levels[level]
        for at in range(begin, min(end, len(earliest))):
            if earliest[at] <= last and first <= latest[at]:
                if level:
                    start = at * FAN_OUT
                    yield from self._find(
                        first, last, level=level - 1, begin=start, end=start + FAN_OUT
                    )
                else:
                    yield at


def bounds_of_blocks(earliest: Numbers, latest: Numbers) -> tuple[array[int], array[int]]:
    """Return the least first day and the greatest last day of each block of spans."""
    starts = range(0, len(earliest), FAN_OUT)
    return (
        array("i", (min(earliest[at : at + FAN_OUT]) for at in starts)),
        array("i", (max(latest[at : at + FAN_OUT]) for at in starts)),
    )
