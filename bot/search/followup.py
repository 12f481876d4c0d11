"""Questions that lean on what was asked and shown before in the same thread."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.search.intent import Asked
from bot.search.query import Query
from bot.search.shifts import read_shift
from bot.search.terms import fold
from bot.search.times import of_year
from bot.search.when import DatePhrase
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    DateSpan,
)
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
    NEXT_OF_KIND = "next"  # the next one of the same kind in time


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
_NEXT_ONE = re.compile(
    r"\bnext one\b|\b(?!came|comes|happened|is|was|whats|and|then)\w{3,} next\W*$"
    r"|следующ\w+\W*$|다음 ?(?:번|것|건)"
)
_ASKING = re.compile(
    r"\?|\b(?:who|whom|what|where|when|why|how|which|more|details?|source|sources|explain|tell"
    r"|кто|что|где|когда|почему|зачем|как|сколько|подробн\w+|источник\w*)\b"
    r"|누가|누구|뭐|무엇|어디|언제|왜|어떻게|얼마|몇|자세히|출처"
)
_THOSE = re.compile(r"\b(?:one|ones|of those|of them|of these|из них)\b|첫 ?번째|번째")


def is_follow_up(question: str, query: Query) -> bool:
    """Whether `question` needs the earlier turns: it points back, or says too little."""
    text = fold(question)
    hard = query.hard
    if _OPENING.search(text) or not hard:
        return True
    if _POINTING.search(text):
        return len(hard) <= 2 * SHORT
    has_topic = any(variant.reason == "tag" for unit in hard for variant in unit.variants)
    has_name = any(unit.is_name and unit.weight > 1.0 for unit in hard)
    return not has_topic and len(hard) <= SHORT - has_name and not query.phrases


def complete(
    question: str,
    query: Query,
    *,
    earlier: Query | None,
    shown: Sequence[Event],
    is_listed: bool = False,
) -> FollowUp:
    """Return `question` completed by the earlier query and the entries shown for it.

    `is_listed` tells that several entries stood in an answer, so that "the second one"
    may mean the second line instead of the second in time.
    """
    text = fold(question)
    hard = query.hard
    shown = tuple(shown)
    shifted = _shifted(text, earlier, shown)
    if shifted is not None:
        return FollowUp(Step.MERGED, _at(shifted, query, earlier), shown)
    if query.occasion is not None and not [u for u in hard if u.weight > 1.0]:
        if is_listed and _THOSE.search(text):
            return FollowUp(Step.PICK, query, shown)
        return FollowUp(Step.MERGED, _merged(query, earlier, drop_earlier_occasion=True), shown)
    if _NEXT_ONE.search(text) and earlier is not None and earlier.units:
        return FollowUp(Step.NEXT_OF_KIND, _merged(query, earlier), shown)
    if _OTHER.search(text) and earlier is not None and earlier.units:
        return FollowUp(Step.OTHER, _merged(query, earlier), shown)
    if not hard and not query.phrases:
        for step, form in ((Step.AFTER, _AFTER), (Step.BEFORE, _BEFORE)):
            if form.search(text):
                return FollowUp(step, earlier or query, shown)
        if not _ASKING.search(text):
            return FollowUp(Step.MERGED, query, ())  # thanks, a laugh, a nod: nothing is asked
        return FollowUp(Step.SAME, query, shown)
    return FollowUp(Step.MERGED, _merged(query, earlier), shown)


def _merged(query: Query, earlier: Query | None, *, drop_earlier_occasion: bool = False) -> Query:
    """Complete what is asked now by what was asked before, where they do not compete."""
    if earlier is None:
        return query
    kinds = {kind for unit in query.units if unit.is_name for kind in unit.kinds}
    has_number = any(unit.text.isdigit() for unit in query.units)
    hard = query.hard
    share = EARLIER_SHARE if hard and not has_number else 1.0
    texts = {unit.text for unit in query.units}
    kept = [
        replace(unit, weight=unit.weight * (share if not unit.is_soft else 1.0), is_earlier=True)
        for unit in earlier.units
        if unit.text not in texts
        and unit.variants
        and not (unit.is_name and kinds.intersection(unit.kinds))
        and not (unit.text.isdigit() and (has_number or query.phrases))
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
    return tuple(of_year(phrase, min(years)) for phrase in phrases) if len(years) == 1 else phrases


def _at(span: DateSpan, query: Query, earlier: Query | None) -> Query:
    phrase = DatePhrase(0, 0, (span,), None, is_latent=False)
    if earlier is None or not earlier.units:
        return replace(query, units=(), phrases=(phrase,))
    kept = tuple(replace(unit, is_soft=True) for unit in earlier.units)
    return replace(query, units=kept, phrases=(phrase,))


def _shifted(text: str, earlier: Query | None, shown: Sequence[Event]) -> DateSpan | None:
    """Return the time meant by "the year after", counted from what was spoken of."""
    shift = read_shift(text)
    if shift is None:
        return None
    base = next((s for p in (earlier.phrases if earlier else ()) for s in p.spans[:1]), None)
    if base is None or base.earliest <= DISTANT_PAST or base.latest >= DISTANT_FUTURE:
        base = shown[0].date if shown else None
    return None if base is None else shift.span_from(base.earliest)


def shown_in(text: str, events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events whose titles stand in an answer's text, in the order shown."""
    folded = " ".join(fold(text).split())
    found = []
    for event in events:
        place = folded.find(" ".join(fold(event.title).split()))
        if place >= 0:
            found.append((place, event))
    return tuple(event for _, event in sorted(found, key=lambda pair: pair[0]))
