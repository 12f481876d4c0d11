"""A question at the shell starts quickly because nothing is loaded that it does not need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench_start import UNWANTED, imported_by, unwanted_among
from tests.example_files import write_timeline

COMMANDS = (
    ("ask", "When did Blériot fly across the English Channel?"),
    ("ask", "when was it", "--json"),
    ("ask", "--jsonl"),
    ("show", "1909"),
    ("today", "--date", "1999-07-25"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_slack_database_or_server_is_imported_to_answer(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    modules = imported_by(*command, "--data", write_timeline(tmp_path))
    assert "bot.answers.responder" in modules
    assert unwanted_among(modules) == []


def test_the_shipped_timeline_needs_nothing_more() -> None:
    assert unwanted_among(imported_by("ask", COMMANDS[0][1])) == []


def test_a_part_of_an_unwanted_package_is_noticed() -> None:
    assert unwanted_among(frozenset({"http.server", "slack_sdk.web", "http", "json"})) == [
        "http.server",
        "slack_sdk.web",
    ]
    assert "slack_bolt" in UNWANTED


@pytest.mark.parametrize(
    ("question", "needed"), [("when was it", "en"), ("когда это было", "ru"), ("언제였나요", "ko")]
)
def test_only_the_catalogue_of_the_language_is_loaded(question: str, needed: str) -> None:
    modules = imported_by("ask", question)
    catalogues = {f"bot.answers.wording.{code}" for code in ("en", "ru", "ko")}
    assert catalogues & modules == {f"bot.answers.wording.{needed}"}
