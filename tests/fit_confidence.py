"""Fits the coefficients of `bot/search/weighing/models.py` on the tuning half of the corpus.

Run as `python -m tests.fit_confidence`; prints the lines to put there, and how well models
fitted in the same way on nine tenths of the questions promise what the last tenth keeps.

Logistic regression with a ridge over standardised features. A feature may only count in the
direction that it means, so that no accident of a few questions makes, say, an unknown name
speak for an answer. Each step goes to the least of a parabola that lies above the loss
everywhere (Böhning and Lindsay 1988), so that it never overshoots and is cheap.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers.responder import Responder
from bot.evaluation.questions import Half, Question, read_questions
from bot.loading import load_responder
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.weighing.confidence import Features
from bot.timeline.event import Event
from bot.timeline.timeline import Timeline, TimelineInfo
from tests.corpus_files import SETS

# Chosen by leaving out each file of questions in turn and asking what a fit on the others promised.
RIDGE = 4.0
STEPS, STEADY = 200, 1e-4  # no more steps, and none after a change so small
SWEEPS = 40  # over the weights, within a step
FOLDS = 10

# Features that speak against an answer; all others speak for one, or as the questions say.
AGAINST = frozenset(
    "unknown_names unknown_words unknown_elsewhere missed_names missed_words in_time_only"
    " out_of_time names_indirect stranger passing_places everyday"
    " chosen_vaguely not_chosen another faint when_vague"
    " contrary when_apart elsewhere unsaid asking asked_unmet untold_number".split()
)
EITHER = frozenset(["units"])

NAMES = Features._fields
SIGNS = tuple(0 if name in EITHER else -1 if name in AGAINST else 1 for name in NAMES)


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a question's first match, and whether it is right."""

    text: str
    values: tuple[float, ...]
    is_right: bool

    @property
    def fold(self) -> int:
        """Which tenth of the questions it belongs to, by a hash of its text."""
        return hashlib.sha256(self.text.encode()).digest()[1] % FOLDS


def examples(half: Half) -> tuple[list[Example], list[Example]]:
    """Return an example for each question of one half that is judged by its features.

    Each timeline is asked twice: as it was curated, and with nothing but dates and titles left,
    as lists of other people's making come.
    """
    curated, bare = [], []
    for data, files in SETS:
        whole = load_responder([data])
        stripped, ids = strip(whole)
        for question in read_questions(files, half=half):
            curated += _example(whole, question, question.expect)
            if question.text.isascii() and not question.context:
                expect = tuple(ids[wanted] for wanted in question.expect)
                bare += _example(stripped, question, expect)
    return curated, bare


def _example(responder: Responder, question: Question, expect: Sequence[str]) -> list[Example]:
    finding = responder.find(question.text, today=question.today, context=question.context)
    if finding.features is None or not finding.matches:
        return []
    is_right = finding.matches[0].event.id in expect
    return [Example(question.text, tuple(finding.features), is_right)]


def strip(curated: Responder) -> tuple[Responder, dict[str, str]]:
    """Return the same timeline without its curation, and its new ids by the old ones."""
    events = curated.index.timeline.events
    ids = {event.id: f"e{number}" for number, event in enumerate(events)}
    bare = [Event(id=ids[event.id], date=event.date, title=event.title) for event in events]
    timeline = Timeline.build([TimelineInfo(id="bare", title="Bare")], bare)
    return Responder(build_index(timeline, known_words=known_words())), ids


def fit(rows: Sequence[Example]) -> tuple[float, list[float]]:
    """Return the bias and the coefficients, in the order of `Features`."""
    count = len(rows)
    columns = list(zip(*(row.values for row in rows), strict=True))
    means = [sum(column) / count for column in columns]
    spreads = [
        math.sqrt(sum((value - middle) ** 2 for value in column) / count) or 1.0
        for column, middle in zip(columns, means, strict=True)
    ]
    scaled = [
        [(v - m) / s for v, m, s in zip(row.values, means, spreads, strict=True)] for row in rows
    ]
    scaled_columns = [list(column) for column in zip(*scaled, strict=True)]
    # No second derivative of the loss is larger than a quarter of the products of the features.
    bend = [
        [sum(map(float.__mul__, one, other)) / 4 for other in scaled_columns]
        for one in scaled_columns
    ]
    bias, weights = 0.0, [0.0] * len(NAMES)
    for _ in range(STEPS):
        errors = [
            1 / (1 + math.exp(-bias - sum(map(float.__mul__, weights, values)))) - row.is_right
            for values, row in zip(scaled, rows, strict=True)
        ]
        bias -= 4 * sum(errors) / count
        slope = [
            sum(map(float.__mul__, errors, column)) + RIDGE * weight
            for column, weight in zip(scaled_columns, weights, strict=True)
        ]
        moves = _least(slope, bend, weights)
        weights = [weight + move for weight, move in zip(weights, moves, strict=True)]
        if max(map(abs, moves)) < STEADY:
            break
    unscaled = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    return bias - sum(map(float.__mul__, unscaled, means)), unscaled


def _least(
    slope: Sequence[float], bend: Sequence[Sequence[float]], weights: Sequence[float]
) -> list[float]:
    """Return the moves that lead to the least of a parabola, no weight past its direction."""
    moves, left = [0.0] * len(weights), list(slope)
    for _ in range(SWEEPS):
        for at, (sign, weight) in enumerate(zip(SIGNS, weights, strict=True)):
            steepness = bend[at][at] + RIDGE
            wanted = weight + moves[at] - left[at] / steepness
            kept = 0.0 if sign and sign * wanted < 0 else wanted
            move = kept - weight - moves[at]
            if move:
                moves[at] += move
                left = [one + move * by for one, by in zip(left, bend[at], strict=True)]
                left[at] += move * RIDGE
    return moves


def promise(model: tuple[float, list[float]], row: Example) -> float:
    """Return the probability that `model` gives to `row`."""
    bias, weights = model
    return 1 / (1 + math.exp(-bias - sum(w * v for w, v in zip(weights, row.values, strict=True))))


def cross_validate(rows: Sequence[Example]) -> None:
    """Print, by tenths of the promise, how much of it is kept for questions not fitted on."""
    promised: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        model = fit([row for row in rows if row.fold != fold])
        promised += [(promise(model, row), row.is_right) for row in rows if row.fold == fold]
    print("# promised  kept  questions")  # noqa: T201
    for low in range(10):
        inside = [pair for pair in promised if low / 10 <= pair[0] < (low + 1) / 10]
        if inside:
            said = sum(value for value, _ in inside) / len(inside)
            kept = sum(is_right for _, is_right in inside) / len(inside)
            print(f"# {said:8.2f}  {kept:4.2f}  {len(inside):9}")  # noqa: T201


def main() -> None:
    """Fit, check and print."""
    curated, bare = examples(Half.TUNE)
    # What tells right from wrong in a bare list tells it in a curated timeline too.
    for name, rows in (("CURATED", curated), ("BARE", [*curated, *bare])):
        cross_validate(rows)
        bias, weights = fit(rows)
        right = sum(row.is_right for row in rows)
        print(f"# fitted on {len(rows)} questions, {right} of them answered rightly")  # noqa: T201
        print(f"{name} = Model(\n    {bias:.2f},\n    {{")  # noqa: T201
        for feature, weight in zip(NAMES, weights, strict=True):
            print(f'        "{feature}": {weight:.2f},')  # noqa: T201
        print("    },\n)")  # noqa: T201


if __name__ == "__main__":
    main()
