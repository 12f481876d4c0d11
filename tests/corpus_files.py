"""Reads the question corpora: what is asked, which entries answer, and which half it is in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import yaml

from bot.search.followup import Turn

ROOT = Path(__file__).parent.parent
CORPUS = Path("tests/corpus")

# The day on which a question is asked when it does not say so: corpora never use the clock.
DAY = date(2026, 3, 15)

SETS = (
    (
        Path("data/russia-north-korea.yaml"),
        ("russia-north-korea-words.yaml", "russia-north-korea-dates.yaml"),
    ),
    (CORPUS / "apollo.yaml", ("apollo-questions.yaml",)),
)


class Half(StrEnum):
    """Weights and thresholds are fitted on one half and reported on the other."""

    TUNE = "tune"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as typed; `expect` holds every right first answer, none if there is none."""

    text: str
    kind: str
    expect: tuple[str, ...]
    today: date
    context: tuple[Turn, ...]

    @property
    def half(self) -> Half:
        """The half it belongs to, by a hash of its text that never changes."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return Half.TUNE if digest[0] % 2 == 0 else Half.TEST


def read_questions(files: Iterable[str], *, half: Half | None = None) -> Iterator[Question]:
    """Yield the questions of `files`, all of them or one half."""
    for name in files:
        for row in yaml.safe_load((ROOT / CORPUS / name).read_text("utf-8")):
            question = Question(
                text=str(row["question"]),
                kind=row["kind"],
                expect=tuple(row["expect"]),
                today=date.fromisoformat(str(row["today"])) if "today" in row else DAY,
                context=tuple(
                    Turn(turn["role"] == "user", turn.get("text", ""))
                    for turn in row.get("context", ())
                ),
            )
            if half in (None, question.half):
                yield question
