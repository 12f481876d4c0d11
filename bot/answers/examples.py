"""Example questions that work, made from the loaded timeline by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.answers.phrases import MONTHS, year_label
from bot.timeline.dates import Precision
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

HOW_MANY = 3
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
    for make in (_by_name_and_place, _by_month, _by_title):
        for event in tried:
            question = next(make(event), "")
            if not question or event.id in used or not finds(question, event):
                continue
            examples.append(question)
            used.add(event.id)
            break
    return tuple(examples[:HOW_MANY])


def _by_name_and_place(event: Event) -> Iterator[str]:
    if event.people and event.places:
        yield f"When was {event.people[0]} in {event.places[0]}?"


def _by_month(event: Event) -> Iterator[str]:
    span = event.date
    if span.precision <= Precision.MONTH and not span.is_interval:
        month = MONTHS[span.earliest.month - 1]
        yield f"What happened in {month} {year_label(span.earliest.year)}?"
    elif span.precision is Precision.YEAR and not span.is_interval:
        yield f"What happened in {year_label(span.earliest.year)}?"


def _by_title(event: Event) -> Iterator[str]:
    if len(event.title) <= 120:
        yield event.title
