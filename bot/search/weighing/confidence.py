"""How likely the best candidate is right: a logistic model over what it explains.

The score of BM25 and its kin says which entry is best, not whether it is good. This model
turns shares of the question's weight into a probability; its coefficients, in `models.py`,
are fitted on the tuning half of the question corpus by `python -m tests.fit_confidence`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from operator import mul
from typing import NamedTuple

from bot.search.asking.intent import Asked
from bot.search.asking.native import is_native
from bot.search.asking.units import EVERYWHERE
from bot.search.entries.asked_for import asks_for_unmet, asks_for_untold_number, is_asking
from bot.search.entries.deeds import is_told_of_another, is_turned_round
from bot.search.entries.directions import goes_the_other_way
from bot.search.entries.encounters import read_encounter
from bot.search.entries.measures import asks_for_untold_measure
from bot.search.entries.opposites import is_opposite
from bot.search.entries.presumed import share_of_deed_untold
from bot.search.entries.roles import ASKS_FOR_A_DEED, compare_actors
from bot.search.entries.together import share_together, share_unsaid, units_titled
from bot.search.entries.undoing import is_undoing_untold
from bot.search.entries.whereabouts import is_elsewhere
from bot.search.index import TITLE, Index, rarity_of
from bot.search.query import Query
from bot.search.weighing.models import BARE, CURATED
from bot.search.weighing.scoring import MET, Candidate, weight_of

_DID = frozenset("did does has have had".split())

MOST_NAMES = 2.0  # one strange name is doubtful enough, two are enough to be sure

PLAINLY = 0.6  # how strongly an entry must hold a thing to hold it plainly

IN_PASSING = 0.9  # below this a summary or note speaks of a name, no title or name field

CLEAR_LEAD = 0.5  # where no other entry holds any of it, one word may be all that this one holds


MOST_SAID = 3.0  # three rare words identify any entry; more make it no surer


class Features(NamedTuple):
    """What there is to judge the best candidate by; shares are of the question's weight."""

    coverage: float  # explained by the candidate
    title: float  # share of the title's weight that the question names
    unknown_names: float  # share in words that no event holds and that look like names
    stranger: float  # 1 where the question begins with a name that the candidate does not hold
    unknown_words: float  # share in ordinary words that no event holds
    unknown_elsewhere: float  # the same in other alphabets, whose words the data knows less of
    missed_names: float  # share in names that events hold, but not this one
    missed_words: float  # share in words that events hold, but not this one
    whole: float  # 1 where it plainly holds every single thing asked for
    weakest_name: float  # how strongly the least of the names is met, 1 without names
    weakest_strange: float  # the same for words that may be names, 1 without such
    names_titled: float  # share of the names, by number, that the title holds, 1 without names
    names_indirect: float  # share of the names, by number, that it holds only by a synonym
    passing_places: float  # how many of the places it speaks of only in passing; at most 2
    everyday: float  # how common the rarest word is, where it holds neither a name nor a time
    faint: float  # 1 where it holds nothing plainly, only in notes, keywords or sources
    when_apart: float  # share that the best sentence leaves out, where when or why is asked
    unsaid: float  # share that it holds, but in neither title nor summary
    asking: float  # 1 where it is asked in a sentence, which presupposes, not in keywords
    asked_unmet: float  # 1 where it does not hold the very thing that is asked for
    deed_untold: float  # 1 where it does not hold the deed that is taken for granted
    untold_number: float  # 1 where a number is asked for and it tells none
    deed: float  # how well the telling words that are no names are met, 1 without such
    actor: float  # 1 where the same one acts in question and title
    another: float  # 1 where another one does, or it is done to the one asked about
    contrary: float  # 1 where the title tells the opposite, or the deed the other way round
    elsewhere: float  # 1 where it is said in which place it was, and the entry is of others
    lead: float  # over the second best candidate, as a share of the best; at most a half
    in_time: float  # 1 where a time was named and fits
    in_time_only: float  # 1 - coverage where the time fits: little but the time agrees
    out_of_time: float  # 1 where a time was named and does not fit
    said: float  # how much of the question it explains, in words as rare as can be; at most 3
    units: float  # log of the number of units
    chosen: float  # 1 where an occasion was counted out ("the second")
    chosen_vaguely: float  # 1 - coverage where it was: of what, is not all explained
    not_chosen: float  # 1 where an occasion was asked for and none counted out
    when_vague: float  # how much less than all is said, where the day of a deed is asked for


