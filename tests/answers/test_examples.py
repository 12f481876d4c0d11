"""Example questions in every language: made from the data, by rule, and known to work."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers.examples import make_periods
from bot.answers.responder import Responder
from bot.answers.wording.choosing import LANGUAGES, wording_for
from bot.search.indexing.building import build_index
from bot.search.when import read_period
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_name, make_timeline

DAY = date(2026, 3, 2)


def flights(**fields: Any) -> Timeline:
    """Return a timeline of flights whose names have aliases in other scripts."""
    return make_timeline(
        make_event("1909-channel", "1909-07-25", "Louis Blériot lands behind the castle",
                   people=["Louis Blériot"], places=["Dover"], significance=3),
        make_event("1927-paris", "1927-05", "A crowd greets Charles Lindbergh",
                   people=["Charles Lindbergh"], places=["Paris"], significance=2),
        make_event("1937-fire", "1937", "An airship burns", significance=2),
        names=(
            make_name("Louis Blériot", "Блерио", "Луи Блерио", "루이 블레리오"),
            make_name("Dover", "Дувр", "도버", kind="places"),
            make_name("Charles Lindbergh", "Линдберг", "린드버그"),
        ),
        **fields,
    )  # fmt: skip


def examples(timeline: Timeline, language: str) -> tuple[str, ...]:
    """Return the examples of the help."""
    return Responder(build_index(timeline)).examples(language)


def test_names_are_called_as_they_are_called_in_the_language() -> None:
    timeline = flights(languages=("en",))
    assert examples(timeline, "ru")[:2] == (
        "Когда это было: Луи Блерио, Дувр?",
        "Что произошло в 1937 году?",
    )
    assert examples(timeline, "ko")[:2] == (
        "루이 블레리오와 도버에 대해 무엇이 기록되어 있습니까?",
        "1937년에 무슨 일이 있었습니까?",
    )
    assert examples(timeline, "en")[:2] == (
        "What is recorded about Louis Blériot and Dover?",
        "What happened in 1937?",
    )


def test_a_place_where_nobody_is_said_to_have_been_is_only_what_an_entry_is_about() -> None:
    event = make_event(
        "a", "1909-07-25", "Ada Byron is written to", people=["Ada Byron"], places=["Dover"]
    )
    timeline = make_timeline(event, languages=("en",))
    assert examples(timeline, "en")[0] == "What is recorded about Ada Byron and Dover?"


def test_a_russian_title_is_asked_for_in_a_whole_sentence() -> None:
    timeline = make_timeline(make_event("a", "1909-07-25", "Закладка порта"), languages=("ru",))
    assert examples(timeline, "ru")[0] == "Когда это было: Закладка порта?"


def test_titles_are_offered_first_where_the_entries_are_in_the_language() -> None:
    assert "A crowd greets Charles Lindbergh" in examples(flights(languages=("en",)), "en")
    assert "Что произошло в мае 1927 года?" in examples(flights(languages=("en",)), "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_in_its_language_and_answered(language: str) -> None:
    responder = Responder(build_index(flights()))
    for example in responder.examples(language):
        answer = responder.answer(example, today=DAY)
        assert answer.is_answered
        assert answer.language == language or example in {e.title for e in responder.index.events}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_dated", [True, False])
def test_every_period_of_the_help_is_understood(language: str, is_dated: bool) -> None:
    timeline = flights() if is_dated else make_timeline(make_event("a", "1949~"))
    for period in make_periods(timeline, say=wording_for(language)):
        assert read_period(period, today=DAY) is not None, period
