"""Phrases that the data knows, as units of a question."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline

TODAY = date(2024, 5, 1)


@pytest.mark.parametrize("verb", ["recognise", "recognize", "recognized", "recognised"])
def test_a_word_of_a_synonym_group_is_read_in_both_spellings(verb: str) -> None:
    index = build_index(
        make_timeline(
            make_event("seen", "1948", "Belport recognised the new harbour"),
            make_event("other", "1950", "Belport granted the old harbour a flag"),
            synonyms=(("recognise", "recognize", "granted"),),
        )
    )
    found = search(f"when did Belport {verb} the harbour", index, today=TODAY)
    assert found.matches[0].event.id == "seen"
    assert verb in found.matches[0].reasons
