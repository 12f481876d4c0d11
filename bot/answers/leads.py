"""Who or where, set above the one entry that answers: only as far as the entry tells it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.wording.wording import Wording
from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit, keys_of
from bot.search.entries.encounters import MEETINGS, read_encounter
from bot.search.entries.together import is_said
from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import fold, stem, tokens
from bot.search.threads.neighbours import number_of
from bot.search.threads.shown import PRINCIPALS
from bot.timeline.event import Event

# All who are named in an entry were there.
_WHO_WAS_THERE = Form(
    r"\bwho(?: else)?(?:'?s| is| was| are| were)?"
    r" (?:there|here|present|involved|aboard|with|else)\b"
    r"|\b(?:attend\w*|took part|take part|taking part|participa\w+|accompan\w+|on board|along)\b"
    r"|\b(?:together )?with (?:him|her|them|\w+)\W*$|^\W*(?:and )?who(?: else)?\W*$"
    r"|\b(?:участ\w+|присутств\w+|сопровожд\w+|еще)\b|\bкто (?:там )?был\w*\b|^\W*(?:а |и )?кто\W*$"
    r"|참석\w*|참가\w*|함께|동행\w*|^\W*누구\w*\W*$"
)
# Who somebody is, or who holds an office, no entry tells by naming people; nor whom a deed was
# done to by naming those who did it.
_WHO_IS = Form(
    r"\bwho(?:'s| is| was| are| were) (?!it|he|she|they|that)(?!.* (?:to|by) )"
    r"|\bкто (?:так(?:ой|ая|ие)|сейчас|теперь)\b|누구(?:야|인가|예요|입니까|였|지)\w*\W*$"
)
_TO_WHOM = Form(
    r"\bwhom?(?: else)? (?:did|does|do|had|has|have|will|was|were)\b(?=.*\b\w+\W*$)"
    r"|\b(?:whom|кого|кому)\b|누구(?:를|에게|한테)"
)


def asked_names(finding: Finding, text: str, index: Index, *, say: Wording) -> str:
    """Return the people, bodies or places of the one entry, where the question `text` asks so.

    They must be told by the same sentence as the deed that is asked about: an entry on a veto
    names who cast it, and not who abstained. Who was named in the question is known; where
    nobody else is told, the lead is empty.
    """
    query, event = finding.query, finding.matches[0].event
    if query.asked not in (Asked.WHO, Asked.WHERE):
        return ""
    is_met = read_encounter(query, index) is not None  # then the entry was found as one
    telling = _sentences_on([] if is_met else _deeds(query), event, index)
    if not telling:
        return ""
    if query.asked is Asked.WHERE:
        asked = keys_of(query.units)
        places = [name for name in event.places if concept_key(name) not in asked]
        return say.places_heading(places) if places else ""
    return _who(fold(text), event, query, index, telling=telling, say=say)


def _who(
    whole: str,
    event: Event,
    query: Query,
    index: Index,
    *,
    telling: Sequence[frozenset[str]],
    say: Wording,
) -> str:
    asked = keys_of(query.units)
    people = [name for name in event.people if not _is_asked_about(name, asked)]
    if not _WHO_WAS_THERE.search(whole):
        if read_encounter(query, index) is not None:
            told = {concept_key(name) for name in event.people[:PRINCIPALS]}
        elif _tells_nobody(whole, query):
            return ""
        else:
            told = set(telling[0])
        people = [name for name in people if concept_key(name) in told]
    title = event.title.casefold()
    bodies = [
        name
        for name in event.organisations
        if concept_key(name) not in asked and name.casefold() in title
    ]
    if not bodies:
        return say.people_heading(people) if people else ""
    # The title names a body, which may be who did it; who only stands in a field did not.
    said = tokens(f"{title} {event.summary.casefold()}")
    acting = [name for name in people if tokens(name)[-1] in said]
    return say.named_heading([*bodies, *acting])


def _tells_nobody(whole: str, query: Query) -> bool:
    """Whether who somebody is, or to whom something was done, is asked: no name tells that."""
    is_shared = any(stem(unit.text) in MEETINGS for unit in query.hard)
    return bool(_WHO_IS.search(whole) or (_TO_WHOM.search(whole) and not is_shared))


def _is_asked_about(name: str, asked: frozenset[str]) -> bool:
    """Whether a question names somebody, in full or by the surname that several share."""
    return concept_key(name) in asked or not asked.isdisjoint(tokens(name))


def _deeds(query: Query) -> list[Unit]:
    """Return what is said now of the deed: no names, and nothing of the questions before."""
    return [unit for unit in query.hard if not (unit.is_name or unit.is_earlier)]


def _sentences_on(deeds: Sequence[Unit], event: Event, index: Index) -> list[frozenset[str]]:
    """Return what the sentences hold that tell of all the deeds; all of them where none is said."""
    sentences = index.sentences(number_of(event, index))
    return [held for held in sentences if all(is_said(unit, held) for unit in deeds)]
