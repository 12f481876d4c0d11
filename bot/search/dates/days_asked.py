"""The times a question names, held against events by their numbers, without a look at each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.dates.times import is_within, lies_within
from bot.search.when import DatePhrase
from bot.timeline.dates import Day, Precision
from bot.timeline.timeline import Timeline


def bare_years(phrases: Sequence[DatePhrase]) -> frozenset[str]:
    """Return the years that may belong to the thing asked for: "the 1961 treaty".

    With a preposition ("in 1961") the year is the time asked for and nothing else.
    """
    return frozenset(
        str(span.earliest.year)
        for phrase in phrases
        for span in phrase.spans
        if phrase.is_bare_year and span.precision is Precision.YEAR
    )


class DaysAsked:
    """Tells of each event of a timeline whether it falls into the times asked for."""

    def __init__(self, phrases: Sequence[DatePhrase], timeline: Timeline) -> None:
        self._phrases, self._events = phrases, timeline.events
        self._first, self._last = timeline.first_days, timeline.last_days
        # Days of any year have no ordinals: a day is looked at for its month, and what lasts longer
        # for all that is known of when it was.
        self._recurring = [phrase.recurring for phrase in phrases if phrase.recurring is not None]
        self._spans = [
            [(span.earliest.ordinal, span.latest.ordinal) for span in phrase.spans]
            for phrase in phrases
            if phrase.recurring is None
        ]
        is_one = len(phrases) == 1 and not self._recurring and len(phrases[0].spans) == 1
        self._only = self._spans[0][0] if is_one else None
        self.years = bare_years(phrases)

    def is_single_day(self, number: int) -> bool:
        """Whether the event may have happened on one day only."""
        return self._first[number] == self._last[number]

    def is_plain(self, number: int) -> bool | None:
        """Whether an event of one day lies within the time, None where it takes a closer look."""
        day = self._first[number]
        if self.years or day != self._last[number]:
            return None
        return self._is_day(day) if self._only is None else self._only[0] <= day <= self._only[1]

    def are_plain(self, numbers: Sequence[int]) -> list[bool | None]:
        """Return of each of these events what `is_plain` tells."""
        if self.years or self._only is None:
            return list(map(self.is_plain, numbers))
        (begin, end), first, last = self._only, self._first, self._last
        return [begin <= first[n] <= end if first[n] == last[n] else None for n in numbers]

    def is_within(self, number: int) -> bool:
        """Whether the event may fall into every one of the times, as `times.is_within` says."""
        first, last = self._first[number], self._last[number]
        if self._only is not None:
            return self._only[0] <= last and first <= self._only[1]
        if self._recurring:
            is_day = first == last
            return self._is_day(first) if is_day else is_within(self._events[number], self._phrases)
        return all(
            any(begin <= last and first <= end for begin, end in spans) for spans in self._spans
        )

    def are_within(self, numbers: Sequence[int]) -> list[bool]:
        """Return of each of these events what `is_within` tells."""
        if self._only is None:
            return list(map(self.is_within, numbers))
        (begin, end), first, last = self._only, self._first, self._last
        return [begin <= last[n] and first[n] <= end for n in numbers]

    def lies_within(self, number: int) -> bool:
        """Whether the whole event falls into the times, as `times.lies_within` says."""
        first, last = self._first[number], self._last[number]
        if self._only is not None:
            return self._only[0] <= first and last <= self._only[1]
        if self._recurring:
            is_day = first == last
            return (
                self._is_day(first) if is_day else lies_within(self._events[number], self._phrases)
            )
        return all(
            any(begin <= first and last <= end for begin, end in spans) for spans in self._spans
        )

    def _is_day(self, ordinal: int) -> bool:
        """Whether a day falls into every one of the times."""
        for spans in self._spans:
            for begin, end in spans:
                if begin <= ordinal <= end:
                    break
            else:
                return False
        if not self._recurring:
            return True
        month, day = Day.month_and_day(ordinal)
        for asked_month, asked_day in self._recurring:
            if asked_month != month or (asked_day is not None and asked_day != day):
                return False
        return True
