"""Dates: EDTF read into spans of days, impossible dates refused with a hint."""

from __future__ import annotations

import re
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from bot.errors import DateError
from bot.timeline.dates import (
    DISTANT_FUTURE,
    DISTANT_PAST,
    PATTERN,
    DateSpan,
    Day,
    Precision,
    between_days,
    day_span,
    month_span,
    parse_date,
    year_span,
)

YEARS = st.integers(-9999, 9999)
DAYS = st.integers(Day(-9999, 1, 1).ordinal, Day(9999, 12, 31).ordinal).map(Day.from_ordinal)


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """A date of any supported form that is not an interval."""
    day = draw(DAYS)
    text = str(day)
    year = text[:-6]
    sign, digits = ("-", year[1:]) if year.startswith("-") else ("", year)
    decade, century = f"{sign}{digits[:3]}X", f"{sign}{digits[:2]}XX"
    season = f"{year}-{draw(st.sampled_from(['21', '22', '23', '24']))}"
    unknown = draw(st.sampled_from([f"{text[:-2]}XX", f"{year}-XX", f"{year}-XX-XX"]))
    form = draw(st.sampled_from([text, text[:-3], year, decade, century, season, unknown]))
    return form + draw(st.sampled_from(["", "?", "~", "%"]))


ENDS = st.one_of(single_dates(), st.sampled_from(["", ".."]))


def read(text: str) -> tuple[str, str, str]:
    """Earliest and latest day and the precision of a date, as text."""
    span = parse_date(text)
    return str(span.earliest), str(span.latest), span.precision.name


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2019-04-25", "2019-04-25", "2019-04-25", "DAY"),
        ("2000-07", "2000-07-01", "2000-07-31", "MONTH"),
        ("2024-02", "2024-02-01", "2024-02-29", "MONTH"),
        ("1949", "1949-01-01", "1949-12-31", "YEAR"),
        ("0000", "0000-01-01", "0000-12-31", "YEAR"),
        ("-0043", "-0043-01-01", "-0043-12-31", "YEAR"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15", "DAY"),
        ("201X", "2010-01-01", "2019-12-31", "DECADE"),
        ("20XX", "2000-01-01", "2099-12-31", "CENTURY"),
        ("-004X", "-0049-01-01", "-0040-12-31", "DECADE"),
        ("-000X", "-0009-01-01", "-0001-12-31", "DECADE"),
        ("2004-XX", "2004-01-01", "2004-12-31", "YEAR"),
        ("2004-XX-XX", "2004-01-01", "2004-12-31", "YEAR"),
        ("2004-02-XX", "2004-02-01", "2004-02-29", "MONTH"),
        ("2001-21", "2001-03-01", "2001-05-31", "SEASON"),
        ("2001-22", "2001-06-01", "2001-08-31", "SEASON"),
        ("2001-23", "2001-09-01", "2001-11-30", "SEASON"),
        ("2001-24", "2001-12-01", "2002-02-28", "SEASON"),
        ("2003-24", "2003-12-01", "2004-02-29", "SEASON"),
        ("2006-10-14/2017-12-22", "2006-10-14", "2017-12-22", "DAY"),
        ("1964/2008-06", "1964-01-01", "2008-06-30", "YEAR"),
        ("2019/2019", "2019-01-01", "2019-12-31", "YEAR"),
        ("2019-03/2019", "2019-03-01", "2019-12-31", "YEAR"),
        ("201X/2021-24", "2010-01-01", "2022-02-28", "DECADE"),
    ],
)
def test_a_date_spans_all_the_days_it_may_mean(
    text: str, earliest: str, latest: str, precision: str
) -> None:
    assert read(text) == (earliest, latest, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1949", False, False),
        ("1949~", True, False),
        ("1949?", False, True),
        ("1949%", True, True),
        ("201X~", True, False),
        ("2001-21?", False, True),
        ("1949~/1950", True, False),
        ("1949/1950-05?", False, True),
    ],
)
def test_signs_say_how_well_a_date_is_known(text: str, approximate: bool, uncertain: bool) -> None:
    span = parse_date(text)
    assert (span.approximate, span.uncertain) == (approximate, uncertain)


