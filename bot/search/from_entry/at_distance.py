"""What lies so long before or after the entry that a question names."""

from __future__ import annotations

from dataclasses import replace

from bot.search.dates.distances import Distance
from bot.search.dates.times import fits, outlasts
from bot.search.entries.kinds import weigh_one
from bot.search.finding import Finding, Match, Outcome
from bot.search.from_entry.beside import (
    ANCHOR_SCORE,
    ERA_SCORE,
    SAYS_LITTLE,
    TOLD,
)
from bot.search.from_entry.described import AS_GOOD, described_entry, era_of, names_strangers
from bot.search.from_entry.kin import tells_side
from bot.search.from_entry.same_time import SameTime
from bot.search.index import Index
from bot.search.query import Query
from bot.search.ranking import rank
from bot.search.weighing.of_time import by_time_alone
from bot.search.weighing.scoring import MET
from bot.search.when import DatePhrase
from bot.timeline.dates import DISTANT_PAST, Precision, between_days
from bot.timeline.event import Event

# A description may mean several entries ("the treaty"); the one beside which the rest of the
# question is found is meant. So many are tried, of at least this share of the best score.
MOST_STARTS, AS_LIKELY = 4, 0.6

MOST_MEANT = 8  # a description that means more entries tells none to count from

# So few entries of a short time may be meant, whatever words were used for them.
FEW, FEW_SCORE = 3, 0.65


def find_at_distance(
    distance: Distance, index: Index, *, base: Finding, rest: Query, found: Finding
) -> Finding | None:
    """Return what of `rest` lies at that distance from an entry that `base` found.

    `found` is what the whole question finds; an entry that tells of both is the answer, unless
    something lies so far from that very entry. Where nothing was asked beside the time, the
    nearest entries are better than none. None where nothing of what was asked is found: the
    question as a whole may tell more.
    """
    era = era_of(base.query, index)
    if era is not None:  # a stretch of time is counted from its beginning
        start = Match(index.events[era[0]], ERA_SCORE, ())
        base = replace(base, outcome=Outcome.SURE, matches=(start,), answering=1)
    if not base.matches:
        return None
    hard = [unit for unit in rest.hard if unit.weight > SAYS_LITTLE]
    if not hard and base.outcome is Outcome.SURE:
        first = base.matches[0].event
        if tells_side(first, base.query, is_after=distance.most > 0):
            return _scaled(base, ANCHOR_SCORE)  # it tells itself what came so long after
    most = MOST_STARTS
    if hard:
        best = base.matches[0]
        if found.outcome is Outcome.SURE and found.matches[0].event is best.event:
            floor = AS_GOOD * best.score
            most = sum(match.score >= floor for match in base.matches[:MOST_STARTS])
        inside = _told_inside(distance, index, base=base, rest=rest, most=most)
        if inside is not None:
            return inside
    if base.outcome is Outcome.ABSTAIN or (hard and base.answering > MOST_MEANT):
        return None
    nearest: Finding | None = None
    for event in dict.fromkeys([described_entry(base).event, *_starts(base)][:most]):
        at = _at(distance, event)
        if all(span.earliest > index.events[-1].date.latest for span in at.spans):
            continue  # beyond all that is told: it is counted from another
        inside = by_time_alone(replace(rest, units=(), phrases=(at,)), index)
        inside = replace(_without_start(inside, event), start=event)
        if inside.outcome is Outcome.ABSTAIN:
            nearest = nearest or inside
            continue
        if not hard:
            return _nearest_first(inside, distance, event)
        few = _without_longer(inside, at)
        if distance.is_short and few.answering and len(few.matches) <= FEW:
            few = _best_first(few, rest, index)
            if _holds_names(few.matches[0].event, rest, index):
                return _scaled(few, FEW_SCORE)
    return None if hard else nearest


def _nearest_first(inside: Finding, distance: Distance, start: Event) -> Finding:
    """Put first what lies nearest to the very day, where so many days or years are counted."""
    if distance.days is None or inside.outcome is not Outcome.PERIOD:
        return inside
    day = distance.start_of(start.date).ordinal + distance.days

    def off(match: Match) -> int:
        return abs(match.event.date.earliest.ordinal - day)

    return replace(inside, matches=tuple(sorted(inside.matches, key=off)))


