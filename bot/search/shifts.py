"""Steps in time from something spoken of: "the year after", "two days later"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.timeline.dates import DateSpan, Day, between_days, month_span, year_span

_DAYS = {"day": 1, "week": 7}
_SHIFT = re.compile(
    r"\b(?:the )?(?P<near>next|following|previous|same) (?P<unit>day|week|month|year)\b"
    r"|\b(?:the |a |one )?(?P<unit2>day|week|month|year) (?P<side>after|before|later|earlier)\b"
    r"|\b(?P<count>\d{1,3}|two|three|four|five|six|seven|ten) "
    r"(?P<unit3>days|weeks|months|years) (?P<side2>after|before|later|earlier)\b"
)
_RUSSIAN_SHIFT = re.compile(
    r"\b(?:в )?(?:следующ\w+|(?P<back>предыдущ\w+)) (?P<unit>день|недел\w|месяц\w?|год\w?)\b"
    r"|\bчерез (?P<unit2>год|месяц|день)\b"
)
_KOREAN_SHIFT = re.compile(r"다음 ?(?P<unit>해|달|날)|(?P<back>전 ?해|전 ?달|전 ?날)")
_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}


@dataclass(frozen=True, slots=True)
class Shift:
    """So many days, weeks, months or years on, or back where `steps` is negative."""

    unit: str
    steps: int

    def span_from(self, start: Day) -> DateSpan:
        """Return the day, week, month or year that lies so far from `start`."""
        if self.unit == "year":
            return year_span(max(-9999, min(9999, start.year + self.steps)))
        if self.unit == "month":
            months = start.year * 12 + start.month - 1 + self.steps
            return month_span(months // 12, months % 12 + 1)
        length = _DAYS[self.unit]
        moved = Day.from_ordinal(start.ordinal + self.steps * length)
        return between_days(moved, Day.from_ordinal(moved.ordinal + length - 1))


def read_shift(text: str) -> Shift | None:
    """Return the step that folded `text` names, in English, Russian or Korean."""
    found = _SHIFT.search(text)
    if found:
        unit = (found["unit"] or found["unit2"] or found["unit3"]).rstrip("s")
        word = found["count"] or "1"
        count = _COUNTS.get(word) or int(word)
        direction = found["near"] or found["side"] or found["side2"]
        if direction == "same":
            return Shift(unit, 0)
        return Shift(unit, -count if direction in ("previous", "before", "earlier") else count)
    found = _RUSSIAN_SHIFT.search(text)
    if found:
        word = found["unit"] or found["unit2"]
        unit = {"д": "day", "н": "week", "м": "month", "г": "year"}[word[0]]
        return Shift(unit, -1 if found["back"] else 1)
    found = _KOREAN_SHIFT.search(text)
    if found:
        word = found["unit"] or found["back"]
        unit = {"해": "year", "달": "month", "날": "day"}[word[-1]]
        return Shift(unit, -1 if found["back"] else 1)
    return None