def test_an_interval_keeps_its_two_ends() -> None:
    span = parse_date("1949~/2001-21")
    assert span.is_interval
    assert span.start == parse_date("1949~")
    assert span.end == parse_date("2001-21")
    assert not span.is_open_start
    assert not span.is_open_end


def test_an_open_end_reaches_into_the_distant_future() -> None:
    span = parse_date("2019-05/..")
    assert (span.earliest, span.latest) == (Day(2019, 5, 1), DISTANT_FUTURE)
    assert span.is_open_end
    assert not span.is_unknown_end
    assert span.end is None


def test_an_unknown_end_is_told_from_an_open_one() -> None:
    span = parse_date("2019-05/")
    assert span.is_open_end
    assert span.is_unknown_end


def test_an_open_or_unknown_start_reaches_into_the_distant_past() -> None:
    assert parse_date("../2019").earliest == DISTANT_PAST
    assert not parse_date("../2019").is_unknown_start
    assert parse_date("/2019").earliest == DISTANT_PAST
    assert parse_date("/2019").is_unknown_start


@pytest.mark.parametrize(
    ("text", "is_single"),
    [
        ("2019-04-25", True),
        ("-0043-03-15", True),
        ("2019-04-25?", False),
        ("2019-04-25~", False),
        ("2019-04-25/2019-04-25", False),
        ("2019-04", False),
        ("2019-04-25/..", False),
        ("../2019-04-25", False),
    ],
)
def test_only_one_certain_day_is_a_single_day(text: str, is_single: bool) -> None:
    assert parse_date(text).is_single_day is is_single


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2019-02-30", '"2019-02-30" is not a date: 2019-02 has 28 days'),
        ("1900-02-29", '"1900-02-29" is not a date: 1900-02 has 28 days'),
        ("2019-04-00", '"2019-04-00" is not a date: 2019-04 has 30 days'),
        ("2019-13", '"2019-13" is not a date: there is no month 13'),
        ("2019-00-01", '"2019-00-01" is not a date: there is no month 00'),
        ("2019-21-05", '"2019-21-05" is not a date: there is no month 21'),
        ("2004-XX-05", '"2004-XX-05" is not a date: a day needs its month'),
        ("-0000", '"-0000" is not a date: the year before 0001 is written 0000'),
        ("/", '"/" is not a date: an interval needs at least one end that is a date'),
        ("../..", '"../.." is not a date: an interval needs at least one end that is a date'),
        ("2019/2019-02-30", '"2019/2019-02-30" is not a date: 2019-02 has 28 days'),
    ],
)
def test_an_impossible_date_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(DateError, match=f"^{re.escape(message)}$"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("25.04.2019", "2019-04-25"),
        ("25.4.2019", "2019-04-25"),
        ("25/04/2019", "2019-04-25"),
        ("04/25/2019", "2019-04-25"),
        ("04/05/2019", '2019-05-04" or "2019-04-05'),
        ("2019/04/25", "2019-04-25"),
        ("2019/4", "2019-04"),
        ("2019-4-5", "2019-04-05"),
        ("04.2019", "2019-04"),
        ("20190425", "2019-04-25"),
        ("201904", "2019-04"),
        ("25 April 2019", "2019-04-25"),
        ("April 25, 2019", "2019-04-25"),
        ("Sept. 2019", "2019-09"),
        ("2019-04-25T12:30:00Z", "2019-04-25"),
        ("2020/2019", "2019/2020"),
        ("2019-2021", "2019/2021"),
        ("2019–2021", "2019/2021"),
        ("2019 to 2021", "2019/2021"),
        ("2010s", "201X"),
        ("199u", "199X"),
        ("199x", "199X"),
        ("c. 1949", "1949~"),
        ("~1949", "1949~"),
        ("?1949", "1949?"),
        ("1949?~", "1949%"),
        ("44 BC", "-0043"),
        ("1 BCE", "0000"),
        ("AD 79", "0079"),
        ("476", "0476"),
        ("-43", "-0043"),
        ("2019/open", "2019/.."),
        (" 2019", "2019"),
        ("２０１９-04", "2019-04"),
    ],
)
def test_another_way_of_writing_is_refused_with_what_was_meant(text: str, meant: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert str(caught.value).endswith(f'did you mean "{meant}"?')


@pytest.mark.parametrize(
    "text",
    ["Y17000", "{2001,2002}", "[1667..1668]", "201X-04", "2004?-06", "2001-35", "1950S2", "1XX1"],
)
def test_level_two_is_refused_as_such(text: str) -> None:
    with pytest.raises(DateError, match=r"level 2\) is not supported; write 2019-04-25, 2019-04"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "hello", "2019.", "2019-", "2019/2020/2021", "31.02.2019"])
