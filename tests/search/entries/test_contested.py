"""The first of a kind is sure only where nothing before it may be of that kind as well."""

from __future__ import annotations

import pytest

from bot.search.entries.contested import is_contested
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.threads.neighbours import number_of
from bot.search.weighing.scoring import Candidate
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

DYKES = make_timeline(
    make_event("drawn", "1951-03-01", "A dyke at Tarn is drawn up"),
    make_event("dyke", "1953-05-01", "The dyke at Tarn is built"),
    make_event("gap", "1955-02-01", "The dyke at Tarn breaks"),
    make_event("new", "1957-06-01", "The first new dyke at Tarn is built"),
    make_event("1958-first-sluice", "1958-06-01", "A sluice is put into the dyke at Tarn"),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(DYKES)


@pytest.mark.parametrize(
    ("question", "chosen", "other", "coverage", "expected"),
    [
        ("first dyke at Tarn", "dyke", "drawn", 0.8, True),
        ("first dyke at Tarn", "dyke", "drawn", 0.6, False),  # it explains less
        ("first dyke at Tarn", "dyke", "gap", 0.8, False),  # it comes later
        ("last dyke at Tarn", "dyke", "gap", 0.8, True),
        ("last dyke at Tarn", "dyke", "drawn", 0.8, False),
        ("first dyke at Tarn in 1953", "dyke", "drawn", 0.8, False),  # of another time
        ("second dyke at Tarn", "dyke", "drawn", 0.8, False),
        ("first dyke at Tarn", "new", "drawn", 0.8, False),  # its title says so
        ("first dyke at Tarn", "1958-first-sluice", "drawn", 0.8, False),  # and so does its id
        ("dyke at Tarn", "dyke", "drawn", 0.8, False),
    ],
)
def test_what_lies_beyond_the_one_counted_out_and_explains_as_much_may_be_it(
    index: Index, question: str, chosen: str, other: str, coverage: float, *, expected: bool
) -> None:
    numbers = {event.id: number_of(event, index) for event in DYKES.events}
    first, second = Candidate(numbers[chosen], 0.8), Candidate(numbers[other], coverage)
    query = read_query(question, index, today=DAY)
    assert is_contested(first, [(0.9, first), (0.8, second)], query, index) is expected
