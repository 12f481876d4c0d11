"""The three catalogues say the same: complete, with the same blanks, nothing left in English."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from bot.answers.durations import Apart
from bot.answers.smalltalk import Talk
from bot.answers.wording.choosing import LANGUAGES, wording_for
from bot.answers.wording.times import Grain, Point, Relation, TimeName
from bot.answers.wording.wording import Wording
from bot.timeline.dates import parse_date

OTHERS = [code for code in LANGUAGES if code != "en"]
DAY, MONTH = Point.of(parse_date("2019-04-25")), Point.of(parse_date("2019-04"))
YEAR, LATER = Point.of(parse_date("2019")), Point.of(parse_date("2021"))
NAMES = (TimeName(span=parse_date("2019")), TimeName(Relation.SINCE, start=YEAR))

# Every method that a language has of its own, called in the ways in which it says different things.
CALLS: dict[str, list[tuple[tuple[Any, ...], dict[str, Any]]]] = {
    "after": [((YEAR,), {})],
    "and_more": [((n,), {}) for n in (1, 3, 21)],
    "and_more_sources": [((n,), {}) for n in (1, 3, 21)],
    "typed": [((point,), {}) for point in (DAY, MONTH, YEAR)],
    "apart_heading": [
        ((Apart(4, 4, 19, 1602),), {}),
        ((Apart(0, 0, 19, 19),), {}),
        ((Apart(63, 0, 0, None),), {}),
        ((Apart(0, 0, 0, 0),), {}),
    ],
    "counted_from": [(("1961", "7"), {})],
    "ago_heading": [((Apart(4, 4, 19, 1602),), {}), ((Apart(63, 0, 0, None),), {})],
    "lasted_heading": [((n,), {}) for n in (2, 6, 21)],
    "people_heading": [((["1"],), {}), ((list("1234567"),), {})],
    "named_heading": [((["1"],), {}), ((list("1234567"),), {})],
    "places_heading": [((["1"],), {}), ((["1", "2"],), {})],
    "before": [((YEAR,), {})],
    "choices_heading": [((n,), {"most": 7}) for n in (1, 2, 21)],
    "count_heading": [((n,), {}) for n in (1, 3)],
    "count_of_page": [((5, 26), {})],
    "coverage": [((3, (1945, 2026)), {}), ((3, (1945, 1945)), {}), ((3, None), {})],
    "day_of_year": [((4, 25), {}), ((4, None), {})],
    "days": [((DAY, DAY), {})],
    "entries": [((n,), {}) for n in (1, 3, 21)],
    "from_to": [((YEAR, LATER), {})],
    "hours": [((n,), {}) for n in (1, 3)],
    "interval": [((YEAR, LATER), {})],
    "join_words": [((["1", "2", "3"],), {}), ((list("1234567"),), {})],
    "months": [((MONTH, MONTH), {})],
    "nearest_in_time_note": [
        ((), {"is_before": is_before, "is_after": is_after})
        for is_before in (True, False)
        for is_after in (True, False)
    ],
    "nearest_note": [((n,), {"is_unrelated": flag}) for n in (1, 3) for flag in (True, False)],
    "no_such_day": [((2022, 2), {"days": 28}), ((None, 2), {"days": 29})],
    "none_so_high": [((n,), {}) for n in (2, 7, 10, 11, 42)],
    "nothing_on_day": [((4, 25), {})],
    "nothing_on_day_yet": [((4, 25), {"year": 1950})],
    "nothing_recorded": [
        ((NAMES[:n],), {"is_doubtful": doubt, "is_worded": worded})
        for n in (1, 2)
        for doubt in (True, False)
        for worded in (True, False)
    ],
    "on_this_day": [((4, 25), {})],
    "only_so_many": [((n,), {}) for n in (1, 3)],
    "page_of": [((6, 10), {"total": 26}), ((6, 6), {"total": 26})],
    "point": [((point,), {}) for point in (DAY, MONTH, YEAR)],
    "questions": [((n,), {}) for n in (1, 3)],
    "remembered": [((22,), {"is_moved": flag}) for flag in (True, False)],
    "same_date_heading": [((grain, 3), {}) for grain in Grain],
    "searched_for": [((["1", "2"],), {})],
    "several_heading": [((3,), {})],
    "show_more": [((21,), {})],
    "since": [((YEAR,), {})],
    "this_month": [(([1945, 1950],), {})],
    "times_label": [((NAMES,), {"is_doubtful": flag}) for flag in (True, False)],
    "too_many": [((n,), {}) for n in (1, 3, 21)],
    "too_many_here": [((n,), {}) for n in (1, 3, 21)],
    "until": [((YEAR,), {})],
    "weekday_and_day": [((date(2026, 3, day),), {}) for day in range(1, 8)],
    "what_happened": [((2019, 4), {}), ((2019, None), {}), ((-43, None), {})],
    "when_was": [(("1", "2"), {})],
    "year_label": [((2019,), {}), ((-43,), {})],
    "years_ago": [((n,), {}) for n in (1, 3, 21)],
}

# What is typed or stands so in Slack, in every language.
NAMES_OF_THINGS = frozenset(
    "id ID EVENT-ID today latest random command periods Slack Connect README timeline-bot manifest "
    "slack all Messages Find in timeline invite name subscribe subscriptions unsubscribe pause "
    "resume preview Europe Moscow Asia Seoul".split()
)


def texts(say: Wording) -> Iterator[tuple[str, str]]:
    """Yield every text of the fields, with the name of its place."""
    for field in fields(Wording):
        value = getattr(say, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, Mapping):
            yield from ((f"{field.name} {key}", text) for key, text in value.items())
        else:
            yield from ((f"{field.name} {at}", text) for at, text in enumerate(value))


def spoken(say: Wording) -> Iterator[tuple[str, str]]:
    """Yield what the methods say, with the call that says it."""
    for name, calls in CALLS.items():
        for arguments, named in calls:
            yield f"{name}{arguments}{named}", getattr(say, name)(*arguments, **named)


def blanks(text: str) -> set[str]:
    """Return the names of what is filled into a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def latin_words(text: str) -> set[str]:
    """Return the words in Latin letters that are no names of things."""
    text = re.sub(r"\{\w+\}", " ", text)
    return set(re.findall(r"[A-Za-z][A-Za-z-]*", text)) - NAMES_OF_THINGS


def test_every_language_has_a_catalogue_of_its_own() -> None:
    assert [wording_for(code).code for code in LANGUAGES] == list(LANGUAGES)
    assert wording_for("fr") is wording_for("en")


def test_every_phrase_that_a_language_must_word_is_tried_here() -> None:
    assert set(CALLS) == Wording.__abstractmethods__ - {"no_date"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_text_is_empty(code: str) -> None:
    assert [place for place, text in texts(wording_for(code)) if not text.strip()] == []


@pytest.mark.parametrize("code", OTHERS)
def test_every_language_fills_the_same_blanks(code: str) -> None:
    english = {place: blanks(text) for place, text in texts(wording_for("en"))}
    assert {place: blanks(text) for place, text in texts(wording_for(code))} == english


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_small_talk_has_its_reply(code: str) -> None:
    assert set(wording_for(code).replies) == set(Talk)


@pytest.mark.parametrize("code", OTHERS)
def test_no_text_is_left_in_english(code: str) -> None:
    say = wording_for(code)
    english = dict(texts(wording_for("en")))
    left = {place: latin_words(text) for place, text in texts(say) if place != "code"}
    assert {place: words for place, words in left.items() if words} == {}
    assert [place for place, text in texts(say) if text == english[place]] == []


@pytest.mark.parametrize("code", OTHERS)
def test_no_phrase_is_left_in_english(code: str) -> None:
    say = wording_for(code)
    left = {
        call: latin_words(text)
        for call, text in spoken(say)
        if latin_words(text) - {"XX", "XXI", "XIX"}
    }
    assert left == {}
    assert not latin_words(say.no_date)


LETTERS = {"en": r"[A-Za-z]", "ru": r"[А-Яа-яЁё]", "ko": r"[가-힣]"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_whole_sentences_are_in_the_letters_of_their_language(code: str) -> None:
    for place, text in texts(wording_for(code)):
        if place != "code":
            assert re.search(LETTERS[code], text), place


@pytest.mark.parametrize("code", LANGUAGES)
def test_quotes_are_those_of_the_language(code: str) -> None:
    strange = {"en": "«»‘", "ru": '“”‘’"', "ko": '“”«»"'}[code]
    say = wording_for(code)
    said = [*texts(say), *spoken(say)]
    assert [place for place, text in said if any(mark in text for mark in strange)] == []
