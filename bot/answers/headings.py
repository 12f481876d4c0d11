"""The heading over what was found, by rule: a count, choices, or that nothing was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers.durations import time_apart
from bot.answers.leads import asked_names
from bot.answers.periods import times_of
from bot.answers.wording.times import TimeName
from bot.answers.wording.wording import Wording
from bot.search.asking.intent import Asked
from bot.search.asking.which_one import Which
from bot.search.dates.times import lies_within
from bot.search.entries.amounts import asks_amount, tells_amount
from bot.search.entries.occasions import list_occasions
from bot.search.finding import Finding
from bot.search.index import SUMMARY, Index
from bot.search.indexing.lexicon import is_tag, tag_key
from bot.search.language.forms import Form
from bot.search.query import Query
from bot.search.terms import fold, terms
from bot.search.threads.neighbours import number_of
from bot.search.when import DatePhrase
from bot.timeline.dates import day_span

MOST_CHOICES = 7  # more than a person can hold beside one another are no choice
NEAR_SCORE = 0.4  # from here the best entry, though not sure, may well be what was meant

_COUNTED = re.compile(
    r"\b(?:how many|number of|count of|сколько(?: (?:всего|было|провел\w*|проводил\w*|имел\w*))*)"
    r"\s+(?P<noun>.+)|\bhow often\b|\bкак часто\b"
    r"|몇\s?(?:번|회|차례)|얼마나 자주"
)
_HOW_LONG_AGO = Form(
    r"\bhow (?:long|many (?:years|months|weeks|days)) ago\b|\bhow long is it since\b"
    r"|\bhow many years (?:have passed|has it been)\b|\bhow long has it been since\b"
    r"|\bсколько (?:лет|времени|месяцев|дней) (?:тому )?(?:назад|прошло)\b|\bкак давно\b"
    r"|(?:몇 ?(?:년|달|개월|일)|얼마나 오래) ?전|(?:몇 ?년|얼마)(?:이나|나)? (?:지났|흘렀|됐|되었)"
)
_OCCASIONS = frozenset(
    ["time", "often", "event", "entry", "entri", "occasion", "раз", "событи", "запис"]
)
_WORDS_OF_A_NOUN = 3  # "how many North Korean nuclear tests"


def is_counted(question: str, index: Index) -> bool:
    """Whether the entries answer "how many": of times, of tests, of visits; not of soldiers.

    Entries can be counted where the word that is counted is a tag or a synonym of one, or
    stands for occasions. Any other number is told within the entries.
    """
    found = _COUNTED.search(fold(question))
    if found is None:
        return False
    noun = found["noun"]
    if noun is None:
        return True
    counted = terms(noun)[:_WORDS_OF_A_NOUN]
    phrases = {found.start: found for found in index.lexicon.find(counted)}
    kinds, words = _kinds(index)
    place = 0
    while place < len(counted):
        term, phrase = counted[place], phrases.get(place)
        if term.stem in words or term.text in words:
            return True
        if phrase is None:
            return False
        if kinds.intersection((*phrase.meaning.concepts, *phrase.meaning.groups)):
            return True
        if not any(is_name(concept) for concept in phrase.meaning.concepts):
            return False
        place += phrase.length  # "how many Russian vetoes": whose they are stands before them
    return False


def is_list_of_kind(finding: Finding, index: Index) -> bool:
    """Whether several entries answer "how many", each of them one of what is counted.

    Their titles name it, and none tells a number of it: "how many soldiers" is told within.
    """
    thing = asks_amount(finding.query, index)
    if thing is None or finding.answering < 2:
        return False
    word = replace(thing, variants=tuple(v for v in thing.variants if v.is_direct))
    numbers = [number_of(match.event, index) for match in finding.matches[: finding.answering]]
    return all(
        any(index.strength(key, number) >= SUMMARY for key in thing.keys)
        and not tells_amount(number, word, index)
        for number in numbers
    )


def is_name(concept: str) -> bool:
    """Whether a concept of the lexicon is a name, not a tag."""
    return concept.startswith("@") and not is_tag(concept)


def _kinds(index: Index) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tags with their groups of synonyms, and the words that end a tag."""
    keys: set[str] = set()
    words = set(_OCCASIONS)
    for info in index.timeline.infos:
        for tag, _ in info.tags:
            named = terms(tag)
            keys.add(tag_key(tag))
            keys.update(index.lexicon.meaning_of(tuple(term.stem for term in named)).groups)
            words.update(term.stem for term in named[-1:])
    return frozenset(keys), frozenset(words)