def test_anything_else_is_refused_with_how_to_write_a_date(text: str) -> None:
    message = "is not a date: write 2019-04-25, 2019-04 or 2019"
    with pytest.raises(DateError, match=message):
        parse_date(text)


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(DateError, match=r'^"x{60}…" is not a date'):
        parse_date("x" * 10_000)


def test_a_message_stays_on_one_line() -> None:
    with pytest.raises(DateError, match=r'^"2019�2020" is not a date'):
        parse_date("2019\n2020")


@given(single_dates())
def test_every_supported_date_is_read_and_kept_as_written(text: str) -> None:
    span = parse_date(text)
    assert span.edtf == str(span) == text
    assert span.earliest <= span.latest
    assert not span.is_interval
    assert re.search(PATTERN, text)


@given(ENDS, ENDS)
def test_every_interval_is_read_or_is_empty_or_runs_backwards(first: str, last: str) -> None:
    text = f"{first}/{last}"
    assert re.search(PATTERN, text)
    try:
        span = parse_date(text)
    except DateError as error:
        reason = str(error)
        assert "runs backwards" in reason or "at least one end" in reason
        return
    assert span.earliest <= span.latest
    assert [str(end) for end in (span.start, span.end) if end] == [
        end for end in (first, last) if end not in ("", "..")
    ]


@given(st.one_of(st.text(max_size=60), st.text("0123456789-/.X?~% []", max_size=24)))
@example("0" * 5000)
def test_no_text_raises_anything_but_a_date_error(text: str) -> None:
    try:
        span = parse_date(text)
    except DateError:
        return
    assert span.edtf == text
    assert text.isascii()
    assert re.search(PATTERN, text)


@given(st.dates())
def test_the_number_of_a_day_is_that_of_the_standard_library(day: date) -> None:
    assert Day.from_date(day).ordinal == day.toordinal()
    assert Day.from_ordinal(day.toordinal()) == Day.from_date(day)


@given(DAYS)
def test_a_day_of_any_year_comes_back_from_its_number(day: Day) -> None:
    assert Day.from_ordinal(day.ordinal) == day
    assert Day.month_and_day(day.ordinal) == (day.month, day.day)
    assert Day.from_ordinal(day.ordinal + 1) > day
    assert parse_date(str(day)).earliest == day


