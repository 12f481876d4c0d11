"""Who came in the place of somebody named, or before them, as entries tell it.

"Who replaced Ada Reed" is answered by "Ben Hall becomes warden", where she was warden before: no
word of the question but her name stands in it. Timelines whose people follow each other in an
office (clubs, museums, firms, towns) need this, however seldom others are asked so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.search.entries.kinds import weigh_one
from bot.search.finding import Finding, Match, Outcome
from bot.search.index import Index
from bot.search.language.forms import Form
from bot.search.query import Query, read_query
from bot.search.terms import fold, terms
from bot.search.threads.alike import TAKES_OFFICE, next_alike, successors_of
from bot.search.threads.neighbours import number_of
from bot.search.threads.outcome import reach_of
from bot.search.weighing.scoring import NAMED
from bot.timeline.event import Event

# "Who took over from her" points at the thread; the anchor of a question may be any entry.
_OF = r"(?!(?:that|this|it|him|her|them|he|she|they)\b)(?P<of>\w[^.?!;,]*?)"
_AS = r"(?: as (?P<office>\w[^.?!;]*?))?\W*$"
_ROLE = r"(?:(?:was|is|it|that|the|one) ){0,3}?(?:(?P<role>\w[^.?!;]*?) )??"
_WHO = r"^\W*(?:and |so |but )?"
_ASKED = Form(
    rf"{_WHO}who {_ROLE}"
    r"(?:(?P<place>succeed(?:s|ed)?|replace[sd]?|follow(?:s|ed)|t(?:akes|ook) over from"
    rf"|t(?:akes|ook) the place of)|c[ao]me[s]? after|after) {_OF}{_AS}"
)
_ASKED_BACK = Form(
    rf"{_WHO}who {_ROLE}(?:(?P<place>precede[sd]?)|c[ao]me[s]? before|before) {_OF}{_AS}"
)
_WHOM = Form(
    rf"{_WHO}(?P<place>whom?|whose place) (?:did|does) {_OF}"
    rf" (?:succeed|replace|follow|take over from|take the place of|take){_AS}"
)
_RELATIVE = r"(?P<place>predecessor|successor)"
_KIN = Form(rf"{_WHO}who (?:was|is) (?:the )?{_RELATIVE} (?:of|to) {_OF}{_AS}")
_OWN_KIN = Form(rf"{_WHO}who (?:was|is) {_OF}(?:['\u2019]s?|s) {_RELATIVE}{_AS}")
# Followed by whose place it is: "succeeds Ada Reed", "in place of Ada Reed".
_IN_PLACE_OF = Form(
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:es|ed|ing)|follow(?:s|ed|ing)?"
    r"|t(?:akes|ook|aking) over from|in (?:the )?place of|t(?:akes|ook) the place of"
    r"|successor (?:of|to))\s+"
)
_AFTER = Form(r"\bafter\s+(?=(?:\w+ ){1,3}(?:retire|resign|leave|die|step|depart|is |was )\w*)")
# Said in an entry of somebody who goes: "Ben Hall takes over", "is replaced by Ben Hall".
_COMES = Form(
    r"\b(?:t(?:akes|ook) (?:over|h(?:is|er) place)"
    r"|(?:succeeds|succeeded|replaces|replaced|follows|followed) (?:him|her)"
    r"|(?:succeeded|replaced|followed) by"
    r"|(?:named|chosen|appointed|elected)(?: as)? (?:his|her) successor)\b"
)
# Said of whom the entry before tells: "Ben Hall succeeds her as warden".
_OF_THAT_ONE = Form(
    r"\b(?:(?:succeeds|succeeded|replaces|replaced|follows|followed) (?:him|her|them)"
    r"|t(?:akes|ook) over from (?:him|her|them)|t(?:akes|ook) (?:his|her|their) place)\b"
)
_FROM = Form(r"\W*from\b")
# A title of somebody who goes, or takes office, and which office it is.
_GOES = Form(
    r"\b(?P<verb>retires?|resigns?|(?:steps?|stands?) (?:down|aside|back)|leaves|quits?|departs?"
    r"|dies|is (?:sacked|dismissed|removed|ousted|fired|voted out))\b"
    r"(?:.*?\b(?:as|post of|office of) (?:an? |the |its |his |her )?(?P<office>[^,.;:]+))?"
)
_TAKES = Form(
    rf"(?P<verb>{TAKES_OFFICE.pattern})(?: as)? (?:an? |the |its |his |her |new )*"
    r"(?P<office>[^,.;:]+)"
)
NAME_WITHIN = 4  # words behind "succeeds" within which the name ends: "the late Ada von Reed"
SOON_TAKEN = 3  # years after somebody left an office, within which the next one takes it
MOST_FOLLOWED = 3  # of those who came after the last who is told of in so many words
MOST_READ = 400  # entries that hold the name
SAYS_SO, TELLS_ALONG = 0.9, 0.85  # scores: of "X succeeds Y", and of "Y goes: X takes over"
NEXT_IN_OFFICE = 0.75  # the score of who took the same office next
NOBODY_SINCE = 0.3  # the score of who took an office last, where a successor is asked for
OF_ROLE = 0.3  # of what is said of the office, for an entry to be of the same


@dataclass(frozen=True, slots=True)
class Succession:
    """Whom somebody came after, and what is said of the office: "led the guild"."""

    name: str
    office: str
    is_place: bool  # in so many words: "succeeded", not only "came after"
    is_back: bool = False  # whom somebody came after is asked for: "preceded"


def read_succession(question: str) -> Succession | None:
    """Return what is asked about somebody's successor or predecessor, or None if it is not."""
    text = fold(question)
    for form in (_ASKED, _ASKED_BACK, _WHOM, _KIN, _OWN_KIN):
        said = form.match(text)
        if said is None:
            continue
        parts = said.groupdict()
        office = " ".join(filter(None, (parts.get("role"), said["office"])))
        is_back = form in (_ASKED_BACK, _WHOM) or said["place"] == "predecessor"
        return Succession(said["of"], office, said["place"] is not None, is_back)
    return None


