"""Two questions in one message: either of them may be answered."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

INDEX = build_index(
    make_timeline(
        make_event("grave", "1931", "Ada Quist dies in Oslo", people=["Ada Quist"]),
        make_event("bridge", "1911", "Emil Frost opens a bridge", people=["Emil Frost"]),
        make_event("flood", "1921", "A flood carries the mill away"),
        make_event("speech", "1925", "Arland's council speaks of the harbour"),
        *(make_event(f"letter-{n}", str(1940 + n), f"Arland writes of tax {n}") for n in range(9)),
        names=(make_name("Ada Quist"), make_name("Emil Frost")),
    )
)


@pytest.mark.parametrize(
    ("question", "event"),
    [
        ("when did Ada Quist die and what did the gardener whisper to the neighbours", "grave"),
        ("who carried the piano and when did Emil Frost open the bridge", "bridge"),
        ("when did the flood carry the mill away, and why was the orchestra disbanded", "flood"),
    ],
)
def test_either_part_may_answer(question: str, event: str) -> None:
    found = search(question, INDEX, today=DAY)
    assert found.outcome is Outcome.SURE
    assert found.matches[0].event.id == event


def test_a_part_that_says_too_little_answers_nothing() -> None:
    found = search("when did the orchestra disband and what did Arland write", INDEX, today=DAY)
    assert found.outcome is Outcome.ABSTAIN
