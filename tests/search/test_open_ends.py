"""Entries of which nobody knows when they began or end: any question may be asked beside them."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

CROSSINGS = make_timeline(
    make_event("ferry", "../1903-02-03", "The old ferry runs across the Orme"),
    make_event("doctors", "1903-02-05", "Belport sends doctors to the Orme"),
    make_event("bridge", "1904-05-06/..", "A bridge across the Orme is open"),
    make_event("lamps", "1904-05-08", "Lamps are lit in Belport"),
    make_event("stone", "-9999-01-01", "The oldest stone is laid"),
    make_event("tower", "9999-12-31", "The last tower is built"),
)
THINGS = ("the old ferry", "the bridge", "the oldest stone", "the last tower")


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(CROSSINGS)


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize(
    "form",
    [
        "what happened two days after {}",
        "what came the day before {}",
        "what came three months before {}",
        "hours after {} who came",
        "what happened between {} and the doctors",
    ],
)
def test_what_is_counted_from_an_open_end_never_raises(index: Index, form: str, thing: str) -> None:
    assert search(form.format(thing), index, today=DAY).query is not None


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize(
    "question",
    ["and the day after?", "a month later?", "on the 15th?", "fifteen years later who came",
     "three weeks before", "which lamps were lit after that", "which ferry ran before that"],
)  # fmt: skip
def test_a_follow_up_to_an_open_end_never_raises(index: Index, question: str, thing: str) -> None:
    before = (Turn(is_question=True, text=thing),)
    assert search(question, index, today=DAY, context=before).query is not None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what happened two days after the bridge", "lamps"),
        ("what happened two days after the old ferry", "doctors"),
    ],
)
def test_it_is_counted_from_the_end_that_is_known(
    index: Index, question: str, expected: str
) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected
