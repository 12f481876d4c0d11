"""What lies between two entries that a question names, and how long it was."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.search.beside import described_entry
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.occasions import list_occasions
from bot.search.of_time import by_time_alone
from bot.search.pairs import Pair, PairAsk, read_pairs
from bot.search.query import Query, read_query
from bot.search.ranking import rank
from bot.search.units import Unit
from bot.search.when import DatePhrase
from bot.timeline.dates import DateSpan, Day, between_days
from bot.timeline.event import Event

_RANGE = re.compile(r"\W*(?:between|from|между|с|от)\b", re.IGNORECASE)
PAIR_SCORE = 0.95  # of the less certain of the two entries
SAYS_LITTLE = 1.0  # nats; words below it do not narrow down what happened between
EXPLAINED = 0.75  # of a description, for an entry that is taken to be the one meant
LIKELY = 0.5  # a score that is enough where the question says that there is such an entry
LEAST_SCORE = 0.65  # of an entry found by a few words among many
TWO_KNOWN = 0.85  # the score of two entries that one description names


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a time: an entry, or a date by itself."""

    date: DateSpan
    event: Event | None
    score: float


def find_between(
    question: str, query: Query, index: Index, *, today: date, alone: Callable[[Query], Finding]
) -> Finding | None:
    """Return what is asked about two entries, None where the question names no two.

    `alone` finds what a description finds by itself.
    """
    if any(_RANGE.match(question, phrase.start) for phrase in query.phrases):
        return None  # "between 1990 and 1991" is a time by itself
    for pair in read_pairs(question):
        if pair.second:
            ends = _two_ends(pair, index, today=today, alone=alone)
        else:
            ends = _both_of(pair.first, index, today=today)
        if ends is None:
            continue
        ends = sorted(ends, key=lambda end: end.date.sort_key)
        events = [end.event for end in ends if end.event is not None]
        if pair.ask is PairAsk.BETWEEN:
            return _lying_between(ends[0], ends[1], pair, query, index, today=today)
        if len(events) < 2:
            continue
        score = round(PAIR_SCORE * min(end.score for end in ends), 4)
        reason = (f"pair: {pair.ask.value}",)
        matches = tuple(
            Match(event, round(score * 0.98**at, 4), reason) for at, event in enumerate(events)
        )
        is_gap = pair.ask is PairAsk.HOW_LONG
        gap = (events[0], events[1]) if is_gap else None
        return Finding(Outcome.SURE, query, matches, 2, is_in_order=True, gap=gap)
    return None


def _lying_between(
    first: _End, last: _End, pair: Pair, query: Query, index: Index, *, today: date
) -> Finding | None:
    start, end = _after(first.date.latest), _before(last.date.earliest)
    if start > end:
        return None
    phrase = DatePhrase(0, 0, (between_days(start, end),), None, is_latent=False)
    rest = read_query(pair.rest, index, today=today)
    rest = replace(rest, phrases=(phrase,), corrections=query.corrections)
    if any(unit.weight > SAYS_LITTLE for unit in rest.hard):
        return rank(rest, index)
    return by_time_alone(replace(rest, units=()), index)


def _after(day: Day) -> Day:
    return Day.from_ordinal(day.ordinal + 1)


def _before(day: Day) -> Day:
    return Day.from_ordinal(day.ordinal - 1)


def _two_ends(
    pair: Pair, index: Index, *, today: date, alone: Callable[[Query], Finding]
) -> list[_End] | None:
    first, second = (read_query(text, index, today=today) for text in (pair.first, pair.second))
    is_counted = first.occasion is not None and second.occasion is not None
    is_partial = not _tells_an_event(first) and not first.phrases
    if is_partial and not is_counted and not _is_of_several(second):
        return None  # "flights between Moscow and Pyongyang": two names are no two entries
    if not _tells_an_event(second) and not second.phrases:
        return None
    first, second = _shared(first, second)
    ends = [_end_of(query, alone) for query in (first, second)]
    if any(end is None for end in ends):
        return None
    found = [end for end in ends if end is not None]
    if all(end.event is None for end in found):
        return None  # "between 2006 and 2017" is a time by itself
    if found[0].event is not None and found[0].event is found[1].event:
        return None
    return found


def _tells_an_event(query: Query) -> bool:
    """Whether there is more than names: "the summit" or "flight 8", not only "Moscow"."""
    return any(
        (not unit.is_name and unit.weight > SAYS_LITTLE) or unit.text.isdigit()
        for unit in query.hard
    )


def _is_of_several(query: Query) -> bool:
    """Whether its last thing stands in the plural, as the head of two names: "summits"."""
    things = [unit.text for unit in query.hard if not unit.is_name and unit.weight > SAYS_LITTLE]
    return bool(things) and (things[-1].endswith("s") or not things[-1].isascii())


def _shared(first: Query, second: Query) -> tuple[Query, Query]:
    """Give each description what only the other says of both.

    "The Vladivostok and Vostochny summits", "Putin's first and second visit".
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
    return replace(query, units=(*query.units, *(u for u in units if u.text not in known)))


def _end_of(query: Query, alone: Callable[[Query], Finding]) -> _End | None:
    if not query.hard:
        spans = [span for phrase in query.phrases for span in phrase.spans]
        return _End(spans[0], None, 1.0) if spans else None
    found = alone(query)
    is_explained = found.features is not None and found.features.coverage >= EXPLAINED
    if not found.matches:
        return None
    if not (found.answering or is_explained or found.matches[0].score >= LIKELY):
        return None
    best = described_entry(found)
    return _End(best.event.date, best.event, max(best.score, LEAST_SCORE))


def _both_of(noun: str, index: Index, *, today: date) -> list[_End] | None:
    """Return the two occasions of one kind, or of more the two that stand out."""
    query = read_query(noun, index, today=today, is_of_kind=True)
    if not query.hard:
        return None
    numbers = list_occasions(query, index)
    if len(numbers) < 2:
        return None
    ranked = rank(replace(query, intent=replace(query.intent, occasion=None)), index).matches
    place = {match.event.id: at for at, match in enumerate(ranked)}
    events = [index.events[number] for number in numbers]
    events.sort(key=lambda event: (-event.significance, place.get(event.id, len(place))))
    return [_End(event.date, event, TWO_KNOWN) for event in events[:2]]
