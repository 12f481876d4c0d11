"""Candidates to matches with a score and reasons: sure, choices, or abstain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.search.confidence import Features, confidence, features
from bot.search.encounters import find_fitting, read_encounter, with_deed
from bot.search.extent import MARGIN, lists_all, of_a_kind
from bot.search.index import TAG, Index
from bot.search.intent import Asked, Occasion, Which
from bot.search.literal import likeness
from bot.search.occasions import choose_occasion, meets_all, ordinal_words
from bot.search.outside import nearest_on_topic
from bot.search.query import Query, Unit
from bot.search.roles import another_acts, compare_actors
from bot.search.scoring import MET, Candidate
from bot.search.terms import tokens
from bot.search.times import is_same_time, is_within, lies_within, nearest_in_time, outlasts
from bot.timeline.dates import Precision
from bot.timeline.event import Event

THRESHOLD = 0.62  # the least score worth showing as an answer
SURE = 0.75  # from here the best entries are given as the answer, below as choices

# What a bare title adds that says all of the question literally, and how many of the entries
# that this could bring to the front are read for it.
BY_WORDING, MOST_READ = 0.05, 60

SMALL_NUMBER = 2  # digits; such numbers stand in every other summary

# Of the best coverage; below it neither title nor significance can make up for the rest.
HOPELESS, ALWAYS_RANKED = 0.5, 20

# Events of a time that are looked at one by one; the list of all is made for the page alone.
MOST_OF_A_TIME = 2_000

EXPLAINED = 40  # matches that carry their reasons; nobody reads further

SPEAKS_OF = 0.7  # strength of a word in a title or summary; notes and sources only allude

# How the score is put together: mostly what the event explains of the question, then how
# much of its own title was named, then the curator's judgement.
BY_COVERAGE, BY_TITLE, BY_SIGNIFICANCE = 0.82, 0.1, 0.02

# Of entries about as good, the one in which the same one acts as in the question is meant.
ABOUT_AS_GOOD, MOST_COMPARED, BY_ACTOR, BY_ANOTHER = 0.85, 6, 0.02, 0.8

# A time that was named and fits is worth much; one that does not fit rules out.
# An entry that only overlaps the time, like a decade round the year asked for, is between.
# One that lasted from the first to the last year asked for is most likely the one meant.
SAME_BONUS, INSIDE_BONUS, OVERLAP_BONUS, OUTSIDE_FACTOR = 0.6, 0.3, 0.22, 0.45
LONG_FACTOR = 0.7  # of one that lasted many times as long as the time asked for

# "A nuclear test in 2011": what happened then only sounds like it, and the tests were in
# other years.
TELLS_LITTLE, TELLS_ALL = 0.5, 0.85

# A broad question ("the treaty") says too little to tell one entry from the others, yet
# entries that plainly hold all of it are what was asked for: they are listed.
BROAD_CERTAINTY, FULLY = 0.66, 0.74

# A single word of so many uses (log10 in a billion) that somebody may say it of anything.
# "The bridge" is a question all the same, "I miss you" is none.
SAID_OF_ANYTHING, BARE_WORDS = 5.0, 2

# A time was named and nothing of that time fits, or a seventh was asked for and six are
# known: the best entry is only near, however well its words agree.
NEAR_CERTAINTY = 0.3

# Another one did it, or the one asked about did it elsewhere: near, however well the words agree.
# Who asks whether Chile vetoed it may want to see that Peru did: that is offered.
ANOTHER_ACTS, OFFERED = 0.6, 0.7

# Days of a time so short, and entries so few, that one of them may be meant whatever was said.
SHORT_TIME, MOST_INSIDE, INSIDE_SCORE = 31, 3, 0.2

# A follow-up whose words all stand in the entry shown, or in one that belongs to it.
THREAD_CERTAINTY = 0.76

# Words by which somebody means any entry at all.
_ENTRY = frozenset(
    "entry entries event events thing things record item know have запись записи событие события"
    " 기록 사건 항목 일".split()
)


class Outcome(StrEnum):
    """How far the search trusts its matches."""

    SURE = "sure"
    CHOICES = "choices"
    ABSTAIN = "abstain"
    PERIOD = "period"  # only a time was asked for; every event of it, in order


@dataclass(frozen=True, slots=True)
class Match:
    """An event with its score of 0 to 1 and the reasons for it."""

    event: Event
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """All matches best first, those that answer before those that are only near.

    `answering` is how many of `matches` are good enough to be shown as the answer.
    """

    outcome: Outcome
    query: Query
    matches: tuple[Match, ...]
    answering: int
    features: Features | None = None
    is_in_order: bool = False  # of time, not best first
    sides: tuple[bool, bool] = (False, False)  # the first matches are the nearest before, after
    gap: tuple[Event, Event] | None = None  # the two entries of a question how long it was
    topic: Query | None = None  # of the thread from here on, where it is not the query


def rank(query: Query, index: Index) -> Finding:
    """Return the events that explain most of `query`, best first, and how far to trust them."""
    query = with_deed(query, index)
    found = _worth_ranking(find_fitting(query, index), query)
    scored = [(_score(c, query, index), c) for c in found]
    if not scored:
        return Finding(Outcome.ABSTAIN, query, (), 0)
    scored = _by_actor(_sorted(scored, index), query, index)
    scored = _by_wording(scored, query, index)
    best = scored[0][0]
    fitting = [c for s, c in scored if not query.phrases or s > OUTSIDE_FACTOR]
    chosen = choose_occasion(fitting, query, index)
    if chosen is not None:
        scored = [(best, chosen), *(pair for pair in scored if pair[1] is not chosen)]
    first = scored[0][1]
    is_in_time = _is_in_time(first.number, query, index)
    second = scored[1][0] if len(scored) > 1 else 0.0
    described = features(
        first,
        query,
        index,
        lead=max(0.0, best - second) / best if best and chosen is None else 0.0,
        is_within=is_in_time,
        is_chosen=chosen is not None,
    )
    # The best candidate's score is its probability; the others follow by their distance.
    certainty = confidence(described, is_curated=bool(index.lexicon.kinds))
    is_outside = bool(query.phrases) and not is_in_time
    is_beyond = chosen is None and _is_beyond(first, query, index)
    is_anothers = another_acts(first, query, index)
    if _is_near(first, query, index):
        certainty = max(certainty, THREAD_CERTAINTY)
    is_elsewhere = is_outside or _is_another_time(first, scored, query, index)
    if is_elsewhere or is_beyond or not _names_something(query):
        certainty = min(certainty, NEAR_CERTAINTY)
    elif is_anothers:
        is_whether = query.asked is Asked.YES_NO and read_encounter(query, index) is None
        certainty = min(certainty, OFFERED if is_whether else ANOTHER_ACTS)
    elif (
        certainty < BROAD_CERTAINTY
        and (lists_all(query) or query.has_dates)
        and _names_something(query)
        and meets_all(first, query, least=FULLY)
        and not _says_little(first, query)
    ):
        certainty = BROAD_CERTAINTY
    matches = tuple(
        Match(
            index.events[c.number],
            round(certainty * min(1.0, score / best), 4),
            _reasons(c, query, index) if place < EXPLAINED else (),
        )
        for place, (score, c) in enumerate(scored)
    )
    if certainty < THRESHOLD:
        if not query.phrases:
            return Finding(Outcome.ABSTAIN, query, matches[:10], 0, described)
        return _beside_the_time(matches, scored, query, index, described, is_first=is_in_time)
    answering = sum(match.score >= MARGIN * certainty for match in matches)
    # An entry that alone holds all that was asked, or was counted out, leaves nothing open.
    # Where all of a kind is asked for, the several are the answer.
    is_open = answering > 1 and not lists_all(query)
    is_plain = chosen is not None or (not is_open and described.whole > 0 and not is_anothers)
    outcome = Outcome.SURE if certainty >= SURE or is_plain else Outcome.CHOICES
    if chosen is not None and outcome is Outcome.SURE:
        answering = 1
    elif lists_all(query):
        inside = [c for _, c in scored if not query.phrases or _is_in_time(c.number, query, index)]
        kind = {index.events[c.number].id for c in of_a_kind(inside, query, index)}
        is_counted = described.actor > 0 and query.asked is Asked.COUNT
        if (len(kind) > 1 and matches[0].event.id in kind) or (kind and is_counted):
            matches = tuple(sorted(matches, key=lambda match: match.event.id not in kind))
            answering = len(kind)
    return Finding(outcome, query, matches, answering, described)


def _says_little(first: Candidate, query: Query) -> bool:
    """Whether there is only one ordinary word, met in passing or of a kind said of anything.

    "Useless" and "a star" are hardly questions, though a summary may hold these words.
    """
    if query.phrases or len(query.hard) != 1 or query.hard[0].is_name:
        return False
    (word,) = query.hard
    strength = first.strength(query.units.index(word))
    is_plain = strength >= TAG or not word.is_common or " " in word.text
    is_said_along = len(query.said) > BARE_WORDS and word.usage >= SAID_OF_ANYTHING
    return not is_plain or is_said_along


def _worth_ranking(found: list[Candidate], query: Query) -> list[Candidate]:
    """Leave out, of many, what explains so little that nothing can bring it to the front.

    A time that fits can, and so can a thread: then all are looked at.
    """
    if len(found) <= ALWAYS_RANKED or query.phrases or query.near is not None:
        return found
    floor = HOPELESS * found[0].coverage
    return [c for at, c in enumerate(found) if at < ALWAYS_RANKED or c.coverage >= floor]


def _by_wording(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of bare titles nearly as good as the best, what says most of it literally.

    An entry with a summary may say there what its title words in another way.
    """
    floor = scored[0][0] - BY_WORDING
    close = [pair for pair in scored[:MOST_READ] if pair[0] >= floor]
    events = [index.events[candidate.number] for _, candidate in close]
    if len(close) < 2 or any(event.summary for event in events):
        return scored
    gains = [BY_WORDING * likeness(query.said, tokens(event.title)) for event in events]
    order = sorted(range(len(close)), key=lambda at: -round(close[at][0] + gains[at], 4))
    return [*(close[at] for at in order), *scored[len(close) :]]


