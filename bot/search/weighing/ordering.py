"""Candidates in their order: what each is worth as an answer to the question."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.dates.times import is_same_time, outlasts
from bot.search.index import TITLE, Index
from bot.search.query import Query
from bot.search.weighing.of_time import SPEAKS_OF, days_asked, is_of_time, names_year
from bot.search.weighing.scoring import WORTH_RANKING, Candidate, weight_of

LITTLE_NEAR = 0.1  # what being near to what was shown must add at most, to make up for much

# How the score is put together: mostly what the event explains of the question, then how
# much of its own title was named, then the curator's judgement.
BY_COVERAGE, BY_TITLE, BY_SIGNIFICANCE = 0.82, 0.1, 0.02
# Of titles that are all there is, short ones say no more than long ones; their wording decides.
BY_TITLE_ALONE = 0.05

# A time that was named and fits is worth much; one that does not fit rules out.
# An entry that only overlaps the time, like a decade round the year asked for, is between.
# One that lasted from the first to the last year asked for is most likely the one meant.
SAME_BONUS, INSIDE_BONUS, OVERLAP_BONUS, OUTSIDE_FACTOR = 0.6, 0.3, 0.22, 0.45
NAMED_BONUS = 0.28  # of one that names the year: what is of that year comes before its equal
LONG_FACTOR = 0.7  # of one that lasted many times as long as the time asked for

LEAST = 1e-4  # that a score is above 0

TELLS_ALL = 0.85  # of the question; an entry that explains so much is the one spoken of


def score_of(candidate: Candidate, query: Query, index: Index) -> float:
    """Return what a candidate is worth beside others: a number above 0, best about 1."""
    number = candidate.number
    (score,) = _worths([candidate], index)
    if query.phrases:
        days = days_asked(query, index)
        is_long = not days.is_single_day(number)
        if is_long and is_same_time(index.events[number], query.phrases):
            score = SAME_BONUS + (1 - SAME_BONUS) * score
        elif days.lies_within(number):
            score = INSIDE_BONUS + (1 - INSIDE_BONUS) * score
        elif is_of_time(number, query, index):
            # Who asks when has not told when, but what: the year is a part of its name. One that
            # only speaks of that year further on is no rival to those that are of it.
            is_when = query.asked is Asked.WHEN
            least = TITLE if is_when else SPEAKS_OF
            is_named = candidate.coverage >= TELLS_ALL or is_when
            is_far = is_when and not days.is_within(number)
            if is_named and names_year(number, query, index, least=least):
                # The year belongs to the thing: how "the 1961 treaty" ended in another one.
                score = NAMED_BONUS + (1 - NAMED_BONUS) * score
            elif is_far or outlasts(index.events[number], query.phrases):
                score *= LONG_FACTOR
            else:
                score = OVERLAP_BONUS + (1 - OVERLAP_BONUS) * score
        else:
            return round(score * OUTSIDE_FACTOR, 4) or LEAST
    if query.near is not None:
        score += query.near.bonus(index.events[number], _share_said(candidate, query))
    return max(round(score, 4), LEAST)  # equal for people, equal for the order


def scored_all(
    found: Sequence[Candidate], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Return candidates in their order, each behind what it is worth, as `score_of` has it."""
    if query.near is not None:
        return [(score_of(candidate, query, index), candidate) for candidate in found]
    worth = _worths(found, index)
    if not query.phrases:
        return [(round(w, 4) or LEAST, c) for w, c in zip(worth, found, strict=True)]
    scored: list[tuple[float, Candidate]] = []
    plain = days_asked(query, index).are_plain([candidate.number for candidate in found])
    for score, candidate, is_inside in zip(worth, found, plain, strict=True):
        if is_inside is None:
            scored.append((score_of(candidate, query, index), candidate))
            continue
        timely = INSIDE_BONUS + (1 - INSIDE_BONUS) * score if is_inside else score * OUTSIDE_FACTOR
        scored.append((round(timely, 4) or LEAST, candidate))
    return scored


def _worths(found: Sequence[Candidate], index: Index) -> list[float]:
    """Return what each candidate is worth whatever time or thread is asked for."""
    by_title = BY_TITLE if index.lexicon.kinds else BY_TITLE_ALONE
    significance = index.timeline.significance
    return [
        BY_COVERAGE * c.coverage + by_title * c.title + BY_SIGNIFICANCE * significance[c.number]
        for c in found
    ]


def worth_ranking(found: list[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Leave out, of many, what explains so little that nothing can bring it to the front.

    A time that fits can, and then all are looked at; so can what was shown in a thread.
    """
    if len(found) <= WORTH_RANKING.number or query.phrases:
        return found
    floor, near = WORTH_RANKING.share * found[0].coverage, query.near
    return [
        c
        for at, c in enumerate(found)
        if at < WORTH_RANKING.number
        or c.coverage >= floor
        or (near is not None and near.bonus(index.events[c.number]) >= LITTLE_NEAR)
    ]


def best_first(
    scored: list[tuple[float, Candidate]], index: Index
) -> list[tuple[float, Candidate]]:
    significance = index.timeline.significance
    places = [
        (-score, -significance[candidate.number], candidate.number, at)
        for at, (score, candidate) in enumerate(scored)
    ]
    return [scored[place[-1]] for place in sorted(places)]


def _share_said(candidate: Candidate, query: Query) -> float:
    """Return how much of what a follow-up says now the entry holds, 0 to 1."""
    telling: list[tuple[int, float]] | None = query.memo.get("said now")
    if telling is None:
        said = [(n, u) for n, u in enumerate(query.units) if not u.is_earlier]
        hard = [(n, u) for n, u in said if not u.is_soft] or said
        telling = query.memo["said now"] = [(n, weight_of(unit)) for n, unit in hard]
    total = sum([weight for _, weight in telling])
    if not total:
        return 1.0
    return sum([candidate.strength(n) * weight for n, weight in telling]) / total
