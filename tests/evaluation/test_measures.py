"""The figures on results small enough to reckon by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.measures import (
    Result,
    answered,
    coverage,
    interval,
    mean,
    reliability,
    roc_area,
)
from bot.evaluation.questions import Question


def result(expect: str = "", got: str = "", score: float = 0.5, is_answered: bool = True) -> Result:
    return Result(
        Question("?", "plain", tuple(expect.split())), tuple(got.split()), score, is_answered
    )


def test_recall_looks_at_the_first_k() -> None:
    found = result("c", "a b c d")
    assert [found.recall(k) for k in (1, 2, 3)] == [0, 0, 1]


def test_reciprocal_rank_is_one_over_the_place_of_the_first_right_one() -> None:
    assert result("c d", "a b c d").reciprocal_rank() == pytest.approx(1 / 3)
    assert result("x", "a b").reciprocal_rank() == 0


def test_ndcg_is_1_when_all_right_ones_stand_first() -> None:
    assert result("a b", "b a c").ndcg() == pytest.approx(1)
    assert result("b", "a b").ndcg() == pytest.approx(1 / math.log2(3))


def test_roc_area_counts_pairs_in_the_right_order() -> None:
    results = [
        result("a", "a", 0.9),
        result("a", "a", 0.4),
        result("", "x", 0.4),
        result("", "x", 0.1),
    ]
    assert roc_area(results) == pytest.approx((1 + 1 + 0.5 + 1) / 4)


def test_coverage_stops_where_precision_is_lost() -> None:
    results = [
        result("a", "a", 0.9),
        result("a", "a", 0.8),
        result("", "x", 0.7),
        result("a", "a", 0.6),
    ]
    assert coverage(results, precision=1.0) == pytest.approx((2 / 3, 0.8))
    assert coverage(results, precision=0.7) == pytest.approx((1, 0.6))


def test_coverage_does_not_split_equal_scores() -> None:
    results = [result("a", "a", 0.5), result("", "x", 0.5)]
    assert coverage(results, precision=0.95) == (0, 1.0)


def test_answered_is_told_apart_by_whether_there_is_an_answer() -> None:
    results = [result("a"), result("a", is_answered=False), result("", is_answered=False)]
    assert answered(results, answerable=True) == 0.5
    assert answered(results, answerable=False) == 0


def test_reliability_sets_promise_beside_truth() -> None:
    (row,) = reliability([result("a", "a", 0.92), result("a", "b", 0.98)])
    assert (row.low, row.high, row.count) == (0.9, 1.0, 2)
    assert (row.promised, row.kept) == pytest.approx((0.95, 0.5))


def test_nothing_measured_gives_zeros() -> None:
    assert mean([], lambda r: r.score) == 0
    assert interval([], lambda r: r.score) == (0, 0)
    assert roc_area([]) == 0
    assert coverage([]) == (0, 1.0)
    assert reliability([]) == ()


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 1)), min_size=1, max_size=40))
def test_every_figure_is_a_share(rows: list[tuple[bool, float]]) -> None:
    results = [result("a" if yes else "", "a", score) for yes, score in rows]
    low, high = interval(results, lambda r: r.score)
    for figure in (roc_area(results), coverage(results)[0], low, high):
        assert 0 <= figure <= 1