def find_in_same_time(
    same: SameTime, index: Index, *, base: Finding, rest: Query, found: Finding
) -> Finding | None:
    """Return what of `rest` lies in the day, month or year of an entry that `base` found.

    None where nothing of what was asked is found there, or one entry tells all of it, of which
    `found` is what the whole question finds.
    """
    if base.outcome is Outcome.ABSTAIN:
        return None
    first = base.matches[0].event
    is_itself = bool(found.answering) and found.matches[0].event is first
    tells_itself = any(not unit.is_name for unit in rest.hard)
    if (
        tells_itself
        and is_itself
        and not (same.side or same.day)
        and weigh_one(first, rest, index).coverage >= TOLD
    ):
        return None
    if rest.hard:
        told = _told_inside(same, index, base=base, rest=rest, most=MOST_STARTS)
        says_much = any(unit.weight > SAYS_LITTLE for unit in rest.hard)
        if told or says_much or (is_itself and not same.day):
            return told
    for event in dict.fromkeys([described_entry(base).event, *_starts(base)]):
        at = _at(same, event)
        inside = by_time_alone(replace(rest, units=(), phrases=(at,)), index)
        inside = _without_start(_without_longer(inside, at), event) if at.spans else inside
        if inside.answering:
            inside = replace(inside, start=event)
            return _scaled(inside, base.matches[0].score) if same.day else inside
    return None


def _told_inside(
    distance: Distance | SameTime, index: Index, *, base: Finding, rest: Query, most: int
) -> Finding | None:
    """Return what the words of `rest` find at that distance from any of the entries meant."""
    best, worth = None, 0.0
    for place, event in enumerate(_starts(base)[:most]):
        at = _at(distance, event)
        if not at.spans:
            continue
        found = rank(replace(rest, phrases=(*rest.phrases, at)), index)
        found = _without_longer(_without_start(found, event), at)
        if isinstance(distance, SameTime) and distance.day:
            found = _of_one_day(found)
        if found.outcome is Outcome.ABSTAIN:
            continue
        value = base.matches[place].score * found.matches[0].score
        if value > worth:
            best, worth = replace(found, start=event), value
    return best and _scaled(best, ANCHOR_SCORE)


def _without_start(found: Finding, start: Event) -> Finding:
    """Leave out the entry that is counted from, which a distance of hours holds too."""
    matches = tuple(match for match in found.matches if match.event is not start)
    if len(matches) == len(found.matches):
        return found
    if not matches:
        return replace(found, outcome=Outcome.ABSTAIN, matches=(), answering=0)
    answering = max(1, min(found.answering, len(matches)))
    return replace(found, matches=matches, answering=answering)


def _of_one_day(found: Finding) -> Finding:
    """Leave out what went on for several days, where what came on one of them is asked for."""
    matches = tuple(match for match in found.matches if match.event.date.is_single_day)
    if not matches or not found.matches[0].event.date.is_single_day:
        return replace(found, outcome=Outcome.ABSTAIN, answering=0)
    return replace(found, matches=matches, answering=max(1, min(found.answering, len(matches))))


def _best_first(few: Finding, rest: Query, index: Index) -> Finding:
    """Put first, of the few entries of a time, what explains most of the question."""

    def told(match: Match) -> float:
        return -weigh_one(match.event, rest, index).coverage

    return replace(few, matches=tuple(sorted(few.matches, key=told)))


def _holds_names(event: Event, rest: Query, index: Index) -> bool:
    """Whether an entry holds all that is asked for by name."""
    if not names_strangers(rest):
        return True
    names = [n for n, unit in enumerate(rest.units) if not unit.is_soft and unit.is_stranger]
    candidate = weigh_one(event, rest, index)
    return all(candidate.strength(number) >= MET for number in names)


def _without_longer(found: Finding, at: DatePhrase) -> Finding:
    """Leave out what merely went on at that time: years of it tell of no day.

    What began in it stays: "what started the next day?".
    """
    matches = tuple(
        match
        for match in found.matches
        if not outlasts(match.event, (at,))
        or any(span.earliest <= match.event.date.earliest <= span.latest for span in at.spans)
    )
    if not matches or not fits(matches[0].event.date, at):
        return replace(found, outcome=Outcome.ABSTAIN, answering=0)
    return replace(found, matches=matches, answering=max(1, min(found.answering, len(matches))))


def _starts(base: Finding) -> list[Event]:
    if base.query.occasion is not None and base.answering == 1:
        return [base.matches[0].event]  # counted out: the first is not the second
    floor = AS_LIKELY * base.matches[0].score
    return [match.event for match in base.matches[:MOST_STARTS] if match.score >= floor]


def _at(distance: Distance | SameTime, event: Event) -> DatePhrase:
    """Return the time at that distance: of what lasted for days, from its end or its begin."""
    date = event.date
    if isinstance(distance, SameTime):
        same = distance.span_about(date)
        return DatePhrase(0, 0, (same,) if same else (), None, is_latent=False)
    spans = [distance.span_from(date)]
    is_of_days = date.precision is Precision.DAY and not date.is_single_day
    if is_of_days and date.earliest > DISTANT_PAST and distance.is_short and distance.least > 0:
        first = between_days(date.earliest, date.earliest)
        spans.append(distance.span_from(first))
    return DatePhrase(0, 0, tuple(dict.fromkeys(spans)), None, is_latent=False)


def _scaled(found: Finding, share: float) -> Finding:
    matches = tuple(
        Match(match.event, round(share * match.score, 4), match.reasons) for match in found.matches
    )
    return replace(found, matches=matches)
