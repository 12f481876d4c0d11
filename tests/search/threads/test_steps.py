"""What the words of a follow-up say of its place in a thread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.dates.shifts import SEASONS, Shift, take_season, take_shift
from bot.search.threads.steps import Step, read_leaning
from bot.timeline.day import Day


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("and after that?", Step.AFTER),
        ("what happened next?", Step.AFTER),
        ("then what", Step.AFTER),
        ("а что было потом?", Step.AFTER),
        ("что было дальше", Step.AFTER),
        ("그 다음에는?", Step.AFTER),
        ("who came after him?", Step.NEXT_OF_KIND),
        ("and the next flight?", Step.AFTER),
        ("the next flight after the launch", None),
        ("was there one before it?", Step.LAST_OF_KIND),
        ("and before that", Step.BEFORE),
        ("а до этого?", Step.BEFORE),
        ("그 전에는?", Step.BEFORE),
        ("when did they meet next?", Step.NEXT_OF_KIND),
        ("did he come again?", Step.NEXT_OF_KIND),
        ("а в следующий раз?", Step.NEXT_OF_KIND),
        ("the previous one", Step.LAST_OF_KIND),
        ("and the one after?", Step.NEXT_OF_KIND),
        ("the one right after that", Step.NEXT_OF_KIND),
        ("and after that one?", Step.NEXT_OF_KIND),
        ("and the next ones?", Step.NEXT_OF_KIND),
        ("and the one before", Step.LAST_OF_KIND),
        ("is there a successor yet?", Step.NEXT_OF_KIND),
        ("who will replace him", Step.NEXT_OF_KIND),
        ("what took its place?", Step.NEXT_OF_KIND),
        ("а нового уже назначили?", Step.NEXT_OF_KIND),
        ("and after him?", Step.NEXT_OF_KIND),
        ("who was there before her", Step.LAST_OF_KIND),
        ("who was his predecessor", Step.LAST_OF_KIND),
        ("has she been back since", Step.AFTER),
        ("any later figures?", Step.AFTER),
        ("was there an earlier delivery", Step.BEFORE),
        ("any others?", Step.OTHER),
        ("any more of those?", Step.OTHER),
        ("where did she go after that", Step.NEXT_DEED),
        ("where did she go from there", Step.NEXT_DEED),
        ("and where to next?", Step.NEXT_DEED),
        ("who was there?", None),
        ("what about 2022", None),
    ],
)
def test_the_step_is_read(question: str, step: Step | None) -> None:
    assert read_leaning(question).step is step


@pytest.mark.parametrize("question", ["and Lavrov?", "what about 2022", "а Лавров?", "2022년은?"])
def test_a_topic_without_a_question_stands_in_for_one(question: str) -> None:
    assert read_leaning(question).is_elliptic


@pytest.mark.parametrize(
    "question",
    [
        "how many tests were there",
        "is it true that the bridge opened",
        "there was a summit",
        "when did the bridge open",
    ],
)
def test_words_that_only_fill_a_sentence_point_nowhere(question: str) -> None:
    assert not read_leaning(question).points_back


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("the year after", Shift("year", 1)),
        ("a month earlier", Shift("month", -1)),
        ("two days later", Shift("day", 2)),
        ("ten years before", Shift("year", -10)),
        ("that same year", Shift("year", 0)),
        ("the previous week", Shift("week", -1)),
        ("через два года", Shift("year", 2)),
        ("годом позже", Shift("year", 1)),
        ("за год до", Shift("year", -1)),
        ("в том же месяце", Shift("month", 0)),
        ("3년 후", Shift("year", 3)),
        ("두 달 전", Shift("month", -2)),
        ("이듬해", Shift("year", 1)),
        ("그 해", Shift("year", 0)),
        ("after the summit", None),
        ("next", None),
    ],
)
def test_steps_in_time_are_read(text: str, shift: Shift | None) -> None:
    assert take_shift(text)[0] == shift


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("later that summer", Day(1960, 6, 20), "1960-22"),
        ("the same autumn", Day(1960, 11, 30), "1960-23"),
        ("earlier that spring", Day(1960, 6, 6), "1960-21"),
        ("that same winter", Day(1961, 1, 10), "1960-24"),
        ("той же осенью", Day(1960, 8, 30), "1960-23"),
        ("그해 봄에", Day(1960, 2, 1), "1960-21"),
    ],
)
def test_that_season_is_the_one_it_lies_in_or_the_nearest(
    text: str, day: Day, expected: str
) -> None:
    shift, rest = take_season(text)
    assert shift is not None
    assert shift.unit in SEASONS
    assert shift.span_from(day).edtf == expected
    assert not any(season in rest for season in SEASONS)


@pytest.mark.parametrize("text", ["last summer", "did that fall through", "in the summer"])
def test_other_seasons_are_counted_from_nothing_shown(text: str) -> None:
    assert take_season(text) == (None, text)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    read_leaning(text)


@pytest.mark.parametrize(
    ("text", "days"), [("사흘 뒤 회담", 3), ("열흘 전", -10), ("보름 후에", 15), ("이튿날", 1)]
)
def test_days_are_counted_in_native_korean(text: str, days: int) -> None:
    shift, _ = take_shift(text)
    assert shift == Shift("day", days)
