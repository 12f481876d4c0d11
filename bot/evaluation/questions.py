"""Reads question files: what is asked, and which entries answer it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from bot.errors import BotError
from bot.search.threads.turns import Turn

# The day on which a question is asked when the file does not say: never the real clock.
DAY = date(2026, 3, 15)


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
    today: date = DAY
    context: tuple[Turn, ...] = ()

    @property
    def half(self) -> Half:
        """The half it belongs to, by a hash of its text that never changes."""
        digest = hashlib.sha256(self.text.encode()).digest()
        return Half.TUNE if digest[0] % 2 == 0 else Half.TEST


def read_questions(paths: Iterable[Path], *, half: Half | None = None) -> tuple[Question, ...]:
    """Return the questions of YAML files, all of them or one half.

    Each row is a mapping with "question", "kind" and "expect" (a list of ids, empty for no
    answer), and optionally "today" and "context". Raises `BotError` naming file and row.
    """
    found = []
    for path in paths:
        try:
            rows = yaml.safe_load(path.read_text("utf-8"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            raise BotError(f"{path}: cannot be read: {error}") from error
        if not isinstance(rows, list):
            raise BotError(f"{path}: expected a list of questions")
        for number, row in enumerate(rows, 1):
            try:
                found.append(_question(row))
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise BotError(f"{path}: question {number}: {error!r}") from error
    return tuple(question for question in found if half in (None, question.half))


def _question(row: Mapping[str, Any]) -> Question:
    context = tuple(
        Turn(is_question=turn["role"] == "user", text=str(turn.get("text", "")))
        for turn in row.get("context", ())
    )
    return Question(
        text=str(row["question"]),
        kind=str(row["kind"]),
        expect=tuple(map(str, row["expect"])),
        today=date.fromisoformat(str(row["today"])) if "today" in row else DAY,
        context=context,
    )
