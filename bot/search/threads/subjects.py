"""What goes on with an entry where none refers to it: later ones about the same subject."""

from __future__ import annotations

import math
from itertools import islice

from bot.search.index import TITLE, Index
from bot.search.indexing.lexicon import concept_key
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.terms import terms
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import (
    MOST_LATER,
    asks_if_over,
    asks_when_ended,
    end_of_story,
    later_parts,
    reach_of,
    tells_end,
)
from bot.search.weighing.scoring import NAMED
from bot.timeline.event import Event

# So many entries at most are about one subject, of whom or which a single story is told.
MOST_ABOUT_ONE = 12
# Of what a title and the question for it say, weighed by rarity: so much must be told again in
# the title of what goes on with it, and less is enough where that tells an end.
TOLD_AGAIN, TOLD_AGAIN_AT_END = 0.5, 0.3
BY_GAP, DAYS_OF_A_YEAR = 0.15, 365.25  # of that lost with each e-fold of the years between


def told_of_later(
    text: str, event: Event, index: Index, *, asked: str
) -> tuple[tuple[Event, ...], bool]:
    """Return the entries that may tell what became of `event`, as folded `text` asks for it.

    And whether only their titles speak for that, where no entry refers to the other.

    Who asks when it was over means the end of its own story, unless a later entry tells an end
    and it is asked when it ended. `asked` is the question that `event` answered.
    """
    parts = later_parts(event, index)
    later = parts or end_told_again(event, index, asked=asked) or end_of_subject(event, index)
    is_ended = asks_when_ended(text) and any(tells_end(other.title) for other in later)
    end = end_of_story(event, index) if asks_if_over(text) and not is_ended else ()
    return tuple(dict.fromkeys((*end, *later))), not (end or parts)


def later_of_subject(event: Event, index: Index) -> tuple[Event, ...]:
    """Return later entries that name in their title whom or what `event` names in its own.

    At most five, the nearest. Nothing where so many entries are about it that no one story is
    told of it.
    """
    own = number_of(event, index)
    keys = [
        key
        for key in map(concept_key, (*event.people, *event.organisations))
        if index.strength(key, own) >= NAMED and 1 < len(index.posting(key)) <= MOST_ABOUT_ONE
    ]
    if not keys:
        return ()
    later = (
        index.events[number]
        for number in range(own + 1, min(own + reach_of(index), len(index.events)))
        if any(index.strength(key, number) >= NAMED for key in keys)
    )
    return tuple(e for e in islice(later, MOST_LATER) if e.date.earliest > event.date.latest)


def end_of_subject(event: Event, index: Index) -> tuple[Event, ...]:
    """Return the first of these later entries whose title tells an end, or nothing."""
    ends = (other for other in later_of_subject(event, index) if tells_end(other.title))
    return tuple(islice(ends, 1))


def end_told_again(event: Event, index: Index, *, asked: str) -> tuple[Event, ...]:
    """Return the later entry whose title tells an end in the words of `event`, or nothing.

    Or else in other words, where both belong to the same; where none tells an end it is one
    that is told in most of these words.
    """
    own = number_of(event, index)
    words = (term for term in terms(asked) if term.text not in FUNCTION_WORDS)
    said = {*index.title_terms[own], *(term.stem for term in words if not term.text.isdigit())}
    weights = {stem: index.rarity(stem) for stem in said}
    total = sum(weights.values()) or 1.0  # a title of nothing but "the" and "and" weighs nothing
    best, related = None, frozenset(event.related)
    for number in range(own + 1, min(own + reach_of(index), len(index.events))):
        share = sum(weights.get(stem, 0.0) for stem in set(index.title_terms[number])) / total
        other = index.events[number]
        is_of_it = not related.isdisjoint(other.related)
        if not (is_of_it or share >= TOLD_AGAIN_AT_END) or other.date.earliest <= event.date.latest:
            continue
        is_end = tells_end(other.title)
        if (not is_end and share < TOLD_AGAIN) or _is_of_another(number, own, index):
            continue
        years = (other.date.earliest.ordinal - event.date.latest.ordinal) / DAYS_OF_A_YEAR
        worth = is_end + share - BY_GAP * math.log1p(years)
        if best is None or worth > best[0]:
            best = worth, other
    return (best[1],) if best else ()


def _is_of_another(number: int, own: int, index: Index) -> bool:
    """Whether two titles each name the first of their people, and these are not the same."""
    event, other = index.events[own], index.events[number]
    if not (event.people and other.people) or event.people[0] in other.people:
        return False
    firsts = ((event.people[0], own), (other.people[0], number))
    return all(index.strength(concept_key(name), at) >= TITLE for name, at in firsts)
