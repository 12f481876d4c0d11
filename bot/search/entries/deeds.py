"""Whether an entry tells the deed asked for as done by somebody else, or to the one asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.search.asking.units import Unit
from bot.search.entries.acting import is_kind_of, is_of_itself, meant_by, names_acting
from bot.search.entries.encounters import read_encounter
from bot.search.entries.gotten import is_gotten
from bot.search.entries.presumed import ACTIVELY
from bot.search.entries.roles import ASKS_FOR_A_DEED, deed_of, is_of_two, place_of
from bot.search.index import Index
from bot.search.indexing.lexicon import Found
from bot.search.language.function_words import FUNCTION_WORDS
from bot.search.language.irregular import IRREGULAR, may_be_verb
from bot.search.query import Query
from bot.search.terms import Term, stem, terms
from bot.search.weighing.scoring import Candidate

_IS_DONE = frozenset("is are was were be been being gets got".split())
_VERB_ENDINGS = ("s", "ed", "ing")
# After a participle these do not tell what was done, but how or where: "invited to the parade".
_LEADING_ON = frozenset("to for in into at on from with over after before by of and or".split())
_SENTENCE_END = re.compile(r"[.;:!?]\s")

BY_WITHIN = 3  # words from a deed to the "by" that names its doer: "shot down by"
DONE_TO_WITHIN = 2  # words from a deed to the one it is done to: "cancels most Chilean debt"


def is_told_of_another(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether title or summary tell the deed, but nowhere that the one asked about does it.

    "When did Chile veto it?" is not told by "Peru vetoes it", "vetoed by Peru", "Chile is
    overruled" or "Peru overrules Chile".
    """
    if query.asked not in ASKS_FOR_A_DEED or ACTIVELY.isdisjoint(query.said):
        return False
    number = deed_of(candidate, query)
    actors = [unit for unit in query.units[:number] if _names_somebody(unit)]
    if not number or not actors or is_of_two(query.units[number]):
        return False
    event = index.events[candidate.number]
    # In another word it may be told of whom it is done to: who joins is hired.
    is_other_word = number in candidate.met and candidate.met[number][1].reason == "related"
    told = {
        _is_by(
            text,
            query.units[number],
            actors[-1],
            index,
            is_other_word=is_other_word,
            is_after_actor=query.units[number - 1] is actors[-1],
        )
        for text in (event.title, *_SENTENCE_END.split(event.summary))
    }
    return False in told and True not in told


def is_turned_round(candidate: Candidate, query: Query, index: Index) -> bool:
    """Whether the title tells the deed as done to the one who does it in the question.

    "Peru sends Chile a lion" tells neither "when did Chile send one" nor "the lion Chile sent
    to Peru". It holds for keywords too, where their order leaves no doubt who did it.
    """
    if read_encounter(query, index) is not None:
        return False
    for number, actor in enumerate(query.units[:-1]):
        if not (actor.kinds and number in candidate.met and number + 1 in candidate.met):
            continue  # names are few, and none has a kind where nobody curates them
        if _is_done_to(actor, number + 1, candidate, query, index):
            return True
    return False


def _is_done_to(actor: Unit, number: int, candidate: Candidate, query: Query, index: Index) -> bool:
    deed = query.units[number]
    if deed.is_name or is_of_two(deed) or is_gotten(deed, query):
        return False
    title = index.title(candidate.number).terms
    place = place_of(deed, title, index)
    texts = [term.text for term in title]
    if place <= 0 or "by" in texts[place + 1 : place + 1 + BY_WITHIN]:
        return False
    names = _names_in(title, index)
    acting = names_acting([found for found in names if found.start < place], title)
    if not acting or acting[0].start + acting[0].length != place:
        return False
    after = [found for found in names if found.start > place]
    if _is_among(acting, actor, index):
        return False
    # "Peru recalls its envoy" is the other way round of "Chile recalls Peru" without Chile in it.
    follows = query.units[number + 1 : number + 2]
    does_object = any(unit.kinds and _is_among(acting, unit, index) for unit in follows)
    if not does_object and not _is_among(_with_parts(after, index), actor, index):
        return False
    is_same_verb = stem(texts[place]) == stem(deed.text.split()[0])
    return _is_done_by(number, acting, query, index, is_same_verb=is_same_verb)


