"""Fits the coefficients of `bot/search/confidence.py` on the tuning half of the corpus.

Run as `python -m tests.fit_confidence`; prints the lines to put there. Plain logistic
regression with a small ridge, by gradient descent: a few hundred questions need no more.
"""

from __future__ import annotations

import math
from dataclasses import astuple, fields

from bot.evaluation.questions import Half, read_questions
from bot.loading import load_responder
from bot.search.confidence import Features
from tests.corpus_files import SETS

RIDGE = 0.3
STEPS = 6000
RATE = 0.5


def examples() -> list[tuple[tuple[float, ...], bool]]:
    """Return the features of each tuning question's first match, and whether it is right."""
    found = []
    for data, files in SETS:
        responder = load_responder([data])
        for question in read_questions(files, half=Half.TUNE):
            finding = responder.find(question.text, today=question.today, context=question.context)
            if finding.features is None:
                continue
            is_right = finding.matches[0].event.id in question.expect
            found.append((astuple(finding.features), is_right))
    return found


def fit(rows: list[tuple[tuple[float, ...], bool]]) -> list[float]:
    """Return the bias and the coefficients, in the order of `Features`."""
    size = len(rows[0][0]) + 1
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [RIDGE * weight / len(rows) if at else 0.0 for at, weight in enumerate(weights)]
        for values, is_right in rows:
            total = weights[0] + sum(w * v for w, v in zip(weights[1:], values, strict=True))
            error = 1 / (1 + math.exp(-total)) - is_right
            slope[0] += error / len(rows)
            for at, value in enumerate(values, 1):
                slope[at] += error * value / len(rows)
        weights = [weight - RATE * step for weight, step in zip(weights, slope, strict=True)]
    return weights


def main() -> None:
    """Fit and print."""
    rows = examples()
    weights = fit(rows)
    print(f"# fitted on {len(rows)} questions, {sum(right for _, right in rows)} of them right")  # noqa: T201
    print(f"BIAS = {weights[0]:.2f}")  # noqa: T201
    for field, weight in zip(fields(Features), weights[1:], strict=True):
        print(f'    "{field.name}": {weight:.2f},')  # noqa: T201


if __name__ == "__main__":
    main()
