"""Which words lack letters of another: none that is near is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.loading import load_responder
from bot.search.indexing.letters_held import LettersHeld
from bot.search.ready import make_ready

WORDS = st.text("abc", min_size=1, max_size=6)
CORPUS = Path(__file__).parents[2] / "corpus"


@given(st.lists(WORDS, max_size=40), WORDS, st.integers(1, 3))
def test_all_words_within_some_edits_are_left(words: list[str], typed: str, most: int) -> None:
    left = LettersHeld(words).lacking(typed, most)
    near = [word for word in words if OSA.distance(word, typed) <= most]
    assert [word for word in left if OSA.distance(word, typed) <= most] == near


def test_what_lacks_more_letters_is_told_apart() -> None:
    held = LettersHeld(["apollo", "polo", "pole", "orion"])
    assert held.lacking("appolo", 1) == ["apollo"]
    assert held.lacking("appolo", 2) == ["apollo", "polo"]


@pytest.mark.parametrize("is_large", [False, True])
def test_slips_are_mended_as_before_where_letters_were_noted(
    is_large: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.search.indexing.packed_speller.LARGE", 0 if is_large else 12_000)
    monkeypatch.setattr("bot.search.indexing.vocabulary.FEWEST_NOTED", 1)
    plain, noted = (
        load_responder([CORPUS / "apollo.yaml"], cache=tmp_path).index.speller for _ in range(2)
    )
    make_ready(load_responder([CORPUS / "apollo.yaml"], cache=tmp_path).index)
    noted.keep_letters([(length, 2) for length in range(7, 11)])
    assert bool(noted.on_shelf) is is_large
    for word in (
        "astronuat",
        "lanuching",
        "serveyor",
        "moduel",
        "zzyzzyzz",
        "rockets",
        "splashdwn",
    ):
        assert noted.correct(word) == plain.correct(word), word
