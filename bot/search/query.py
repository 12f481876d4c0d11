"""Question to `Query`: what is asked for, as weighted units over the words of the index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.search.asking.intent import Asked, Intent, read_intent
from bot.search.asking.layout import in_right_layout
from bot.search.asking.reading import UnitReader
from bot.search.asking.units import Unit
from bot.search.asking.which_one import Occasion, Which
from bot.search.dates.times import joined_times
from bot.search.index import Index
from bot.search.language.designations import glued_names, is_sum, numbers_with_letters, regrouped
from bot.search.language.forms import without
from bot.search.language.light_verbs import without_asides, without_light_verbs
from bot.search.language.overview_words import (
    without_class,
    without_overview,
    without_subject,
)
from bot.search.language.regnal import with_numerals
from bot.search.terms import MAX_TEXT, Term, stems_of, terms, tokens
from bot.search.threads.nearness import Nearness
from bot.search.when import DatePhrase, find_phrases
from bot.timeline.dates import DISTANT_FUTURE

MAX_TERMS = 300  # terms of a question that are looked at before units are chosen

# A word, and whether it goes on with a sentence: after a word or a comma and a space.
_WORDS = re.compile(r"(?:(?<=[\w,)'\u2019] )(?P<inside>))?(?P<word>[^\W\d_][\w'\u2019-]*)")
_SHOUTED = re.compile(r"\b(?:[A-Z]\.?){2,6}(?![a-z])")
SHORT_YEAR, EARLY_YEAR = 2, 3  # digits
TIME_TAKEN = " ; "  # stands where a time was taken out of the text
_NAMED_DAY = re.compile(r"\d[·・‧]\d")
# After a time that was told, "the next year" is the one after that, not after today.
_FROM_THERE = re.compile(r"(?:in |during )?the (?:next|following|previous) \w+", re.IGNORECASE)
# From a number is counted as from a year: "which resolution came after 2094".
_COUNTED_FROM = re.compile(
    r"(?:after|since|following|before|until|prior to|on|over|between|from|to|and"
    r"|после|до|перед|с|между|и|по) (?P<number>\d{3,4})"
    r"|(?P<number2>\d{3,4}) ?(?:이후|이전|후|전|다음)"
)
_NEXT_OF_ALL = re.compile(r"\b(?:the )?(?:very )?next\b|\bследующ\w+\b|(?<!\w)다음(?!\w)")
LONG_IN_A_HEADING = 3  # letters; shorter words of a heading are written small

# Words by which somebody means any entry at all.
_ENTRY = frozenset(
    "entry entries event events thing things record item know have запись записи событие события"
    " 기록 기록은 기록이 기록을 사건 사건은 사건이 항목 항목은 일".split()
)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the search understands it."""

    units: tuple[Unit, ...]
    phrases: tuple[DatePhrase, ...]
    intent: Intent
    corrections: tuple[tuple[str, str], ...]  # typed, used
    near: Nearness | None = None  # to the entries shown in a thread, for a follow-up
    said: tuple[str, ...] = ()  # every word outside the times, folded and corrected, in order
    # What was worked out of it on the way, so that it is not for every entry again.
    memo: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    # The units that an entry must meet to be meant; the soft ones only add.
    hard: tuple[Unit, ...] = field(init=False, repr=False, compare=False)
    # The kind of question.
    asked: Asked = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        hard = tuple([unit for unit in self.units if not unit.is_soft])
        object.__setattr__(self, "hard", hard)
        object.__setattr__(self, "asked", self.intent.asked)

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of what was said, in order."""
        known: tuple[str, ...] | None = self.memo.get("stems")
        if known is None:
            known = self.memo["stems"] = stems_of(self.said)
        return known

    @property
    def occasion(self) -> Occasion | None:
        """The ordinal in the question, if there is one."""
        return self.intent.occasion

    @property
    def has_dates(self) -> bool:
        """Whether the question names a time."""
        return bool(self.phrases)

    @property
    def asks_for_an_entry(self) -> bool:
        """Whether the first or last of all entries is meant: "the oldest entry", no "the first"."""
        if self.occasion is None or self.occasion.number > 1:
            return False
        return not _ENTRY.isdisjoint(tokens(self.intent.rest))


def read_query(
    question: str,
    index: Index,
    *,
    today: date,
    is_of_kind: bool = False,
    has_days: bool = True,
) -> Query:
    """Return what `question` asks of `index`; never raises, whatever the text.

    Where all of a kind are counted, as for "the second", or `is_of_kind` says so, a word
    also stands for the tag that one of its synonyms names. Without `has_days` a day of any
    year is read as what it is called: "an invitation to Victory Day".
    """
    typed_as, question = question, in_right_layout(question, index.speller)
    is_mended = typed_as != question
    if not index.lexicon.kinds:
        question = with_numerals(question)
    found = find_phrases(question, today=today)
    sure = found and tuple(
        phrase
        for phrase in found
        if (
            not phrase.is_latent
            or _names_its_day(question, phrase, index)
            or _names_its_year(question, phrase, index)
            or _names_early_year(question, phrase, index)
        )
        and (has_days or phrase.recurring is None)
        and not _is_only_a_number(question, phrase, index)
        and not (_FROM_THERE.fullmatch(question[phrase.start : phrase.end]) and phrase != found[0])
    )
    intent = read_intent(_without_phrases(question, sure))
    times = joined_times(sure)
    intent = _next_after(intent, times)
    typed: Sequence[Term] = terms(intent.rest)[:MAX_TERMS]
    if not is_sum(intent.rest):
        typed = regrouped(typed, index.is_held)
    is_of_kind |= intent.occasion is not None
    reader = UnitReader(
        index,
        shouted=_shouted(question),
        capitalised=_capitalised(question),
        is_of_kind=is_of_kind,
        glued=glued_names(intent.rest),
        with_letter=frozenset(numbers_with_letters(intent.rest)),
    )
    units = reader.units(typed)
    units = without_overview(units, is_told=bool(times) or intent.occasion is not None)
    units = without_class(units, intent.rest)
    units = without_asides(without_light_verbs(units, intent.rest), intent.whole)
    if times and units:
        units = without_subject(units, [info.title for info in index.timeline.infos])
    if not units and not times:
        times = tuple(phrase for phrase in found if phrase.is_latent)[:1]
    corrections = tuple(reader.corrections.items())
    said = tuple([term.text for term in typed])
    if corrections:
        said = tuple([reader.corrections.get(word, word) for word in said])
    if is_mended:
        corrections = ((typed_as, question), *corrections)
    return Query(units, times, intent, corrections, said=said)


def read_entry(described: str, index: Index, *, today: date) -> Query:
    """Return what a description of one entry asks of `index`.

    A day of any year by itself is no entry, but what is called by that day is: "5·16", "9/11".
    """
    query = read_query(described, index, today=today)
    if query.hard or not any(phrase.recurring for phrase in query.phrases):
        return query
    named = read_query(described, index, today=today, has_days=False)
    return named if any(unit.variants for unit in named.hard) else query


def _next_after(intent: Intent, times: tuple[DatePhrase, ...]) -> Intent:
    """Let "the next visit after May 2094" mean the first of them in that open time."""
    is_open = any(span.latest >= DISTANT_FUTURE for phrase in times for span in phrase.spans)
    found = _NEXT_OF_ALL.search(intent.rest) if is_open and intent.occasion is None else None
    if found is None:
        return intent
    first = Occasion(Which.FIRST, is_told=False)
    return replace(intent, occasion=first, rest=without(intent.rest, found))


def _names_its_day(question: str, phrase: DatePhrase, index: Index) -> bool:
    """Whether "9·19" is a day, not a part of a name that the data knows by these numbers."""
    text = question[phrase.start : phrase.end]
    if phrase.recurring is None or not _NAMED_DAY.search(text):
        return False
    known = index.lexicon.find(terms(question[phrase.start :]))
    return not any(
        found.start == 0 and (found.length > 1 or "." in found.phrase[0]) for found in known
    )


def _names_its_year(question: str, phrase: DatePhrase, index: Index) -> bool:
    """Whether "78" is a year: at the end or after "the", no number that entries name.

    The timeline must reach there: "the 61 treaty", "a delegation 78".
    """
    text = question[phrase.start : phrase.end].lower()
    before = question[: phrase.start].lower() + text[:-SHORT_YEAR]
    text = text[-SHORT_YEAR:]
    if not text.isdigit() or not before.strip() or before[-1].isdigit():
        return False
    if len(index.posting(text)):
        return False
    is_last = not question[phrase.end :].strip(" ?!.,")
    is_placed = before.split()[-1] == "the" or is_last
    return is_placed and all(_reaches(span.earliest.year, index) for span in phrase.spans)


def _names_early_year(question: str, phrase: DatePhrase, index: Index) -> bool:
    """Whether "in 325" is a year: in a list of titles that reaches there."""
    text = question[phrase.start : phrase.end].split()[-1]
    if index.lexicon.kinds or not (text.isdigit() and len(text) == EARLY_YEAR):
        return False
    return all(_reaches(span.earliest.year, index) for span in phrase.spans)


def _reaches(year: int, index: Index) -> bool:
    """Whether a year lies between the first and the last of the timeline."""
    first, last = index.timeline.earliest, index.timeline.latest
    return first is not None and last is not None and first.year <= year <= last.year


def _is_only_a_number(question: str, phrase: DatePhrase, index: Index) -> bool:
    """Whether "2087" means a number that entries name, not a year that none falls into."""
    text = question[phrase.start : phrase.end].lower()
    counted_from = _COUNTED_FROM.fullmatch(text)
    text = (
        (counted_from["number"] or counted_from["number2"])
        if counted_from
        else text.removeprefix("about").strip()
    )
    if not (text.isascii() and text.isdigit()) or not len(index.posting(text)):
        return False
    if _reaches(int(text), index):
        return False  # a year of the timeline, in which nothing happened
    return counted_from is not None or all(
        index.timeline.is_empty_between(span) for span in phrase.spans
    )


def _without_phrases(question: str, phrases: Sequence[DatePhrase]) -> str:
    kept, end = [], 0
    for phrase in phrases:
        kept.append(question[end : phrase.start])
        end = phrase.end
    return TIME_TAKEN.join([*kept, question[end:]])


def _shouted(question: str) -> frozenset[str]:
    """Return the folded words typed all in capitals, unless the whole question is."""
    if question.islower() or question.upper() == question:
        return frozenset()
    return frozenset(word.replace(".", "").lower() for word in _SHOUTED.findall(question))


def _capitalised(question: str) -> frozenset[str]:
    """Return the folded words that are written with a capital inside a sentence.

    Where every longer word is written so, as in a heading, capitals say nothing.
    """
    if question.islower():
        return frozenset()
    found = list(_WORDS.finditer(question[:MAX_TEXT]))
    longer = [at["word"] for at in found if len(at["word"]) > LONG_IN_A_HEADING]
    if all(word[0].isupper() for word in longer):
        return frozenset()
    inside = (at["word"] for at in found if at["inside"] is not None and at["word"][0].isupper())
    return frozenset(token for word in inside for token in tokens(word))
