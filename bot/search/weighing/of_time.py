"""Events of the time that a question names, whatever else it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from bot.search.asking.which_one import Occasion, Which
from bot.search.dates.days_asked import DaysAsked
from bot.search.dates.times import days_beyond, is_within, lies_within, nearest_in_time
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.indexing.postings import SCALE
from bot.search.query import Query
from bot.timeline.event import Event

# Events of a time that are looked at one by one; the list of all is made for the page alone.
MOST_OF_A_TIME = 2_000

SEVERAL = 8  # years of a question, from which on they are looked up together

SPEAKS_OF = 0.7  # strength of a word in a title or summary; notes and sources only allude

# Days of a time so short, and entries so few, that one of them may be meant whatever was said.
SHORT_TIME, MOST_INSIDE, INSIDE_SCORE = 366, 3, 0.2
MONTH, OF_A_YEAR = 31, 0.02  # days, and the score where the time is longer: little speaks for them

BY_TIME = 0.97  # the score of what lies in a time where nothing else is asked


def by_time_alone(query: Query, index: Index) -> Finding:
    """Return every event of the time named, or the nearest ones on both sides."""
    if not query.phrases and not query.asks_for_an_entry:
        return Finding(Outcome.ABSTAIN, query, (), 0)
    of_it = _of_the_time(query, index)
    if len(of_it) > MOST_OF_A_TIME:
        is_last = query.occasion is not None and query.occasion.which is Which.LAST
        of_it = of_it[-MOST_OF_A_TIME:] if is_last else of_it[:MOST_OF_A_TIME]
    inside = [event for event in of_it if is_within(event, query.phrases)]
    inside.sort(key=lambda event: days_beyond(event, query.phrases))
    if query.occasion is not None:  # it is one of those that happened in it
        happened = [event for event in inside if lies_within(event, query.phrases)]
        inside = [*_occasion_first(happened, query.occasion), *inside[len(happened) :]]
    if inside:
        matches = tuple(Match(event, BY_TIME, ("date",)) for event in inside)
        return Finding(Outcome.PERIOD, query, matches, len(matches))
    near = nearest_in_time(index.events, query.phrases[0]) if query.phrases else []
    matches = tuple(Match(event, 0.1, ("nearest date",)) for event in near)
    return Finding(Outcome.ABSTAIN, query, matches, 0)


def of_a_short_time(query: Query, index: Index) -> list[Match]:
    """Return the few entries of a time of a year at most, the most significant first."""
    spans = [span for phrase in query.phrases for span in phrase.spans]
    if not spans or any(s.latest.ordinal - s.earliest.ordinal > SHORT_TIME for s in spans):
        return []
    found = (event for event in _of_the_time(query, index) if lies_within(event, query.phrases))
    inside = list(islice(found, MOST_INSIDE + 1))
    if len(inside) > MOST_INSIDE:
        return []
    inside.sort(key=lambda event: -event.significance)
    is_long = any(s.latest.ordinal - s.earliest.ordinal > MONTH for s in spans)
    score = OF_A_YEAR if is_long else INSIDE_SCORE
    return [Match(event, score, ("date",)) for event in inside]


def days_asked(query: Query, index: Index) -> DaysAsked:
    """Return the times asked for, to be held against the events of the index."""
    found: DaysAsked | None = query.memo.get("days")
    if found is None:
        found = query.memo["days"] = DaysAsked(query.phrases, index.timeline)
    return found


def is_of_time(number: int, query: Query, index: Index) -> bool:
    """Whether an event happened in the time asked for, or speaks of that very year."""
    if not query.phrases:
        return True  # as any is
    known: dict[int, bool] = query.memo.setdefault("of time", {})
    found = known.get(number)
    if found is None:
        is_inside = days_asked(query, index).is_within(number)
        found = known[number] = is_inside or names_year(number, query, index)
    return found


def are_of_time(numbers: Sequence[int], query: Query, index: Index) -> list[bool]:
    """Return of each of these events what `is_of_time` tells."""
    if not query.phrases or days_asked(query, index).years:
        return [is_of_time(number, query, index) for number in numbers]
    return days_asked(query, index).are_within(numbers)


def names_year(number: int, query: Query, index: Index, *, least: float = SPEAKS_OF) -> bool:
    """Whether an event of another time speaks of the year asked for: "the 1961 treaty".

    `least` is how strongly, at least the strength of a word in a summary.
    """
    years = days_asked(query, index).years
    if len(years) <= SEVERAL:
        return any(index.strength(year, number) >= least for year in years)
    held: dict[int, float] | None = query.memo.get("years held")
    if held is None:  # a long list of years is not looked through for each event
        held = query.memo["years held"] = {}
        for posting in map(index.posting, years):
            if max(posting.strengths, default=0) < SPEAKS_OF * SCALE:
                continue  # as in ids, and no event is asked for less
            for event, strength in posting.items():
                held[event] = max(strength, held.get(event, 0.0))
    return held.get(number, 0.0) >= least


def _of_the_time(query: Query, index: Index) -> Sequence[Event]:
    """Return the events among which those of the time named are to be found."""
    # Of "June 1931" said apart, the year has fewer events than June has in all years.
    phrases = [phrase for phrase in query.phrases if phrase.spans] or query.phrases
    spans = [span for phrase in phrases[:1] for span in phrase.spans]
    is_large = len(index.events) > MOST_OF_A_TIME
    if is_large and phrases and phrases[0].recurring is not None:
        month, day = phrases[0].recurring
        timeline = index.timeline
        return timeline.within_month(month) if day is None else timeline.on_day(month, day)
    if not spans:
        return index.events
    if len(spans) == 1:
        return index.timeline.between(spans[0])
    found = (event for span in spans for event in index.timeline.between(span))
    return list(dict.fromkeys(found))


def _occasion_first(events: list[Event], occasion: Occasion) -> list[Event]:
    in_order = sorted(events, key=lambda event: event.date.sort_key)
    if occasion.which is Which.LAST:
        in_order.reverse()
    at = occasion.number - 1
    return [*in_order[at : at + 1], *in_order[:at], *in_order[at + 1 :]]
