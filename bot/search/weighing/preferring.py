"""Of entries about as good, which comes first: by who acts, kind, name and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.search.asking.intent import Asked
from bot.search.dates.times import lies_within
from bot.search.entries.amounts import asks_amount, tells_any_amount
from bot.search.entries.called import id_words, is_called, names_it, things_of
from bot.search.entries.deeds import is_turned_round
from bot.search.entries.kinds import names_own_tag
from bot.search.entries.measures import asks_for_untold_measure
from bot.search.entries.opposites import is_opposite
from bot.search.entries.repeats import is_repeat_unasked
from bot.search.entries.roles import another_acts, compare_actors
from bot.search.entries.tolls import Toll, asks_toll, is_of_those, tells_toll
from bot.search.entries.undoing import is_undoing_untold
from bot.search.entries.whereabouts import is_elsewhere
from bot.search.index import Index
from bot.search.query import Query
from bot.search.weighing.of_time import days_asked
from bot.search.weighing.ordering import best_first
from bot.search.weighing.scoring import MET, Candidate, meets_all

# Of entries about as good, the one in which the same one acts as in the question is meant.
ABOUT_AS_GOOD, MOST_COMPARED, BY_ACTOR, BY_ANOTHER = 0.85, 6, 0.02, 0.8
AS_GOOD = 0.95  # of the best; below it what an entry is called makes up for nothing
OF_SOMEBODY = 2  # things asked for: somebody, and what they did
NAMED_IN_FULL = 0.5  # of the best, for one that has the person whom the best does not have
BY_NUMBER = 0.15  # of its score, for one that tells how many there were
_PRICE = frozenset("cost costs price prices fee fees salary wage wages".split())
# Of the best score, what one may have that tells to how many it happened; so many are looked at.
TELLS_NUMBER, MOST_WEIGHED = 0.5, 12


def _about_as_good(scored: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    floor = scored[0][0] * ABOUT_AS_GOOD
    return [pair for pair in scored[:MOST_COMPARED] if pair[0] >= floor]


def _is_contrary(number: int, query: Query, index: Index) -> bool:
    return is_opposite(number, query, index) or is_undoing_untold(number, query, index)


def by_actor(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of entries about as good, those in which the one asked about acts."""
    top = _about_as_good(scored)
    if len(top) < 2:
        return scored
    # Seldom does the best tell it the other way round; only then the others are looked at.
    is_round = is_turned_round(top[0][1], query, index)
    is_away = is_elsewhere(top[0][1].number, query, index)
    # What was done again is hardly meant where another entry tells as much of it plainly.
    again = {c.number for _, c in top if is_repeat_unasked(c.number, query, index)}
    plain = max((c.coverage for _, c in top if c.number not in again), default=0.0)
    weighed = [
        (s * BY_ANOTHER, c)
        if (c.number in again and c.coverage <= plain)
        or another_acts(c, query, index)
        or _is_contrary(c.number, query, index)
        or (is_round and is_turned_round(c, query, index))
        or (is_away and is_elsewhere(c.number, query, index))
        else (s * (1 + BY_ACTOR * compare_actors(c, query, index)), c)
        for s, c in top
    ]
    return [*best_first(weighed, index), *scored[len(top) :]]


def by_person(scored: list[tuple[float, Candidate]], query: Query) -> list[tuple[float, Candidate]]:
    """Put first, where somebody is named in full, the best entry that has that one.

    Who was hired first is not told to somebody who asks when Ada Reed was. Who says more may
    mean an entry that tells the rest without the name.
    """
    if len(query.hard) > OF_SOMEBODY:
        return scored
    named = [
        number
        for number, unit in enumerate(query.units)
        if "people" in unit.kinds and " " in unit.text and not (unit.is_soft or unit.is_earlier)
    ]

    def has_all(candidate: Candidate) -> bool:
        return all(candidate.strength(number) >= MET for number in named)

    if len(named) != 1 or has_all(scored[0][1]):
        return scored
    return _led_by(scored, has_all, within=NAMED_IN_FULL)


