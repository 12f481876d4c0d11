"""The plain text of a message names every source, within its limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.slack.blocks import LONGEST_TEXT, Layout, render
from bot.slack.press import Audience
from bot.timeline.event import Source

PUBLIC = Layout(Audience.PUBLIC, date(2026, 3, 1))


def entry(number: int, **fields: Any) -> Entry:
    return Entry(f"e{number}", "2022", "2022", f"Title {number}", **fields)


def test_the_plain_text_keeps_the_sources_when_there_is_not_room_for_all() -> None:
    sources = tuple(
        Source("A report " * 12, f"Paper {number}", "https://example.org/") for number in range(5)
    )
    entries = tuple(entry(n, summary="long words " * 60, sources=sources) for n in range(1, 6))
    answer = Answer(AnswerKind.PERIOD, "5 entries", entries, total=5)
    message = render(answer, PUBLIC)
    lines = message["text"].split("\n")[1:-1]
    for number, line in enumerate(lines, 1):
        assert line.startswith(f"2022: Title {number}.")
        assert "Sources: Paper 0, Paper 1, Paper 2, Paper 3, Paper 4." in line
    assert len(message["text"]) <= LONGEST_TEXT


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source("", "The Paper", ""), "Source: The Paper."),
        (Source("", "", "https://example.org/a"), "Source: https://example.org/a."),
    ],
)
def test_the_plain_text_names_a_source_by_what_is_known_of_it(
    source: Source, expected: str
) -> None:
    answer = Answer(AnswerKind.EVENT, "", (entry(1, sources=(source,)),), total=1)
    assert expected in render(answer, PUBLIC)["text"]
