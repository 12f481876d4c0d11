"""What was worked out is kept, and never more of it than was said."""

from __future__ import annotations

from bot.search.indexing.memo import Memo


def test_what_is_kept_is_found_again() -> None:
    memo: Memo[str, int] = Memo(2)
    assert memo.keep("one", 1) == 1
    assert memo.get("one") == 1
    assert memo.get("two") is None


def test_all_is_forgotten_before_it_becomes_too_much() -> None:
    memo: Memo[int, int] = Memo(3)
    for number in range(4):
        memo.keep(number, number)
    assert memo == {3: 3}
