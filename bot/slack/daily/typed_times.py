"""Times of the day and days of the week, as people type them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time

from bot.timeline.daily_choice import EVERY_DAY, MONDAY_TO_FRIDAY

_LONGEST = 40  # characters of a time
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{1,2}))?(?::00)?\s?(?P<half>[ap])?(?:\.?m\.?)?"
)
_FIGURES = re.compile(r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<half>(?!))?")
_NAMED_TIMES = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {
    "mo": 0, "mon": 0, "tu": 1, "tue": 1, "tues": 1, "we": 2, "wed": 2, "weds": 2, "th": 3,
    "thu": 3, "thur": 3, "thurs": 3, "fr": 4, "fri": 4, "sa": 5, "sat": 5, "su": 6, "sun": 6,
}  # fmt: skip
_DAY_NUMBER = {
    **_SHORT,
    **{day: number for number, day in enumerate(_WEEKDAYS)},
    **{f"{day}s": number for number, day in enumerate(_WEEKDAYS)},
}
DAY_SETS = {
    "daily": EVERY_DAY, "everyday": EVERY_DAY, "all": EVERY_DAY, "alldays": EVERY_DAY,
    "weekdays": MONDAY_TO_FRIDAY, "weekday": MONDAY_TO_FRIDAY, "workdays": MONDAY_TO_FRIDAY,
    "workday": MONDAY_TO_FRIDAY, "weekend": (5, 6), "weekends": (5, 6),
}  # fmt: skip
_DAY_RANGE = re.compile(r"([a-z]+)(?:-|–|\.\.|to)([a-z]+)")


def join_words(words: Sequence[str]) -> Iterator[str]:
    """Yield words, those joined that are one thing: "9 am", "sunday - thursday"."""
    place = 0
    while place < len(words):
        word, ahead = words[place], [one.casefold() for one in words[place + 1 : place + 3]]
        if ahead and word[-1:].isdigit() and re.fullmatch(r"[ap]\.?m\.?", ahead[0]):
            yield f"{word} {ahead[0]}"
            place += 2
        elif (
            len(ahead) > 1
            and ahead[0] in ("-", "–", "to", "till")
            and _DAY_NUMBER.get(word.casefold()) is not None
        ):
            yield f"{word}-{ahead[1]}"
            place += 3
        else:
            yield word
            place += 1


def read_time(word: str) -> time | None:
    """Return the time that a word is: "9am", "9:00", "09.00", "0900"; None if it is none."""
    folded = word.casefold().strip()
    if folded in _NAMED_TIMES:
        return _NAMED_TIMES[folded]
    read = _FIGURES.fullmatch(folded) or _TIME.fullmatch(folded)
    if read is None or (read["minute"] is not None and len(read["minute"]) != 2):
        return None
    hour, minute = int(read["hour"]), int(read["minute"] or 0)
    if read["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if read["half"] == "p" else 0)
    elif "m" in folded:
        return None
    return time(hour, minute) if hour <= 23 and minute <= 59 else None


def looks_like_time(word: str) -> bool:
    """Whether somebody most likely means a time by a word, be it a sound one or not."""
    return (word[:1].isdigit() and len(word) <= _LONGEST) or word.casefold() in _NAMED_TIMES


def read_days(word: str) -> tuple[int, ...]:
    """Return the days that a word names ("weekdays", "sun-thu", "mon,wed"); none for any other."""
    folded = word.casefold()
    if folded in DAY_SETS:
        return DAY_SETS[folded]
    numbers: list[int] = []
    for part in re.split(r"[,;/&+]", folded):
        if part in _DAY_NUMBER:
            numbers.append(_DAY_NUMBER[part])
            continue
        read = _DAY_RANGE.fullmatch(part)
        if read is None or not {read[1], read[2]} <= _DAY_NUMBER.keys():
            return ()
        first, last = _DAY_NUMBER[read[1]], _DAY_NUMBER[read[2]]
        numbers += [(first + ahead) % 7 for ahead in range((last - first) % 7 + 1)]
    return tuple(sorted(set(numbers)))
