"""Questions that lean on what was asked and shown before in the same thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from bot.search.another_time import SAYS_LITTLE, at_time, near_times, shifted
from bot.search.intent import Asked
from bot.search.merging import (
    doers_in,
    merged_with,
    of_any_number,
    of_any_place,
    with_people,
    without_calling,
    without_gone,
    without_reacting,
)
from bot.search.nearness import Stance
from bot.search.outcome import asks_what_was_done, asks_whether
from bot.search.query import Query
from bot.search.stance import (
    is_word_of_reaction,
    looks_back,
    read_stance,
    tells_common_deed,
    tells_reaction,
)
from bot.search.steps import Leaning, Step, asks_something, tells_succession
from bot.search.terms import fold
from bot.search.units import Unit
from bot.timeline.event import Event

# More telling words than this make a question stand by itself unless it points back.
SHORT = 2

MOST_TURNS = 12  # earlier turns of a thread that are looked at: six questions and answers


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of a thread: what a person asked or what the bot answered."""

    is_question: bool
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The entries that the last answer showed; a list when its lines could be told apart."""

    events: tuple[Event, ...]
    is_listed: bool = False
    is_in_order: bool = False  # of time, so that what comes next comes after the last of them
    people: tuple[Unit, ...] = ()  # of the one entry shown, those whom it is about
    later: tuple[Event, ...] = ()  # those that go on with it, nearest first
    is_series: bool = False  # shown as the next, or the one before, of a kind


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question understood with its thread: which step, and the completed query.

    `topic` is what the thread is about from here on. `looser` are further ways to complete
    the question, tried in order where the first finds nothing.
    """

    step: Step
    query: Query
    topic: Query
    shown: Shown
    looser: tuple[Query, ...] = ()
    stance: Stance = Stance.OPEN  # towards the entries shown
    is_back: bool = False  # what came before them is asked for
    leans: bool = True  # a word of the question points to the thread
    is_line: bool = False  # one of the entries shown is meant
    is_another_time: bool = False  # the like of them, at a time counted from theirs
    held: tuple[Unit, ...] = ()  # what the next one must name as well
    is_end: bool = False  # what became of the entry shown
    is_done: bool = False  # something done to what is shown, which a later entry may tell
    is_succession: bool = False  # who or what came in the place of it


_TIMES_OF_IT = re.compile(r"\b(?:the )?\w+ times?\b|\bраз\b|번째로|차례")
# A person spoken of before, who is meant beside whoever is named now: "did Putin see her?"
_PERSON = re.compile(
    r"\b(?:he|him|his|she|her|they|them|their|он|она|они|его|ее|ему|ей|им|их|ним|ней|ними|нем|них)\b"
    r"|그는|그가|그를|그와|그녀|그들|그의"
)
# The one who acts in what is asked for: "the next time he came", no "who came after him".
_SUBJECT = re.compile(r"\b(?:he|she|он|она)\b|그는|그가|그녀는|그녀가")
# After what was shown as the next of a kind, "and after that?" goes on with the kind.
_SIDES = {Step.AFTER: Step.NEXT_OF_KIND, Step.BEFORE: Step.LAST_OF_KIND}
_THERE = re.compile(r"\b(?:there|туда|там)\b|거기|그곳")
# What happened at a time is asked of all that is recorded, not of the topic so far.
_HAPPENED = re.compile(
    r"\bwhat (?:else )?(?:happened|happens|was going on|went on)\b|\banything (?:else )?happen"
    r"|\bчто (?:еще )?(?:было|происходило|произошло|случилось)\b|무슨 일"
)


# "Which mission was that": the entry shown itself, whatever it is called.
_ITSELF = re.compile(
    r"^\W*(?:(?:and|so|but) )?(?:which|what|who|where|whose|how \w+) (?:\w+ ){0,2}"
    r"(?:is|was|were|are) (?:it|that|this|those|these)\W*$"
)
# "The one with Ada": a line of what was shown.
_ANOTHER_ONE = re.compile(r"\bones?\b")  # "the one in December", "the August ones"
_ONE_OF_THEM = re.compile(r"\b(?:one|ones) (?:with|in|from|about|of|on|where|by|at|for)\b")


