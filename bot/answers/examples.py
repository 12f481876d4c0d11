"""Example questions that work, made from the loaded timeline by rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.language import language_of
from bot.answers.wording.times import FIRST_PLAIN_YEAR, Point
from bot.answers.wording.wording import Wording
from bot.search.terms import tokens
from bot.timeline.dates import Precision
from bot.timeline.day import Day
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline

HOW_MANY = 3
LONGEST_TITLE = 120  # characters of a title that can be offered as a question
YEARS_BEFORE = 2  # in the example of a range
SAMPLE = Day(2022, 5, 26)  # shows how times are written where nothing is dated


def make_examples(
    timeline: Timeline, finds: Callable[[str, Event], bool], *, say: Wording
) -> tuple[str, ...]:
    """Return up to three questions about turning points of `timeline`.

    `finds` tells whether a question is really answered with the event; only such
    questions are offered.
    """
    tried = timeline.weightiest
    examples: list[str] = []
    used: set[str] = set()
    is_own = _is_own_language(timeline, say.code)
    called = {} if is_own else _called(timeline, say.code)
    for make in _forms(say, is_own=is_own):
        if len(examples) == HOW_MANY:
            break
        for event in tried:
            question = make(event, called, say=say)
            if question and event.id not in used and finds(question, event):
                examples.append(question)
                used.add(event.id)
                break
    return tuple(examples)


def _is_own_language(timeline: Timeline, language: str) -> bool:
    """Whether the entries are in this language, so that a title can be asked for as it stands."""
    return any(language in info.languages or not info.languages for info in timeline.infos)


def _called(timeline: Timeline, language: str) -> dict[str, str]:
    """Return what names are called in a language, where they have an alias in its script."""
    called: dict[str, str] = {}
    for info in timeline.infos:
        for name in info.names:
            own = [alias for alias in name.aliases if language_of(alias) == language]
            if own:
                called[name.canonical] = max(own, key=lambda alias: len(alias.split()))
    return called


def make_periods(timeline: Timeline, *, say: Wording) -> tuple[str, ...]:
    """Return a year, a month, a day, a range and a decade that hold entries of `timeline`."""
    days = (e.date.earliest for e in timeline.weightiest if e.date.is_single_day)
    day = next((day for day in days if day.year >= FIRST_PLAIN_YEAR), None)
    earliest = timeline.earliest
    if day is None or earliest is None:
        day = earliest = SAMPLE._replace(year=SAMPLE.year)
    year, first = day.year, max(day.year - YEARS_BEFORE, earliest.year)
    several = (f"{first}..{year}",) if FIRST_PLAIN_YEAR <= first < year else ()
    return (
        say.asked(Point.at(day, Precision.YEAR)),
        say.asked(Point.at(day, Precision.MONTH)),
        f"{year}-{day.month:02}-{day.day:02}",
        *several,
        say.typed(Point.at(Day(year // 10 * 10, 1, 1), Precision.DECADE)),
    )


def _by_name_and_place(event: Event, called: Mapping[str, str], *, say: Wording) -> str:
    if not event.people or not event.places:
        return ""
    person, place = event.people[0], event.places[0]
    if called and not {person, place} <= called.keys():
        return ""  # half of it would be in another script
    said = set(tokens(event.title))
    ask = say.when_was if said.issuperset(tokens(place)) else say.about
    return ask(called.get(person, person), called.get(place, place))


def _by_month(event: Event, _called: Mapping[str, str], *, say: Wording) -> str:
    day = event.date.earliest
    if event.date.is_interval or event.date.precision > Precision.YEAR:
        return ""
    is_month = event.date.precision <= Precision.MONTH
    return say.what_happened(day.year, day.month if is_month else None)


def _by_title(event: Event, _called: Mapping[str, str], *, say: Wording) -> str:
    return say.when_titled(event.title) if len(event.title) <= LONGEST_TITLE else ""


# One of each form; where the events lack people or places, more of the other forms.
_FORMS = (_by_name_and_place, _by_month, _by_title, _by_title, _by_month)
_FORMS_IN_TRANSLATION = (_by_name_and_place, _by_month, _by_name_and_place, _by_month, _by_title)
# Where a title makes a whole question, and names would have to be bent.
_FORMS_BY_TITLE = (_by_title, _by_month, _by_title, _by_month)


def _forms(say: Wording, *, is_own: bool) -> tuple[Callable[..., str], ...]:
    if not is_own:
        return _FORMS_IN_TRANSLATION
    return _FORMS_BY_TITLE if say.when_titled("") else _FORMS
