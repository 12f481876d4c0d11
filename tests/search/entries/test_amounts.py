"""Numbers in questions: how many, which year of a thing, which day as a name; told as stories."""

from __future__ import annotations

import pytest

from bot.search.entries.amounts import asks_for_untold_count
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ARMY = make_timeline(
    make_event("camp", "1810-03-01", "Soldiers come to the camp at Dorham", significance=3,
               places=["Dorham"]),
    make_event("count", "1810-04-01", "More soldiers come to the camp at Dorham",
               summary="About 1,200 soldiers were there by May.", places=["Dorham"]),
    make_event("pact", "1820-05-01", "A pact of friendship is signed", significance=2),
    make_event("end", "1835-05-01", "Belport lets the 1820 pact lapse"),
    make_event("talks", "1836-05-01", "Belport asks for talks",
               summary="Envoys spoke of the pact of 1820."),
    make_event("vow", "1850-09-19", "The cities sign a joint vow"),
    make_event("vow-2", "1852-03-01", "The cities sign another joint vow"),
    make_event("guest", "1860-02-01", "The mayor is invited to Victory Day"),
    make_event("pair", "1870-02-01", "Two riders are caught"),
    *(make_event(f"ship-{day}", f"1905-07-{day}", f"Ship {day} sails") for day in range(10, 30)),
    names=(make_name("Dorham", kind="places"),),
    synonyms=(("vow", "서약"), ("joint", "공동"), ("riders", "기병"), ("caught", "잡힌")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(ARMY)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("how many soldiers came to the camp at Dorham", "count", "it tells their number"),
        ("soldiers come to the camp at Dorham", "camp", "no number is asked for"),
        ("when did the 1820 pact lapse", "end", "1820 is a part of its name"),
        ("in what year was the 1820 pact signed", "pact", "and it was signed in it"),
        ("9·19 공동 서약", "vow", "a day may be a name"),
        ("invitation to Victory Day", "guest", "a feast may be what something is about"),
        ("기병 두 명", "pair", "two of people are two"),
    ],
)
def test_a_number_is_read_as_what_it_is_meant(
    index: Index, question: str, expected: str, why: str
) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is not Outcome.ABSTAIN
    assert finding.matches[0].event.id == expected, why


LINE = make_timeline(
    make_event(
        "train",
        "1911-06-17",
        "The night train to Dorham runs again",
        summary="It stops in Belport and takes 9 days; a second one followed on 19 June.",
        keywords=["carriages"],
        places=["Dorham"],
    ),
    make_event(
        "street",
        "1912-02-15",
        "A street for the families of lost sailors opens",
        summary="It has flats for widows; the navy spoke of 2,000 dead.",
    ),
    make_event(
        "rescue",
        "1913-02-15",
        "Divers of the Gannet come home",
        summary="The captain said that nine of his divers had drowned.",
    ),
    make_event("veto", "1914-03-01", "Arland casts a veto", places=["Arland"]),
    make_event("veto-2", "1915-03-01", "Arland casts another veto", places=["Arland"]),
    names=(make_name("Dorham", kind="places"), make_name("Arland", kind="places")),
)


@pytest.mark.parametrize(
    ("question", "event_id", "is_untold"),
    [
        ("how many stops does the night train to Dorham make", "train", True),
        ("how many carriages has the night train to Dorham", "train", True),
        ("how many days does the night train to Dorham take", "train", False),
        ("how many flats are in the street for sailors", "street", True),
        ("how many divers of the Gannet drowned", "rescue", False),
        ("how many vetoes did Arland cast", "veto", False),  # entries are counted
    ],
)
def test_a_number_of_something_else_is_no_answer(
    question: str, event_id: str, is_untold: bool
) -> None:
    index = build_index(LINE)
    number = next(n for n, event in enumerate(index.events) if event.id == event_id)
    query = read_query(question, index, today=DAY)
    assert asks_for_untold_count(number, query, index) is is_untold
