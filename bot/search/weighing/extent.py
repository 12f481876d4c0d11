"""How many of the ranked entries answer: one, the few as good, or all of a kind."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.asking.ways import BY_TAG
from bot.search.dates.times import outlasts
from bot.search.entries.called import is_called, things_of
from bot.search.entries.encounters import read_encounter
from bot.search.entries.occasions import tell_apart
from bot.search.entries.told_encounters import is_encounter
from bot.search.index import Index
from bot.search.indexing.lexicon import is_tag
from bot.search.query import Query
from bot.search.weighing.scoring import Candidate, meets_all

# Entries within this share of the best score are shown beside it.
MARGIN = 0.92

# A topic or a name asks for all that is held under it; three things or more describe one
# entry, of which the others are only neighbours.
MOST_OF_A_TOPIC = 2

# How strongly an entry must hold each thing to be listed under it: its title, its names, its
# tags or the words of its summary, not a note.
PLAINLY = 0.68

COUNTED = 0.85  # of the best coverage, for entries that are counted


def lists_all(query: Query) -> bool:
    """Whether the question asks for everything of a kind rather than for one entry."""
    if query.asked in (Asked.LIST, Asked.COUNT):
        return True
    if query.asked is Asked.WHO:  # "who is Ada Reed" is told by all that she did
        return len(query.hard) == 1 and "people" in query.hard[0].kinds
    return query.asked is Asked.WHAT and len(query.hard) <= MOST_OF_A_TOPIC


def of_a_kind(candidates: Sequence[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Return the candidates that plainly hold all that is asked, in the order given.

    Where entries are counted and a tag of that name exists, only entries that carry the
    tag count: a sanction over a test is no test. Several entries may tell of one journey,
    which is counted once.
    """
    encounter = read_encounter(query, index)
    if encounter is not None:
        fitting = [c for c in candidates if is_encounter(c.number, encounter, index)]
        if query.asked is not Asked.COUNT:
            return fitting
        counted = tell_apart(fitting, encounter, index)
        return [c for c in fitting if c in counted]
    tags = [
        [key for variant in unit.variants for key in variant.keys if is_tag(key)]
        for unit in query.hard
        if query.asked is Asked.COUNT or _is_tag_itself(unit)
    ]

    def carries(candidate: Candidate) -> bool:
        return all(
            not keys or any(index.strength(key, candidate.number) > 0 for key in keys)
            for keys in tags
        )

    carrying = [candidate for candidate in candidates if carries(candidate)]
    if query.asked is Asked.COUNT and candidates and not all(tags):
        floor = COUNTED * candidates[0].coverage
        carrying = [candidate for candidate in carrying if candidate.coverage >= floor]
    kind = [c for c in carrying if meets_all(c, query, least=PLAINLY)]
    return _called_first(kind, query, index)


def _called_first(kind: Sequence[Candidate], query: Query, index: Index) -> list[Candidate]:
    """Put first what is called that which is listed: a resolution before a decree on one.

    Of a time named, what lasted for many such times comes after what belongs to it.
    """
    things = things_of(query)
    if not things or query.asked is not Asked.LIST:
        return list(kind)

    def is_other(candidate: Candidate) -> tuple[bool, bool]:
        event = index.events[candidate.number]
        is_long = bool(query.phrases) and outlasts(event, query.phrases)
        return is_long, not all(is_called(event.id, unit, index) for unit in things)

    return sorted(kind, key=is_other)


def _is_tag_itself(unit: Unit) -> bool:
    """Whether a unit is the very word of a tag, not one of its synonyms."""
    return any(variant.reason == "tag" and variant.quality == BY_TAG for variant in unit.variants)
