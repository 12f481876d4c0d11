"""What happened in the day, week, month or year of an entry, told as stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.dates.shifts import in_plain_units, take_shift
from bot.search.from_entry.anchors import read_anchor
from bot.search.from_entry.same_time import SameTime, take_same_time
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.timeline.dates import parse_date
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

HARBOUR = make_timeline(
    make_event("loan-1", "1901-05-02", "The bank of Belport grants a loan"),
    make_event("school", "1903-04-02", "A school opens in Dorham", places=["Dorham"]),
    make_event("bridge", "1903-04-10", "The iron bridge opens in Dorham", places=["Dorham"]),
    make_event("fair", "1903-04-10", "Ada Moss holds a fair", people=["Ada Moss"]),
    make_event("loan-2", "1903-04-21", "The bank of Belport grants a loan to the mill"),
    make_event("strike", "1903-11-03", "The weavers go on strike"),
    make_event("loan-3", "1904-02-01", "The bank of Belport grants a loan to the tannery"),
    make_event("storm", "1909", "A storm takes the roofs of Dorham", places=["Dorham"]),
    names=(make_name("Dorham", kind="places"), make_name("Ada Moss", kind="people")),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(HARBOUR)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("what did the bank grant in the month when the bridge opened", "loan-2", "of its month"),
        ("later in the month the bridge opened, what did the bank grant?", "loan-2", "told first"),
        ("what opened earlier in the month of the iron bridge's opening", "school", "before it"),
        ("who held a fair the same day the bridge opened", "fair", "of its day"),
        ("on the day that the bridge opened, who held a fair", "fair", "the question may follow"),
        ("after the bridge opened, who went on strike later that year", "strike", "of its year"),
        ("the bridge opened. what did the bank grant that same month", "loan-2", "a tale first"),
        ("what did the bank grant half a year before the strike", "loan-2", "six months"),
    ],
)
def test_what_is_asked_is_looked_for_in_the_time_of_the_entry_named(
    index: Index, question: str, expected: str, why: str
) -> None:
    finding = search(question, index, today=DAY)
    assert finding.answering, why
    assert finding.matches[0].event.id == expected, why


@pytest.mark.parametrize(
    "question",
    [
        "which was the day the bridge opened",  # the date is asked for, not what else was
        "what happened the day after the bridge opened",
        "in the month of 1903 and the year after",
        "the year of friendship",
        "on the day after tomorrow",
        "what happened in the month before",
    ],
)
def test_these_name_no_time_by_an_entry(question: str) -> None:
    assert take_same_time(question) is None


def test_the_entry_that_tells_all_of_it_is_the_answer(index: Index) -> None:
    finding = search("who held a fair on the day when Ada Moss held a fair", index, today=DAY)
    assert finding.matches[0].event.id == "fair"


def test_an_entry_known_to_the_year_tells_no_day(index: Index) -> None:
    assert SameTime("day", 0).span_about(parse_date("1909")) is None
    span = SameTime("month", 1).span_about(parse_date("1903-04-10"))
    assert span is not None
    assert (str(span.earliest), str(span.latest)) == ("1903-04-11", "1903-04-30")
    assert SameTime("month", 1).span_about(parse_date("1903-04-30")) is None
    week = SameTime("week", 0).span_about(parse_date("2024-03-28"))
    assert week is not None
    assert (str(week.earliest), str(week.latest)) == ("2024-03-25", "2024-03-31")


@pytest.mark.parametrize(
    ("text", "unit", "steps"),
    [
        ("half a year later", "month", 6),
        ("a fortnight later", "week", 2),
        ("a year and a half later", "month", 18),
        ("twenty days later", "day", 20),
        ("полгода спустя", "month", 6),
    ],
)
def test_lengths_of_a_name_of_their_own_are_counted(text: str, unit: str, steps: int) -> None:
    shift, _ = take_shift(text)
    assert shift is not None
    assert (shift.unit, shift.steps) == (unit, steps)


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for said in (text, f"in the month of the {text}", f"{text} later that month"):
        read_anchor(said)
        in_plain_units(said)


FLIGHTS = make_timeline(
    make_event("ada-1", "1950-01-05", "Ada 1 flies over the lake", tags=["flight"]),
    make_event("ada-2", "1950-03-05", "Ada 2 carries a goat", tags=["flight"]),
    make_event("ada-3", "1950-05-05", "Ada 3 is the longest flight of all", significance=3),
    make_event("landing-1", "1951-01-01", "First landing on the ice", significance=3),
    make_event("landing-2", "1952-01-01", "Last landing on the ice", significance=1),
    make_event("thaw", "1952-01-04", "The ice breaks"),
    make_event("v2", "1953-03-01", "Version 2.0 of the map is printed"),
    make_event("slip", "1953-03-03", "A slip in the map is mended"),
    make_event("talk-1", "1954-05-01", "Carla Dent meets the king", people=["Carla Dent"]),
    make_event("talk-2", "1956-05-01", "Carla Dent meets the king", people=["Carla Dent"]),
    make_event("consult", "1956-06-02", "Consultations on wool are held in Belport"),
    names=(make_name("Carla Dent", kind="people"), make_name("Belport", kind="places")),
    tags=(("flight", "flights"),),
)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("the flight after ada 1", "ada-2", "a bare kind means the next number"),
        ("three days after the last landing, what happened", "thaw", "counted, not the weightiest"),
        ("two days after version 2.0, what was mended", "slip", "a point in a number ends nothing"),
        ("a month after carla dent's meeting with the king: which consultations were held",
         "consult", "of two as good that beside which it lies"),
    ],
)  # fmt: skip
def test_the_entry_counted_from_is_the_one_meant(question: str, expected: str, why: str) -> None:
    finding = search(question, build_index(FLIGHTS), today=DAY)
    assert finding.matches[0].event.id == expected, why


def test_the_next_event_of_a_tale_is_what_came_right_after_it() -> None:
    anchor = read_anchor("the iron bridge opens ; . next event?")
    assert anchor is not None
    assert anchor.asks_next
    assert anchor.is_after
    assert anchor.anchor.startswith("the iron bridge opens")
    listed = read_anchor("what is listed immediately before the bridge opened")
    assert listed is not None
    assert (listed.anchor, listed.is_after, listed.asks_next) == ("the bridge opened", False, True)


def test_what_asks_for_the_next_event_is_no_part_that_names_nothing(index: Index) -> None:
    finding = search("the iron bridge opens in april 1903. next event?", index, today=DAY)
    assert finding.matches[0].event.id == "loan-2"


JOURNEY = make_timeline(
    make_event("voyage", "1905-06-01/1905-06-04", "Ada Moss sails the coast of Dorham",
               summary="She saw a mill and signed a lease.", people=["Ada Moss"]),
    make_event("mill", "1905-06-02", "Ada Moss is shown a mill", people=["Ada Moss"]),
    make_event("lease", "1905-06-03", "A lease is signed at the harbour"),
    make_event("cannon", "1905-06-03", "Cannons greet the ship"),
    make_event("home", "1905-06-04", "Ada Moss goes home", people=["Ada Moss"]),
    make_event("fog", "1905-06-07", "Fog lies on the harbour"),
    names=(make_name("Ada Moss", kind="people"), make_name("Dorham", kind="places")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("day two of Ada Moss's voyage along the coast", "mill"),
        ("on the second day of Ada's 1905 voyage, what did she see", "mill"),
        ("on day three of Ada Moss's sail along the coast of Dorham what was signed", "lease"),
        ("the last day of Ada Moss's 1905 voyage", "home"),
        ("на второй день плавания Ada Moss в 1905", "mill"),
    ],
)
def test_a_day_of_what_lasted_is_counted_from_its_begin(question: str, expected: str) -> None:
    found = search(question, build_index(JOURNEY), today=DAY)
    assert found.answering
    assert found.matches[0].event.id == expected


@pytest.mark.parametrize(
    ("date", "day", "expected"),
    [
        ("1905-06-01/1905-06-04", 2, "1905-06-02"),
        ("1905-06-01/1905-06-04", -1, "1905-06-04"),
        ("1905-06-01/1905-06-04", 7, None),
        ("1905-06-01", 3, "1905-06-03"),
        ("1905-06-01", -1, None),
        ("1905-06", 2, None),
        ("../1905-06-04", 2, None),
    ],
)
def test_a_day_of_an_entry_is_one_that_it_may_have_had(
    date: str, day: int, expected: str | None
) -> None:
    span = SameTime("day", 0, day).span_about(parse_date(date))
    assert span == (parse_date(expected) if expected else None)
