"""Words of Korean and of Russian that ask or chat, in all their forms."""

from __future__ import annotations

import pytest

from bot.search.language.function_words import FUNCTION_WORDS


@pytest.mark.parametrize(
    "word",
    "사람은 곳은 날짜가 시점은 이유가 뒤에 다음에 중에 됐다던데 했는지 갔을까 나왔어요"
    " 했다가 때문에 말고 와서".split(),
)
def test_a_form_of_a_word_that_only_asks_carries_no_weight(word: str) -> None:
    assert word in FUNCTION_WORDS


@pytest.mark.parametrize("word", "чью чьими которую его насчет раньше делали".split())
def test_pronouns_and_what_joins_words_carry_no_weight_in_russian(word: str) -> None:
    assert word in FUNCTION_WORDS


@pytest.mark.parametrize(
    "word", "수도 대만 해군 하산 한국 일본 전쟁 건의 해고 해로 시간표 분단".split()
)
def test_another_word_that_looks_like_one_keeps_its_weight(word: str) -> None:
    assert word not in FUNCTION_WORDS