def is_follow_up(leaning: Leaning, query: Query) -> bool:
    """Whether the question needs the earlier turns: it points back, or says too little."""
    hard = query.hard
    if not hard and not leaning.points_back and query.asks_for_an_entry:
        return False  # "the oldest entry you have"
    if (leaning.step or leaning.shift) and not leaning.is_begun and len(hard) > 2 * SHORT:
        return False  # it tells by itself what "after it" comes after
    if leaning.is_begun or leaning.step or leaning.shift or leaning.line or not hard:
        return True
    if leaning.points_back:
        return len(hard) <= 2 * SHORT
    if any(is_word_of_reaction(unit.text) for unit in hard):
        return len(hard) <= SHORT  # "how did Peru react": it does not say to what
    has_topic = any(variant.reason == "tag" for unit in hard for variant in unit.variants)
    has_name = any(unit.is_name and unit.weight > SAYS_LITTLE for unit in hard)
    return not has_topic and len(hard) <= SHORT - has_name and not query.phrases


def complete(
    question: str, query: Query, *, leaning: Leaning, topic: Query, shown: Shown
) -> FollowUp:
    """Return `question` completed by the topic of its thread and the entries shown last.

    `query` is what the question says beside the words of its step.
    """
    text = fold(question)
    if leaning.line is not None and len(shown.events) > 1 and not _TIMES_OF_IT.search(text):
        picking = replace(query, intent=replace(query.intent, occasion=leaning.line))
        return FollowUp(Step.PICK, picking, topic, shown)
    query = replace(query, phrases=near_times(query.phrases, topic, shown.events))
    is_reaction = tells_reaction(text)
    if is_reaction:
        query = without_reacting(query)
    query = without_calling(query, text)
    keeps_people = bool(_PERSON.search(text))
    if keeps_people:
        topic = with_people(topic, query, shown.people)
    merge = partial(merged_with, query, topic, keeps_people=keeps_people)
    hard = query.hard
    said = [unit for unit in hard if unit.weight > SAYS_LITTLE]
    if leaning.shift is not None and leaning.step in (None, Step.AFTER, Step.BEFORE, Step.OTHER):
        at = shifted(leaning.shift, topic, shown=shown.events, is_in_order=shown.is_in_order)
        if at is not None and said and not leaning.shift.steps and leaning.step in _SIDES:
            # "Was there an earlier delivery that year": before what was shown, and in its year.
            query = replace(query, phrases=at_time(at, query, topic, keeps_people=False).phrases)
            merge = partial(merged_with, query, topic, keeps_people=keeps_people)
        elif at is not None:
            anything = at_time(at, query, topic, keeps_people=keeps_people)
            on = replace(topic, phrases=anything.phrases)
            if said and not _HAPPENED.search(text):
                merged = replace(merge(), phrases=anything.phrases)
                return FollowUp(
                    Step.MERGED, merged, on, shown, (anything,), stance=Stance.TOLD,
                    is_another_time=True,
                )  # fmt: skip
            if _HAPPENED.search(text):
                return FollowUp(Step.MERGED, anything, on, shown)
            if leaning.shift.unit == "day" and leaning.shift.steps:
                return FollowUp(Step.MERGED, anything, on, shown)  # few things happen in a day
            # "And the year after?": of the same, or else whatever there is.
            intent = replace(topic.intent, occasion=query.occasion)
            same = replace(anything, units=topic.units, intent=intent)
            stance = Stance.NOT_MEANT if leaning.step is Step.OTHER else Stance.OPEN
            return FollowUp(
                Step.MERGED, same, on, shown, (anything,), stance=stance, is_another_time=True
            )
    if query.occasion is not None and not said:
        if shown.is_listed and not _TIMES_OF_IT.search(text):
            return FollowUp(Step.PICK, query, topic, shown)
        merged = merge()
        stance = Stance.OPEN if shown.is_listed else Stance.NOT_MEANT
        return FollowUp(Step.MERGED, merged, merged, shown, stance=stance)
    step = leaning.step
    is_again = False
    if step is Step.NEXT_OF_KIND and any(_is_foreign(unit, topic, shown) for unit in said):
        step = None  # "when did they start again": not the like of what was shown
        is_again = True
    if step is Step.NEXT_DEED:
        doers = doers_in(query, topic, shown.people, has_pronoun=keeps_people)
        if doers and len(shown.events) == 1:
            return FollowUp(step, query, topic, shown, held=doers)
        step = None if hard else Step.AFTER
    if step is Step.CAUSE and not said and not query.phrases and len(shown.events) == 1:
        return FollowUp(step, query, topic, shown)
    is_series = shown.is_series and not said and not query.phrases and not _HAPPENED.search(text)
    if is_series and step in _SIDES:
        step = _SIDES[step]  # "And after that one?", where the next of a kind was shown
    is_end = bool(shown.later) and (step is Step.OUTCOME or (step is None and asks_whether(text)))
    is_done = bool(shown.later) and step is None and asks_what_was_done(text, query.asked)
    if step in (Step.OUTCOME, Step.CAUSE):
        step = None
    if (is_end or is_done) and not hard and not query.phrases:
        return FollowUp(Step.OUTCOME, query, topic, shown)
    if step in (Step.NEXT_OF_KIND, Step.LAST_OF_KIND, Step.OTHER) and (topic.units or hard):
        merged = merge()
        if step is Step.OTHER and said:
            return FollowUp(Step.MERGED, merged, merged, shown, stance=Stance.NOT_MEANT)
        if step is Step.OTHER:
            return FollowUp(step, merged, merged, shown)
        merged = of_any_number(replace(merged, phrases=()))
        places = tuple(unit for unit in merged.units if "places" in unit.kinds)
        doers = doers_in(query, topic, shown.people, has_pronoun=bool(_SUBJECT.search(text)))
        if tells_succession(text):
            return FollowUp(step, of_any_place(merged), merged, shown, is_succession=True)
        if places and _THERE.search(text):
            return FollowUp(step, merged, merged, shown, held=(*doers, *places))
        return FollowUp(step, of_any_place(merged), merged, shown, held=doers)
    if step is Step.AFTER or step is Step.BEFORE:
        if not said and not query.phrases:
            return FollowUp(step, query, topic, shown)
        merged = of_any_number(merge())
        return FollowUp(step, merged, merged, shown, without_gone(merged, text))
    is_back = looks_back(text) or leaning.step is Step.CAUSE
    if not hard and not query.phrases:
        if is_reaction or tells_common_deed(text, query.asked):
            merged = merge()
            return FollowUp(
                Step.MERGED, merged, merged, shown, stance=Stance.NOT_MEANT, is_back=is_back
            )
        if query.asked is Asked.COUNT or leaning.is_altogether:
            merged = merge()
            return FollowUp(Step.MERGED, merged, merged, shown, _without_times(merged))
        is_asked = leaning.step is Step.OUTCOME or asks_whether(text)
        if not is_asked and not asks_something(question):
            nothing = Shown(())  # thanks, a laugh, a nod: nothing is asked
            return FollowUp(Step.MERGED, query, topic, nothing)
        return FollowUp(Step.SAME, query, topic, shown)
    if shown.events and not query.phrases and _ITSELF.search(text) and leaning.step is None:
        return FollowUp(Step.SAME, query, topic, shown)
    merged = merge()
    if shown.is_listed and hard and _ONE_OF_THEM.search(text):
        return FollowUp(Step.MERGED, merged, merged, shown, stance=Stance.POINTED, is_line=True)
    if not hard and query.phrases and _HAPPENED.search(text):
        soft = tuple(replace(unit, is_soft=True) for unit in merged.units)
        merged = replace(merged, units=soft)
    stance = read_stance(
        text, query.asked, is_elliptic=leaning.is_elliptic, is_listed=shown.is_listed
    )
    is_another = bool(query.phrases and _ANOTHER_ONE.search(text)) and not shown.is_listed
    if is_again or is_another or leaning.step is Step.CAUSE:
        stance = Stance.NOT_MEANT
    if not hard and stance is Stance.NOT_MEANT and not is_reaction and not is_another:
        stance = Stance.TOLD
    if not query.phrases and hard and leaning.is_elliptic and topic.phrases and not is_end:
        # "Putin in 2019" - "and Lavrov?": in 2019 too, if there is such an entry.
        in_time = replace(merged, phrases=topic.phrases)
        return FollowUp(Step.MERGED, in_time, in_time, shown, (merged,), stance=stance)
    return FollowUp(
        Step.MERGED,
        merged,
        merged,
        shown,
        stance=stance,
        is_back=is_back,
        leans=leaning.leans or leaning.is_begun,
        is_end=is_end,
        is_done=is_done,
    )


def _is_foreign(unit: Unit, topic: Query, shown: Shown) -> bool:
    """Whether what is said now is no other word for anything spoken of before."""
    keys = {key for variant in unit.variants for key in variant.keys}
    spoken_of = (*topic.units, *shown.people)
    known = {key for other in spoken_of for variant in other.variants for key in variant.keys}
    return keys.isdisjoint(known)


def _without_times(query: Query) -> tuple[Query, ...]:
    return (replace(query, phrases=()),) if query.phrases else ()
