"""The memory tells the first time from every later one, within its bounds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from bot.slack.once import Once


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_key_is_new_only_once() -> None:
    once = Once(Clock())
    assert [once.is_first("a"), once.is_first("a"), once.is_first("b")] == [True, False, True]


def test_one_known_key_among_several_is_enough_and_the_others_are_learnt() -> None:
    once = Once(Clock())
    assert once.is_first("event 1", "message")
    assert not once.is_first("event 2", "message")
    assert not once.is_first("event 2")


def test_a_forgotten_key_is_new_again() -> None:
    once = Once(Clock())
    once.is_first("a")
    once.forget("a", "never seen")
    assert once.is_first("a")


def test_a_key_expires() -> None:
    clock = Clock()
    once = Once(clock, lifetime=10)
    once.is_first("a")
    clock.now = 9.9
    assert not once.is_first("a")
    clock.now = 10
    assert once.is_first("a")


def test_the_oldest_keys_give_way_when_there_are_too_many() -> None:
    once = Once(Clock(), most=3)
    for key in "abcd":
        once.is_first(key)
    assert len(once) == 3
    assert not once.is_first("d")
    assert once.is_first("a")


def test_of_many_at_the_same_moment_one_is_the_first() -> None:
    once = Once(Clock())
    with ThreadPoolExecutor(16) as pool:
        firsts = list(pool.map(lambda n: once.is_first(n // 8, "same"), range(64)))
    assert firsts.count(True) == 1
