"""What goes on with an entry where none refers to it: later ones about the same subject."""

from __future__ import annotations

from itertools import islice

from bot.search.index import Index
from bot.search.lexicon import concept_key
from bot.search.neighbours import number_of
from bot.search.outcome import (
    MOST_LATER,
    asks_if_over,
    asks_when_ended,
    end_of_story,
    later_parts,
    reach_of,
    tells_end,
)
from bot.search.scoring import NAMED
from bot.timeline.event import Event

# So many entries at most are about one subject, of whom or which a single story is told.
MOST_ABOUT_ONE = 12


def told_of_later(text: str, event: Event, index: Index) -> tuple[Event, ...]:
    """Return the entries that may tell what became of `event`, as folded `text` asks for it.

    Who asks when it was over means the end of its own story, unless a later entry tells an end
    and it is asked when it ended.
    """
    later = later_parts(event, index) or end_of_subject(event, index)
    is_ended = asks_when_ended(text) and any(tells_end(other.title) for other in later)
    end = end_of_story(event, index) if asks_if_over(text) and not is_ended else ()
    return tuple(dict.fromkeys((*end, *later)))


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
