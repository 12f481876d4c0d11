"""What lies between two entries that a question names, and how long it was."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.search.asking.units import Unit
from bot.search.finding import Finding, Match, Outcome
from bot.search.from_entry.beside import SAYS_LITTLE
from bot.search.from_entry.described import name_the_thing, names_strangers
from bot.search.from_entry.ends import End, both_of, called_ends, ends_of
from bot.search.from_entry.pairs import Pair, PairAsk, read_pairs
from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.query import Query, read_entry, read_query
from bot.search.ranking import rank
from bot.search.weighing.of_time import by_time_alone
from bot.search.when import DatePhrase
from bot.timeline.dates import DateSpan, Day, between_days

_RANGE = re.compile(r"\W*(?:(?:on|in|over) )?(?:between|from|между|с|от)\b", re.IGNORECASE)
_ONE = re.compile(r"\bone\b")
# A single thing, of which one lies between two others: no "talks between Rome and Nice".
_ONE_KIND = Form(
    r"^\W*(?:(?:and|so|but|what|which|the|was|is|a|whats|what's) )*(?:\w+ )*?"
    r"(?:\w*[^\Ws]|\w+ss)(?: (?:did|was|were|is|are|has|there))*\W*$"
)
# Of the doubt about the less certain of two entries: where a question names both, each speaks
# for the other.
PAIR_DOUBT = 0.5
DAYS_OF_A_YEAR = 365.25
HALF_EXPLAINED = 0.55  # of a description, where the other end is known
# Of those that two descriptions may mean the two that lie closest together are meant: so much of
# its worth a pair loses with each e-fold of the years between its two; the more where all that
# is said of the later one is how soon it came.
BY_GAP, BY_GAP_SOON = 0.08, 0.4
BY_RELATED = 0.12  # what it gains where they are in order and one of them refers to the other
BY_ORDER = 0.05  # what it loses where the later one is named first
AS_GOOD = 0.93  # of the worth of an entry that both descriptions mean
FEW, FEW_SCORE = 5, 0.65  # entries between the two, given whatever was asked about them


def find_between(
    question: str, query: Query, index: Index, *, today: date, alone: Callable[[Query], Finding]
) -> Finding | None:
    """Return what is asked about two entries, None where the question names no two.

    `alone` finds what a description finds by itself.
    """
    # "Between 1990 and 1991" is a time by itself, unless things are called by these numbers.
    is_time = any(_RANGE.match(question, phrase.start) for phrase in query.phrases)
    for pair in read_pairs(question):
        called = _called_ends(pair, index, today=today, alone=alone)
        ends: Sequence[End] | None = called
        if called is None and is_time:
            continue
        if called is None and pair.second:
            ends = _two_ends(pair, index, today=today, alone=alone)
        elif called is None:
            ends = both_of(pair.first, index, today=today)
        if ends is None:
            continue
        ends = sorted(ends, key=lambda end: end.date.sort_key)
        if pair.ask is PairAsk.BETWEEN:
            return _lying_between(ends[0], ends[1], pair, query, index, today=today)
        events = [end.event for end in ends if end.event is not None]
        if len(events) < 2:
            continue
        gap = (events[0], events[1]) if pair.ask is PairAsk.HOW_LONG else None
        is_last = pair.ask is PairAsk.WHICH_LAST
        if is_last:
            events.reverse()
        score = round(1 - PAIR_DOUBT * (1 - min(end.score for end in ends)), 4)
        reason = (f"pair: {pair.ask.value}",)
        matches = tuple(
            Match(event, round(score * 0.98**at, 4), reason) for at, event in enumerate(events)
        )
        return Finding(Outcome.SURE, query, matches, 2, is_in_order=not is_last, gap=gap)
    return None


def _lying_between(
    first: End, last: End, pair: Pair, query: Query, index: Index, *, today: date
) -> Finding | None:
    start, end = _after(first.date.latest), _before(last.date.earliest)
    if start > end:
        return None
    phrase = DatePhrase(0, 0, (between_days(start, end),), None, is_latent=False)
    rest = read_query(pair.rest, index, today=today)
    rest = replace(rest, phrases=(phrase,), corrections=query.corrections)
    inside = by_time_alone(replace(rest, units=()), index)
    if not any(unit.weight > SAYS_LITTLE for unit in rest.hard):
        return inside
    told = rank(rest, index)
    is_few = bool(inside.answering) and len(inside.matches) <= FEW
    if told.outcome is Outcome.ABSTAIN and is_few and not names_strangers(rest):
        few = tuple(match._replace(score=FEW_SCORE) for match in inside.matches)
        return replace(inside, matches=few)
    return told


def _after(day: Day) -> Day:
    return Day.from_ordinal(day.ordinal + 1)


def _before(day: Day) -> Day:
    return Day.from_ordinal(day.ordinal - 1)


def _called_ends(
    pair: Pair, index: Index, *, today: date, alone: Callable[[Query], Finding]
) -> list[End] | None:
    """Return the two that are called by a name or a number, where one of their kind lies between.

    "The treaty between Rome and Nice", "which flight came between 6 and 12".
    """
    is_between = pair.ask is PairAsk.BETWEEN and not pair.is_in_time
    if not (is_between and pair.second and _ONE_KIND.match(pair.rest)):
        return None
    parts = [read_entry(text, index, today=today) for text in (pair.first, pair.second)]
    kind = read_query(pair.rest, index, today=today)
    if kind.occasion is not None or not all(any(map(_is_telling, part.hard)) for part in parts):
        return None  # "the first clash between Elmbians and Arlanders" is one of those two
    return called_ends(parts[0], parts[1], kind, index, alone)


def _two_ends(
    pair: Pair, index: Index, *, today: date, alone: Callable[[Query], Finding]
) -> Sequence[End] | None:
    first, second = (read_entry(text, index, today=today) for text in (pair.first, pair.second))
    is_counted = first.occasion is not None and second.occasion is not None
    is_partial = not _tells_an_event(first) and not first.phrases
    is_either = pair.ask in (PairAsk.WHICH_FIRST, PairAsk.WHICH_LAST)
    if _ONE.search(pair.second):  # "the first summit and the one at the lake"
        second = _with(second, [unit for unit in first.hard if not unit.is_name])
    if is_partial and not is_either and not is_counted and not _is_of_several(second):
        return None  # "flights between Oslo and Bergen": two names are no two entries
    is_partial = not _tells_an_event(second) and not second.phrases
    if is_partial and second.occasion is None and not (is_either and second.hard):
        return None
    if is_either and is_partial:
        second = _with(second, [unit for unit in first.hard if not unit.is_name])
    is_bare = not index.lexicon.kinds and not is_either
    if is_bare and _is_likely_name(first) and _is_likely_name(replace(second, phrases=())):
        return None  # "the peace between Bajirao and Jai Singh", "and Jai Singh in 1730"
    if not first.phrases and not any(map(_is_named, first.hard)):
        _, _, owner = pair.second.partition(" of ")  # "the launch and the loss of the Ada"
        first = _with(first, [u for u in second.hard if _is_named(u) and u.text in owner])
    first, second = _shared(first, second)
    rest = read_query(f"{pair.rest} {pair.first}", index, today=today)
    first, second = name_the_thing(first, rest), name_the_thing(second, rest)
    firsts = ends_of(first, alone)
    seconds = ends_of(second, alone, is_vague=pair.is_soon)
    if pair.is_soon:  # what answers something may tell what it answers
        answer = _with(second, [*first.units])
        seconds = [*seconds, *ends_of(answer, alone, is_vague=True)]
    if firsts and not seconds:
        seconds = ends_of(second, alone, least=HALF_EXPLAINED, is_vague=pair.is_soon)
    elif seconds and not firsts:
        firsts = ends_of(first, alone, least=HALF_EXPLAINED)
    chosen = _closest(firsts, seconds, pair)
    if chosen is None or all(end.event is None for end in chosen):
        return None  # "between 2006 and 2017" is a time by itself
    return chosen


def _closest(firsts: Sequence[End], seconds: Sequence[End], asked: Pair) -> tuple[End, End] | None:
    """Return the two ends that are meant: likely ones, different ones, close together."""
    pairs = [(a, b) for a in firsts for b in seconds if a.event is None or a.event is not b.event]
    is_one = firsts and seconds and firsts[0].event and firsts[0].event is seconds[0].event
    if is_one and asked.ask is PairAsk.HOW_LONG:
        # One entry tells of both: only another that is as good keeps them apart.
        floor = AS_GOOD * firsts[0].worth * seconds[0].worth
        pairs = [(a, b) for a, b in pairs if a.worth * b.worth >= floor]
    if asked.is_in_time:
        pairs = [(a, b) for a, b in pairs if a.date.earliest <= b.date.latest] or pairs
    if asked.ask is PairAsk.BETWEEN:  # nothing lies between two of one day
        pairs = [(a, b) for a, b in pairs if _has_room(a.date, b.date)] or pairs
    if not pairs:
        return None

    def worth(pair: tuple[End, End]) -> float:
        apart = pair[1].date.earliest.ordinal - pair[0].date.earliest.ordinal
        by_gap = BY_GAP_SOON if asked.is_soon else BY_GAP
        lost = by_gap * math.log1p(abs(apart) / DAYS_OF_A_YEAR) + BY_ORDER * (apart < 0)
        gained = BY_RELATED * (apart >= 0 and _are_related(pair))
        return pair[0].worth * pair[1].worth + gained - lost

    return max(pairs, key=worth)


def _has_room(one: DateSpan, other: DateSpan) -> bool:
    first, last = sorted((one, other), key=lambda date: date.sort_key)
    return last.earliest.ordinal - first.latest.ordinal > 1


def _are_related(pair: tuple[End, End]) -> bool:
    """Whether one of two entries refers to the other: a treaty signed and the same in force."""
    one, other = pair[0].event, pair[1].event
    if one is None or other is None:
        return False
    return one.id in other.related or other.id in one.related


def _tells_an_event(query: Query) -> bool:
    """Whether there is more than names: "the summit" or "flight 8", not only "Moscow"."""
    return any(unit.is_number or (not unit.is_name and _is_telling(unit)) for unit in query.hard)


def _is_telling(unit: Unit) -> bool:
    """Whether a word or name tells some entries from the others."""
    return unit.is_number or unit.weight > SAYS_LITTLE


def _is_likely_name(query: Query) -> bool:
    """Whether there is nothing but what may be a name, where none are curated: "the french"."""
    is_word = len(query.hard) == 1 and " " not in query.hard[0].text
    return not query.phrases and (is_word or all(unit.is_likely_name for unit in query.hard))


def _is_named(unit: Unit) -> bool:
    return unit.is_name or unit.is_number


def _is_of_several(query: Query) -> bool:
    """Whether its last thing stands in the plural, as the head of two names: "summits"."""
    things = [unit.text for unit in query.hard if not unit.is_name and unit.weight > SAYS_LITTLE]
    return bool(things) and (things[-1].endswith("s") or not things[-1].isascii())


def _shared(first: Query, second: Query) -> tuple[Query, Query]:
    """Give each description what only the other says of both.

    "The Oslo and Bergen summits", "Dent's first and second visit".
    """
    if not _is_whole(first):
        kinds = {kind for unit in first.units for kind in unit.kinds}
        lent = [u for u in second.units if not (u.is_name and kinds.intersection(u.kinds))]
        first = _with(first, lent)
    if second.occasion is not None and first.occasion is not None and not _is_whole(second):
        second = _with(second, list(first.units))
    elif second.occasion is not None and first.occasion is not None:
        kinds = {kind for unit in second.units for kind in unit.kinds}
        lent = [u for u in first.units if u.is_name and not kinds.intersection(u.kinds)]
        second = _with(second, lent)
    return first, second


def _is_whole(query: Query) -> bool:
    """Whether a description says what happened, not only where or the how-manieth."""
    return bool(query.phrases) or any(not unit.is_name for unit in query.hard)


def _with(query: Query, units: list[Unit]) -> Query:
    known = {unit.text for unit in query.units}
    is_numbered = any(unit.is_number for unit in query.units)
    lent = (u for u in units if u.text not in known and not (u.is_number and is_numbered))
    return replace(query, units=(*query.units, *lent))
