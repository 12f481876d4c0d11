"""Which events hold which key, and how strongly."""

from __future__ import annotations

import pytest

from bot.search.index import KEYWORD, NAMES, SUMMARY, TAG, TITLE, Index, rarity_of
from bot.search.indexing.building import build_index
from bot.search.indexing.lexicon import concept_key, tag_key
from bot.search.terms import stem
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_name, make_timeline

TIMELINE = make_timeline(
    make_event("a", "2001", "Treaty signed", summary="Carla Dent visits.", tags=["treaty"]),
    make_event("b", "2002", "Nothing signed", people=["Carla Dent"], keywords=["сделка"]),
    names=(make_name("Carla Dent", "Dent"),),
    tags=(("treaty", "treaties"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TIMELINE)


def held(index: Index, key: str) -> dict[int, float]:
    return {number: round(strength, 2) for number, strength in index.posting(key).items()}


def test_a_word_is_held_at_its_strongest_place(index: Index) -> None:
    assert held(index, "sign") == {0: TITLE, 1: TITLE}
    assert held(index, "visit") == {0: SUMMARY}


def test_a_name_is_held_from_text_and_from_its_field(index: Index) -> None:
    assert held(index, concept_key("Carla Dent")) == {0: SUMMARY, 1: round(NAMES, 2)}


def test_a_tag_is_held_by_the_events_that_carry_it(index: Index) -> None:
    assert held(index, tag_key("treaty")) == {0: round(TAG, 2)}


def test_a_keyword_is_held_less_than_a_word_of_the_summary(index: Index) -> None:
    assert held(index, stem("сделка")) == {1: round(KEYWORD, 2)}
    assert KEYWORD < SUMMARY


def test_an_unknown_key_is_held_by_none(index: Index) -> None:
    assert held(index, "nowhere") == {}
    assert index.strength("nowhere", 0) == 0


def test_the_strength_of_one_event_agrees_with_its_posting(index: Index) -> None:
    for key in ("sign", "visit", tag_key("treaty")):
        for number in range(2):
            expected = dict(index.posting(key).items()).get(number, 0.0)
            assert index.strength(key, number) == pytest.approx(expected)


def test_a_rarer_word_weighs_more_and_an_everywhere_word_next_to_nothing() -> None:
    weights = [rarity_of(holders, 421) for holders in (1, 10, 100, 400, 421)]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0.01


def test_shares_sum_to_one(index: Index) -> None:
    assert sum(index.shares(("sign", "visit", "nowhere"))) == pytest.approx(1)


def test_an_empty_timeline_makes_an_empty_index() -> None:
    empty = build_index(Timeline.build([], []))
    assert len(empty.posting("anything")) == 0
    assert empty.rarity("anything") >= 0
