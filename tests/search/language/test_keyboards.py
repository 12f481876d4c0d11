"""Neighbouring keys and whole questions typed in the wrong layout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.asking.layout import in_right_layout
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.keyboards import are_neighbours, other_layouts
from tests.examples import make_event, make_name, make_timeline

TIMELINE = make_timeline(
    make_event("a", "1961-07-06", "Carla Dent visits the capital", people=["Carla Dent"]),
    names=(make_name("Carla Dent", "Карла Дент", "덴트"),),
    synonyms=(("visits", "визит", "방문"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TIMELINE, known_words=frozenset("when did".split()))


@pytest.mark.parametrize(
    ("pair", "expected"), [("as", True), ("az", True), ("ql", False), ("фы", True), ("aa", False)]
)
def test_keys_side_by_side_are_neighbours(pair: str, expected: bool) -> None:
    assert are_neighbours(pair[0], pair[1]) is expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("rjulf ,sk dbpbn", "когда был визит"),
        ("црут вшв вуте мшыше", "when did dent visit"),
        ("qkdans", "방문"),
        ("when did dent visit", "when did dent visit"),
        ("asdf", "asdf"),
        ("визит когда", "визит когда"),
        ("", ""),
    ],
)
def test_a_question_in_the_wrong_layout_is_read_as_it_was_meant(
    index: Index, typed: str, meant: str
) -> None:
    assert in_right_layout(typed, index.speller) == meant


@given(st.text(max_size=60))
def test_the_cyrillic_layout_keeps_every_place(text: str) -> None:
    assert all(len(other) == len(text) for other in other_layouts(text)[:1])