@given(YEARS, st.integers(1, 12))
def test_a_month_ends_the_day_before_the_next_begins(year: int, month: int) -> None:
    span = month_span(year, month)
    following = Day(year + month // 12, month % 12 + 1, 1)
    assert span.latest.ordinal + 1 == following.ordinal


@given(DAYS, DAYS)
def test_between_days_spans_from_one_to_the_other(one: Day, other: Day) -> None:
    first, last = sorted((one, other))
    span = between_days(first, last)
    assert (span.earliest, span.latest) == (first, last)
    assert parse_date(span.edtf) == span


def test_between_days_opens_towards_the_distant_past_and_future() -> None:
    assert between_days(DISTANT_PAST, Day(2019, 4, 25)) == parse_date("../2019-04-25")
    assert between_days(Day(2019, 4, 25), DISTANT_FUTURE) == parse_date("2019-04-25/..")


def test_between_days_refuses_to_run_backwards() -> None:
    with pytest.raises(DateError, match="2019-04-26 to 2019-04-25 runs backwards"):
        between_days(Day(2019, 4, 26), Day(2019, 4, 25))


def test_builders_make_the_same_spans_as_the_parser() -> None:
    assert year_span(-43) == parse_date("-0043")
    assert month_span(2019, 4) == parse_date("2019-04")
    assert day_span(2019, 4, 25) == parse_date("2019-04-25")


@pytest.mark.parametrize("year", [-10_000, 10_000])
def test_a_year_of_more_than_four_digits_is_refused(year: int) -> None:
    with pytest.raises(DateError):
        year_span(year)


def test_a_month_builder_does_not_make_seasons() -> None:
    with pytest.raises(DateError, match="there is no month 21"):
        month_span(2019, 21)


def test_a_span_contains_what_lies_wholly_within_it() -> None:
    year, winter = parse_date("2001"), parse_date("2001-24")
    assert year.contains(parse_date("2001-12-31"))
    assert year.contains(year)
    assert not year.contains(winter)
    assert year.overlaps(winter)
    assert not year.overlaps(parse_date("2002-01-01"))


@given(single_dates(), single_dates())
def test_overlap_is_mutual_and_follows_from_containing(one: str, other: str) -> None:
    first, second = parse_date(one), parse_date(other)
    assert first.overlaps(second) == second.overlaps(first)
    if first.contains(second):
        assert first.overlaps(second)


def test_dates_are_sorted_by_first_day_and_then_the_shorter_first() -> None:
    in_order = ["-0043", "1945-08-15", "../1945", "2019-01-01", "2019-01", "2019", "2019/2021"]
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda text: parse_date(text).sort_key) == in_order


@given(st.lists(DAYS, min_size=2, max_size=2).map(sorted))
def test_the_sort_key_follows_the_days(days: list[Day]) -> None:
    first, second = (day_span(*day).sort_key for day in days)
    assert (first < second) == (days[0] < days[1])


def test_spans_are_not_ordered_by_smaller_than() -> None:
    with pytest.raises(TypeError):
        sorted([parse_date("2019"), parse_date("2019-04")])  # type: ignore[type-var]


def test_equal_dates_share_one_span() -> None:
    assert parse_date("2019-04-25") is parse_date("2019-04-2" + "5")


def test_a_decade_is_coarser_than_a_year_and_a_year_than_a_season() -> None:
    assert Precision.DAY < Precision.MONTH < Precision.SEASON < Precision.YEAR
    assert Precision.YEAR < Precision.DECADE < Precision.CENTURY


# The oracle: forms that the `edtf` package reads rightly. Seasons are left out (it reads a
# winter as December alone), and so are open starts and intervals that run backwards.
ORACLE_DATES = st.dates(date(1000, 1, 1), date(2999, 12, 31)).flatmap(
    lambda day: st.sampled_from(
        [f"{day}", f"{day}"[:7], f"{day:%Y}", f"{day:%Y}"[:3] + "X", f"{day:%Y}"[:2] + "XX"]
    )
)


def oracle_bounds(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Earliest and latest day as the `edtf` package understands the text."""
    found = parse_edtf(text)
    return tuple(found.lower_strict()[:3]), tuple(found.upper_strict()[:3])


@given(ORACLE_DATES, st.sampled_from(["", "?", "~", "%"]))
def test_dates_are_read_as_the_edtf_package_reads_them(text: str, sign: str) -> None:
    span = parse_date(text + sign)
    assert (span.earliest, span.latest) == oracle_bounds(text + sign)


@given(ORACLE_DATES, ORACLE_DATES)
def test_intervals_are_read_as_the_edtf_package_reads_them(first: str, last: str) -> None:
    spans: list[DateSpan] = sorted(map(parse_date, (first, last)), key=lambda span: span.sort_key)
    text = f"{spans[0]}/{spans[1]}"
    span = parse_date(text)
    assert (span.earliest, span.latest) == oracle_bounds(text)
