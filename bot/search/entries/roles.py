"""Who did it: whether the one who acts in a question also acts in an entry's title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit, keys_of
from bot.search.entries.acting import (
    PREPOSITIONS,
    is_kind_of,
    is_of_itself,
    meant_by,
    names_acting,
    of_kind,
)
from bot.search.entries.encounters import read_encounter
from bot.search.entries.gotten import is_gotten
from bot.search.entries.told_encounters import is_encounter
from bot.search.index import SUMMARY, Index
from bot.search.language.forms import Form, ends_behind
from bot.search.language.irregular import IRREGULAR
from bot.search.query import Query
from bot.search.terms import Term, is_hangul, terms
from bot.search.weighing.scoring import Candidate

# What two do together: either may be named first.
_TOGETHER = frozenset(
    "meet met meeting talk talks speak sign agree confer discuss negotiate clash consult summit"
    " marry divorce trade exchange play cooperate relations".split()
)

_SUBJECT = ("은", "는", "이", "가")  # where the deed comes last, these mark the one who acts
_VERB_ENDINGS = ("s", "ed")  # of the verb in a title: "vetoes", "was vetoed"

_DENYING = frozenset("not neither nor never".split())

_SENTENCE_END = re.compile(r"[.;:!?]\s")

_BY = re.compile(r"\bby (?:the )?\Z")
_ASKS_WHO = Form(r"^\W*(?:and |so )?(?:who|which|what|кто|какая|какой|какое)\b")
ASKS_FOR_A_DEED = frozenset([Asked.WHEN, Asked.WHY, Asked.YES_NO])


def compare_actors(candidate: Candidate, query: Query, index: Index) -> float:
    """Return 1 where the same one acts in question and title, -1 where another does, else 0.

    Both say who acts by the name before the deed: "When did Stalin visit Kim?" is not told by
    "Kim visits Stalin". 0 wherever one of the two does not say, or where two act together.
    """
    known: dict[int, tuple[Candidate, float]] = query.memo.setdefault("actors", {})
    held, value = known.get(candidate.number, (None, 0.0))
    if held is not candidate:
        value = _compare_actors(candidate, query, index)
        known[candidate.number] = candidate, value
    return value


def _compare_actors(candidate: Candidate, query: Query, index: Index) -> float:
    encounter = read_encounter(query, index)
    if encounter is not None:
        return 1.0 if is_encounter(candidate.number, encounter, index) else -1.0
    if not any(unit.is_name for unit in query.units):
        return 0.0  # as in most questions of a store where nobody curates names
    if _ASKS_WHO.search(query.intent.whole) and _done_to_acts(candidate, query, index):
        return -1.0
    deed = deed_of(candidate, query)
    before = [unit for unit in query.units[:deed] if unit.is_name and unit.variants]
    if not deed or not before or is_of_two(query.units[deed]):
        return 0.0
    is_marked = is_hangul(query.units[deed].text)
    if is_marked:
        before = [unit for unit in before if unit.text.endswith(_SUBJECT)]
    if not before:
        return 0.0
    after = _doer_named_after(query)
    actor = after or _doer_named_before(before, query)
    if "people" not in actor.kinds and query.asked not in ASKS_FOR_A_DEED and not is_marked:
        return 0.0  # "moon landings": a place before a deed is not always one who acts
    event = index.events[candidate.number]
    title = index.title(candidate.number).terms
    place = place_of(query.units[deed], title, index)
    if place <= 0:
        sentences = map(terms, _SENTENCE_END.split(event.summary)) if place < 0 else ()
        return float(any(_tells(one, actor, query.units[deed], index) for one in sentences))
    same_kind = of_kind(title[:place], actor, index)
    asked = actor.keys
    if not same_kind:
        return 0.0
    acting = names_acting(same_kind, title)
    if any(not asked.isdisjoint(found.meaning.concepts) for found in acting):
        return 1.0
    if asked & meant_by(acting, index):
        return 1.0 if title[place].text.endswith(_VERB_ENDINGS) else 0.0
    done_to = of_kind(title[place + 1 :], actor, index)
    if is_of_itself(query.units[deed], title[place]) and any(
        not asked.isdisjoint(found.meaning.concepts) for found in done_to
    ):
        return 0.0
    if is_kind_of(acting, title, place, event.title):
        return 0.0
    sentences = map(terms, _SENTENCE_END.split(event.summary))
    is_told_too = any(_tells(one, actor, query.units[deed], index) for one in sentences)
    # "The bridge over the Severn was opened" says of nobody that they did it.
    return 0.0 if is_told_too or (not after and _is_led_to(actor, query)) else -1.0


def _done_to_acts(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the one to whom something was done does it in the title instead.

    "Who recognised Arland?" is not told by "Arland recognises Belport".
    """
    units = query.units
    names = (number for number, unit in enumerate(units) if unit.is_name and unit.kinds)
    number = next(names, 0)
    deed = number - 1
    if number < 1 or deed not in candidate.met:
        return False
    title = index.title(candidate.number).terms
    place = place_of(units[deed], title, index)
    if place <= 0 or not title[place].text.endswith(_VERB_ENDINGS):
        return False
    asked = units[number].keys
    acting = names_acting(of_kind(title[:place], units[number], index), title)
    others = of_kind(title[place + 1 :], units[number], index)
    is_acting = any(not asked.isdisjoint(found.meaning.concepts) for found in acting)
    return is_acting and bool(others) and asked.isdisjoint(meant_by(others, index))