def _beside_the_time(
    matches: Sequence[Match],
    scored: Sequence[tuple[float, Candidate]],
    query: Query,
    index: Index,
    described: Features,
    *,
    is_first: bool,
) -> Finding:
    """Return what is near where nothing fits the time: before it, after it, then the rest.

    `is_first` tells that the best entry is of that time, though it tells too little.
    """
    outside = [c for _, c in scored if not _is_in_time(c.number, query, index)]
    sides = nearest_on_topic(outside, query, index)
    near = [index.events[number].id for number in sides if number is not None]
    by_id = {match.event.id: match for match in matches}
    lead = [by_id[event_id] for event_id in near]
    rest = [match for match in matches if match.event.id not in near]
    # What happened in a short time may be meant, though other words were used for it.
    inside = [] if is_first else _of_a_short_time(query, index)
    ordered = [*rest[:1], *lead, *rest[1:]] if is_first else [*inside, *lead, *rest]
    is_first = is_first or bool(inside)
    is_before, is_after = (number is not None for number in sides)
    told = (False, False) if is_first else (is_before, is_after)
    return Finding(Outcome.ABSTAIN, query, tuple(ordered[:10]), 0, described, sides=told)


def _is_beyond(first: Candidate, query: Query, index: Index) -> bool:
    """Whether an occasion was asked for that neither counting nor the title itself tells."""
    if query.occasion is None or query.occasion.number < 2:
        return False
    return ordinal_words(query.occasion).isdisjoint(index.title_words(first.number))