def by_kind(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, where all of a kind is asked for, an entry that is called so.

    A decree on a resolution is none, though its title holds the word.
    """
    things = things_of(query)
    if not things:
        return scored
    # "Strikes in 1931"
    is_of_time = query.asked is Asked.WHAT and query.phrases and names_own_tag(things[-1], index)
    if not is_of_time and query.asked not in (Asked.LIST, Asked.COUNT):
        return scored

    def is_of_it(candidate: Candidate) -> bool:
        event = index.events[candidate.number]
        is_inside = not query.phrases or lies_within(event, query.phrases)
        return is_inside and is_called(event.id, things[-1], index)

    return _led_by(scored, is_of_it, within=AS_GOOD if is_of_time else ABOUT_AS_GOOD)


def by_name(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of entries about as good, the one that is called just what is asked for.

    "The liberation of the north" is the entry of that id, whatever its title says of it.
    """
    hard = query.hard
    is_alone = len(scored) < 2 or scored[1][0] < AS_GOOD * scored[0][0]
    if is_alone or len(hard) < 2 or not things_of(query) or not index.lexicon.kinds:
        return scored

    def is_called_all(candidate: Candidate) -> bool:
        said = id_words(index.events[candidate.number].id)
        return all(names_it(said, unit) for unit in hard)

    led = _led_by(scored, is_called_all, within=AS_GOOD)
    if led[0][1] is scored[0][1]:
        return scored
    return [led[0], *((score * AS_GOOD, candidate) for score, candidate in led[1:])]


def by_own_time(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put an entry of the time that holds all that is asked before one that only names the time.

    "The 1961 treaty" is the one of 1961, though a later one says more of how it ended. Who asks
    when names a year as a part of the thing.
    """
    if not query.phrases or query.asked is Asked.WHEN:
        return scored

    days = days_asked(query, index)

    def is_inside(candidate: Candidate) -> bool:
        return days.is_within(candidate.number)

    if is_inside(scored[0][1]):
        return scored
    return _led_by(scored, lambda candidate: is_inside(candidate) and meets_all(candidate, query))


def _led_by(
    scored: list[tuple[float, Candidate]],
    is_wanted: Callable[[Candidate], bool],
    *,
    within: float = ABOUT_AS_GOOD,
) -> list[tuple[float, Candidate]]:
    """Put first, of entries about as good as the best, the first that is wanted."""
    best = scored[0][0]
    for at, (score, candidate) in enumerate(scored[:MOST_COMPARED]):
        if score < best * within:
            break
        if is_wanted(candidate):
            return [(best, candidate), *scored[:at], *scored[at + 1 :]]
    return scored


def by_amount(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, of entries about as good, those that tell the number asked for."""
    if (toll := asks_toll(query)) is not None:
        return _by_toll(scored, toll, query, index)
    if asks_amount(query, index) is None:
        return _by_price(scored, query, index)
    top = _about_as_good(scored)
    weighed = [
        (score * (1 + BY_NUMBER * tells_any_amount(candidate.number, query, index)), candidate)
        for score, candidate in top
    ]
    return [*best_first(weighed, index), *scored[len(top) :]]


def _by_price(
    scored: list[tuple[float, Candidate]], query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first, where a price is asked for, the best entry that tells one.

    It explains no less of the question than the one that tells none.
    """
    best = scored[0][1]
    if len(scored) < 2 or _PRICE.isdisjoint(query.said):
        return scored
    if not asks_for_untold_measure(best.number, query, index):
        return scored

    def tells_it(other: Candidate) -> bool:
        is_as_good = other.coverage >= best.coverage
        return is_as_good and not asks_for_untold_measure(other.number, query, index)

    return _led_by(scored, tells_it)


def _by_toll(
    scored: list[tuple[float, Candidate]], toll: Toll, query: Query, index: Index
) -> list[tuple[float, Candidate]]:
    """Put first those that tell to how many it happened, and of whom; in a title most plainly.

    An entry that mentions the dead holds as many words of the question and answers nothing.
    """
    best = scored[0][0]
    top = [pair for pair in scored[:MOST_WEIGHED] if pair[0] >= best * TELLS_NUMBER]
    told = [tells_toll(c.number, toll, index) if is_of_those(c, toll, query) else 0 for _, c in top]
    plainest = max(told)
    if not plainest:
        return scored
    most = max(s for (s, _), plain in zip(top, told, strict=True) if plain == plainest)

    def worth(score: float, candidate: Candidate, plain: int) -> float:
        if plain < plainest:
            return score * (BY_ANOTHER if plain else BY_ANOTHER**2)
        share = score / most
        if is_of_those(candidate, toll, query, in_all=True):
            share = AS_GOOD + (1 - AS_GOOD) * share  # it answers as well, whatever words it has
        return best * share

    weighed = [(worth(*pair, plain), pair[1]) for pair, plain in zip(top, told, strict=True)]
    return [*best_first(weighed, index), *scored[len(top) :]]