def find_successor(
    name: Query, office: Query, index: Index, *, is_back: bool = False
) -> Finding | None:
    """Return the entries that tell who came in the place of the one whom `name` names.

    With `is_back` it is whose place that one took. Where no entry says so it is the next, or the
    one before, who took the office that somebody of that name took; whom nobody followed in it
    is only near. None where the words of `name` name nobody, or no entry tells.
    """
    if not name.hard or any(not unit.variants for unit in name.hard):
        return None
    last = terms(name.hard[-1].text)[-1:]
    if not last:
        return None
    surname = last[0].stem
    found: list[Match] = []
    holders = _holders(name, index)
    for event in holders:
        score = _says_whom(event, surname) if is_back else _score_of(event, surname)
        if score and (not office.hard or _is_of(office, event, index)):
            found.append(Match(event, score, ("succession",)))
    if not found and not is_back:
        found = _told_behind(holders, surname, office, index)
    if not found:
        found = _next_of_that_office(holders, surname, office, index, is_back=is_back)
    if not found:
        found = _next_in_office(holders, surname, office, index, is_back=is_back)
    if not found:
        own = [e for e in holders if office.hard and _took_office(e, surname, office, index)]
        if not own or is_back:
            return None
        near = (Match(own[-1], NOBODY_SINCE, ("succession",)),)
        return Finding(Outcome.ABSTAIN, name, near, 0)
    best = max(match.score for match in found)
    told = tuple(match for match in found if match.score == best)
    return Finding(Outcome.SURE, name, told, len(told))


def follow_on(found: Finding, index: Index, *, today: date) -> Finding:
    """Return who came, as entries say, after the one of `found`, who took an office last."""
    told = found
    for _ in range(MOST_FOLLOWED):
        event = told.matches[0].event
        title = [term.stem for term in terms(event.title)]
        here = [one for one in event.people if terms(one)[-1].stem in title]
        if len(here) != 1:
            return told
        nobody = read_query("", index, today=today)
        later = find_successor(read_query(here[0], index, today=today), nobody, index)
        if later is None or later.matches[0].score < TELLS_ALONG:
            return told
        if later.matches[0].event.date.sort_key <= event.date.sort_key:
            return told
        told = replace(found, matches=(later.matches[0], *told.matches))
    return told


def _holders(name: Query, index: Index) -> list[Event]:
    first = name.hard[-1]
    numbers = {n for key in first.keys for n in index.posting(key).numbers[:MOST_READ]}
    return [
        index.events[number]
        for number in sorted(numbers)
        if all(any(index.strength(k, number) >= NAMED for k in u.keys) for u in name.hard)
    ]


def _told_behind(
    holders: Sequence[Event], surname: str, office: Query, index: Index
) -> list[Match]:
    """Return the next entry of all, where it says "succeeds him" and the one before is of them."""
    for event in reversed(holders):
        behind = number_of(event, index) + 1
        if surname not in [term.stem for term in terms(event.title)] or behind >= len(index.events):
            continue
        other = index.events[behind]
        if _OF_THAT_ONE.search(fold(other.title)) and (
            not office.hard or _is_of(office, other, index)
        ):
            return [Match(other, TELLS_ALONG, ("succession",))]
    return []


