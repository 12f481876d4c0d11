"""The deed that is asked about, where a bare title tells another one.

A curated entry says in its summary what else happened. A bare title tells one deed, and who
asks for another one of the same people, place or thing is not answered by it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.search.asked_for import is_asking
from bot.search.forms import Form
from bot.search.function_words import FUNCTION_WORDS
from bot.search.index import Index
from bot.search.intent import Asked
from bot.search.irregular import IRREGULAR
from bot.search.presumed import ACTIVELY, share_of_deed_untold
from bot.search.query import Query
from bot.search.related_words import is_state
from bot.search.scoring import MET, Candidate
from bot.search.terms import fold, stem, tokens
from bot.search.units import Unit

# Deeds of which a title tells wherever they were done: how they are asked for, and how told.
_TOLD_DEEDS = tuple(
    (frozenset(map(stem, asked.split())), frozenset(map(stem, f"{asked} {told}".split())))
    for asked, told in (
        (
            "assassinate assassin murder kill killer execute behead hang lynch guillotine stab",
            "shot shoot shooting gunman dead die dies died death massacre slain slay slaughter"
            " bomb bombing explode explosion suicide burn burned drown gas crucify martyr poison"
            " lynching execution beheading assassination casualty victim lose strike",
        ),
        ("marry marries married wed", "marriage wedding bride betroth wife husband spouse consort"),
        (
            "crown crowned enthrone enthroned",
            "coronation throne become proclaim elect accession succeed reign rule ascend declare",
        ),
        ("begin begins began start starts started", ""),
        (
            "end ends ended over",
            "begin begins began start starts started establish found founded launch open enact"
            " introduce inaugurate create form force effect outbreak",
        ),
    )
)
(_BEGIN, _), (_END, _OF_BEGINNING) = _TOLD_DEEDS[-2:]
_LANDS = Form(r"\bdid (?:the |an? )?(?:\S+ ){1,4}land(?: (?:at|in|near|on|upon)\b|\W*$)")
_LANDED = frozenset(map(stem, "land lands landing lander touch arrive alight reach".split()))
# "The first issue of the magazine": what is asked for of a thing, and not the thing.
_HEADS = _BEGIN | _END | frozenset(map(stem, "opening closing closure start outbreak".split()))
_ARTICLES = frozenset("a an the".split())
# "When did Ada become mayor": the title is to tell of a mayor.
_BECAME = frozenset("become became elected appointed crowned named made proclaimed".split())
# When a thing was made is not told by how it came to grief.
_MADE = frozenset(
    "build built construct constructed erect erected founded inaugurated open opened".split()
)
_RUIN = frozenset(
    map(stem, "burn collapse collide crash demolish destroy explode fire sink wreck".split())
)
_WON = frozenset("win wins won lose loses lost".split())
_BEATEN = frozenset(map(stem, "beat beaten conquer defeat overcome rout victory".split()))
_STATES = frozenset(["soviet union", "united kingdom", "united states"])
# Nobody was killed where it was only tried.
_KILLED = frozenset(map(stem, "kill killer assassinate assassin murder murderer".split()))
_TRIED = frozenset(map(stem, "attempt try tries tried escape survive fail plot".split()))
_ATTEMPT = Form(
    r"\b(?:assassination|murder) attempt|\bwould-be (?:assassin|killer|murderer)"
    r"|\battempt(?:s|ed|ing)? (?:\w+ ){0,4}?(?:assassinat|murder|kill)"
    r"|\battempt(?:s|ed)? on (?:\w+ ){0,3}?li(?:fe|ves)\b|\b(?:failed|unsuccessful) assassination"
    r"|\b(?:escape|survive)[sd]? (?:\w+ ){0,3}?assassination"
)
_PLURALS = frozenset("children feet lives men people wives women".split())
# What is said behind one of these is no deed that the question as a whole asks for.
_CLAUSES = frozenset(
    "after as because before being despite during if since that until when where which while"
    " who whose".split()
)


def lacks_deed(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title tells another deed than the one asked about.

    That is the one that is presupposed or that ends a headline, the end of what it only tells
    the beginning of, or a killing, wedding, coronation, building or landing.
    """
    if _tells_attempt(candidate, query, index):
        return True
    units = _missed(candidate, query)
    if not units:
        return False
    if _lacks_presumed(candidate, units, query, index) or _lacks_end_of_headline(units, query):
        return True
    missed = {stem(unit.text) for unit in units if unit.is_common}
    if not missed:
        return False
    title = {term.stem for term in index.title(candidate.number).terms}
    if not _HEADS.isdisjoint(missed & _head_of(query)):
        return True
    if not missed.isdisjoint(_END) and title.isdisjoint(_END):
        return not title.isdisjoint(_OF_BEGINNING)
    if not missed.isdisjoint(_BEGIN) and title.isdisjoint(_BEGIN):
        return not title.isdisjoint(_END)
    if not is_asking(query):
        return False  # keywords presuppose nothing
    if not title.isdisjoint(_RUIN) and any(unit.text in _MADE for unit in units):
        return True
    if _LANDS.search(query.intent.whole) and title.isdisjoint(_LANDED):
        return True
    return any(
        not missed.isdisjoint(asked) and title.isdisjoint(told) for asked, told in _TOLD_DEEDS[:-2]
    )


