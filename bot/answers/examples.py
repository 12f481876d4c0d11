"""Example questions that work, made from the loaded timeline by rule."""

from __future__ import annotations

from collections.abc import Callable

from bot.answers.phrases import MONTHS, year_label
from bot.timeline.dates import Precision
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

HOW_MANY = 3
LONGEST_TITLE = 120  # characters of a title that can be offered as a question
MOST_TRIED = 60  # events tried before giving up on an example; each costs a search


def make_examples(timeline: Timeline, finds: Callable[[str, Event], bool]) -> tuple[str, ...]:
    """Return up to three questions about turning points of `timeline`.

    `finds` tells whether a question is really answered with the event; only such
    questions are offered.
    """
    # The most significant events, newest first: what people are most likely to ask about.
    ranked = sorted(timeline.events, key=lambda e: (-e.significance, e.date.sort_key))
    top = (
        [event for event in ranked if event.significance == ranked[0].significance]
        if ranked
        else []
    )
    tried = [*reversed(top), *ranked[len(top) :]][:MOST_TRIED]
    examples: list[str] = []
    used: set[str] = set()
    # One of each form; where the events lack people or places, more of the other forms.
    for make in (_by_name_and_place, _by_month, _by_title, _by_title, _by_month):
        if len(examples) == HOW_MANY:
            break
        for event in tried:
            question = make(event)
            if question and event.id not in used and finds(question, event):
                examples.append(question)
                used.add(event.id)
                break
    return tuple(examples)


def _by_name_and_place(event: Event) -> str:
    if not event.people or not event.places:
        return ""
    return f"When was {event.people[0]} in {event.places[0]}?"


def _by_month(event: Event) -> str:
    day = event.date.earliest
    if event.date.is_interval or event.date.precision > Precision.YEAR:
        return ""
    if event.date.precision <= Precision.MONTH:
        return f"What happened in {MONTHS[day.month - 1]} {year_label(day.year)}?"
    return f"What happened in {year_label(day.year)}?"


def _by_title(event: Event) -> str:
    return event.title if len(event.title) <= LONGEST_TITLE else ""
