"""The figures as a table for people and as an object for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.evaluation.measures import (
    Result,
    answered,
    coverage,
    interval,
    mean,
    reliability,
    roc_area,
)


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """Return all figures of one engine."""
    answerable = [result for result in results if result.is_answerable]
    covered, limit = coverage(results)
    times = sorted(result.seconds * 1000 for result in results) or [0.0]
    return {
        "questions": len(results),
        "first": _round(mean(answerable, lambda r: r.recall(1))),
        "first_interval": [_round(end) for end in interval(answerable, lambda r: r.recall(1))],
        "among_three": _round(mean(answerable, lambda r: r.recall(3))),
        "mrr_10": _round(mean(answerable, lambda r: r.reciprocal_rank())),
        "ndcg_10": _round(mean(answerable, lambda r: r.ndcg())),
        "roc_area": _round(roc_area(results)),
        "coverage_at_95": _round(covered),
        "coverage_score": _round(limit),
        "answered_answerable": _round(answered(results, answerable=True)),
        "answered_unanswerable": _round(answered(results, answerable=False)),
        "ms_median": round(times[len(times) // 2], 3),
        "ms_p99": round(times[min(len(times) - 1, int(0.99 * len(times)))], 3),
        "kinds": {
            kind: {
                "questions": len(rows),
                "first": _round(mean(rows, lambda r: r.recall(1))),
                "among_three": _round(mean(rows, lambda r: r.recall(3))),
                "answered": _round(mean(rows, lambda r: float(r.is_answered))),
            }
            for kind, rows in _by_kind(results).items()
        },
        "reliability": [
            {
                "from": row.low,
                "to": row.high,
                "answers": row.count,
                "promised": _round(row.promised),
                "kept": _round(row.kept),
            }
            for row in reliability(results)
        ],
    }


def _by_kind(results: Sequence[Result]) -> dict[str, list[Result]]:
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kind = (
            result.question.kind if result.is_answerable else f"no answer: {result.question.kind}"
        )
        kinds.setdefault(kind, []).append(result)
    return dict(sorted(kinds.items(), key=lambda pair: (pair[0].startswith("no answer"), pair[0])))


def _round(value: float) -> float:
    return round(value, 3)


def as_text(name: str, results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of the full report of one engine."""
    figures = summary(results)
    low, high = figures["first_interval"]
    yield f"{name}: {figures['questions']} questions"
    yield f"  right entry first       {figures['first']:.3f}  (95 %: {low:.3f} to {high:.3f})"
    yield f"  among the first three   {figures['among_three']:.3f}"
    yield f"  MRR@10 {figures['mrr_10']:.3f}   nDCG@10 {figures['ndcg_10']:.3f}"
    yield f"  ROC area                {figures['roc_area']:.3f}"
    yield (
        f"  coverage at 95 % precision {figures['coverage_at_95']:.3f}"
        f"  (score {figures['coverage_score']:.3f})"
    )
    yield (
        f"  at its own threshold: answers {figures['answered_answerable']:.3f} of the answerable, "
        f"{figures['answered_unanswerable']:.3f} of the others"
    )
    yield f"  ms a question: median {figures['ms_median']:.2f}, p99 {figures['ms_p99']:.2f}"
    yield ""
    yield f"  {'kind':<28}{'n':>5}{'first':>8}{'three':>8}{'answered':>10}"
    for kind, row in figures["kinds"].items():
        numbers = f"{row['questions']:>5}{row['first']:>8.2f}{row['among_three']:>8.2f}"
        yield f"  {kind:<28}{numbers}{row['answered']:>10.2f}"
    yield ""
    yield f"  {'score':<12}{'answers':>8}{'promised':>10}{'kept':>8}"
    for row in figures["reliability"]:
        span = f"{row['from']:.1f}-{row['to']:.1f}"
        yield f"  {span:<12}{row['answers']:>8}{row['promised']:>10.2f}{row['kept']:>8.2f}"


def as_comparison(measured: Mapping[str, Sequence[Result]]) -> Iterator[str]:
    """Yield one line an engine, for engines measured in the same run."""
    yield (
        f"{'engine':<20}{'first':>8}{'three':>8}{'MRR':>8}{'ROC':>8}{'cov95':>8}{'ms':>9}{'p99':>9}"
    )
    for name, results in measured.items():
        row = summary(results)
        yield (
            f"{name:<20}{row['first']:>8.3f}{row['among_three']:>8.3f}{row['mrr_10']:>8.3f}"
            f"{row['roc_area']:>8.3f}{row['coverage_at_95']:>8.3f}"
            f"{row['ms_median']:>9.2f}{row['ms_p99']:>9.2f}"
        )


def misses(results: Sequence[Result]) -> Iterator[str]:
    """Yield what went wrong: the wrong entry first, or an answer where there is none."""
    for result in results:
        question = result.question
        if result.is_answerable and not result.is_right:
            got = ", ".join(result.ids[:3]) or "nothing"
            wanted = ", ".join(question.expect)
            yield f"[{question.kind}] {question.text!r}: {got}; expected {wanted}"
        elif result.is_answerable and not result.is_answered:
            score = f"{result.score:.2f}"
            yield f"[{question.kind}] {question.text!r}: right, but not trusted ({score})"
        elif not result.is_answerable and result.is_answered:
            yield (
                f"[{question.kind}] {question.text!r}: answered with {result.ids[0]} "
                f"({result.score:.2f}); there is no answer"
            )
