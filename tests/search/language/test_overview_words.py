"""A question for all there is of a time or a name, in whatever words."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.asking.intent import Asked
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline

TODAY = date(2024, 5, 1)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event("lit", "1956-03-01", "The lighthouse is lit", people=["Ada Quill"]),
            make_event("seen", "1956-08-01", "A special envoy inspects the lighthouse"),
            names=(make_name("Ada Quill"),),
        )
    )


@pytest.mark.parametrize(
    "question",
    [
        "1956 highlights",
        "recap of 1956",
        "what were the key moments of 1956?",
        "1956 was a wild year",
        "какие главные события 1956 года",
        "1956년 주요 사건 요약해줘",
    ],
)
def test_words_for_all_there_is_name_nothing_beside_a_time(question: str, index: Index) -> None:
    assert read_query(question, index, today=TODAY).hard == ()


def test_beside_a_name_they_only_add(index: Index) -> None:
    query = read_query("the key moments of ada quill", index, today=TODAY)
    assert [unit.text for unit in query.hard] == ["ada quill"]


@pytest.mark.parametrize("question", ["special envoy 1956", "recap of the lighthouse in 1956"])
def test_beside_another_word_they_count_as_any(question: str, index: Index) -> None:
    assert len(read_query(question, index, today=TODAY).hard) >= 2


def test_without_a_time_or_a_name_they_are_all_that_is_asked(index: Index) -> None:
    assert read_query("special moments", index, today=TODAY).hard


def test_the_first_of_a_time_happened_in_it() -> None:
    lasting = make_event("survey", "1955-10-01/1956-12-31", "The coast is surveyed")
    lit = make_event("lit", "1956-03-01", "The lighthouse is lit")
    finding = search(
        "first major thing in 1956", build_index(make_timeline(lasting, lit)), today=TODAY
    )
    assert [match.event.id for match in finding.matches] == ["lit", "survey"]


def test_what_goes_on_at_a_time_comes_after_what_is_nearly_of_it() -> None:
    reign = make_event("reign", "1900/1980", "A queen reigns")
    fair = make_event("fair", "1956-07-10/1956-07-12", "A fair is held")
    finding = search("mid july 1956", build_index(make_timeline(reign, fair)), today=TODAY)
    assert [match.event.id for match in finding.matches] == ["fair", "reign"]


@pytest.mark.parametrize(
    "question",
    [
        "eclipse number two",
        "eclipse no. 2?",
        "eclipse number two of the moon",
        "moon, eclipse no 2",
    ],
)
def test_a_number_behind_its_kind_counts_as_an_ordinal(question: str) -> None:
    eclipses = [
        make_event(f"e{year}", str(year), "An eclipse of the moon") for year in (1901, 1905, 1909)
    ]
    finding = search(question, build_index(make_timeline(*eclipses)), today=TODAY)
    assert finding.matches[0].event.id == "e1905"


def test_the_oldest_entry_is_so_by_its_date_whatever_a_title_says_of_itself() -> None:
    quiet = make_event("quiet", "1901", "A lighthouse is planned")
    loud = make_event("loud", "1905", "The first lighthouse is lit")
    index = build_index(make_timeline(quiet, loud, make_event("castle", "1800", "A castle burns")))
    assert search("oldest entry on a lighthouse", index, today=TODAY).matches[0].event.id == "quiet"
    assert search("the first lighthouse", index, today=TODAY).matches[0].event.id == "loud"


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("newest item in the whole timeline?", "seen"),
        ("the oldest entry of the entire file", "lit"),
        ("what opens 1956", "lit"),
        ("what closed the year 1956?", "seen"),
        ("what rounds off 1956", "seen"),
    ],
)
def test_the_first_and_the_last_of_all_there_is(question: str, wanted: str, index: Index) -> None:
    assert search(question, index, today=TODAY).matches[0].event.id == wanted


def test_entries_are_counted_when_told_so(index: Index) -> None:
    finding = search("count the entries for 1956", index, today=TODAY)
    assert finding.query.asked is Asked.COUNT
    assert finding.answering == 2


def test_what_a_timeline_is_about_asks_for_all_of_a_time() -> None:
    index = build_index(
        make_timeline(
            make_event("first", "1991-03-01", "Первый рейс"),
            make_event("crash", "1995-04-01", "Пожар в порту"),
            make_event("later", "2004", "Новый причал"),
            title="Российское мореплавание, 1900–2010",
        )
    )
    found = search("что было в мореплавании в девяностые", index, today=date(2026, 1, 1))
    assert [match.event.id for match in found.matches[: found.answering]] == ["first", "crash"]
    found = search("что за рыба была в мореплавании в девяностые", index, today=date(2026, 1, 1))
    assert not found.answering


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("самая новая запись", "seen"),
        ("самая старая запись", "lit"),
        ("가장 오래된 기록", "lit"),
        ("가장 최근 기록은 뭐야", "seen"),
    ],
)
def test_the_oldest_and_the_newest_entry_in_other_languages(question: str, wanted: str) -> None:
    days = make_timeline(
        make_event("lit", "1901", "The lighthouse is lit"),
        make_event("fair", "1902", "A fair is held"),
        make_event("seen", "1903", "A whale is seen"),
    )
    assert search(question, build_index(days), today=TODAY).matches[0].event.id == wanted


LAWS = make_timeline(
    make_event("arland", "1950", "Arland bans whaling"),
    make_event("belport", "1951", "Belport bans whaling"),
    make_event("talk", "1952", "A conference of small countries on trade"),
    *(make_event(f"ship-{day}", f"1960-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(make_name("Arland", kind="places"), make_name("Belport", kind="places")),
)


@pytest.mark.parametrize(
    "question",
    ["which countries banned whaling", "what states ban whaling", "list mentions of whaling",
     "list the two whaling bans", "список упоминаний whaling"],
)  # fmt: skip
def test_the_class_of_those_asked_for_and_their_number_are_not_looked_for(question: str) -> None:
    finding = search(question, build_index(LAWS), today=TODAY)
    assert {match.event.id for match in finding.matches[: finding.answering]} == {
        "arland", "belport",
    }  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "first country to recognise Orland",
        "which country was the first to recognise Orland?",
        "which state first recognised Orland",
    ],
)
def test_a_country_that_did_it_first_is_told_by_its_name_alone(question: str) -> None:
    index = build_index(
        make_timeline(
            make_event("first", "1948", "Belport recognises Orland", places=["Belport", "Orland"]),
            make_event(
                "later",
                "1991",
                "Orland and a third country recognise the new state",
                places=["Orland"],
            ),
            names=(make_name("Orland", kind="places"), make_name("Belport", kind="places")),
        )
    )
    assert search(question, index, today=TODAY).matches[0].event.id == "first"
