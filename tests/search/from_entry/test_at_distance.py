"""What lies so long before or after an entry, told as stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.dates.distances import Distance, take_distance
from bot.search.finding import Finding, Outcome
from bot.search.from_entry.anchors import read_anchor, split_run_on
from bot.search.from_entry.told_first import split_told
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.timeline.dates import Day, parse_date
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

VALLEY = make_timeline(
    make_event("decade", "1900/1910", "Ten wet years in the valley", places=["Dorham"]),
    make_event("flood-1", "1903-03-01", "A first flood reaches Dorham", places=["Dorham"],
               tags=["flood"]),
    make_event("vote-1", "1903-03-06", "The council votes for a dam"),
    make_event("feast", "1904-06-01", "A feast is held at Dorham", places=["Dorham"]),
    make_event("flood-2", "1907-03-01", "A second flood reaches Dorham", places=["Dorham"],
               tags=["flood"]),
    make_event("doctors", "1907-03-03", "Belport sends doctors", places=["Belport"]),
    make_event("vote-2", "1907-03-06", "The council votes for a bridge"),
    make_event("letter", "1907-03-22", "The mayor writes a letter to the queen"),
    make_event("flood-3", "1909-03-01", "A third flood reaches Dorham", places=["Dorham"],
               tags=["flood"]),
    *(make_event(f"ship-{day}", f"1920-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(make_name("Dorham", "Дорхэм", kind="places"), make_name("Belport", kind="places")),
    synonyms=(("flood", "deluge", "наводнение", "наводнения", "홍수"),),
    tags=(("flood", "floods"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(VALLEY)


def found(index: Index, question: str) -> Finding:
    return search(question, index, today=DAY)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("what happened two days after the second flood", "doctors", "the ordinal is the flood's"),
        ("five days after the first flood, what happened?", "vote-1", "the question may follow"),
        ("two days after the second flood belport did what", "doctors", "or run on"),
        ("что было через два дня после второго наводнения", "doctors", "in Russian"),
        ("두 번째 홍수 2일 후에 무슨 일이 있었나", "doctors", "in Korean"),
        ("what did the mayor write three weeks after the flood", "letter", "weeks have some play"),
        ("a feast a year after the first flood", "feast", "a year after is the next year"),
        ("days after the second flood who sent doctors", "doctors", "days are a few"),
        ("what did the council vote for five days after a flood in 1907", "vote-2", "a year helps"),
    ],
)
def test_what_is_asked_is_looked_for_at_the_distance(
    index: Index, question: str, expected: str, why: str
) -> None:
    finding = found(index, question)
    assert finding.outcome is not Outcome.ABSTAIN
    assert finding.matches[0].event.id == expected, why


def test_of_several_entries_the_one_beside_which_the_rest_is_found_is_meant(index: Index) -> None:
    assert found(index, "doctors two days after a flood").matches[0].event.id == "doctors"


def test_nothing_at_that_distance_is_said_to_be_nothing(index: Index) -> None:
    assert found(index, "what happened nine years before the feast").outcome is Outcome.ABSTAIN


def test_after_an_entry_that_is_counted_comes_what_came_after_it(index: Index) -> None:
    finding = found(index, "what happened just after the second flood?")
    assert finding.matches[0].event.id == "doctors"


def test_the_first_of_a_kind_after_an_entry_is_counted_from_it(index: Index) -> None:
    assert found(index, "first flood after the feast").matches[0].event.id == "flood-2"
    assert found(index, "last flood before the third flood").matches[0].event.id == "flood-2"


@pytest.mark.parametrize(
    ("text", "distance", "left"),
    [
        ("exactly two days after", Distance(2, 2), ""),
        ("what came ten days before", Distance(-11, -9), "what came"),
        ("three weeks before", Distance(-24, -18), ""),
        ("within a week after", Distance(1, 10), ""),
        ("weeks after", Distance(6, 45), ""),
        ("a year after", Distance(1, 1, 1), ""),
        ("the day after", Distance(1, 1), ""),
        ("the summer after", None, "the summer after"),
    ],
)
def test_a_distance_is_read(text: str, distance: Distance | None, left: str) -> None:
    assert take_distance(text) == (distance, left)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    take_distance(f"{text} three days after")
    anchor = read_anchor(f"two days after {text}")
    assert anchor is None or len(list(split_run_on(anchor))) <= len(text) + 1


@pytest.mark.parametrize(
    "question",
    [
        "two days after my birthday what did the council do",
        "what did the queen of Chorley say two days after the second flood",
        "how long between the eighth and the ninth flood",
    ],
)
def test_of_what_is_not_there_nothing_is_told(index: Index, question: str) -> None:
    assert found(index, question).outcome is Outcome.ABSTAIN


def test_where_the_time_is_known_and_empty_other_times_are_only_near(index: Index) -> None:
    finding = found(index, "who wrote a letter to the queen nine days after the second flood")
    assert finding.outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which flood came before the 1909 one", "flood-2"),
        ("the flood after the 1903 one", "flood-2"),
        ("who sent doctors shortly after the 1907 flood", "doctors"),
        ("did the council vote for anything shortly after the second flood", "vote-2"),
    ],
)
def test_one_of_a_year_and_what_came_shortly_after(
    index: Index, question: str, expected: str
) -> None:
    assert found(index, question).matches[0].event.id == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("the second flood reached Dorham. who sent doctors two days later?", "doctors"),
        ("a second flood reached dorham in march 1907; what did the council do 5 days later",
         "vote-2"),
        ("the first flood reached dorham in 1903. what was held there the year after?", "feast"),
        ("the second flood reached dorham and what did the mayor write weeks later", "letter"),
        ("второе наводнение в дорхэме, что было через два дня", "doctors"),
    ],
)  # fmt: skip
def test_what_was_told_first_may_be_counted_from(
    index: Index, question: str, expected: str
) -> None:
    assert found(index, question).matches[0].event.id == expected


def test_what_began_a_day_later_may_last_for_a_week() -> None:
    index = build_index(
        make_timeline(
            make_event("wish", "1900-05-01", "Ada Orme sends the queen her wishes"),
            make_event("sail", "1900-05-02/1900-05-09", "Ships set out for Dorham"),
            make_event("snow", "1900-12-09", "Snow falls"),
        )
    )
    asked = "ada orme sent the queen wishes in may 1900. what set out the very next day"
    assert found(index, asked).matches[0].event.id == "sail"


def test_hours_after_is_the_same_day_or_the_next() -> None:
    index = build_index(
        make_timeline(
            make_event("vote", "1900-05-01", "Arland recognises Dorham", places=["Arland"]),
            make_event("answer", "1900-05-01", "Belport breaks with Arland", places=["Belport"]),
            make_event("later", "1900-05-09", "Belport sends a note", places=["Belport"]),
            names=(make_name("Belport", kind="places"), make_name("Arland", kind="places")),
        )
    )
    asked = "how did belport react a few hours after arland recognised dorham"
    assert found(index, asked).matches[0].event.id == "answer"


def test_exactly_a_year_after_is_not_some_time_in_the_next() -> None:
    assert take_distance("exactly a year after") == (Distance(362, 368), "")
    assert take_distance("a year after")[0] == Distance(1, 1, years=1)


@pytest.mark.parametrize(
    "text", ["what happened two days later", "the day after", "two days after the war", ""]
)
def test_a_distance_alone_counts_from_nothing_told(text: str) -> None:
    assert split_told(text) is None


@given(st.text(max_size=80))
def test_whatever_is_told_first_stands_in_the_text(text: str) -> None:
    told = split_told(f"{text} what came two days later")
    assert told is None or told[0] in text


def test_three_months_later_may_be_the_third_month_on(index: Index) -> None:
    distance, _ = take_distance("three months after")
    assert distance is not None
    span = distance.span_from(parse_date("1992-06-02"))
    assert span.earliest <= Day(1992, 8, 20)
    assert span.latest == Day(1992, 9, 30)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what followed the second flood two days later", "doctors"),
        ("두 번째 홍수 이틀 뒤 무슨 일이", "doctors"),
        ("the first flood came in 1903. which feast was held the next year", "feast"),
    ],
)
def test_a_distance_may_end_the_question(index: Index, question: str, expected: str) -> None:
    assert found(index, question).matches[0].event.id == expected


def test_a_title_may_say_that_it_lies_beside_what_is_of_the_time_named() -> None:
    index = build_index(
        make_timeline(
            make_event("warning", "1906-06-20", "Arland cautions Belport before its rocket tests"),
            make_event("tests", "1906-07-05", "Rockets fall near Dorham", summary="Six tests."),
            make_event("ban", "1906-07-15", "A ban on rocket tests"),
            make_event("other", "1909-03-01", "Arland cautions Dorham"),
        )
    )
    asked = "whom did Arland caution before the rocket tests of july 1906"
    assert found(index, asked).matches[0].event.id == "warning"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ida Orme landed in dorham in july 1900, what did she see the next day", "dam"),
        ("ida orme landed in dorham in july 1900. whom did she talk to the following day", "dam"),
        ("Ida Orme visited Dorham in July 1900, what came the day after?", "fair"),
    ],
)
def test_days_after_a_visit_are_counted_from_its_end_or_its_begin(
    question: str, expected: str
) -> None:
    index = build_index(
        make_timeline(
            make_event("visit", "1900-07-25/1900-07-27", "Ida Orme visits Dorham",
                       people=["Ida Orme"], places=["Dorham"]),
            make_event("dam", "1900-07-26", "Ida Orme sees the dam", people=["Ida Orme"]),
            make_event("fair", "1900-07-28", "A fair opens"),
            make_event("snow", "1900-12-09", "Snow falls"),
            names=(make_name("Ida Orme"), make_name("Dorham", kind="places")),
        )
    )  # fmt: skip
    assert expected in [m.event.id for m in found(index, question).matches[:2]]


def test_what_lies_nearest_to_the_day_counted_to_comes_first() -> None:
    days = [make_event(f"d{n}", f"1950-06-{n:02}", f"Train {n} passes") for n in (13, 15, 16)]
    fire = make_event("fire", "1950-06-08", "The mill burns down")
    index = build_index(make_timeline(fire, *days))
    finding = search("what happened a week after the mill burnt down", index, today=DAY)
    assert finding.matches[0].event.id == "d15"


@pytest.mark.parametrize(
    ("question", "anchor", "days"),
    [
        ("what happened on the eve of the vote", "the vote", -1),
        ("что было накануне выборов", "выборов", -1),
        ("왕이 편지를 보낸 다음 날 무슨 일이 있었나", "왕이 편지를 보낸", 1),
    ],
)
def test_the_eve_and_the_next_day_are_a_day_off(question: str, anchor: str, days: int) -> None:
    split = read_anchor(question)
    assert split is not None
    assert split.anchor.strip() == anchor
    assert split.distance == Distance(days, days)


def test_right_after_is_written_onto_its_noun_in_korean() -> None:
    split = read_anchor("첫 홍수 직후 투표")
    assert split is not None
    assert (split.anchor, split.rest, split.is_soon) == ("첫 홍수", "투표", True)


def test_of_a_year_on_what_lies_nearest_to_the_very_day_comes_first() -> None:
    timeline = make_timeline(
        make_event("start", "1930-06-10", "The mill opens"),
        make_event("early", "1931-01-05", "A cold month"),
        make_event("near", "1931-06-12", "A fair at the weir"),
        make_event("late", "1931-12-05", "A wet month"),
    )
    found = search("what happened a year after the mill opens", build_index(timeline), today=DAY)
    assert found.matches[0].event.id == "near"


@pytest.mark.parametrize("soon", ["сразу", "сразу же", "вскоре"])
def test_right_after_belongs_to_its_side_in_russian(soon: str) -> None:
    split = read_anchor(f"что было {soon} после наводнения")
    assert split is not None
    assert (split.rest.strip(), split.anchor, split.is_soon) == ("что было", "наводнения", True)


def test_nothing_is_looked_for_beyond_all_that_is_told() -> None:
    """What is counted from, rather, is shown: "80 years after liberation" speaks of an old one."""
    timeline = make_timeline(
        make_event("open", "1930-06-10", "A school for millers opens at Dorham"),
        make_event("praised", "2005-06-10", "Founding of the school praised in a speech"),
        make_event("fire", "2012-06-10", "A mill burns"),
    )
    question = "80 years after the founding was praised"
    found = search(question, build_index(timeline), today=DAY)
    assert found.matches[0].event.id == "praised"
    assert found.query.phrases == ()
