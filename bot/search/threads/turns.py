"""What was said and shown in a thread, and a question completed by it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.search.asking.units import Unit
from bot.search.query import Query
from bot.search.threads.journeys import Part
from bot.search.threads.nearness import Stance
from bot.search.threads.steps import Step
from bot.timeline.event import Event


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
    bodies: tuple[Unit, ...] = ()  # likewise, the organisations
    places: tuple[Unit, ...] = ()  # likewise, the first place
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
    is_only_back: bool = False  # what came before them is asked for, and nothing later
    is_another_time: bool = False  # the like of them, at a time counted from theirs
    held: tuple[Unit, ...] = ()  # what the next one must name as well
    is_cause: bool = False  # what brought about what is shown, told in words of its own
    is_end: bool = False  # what became of the entry shown
    is_done: bool = False  # something done to what is shown, which a later entry may tell
    is_bound: bool = False  # it belongs to what is shown, and does not lie years away
    is_over: bool = False  # when it was over, or who went away came back
    is_next_thing: bool = False  # the next of what may be shown: "the next resolution"
    is_same_again: bool = False  # the same once more, "the next time", no other of its kind
    is_stand_in: bool = False  # a name takes the place of another in what was asked before
    journey: Part | None = None  # a part of the journey shown is asked for: "when did he land"
    once_more: FollowUp | None = None  # the next journey there, where none tells that part
    is_succession: bool = False  # who or what came in the place of it
