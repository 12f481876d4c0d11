"""Between equals the title that says it as it was typed comes first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.search.asking.literal import Said
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.timeline.loader import load_timeline
from tests.examples import make_event, make_timeline


def test_words_count_and_their_standing_side_by_side() -> None:
    said = Said(("human", "made", "object"))
    assert said.likeness(("first", "human", "made", "object")) == 1.0
    assert 0 < said.likeness(("object", "made", "human")) < 1
    assert said.likeness(("a", "comet")) == 0.0
    assert Said(()).likeness(("a", "comet")) == 0.0


def test_of_two_words_with_one_stem_the_typed_one_decides(tmp_path: Path) -> None:
    store = tmp_path / "store.jsonl"
    store.write_text(
        '{"id": "a", "date": "1950", "title": "Anna Berg, diplomat"}\n'
        '{"id": "b", "date": "1951", "title": "Peru and Laos establish diplomatic relations"}\n'
        '{"id": "c", "date": "1952", "title": "A bridge opens in Riga"}\n'
    )
    index = build_index(load_timeline([store]))
    found = search("diplomatic ties", index, today=date(2026, 3, 15))
    assert found.matches[0].event.id == "b"


@pytest.mark.parametrize(
    ("title", "is_begun"),
    [
        ("the orland treaty is signed", True),
        ("old orland treaty signed", True),
        ("a quarrel over the orland treaty", False),
        ("treaty of orland", False),
        ("", False),
    ],
)
def test_a_title_begins_with_what_is_asked_for(title: str, is_begun: bool) -> None:
    assert Said(("when", "was", "the", "orland", "treaty")).begins(title.split()) is is_begun


def test_of_bare_titles_as_good_the_one_that_begins_with_it_comes_first() -> None:
    index = build_index(
        make_timeline(
            make_event("about", "1859", "A quarrel over the Orland Treaty leads to talks in Riga"),
            make_event("it", "1846", "The Orland Treaty moves the border between Riga and Arland"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(30)),
        )
    )
    found = search("when was the orland treaty", index, today=date(2026, 3, 15))
    assert found.matches[0].event.id == "it"
    mid = search("orland treaty in 1859", index, today=date(2026, 3, 15))
    assert mid.matches[0].event.id == "about"


def test_of_bare_titles_the_longer_one_that_says_it_in_those_words_comes_first() -> None:
    index = build_index(
        make_timeline(
            make_event("long", "1863", "General Ambrose Burnsaid takes the army over the river"),
            make_event("short", "1824", "Birth of Ambrose Burnsaid, northern general"),
            *(make_event(f"n{n}", str(1900 + n), f"A mill opens at Town {n}") for n in range(30)),
        )
    )  # fmt: skip
    found = search("general ambrose burnsaid", index, today=date(2026, 3, 15))
    assert found.matches[0].event.id == "long"
