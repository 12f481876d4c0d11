"""How somebody took a thing: asked for is the later entry, not that of the thing itself.

"How did the council respond to the flood of May 1911" names the flood and its day, and both
stand in the entry of the flood. What the council did is told by one that continues it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.search.index import TITLE, Index
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.threads.stance import is_word_of_reaction
from bot.search.weighing.of_time import is_of_time
from bot.search.weighing.scoring import MET, Candidate

# A time was taken out of the text, or stands before the thing: "respond to ; flood".
_TO = r"(?: (?:to|about|на)\b\s*;?|\s*;)\s+\w"
_TOOK = Form(
    rf"\bhow (?:did|has|had|have) (?P<who>\w.*?) (?:react|respond|reply|answer)(?:ed)?{_TO}"
    rf"|\bwhat (?:did|has|had|have) (?P<doer>\w.*?) (?:do|done|decided?){_TO}"
    r"|^\W*(?:what (?:was|were|is) )?(?P<one>\w.*?)(?:'s?)? "
    rf"(?:reaction|response|answer|reply){_TO}"
    rf"|\bкак (?:отреагировал\w*|ответил\w*) (?P<taker>\w.*?){_TO}"
)
LONGEST = 6  # words that name who took it


def find_reaction(
    scored: Sequence[tuple[float, Candidate]], query: Query, index: Index
) -> Candidate | None:
    """Return what continues the best entry and holds who took it, if that one's title does not.

    Only where a curator has said that an entry continues another: of two deeds in the same month
    nobody else can tell whether one answers the other.
    """
    said = _TOOK.search(query.intent.whole)
    if said is None:
        return None
    who = tokens(next(filter(None, said.groups())))
    if len(who) > LONGEST:
        return None
    takers = [
        number
        for number, unit in enumerate(query.units)
        if not unit.is_soft and set(unit.text.split()) <= set(who)
    ]
    first = scored[0][1]
    title = index.title_words(first.number)
    if not takers or any(
        first.strength(number) >= TITLE or not title.isdisjoint(query.units[number].text.split())
        for number in takers
    ):
        return None
    shown = index.events[first.number].id

    def answers(candidate: Candidate) -> bool:
        return (
            candidate.number > first.number
            and shown in index.events[candidate.number].related
            and all(candidate.strength(number) >= MET for number in takers)
        )

    return next((candidate for _, candidate in scored if answers(candidate)), None)


def of_reaction(query: Query, found: Candidate, index: Index) -> Query:
    """Return what is asked of the entry found: it need not say "react" nor be of the same day."""
    units = tuple(
        replace(unit, is_soft=True) if is_word_of_reaction(unit.text) else unit
        for unit in query.units
    )
    phrases = query.phrases if is_of_time(found.number, query, index) else ()
    return replace(query, units=units, phrases=phrases)
