"""Recall in a store whose every word is common: what holds several of them is found."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.weighing.scoring import MANY, MOST_CANDIDATES, find_candidates, pull_of, weight_of
from bot.timeline.loader import load_timeline

TODAY = date(2026, 3, 15)


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """Thousands of Danish composers and of Irish bishops, some sagas, and one Danish bishop."""
    titles = [f"Danish composer number {n}" for n in range(MANY + 100)]
    titles += [f"Irish bishop number {n}" for n in range(MANY + 100)]
    titles += [f"Norse saga number {n}" for n in range(450)]
    titles.append("Anders Holm, Danish bishop")
    store = tmp_path_factory.mktemp("store") / "crowded.jsonl"
    rows = ({"id": f"e{n}", "date": str(1000 + n // 10), "title": t} for n, t in enumerate(titles))
    store.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return build_index(load_timeline([store]))


def test_the_entry_that_holds_both_common_words_is_first(crowded: Index) -> None:
    found = search("the danish bishop", crowded, today=TODAY)
    assert found.matches[0].event.title == "Anders Holm, Danish bishop"


def test_one_common_word_brings_no_more_than_are_looked_at(crowded: Index) -> None:
    query = read_query("danish", crowded, today=TODAY)
    assert 0 < len(find_candidates(query, crowded)) <= MOST_CANDIDATES


def test_a_rare_word_beside_common_ones_decides(crowded: Index) -> None:
    query = read_query("danish composer holm", crowded, today=TODAY)
    assert crowded.events[find_candidates(query, crowded)[0].number].title.startswith("Anders")


def test_a_time_in_which_nothing_fits_does_not_hide_the_rest(crowded: Index) -> None:
    query = read_query("anders holm in 1200", crowded, today=TODAY)
    assert crowded.events[find_candidates(query, crowded)[0].number].title.startswith("Anders")


def test_what_fits_the_time_stays_beside_many_that_hold_the_word(crowded: Index) -> None:
    found = search("saga in 1860", crowded, today=TODAY)
    assert found.matches[0].event.date.earliest.year == 1860


def test_a_word_that_no_dictionary_has_pulls_more_than_an_ordinary_one(crowded: Index) -> None:
    (holm,) = read_query("anderssen holm", crowded, today=TODAY).units[1:]
    (bishop,) = read_query("bishop", crowded, today=TODAY).units
    assert pull_of(holm) > weight_of(holm)
    assert pull_of(bishop) == weight_of(bishop)
