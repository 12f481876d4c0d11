"""Date phrases: two corpora, the offsets of what was read, and what no input may do."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.dates import calendar_phrases, calendar_words
from bot.search.dates.date_tokens import names_nothing, read_tokens
from bot.search.when import DatePhrase, find_phrases, read_period
from bot.timeline.dates import DISTANT_PAST, DateSpan, Day, parse_date

CORPUS = Path(__file__).parent.parent / "corpus"
TODAY = date(2026, 11, 23)


def read_corpus(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load((CORPUS / name).read_text("utf-8"))
    return rows


def sure_phrases(text: str, *, today: date = TODAY) -> list[DatePhrase]:
    return [phrase for phrase in find_phrases(text, today=today) if not phrase.is_latent]


def bounds(span: DateSpan) -> tuple[Day, Day]:
    return span.earliest, span.latest


def rest(text: str) -> str:
    """What is left of a text once its date phrases are cut out."""
    for phrase in reversed(find_phrases(text, today=TODAY)):
        text = text[: phrase.start] + text[phrase.end :]
    return " ".join(text.split())


DATES = read_corpus("dates.yaml")
NOT_DATES = read_corpus("not-dates.yaml")


@pytest.mark.parametrize("row", DATES, ids=lambda row: row["text"])
def test_a_phrase_of_the_corpus_means_its_time(row: dict[str, Any]) -> None:
    found = sure_phrases(row["text"], today=date.fromisoformat(row.get("today", "2026-11-23")))
    assert len(found) == 1
    month, _, day = row.get("recurring", "").partition("-")
    spans = row.get("spans", [row["span"]] if "span" in row else [])
    assert found[0].recurring == ((int(month), int(day) if day else None) if month else None)
    assert [bounds(span) for span in found[0].spans] == [bounds(parse_date(t)) for t in spans]


@pytest.mark.parametrize("text", NOT_DATES)
def test_a_text_of_the_negative_corpus_names_no_time(text: str) -> None:
    assert sure_phrases(text) == []


def test_the_corpora_are_large_enough_and_hold_nothing_twice() -> None:
    texts = [(row["text"], row.get("today")) for row in DATES]
    assert len(texts) >= 250
    assert len(NOT_DATES) >= 120
    assert len(set(texts)) == len(texts)
    assert len(set(NOT_DATES)) == len(NOT_DATES)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("sanctions in 2016", "sanctions"),
        ("what happened since May 2022 in Moscow", "what happened in Moscow"),
        ("trade between 2019 and 2021, any?", "trade , any?"),
        ("санкции в 2019 году", "санкции"),
        ("2019년에 무슨 일이", "무슨 일이"),
        ("2019년부터 2021년까지 무역", "무역"),
        ("who came two years ago?", "who came ?"),
        ("İİ summit in ２０１９ ok", "İİ summit ok"),
        ("resolution 1718 in 2006", "resolution 1718"),
        ("on 15 march 500 soldiers came", "500 soldiers came"),
        ("what came after the 2019 summit", "what came after summit"),
    ],
)
def test_what_is_asked_is_left_when_the_time_is_cut_out(text: str, asked: str) -> None:
    assert rest(text) == asked


def test_two_times_are_two_phrases_when_prepositions_part_them() -> None:
    found = find_phrases("since 2019 but before 2022", today=TODAY)
    assert [span.edtf for phrase in found for span in phrase.spans] == [
        "2019-01-01/..",
        "../2021-12-31",
    ]


def test_a_list_of_years_is_one_phrase_that_any_of_them_fits() -> None:
    (found,) = find_phrases("in 2016, 2017 and 2018", today=TODAY)
    assert [span.edtf for span in found.spans] == ["2016", "2017", "2018"]


@pytest.mark.parametrize(
    "text", ["25", "May", "Expo 2020", "9/11", "the 1718 committee", "2397", "in summer", "Friday"]
)
def test_words_that_only_might_be_a_date_are_latent(text: str) -> None:
    assert [phrase.is_latent for phrase in find_phrases(text, today=TODAY)] == [True]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022", "2022"),
        ("May 2022", "2022-05"),
        ("2022-05-26", "2022-05-26"),
        ("2019..2021", "2019/2021"),
        ("2010s", "201X"),
        ("the 1990s", "199X"),
        ("  2022? ", "2022"),
        ("yesterday", "2026-11-22"),
        ("before 1950", "../1949-12-31"),
        ("2019년", "2019"),
        ("в мае 2022", "2022-05"),
    ],
)
def test_a_whole_text_is_read_as_one_period(text: str, edtf: str) -> None:
    found = read_period(text, today=TODAY)
    assert isinstance(found, DateSpan)
    assert found.edtf == edtf


def test_a_day_or_month_of_any_year_is_read_as_recurring() -> None:
    assert read_period("25 April", today=TODAY) == (4, 25)
    assert read_period("May", today=TODAY) == (5, None)
    assert read_period("on this day", today=TODAY) == (11, 23)


@pytest.mark.parametrize(
    "text", ["", "25", "Vladivostok 2019", "2019 or not", "2019 x 2021", "9" * 500]
)
def test_a_text_that_is_more_or_less_than_a_period_is_none(text: str) -> None:
    assert read_period(text, today=TODAY) is None


def test_before_a_year_begins_in_the_distant_past() -> None:
    (found,) = find_phrases("before 1950", today=TODAY)
    assert bounds(found.spans[0]) == (DISTANT_PAST, Day(1949, 12, 31))


@pytest.mark.parametrize("today", [date.min, date.max, date(2024, 2, 29)])
@pytest.mark.parametrize("row", DATES[::7], ids=lambda row: row["text"])
def test_no_day_of_asking_makes_a_phrase_raise(row: dict[str, Any], today: date) -> None:
    find_phrases(row["text"], today=today)


WORDS = st.sampled_from(
    "in on the of since from to between and before after until may march april 25 25th 1 31 "
    "2019 1718 '84 90s 2000s last this next two few years year month ago week century summer "
    "quarter half first early end mid - – , . .. / ( ) ? 2019-04-25 04/05/2019 12-17 2019-21 "
    "резолюция в до после мая год года лет назад 90-х конце 년 월 일 전 이후 부터 까지 작년 2019년 "
    "4월 bc ad new year's day on this no. resolution febuary 9999 centuries 0 00 99".split()
)
SENTENCES = st.lists(WORDS, max_size=25).flatmap(
    lambda words: st.sampled_from([" ", "", "-"]).map(lambda joint: joint.join(words))
)
TEXTS = st.one_of(st.text(max_size=80), SENTENCES)
DAYS = st.dates()


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_phrases_of_any_text_are_ordered_apart_and_inside_it(text: str, today: date) -> None:
    end = 0
    for phrase in find_phrases(text, today=today):
        assert end <= phrase.start < phrase.end <= len(text)
        assert bool(phrase.spans) != bool(phrase.recurring)
        assert all(span.earliest <= span.latest for span in phrase.spans)
        end = phrase.end


@settings(max_examples=200, deadline=None)
@given(TEXTS, DAYS)
def test_read_period_of_any_text_never_raises(text: str, today: date) -> None:
    read_period(text, today=today)


@settings(max_examples=100, deadline=None)
@given(DAYS.filter(lambda day: 1000 <= day.year <= 2999))
def test_a_day_is_the_same_however_it_is_written(day: date) -> None:
    months = "January February March April May June July August September October November December"
    month = months.split()[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.year}년 {day.month}월 {day.day}일",
    ):
        (found,) = find_phrases(text, today=TODAY)
        assert [str(span) for span in found.spans] == [day.isoformat()]


def count_calls(action: Callable[[], object]) -> int:
    """Count the functions called, Python's and the interpreter's own: work without a clock."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "shape",
    [
        "who met whom ", "25 April 2019, ", "1 2 3 ", "9", "1.", "1-2-", "2016 and ", "may ",
        "'9", "in the ", "9999 centuries ago ", "년부터", "2019년 ", "가나다", " ", "febuary 25 ",
        "2016,", "30 February 2019 ", "on this   ", "new year's ", "a-1/b.2_", "🎉", "İ",
        "between 2019 and ",
    ],
)  # fmt: skip
def test_work_grows_no_faster_than_the_text(shape: str) -> None:
    def ask(length: int) -> Callable[[], object]:
        text = shape * (length // len(shape))
        return lambda: find_phrases(text, today=TODAY)

    ask(10_000)()  # fills the caches
    assert count_calls(ask(10_000)) <= 2.2 * count_calls(ask(5_000)) + 100


WORDS_OF_TIME = [
    word for word in (*calendar_words.WORDS, *calendar_phrases.PHRASES) if word.isascii()
]


@given(st.lists(st.sampled_from([*WORDS_OF_TIME, "harbour", "opened", "Ada's", "?", "o'clock"])))
def test_a_quick_look_passes_by_no_text_that_names_a_time(words: list[str]) -> None:
    text = " ".join(words)
    symbols = {token.symbol for token in read_tokens(text, today=TODAY)}
    for symbol in ("month", "relative", "holiday", "reading", "year"):
        assert symbol not in symbols or not names_nothing(text, frozenset([symbol, "reading"]))


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("1961", True),
        ("the 1961 treaty", True),
        ("договор 61 года", True),
        ("61년 조약", True),
        ("the treaty of 1961", True),
        ("the plan for 2015-16", True),
        ("in 1961", False),
        ("в 61 году", False),
        ("last year", False),
        ("작년", False),
    ],
)
def test_a_year_without_a_preposition_may_belong_to_its_thing(text: str, is_bare: bool) -> None:
    (found,) = find_phrases(text, today=TODAY)
    assert found.is_bare_year is is_bare
