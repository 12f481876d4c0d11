"""Periods: what they are called, what lies in them, and what lies next to them."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer, AnswerKind
from bot.answers.periods import neighbours, period_name, read_times
from bot.answers.responder import Responder
from bot.answers.wording.en import ENGLISH
from bot.search.indexing.building import build_index
from bot.search.when import read_period
from bot.timeline.dates import DateSpan, parse_date
from tests.examples import make_event, make_timeline

DAY = date(2026, 3, 2)
TIMELINE = make_timeline(
    make_event("war", "1945-08-09", "A war ends"),
    make_event("founding", "1948", "A state is founded"),
    make_event("pact", "1961-07-06", "A pact is signed"),
    make_event("long", "1964/1966", "Talks go on"),
    make_event("visit", "2022-05-26", "A visit"),
    make_event("again", "2022-06-20", "Another visit"),
    make_event("summit", "2023-09-13", "A summit"),
    make_event("late", "2024-05-04", "A late visit"),
)
RESPONDER = Responder(build_index(TIMELINE))


def show(text: str) -> Answer:
    """Return what is answered to a period in words."""
    return RESPONDER.reply(text, today=DAY, random=Random(1))


def ids(answer: Answer) -> list[str]:
    """Return the ids of the entries shown."""
    return [entry.id for entry in answer.entries]


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("2022", "2022"),
        ("May 2022", "May 2022"),
        ("2022-05-26", "26 May 2022"),
        ("2019..2021", "2019 to 2021"),
        ("2010s", "2010s"),
        ("19th century", "19th century"),
        ("since 2024", "since 2024"),
        ("since May 2024", "since May 2024"),
        ("since 4 May 2024", "since 4 May 2024"),
        ("before 1946", "before 1946"),
        ("before May 1946", "before May 1946"),
        ("after 2020", "after 2020"),
        ("until 1950", "until 1950"),
        ("first half of 2022", "January to June 2022"),
        ("May 2021 to June 2022", "May 2021 to June 2022"),
    ],
)
def test_a_period_is_called_as_it_was_asked_for(asked: str, label: str) -> None:
    times = read_times(asked, today=DAY)
    assert times is not None
    assert ENGLISH.times_label(times.names, is_doubtful=times.is_doubtful) == label


def test_an_open_period_begins_its_heading_with_a_capital() -> None:
    assert show("since 2024").heading == "Since 2024: 1 entry"
    assert show("before 1946").heading == "Before 1946: 1 entry"


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("1850", "Nothing is recorded for 1850."),
        ("1850s", "Nothing is recorded for the 1850s."),
        ("before 1900", "Nothing is recorded before 1900."),
        ("since 2030", "Nothing is recorded since 2030."),
    ],
)
def test_an_empty_period_is_named_in_a_whole_sentence(asked: str, heading: str) -> None:
    assert show(asked).heading == heading


def test_the_date_is_not_said_twice_in_a_row() -> None:
    assert show("26 May 2022").heading == "1 entry for that day"
    assert show("1948").heading == "1 entry for that year"
    assert show("May 2022").heading == "May 2022: 1 entry"


# Several periods at once


@pytest.mark.parametrize(
    ("asked", "heading", "found"),
    [
        ("2022 2023", "2022 and 2023: 3 entries", ["visit", "again", "summit"]),
        ("2022 and 2023", "2022 and 2023: 3 entries", ["visit", "again", "summit"]),
        ("2022, 2023 and 2024", "2022, 2023 and 2024: 4 entries",
         ["visit", "again", "summit", "late"]),
        ("May and June 2022", "May 2022 and June 2022: 2 entries", ["visit", "again"]),
        ("2022 и 2023", "2022 г. и 2023 г.: 3 записи", ["visit", "again", "summit"]),
        ("26 May and 13 September", "26 May and 13 September, any year: 2 entries",
         ["visit", "summit"]),
    ],
)  # fmt: skip
def test_several_periods_are_listed_together(asked: str, heading: str, found: list[str]) -> None:
    answer = show(asked)
    assert (answer.heading, ids(answer)) == (heading, found)
    assert (answer.before, answer.after) == ("", "")


def test_of_a_doubtful_date_the_reading_is_taken_that_has_entries() -> None:
    answer = show("5/4/2024")  # 5 April or 4 May
    assert (answer.heading, ids(answer)) == ("1 entry for that day", ["late"])


# Neighbours


@pytest.mark.parametrize(
    ("asked", "before", "after"),
    [
        ("1850", "", "1945"),
        ("1946", "1945", "1948"),
        ("1950", "1948", "1961"),
        ("1965", "1964", "1966"),
        ("2090", "2024", ""),
        ("1850s", "", "1940s"),
        ("1970s", "1960s", "2020s"),
        ("May 2022", "December 1966", "June 2022"),
        ("28 May 2022", "26 May 2022", "20 June 2022"),
        ("2000..2009", "1960s", "2020s"),
        ("since 2020", "", ""),
        ("26 May", "", ""),
    ],
)
def test_neighbours_are_the_nearest_of_the_same_kind_that_hold_entries(
    asked: str, before: str, after: str
) -> None:
    answer = show(asked)
    assert (answer.before, answer.after) == (before, after)
    for text in filter(None, (before, after)):
        assert show(text).is_answered


SPANS = st.one_of(
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat()),
    st.dates(min_value=date(1000, 1, 1)).map(lambda day: f"{day.year:04}-{day.month:02}"),
    st.integers(-2000, 2500).map(lambda year: f"{year:05}" if year < 0 else f"{year:04}"),
    st.integers(100, 250).map(lambda decade: f"{decade}X"),
)


@given(SPANS)
def test_every_neighbour_can_be_asked_for_and_holds_something(edtf: str) -> None:
    for text in filter(None, neighbours(parse_date(edtf), TIMELINE, say=ENGLISH)):
        found = read_period(text, today=DAY)
        assert isinstance(found, DateSpan)
        assert TIMELINE.between(found)


@pytest.mark.parametrize(
    ("edtf", "before"), [("0100", "44 BCE"), ("1000", "AD 200"), ("0201", "AD 200")]
)
def test_ancient_years_are_named_so_that_they_can_be_asked_for(edtf: str, before: str) -> None:
    events = [make_event("a", "-0043", "A murder"), make_event("z", "2001", "Today")]
    if edtf != "0100":
        events.append(make_event("b", "0200", "A battle"))
    assert neighbours(parse_date(edtf), make_timeline(*events), say=ENGLISH)[0] == before


# Empty periods


def test_an_empty_period_names_before_and_after_only_where_there_are_such() -> None:
    assert show("1850").note == "The nearest entry after:"
    assert show("2090").note == "The nearest entry before:"
    assert show("1950").note == "The nearest entries before and after:"


@pytest.mark.parametrize("period", ["1850", "1950", "28 May 2022", "2022"])
def test_a_period_in_words_is_answered_as_by_command(period: str) -> None:
    by_command, in_words = show(period), show(f"what happened in {period}?")
    for answer in (by_command, in_words):
        assert answer.kind is AnswerKind.PERIOD
    assert by_command.heading == in_words.heading
    assert by_command.lines == in_words.lines
    assert ids(by_command) == ids(in_words)
    assert (by_command.before, by_command.after) == (in_words.before, in_words.after)


def test_what_only_goes_on_at_that_time_comes_last() -> None:
    timeline = make_timeline(
        make_event("long", "1950/1970", "A long quarrel"), make_event("short", "1960-05", "A word")
    )
    answer = Responder(build_index(timeline)).period("1960", today=DAY)
    assert answer is not None
    assert ids(answer) == ["short", "long"]


@pytest.mark.parametrize("edtf", ["2022", "195X", "2022-21", "-0043", "1990/..", "../1949"])
def test_every_span_has_a_label(edtf: str) -> None:
    assert ENGLISH.time_label(period_name(parse_date(edtf)))


def test_a_month_is_not_said_to_hold_what_is_only_known_to_the_year() -> None:
    timeline = make_timeline(
        make_event("month", "1974-05", "A rocket is given up"), make_event("year", "1974", "A year")
    )
    alone = make_timeline(make_event("month", "1974-05", "A rocket is given up"))
    both = Responder(build_index(timeline)).period("May 1974", today=DAY)
    one = Responder(build_index(alone)).period("May 1974", today=DAY)
    assert both is not None
    assert one is not None
    assert "that month" not in both.heading
    assert "that month" in one.heading


def test_a_label_that_leads_its_line_begins_with_a_capital() -> None:
    timeline = make_timeline(make_event("month", "1974-05", "Закрытие порта"))
    answer = Responder(build_index(timeline)).period("май 1974", today=DAY)
    assert answer is not None
    assert [entry.label for entry in answer.entries] == ["Май 1974 г."]
    assert answer.heading == "1 запись за этот месяц"


def test_a_bare_year_is_answered_in_the_one_language_of_the_entries() -> None:
    port = make_timeline(make_event("port", "1974-05", "Закрытие порта"))
    responder, today = Responder(build_index(port)), date(2026, 1, 1)
    assert responder.reply("1974", today=today, random=Random(1)).language == "ru"
    assert responder.reply("1974", today=today, random=Random(1), spoken="en").language == "en"
    assert responder.reply("May 1974", today=today, random=Random(1)).language == "en"


def test_the_few_entries_of_a_year_are_offered_where_none_answers() -> None:
    timeline = make_timeline(
        make_event("fire", "1969-03-01", "Пожар в порту"),
        make_event("storm", "1971-06-30", "Шторм и потеря двух судов"),
        make_event("school", "1980", "Открытие училища"),
    )
    answer = Responder(build_index(timeline)).answer("пожары в 1971 году", today=DAY)
    assert not answer.is_answered
    assert ids(answer)[0] == "storm"
