"""Answers for programs: JSON objects, and a stream of questions, one line each."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any, BinaryIO

from bot.answers.answer import Answer, AnswerKind
from bot.answers.responder import Responder
from bot.search.finding import Outcome
from bot.search.threads.turns import Turn

_KINDS = {
    Outcome.SURE: AnswerKind.EVENTS,
    Outcome.CHOICES: AnswerKind.CHOICES,
    Outcome.PERIOD: AnswerKind.PERIOD,
    Outcome.ABSTAIN: AnswerKind.ABSTAIN,
}
MOST_IDS = 10
MAX_LINE = 1_000_000  # bytes; longer lines are refused unread


def as_json_object(answer: Answer) -> dict[str, Any]:
    """Return `answer` in the form promised to programs by `--json`."""
    return {
        "answered": answer.is_answered,
        "kind": answer.kind.value,
        "heading": answer.heading,
        "entries": [asdict(entry) for entry in answer.entries],
        "total": answer.total,
        "offset": answer.offset,
        "note": answer.note,
        "lines": list(answer.lines),
        "examples": list(answer.examples),
    }


def serve_lines(lines: BinaryIO, out: BinaryIO, *, responder: Responder, today: date) -> None:
    """Answer each line of `lines` with one line in `out`, written at once.

    A line is an object with "question" and optionally "today" (an ISO date) and "context"
    (earlier turns, oldest first). A broken line is answered with an "error".
    """
    while line := lines.readline(MAX_LINE):
        if not line.strip():
            continue
        if len(line) == MAX_LINE and not line.endswith(b"\n"):
            _skip_rest(lines)
            result: dict[str, Any] = {"error": f"a line has at most {MAX_LINE:,} bytes"}
        else:
            result = _answer_line(line, responder, today)
        out.write(json.dumps(result, ensure_ascii=False).encode() + b"\n")
        out.flush()


def _skip_rest(lines: BinaryIO) -> None:
    while (rest := lines.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def _answer_line(line: bytes, responder: Responder, today: date) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(asked, dict) or not isinstance(asked.get("question"), str):
        return {"error": 'expected an object with a text "question"'}
    day = asked.get("today")
    if day is not None:
        try:
            today = date.fromisoformat(day)
        except (TypeError, ValueError):
            return {"error": '"today" is not a date like 2026-03-01'}
    context = asked.get("context") or []
    if not isinstance(context, list):
        return {"error": '"context" is not a list of turns'}
    finding = responder.find(asked["question"], today=today, context=_turns(context))
    shown = finding.matches[:MOST_IDS]
    return {
        "answered": finding.outcome is not Outcome.ABSTAIN and bool(finding.answering),
        "kind": _KINDS[finding.outcome].value,
        "ids": [match.event.id for match in shown],
        "scores": [match.score for match in shown],
        "reasons": [list(match.reasons) for match in shown],
        "answering": min(finding.answering, len(shown)),
    }


def _turns(context: list[Any]) -> tuple[Turn, ...]:
    return tuple(
        Turn(is_question=turn.get("role") == "user", text=turn["text"])
        for turn in context
        if isinstance(turn, dict) and isinstance(turn.get("text"), str)
    )