def heading(
    finding: Finding,
    text: str,
    index: Index,
    *,
    number: int,
    is_count: bool,
    today: date,
    say: Wording,
) -> str:
    """Return the heading over `number` entries that answer the question `text`.

    It is empty over a single one, which says all by itself, its date first; who or where, or how
    long before `today` it was, if that was asked, stands above it.
    """
    if finding.gap is not None and number > 1:
        first, second = finding.gap
        return say.apart_heading(time_apart(first.date, second.date))
    if number == 1 and _HOW_LONG_AGO.search(fold(text)):
        now = day_span(today.year, today.month, today.day)
        return say.ago_heading(time_apart(finding.matches[0].event.date, now))
    if number == 1 and finding.query.asked is Asked.HOW_LONG:
        days = finding.matches[0].event.date.certain_days
        return say.lasted_heading(days) if days > 1 else ""
    if is_count or (number > 1 and (finding.is_in_order or finding.query.asked is Asked.LIST)):
        return say.count_heading(number)
    if number == 1 and (lead := asked_names(finding, text, index, say=say)):
        return lead
    if number == 1:
        return say.this_is_recorded if finding.query.asked is Asked.YES_NO else ""
    return say.several_heading(number)


def nothing_heading(finding: Finding, text: str, index: Index, *, say: Wording) -> tuple[str, bool]:
    """Return the heading where nothing answers, and whether the nearest may be unrelated."""
    occasion = _missing_occasion(finding, index)
    if occasion:
        return say.none_so_high(occasion), False
    is_near = bool(finding.matches) and finding.matches[0].score >= NEAR_SCORE
    phrases = finding.query.phrases
    if phrases and not (is_near and lies_within(finding.matches[0].event, phrases)):
        names = names_of(phrases, text)
        return say.nothing_recorded(names, is_worded=is_worded(finding.query)), True
    if is_near:
        return say.not_sure, False
    return say.nothing_found, True


def nearest_note(finding: Finding, number: int, *, is_unrelated: bool, say: Wording) -> str:
    """Introduce the nearest entries, by time where they are the nearest before and after."""
    is_before, is_after = finding.sides
    if is_before or is_after:
        return say.nearest_in_time_note(is_before=is_before, is_after=is_after)
    return say.nearest_note(number, is_unrelated=is_unrelated) if number else ""


def is_worded(query: Query) -> bool:
    """Whether words beside a time were asked for."""
    return any(not unit.is_soft for unit in query.units)


def names_of(phrases: Sequence[DatePhrase], text: str) -> tuple[TimeName, ...]:
    """Return what the times of a question are called."""
    names = (
        name
        for phrase in phrases
        for name in times_of(phrase, text[phrase.start : phrase.end]).names
    )
    return tuple(dict.fromkeys(names))


def _missing_occasion(finding: Finding, index: Index) -> int:
    """Return the number asked for ("seventh") where fewer such occasions are recorded, or 0."""
    query, occasion = finding.query, finding.query.occasion
    if occasion is None or occasion.which is not Which.NTH or not finding.matches:
        return 0
    hard = query.hard
    if not hard or not all(unit.variants for unit in hard):
        return 0
    return occasion.number if len(list_occasions(query, index)) < occasion.number else 0
