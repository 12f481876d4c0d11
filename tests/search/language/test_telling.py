"""Words of chat that tell one entry from another in a long list of all sorts of things."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.telling import telling_words
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
