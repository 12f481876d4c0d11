"""Words that are cut short, as people write them to each other."""

from __future__ import annotations

import pytest

from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

INDEX = build_index(
    make_timeline(
        make_event("schools", "1911", "The education minister leaves for Belport"),
        make_event("farms", "1912", "The agriculture minister leaves for Belport"),
        make_event("papers", "1913", "The king takes papers from a new ambassador"),
        make_event("island", "1914", "The governor of the island resigns"),
        make_event("old", "1915", "Veterans march in Oslo"),
    )
)


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("edu minister's trip to Belport", "schools"),
        ("when did the agri minister leave for Belport", "farms"),
        ("who was the new amb. that the king took papers from", "papers"),
        ("gov of the island resigns", "island"),
        ("march of the vets in Oslo", "old"),
    ],
)
def test_they_stand_for_what_they_begin(question: str, event: str) -> None:
    found = search(question, INDEX, today=DAY)
    assert found.matches[0].event.id == event
    assert found.answering
