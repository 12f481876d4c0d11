"""What is read before the first question changes no answer."""

from __future__ import annotations

from pathlib import Path

from bot.loading import load_responder
from bot.search.ready import make_ready
from tests.search.test_ranking import DAY

CORPUS = Path(__file__).parents[1] / "corpus"


def test_a_small_store_is_read_as_a_whole_and_answers_as_before(tmp_path: Path) -> None:
    questions = ("who walked on the moon first", "apolo 11 launch", "what happened in July 1969")
    fresh, ready = (load_responder([CORPUS / "apollo.yaml"], cache=tmp_path) for _ in range(2))
    make_ready(ready.index)
    assert len(ready.index.titles) == len(ready.index.events)
    for question in questions:
        assert ready.find(question, today=DAY) == fresh.find(question, today=DAY)
