"""Who the captain was, what the soldiers are called: whether an entry names them."""

from __future__ import annotations

from bot.search.asking.units import keys_of
from bot.search.entries.together import is_said
from bot.search.index import Index
from bot.search.indexing.lexicon import concept_key
from bot.search.language.forms import Form
from bot.search.query import Query

PERSONS = (
    "people|persons|men|women|children|wives|soldiers|troops|sailors|crew|passengers|students|guests"
    "|delegates|officers|pilots|spectators|fans|reporters|\\w+ists|engineers|workers"
    "|tourists|visitors|dead|deaths|casualties|victims|survivors|prisoners|sons|daughters|kids"
)
# What one of several at hand does there. Who is said to head, lead or govern something is
# named by entries that call the office otherwise.
_CRAFT = (
    "captain|skipper|helmsman|navigator|pilot|co-?pilot|driver|architect|designer|sculptor|painter"
    "|photographer|composer|conductor|interpreter|translator|owner|cook|chef|nurse|doctor|surgeon"
    "|coach|referee"
)
_WHO = Form(
    rf"^\W*(?:the )?(?:\w+ )?(?P<leads>{_CRAFT}) (?:of|on|at|aboard|for) (?:the|an?|this|that)\b"
    rf"|\bwho (?:is|was) (?:the |its |his |her |their )?(?:\w+ )?(?P<was>{_CRAFT})\b"
    rf"|\bname of (?:the |its |his |her |their )?(?:\w+ ){{0,2}}?(?P<named>{_CRAFT})\b"
    rf"|\b(?P<owner>{_CRAFT})'s name\b"
)
_GROUPS = ("leads", "was", "named", "owner")
_NAMES = Form(
    r"\bnames of (?:the |all |both |these |those |its |his |her |their )*"
    rf"(?:\w+ ){{0,3}}?(?:{PERSONS})\b"
)
FEWEST_NAMED = 2  # by who tells the names of several


def asks_for_unnamed(number: int, query: Query, index: Index) -> bool:
    """Whether somebody's name is asked for, and the event of that number names nobody such.

    "The captain of the yacht" is in no entry that speaks of no captain, or of nobody by name
    but those whom the question names; the names of several are not told by one.
    """
    asked = query.intent.whole
    if not index.lexicon.kinds:
        return False  # names are not told from other words
    if (said := _WHO.search(asked)) is not None:
        craft = next(filter(None, map(said.group, _GROUPS)))
        held = frozenset[str]().union(*index.sentences(number))
        is_told = any(is_said(u, held) for u in query.hard if craft in u.text.split())
        return not is_told or not _people_told(number, query, index)
    if _NAMES.search(asked) is not None:
        return _people_told(number, query, index) < FEWEST_NAMED
    return False


def _people_told(number: int, query: Query, index: Index) -> int:
    """Return how many people the event names, without those named in the question."""
    event, asked = index.events[number], keys_of(query.units)
    listed = {concept_key(name) for name in event.people}
    return len(listed - asked)
