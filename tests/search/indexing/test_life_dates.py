"""Lists of births and deaths say neither word; the other year behind the name does."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.indexing.life_dates import told_by_life_dates
from bot.search.searching import search
from bot.timeline.loader import load_timeline

ROWS = (
    {"id": "birth", "date": "1685-03-31", "title": "Johann Weber, German organist (d. 1750)"},
    {"id": "death", "date": "1750-07-28", "title": "Johann Weber, German organist (b. 1685)"},
    {"id": "other", "date": "1701-01-01", "title": "A new organ is heard in Ulm (Swabia)"},
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """A birth and a death, as encyclopaedias list them."""
    store = tmp_path / "lives.jsonl"
    store.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return build_index(load_timeline([store]))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when was johann weber born", "birth"),
        ("weber birthday", "birth"),
        ("when did weber die", "death"),
        ("death of johann weber", "death"),
        ("weber organist 1685", "birth"),
        ("weber organist 1750", "death"),
    ],
)
def test_birth_and_death_are_told_apart(index: Index, question: str, expected: str) -> None:
    assert search(question, index, today=date(2026, 3, 15)).matches[0].event.id == expected


@pytest.mark.parametrize(
    "title",
    [
        "A treaty (1685)",
        "The vitamins (b. 12 and d.)",
        "Weber (b. 1685), organist",
        "(b. )",
        ")",
        "",
    ],
)
def test_other_brackets_tell_nothing(title: str) -> None:
    assert told_by_life_dates(title) == ()