def _missed(candidate: Candidate, query: Query) -> list[Unit]:
    met = candidate.met
    return [
        unit
        for number, unit in enumerate(query.units)
        if not unit.is_soft and (number not in met or met[number][0] < MET)
    ]


def _tells_attempt(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether it is asked who was killed or when, and the title tells of an attempt."""
    if query.asked not in (Asked.WHO, Asked.WHEN) or not _asks_for_killed(query):
        return False
    return _ATTEMPT.search(fold(index.events[candidate.number].title)) is not None


def _lacks_presumed(
    candidate: Candidate, units: Sequence[Unit], query: Query, index: Index
) -> bool:
    """Whether somebody is said to have done, become or suffered what the title does not tell.

    `units` are those that the candidate does not meet.
    """
    if query.asked is not Asked.WHEN:
        return False
    title = index.events[candidate.number].title
    if share_of_deed_untold(candidate, query) == 1 and not _tells_who_won(title, query):
        return True
    missed = {unit.text: unit.text.split()[0] for unit in units}
    said = [word for word in query.said if word not in _ARTICLES]
    return any(
        (one in _BECAME and other in missed.values())
        or (one in ACTIVELY and any(_is_state(s) and w == other for s, w in missed.items()))
        for one, other in pairwise(said)
    )


def _tells_who_won(title: str, query: Query) -> bool:
    """Whether who won or lost is asked, and the title tells who beat whom."""
    is_asked = not _WON.isdisjoint(query.said)
    return is_asked and any(stem(word) in _BEATEN for word in tokens(title))


def _is_state(text: str) -> bool:
    return is_state(text) or text in _STATES


def _asks_for_killed(query: Query) -> bool:
    said = query.stems
    return not _KILLED.isdisjoint(said) and _TRIED.isdisjoint(said)


def _lacks_end_of_headline(units: Sequence[Unit], query: Query) -> bool:
    """Whether keywords end in what was done, as "the Arland mill rebuilt", and it is not told."""
    said = query.said
    if query.asked is not Asked.WHAT or query.phrases or len(said) < 2:
        return False
    done, before = said[-1], said[-2]
    is_done = done.endswith("ed") or (done in IRREGULAR and done not in _PLURALS)
    if not is_done or before in FUNCTION_WORDS or not _CLAUSES.isdisjoint(said):
        return False
    return any(unit.text == done for unit in units)


def _head_of(query: Query) -> frozenset[str]:
    """Return the stem of what is asked for of a thing: "end" of "the end of the strike"."""
    said = [word for word in query.said[:3] if word not in _ARTICLES]
    return frozenset([stem(said[0])]) if said[1:2] == ["of"] else frozenset()
