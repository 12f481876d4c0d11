"""How somebody took a thing is told by the entry that continues it, not by that of the thing."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

COUNCIL = ["Harbour Council"]


def make_index(*, causes: list[str]) -> Index:
    """A flood, and what the council and Ada Quist did, which continues the `causes`."""
    return build_index(
        make_timeline(
            make_event("flood", "1911-05-30", "A flood drowns the docks", organisations=COUNCIL),
            make_event(
                "tax",
                "1911-06-20",
                "A tax for docks",
                summary="After the flood all who own a ship pay.",
                organisations=COUNCIL,
                related=causes,
            ),
            make_event("bread", "1911-06-25", "Ada Quist gives bread", related=causes),
            make_event("strike", "1920-03-01", "Harbour Council ends a strike"),
            make_event("pay", "1920-04-01", "Pay rises", organisations=COUNCIL, related=["strike"]),
            *(make_event(f"letter-{n}", str(1940 + n), f"A letter on ships {n}") for n in range(5)),
            names=(make_name("Ada Quist"), make_name(*COUNCIL, kind="organisations")),
        )
    )


@pytest.fixture(scope="module")
def index() -> Index:
    return make_index(causes=["flood"])


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("how did the Harbour Council respond to the flood of the docks", "tax"),
        ("how did the Harbour Council react to the May 1911 flood", "tax"),
        ("what did the Harbour Council do about the flood in May 1911", "tax"),
        ("the Harbour Council's answer to the 1911 flood", "tax"),
        ("what happened at the Harbour Council about the flood of May 1911", "flood"),
        ("how did the Harbour Council react to the strike", "strike"),
    ],
)
def test_who_took_it_is_looked_for_in_what_continues_it(
    index: Index, question: str, event: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.matches[0].event.id == event
    assert found.answering


def test_what_continues_nothing_answers_nothing() -> None:
    asked = "how did the Harbour Council react to the May 1911 flood"
    found = search(asked, make_index(causes=[]), today=DAY)
    assert found.matches[0].event.id == "flood"