def _tells(sentence: Sequence[Term], actor: Unit, deed: Unit, index: Index) -> bool:
    """Whether a sentence of a summary plainly says that the actor did the deed."""
    place = place_of(deed, sentence, index)
    verb = sentence[place].text if place > 0 else ""
    if not (verb.endswith(_VERB_ENDINGS) or verb in IRREGULAR):
        return False
    if not _DENYING.isdisjoint([term.text for term in sentence[:place]]):
        return False  # "neither of them confirmed it"
    asked = actor.keys
    acting = names_acting(of_kind(sentence[:place], actor, index), sentence)
    return not asked.isdisjoint(meant_by(acting, index))


def another_acts(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title plainly tells another one's deed than the one that is asked for.

    It does so of a journey or meeting, and where its deed is a verb: "When did Chile veto it"
    is not answered by "Peru vetoes it", but "the Oslo tower" may be "a tower in Norway".
    """
    if compare_actors(candidate, query, index) >= 0:
        return False
    if read_encounter(query, index) is not None:
        return True
    if query.asked not in ASKS_FOR_A_DEED:
        return False
    deed = deed_of(candidate, query)
    title = index.title(candidate.number).terms
    place = place_of(query.units[deed], title, index)
    named = meant_by(list(index.lexicon.find(title[:place])), index)
    after = _doer_named_after(query)
    doers = [after] if after else [unit for unit in query.units[:deed] if unit.is_name]
    asked = keys_of(doers)
    is_verb = title[place].text.endswith(_VERB_ENDINGS) or title[place - 1].text == "to"
    return is_verb and asked.isdisjoint(named)


def _doer_named_after(query: Query) -> Unit | None:
    """Return the one by whom it "was done", if the question says so."""
    if "by " not in query.intent.rest:
        return None
    names = (unit for unit in query.units if unit.is_name and unit.variants)
    return next((u for u in names if any(ends_behind(u.text, _BY, query.intent.rest))), None)


def _doer_named_before(names: Sequence[Unit], query: Query) -> Unit:
    """Return the last of the names that no preposition leads to: "the bridge over the Severn"."""
    return next((unit for unit in reversed(names) if not _is_led_to(unit, query)), names[-1])


def _is_led_to(unit: Unit, query: Query) -> bool:
    """Whether a preposition leads to a name where it is first said."""
    said, words = query.said, tuple(unit.text.split())
    starts = (at for at in range(len(said)) if said[at : at + len(words)] == words)
    at = next(starts, 0)
    at -= at > 1 and said[at - 1] == "the"
    return at > 0 and said[at - 1] in PREPOSITIONS


def is_of_two(deed: Unit) -> bool:
    """Whether a word tells what two do together, so that either may be named first."""
    return not _TOGETHER.isdisjoint(deed.text.split())


def deed_of(candidate: Candidate, query: Query) -> int:
    """Return the number of the first word after the first that is no name and is met, or 0.

    0 as well where that is what somebody got, who did nothing to it: "did Chile get a ship".
    """
    met = candidate.met
    deeds = (n for n, unit in enumerate(query.units) if n in met and n and not unit.is_name)
    deed = next(deeds, 0)
    if deed and is_hangul(query.units[deed].text):
        return max((deed, *deeds))  # in Korean it comes last
    return 0 if is_gotten(query.units[deed], query) else deed


def without_others_deeds(
    candidates: Sequence[Candidate], query: Query, index: Index
) -> list[Candidate]:
    """Return the candidates without those that tell the deed as another one's.

    Who asks when somebody first did it means none whose summary only speaks of that one, where
    another entry tells plainly that they did.
    """
    acting = [(compare_actors(candidate, query, index), candidate) for candidate in candidates]
    left = [candidate for value, candidate in acting if value >= 0]
    is_first = query.occasion is not None and query.asked is Asked.WHEN
    actor = next((n for n, unit in enumerate(query.units) if unit.is_name), None)
    if not is_first or actor is None or all(value <= 0 for value, _ in acting):
        return left
    return [
        c for value, c in acting if value > 0 or (value == 0 and names_beyond_summary(c, actor))
    ]


def names_beyond_summary(candidate: Candidate, unit: int) -> bool:
    """Whether an entry names a unit, by whatever name, elsewhere than in its summary."""
    if unit not in candidate.met:
        return False
    strength, variant = candidate.met[unit]
    return strength > SUMMARY * variant.quality


def leads_with_actor(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title names nobody else before the one person whose deed is asked for.

    "Kim's second trip" is told by "Kim comes to Russia", not by "Ivanov meets Kim". It
    holds wherever the question names no person, several, or a deed of two together.
    """
    people = [unit for unit in query.units if unit.is_name and "people" in unit.kinds]
    deeds = [unit for unit in query.units if not unit.is_name]
    if len(people) != 1 or any(map(is_of_two, deeds)):
        return True
    before = query.units[: query.units.index(people[0])]
    if any(unit.text in index.namesakes for unit in before):
        return True  # "when did Kalo thank Foss", of several called Kalo
    asked = people[0].keys
    for found in index.title(candidate.number).phrases:
        named = [c for c in found.meaning.concepts if index.lexicon.kinds.get(c) == "people"]
        if named:
            return not asked.isdisjoint(named)
    return True


def names_in_title(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title names one of the things asked for, by which its "second" may stand.

    A title that counts something else ("visits for the second time") counts no summits.
    """
    things = [unit for unit in query.units if not unit.is_name and not unit.is_soft]
    title = index.title(candidate.number).terms
    return not things or any(place_of(unit, title, index) >= 0 for unit in things)


def place_of(unit: Unit, title: Sequence[Term], index: Index) -> int:
    """Return where the title says what `unit` asks for, -1 if it does not."""
    asked = unit.keys
    for place, term in enumerate(title):
        if term.stem in asked or asked.intersection(index.lexicon.meaning_of((term.stem,)).groups):
            return place
    return -1
