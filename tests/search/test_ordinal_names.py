"""An ordinal that belongs to the name of a thing, asked for in another language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.building import build_index
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
