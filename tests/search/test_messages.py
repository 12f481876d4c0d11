"""Who writes to whom, where two write to each other on like occasions."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.building import build_index
from bot.search.index import Index
from bot.search.messages import went_the_other_way
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline

TODAY = date(2024, 5, 1)
ADA = make_name("Ada Quill", "Ада Квилл", "Квилл", "에이다")
BOB = make_name("Bob Foss", "Боб Фосс", "Фосс", "밥 포스", "포스")
PEOPLE = ["Ada Quill", "Bob Foss"]
WORDS = ["поздравление с юбилеем", "기념일 축전"]


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event(
                "hers", "1956-03-01", "Ada Quill sends Bob Foss jubilee greetings",
                people=PEOPLE, keywords=WORDS,
            ),
            make_event(
                "his", "1957-03-01", "Bob Foss sends jubilee greetings in return",
                summary="He wrote to Ada Quill.", people=PEOPLE[::-1], keywords=WORDS,
            ),
            make_event(
                "thanks", "1958-03-01", "Bob Foss thanks Ada Quill for a letter",
                people=PEOPLE[::-1],
            ),
            names=(ADA, BOB),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("jubilee greetings from Ada Quill to Bob Foss", "hers"),
        ("jubilee greetings from Bob Foss to Ada Quill", "his"),
        ("Bob Foss's jubilee greetings to Ada Quill", "his"),
        ("Bob Foss's jubilee greetings from Ada Quill", "hers"),
        ("bob foss's jubilee greetings from her", "hers"),
        ("the jubilee greetings that Bob Foss sent Ada Quill", "his"),
        ("поздравление с юбилеем от Квилл Фоссу", "hers"),
        ("поздравление с юбилеем от Фосса", "his"),
        ("Фосс поздравил с юбилеем Аду Квилл", "his"),
        ("에이다가 포스에게 보낸 기념일 축전", "hers"),
        ("포스가 에이다에게 보낸 기념일 축전", "his"),
    ],
)
def test_of_two_messages_the_one_that_went_that_way_comes_first(
    question: str, meant: str, index: Index
) -> None:
    assert search(question, index, today=TODAY).matches[0].event.id == meant


def test_who_is_thanked_for_a_letter_wrote_it(index: Index) -> None:
    query = read_query("Ada Quill's letter to Bob Foss", index, today=TODAY)
    (number,) = (n for n, event in enumerate(index.events) if event.id == "thanks")
    assert not went_the_other_way(number, query, index)