# The weights of both models, in the order of the features.
_CURATED, _BARE = (
    tuple(map(model.weights.__getitem__, Features._fields)) for model in (CURATED, BARE)
)


def features(
    candidate: Candidate,
    query: Query,
    index: Index,
    *,
    lead: float,
    is_within: bool,
    is_chosen: bool,
) -> Features:
    """Return the features of `candidate` as an answer to `query`.

    `lead` is its lead over the next. In a small timeline no word weighs much, and yet it may
    say all: what is said is measured by the weight of a word that one event holds.
    """
    units, met = query.units, candidate.met
    hard = [number for number, unit in enumerate(units) if not unit.is_soft]
    weights = list(map(weight_of, units))
    strengths = [met[number][0] if number in met else 0.0 for number in range(len(units))]

    asked = explained = 0.0  # by weight, as are those that are missed or unknown
    missed_names = missed_words = unknown_names = unknown_words = unknown_elsewhere = 0.0
    named: list[int] = []  # by number; the others by how strongly they are met
    deeds: list[float] = []
    strange: list[float] = []
    for number in hard:
        unit, weight, strength = units[number], weights[number], strengths[number]
        asked += weight
        explained += weight * strength
        if not unit.variants:
            if _is_forename(number, candidate, query):
                continue
            if not unit.is_common:
                unknown_names += weight
            elif unit.text.isascii() or is_native(unit.text, index):
                unknown_words += weight
            else:
                unknown_elsewhere += weight
            continue
        if unit.is_earlier:
            continue
        if strength < MET:
            if unit.is_name:
                missed_names += weight
            else:
                missed_words += weight
        if not unit.is_name:
            deeds.append(strength)
            if not unit.is_common:
                strange.append(strength)
        elif unit.weight > EVERYWHERE:
            named.append(number)
    asked = max(asked, 1e-6)
    names = [strengths[number] for number in named]
    held = [strengths[number] for number in hard]
    least, most = min(held, default=0.0), max(held, default=0.0)
    said = min(explained / rarity_of(1, len(index.events)), MOST_SAID)
    compared = compare_actors(candidate, query, index)
    # In keywords names and deeds come in any order.
    is_order_told = query.asked in ASKS_FOR_A_DEED or read_encounter(query, index) is not None
    is_anothers = (compared < 0 and is_order_told) or is_told_of_another(candidate, query, index)
    is_contrary = (
        is_turned_round(candidate, query, index)
        or is_opposite(candidate.number, query, index)
        or goes_the_other_way(candidate.number, query, index)
        or is_undoing_untold(candidate.number, query, index)
    )
    is_measure_untold = asks_for_untold_measure(candidate.number, query, index)
    is_when = query.asked is Asked.WHEN
    # Only who asks when or why it was presupposes that it was: keywords presuppose nothing.
    is_presumed = is_when or query.asked is Asked.WHY
    titled = units_titled(candidate, query, index)
    together = share_together(candidate, query, index, titled=titled) if is_presumed else 1.0
    return Features(
        coverage=candidate.coverage,
        title=candidate.title,
        unknown_names=unknown_names / asked,
        stranger=_begins_with_stranger(candidate, query),
        unknown_words=unknown_words / asked,
        unknown_elsewhere=unknown_elsewhere / asked,
        missed_names=missed_names / asked,
        missed_words=missed_words / asked,
        whole=float(least >= PLAINLY),
        weakest_name=min(names, default=1.0),
        weakest_strange=min(strange, default=1.0),
        names_titled=_mean([float(value >= TITLE) for value in names]),
        names_indirect=_mean(
            [float(not met[number][1].is_direct) for number in named if strengths[number] >= MET],
            default=0.0,
        ),
        passing_places=min(
            MOST_NAMES,
            sum([MET <= strengths[n] < IN_PASSING for n in named if "places" in units[n].kinds]),
        ),
        everyday=_everyday(strengths, query),
        faint=float(MET <= most < PLAINLY),
        when_apart=1 - together,
        unsaid=share_unsaid(candidate, query, index, titled=titled),
        asking=float(is_asking(query)),
        asked_unmet=float(is_measure_untold or asks_for_unmet(candidate, query)),
        deed_untold=share_of_deed_untold(candidate, query) if least < MET else 0.0,
        untold_number=float(asks_for_untold_number(candidate.number, query, index)),
        deed=max(deeds, default=1.0),
        actor=0.0 if is_anothers else max(0.0, compared),
        another=float(is_anothers),
        contrary=float(is_contrary),
        elsewhere=float(is_elsewhere(candidate.number, query, index)),
        lead=min(lead, CLEAR_LEAD),
        in_time=float(bool(query.phrases) and is_within),
        in_time_only=(1 - candidate.coverage) * (bool(query.phrases) and is_within),
        out_of_time=float(bool(query.phrases) and not is_within),
        said=said,
        units=math.log(max(1, len(hard))),
        chosen=float(is_chosen),
        chosen_vaguely=(1 - candidate.coverage) * is_chosen,
        not_chosen=float(query.occasion is not None and not is_chosen),
        when_vague=(MOST_SAID - said) * is_when,
    )


