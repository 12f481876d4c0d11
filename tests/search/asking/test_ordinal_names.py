"""An ordinal that belongs to the name of a thing, asked for in another language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.asking.ordinal_names import with_ordinal_as_word
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline


@pytest.mark.parametrize(
    "question", ["Quill ninth gathering", "Квилл девятый слёт", "Квилл на 9-м слете"]
)
def test_it_is_found_by_a_word_for_the_same(question: str) -> None:
    index = build_index(
        make_timeline(
            make_event(
                "ninth", "1956-03-01", "Ada Quill greets the guild",
                summary="It was the eve of its ninth gathering.", people=["Ada Quill"],
            ),
            make_event("other", "1959-03-01", "Ada Quill leaves the gathering of the guild"),
            names=(make_name("Ada Quill", "Квилл"),),
            synonyms=(("gathering", "слёт"),),
        )
    )  # fmt: skip
    assert search(question, index, today=date(2024, 5, 1)).matches[0].event.id == "ninth"


def test_the_first_may_be_one_more_word_but_the_last_is_counted() -> None:
    index = build_index(
        make_timeline(make_event("first", title="The guild parts at its first gathering"))
    )

    def with_word(question: str) -> list[str]:
        query = read_query(question, index, today=date(2024, 5, 1))
        read = with_ordinal_as_word(query, index)
        return [] if read is None else [unit.text for unit in read.hard]

    assert with_word("the guild parts at the first gathering")[-1] == "1st"
    assert with_word("the guild parts at the last gathering") == []
