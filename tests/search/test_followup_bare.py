"""Follow-ups in a store of dates and titles, in which no names are curated."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event("otter", "1921", "The Otterbrun rebellion is put down"),
            make_event("marl", "1930", "The Marlisk rebellion is put down by riflemen"),
            make_event("fair", "1931", "The Marlisk fair is opened by a duke"),
            make_event("moth", "1932", "A moth of Marlisk is drawn by Emil Varga"),
            make_event("greece", "1967", "Colonels of Greece stage a coup"),
            make_event("turkey", "1980", "A general of Turkey leads a coup"),
            make_event("bridge", "1973", "A long bridge is finished in Turkey"),
            make_event("death", "1997", "Death of Wilma Krsanec in Bellac"),
            make_event("funeral", "1998", "The funeral of Wilma Krsanec is held in Aarburg"),
            make_event("other", "1806", "Admiral Tomic receives a funeral in Kielby"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(60)),
        )
    )


@pytest.mark.parametrize(
    ("asked", "shown", "then", "expected"),
    [
        ("Otterbrun rebellion", "otter", "and the Marlisk one?", "marl"),
        ("coup in Greece", "greece", "and the one in Turkey?", "turkey"),
        ("when was the Otterbrun rebellion put down", "otter", "and Marlisk?", "marl"),
        ("death of Wilma Krsanec", "death", "and her funeral?", "funeral"),
    ],
)
def test_another_name_takes_the_place_of_the_one_before(
    index: Index, asked: str, shown: str, then: str, expected: str
) -> None:
    event = next(event for event in index.events if event.id == shown)
    context = [Turn(True, asked), Turn(False, event.title)]
    found = search(then, index, today=DAY, context=context)
    assert found.matches[0].event.id == expected
