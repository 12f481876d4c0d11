"""What is read before the first question changes no answer."""

from __future__ import annotations

import gc
from pathlib import Path

from bot.loading import load_responder
from bot.search.ready import YOUNG, make_ready
from tests.search.test_ranking import DAY

CORPUS = Path(__file__).parents[1] / "corpus"


def test_a_small_store_is_read_as_a_whole_and_answers_as_before(tmp_path: Path) -> None:
    questions = ("who walked on the moon first", "apolo 11 launch", "what happened in July 1969")
    fresh, ready = (load_responder([CORPUS / "apollo.yaml"], cache=tmp_path) for _ in range(2))
    make_ready(ready.index)
    assert len(ready.index.titles) == len(ready.index.events)
    for question in questions:
        assert ready.find(question, today=DAY) == fresh.find(question, today=DAY)


def test_what_was_made_ready_is_not_looked_through_for_garbage(tmp_path: Path) -> None:
    ready = load_responder([CORPUS / "apollo.yaml"], cache=tmp_path)
    make_ready(ready.index)
    kept = [one for one in gc.get_objects() if one is ready.index.titles]
    assert not kept
    assert gc.get_threshold()[0] == YOUNG
