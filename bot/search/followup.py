"""Questions that lean on what was asked and shown before in the same thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.search.intent import Asked, Which
from bot.search.query import Query
from bot.search.terms import fold
from bot.search.when import DatePhrase
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
    Day,
    between_days,
    month_span,
    year_span,
)
from bot.timeline.day import days_in_month
from bot.timeline.event import Event

# What was asked before still counts beside what is asked now, but less.
EARLIER_SHARE = 0.5

# More telling words than this make a question stand by itself unless it points back.
SHORT = 2

MOST_TURNS = 6  # earlier turns of a thread that are looked at


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of a thread: what a person asked or what the bot answered."""

    is_question: bool
    text: str


class Step(StrEnum):
    """What a follow-up wants of the entries shown before."""

    MERGED = "merged"  # a new question, completed by the earlier one
    SAME = "same"  # more about the entry shown
    PICK = "pick"  # one of the entries shown
    AFTER = "after"  # what came next
    BEFORE = "before"  # what came before
    OTHER = "other"  # another one of the same kind


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question understood with its thread: which step, and the completed query."""

    step: Step
    query: Query
    shown: tuple[Event, ...]


_OPENING = re.compile(
    r"^\W*(?:and|but|also|or|so|ok|okay|then|what about|how about|what of"
    r"|а|и|но|ну|тогда|а что|그리고|그럼|그러면|그런데)\b"
)
_POINTING = re.compile(
    r"\b(?:he|him|his|she|her|they|them|their|it|its|that|this|those|these|there|one|ones"
    r"|then|else|another|again|too|also|same|afterwards"
    r"|он|его|ему|она|ее|они|их|им|это|этого|там|тогда|тот|та|еще|также|тоже|опять)\b"
    r"|거기|그때|그는|그녀|그들|그것|그건|또|다시"
)
_AFTER = re.compile(
    r"\b(?:after(?: that| this| it| wards?)?|afterwards|what(?:'s| is| was| came)? next"
    r"|next(?: one)?|later|and then|since then|после(?: этого| того)?|потом|дальше|затем)\W*$"
    r"|^\W*(?:and )?then\W*$|그 ?(?:다음|후|뒤|이후)|다음은"
)
_BEFORE = re.compile(
    r"\b(?:before(?: that| this| it)?|previous(?:ly)?(?: one)?|earlier|prior(?: to that)?"
    r"|до этого|до того|перед этим|раньше)\W*$|그 ?전"
)
_OTHER = re.compile(
    r"\b(?:another(?: one)?|any (?:more|others?)|others|other ones|anything else"
    r"|something else|newer|еще (?:один|одна|раз|были?))\b|다른 "
)
_THOSE = re.compile(r"\b(?:one|ones|of those|of them|of these|из них)\b|첫 ?번째|번째")
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


def is_follow_up(question: str, query: Query) -> bool:
    """Whether `question` needs the earlier turns: it points back, or says too little."""
    text = fold(question)
    hard = [unit for unit in query.units if not unit.is_soft]
    names = [unit for unit in hard if unit.is_name and unit.weight > 1.0]
    if _OPENING.search(text) or not hard:
        return True
    if _POINTING.search(text):
        return len(hard) <= 2 * SHORT
    return len(hard) <= SHORT - bool(names) and not query.phrases


def complete(
    question: str, query: Query, *, earlier: Query | None, shown: Sequence[Event]
) -> FollowUp:
    """Return `question` completed by the earlier query and the entries shown for it."""
    text = fold(question)
    hard = [unit for unit in query.units if not unit.is_soft]
    shown = tuple(shown)
    shifted = _shifted(text, earlier, shown)
    if shifted is not None:
        return FollowUp(Step.MERGED, _at(shifted, query, earlier), shown)
    if query.occasion is not None and not [u for u in hard if u.weight > 1.0]:
        is_list = len(shown) > 1 and (query.occasion.which is not Which.LAST or _THOSE.search(text))
        if is_list and (_THOSE.search(text) or query.occasion.number <= len(shown)):
            return FollowUp(Step.PICK, query, shown)
        return FollowUp(Step.MERGED, _merged(query, earlier, drop_earlier_occasion=True), shown)
    if _OTHER.search(text) and earlier is not None and earlier.units:
        return FollowUp(Step.OTHER, _merged(query, earlier), shown)
    if not hard and not query.phrases:
        for step, form in ((Step.AFTER, _AFTER), (Step.BEFORE, _BEFORE)):
            if form.search(text):
                return FollowUp(step, earlier or query, shown)
        return FollowUp(Step.SAME, query, shown)
    return FollowUp(Step.MERGED, _merged(query, earlier), shown)


def _merged(query: Query, earlier: Query | None, *, drop_earlier_occasion: bool = False) -> Query:
    """Complete what is asked now by what was asked before, where they do not compete."""
    if earlier is None:
        return query
    kinds = {kind for unit in query.units if unit.is_name for kind in unit.kinds}
    has_number = any(unit.text.isdigit() for unit in query.units)
    hard = [unit for unit in query.units if not unit.is_soft]
    share = EARLIER_SHARE if hard and not has_number else 1.0
    texts = {unit.text for unit in query.units}
    kept = [
        replace(unit, weight=unit.weight * (share if not unit.is_soft else 1.0))
        for unit in earlier.units
        if unit.text not in texts
        and unit.variants
        and not (unit.is_name and kinds.intersection(unit.kinds))
        and not (has_number and unit.text.isdigit())
    ]
    phrases = _with_year(query.phrases, earlier.phrases)
    if not phrases and not hard and not drop_earlier_occasion:
        phrases = earlier.phrases
    intent = query.intent
    if intent.asked is Asked.WHAT:
        intent = replace(intent, asked=earlier.intent.asked)
    return replace(query, units=(*query.units, *kept), phrases=phrases, intent=intent)


def _with_year(
    phrases: tuple[DatePhrase, ...], earlier: tuple[DatePhrase, ...]
) -> tuple[DatePhrase, ...]:
    """Give "in July" the year that was spoken of."""
    years = {
        span.earliest.year
        for phrase in earlier
        for span in phrase.spans
        if span.earliest.year == span.latest.year
    }
    if len(years) != 1:
        return phrases
    year = years.pop()
    completed = []
    for phrase in phrases:
        if phrase.recurring is not None:
            month, day = phrase.recurring
            first = Day(year, month, day or 1)
            last = first if day else Day(year, month, days_in_month(year, month))
            phrase = replace(phrase, spans=(between_days(first, last),), recurring=None)
        completed.append(phrase)
    return tuple(completed)


def _at(span: DateSpan, query: Query, earlier: Query | None) -> Query:
    phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
    if earlier is None or not earlier.units:
        return replace(query, units=(), phrases=(phrase,))
    kept = tuple(replace(unit, is_soft=True) for unit in earlier.units)
    return replace(query, units=kept, phrases=(phrase,))


def _shifted(text: str, earlier: Query | None, shown: Sequence[Event]) -> DateSpan | None:
    """Return the time meant by "the year after", counted from what was spoken of."""
    read = _read_shift(text)
    if read is None:
        return None
    unit, steps = read
    base = next((s for p in (earlier.phrases if earlier else ()) for s in p.spans[:1]), None)
    if base is None or base.earliest <= DISTANT_PAST or base.latest >= DISTANT_FUTURE:
        base = shown[0].date if shown else None
    if base is None:
        return None
    start = base.earliest
    if unit == "year":
        return year_span(start.year + steps)
    if unit == "month":
        months = start.year * 12 + start.month - 1 + steps
        return month_span(months // 12, months % 12 + 1)
    moved = Day.from_ordinal(start.ordinal + steps * _DAYS[unit])
    last = Day.from_ordinal(moved.ordinal + _DAYS[unit] - 1)
    return between_days(moved, last)


def _read_shift(text: str) -> tuple[str, int] | None:
    found = _SHIFT.search(text)
    if found:
        unit = (found["unit"] or found["unit2"] or found["unit3"]).rstrip("s")
        word = found["count"] or "1"
        count = _COUNTS.get(word) or int(word)
        direction = found["near"] or found["side"] or found["side2"]
        if direction == "same":
            return unit, 0
        return unit, -count if direction in ("previous", "before", "earlier") else count
    found = _RUSSIAN_SHIFT.search(text)
    if found:
        word = found["unit"] or found["unit2"]
        unit = {"д": "day", "н": "week", "м": "month", "г": "year"}[word[0]]
        return unit, -1 if found["back"] else 1
    found = _KOREAN_SHIFT.search(text)
    if found:
        word = found["unit"] or found["back"]
        unit = {"해": "year", "달": "month", "날": "day"}[word[-1]]
        return unit, -1 if found["back"] else 1
    return None


def shown_in(text: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events whose titles stand in an answer's text, in the order shown."""
    folded = " ".join(fold(text).split())
    found = []
    for event in events:
        place = folded.find(" ".join(fold(event.title).split()))
        if place >= 0:
            found.append((place, event))
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))
