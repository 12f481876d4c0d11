"""What is asked for: whether an entry can tell that thing, or that number."""

from __future__ import annotations

import re

from bot.search.asking.intent import Asked
from bot.search.asking.ways import NUMBER_WORDS
from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.language.irregular import is_verb_form, may_be_verb
from bot.search.language.telling import is_function
from bot.search.query import Query
from bot.search.terms import tokens
from bot.search.weighing.scoring import MET, Candidate

# The first word after the one that asks: "what rifle did he", "how many of the sailors".
_ASKED_FOR = Form(
    r"\b(?:what|which|whose|how many|how much|как(?:ой|ая|ое|ие|ую|ого|ом|их)|сколько"
    r"|who (?:is|are|was|were))\s+"
    r"(?:(?:is|are|was|were|do|does|did|of|kind|sort|type|the|an?|his|her|their|its) )*"
    r"(?P<word>\w+)(?: (?P<head>\w+))?"
    # "The name of the captain", "what was the captain's name".
    r"|\bnames? of (?:the|an?|his|her|their|its|that|this) (?:\w+ ){0,2}?(?P<named>\w+)"
    r"(?: (?:of|on|in|at|who|that|which|for|from|to|with|aboard)\b|\W*$)"
    r"|\bwhat (?:is|was) (?:the |his |her |their )?(?P<owner>\w+?)(?:'?s|') names?\b"
    # "The opening of an Arlandic consulate in Oslo", where nothing else is said.
    r"|^\W*(?:the )?\w+ing of (?:(?:an?|the) )?(?:\w+ ){0,2}?(?P<thing>\w+)"
    r"(?: (?:in|at|on|by|near|from|to) .*)?$"
)
# What nearly any entry tells, without the word; and words that only compare.
_TOLD_BY_ANY = frozenset(
    "aim content day days idea older newer earlier later longer number figure outcome percentage"
    " point purpose reason result step subject topic".split()
)
_DOING = re.compile(r"\bd(?:o|oes|id)\b")
ANYBODY = frozenset(["people", "persons"])  # of them all depends on what they did
_THINGS = ("word", "named", "owner", "thing")
# In Russian the very thing that is doubted: "продали ли станцию".
_ASKED_WHETHER = Form(r"\b(?P<word>\w+) ли\b")
_ASKS_A_NUMBER = Form(
    r"\b(?:how (?:many|much|long|tall|far|old|big|fast|heavy|high)|number of|what (?:price|cost)"
    r"|сколько)\b|얼마|몇 ?(?:명|개|대|척|미터|살|톤)"
)
# These are counted by entries, or told by their dates.
_OF_TIMES = Form(
    r"\bhow (?:many (?:times|days|weeks|months|years)|often)\b"
    r"|\bсколько (?:раз|дней|недель|месяцев|лет)\b|몇 ?(?:번|차례|회)"
)
_ASKING = Form(r"\b(?:what|which|how|что|чем|как\w{0,3})\b|무엇|무슨|어떤|어느|뭐")
_WRITTEN = frozenset([*NUMBER_WORDS, "dozen", "dozens"]) | frozenset(
    "hundred hundreds thousand thousands million millions billion".split()
)
YEARS = range(1000, 2200)  # numbers that are rather a year than a count


def is_asking(query: Query) -> bool:
    """Whether a question is put as one. That presupposes what it asks; keywords do not."""
    if query.asked not in (Asked.WHAT, Asked.LIST):
        return True
    return _ASKING.search(query.intent.whole) is not None


def asks_for_unmet(candidate: Candidate, query: Query) -> bool:
    """Whether the very thing that is asked for is none that the candidate holds.

    "What rifle was it?" is hardly told by an entry without a rifle, whatever else it holds.
    """
    said = _ASKED_FOR.search(query.intent.whole)
    if said is not None:
        word = next(filter(None, map(said.group, _THINGS)))
        is_subject = _DOING.search(said[0]) is not None  # "what did Ada write"
        if said["head"] and not is_subject and _is_head(word, said["head"], query):
            word = said["head"]  # "which UN resolution", "which steel company": a company
    elif query.asked is Asked.YES_NO and (said := _ASKED_WHETHER.search(query.intent.whole)):
        word = said["word"]
    else:
        return False
    if word in _TOLD_BY_ANY:
        return False
    hard = [(n, unit) for n, unit in enumerate(query.units) if not unit.is_soft]
    if word in ANYBODY:  # of them all depends on what they did: "how many people drowned"
        hard = [pair for pair in hard if word not in pair[1].text.split()][:1]
        word = hard[0][1].text.split()[0] if hard else word
    return any(candidate.strength(n) < MET for n, unit in hard if word in unit.text.split())


def _is_head(word: str, head: str, query: Query) -> bool:
    """Whether a word before another only tells of which kind that is."""
    if _is_named(word, query):
        return not is_verb_form(head)
    is_noun = not (may_be_verb(head) or is_function(head) or _is_named(head, query))
    return is_noun and not is_function(word)


def _is_named(word: str, query: Query) -> bool:
    """Whether a word is a name by itself."""
    return any(unit.is_name and unit.text == word for unit in query.units)


def asks_for_untold_number(number: int, query: Query, index: Index) -> bool:
    """Whether a number is asked for, and the event of that number tells none but years."""
    asked = query.intent.whole
    if not _ASKS_A_NUMBER.search(asked) or _OF_TIMES.search(asked):
        return False
    event = index.events[number]
    told = tokens(f"{event.title} {event.summary} {event.note}")
    return not any(word in _WRITTEN or _is_count(word) for word in told)


def _is_count(word: str) -> bool:
    return word.isascii() and word.isdigit() and int(word) not in YEARS
