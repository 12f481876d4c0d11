"""A bare store of titles is found by other everyday words for the same thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.search.building import build_index
from bot.search.index import Index
from bot.search.related_words import longest_related, related
from bot.search.searching import search
from bot.search.terms import stem
from bot.timeline.loader import load_timeline

TITLES = {
    "dies": "Antonio Costa dies in Vienna",
    "born": "Antonio Costa is born in Parma",
    "quake": "An earthquake strikes Chillan",
    "ends": "World War II ends in Europe",
    "begins": "World War I begins",
    "kingdom": "The United Kingdom joins the common market",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """A store of titles and nothing else."""
    store = tmp_path / "store.jsonl"
    rows = (
        f'{{"id": "{key}", "date": "{1900 + number}", "title": "{title}"}}\n'
        for number, (key, title) in enumerate(TITLES.items())
    )
    store.write_text("".join(rows))
    return build_index(load_timeline([store]))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("death of antonio costa", "dies"),
        ("antonio costa birth", "born"),
        ("chillan quake", "quake"),
        ("end of WWII", "ends"),
        ("second world war end", "ends"),
        ("world war 2 end", "ends"),
        ("first world war outbreak", "begins"),
        ("end of world war two", "ends"),
        ("UK joins common market", "kingdom"),
    ],
)
def test_other_words_find_the_same_entry(index: Index, question: str, expected: str) -> None:
    found = search(question, index, today=date(2026, 3, 15))
    assert found.matches[0].event.id == expected


def test_relatives_are_mutual_and_never_the_word_itself() -> None:
    phrase = (stem("death"),)
    others = related(phrase)
    assert phrase not in others
    assert all(phrase in related(other) for other in others)
    assert related(("nosuchword",)) == ()


def test_only_phrases_of_several_words_are_looked_for() -> None:
    stems = [stem(word) for word in "the second world war ended".split()]
    assert longest_related(stems, 1) == 3
    assert longest_related(stems, 4) == 0
