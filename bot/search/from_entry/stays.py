"""How long somebody was there, or something lasted, told by the entries of its two ends.

"How long was Ada with us" is answered by the entry in which she joins and the one in which she
leaves, with the time between; the timeline need not have an entry of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import fold, stem, stems_of, terms
from bot.search.weighing.scoring import weigh
from bot.timeline.event import Event

# What says of somebody or something that it was there, and names neither of its ends.
_BEING = frozenset(
    stems_of(
        "stay last run work serve live exist operate hold use open employ remain keep time spend"
        " spent around active live part member away gone".split()
    )
)
_AWAY = frozenset(["away", "gone", "absent"])

# The verbs of a beginning and of an end: of somebody, and of something.
_JOINS = frozenset(stems_of("join hire hired start return rejoin appoint elect become".split()))
_LEAVES = frozenset(
    stems_of("leave quit resign retire die depart dismiss dismissed fire sack move retires".split())
) | {"laid"}
_RETURNS = frozenset(stems_of(["return", "rejoin", "comeback"]))
_OPENS = frozenset(
    stems_of("open launch start begin establish introduce release adopt create first".split())
) | {"found"}
_CLOSES = frozenset(
    stems_of(
        "close end shut drop cancel sell sold demolish expire cease retire abolish dissolve disband"
        " discontinue scrap stop remove".split()
    )
)
# The same in two words.
_ENDS_IN_TWO = re.compile(
    r"\b(?:giv\w+|gave) up\b|\b(?:switch|turn)\w* off\b|\bshuts? down\b|\bstep\w* (?:back|down)\b"
    r"|\blaid off\b|\bphas\w+ out\b"
)
_CLAUSES = re.compile(r"[,;:]\s")
_FROM, _INTO = r"\b(?:from|off|out of) (?:\w+ ){{0,3}}{}", r"\b(?:to|into) (?:\w+ ){{0,3}}{}"
_MOVES = re.compile(r"\b(?:mov\w+|migrat\w+|relocat\w+|switch\w*)\b")

# Nobody and nothing is named that stayed: "how long were they on the island".
_OF_NOBODY = Form(r"\bhow long (?:was|were|is|are|did|has|have|had) (?:he|she|it|they)\b")

IN_TITLE = 0.97  # how strongly an entry holds what its title says in these very words
MOST_LOOKED_AT = 300  # entries that hold what is asked for
REASON = ("pair: how long",)
BOTH_KNOWN, ONE_KNOWN = 0.9, 0.7  # the score where both ends are told, and only the beginning


def find_stay(query: Query, found: Finding, index: Index) -> Finding | None:
    """Return the entries of the two ends of what is asked about, None where they are not told.

    `found` is what else was found: an entry that lasted some days tells itself how long.
    """
    if query.asked is not Asked.HOW_LONG or query.phrases or query.near is not None:
        return None
    if _OF_NOBODY.search(query.intent.whole):
        return None
    things = [unit for unit in query.hard if stem(unit.text) not in _BEING]
    if not things or not all(unit.variants for unit in things):
        return None
    if not index.lexicon.kinds and not any(unit.is_stranger for unit in things):
        return None  # among all sorts of things some entries open and close any ordinary one
    if found.answering and found.matches[0].event.date.certain_days > 1:
        return None
    is_away = not _AWAY.isdisjoint(query.said)
    told = list(_told(things, query, index))
    begin = next((e for e in told if _tells(e, things, begins=True, is_away=is_away)), None)
    if begin is None:
        return None
    ends = (e for e in told if e.date.earliest > begin.date.latest)
    end = next((e for e in ends if _tells(e, things, begins=False, is_away=is_away)), None)
    if end is None:
        if found.answering:
            return None
        match = Match(begin, ONE_KNOWN, REASON)
        return Finding(Outcome.SURE, query, (match,), 1)
    matches = (
        Match(begin, BOTH_KNOWN, REASON),
        Match(end, round(BOTH_KNOWN * 0.98, 4), REASON),
    )
    return Finding(Outcome.SURE, query, matches, 2, is_in_order=True, gap=(begin, end))


def _told(things: Sequence[Unit], query: Query, index: Index) -> Iterable[Event]:
    """Return the entries, in order of time, whose titles name all the things."""
    rarest = max(things, key=lambda unit: unit.weight)
    numbers = {n for key in rarest.keys for n in index.posting(key).strongest(MOST_LOOKED_AT)[0]}
    asked = replace(query, units=tuple(things))
    for candidate in sorted(weigh(numbers, asked, index), key=lambda c: c.number):
        if all(candidate.strength(at) >= IN_TITLE for at in range(len(things))):
            yield index.events[candidate.number]


def _tells(event: Event, things: Sequence[Unit], *, begins: bool, is_away: bool) -> bool:
    """Whether a clause of the title says that the things begin or end there."""
    words = [frozenset(_words_of(unit)) for unit in things]
    names = frozenset[str]().union(*words)
    is_person = any(not names.isdisjoint(fold(name).split()) for name in event.people)
    if is_away:
        verbs = _LEAVES if begins else _RETURNS
    elif is_person:
        verbs = _JOINS if begins else _LEAVES
    else:
        verbs = _OPENS if begins else _CLOSES
    for clause in _CLAUSES.split(fold(event.title)):
        said = terms(clause)
        texts = frozenset(term.text for term in said)
        if any(texts.isdisjoint(of_it) for of_it in words):
            continue
        if not is_person and _MOVES.search(clause):
            side = _INTO if begins else _FROM
            return any(re.search(side.format(re.escape(name)), clause) for name in names)
        if not verbs.isdisjoint(term.stem for term in said):
            return True
        if _ENDS_IN_TWO.search(clause):
            return begins is is_away
    return False


def _words_of(unit: Unit) -> Iterable[str]:
    yield from unit.text.split()
    for key in unit.keys:
        if key.startswith("@"):
            yield from key[1:].split()
