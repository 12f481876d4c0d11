"""Question files: read whole, halved for good, refused with the place of the fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import BotError
from bot.evaluation.questions import Half, read_questions
from tests.corpus_files import SETS


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_question_keeps_its_day_and_its_thread(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "- {question: and then, kind: follow-up, expect: [x], today: 2020-02-29,\n"
        "   context: [{role: user, text: first}, {role: bot}]}\n",
    )
    (question,) = read_questions([path])
    assert question.today.isoformat() == "2020-02-29"
    assert [(turn.is_question, turn.text) for turn in question.context] == [
        (True, "first"),
        (False, ""),
    ]


def test_a_fault_is_named_with_file_and_row(tmp_path: Path) -> None:
    path = write(tmp_path, "- {question: a, kind: b, expect: []}\n- {question: a, kind: b}\n")
    with pytest.raises(BotError, match=r"questions\.yaml: question 2: KeyError\('expect'\)"):
        read_questions([path])


@pytest.mark.parametrize("text", ["question: x", ": [", "- 7"])
def test_a_file_that_is_no_list_of_questions_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BotError, match=r"questions\.yaml"):
        read_questions([write(tmp_path, text)])


def test_the_halves_part_every_corpus_without_rest() -> None:
    for _, files in SETS:
        whole = read_questions(files)
        tune, test = (read_questions(files, half=half) for half in (Half.TUNE, Half.TEST))
        assert len(tune) + len(test) == len(whole)
        assert min(len(tune), len(test)) > 0.35 * len(whole)
