"""`Reach`: finds, in a long row of date spans, those that overlap a given span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.timeline.dates import DateSpan, Day

FAN_OUT = 32  # spans in a block, blocks in a block of blocks: a million need four levels


class _Bounds(NamedTuple):
    earliest: Day
    latest: Day


class Reach:
    """A tree of bounds over a row of spans; the row may hold long and open intervals.

    The nearer the row is to order of time, the more of the tree a search can pass by.
    """

    def __init__(self, spans: Sequence[DateSpan]) -> None:
        self._spans = spans
        self._levels: list[list[_Bounds]] = []
        row: Sequence[DateSpan | _Bounds] = spans
        while len(row) > FAN_OUT or (row and not self._levels):
            level = [_bounds(row[at : at + FAN_OUT]) for at in range(0, len(row), FAN_OUT)]
            self._levels.append(level)
            row = level

    def find(self, span: DateSpan) -> Iterator[int]:
        """Yield, in ascending order, the positions of all spans that overlap this one."""
        if self._levels:
            top = len(self._levels) - 1
            yield from self._find(span, top, first=0, last=len(self._levels[top]))

    def _find(self, span: DateSpan, level: int, *, first: int, last: int) -> Iterator[int]:
        blocks = self._levels[level]
        for at in range(first, min(last, len(blocks))):
            block = blocks[at]
            if block.latest < span.earliest or span.latest < block.earliest:
                continue
            begin, stop = at * FAN_OUT, (at + 1) * FAN_OUT
            if level:
                yield from self._find(span, level - 1, first=begin, last=stop)
            else:
                spans = self._spans[begin:stop]
                yield from (begin + i for i, one in enumerate(spans) if one.overlaps(span))


def _bounds(row: Sequence[DateSpan | _Bounds]) -> _Bounds:
    return _Bounds(min(one.earliest for one in row), max(one.latest for one in row))