def _is_done_by(
    number: int, acting: Sequence[Found], query: Query, index: Index, *, is_same_verb: bool
) -> bool:
    """Whether the name before a deed of the question plainly does it, and does not suffer it.

    `acting` are those who do it in the title: where one follows the deed, it is done to them.
    """
    deed = query.units[number]
    words = deed.text.split()
    starts = range(1, len(query.said) - len(words) + 1)
    at = next((at for at in starts if list(query.said[at : at + len(words)]) == words), 0)
    end = at + len(words)
    if not at or "by" in query.said[end : end + BY_WITHIN] or _IS_DONE & {*query.said[:at]}:
        return False
    if not ACTIVELY.isdisjoint(query.said[:at]):
        before = query.units[:number]
        return all(unit.is_name for unit in before) or (
            is_same_verb and _did_it(before[-1], deed, query)
        )
    follows = query.units[number + 1 : number + 2]
    if any(unit.kinds and _is_among(acting, unit, index) for unit in follows):
        return may_be_verb(words[0])
    if not words[0].endswith("ed") and words[0] not in IRREGULAR:
        return False
    is_object_before = any(not unit.is_name for unit in query.units[: number - 1])
    is_object_after = end < len(query.said) and query.said[end] not in _LEADING_ON
    return is_object_before or is_object_after


def _did_it(actor: Unit, deed: Unit, query: Query) -> bool:
    """Whether a question says so in these words: "which bill did Chile veto"."""
    words = (*actor.text.split(), *deed.text.split())
    starts = range(1, len(query.said) - len(words) + 1)
    at = next((at for at in starts if query.said[at : at + len(words)] == words), 0)
    return at > 0 and query.said[at - 1 - (query.said[at - 1] == "the")] in ACTIVELY


def _names_somebody(unit: Unit) -> bool:
    return bool(unit.variants) and (unit.is_name or not unit.is_common)


def _is_by(
    text: str,
    deed: Unit,
    actor: Unit,
    index: Index,
    *,
    is_other_word: bool,
    is_after_actor: bool,
) -> bool | None:
    """Return whether a sentence tells the deed as the actor's, None if it tells no doer.

    In the question the deed either follows the actor at once or it does not.
    """
    sentence = terms(text)
    place = place_of(deed, sentence, index)
    if place <= 0:
        return None
    names = _names_in(sentence, index)
    texts = [term.text for term in sentence]
    after = [found for found in names if found.start > place]
    if "by" in texts[place + 1 : place + 1 + BY_WITHIN]:
        by = texts.index("by", place)
        doers = [found for found in after if found.start > by]
        if doers and doers[0].start <= by + BY_WITHIN:  # "by land" names no doer
            return _is_among(_joined(doers, texts), actor, index)
    acting = names_acting([found for found in names if found.start < place], sentence)
    is_actor = _is_among(acting, actor, index)
    if texts[place - 1] in _IS_DONE and not texts[place].endswith("ing"):
        is_suffered = is_actor and not is_other_word
        return is_of_itself(deed, sentence[place]) if is_suffered else None
    if is_actor:
        return True
    is_alike = any(
        index.lexicon.kinds.get(concept) in actor.kinds
        for found in acting
        for concept in found.meaning.concepts
    )
    if is_kind_of(acting, sentence, place, text):
        return None
    if is_of_itself(deed, sentence[place]) and _is_among(after, actor, index):
        return None
    between = texts[acting[-1].start + acting[-1].length : place] if acting else []
    if (
        acting
        and is_alike
        and (not between or (is_after_actor and _is_owned(between, texts[place])))
    ):
        return False  # "Peru's veto", "Peru's second veto", "Peru vetoes"
    if not texts[place].endswith(_VERB_ENDINGS) or not acting:
        return None
    done_to = [found for found in after if found.start <= place + DONE_TO_WITHIN]
    return False if _is_among(done_to, actor, index) else None


def _is_owned(between: Sequence[str], deed: str) -> bool:
    """Whether a name, one word and a deed make up one thing: "Peru's second veto"."""
    if len(between) > 1 or may_be_verb(deed):
        return False
    return between[0] not in FUNCTION_WORDS and not between[0].endswith(_VERB_ENDINGS)


def _names_in(sentence: Sequence[Term], index: Index) -> list[Found]:
    return [
        found
        for found in index.lexicon.find(sentence)
        if any(concept in index.lexicon.kinds for concept in found.meaning.concepts)
    ]


def _with_parts(names: Sequence[Found], index: Index) -> list[Found]:
    """Return names with those they are made of: "Oslo Zoo" is in Oslo."""
    parts = [part for found in names for part in index.lexicon.find_stems(found.phrase[:-1])]
    return [*names, *parts]


def _joined(names: Sequence[Found], texts: Sequence[str]) -> list[Found]:
    """Return the first name with those joined to it: "by Ada and Bob"."""
    joined = list(names[:1])
    for found in names[1:]:
        if texts[joined[-1].start + joined[-1].length : found.start] != ["and"]:
            break
        joined.append(found)
    return joined


def _is_among(names: Sequence[Found], actor: Unit, index: Index) -> bool:
    said = meant_by(names, index)
    if not actor.is_name:  # "Ada" alone is one of the words of "Ada Quist"
        said.update(stem for found in names for stem in found.phrase)
    return not actor.keys.isdisjoint(said)
