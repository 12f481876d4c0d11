"""Who has something done to them in a question has it done to them in the title."""

from __future__ import annotations

import pytest

from bot.search.building import build_index
from bot.search.done_to import compare_done_to, read_done_to
from bot.search.finding import Outcome
from bot.search.query import read_query
from bot.search.scoring import find_candidates
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ADA, EMIL, OTTO = "Ada Quist", "Emil Frost", "Otto Dent"
INDEX = build_index(
    make_timeline(
        make_event("medal", "1901", "Ada Quist awards Emil Frost a medal", people=[ADA, EMIL]),
        make_event("boat", "1902", "Emil Frost gives Otto Dent a boat", people=[EMIL, OTTO]),
        make_event("named", "1903", "Otto Dent is named harbour master", people=[OTTO]),
        make_event("bridge", "1904", "The bridge is opened by Ada Quist", people=[ADA]),
        *(make_event(f"x{n}", f"19{n}", f"Flood number {n} at the quay") for n in range(10, 40)),
        names=(make_name(ADA), make_name(EMIL), make_name(OTTO)),
    )
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when was Emil Frost awarded a medal", 1),
        ("when was Ada Quist awarded a medal", -1),
        ("was Otto Dent given a boat", 1),
        ("when was Emil Frost given a boat", -1),
        ("when was Otto Dent named harbour master", 1),
        ("when was Ada Quist opened the bridge", 0),  # no such deed of hers in the title
        ("who awarded Emil Frost a medal", None),
        ("when was the harbour master named", None),
        ("when was Emil Frost in the boat", None),
    ],
)
def test_who_has_it_done_to_them(question: str, told: float | None) -> None:
    query = read_query(question, INDEX, today=DAY)
    done = read_done_to(query)
    assert (done is None) == (told is None)
    if done is not None:
        assert compare_done_to(find_candidates(query, INDEX)[0], done, INDEX) == told


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("when was Emil Frost awarded a medal", "medal"),
        ("when was Otto Dent given a boat", "boat"),
        ("when was Otto Dent given a boat by Emil Frost", "boat"),
        ("when was Ada Quist awarded a medal", None),
        ("when was Emil Frost given a boat", None),
        ("when was Emil Frost given a boat by Otto Dent", None),
    ],
)
def test_the_answer_follows_whom_it_was_done_to(question: str, entry: str | None) -> None:
    found = search(question, INDEX, today=DAY)
    assert (found.outcome is Outcome.ABSTAIN) == (entry is None)
    assert entry is None or found.matches[0].event.id == entry