def _sorted(scored: list[tuple[float, Candidate]], index: Index) -> list[tuple[float, Candidate]]:
    return sorted(
        scored,
        key=lambda pair: (
            -pair[0],
            -index.events[pair[1].number].significance,
            pair[1].number,
        ),
    )


def _by_actor(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of entries about as good, those in which the one asked about acts."""
    floor = scored[0][0] * ABOUT_AS_GOOD
    top = [pair for pair in scored[:MOST_COMPARED] if pair[0] >= floor]
    if len(top) < 2:
        return scored
    weighed = [
        (s * (1 + BY_ACTOR * compare_actors(c, query, index)), c)
        if not another_acts(c, query, index)
        else (s * BY_ANOTHER, c)
        for s, c in top
    ]
    return [*_sorted(weighed, index), *scored[len(top) :]]


def _of_a_short_time(query: Query, index: Index) -> list[Match]:
    spans = [span for phrase in query.phrases for span in phrase.spans]
    if not spans or any(s.latest.ordinal - s.earliest.ordinal > SHORT_TIME for s in spans):
        return []
    inside = [event for event in _of_the_time(query, index) if lies_within(event, query.phrases)]
    if len(inside) > MOST_INSIDE:
        return []
    inside.sort(key=lambda event: -event.significance)
    return [Match(event, INSIDE_SCORE, ("date",)) for event in inside]


def by_time_alone(query: Query, index: Index) -> Finding:
    """Return every event of the time named, or the nearest ones on both sides."""
    if not query.phrases and not _asks_for_an_entry(query):
        return Finding(Outcome.ABSTAIN, query, (), 0)
    of_it = _of_the_time(query, index)
    if len(of_it) > MOST_OF_A_TIME:
        is_last = query.occasion is not None and query.occasion.which is Which.LAST
        of_it = of_it[-MOST_OF_A_TIME:] if is_last else of_it[:MOST_OF_A_TIME]
    inside = [event for event in of_it if is_within(event, query.phrases)]
    # What merely goes on at that time comes after what happened in it.
    inside.sort(key=lambda event: not lies_within(event, query.phrases))
    if query.occasion is not None:
        inside = _occasion_first(inside, query.occasion)
    if inside:
        matches = tuple(Match(event, 0.9, ("date",)) for event in inside)
        return Finding(Outcome.PERIOD, query, matches, len(matches))
    near = nearest_in_time(index.events, query.phrases[0]) if query.phrases else []
    matches = tuple(Match(event, 0.1, ("nearest date",)) for event in near)
    return Finding(Outcome.ABSTAIN, query, matches, 0)


def _is_another_time(
    first: Candidate, scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> bool:
    """Whether the entry of the time asked for tells little, and one of another time all."""
    if not query.phrases or first.coverage >= TELLS_LITTLE:
        return False
    return any(
        candidate.coverage >= TELLS_ALL and not _is_in_time(candidate.number, query, index)
        for _, candidate in scored
    )


def _names_something(query: Query) -> bool:
    """Whether there is more to the question than a small number or two."""
    return any(len(unit.text) > SMALL_NUMBER or not unit.text.isdigit() for unit in query.hard)


def _is_in_time(number: int, query: Query, index: Index) -> bool:
    event = index.events[number]
    return is_within(event, query.phrases) or _names_year(number, query, index)


def _names_year(number: int, query: Query, index: Index) -> bool:
    """Whether an event of another time speaks of the year asked for: "the 1961 treaty"."""
    years = {
        str(span.earliest.year)
        for phrase in query.phrases
        for span in phrase.spans
        # With a preposition ("in 1961") the year is the time asked for and nothing else.
        if phrase.end - phrase.start in (len(span.edtf), len("the ") + len(span.edtf))
        and span.precision is Precision.YEAR
    }
    return any(index.strength(year, number) >= SPEAKS_OF for year in years)


def _asks_for_an_entry(query: Query) -> bool:
    """Whether the first or last of all entries is meant: "the oldest entry", not "the first?"."""
    if query.occasion is None or query.occasion.number > 1:
        return False
    return not _ENTRY.isdisjoint(tokens(query.intent.rest))


def _of_the_time(query: Query, index: Index) -> Sequence[Event]:
    """Return the events among which those of the time named are to be found."""
    spans = [span for phrase in query.phrases[:1] for span in phrase.spans]
    is_large = len(index.events) > MOST_OF_A_TIME
    if is_large and query.phrases and query.phrases[0].recurring is not None:
        month, day = query.phrases[0].recurring
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
        return in_order[::-1]
    at = occasion.number - 1
    return [*in_order[at : at + 1], *in_order[:at], *in_order[at + 1 :]]


def _score(candidate: Candidate, query: Query, index: Index) -> float:
    event = index.events[candidate.number]
    score = (
        BY_COVERAGE * candidate.coverage
        + BY_TITLE * candidate.title
        + BY_SIGNIFICANCE * event.significance
    )
    if query.phrases:
        if is_same_time(event, query.phrases):
            score = SAME_BONUS + (1 - SAME_BONUS) * score
        elif lies_within(event, query.phrases):
            score = INSIDE_BONUS + (1 - INSIDE_BONUS) * score
        elif _is_in_time(candidate.number, query, index):
            if candidate.coverage >= TELLS_ALL and _names_year(candidate.number, query, index):
                # The year belongs to the thing: how "the 1961 treaty" ended in another one.
                score = INSIDE_BONUS + (1 - INSIDE_BONUS) * score
            elif outlasts(event, query.phrases):
                score *= LONG_FACTOR
            else:
                score = OVERLAP_BONUS + (1 - OVERLAP_BONUS) * score
        else:
            score *= OUTSIDE_FACTOR
    if query.near is not None:
        score += query.near.bonus(event, _share_said(candidate, query))
    return max(round(score, 4), 1e-4)  # equal for people, equal for the order


def _is_near(first: Candidate, query: Query, index: Index) -> bool:
    """Whether a follow-up finds all that it says now in, or right beside, what was shown."""
    if query.near is None or not query.near.bonus(index.events[first.number]):
        return False
    said = [(n, unit) for n, unit in enumerate(query.units) if not _is_kept(unit)]
    names = [number for number, unit in said if unit.is_name]
    met = [number for number, _ in said if first.strength(number) >= MET]
    return len(met) * 2 >= max(1, len(said)) and set(names) <= set(met) and bool(said)


def _share_said(candidate: Candidate, query: Query) -> float:
    """Return how much of what a follow-up says now the entry holds, 0 to 1."""
    said = [n for n, unit in enumerate(query.units) if unit.variants and not unit.is_earlier]
    if not said:
        return 1.0
    return sum(candidate.strength(number) for number in said) / len(said)


def _is_kept(unit: Unit) -> bool:
    return unit.is_earlier or unit.is_soft


def _reasons(candidate: Candidate, query: Query, index: Index) -> tuple[str, ...]:
    reasons = []
    for number, (_, variant) in sorted(candidate.met.items()):
        text = query.units[number].text
        reasons.append(text if variant.is_direct else f"{text} ({variant.reason})")
    if query.phrases and is_within(index.events[candidate.number], query.phrases):
        reasons.append("date")
    return tuple(reasons)
