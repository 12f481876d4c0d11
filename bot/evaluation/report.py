"""The figures as a table for people and as an object for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.evaluation.measures import (
    Result,
    answered,
    calibration_error,
    coverage,
    interval,
    mean,
    reliability,
    resampled,
    roc_area,
)

NO_ANSWER = "no answer: "  # before the kind of a question that nothing answers


def summary(results: Sequence[Result]) -> dict[str, Any]:
    """Return all figures of one engine."""
    answerable = [result for result in results if result.is_answerable]
    covered, limit = coverage(results)
    times = sorted(result.seconds * 1000 for result in results) or [0.0]
    return {
        "questions": len(results),
        "first": _round(mean(answerable, lambda r: r.recall(1))),
        "first_interval": _ends(interval(answerable, lambda r: r.recall(1))),
        "among_three": _round(mean(answerable, lambda r: r.recall(3))),
        "among_three_interval": _ends(interval(answerable, lambda r: r.recall(3))),
        "mrr_10": _round(mean(answerable, lambda r: r.reciprocal_rank())),
        "ndcg_10": _round(mean(answerable, lambda r: r.ndcg())),
        "roc_area": _round(roc_area(results)),
        "roc_area_interval": _ends(resampled(results, roc_area)),
        "coverage_at_95": _round(covered),
        "coverage_at_95_interval": _ends(resampled(results, lambda some: coverage(some)[0])),
        "coverage_score": _round(limit),
        "answered_answerable": _round(answered(results, answerable=True)),
        "answered_unanswerable": _round(answered(results, answerable=False)),
        "ms_median": round(times[len(times) // 2], 3),
        "ms_p99": round(times[min(len(times) - 1, int(0.99 * len(times)))], 3),
        "kinds": {
            kind: {
                "questions": len(rows),
                "first": _round(mean(rows, lambda r: r.recall(1))),
                "first_interval": _ends(interval(rows, lambda r: r.recall(1))),
                "among_three": _round(mean(rows, lambda r: r.recall(3))),
                "mrr_10": _round(mean(rows, lambda r: r.reciprocal_rank())),
                "ndcg_10": _round(mean(rows, lambda r: r.ndcg())),
                "answered": _round(mean(rows, lambda r: float(r.is_answered))),
            }
            for kind, rows in _by_kind(results).items()
        },
        "calibration_error": _round(calibration_error(results)),
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
        kind = result.question.kind if result.is_answerable else NO_ANSWER + result.question.kind
        kinds.setdefault(kind, []).append(result)
    return dict(sorted(kinds.items(), key=lambda pair: (pair[0].startswith(NO_ANSWER), pair[0])))


def _round(value: float) -> float:
    return round(value, 3)


def _ends(interval: tuple[float, float]) -> list[float]:
    return [_round(end) for end in interval]


def _between(ends: Sequence[float]) -> str:
    return f"{ends[0]:.3f} to {ends[1]:.3f}"


def as_text(name: str, results: Sequence[Result]) -> Iterator[str]:
    """Yield the lines of the full report of one engine."""
    figures = summary(results)
    yield f"{name}: {figures['questions']} questions; in brackets the 95 % interval"
    for label, key in (
        ("right entry first", "first"),
        ("among the first three", "among_three"),
        ("ROC area", "roc_area"),
        ("coverage at 95 % precision", "coverage_at_95"),
    ):
        yield f"  {label:<27}{figures[key]:.3f}  ({_between(figures[f'{key}_interval'])})"
    yield f"  MRR@10 {figures['mrr_10']:.3f}   nDCG@10 {figures['ndcg_10']:.3f}"
    yield (
        f"  at its own threshold: answers {figures['answered_answerable']:.3f} of the answerable, "
        f"{figures['answered_unanswerable']:.3f} of the others"
    )
    yield f"  ms a question: median {figures['ms_median']:.2f}, p99 {figures['ms_p99']:.2f}"
    yield ""
    yield (
        f"  {'kind':<28}{'n':>5}{'first':>8}{'(95 %)':>14}{'three':>8}{'MRR':>8}{'nDCG':>8}"
        f"{'answered':>10}"
    )
    for kind, row in figures["kinds"].items():
        if kind.startswith(NO_ANSWER):
            yield f"  {kind:<28}{row['questions']:>5}{row['answered']:>56.2f}"
            continue
        ends = "({:.2f}-{:.2f})".format(*row["first_interval"])
        yield (
            f"  {kind:<28}{row['questions']:>5}{row['first']:>8.2f}{ends:>14}"
            f"{row['among_three']:>8.2f}{row['mrr_10']:>8.2f}{row['ndcg_10']:>8.2f}"
            f"{row['answered']:>10.2f}"
        )
    yield ""
    yield f"  {'score':<12}{'answers':>8}{'promised':>10}{'kept':>8}"
    for row in figures["reliability"]:
        span = f"{row['from']:.1f}-{row['to']:.1f}"
        yield f"  {span:<12}{row['answers']:>8}{row['promised']:>10.2f}{row['kept']:>8.2f}"
    yield f"  promise and truth lie {figures['calibration_error']:.3f} apart on average"


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


def misses(results: Sequence[Result], explain: Callable[[Result], str]) -> Iterator[str]:
    """Yield what went wrong and why: the wrong entry first, no trust, or too much of it."""
    for result in results:
        question = result.question
        if result.is_answerable and not result.is_right:
            got = ", ".join(result.ids[:3]) or "nothing"
            wrong = f"{got}; expected {', '.join(question.expect)}"
        elif result.is_answerable and not result.is_answered:
            wrong = f"right, but not trusted ({result.score:.2f})"
        elif not result.is_answerable and result.is_answered:
            wrong = f"answered with {result.ids[0]} ({result.score:.2f}); there is no answer"
        else:
            continue
        yield f"[{question.kind}] {question.text!r}: {wrong}"
        yield f"    {explain(result)}"
