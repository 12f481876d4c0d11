"""The figures: how often the right entry is first, and how far a score can be trusted."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from bot.evaluation.questions import Question

RESAMPLES = 1000  # of the bootstrap; the interval's ends then move by about a tenth of its width
RESAMPLES_OF_ALL = 200  # where each one sorts all results again
PRECISION = 0.95  # at which the coverage of answerable questions is reported


@dataclass(frozen=True, slots=True)
class Result:
    """What an engine gave for one question: ids best first, the first one's score."""

    question: Question
    ids: tuple[str, ...]
    score: float
    is_answered: bool
    seconds: float = 0.0

    @property
    def is_answerable(self) -> bool:
        """Whether the timeline holds an answer."""
        return bool(self.question.expect)

    @property
    def is_right(self) -> bool:
        """Whether a right entry came first."""
        return bool(self.ids) and self.ids[0] in self.question.expect

    def recall(self, k: int) -> float:
        """1 if a right entry is among the first `k`, else 0."""
        return float(any(found in self.question.expect for found in self.ids[:k]))

    def reciprocal_rank(self, k: int = 10) -> float:
        """1 / rank of the first right entry among `k`, else 0."""
        for rank, found in enumerate(self.ids[:k], 1):
            if found in self.question.expect:
                return 1 / rank
        return 0.0

    def ndcg(self, k: int = 10) -> float:
        """Discounted cumulative gain over the best possible, with equal gains (Järvelin 2002)."""
        gain = sum(
            1 / math.log2(rank + 1)
            for rank, found in enumerate(self.ids[:k], 1)
            if found in self.question.expect
        )
        best = sum(1 / math.log2(r + 1) for r in range(1, min(k, len(self.question.expect)) + 1))
        return gain / best if best else 0.0


def mean(results: Sequence[Result], measure: Callable[[Result], float]) -> float:
    """Return the mean of `measure` over `results`, 0 for none."""
    return sum(map(measure, results)) / len(results) if results else 0.0


def interval(
    results: Sequence[Result], measure: Callable[[Result], float], *, seed: int = 0
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of the mean of `measure`."""
    if not results:
        return 0.0, 0.0
    random = Random(seed)  # noqa: S311 (resampling, no secret)
    values = [measure(result) for result in results]
    means = sorted(
        sum(random.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES)
    )
    return means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES)]


def resampled(
    results: Sequence[Result], figure: Callable[[Sequence[Result]], float], *, seed: int = 0
) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of a figure that is no mean, like a ROC area."""
    if not results:
        return 0.0, 0.0
    random = Random(seed)  # noqa: S311 (resampling, no secret)
    found = sorted(figure(random.choices(results, k=len(results))) for _ in range(RESAMPLES_OF_ALL))
    return found[int(0.025 * RESAMPLES_OF_ALL)], found[int(0.975 * RESAMPLES_OF_ALL)]


def roc_area(results: Sequence[Result]) -> float:
    """Return the chance that an answerable question scores above one without an answer."""
    yes = sorted(result.score for result in results if result.is_answerable)
    no = sorted(result.score for result in results if not result.is_answerable)
    if not yes or not no:
        return 0.0
    wins = below = equal = 0
    for score in yes:
        while below < len(no) and no[below] < score:
            below += 1
        equal = max(equal, below)
        while equal < len(no) and no[equal] == score:
            equal += 1
        wins += 2 * below + (equal - below)
    return wins / (2 * len(yes) * len(no))


def coverage(results: Sequence[Result], *, precision: float = PRECISION) -> tuple[float, float]:
    """Return the share of answerable questions answered rightly at `precision`, and the score.

    The lowest score is sought from which at least `precision` of all answers are right.
    """
    ranked = sorted(results, key=lambda result: -result.score)
    answerable = sum(result.is_answerable for result in results)
    best, limit, right = 0, 1.0, 0
    for count, result in enumerate(ranked, 1):
        right += result.is_right
        at_tie = count < len(ranked) and ranked[count].score == result.score
        if not at_tie and right >= precision * count:
            best, limit = right, result.score
    return (best / answerable if answerable else 0.0), limit


def answered(results: Sequence[Result], *, answerable: bool) -> float:
    """Return the share of questions answered at the engine's own threshold."""
    chosen = [result for result in results if result.is_answerable is answerable]
    return mean(chosen, lambda result: float(result.is_answered))


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of the reliability table: what was promised and what came true."""

    low: float
    high: float
    count: int
    promised: float
    kept: float


def reliability(results: Sequence[Result], *, bins: int = 10) -> tuple[Bin, ...]:
    """Return how often first answers were right, by the score they were given with."""
    rows = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [r for r in results if low <= r.score < high or (high == 1 and r.score == 1)]
        if inside:
            promised = mean(inside, lambda result: result.score)
            rows.append(
                Bin(low, high, len(inside), promised, mean(inside, lambda r: float(r.is_right)))
            )
    return tuple(rows)


def calibration_error(results: Sequence[Result], *, bins: int = 10) -> float:
    """Return how far promise and truth lie apart on average (expected calibration error)."""
    rows = reliability(results, bins=bins)
    total = sum(row.count for row in rows)
    return sum(row.count * abs(row.promised - row.kept) for row in rows) / total if total else 0.0