def _begins_with_stranger(candidate: Candidate, query: Query) -> float:
    """Return 1 where the first thing asked for is a name that the candidate does not hold.

    In "When did Chile veto it?" somebody is said to have done it, and is not in the entry.
    """
    if query.asked not in ASKS_FOR_A_DEED:
        return 0.0  # keywords come in any order
    asked = [(n, u) for n, u in enumerate(query.units) if not u.is_soft and not u.is_earlier]
    if len(asked) < 2:
        return 0.0
    number, first = asked[0]
    is_name = first.is_stranger and not first.is_number
    is_held = candidate.strength(number) >= MET or _is_forename(number, candidate, query)
    return float(is_name and not is_held)


def begins_a_deed(query: Query) -> bool:
    """Whether the first thing asked for is plainly said to have done it: "when did Chile"."""
    first = next((unit.text.split()[0] for unit in query.hard if not unit.is_earlier), "")
    return any(pair[0] in _DID and pair[1] == first for pair in pairwise(query.said))


def _is_forename(number: int, candidate: Candidate, query: Query) -> bool:
    """Whether a word stands right before the name of somebody in the entry: a title of theirs."""
    if number + 1 >= len(query.units) or candidate.strength(number + 1) < MET:
        return False
    word, name = query.units[number : number + 2]
    both = (*word.text.split(), *name.text.split())
    places = range(len(query.said)) if "people" in name.kinds else ()
    return any(query.said[at : at + len(both)] == both for at in places)


def _everyday(strengths: Sequence[float], query: Query) -> float:
    """Return how common the rarest of the words is that the candidate holds so strongly.

    "You're a star" and "I miss you" hold a word that some entry holds as well. 0 where it holds
    a name, a number, a phrase or a word on no list, or where a time was named.
    """
    if query.phrases:
        return 0.0
    usages = []
    for unit, strength in zip(query.units, strengths, strict=True):
        if unit.is_soft or strength < MET:
            continue
        if unit.is_name or unit.is_earlier:
            return 0.0
        usages.append(unit.usage)
    return min(usages, default=0.0)


def _mean(values: Sequence[float], *, default: float = 1.0) -> float:
    return sum(values) / len(values) if values else default


def confidence(found: Features, *, is_curated: bool) -> float:
    """Return the probability, 0 to 1, that the candidate so described is right.

    `is_curated` says whether the timeline names people, places and organisations as such.
    """
    bias, weights = (CURATED.bias, _CURATED) if is_curated else (BARE.bias, _BARE)
    total = bias + sum(map(mul, weights, found))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
