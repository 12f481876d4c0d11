"""The deed that is asked about, where a bare title tells another one.

A curated entry says in its summary what else happened. A bare title tells one deed, and who
asks for another one of the same people, place or thing is not answered by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit
from bot.search.entries.asked_for import is_asking
from bot.search.entries.presumed import ACTIVELY, share_of_deed_untold
from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.language.irregular import IRREGULAR
from bot.search.language.related_words import is_state
from bot.search.query import Query
from bot.search.terms import fold, stem, tokens
from bot.search.weighing.scoring import MET, Candidate

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
_BUILT = frozenset("build built construct constructed erect erected".split())
_BEGUN = frozenset(
    map(
        stem,
        "begin complete create dedicate establish finish ground launch open stone unveil".split(),
    )
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
_IS_LIFE = Form(r"^(?:birth|birthday|death) of\b")
# The third persons of verbs that no plural looks like.
_DOES = frozenset(
    f"{verb}{'es' if verb.endswith(('o', 's', 'sh', 'ch')) else 's'}"
    for verb in "become begin bring give go lose overthrow seek sell take teach win write".split()
)
# Behind one of these a participle is no deed.
_BEFORE_A_NAME = frozenset("a an and as by for from her his in its of or our the their to".split())
_PLURALS = frozenset("children feet lives men people wives women".split())
_WORD = re.compile(r"[^\W_]+")
# A list of births and deaths tells these without a word.
LIFE = frozenset("die died dies death born birth birthday deceased".split())
_LIFE = frozenset(map(stem, LIFE))
_IN_A_NAME = frozenset("al and bin da de del den der di du el ibn la le of s the van von".split())
# What is said behind one of these is no deed that the question as a whole asks for.
_CLAUSES = frozenset(
    "after as because before being despite during if since that until when where which while"
    " who whose".split()
)


def lacks_deed(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title tells another deed than the one asked about.

    That is the one that is presupposed or that ends a headline, the end of what it only tells
    the beginning of, or a killing, wedding, coronation, building or landing; or any at all where
    the title holds no more of the question than a name, or tells a life.
    """
    title = fold(index.events[candidate.number].title)
    if _tells_attempt(title, query) or _tells_a_life(title, query):
        return True
    units = _missed(candidate, query)
    if not units:
        return False
    if _IS_LIFE.match(title) is not None and _asks_for_more_than_a_life(units, query):
        return True
    if _lacks_presumed(candidate, units, query, index) or _lacks_end_of_headline(units, query):
        return True
    missed = {stem(unit.text) for unit in units if unit.is_common}
    if not missed:
        return False
    told_stems = {term.stem for term in index.title(candidate.number).terms}
    if not _HEADS.isdisjoint(missed & _head_of(query)):
        return True
    if not missed.isdisjoint(_END) and told_stems.isdisjoint(_END):
        return not told_stems.isdisjoint(_OF_BEGINNING)
    told = [said for asked, said in _TOLD_DEEDS[:-2] if not missed.isdisjoint(asked)]
    if any(not told_stems.isdisjoint(said) for said in told):
        return False
    if _tells_no_more_than_a_name(candidate, units, query, index):
        return True
    if not is_asking(query):
        return False  # keywords presuppose nothing
    is_built = query.asked is Asked.WHEN and any(unit.text in _BUILT for unit in units)
    if is_built and told_stems.isdisjoint(_BEGUN):
        return True
    if _LANDS.search(query.intent.whole) and told_stems.isdisjoint(_LANDED):
        return True
    return bool(told)


def _missed(candidate: Candidate, query: Query) -> list[Unit]:
    met = candidate.met
    return [
        unit
        for number, unit in enumerate(query.units)
        if not unit.is_soft and (number not in met or met[number][0] < MET)
    ]


def _tells_attempt(title: str, query: Query) -> bool:
    """Whether it is asked who was killed or when, and the title tells of an attempt."""
    if query.asked not in (Asked.WHO, Asked.WHEN) or not _asks_for_killed(query):
        return False
    return _ATTEMPT.search(title) is not None


def _tells_a_life(title: str, query: Query) -> bool:
    """Whether a birth or death is told, of which is asked who did it, or when another thing was."""
    if query.asked is Asked.WHO:
        is_else = _asks_for_killed(query)
    else:
        is_else = query.asked is Asked.WHEN and not _BECAME.isdisjoint(query.said)
    return is_else and _IS_LIFE.match(title) is not None


def _asks_for_more_than_a_life(units: Sequence[Unit], query: Query) -> bool:
    """Whether no birth or death is asked for, and an ordinary word that is not met: a deed."""
    if query.asked is Asked.WHO or any(not _LIFE.isdisjoint(unit.keys) for unit in query.units):
        return False
    return any(unit.is_common and not unit.is_earlier for unit in units)


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
    """Whether keywords end in what was done, and nothing of that is told.

    As in "the Arland mill rebuilt", "the act translated into Latin", or "Ada wins a medal".
    """
    said = query.said
    if query.asked is not Asked.WHAT or query.phrases or len(said) < 2:
        return False
    if not _CLAUSES.isdisjoint(said):
        return False
    missed = {unit.text for unit in units}
    told = (
        at
        for at, word in enumerate(said)
        if at and word in missed and (word in _DOES or _is_done(word, said[at - 1]))
    )
    at = next(told, None)
    if at is None:
        return False
    behind = [unit.text for unit in query.hard if unit.text.split()[0] in said[at:]]
    return missed.issuperset(behind)


def _is_done(word: str, before: str) -> bool:
    """Whether a word is a participle, and no name or noun made of one: "the beloved"."""
    is_participle = word.endswith("ed") or (word in IRREGULAR and word not in _PLURALS)
    return is_participle and before not in _BEFORE_A_NAME


def _tells_no_more_than_a_name(
    candidate: Candidate, units: Sequence[Unit], query: Query, index: Index
) -> bool:
    """Whether all that the title holds of the question is one name of several words.

    Most that is said in "the Otterbrun Opera House strike" is the name, and yet it is the strike
    that is asked for: `units`, ordinary words that the title does not tell.
    """
    if query.phrases or query.occasion is not None or any(unit.is_stranger for unit in units):
        return False
    if LIFE.issuperset(unit.text for unit in units):
        return False
    met = [
        way.keys
        for number, (strength, way) in candidate.met.items()
        if strength >= MET and not query.units[number].is_soft
    ]
    title = index.events[candidate.number].title
    if len(met) < 2 or _tells_who_won(title, query):
        return False
    return _is_one_name(chain.from_iterable(met), title)


def _is_one_name(keys: Iterable[str], title: str) -> bool:
    """Whether these keys stand together in a title as one name, as its capitals tell."""
    wanted = frozenset(keys)
    words = _WORD.findall(title)
    begun = 1 if words[1:2] == ["of"] else 0  # "Death of", "Siege of": what was, and no name
    run: set[str] = set()
    for word in words[begun:]:
        if word[0].islower() and word not in _IN_A_NAME:
            run.clear()
            continue
        run.add(stem(fold(word)))
        if run.issuperset(wanted):
            return True
    return False


def _head_of(query: Query) -> frozenset[str]:
    """Return the stem of what is asked for of a thing: "end" of "the end of the strike"."""
    said = [word for word in query.said[:3] if word not in _ARTICLES]
    return frozenset([stem(said[0])]) if said[1:2] == ["of"] else frozenset()
