"""Words of chat that tell one entry from another in a long list of all sorts of things."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.telling import is_of_now, telling_words
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

STORE = make_timeline(
    make_event("begins", "1801", "The Tavish War begins at Orme"),
    make_event("battle", "1802", "The Tavish War: Battle of Quill"),
    make_event("ends", "1803", "A treaty is signed at Lisk by all, ending the Tavish War"),
    make_event("fire", "1810", "A fire in Orme"),
    make_event("great", "1820", "The Great Fire of Orme destroys the harbour and the bridges"),
    make_event("strike", "1830", "A general strike stops the mills of Quill"),
    make_event("other", "1831", "A strike in Quill"),
    make_event("brand", "1840", "Rheinbrandt opens a mill in Lisk"),
    *(make_event(f"rein-{n}", str(1850 + n), "Rein sells coal") for n in range(9)),
    *(make_event(f"brandt-{n}", str(1850 + n), "Brandt buys coal") for n in range(9)),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STORE)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did the Tavish War end?", "ends"),
        ("end of the tavish war", "ends"),
        ("when was the Tavish War over?", "ends"),
        ("when did the Tavish War begin", "begins"),
        ("great fire of orme", "great"),
        ("general strike in quill", "strike"),
        ("reinbrandt mill", "brand"),  # one letter is missing, no space
    ],
)
def test_the_entry_that_tells_just_this_is_first(
    index: Index, question: str, expected: str
) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected


def test_where_names_are_curated_the_end_is_chat() -> None:
    curated = make_timeline(*STORE.events, names=(make_name("Lisk", kind="places"),))
    query = search("the end of the Tavish War", build_index(curated), today=DAY).query
    assert "end" not in {unit.text for unit in query.units}


def test_a_word_of_chat_tells_something_only_beside_a_word_of_another_kind() -> None:
    assert "great" in telling_words("the great fire".split())
    assert "great" not in telling_words("great when was it".split())
    assert "mine" not in telling_words("a friend of mine".split())
    assert "mine" in telling_words("coal mine".split())


@pytest.mark.parametrize(
    "question",
    [
        "how do i open the mill",
        "why is the harbour closed",
        "is the bridge open again",
        "can someone move the coal",
        "where can i find my bridge",
        "translate this to french",
        "what's for lunch",
        "could you water the coal",
        "will you please open it",
        "write me a bridge",
        "who wants to see the bridge",
        "the bridge is down again",
        "what's the price of coal",
    ],
)
def test_what_people_ask_of_each_other_at_work_is_of_now(question: str) -> None:
    assert is_of_now(question)


@pytest.mark.parametrize(
    "question",
    [
        "when was the bridge opened",
        "how did the strike end",
        "can someone tell me when the mill was opened",
        "do we know what happened to the harbour",
        "my class asks about the year of the great fire",
        "order of the golden fleece",
        "what is the oldest bridge",
        "great fire",
        "could you tell me about the bridge",
        "can you please find the great fire",
        "the bridge is opened",
        "what is the tavish war",
    ],
)
def test_what_asks_for_the_past_is_not_of_now(question: str) -> None:
    assert not is_of_now(question)


def test_a_bare_store_is_not_asked_about_the_day_of_the_one_who_asks(index: Index) -> None:
    chat, earnest = (
        search(question, index, today=DAY)
        for question in ("how do I stop the mills", "which strike stops the mills")
    )
    assert chat.outcome is Outcome.ABSTAIN
    assert earnest.outcome is not Outcome.ABSTAIN
