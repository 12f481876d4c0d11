"""Dates in every language: at the precision known, in the case and with the counters they need."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.periods import period_name
from bot.answers.wording.choosing import LANGUAGES, wording_for
from bot.answers.wording.ko import KOREAN
from bot.answers.wording.ru import RUSSIAN
from bot.answers.wording.times import Point, Relation, TimeName
from bot.search.when import read_period
from bot.timeline.dates import DateSpan, Day, Precision, parse_date

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("edtf", "russian", "korean"),
    [
        ("2019-04-25", "25 апреля 2019 г.", "2019년 4월 25일"),
        ("2000-07", "июль 2000 г.", "2000년 7월"),
        ("1949", "1949 г.", "1949년"),
        ("1949~", "около 1949 г.", "1949년경"),
        ("1949?", "1949 г. (предположительно)", "1949년 (불확실)"),
        ("1949-03%", "около марта 1949 г. (предположительно)", "1949년 3월경 (불확실)"),
        ("195X", "1950-е гг.", "1950년대"),
        ("195X~", "около 1950-х гг.", "1950년대 무렵"),
        ("19XX", "XX век", "20세기"),
        ("2022-22", "лето 2022 г.", "2022년 여름"),
        ("2022-24~", "около зимы 2022 г.", "2022년 겨울 무렵"),
        ("2006-10-14/2017-12-22", "14 октября 2006 г. – 22 декабря 2017 г.",
         "2006년 10월 14일~2017년 12월 22일"),
        ("2024-06-18/2024-06-19", "18–19 июня 2024 г.", "2024년 6월 18~19일"),
        ("2001-07-26/2001-08-18", "26 июля – 18 августа 2001 г.", "2001년 7월 26일~8월 18일"),
        ("2020-01/2020-02", "январь – февраль 2020 г.", "2020년 1~2월"),
        ("1964/2008", "1964–2008 гг.", "1964~2008년"),
        ("1950~/1953", "около 1950 г. – 1953 г.", "1950년경~1953년"),
        ("1990/..", "с 1990 г.", "1990년부터"),
        ("2022-03/..", "с марта 2022 г.", "2022년 3월부터"),
        ("2022-24/..", "с зимы 2022 г.", "2022년 겨울부터"),
        ("195X/..", "с 1950-х гг.", "1950년대부터"),
        ("1949~/..", "примерно с 1949 г.", "1949년경부터"),
        ("../1949", "по 1949 г.", "1949년까지"),
        ("../2022-21", "по весну 2022 г.", "2022년 봄까지"),
        ("../1949-03", "по март 1949 г.", "1949년 3월까지"),
        ("-0043-03-15", "15 марта 44 г. до н. э.", "기원전 44년 3월 15일"),
        ("0000", "1 г. до н. э.", "기원전 1년"),
        ("-005X", "60–51 гг. до н. э.", "기원전 60~51년"),
        ("-0050/-0040", "51–41 гг. до н. э.", "기원전 51~41년"),
        ("08XX", "IX век", "9세기"),
    ],
)  # fmt: skip
def test_a_date_is_shown_as_it_is_known(edtf: str, russian: str, korean: str) -> None:
    span = parse_date(edtf)
    assert (RUSSIAN.date_label(span), KOREAN.date_label(span)) == (russian, korean)


ONE_DATE = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: f"{day.year:04}-{day.month:02}"),
    st.tuples(st.integers(0, 9999), st.integers(21, 24)).map(lambda one: f"{one[0]:04}-{one[1]}"),
    st.integers(0, 9999).map(lambda year: f"{year:04}"),
    st.integers(1, 9999).map(lambda year: f"-{year:04}"),
    st.integers(0, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(1, 999).map(lambda decade: f"-{decade:03}X"),
    st.integers(0, 99).map(lambda century: f"{century:02}XX"),
)
MARKED = st.tuples(ONE_DATE, st.sampled_from(["", "~", "?", "%"])).map("".join)
SPANS = st.one_of(
    MARKED.map(parse_date),
    MARKED.map(lambda text: parse_date(f"{text}/..")),
    MARKED.map(lambda text: parse_date(f"../{text}")),
    st.tuples(MARKED, MARKED).map(
        lambda ends: parse_date(
            "/".join(
                sorted(ends, key=lambda end: (parse_date(end).earliest, parse_date(end).latest))
            )
        )
    ),
)


@settings(max_examples=150, deadline=None)
@given(SPANS, st.sampled_from(LANGUAGES))
def test_every_date_has_a_label_in_every_language(span: DateSpan, language: str) -> None:
    label = wording_for(language).date_label(span)
    assert label == label.strip() != ""
    assert "  " not in label
    assert "None" not in label
    if span.is_single_day and span.earliest.year > 0:
        assert {str(span.earliest.day), str(span.earliest.year)} <= set(
            label.replace("년", " ").replace("일", " ").split()
        )


@settings(max_examples=100, deadline=None)
@given(SPANS, st.sampled_from(["", "before x", "after x"]), st.sampled_from(LANGUAGES))
def test_every_period_can_be_named_and_said_to_be_empty(
    span: DateSpan, asked: str, language: str
) -> None:
    say, name = wording_for(language), period_name(span, asked=asked)
    assert say.times_label([name], is_doubtful=False)
    assert say.nothing_recorded([name, name], is_doubtful=True, is_worded=True)


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(LANGUAGES))
def test_what_buttons_offer_is_understood_in_every_language(day: date, language: str) -> None:
    say, first = wording_for(language), Day.from_date(day)
    for precision, edtf in (
        (Precision.DAY, day.isoformat()),
        (Precision.MONTH, f"{day.year}-{day.month:02}"),
        (Precision.YEAR, str(day.year)),
    ):
        asked = say.asked(Point.at(first, precision))
        assert str(read_period(asked, today=TODAY)) == edtf, asked
    decade = Day(day.year // 10 * 10, 1, 1)
    read = read_period(say.asked(Point.at(decade, Precision.DECADE)), today=TODAY)
    assert isinstance(read, DateSpan)
    assert (read.earliest.year, read.latest.year) == (decade.year, decade.year + 9)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", [-43, 0, 1, 500, 999])
def test_ancient_years_are_offered_so_that_they_are_understood(language: str, year: int) -> None:
    asked = wording_for(language).asked(Point.at(Day(year, 1, 1), Precision.YEAR))
    read = read_period(asked, today=TODAY)
    assert isinstance(read, DateSpan)
    assert (read.earliest.year, read.latest.year) == (year, year)


def name_of(edtf: str) -> TimeName:
    """Return the name of a time asked for."""
    return period_name(parse_date(edtf))


@pytest.mark.parametrize(
    ("names", "russian", "korean"),
    [
        ([name_of("2022")], "За 2022 г. ничего не записано.", "2022년에는 기록이 없습니다."),
        ([name_of("2022-03")], "За март 2022 г. ничего не записано.",
         "2022년 3월에는 기록이 없습니다."),
        ([name_of("2022-24")], "За зиму 2022 г. ничего не записано.",
         "2022년 겨울에는 기록이 없습니다."),
        ([name_of("2030/..")], "С 2030 г. ничего не записано.", "2030년부터는 기록이 없습니다."),
        ([name_of("../1900")], "По 1900 г. ничего не записано.", "1900년까지는 기록이 없습니다."),
        ([TimeName(Relation.BEFORE, start=Point.of(parse_date("1900")))],
         "До 1900 г. ничего не записано.", "1900년 이전에는 기록이 없습니다."),
        ([TimeName(Relation.AFTER, start=Point.of(parse_date("2030-05")))],
         "После мая 2030 г. ничего не записано.", "2030년 5월 이후에는 기록이 없습니다."),
        ([name_of("1850"), name_of("1851")], "За 1850 г. и за 1851 г. ничего не записано.",
         "1850년과 1851년에는 기록이 없습니다."),
        ([TimeName(Relation.EVERY_YEAR, recurring=(5, 26))],
         "За 26 мая любого года ничего не записано.", "매년 5월 26일에는 기록이 없습니다."),
    ],
)  # fmt: skip
def test_an_empty_time_is_named_in_the_case_that_the_sentence_needs(
    names: list[TimeName], russian: str, korean: str
) -> None:
    assert (RUSSIAN.nothing_recorded(names), KOREAN.nothing_recorded(names)) == (russian, korean)
