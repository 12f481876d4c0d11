"""What is counted is counted once, and labels cannot grow without end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.meter import LATENCY, QUESTIONS, Meter, outcome_label


def test_many_threads_lose_no_count() -> None:
    meter = Meter()
    with ThreadPoolExecutor(8) as pool:
        for _ in range(1000):
            pool.submit(meter.count, QUESTIONS, "mention", "events")
    assert meter.counts(QUESTIONS) == {("mention", "events"): 1000}


def test_a_duration_falls_into_the_first_bound_that_is_not_below_it() -> None:
    meter = Meter()
    for seconds in (0.001, 0.002, 0.003, 99.0):
        meter.time(LATENCY, seconds, "mention")
    times = meter.times(LATENCY)[("mention",)]
    assert (times.counts[0], times.counts[1], times.counts[-1]) == (2, 1, 1)
    assert times.total == pytest.approx(99.006)


def test_labels_from_outside_cannot_fill_the_memory() -> None:
    meter = Meter()
    for number in range(5000):
        meter.count(QUESTIONS, "mention", str(number))
    assert len(meter.counts(QUESTIONS)) == 1000


@pytest.mark.parametrize(
    ("outcome", "label"),
    [
        ("events 1/3", "events"),
        ("failed reference=3fa2b1c4", "failed"),
        ("not sent: channel_not_found", "not sent"),
        ("too many, told before", "too many"),
        ("shared before", "shared before"),
        ("", "other"),
    ],
)
def test_an_outcome_is_counted_by_its_kind(outcome: str, label: str) -> None:
    assert outcome_label(outcome) == label