def _next_in_office(
    holders: Sequence[Event], surname: str, office: Query, index: Index, *, is_back: bool
) -> list[Match]:
    for event in holders if is_back else reversed(holders):
        if not _took_office(event, surname, office, index):
            continue
        beside = next_alike(event, index, is_back=True) if is_back else successors_of(event, index)
        for other in beside:
            is_office = TAKES_OFFICE.search(fold(other.title)) is not None
            is_office &= not _is_elsewhere(event, other, index)
            if is_office and (not office.hard or _is_of(office, other, index)):
                return [Match(other, NEXT_IN_OFFICE, ("succession",))]
    return []


def _is_elsewhere(event: Event, other: Event, index: Index) -> bool:
    """Whether a title names bodies or places, none of which another entry holds."""
    kinds = index.lexicon.kinds
    said = index.lexicon.find(terms(event.title))
    names = {
        c for found in said for c in found.meaning.concepts if kinds.get(c) not in (None, "people")
    }
    number = number_of(other, index)
    return bool(names) and not any(index.strength(name, number) > 0 for name in names)


def _next_of_that_office(
    holders: Sequence[Event], surname: str, office: Query, index: Index, *, is_back: bool
) -> list[Match]:
    """Return who first took the very office, by its words, that somebody left or had taken.

    With `is_back` it is who took it last before that, or left it.
    """
    for event in holders if is_back else reversed(holders):
        title = fold(event.title)
        said = (not is_back and _GOES.search(title)) or _TAKES.search(title)
        if not said:
            continue
        before = terms(title[: said.start()])[-NAME_WITHIN:]
        if surname not in [term.stem for term in before]:
            continue
        if TAKES_OFFICE.search(title, said.end("verb")) and not is_back:
            return [Match(event, TELLS_ALONG, ("succession",))]
        words = frozenset(term.stem for term in terms(said["office"] or ""))
        if not words and not office.hard:
            continue
        is_left = not is_back and _GOES.search(title)
        last_year = event.date.latest.year + SOON_TAKEN if is_left else math.inf
        own, reach = number_of(event, index), reach_of(index)
        beside = index.events[own + 1 : own + 1 + reach]
        for other in reversed(index.events[max(own - reach, 0) : own]) if is_back else beside:
            if last_year < other.date.earliest.year:
                break  # another will have held it between
            taken = fold(other.title)
            stems = [term.stem for term in terms(taken)]
            is_same = words.issubset(stems) and (not office.hard or _is_of(office, other, index))
            is_holder = TAKES_OFFICE.search(taken) or (is_back and _GOES.search(taken))
            if is_same and is_holder and surname not in stems:
                return [Match(other, NEXT_IN_OFFICE, ("succession",))]
    return []


def _took_office(event: Event, surname: str, office: Query, index: Index) -> bool:
    title = fold(event.title)
    if not TAKES_OFFICE.search(title) or surname not in [term.stem for term in terms(title)]:
        return False
    return not office.hard or _is_of(office, event, index)


def _is_of(office: Query, event: Event, index: Index) -> bool:
    return weigh_one(event, office, index).coverage >= OF_ROLE


def _says_whom(event: Event, surname: str) -> float:
    """Return the score of an entry that somebody acts in and that says whose place they take."""
    title = fold(event.title)
    if surname not in [term.stem for term in terms(title)]:
        return 0.0
    # Anything follows on something: a summary tells of whom where the title is of an office.
    is_office = TAKES_OFFICE.search(title) is not None or _IN_PLACE_OF.search(title) is not None
    for said in (title, fold(event.summary)) if is_office else ():
        for found in _IN_PLACE_OF.finditer(said):
            behind = [term.stem for term in terms(said[found.end() :])[:NAME_WITHIN]]
            if behind and surname not in behind:
                return SAYS_SO
    return 0.0


def _score_of(event: Event, surname: str) -> float:
    is_office = TAKES_OFFICE.search(fold(event.title)) is not None
    for text in (event.title, event.summary):
        said = fold(text)
        for found in (*_IN_PLACE_OF.finditer(said), *(_AFTER.finditer(said) if is_office else ())):
            behind = [term.stem for term in terms(said[found.end() :])[:NAME_WITHIN]]
            if surname in behind:
                return SAYS_SO
    if surname not in [term.stem for term in terms(fold(event.title))]:
        return 0.0
    for text in (event.title, event.summary):
        said = fold(text)
        for found in _COMES.finditer(said):
            before = [term.stem for term in terms(said[: found.start()])[-1:]]
            is_own = surname in before and not found.group().endswith(" by")
            if not is_own and not _FROM.match(said[found.end() :]):
                return TELLS_ALONG
    return 0.0
