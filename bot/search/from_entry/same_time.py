"""A time told by the entry that lies in it: "in the month of the summit", "the day he left"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.search.dates.shifts import Shift
from bot.search.language.forms import Form, Forms
from bot.timeline.dates import DISTANT_PAST, DateSpan, Day, Precision, between_days

_UNIT = r"(?P<unit>day|week|month|year)"
_SIDE = r"(?:(?P<later>later|afterwards)|(?P<earlier>earlier|previously|before that))?,? ?"
# "In the month when the bridge opened", "the same day that she left", "in the week of the vote".
_WHEN = Form(
    rf"\b{_SIDE}(?:(?P<inside>in|on|during|within) )?(?P<the>the|that) "
    rf"(?P<same>(?:very |exact |self-?)?same )?(?:very )?{_UNIT} "
    r"(?:(?P<clause>(?:in|on|during) which|when|that|as)|of(?= (?:the|his|her|its|their|an?) "
    r"| \w+['\u2019]s)|(?=(?!of|the (?:next|same))\w)) ?(?P<anchor>.+)$"
)
# No entry stands behind these: "the day after", "the month of June", "the year was".
_NO_ENTRY = Form(
    r"(?:after|before|later|earlier|prior|preceding|following|next|ago|since|and|or|but|to|in|on|at"
    r"|is|was|were|did|does|do|has|had|that|this|which|it|when|what|who|where|how|by|for|from|with"
    r"|until|between|ahead|leading|running|end(?:ed|s)?)\b|[\W\d_]*$"
)
# "What else happened that same month", behind an entry that was named before it.
_THAT = Form(
    rf"\b{_SIDE}(?:(?:in|on|during) )?"
    rf"(?:that (?:very )?(?P<same>same )?|the (?:very )?same )(?:very )?"
    rf"{_UNIT}\b(?! (?:as|that|of|when))"
)
# Who asks for nothing but a date means the day of the entry itself: "which was the day he left".
_ONLY_WHEN = Form(
    r"(?:\W|\b(?:what|whats|which|when|was|is|were|the|it|exact|exactly|date|tell|me|give|name|show"
    r"|find|remember|know|do|you|need|please|pls|and|so|ok|i|a|of|on|in|about)\b)*"
)
# "Day two of the voyage", "on the third day of her visit", "на второй день визита".
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_RUSSIAN = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм")
_DAY_OF = Form(
    rf"\b(?:on |during )?(?:the )?(?:day (?:number )?(?P<day>{'|'.join(_CARDINALS)}|\d{{1,2}})"
    rf"|(?:very )?(?P<nth>{'|'.join(_ORDINALS)}|last|final) day)"
    r" (?:of|into) (?P<anchor>.+)$"
    rf"|\b(?:на|во?) (?P<russian>{'|'.join(_RUSSIAN)}|последн)\w{{2,3}} день (?P<anchor2>.+)$"
)
_FORMS = Forms(_WHEN, _THAT, _DAY_OF)
MONDAY = 7  # days of a week, which begins on the first


@dataclass(frozen=True, slots=True)
class SameTime:
    """The day, week, month or year in which an entry lies: all of it, or what of it came later.

    `side` is 1 for what came after the entry, -1 for what came before it, and 0 for both.
    `day` is which day of an entry that lasted is meant, counted from 1, and -1 for the last.
    """

    unit: str
    side: int
    day: int = 0

    def span_about(self, date: DateSpan) -> DateSpan | None:
        """Return the days meant about an entry of that date; None where it tells no such unit."""
        start = date.earliest if date.earliest > DISTANT_PAST else date.latest
        if self.day:
            return self._day_of(date)
        if self.unit == "week":
            monday = start.ordinal - (start.ordinal - 1) % MONDAY
            whole = between_days(Day.nearest_to(monday), Day.nearest_to(monday + MONDAY - 1))
        else:
            whole = Shift(self.unit, 0).span_from(start)
        if date.precision > whole.precision:
            return None
        if self.unit == "day" or not self.side:
            return whole
        if self.side > 0:
            last_day = date.latest if date.precision is Precision.DAY else start
            first = Day.nearest_to(last_day.ordinal + 1)
            return between_days(first, whole.latest) if first <= whole.latest else None
        last = Day.nearest_to(start.ordinal - 1)
        return between_days(whole.earliest, last) if last >= whole.earliest else None

    def _day_of(self, date: DateSpan) -> DateSpan | None:
        """Return that day of an entry, None where it did not last so long; one day tells no end."""
        if date.precision is not Precision.DAY or date.earliest <= DISTANT_PAST:
            return None
        last = date.latest.ordinal
        at = last if self.day < 0 else date.earliest.ordinal + self.day - 1
        if date.is_single_day if self.day < 0 else at > last and not date.is_single_day:
            return None
        day = Day.nearest_to(at)
        return between_days(day, day)


def take_same_time(text: str) -> tuple[str, str, SameTime] | None:
    """Return what folded `text` asks, the entry that tells its time, and which time that is.

    None where it tells no time so, or asks for nothing but that time.
    """
    if not _FORMS.may_match(text):
        return None
    day_of = _DAY_OF.search(text)
    if day_of is not None:
        anchor = day_of["anchor"] or day_of["anchor2"]
        return text[: day_of.start()], anchor, SameTime("day", 0, _number_of(day_of))
    found = _WHEN.search(text)
    if found is None or _NO_ENTRY.match(found["anchor"]):
        return None
    if not (found["inside"] or found["same"] or found["clause"] or found["later"]):
        return None  # "the year of friendship" is a thing by itself
    rest, anchor = text[: found.start()], found["anchor"]
    head, comma, tail = anchor.partition(",")
    if comma and _ONLY_WHEN.fullmatch(rest):
        anchor, rest = head, tail
    if rest.strip(" ,;") and _ONLY_WHEN.fullmatch(rest):
        return None
    return rest, anchor, SameTime(found["unit"], _side_of(found))


def that_time_in(text: str) -> tuple[re.Match[str], SameTime] | None:
    """Return where folded `text` says "that same month", and which time that is."""
    found = _THAT.search(text) if _FORMS.may_match(text) else None
    return None if found is None else (found, SameTime(found["unit"], _side_of(found)))


def may_tell_same_time(text: str) -> bool:
    """Whether any of these words may be in folded `text`: in most they are not."""
    return _FORMS.may_match(text)


def _side_of(found: re.Match[str]) -> int:
    return 1 if found["later"] else -1 if found["earlier"] else 0


def _number_of(found: re.Match[str]) -> int:
    if found["day"]:
        said = found["day"]
        return int(said) if said.isdecimal() else _CARDINALS.index(said) + 1
    said = found["nth"] or found["russian"]
    known = _ORDINALS if found["nth"] else _RUSSIAN
    return known.index(said) + 1 if said in known else -1
