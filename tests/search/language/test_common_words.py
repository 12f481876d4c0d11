"""How common words are, and which are names."""

from __future__ import annotations

import pytest

from bot.search.language.common_words import commonness, is_name_word, known_words
from bot.search.terms import fold, stem


def test_a_common_word_is_more_common_than_a_telling_one() -> None:
    assert commonness("the") > commonness("wanted") > commonness("nuclear") > 0


def test_russian_words_are_known_in_every_form() -> None:
    assert commonness("приезжал") == commonness("приезжала") > 0


@pytest.mark.parametrize("word", ["zzyzx", "42", "헌법", "путилковский"])
def test_what_no_list_holds_is_not_common(word: str) -> None:
    assert commonness(word) == 0


@pytest.mark.parametrize("word", ["singapore", "belgium", "tokyo"])
def test_places_are_names_and_are_never_corrected(word: str) -> None:
    assert is_name_word(word)
    assert commonness(word) == 0
    assert word in known_words()


@pytest.mark.parametrize("word", ["turned", "march", "house", "mark"])
def test_an_ordinary_word_is_no_name(word: str) -> None:
    assert not is_name_word(word)


def test_the_lists_hold_words_as_the_search_folds_them() -> None:
    assert all(word == fold(word) for word in known_words())
    assert stem("вопрос") == stem("вопросы")
