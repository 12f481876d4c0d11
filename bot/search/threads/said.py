"""What a follow-up says beside the words of its step, read with its thread."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.search.asking.intent import Asked
from bot.search.asking.units import Unit, keys_of
from bot.search.entries.encounters import MEETINGS
from bot.search.query import Query
from bot.search.terms import fold, terms
from bot.search.threads.another_time import SAYS_LITTLE, near_times
from bot.search.threads.merging import (
    doers_in,
    merged_with,
    with_bodies,
    with_one_shown,
    with_people,
    without_calling,
    without_reacting,
)
from bot.search.threads.outcome import asks_what_was_done, asks_whether
from bot.search.threads.pointing import (
    BESIDE_THEM,
    HAPPENED,
    ITS,
    MEETING,
    PERSON,
    SUBJECT,
    THERE,
    names_another,
)
from bot.search.threads.stance import tells_common_deed, tells_reaction
from bot.search.threads.steps import SIDES, Leaning, Step
from bot.search.threads.turns import Shown

# In Korean "the next" with its topic marker is the next one, where one was counted out before.
_ONE = re.compile(r"다음은(?:요)?\W*$")


@dataclass(frozen=True, slots=True)
class Said:
    """A follow-up before it is completed: its words, its thread, and the step it takes."""

    question: str
    text: str  # the same, folded
    query: Query  # what it says beside the words of its step
    leaning: Leaning
    topic: Query  # what the thread was about
    shown: Shown
    step: Step | None
    keeps_people: bool  # a pronoun means somebody spoken of before
    is_reaction: bool  # how somebody took it
    is_again: bool = False  # "when did they start again": not the like of what was shown

    @property
    def hard(self) -> tuple[Unit, ...]:
        """What must be met of what is said now."""
        return self.query.hard

    @property
    def telling(self) -> list[Unit]:
        """What of it may tell an entry from others."""
        return [unit for unit in self.query.hard if unit.weight > SAYS_LITTLE]

    @property
    def is_one(self) -> bool:
        """Whether a single entry was shown."""
        return len(self.shown.events) == 1

    @property
    def is_when(self) -> bool:
        """Whether a date is asked for: "when did he arrive" may have been before."""
        return self.query.asked is Asked.WHEN

    @property
    def is_end(self) -> bool:
        """Whether it asks for what became of the entry shown, and later ones may tell it."""
        is_whether = self.step is None and asks_whether(self.text) and not self.is_when
        return bool(self.shown.later) and (self.step is Step.OUTCOME or is_whether)

    @property
    def is_done(self) -> bool:
        """Whether it asks if something was done to what is shown, as a later entry may tell."""
        if self.step is not None or not self.shown.later:
            return False
        is_done = asks_what_was_done(self.text, self.query.asked)
        return is_done or (self.is_when and asks_whether(self.text))

    @property
    def is_followed(self) -> bool:
        """Whether it names nothing, and a later entry than the one shown may tell it."""
        return (self.is_end or self.is_done) and not self.hard and not self.query.phrases

    @property
    def doers(self) -> tuple[Unit, ...]:
        """Whose deeds are asked for."""
        return doers_in(self.query, self.topic, self.shown.people, has_pronoun=self.keeps_people)

    @property
    def is_stand_in(self) -> bool:
        """Whether nothing is said but a name, which takes the place of another."""
        return self.leaning.is_elliptic and names_another(self.query.hard)

    def merged(self) -> Query:
        """Return what is said now, completed by what the thread was about.

        "And Ada?" after the first visit of Bob asks for her first one.
        """
        merged = merged_with(
            self.query,
            self.topic,
            keeps_people=self.keeps_people,
            is_elliptic=self.leaning.is_elliptic,
        )
        if not self.is_stand_in:
            return merged
        occasion = merged.occasion or self.topic.occasion
        is_counted = merged.occasion is None and occasion is not None
        if not is_counted and not all(unit.is_name for unit in self.hard):
            return merged
        # What was asked of the other is asked anew, with all its weight.
        again = {u.text: u for u in self.topic.units if is_counted or not u.is_name}
        units = tuple(again.get(unit.text, unit) for unit in merged.units)
        return replace(merged, units=units, intent=replace(merged.intent, occasion=occasion))


def read_said(question: str, query: Query, *, leaning: Leaning, topic: Query, shown: Shown) -> Said:
    """Return `question` beside its thread: whom it means, and which step it takes.

    `query` is what the question says beside the words of its step.
    """
    text = fold(question)
    query = replace(query, phrases=near_times(query.phrases, topic, shown.events))
    is_reaction = tells_reaction(text)
    if is_reaction:
        query = without_reacting(query)
    query = without_calling(query, text)
    keeps_people = bool(PERSON.search(BESIDE_THEM.sub("", text)) or MEETING.search(text))
    if ITS.search(text):
        topic = with_bodies(topic, query, shown.bodies)
    if leaning.is_elliptic:
        query = with_one_shown(query, shown.people)
    if keeps_people:
        topic = with_people(topic, query, shown.people)
    return Said(
        question, text, query, leaning, topic, shown, leaning.step, keeps_people, is_reaction
    )


def with_step(said: Said) -> Said:
    """Return the same with the step that is meant, where its words may mean another.

    "After it" is the next of a kind after one shown as such, and "again" is none of a kind
    where other things are named.
    """
    step, text = said.step, said.text
    is_foreign = any(_is_foreign(unit, said) for unit in said.telling)
    if step is Step.NEXT_OF_KIND and is_foreign:
        return replace(said, step=None, is_again=True)
    if step is Step.NEXT_DEED and not (said.is_one and said.doers):
        step = None if said.hard else Step.AFTER
    is_visit = SUBJECT.search(text) is not None and THERE.search(text) is not None
    is_like = is_visit or tells_common_deed(text, said.query.asked)
    if step in SIDES and not said.hard and is_like:
        step = SIDES[step]  # "when did he come before that": the like of what was shown
    is_series = said.shown.is_series or (said.topic.occasion is not None and _ONE.search(text))
    is_series = bool(is_series) and not said.telling and not said.query.phrases
    if is_series and step in SIDES and not HAPPENED.search(text):
        step = SIDES[step]  # "and after that one?", where the next of a kind was shown
    return replace(said, step=step)


def _is_foreign(unit: Unit, said: Said) -> bool:
    """Whether what is said now is no other word for anything spoken of or shown before."""
    if said.keeps_people and not unit.keys.isdisjoint(MEETINGS):
        return False  # "the next time they met", whatever was said of the first
    told = {term.stem for event in said.shown.events for term in terms(event.title)}
    return unit.keys.isdisjoint(told.union(keys_of((*said.topic.units, *said.shown.people))))
