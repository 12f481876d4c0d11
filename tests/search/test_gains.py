"""What events gain by the words they hold, beside a plain sum for each of them."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import postings
from bot.search.building import build_index
from bot.search.gains import Band, Gains, told_apart
from bot.search.packed import unpack_index
from bot.search.postings import Posting
from bot.store.file import view
from bot.store.making import make_buffers
from tests.examples import make_event, make_timeline

EVENTS = 60
events = st.sets(st.integers(0, EVENTS - 1), max_size=25)
words = st.lists(st.tuples(st.sampled_from([0.25, 0.5, 2.0]), events), min_size=1, max_size=4)


def gains_of(found: list[tuple[float, set[int]]]) -> tuple[Gains, dict[int, float]]:
    """Gains by words that events hold equally well, and the same added up one by one."""
    gains, plain = Gains(), dict[int, float]()
    for value, held in found:
        gains.add([Band(value, sorted(held))])
        for event in held:
            plain[event] = plain.get(event, 0.0) + value
    return gains, plain


def in_order(plain: dict[int, float]) -> list[tuple[int, float]]:
    return sorted(plain.items(), key=lambda pair: (-pair[1], pair[0]))


@given(words, st.integers(1, 40))
def test_the_best_are_those_of_the_largest_sums(
    found: list[tuple[float, set[int]]], most: int
) -> None:
    gains, plain = gains_of(found)
    assert len(gains) == len(plain)
    assert gains.best(most) == in_order(plain)[:most]
    even = {event: gain for event, gain in plain.items() if event % 2 == 0}
    assert gains.best(most, is_wanted=lambda event: event % 2 == 0) == in_order(even)[:most]


@given(words, st.lists(events, min_size=1, max_size=2), st.integers(1, 40), st.booleans())
def test_one_more_word_raises_those_that_hold_it_and_few_others_stay(
    found: list[tuple[float, set[int]]], more: list[set[int]], most: int, is_wide: bool
) -> None:
    gains, plain = gains_of(found)
    for held in more:
        plane = memoryview(bytes(event in held for event in range(EVENTS)))
        numbers = array("I", sorted(held))
        posting = Posting(numbers, b"\xff" * len(numbers), plane if is_wide else None)
        gains.raise_holders([(0.5, posting)], most=most)
        raised = {event: gain + 0.5 for event, gain in plain.items() if event in held}
        plain |= raised
        if len(plain) > most:
            plain = dict(in_order(raised if len(raised) >= most else plain)[:most])
    assert gains.best(EVENTS) == in_order(plain)


@given(st.lists(st.tuples(st.sampled_from([0.25, 0.5]), events.map(sorted)), max_size=4))
def test_of_several_values_an_event_has_the_largest(found: list[tuple[float, list[int]]]) -> None:
    bands = told_apart(found)
    told = [(event, band.value) for band in bands for event in band.numbers]
    assert dict(told) == {
        event: max(value for value, held in found if event in held) for event, _ in told
    }
    assert len(told) == len(set().union(*(held for _, held in found)))


def test_a_wide_word_has_a_plane_that_says_what_its_posting_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postings, "FEWEST_EVENTS", 10)
    monkeypatch.setattr(postings, "WIDE", 3)
    timeline = make_timeline(
        *(make_event(f"e{n}", str(1900 + n), f"{'Canal' if n % 2 else 'Tower'} {n} opens")
          for n in range(40))
    )  # fmt: skip
    buffers = make_buffers(timeline, known_words=frozenset(), progress=lambda *_: None)
    packed = unpack_index(view(buffers), known_words=frozenset())
    plain = build_index(timeline, known_words=frozenset())
    wide = [key for key in plain.postings if packed.posting(key).plane is not None]
    assert {"canal", "tower", "open"} <= set(wide)
    assert "1904" not in wide
    everywhere = set(range(40))
    for key in plain.postings:
        assert packed.strengths(key, everywhere) == plain.strengths(key, everywhere)
        assert [packed.strength(key, n) for n in everywhere] == [
            plain.strength(key, n) for n in everywhere
        ]
