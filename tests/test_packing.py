"""Packed strings and tables: whatever is packed is found again, and nothing else."""

from __future__ import annotations

import pickle
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.packing import (
    Sieve,
    SortedStrings,
    SortedWords,
    Strings,
    Table,
    heads_of,
    make_sieve,
    pack_strings,
    read_text,
    write_text,
)


def packed(strings: list[bytes]) -> SortedStrings:
    return SortedStrings(*pack_strings(strings), heads_of(strings))


@given(st.lists(st.binary(max_size=8)))
def test_strings_come_back_as_they_were_packed(strings: list[bytes]) -> None:
    assert list(packed(strings)) == strings
    assert len(packed(strings)) == len(strings)


def test_strings_made_in_another_process_can_be_sent_back() -> None:
    strings = Strings(*pack_strings([b"a", b"", b"bc"]))
    assert list(pickle.loads(pickle.dumps(strings))) == [b"a", b"", b"bc"]


KEYS = st.builds(
    lambda begun, rest: begun + rest,
    st.sampled_from([b"", b"1500-12", b"\0" * 7]),
    st.binary(max_size=3),
)


@given(st.sets(KEYS), KEYS)
def test_a_string_is_found_where_it_stands_and_nothing_else_is(
    strings: set[bytes], other: bytes
) -> None:
    in_order = sorted(strings)
    found = packed(in_order)
    for at, string in enumerate(in_order):
        assert found.find(string) == at
    assert (found.find(other) >= 0) is (other in strings)


@given(st.sets(st.text(max_size=5)))
def test_a_sieve_lets_pass_what_it_was_made_of(texts: set[str]) -> None:
    sieve = Sieve(make_sieve(texts))
    assert all(map(sieve.may_hold, texts))


def test_a_sieve_holds_back_most_others() -> None:
    sieve = Sieve(make_sieve([f"word{n}" for n in range(1000)]))
    assert sum(sieve.may_hold(f"other{n}") for n in range(1000)) < 150
    assert not Sieve(make_sieve([])).may_hold("word")


@given(st.sets(st.text(max_size=4)))
def test_a_set_of_texts_in_any_alphabet_holds_what_was_put_in(texts: set[str]) -> None:
    words = SortedWords(packed(sorted(map(write_text, texts))))
    assert set(words) == texts
    assert all(text in words for text in texts)
    assert "longer than any" not in words
    assert 7 not in words
    words.keep()
    assert all(text in words for text in texts)
    assert "longer than any" not in words


def test_a_lone_half_of_a_character_survives() -> None:
    assert read_text(write_text("a\ud800b")) == "a\ud800b"


def test_a_table_reads_its_values_only_when_they_are_asked_for_and_keeps_them() -> None:
    read: list[int] = []

    def value(at: int) -> int:
        read.append(at)
        return array("I", [10, 20, 30])[at]

    table = Table(packed([b"a", b"b", b"c"]), value, write_key=write_text, read_key=read_text)
    assert read == []
    assert [table["b"], table["b"], table.get("x"), table.get("x", 7)] == [20, 20, None, 7]
    assert read == [1]
    assert dict(table) == {"a": 10, "b": 20, "c": 30}
    with pytest.raises(KeyError):
        table["x"]
    table.keep()
    read.clear()
    assert [table["b"], table.get("x"), table.get("x", 7)] == [20, None, 7]
    assert dict(table) == {"a": 10, "b": 20, "c": 30}
    assert read == []
