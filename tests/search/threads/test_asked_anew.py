"""Questions that only ask to be told once more what was told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.asked_anew import asked_once, asks_for_all_of_them
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY
from tests.search.threads.test_said import first

LOANS = make_timeline(
    make_event("loan-1", "1901-03-02", "Ada Moss lends the council 300 crowns",
               people=["Ada Moss"], tags=["loans"]),
    make_event("fair", "1901-06-02", "A fair is held at Belport", places=["Belport"]),
    make_event("loan-2", "1903-03-09", "Ada Moss lends the council 500 crowns",
               people=["Ada Moss"], tags=["loans"]),
    make_event("mill", "1905-03-09", "Bob Cole buys the old mill", people=["Bob Cole"]),
    names=(make_name("Ada Moss", kind="people"), make_name("Bob Cole", kind="people"),
           make_name("Belport", kind="places")),
    tags=(("loans", "loans"),), synonyms=(("loan", "lends"), ("lends", "lent", "lend")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(LOANS)


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("how much was it again?", "how much was it"),
        ("who was that again", "who was that"),
        ("and what was the date, again?", "and what was the date"),
        ("for how long again", "for how long"),
        ("when was that again", "when was that"),
        ("who led it once more?", "who led it"),
        ("again, who was it?", "who was it?"),
        ("tell me again when it was", "when it was"),
        ("сколько там было, еще раз?", "сколько там было"),
        ("скажи еще раз, когда это было", "когда это было"),
    ],
)
def test_again_may_be_said_of_the_asking(question: str, asked: str) -> None:
    assert asked_once(question) == (asked, True)


@pytest.mark.parametrize(
    "question",
    [
        "did they meet again?",
        "when did they meet again?",
        "when was he there again",
        "who came again?",
        "where did they do it again",
        "what year did she visit again",
        "when did the ferry run again",
        "кто приехал еще раз?",
        "an again and again question",
    ],
)
def test_a_deed_may_recur(question: str) -> None:
    assert asked_once(question) == (question, False)


@given(st.text(max_size=300))
def test_no_text_raises(text: str) -> None:
    asked_once(text)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how much was it again?", "loan-1"),
        ("who was that again?", "loan-1"),
        ("who handed the money over again?", "loan-1"),
        ("and when did she do it again?", "loan-2"),
        ("who bought the mill again?", "mill"),
    ],
)
def test_what_was_told_is_told_again(index: Index, question: str, expected: str) -> None:
    assert first(index, "when did Ada Moss first lend the council money", question) == expected


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("when did Ada Moss first lend the council money", "what came after the loan", "fair"),
        ("the fair at Belport", "what was lent before the fair", "loan-1"),
        ("the fair at Belport", "what was lent after the fair", "loan-2"),
        ("the fair at Belport", "where was it after the mill", "fair"),
    ],
)
def test_the_entry_shown_is_counted_from_by_its_name(
    index: Index, asked: str, question: str, expected: str
) -> None:
    assert first(index, asked, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "list them", "ok, show them all please", "can you name them?", "give me the list",
        "and which were they?", "all of them", "which ones", "what are those, exactly",
        "перечисли их", "а какие именно?", "покажи весь список", "목록 보여줘", "전부 알려줘",
        "어떤 것들이야?",
    ],
)  # fmt: skip
def test_those_just_found_are_asked_for(question: str) -> None:
    assert asks_for_all_of_them(question)


@pytest.mark.parametrize(
    "question",
    [
        "list the loans", "show me the mill", "which ones were in 1903", "tell me about them",
        "what were they for", "name the mill", "all of them came", "why them",
        "перечисли займы", "какие займы", "방앗간 보여줘",
    ],
)  # fmt: skip
def test_more_is_asked_for_than_those_just_found(question: str) -> None:
    assert not asks_for_all_of_them(question)


@pytest.mark.parametrize("between", [(), ("and the second one?",), ("thanks", "list them")])
def test_those_just_found_are_listed_in_order_of_time(
    index: Index, between: tuple[str, ...]
) -> None:
    context: list[Turn] = []
    for question in ("how many loans did Ada Moss give", *between):
        found = search(question, index, today=DAY, context=context)
        shown = "\n".join(match.event.title for match in found.matches[: found.answering])
        context += [Turn(is_question=True, text=question), Turn(is_question=False, text=shown)]
    told = search("which ones were they", index, today=DAY, context=context)
    assert [match.event.id for match in told.matches[: told.answering]] == ["loan-1", "loan-2"]
    assert told.is_in_order


def test_where_nothing_was_found_nothing_is_listed(index: Index) -> None:
    context = (Turn(is_question=True, text="how many whales were seen"),)
    assert not search("list them", index, today=DAY, context=context).answering
