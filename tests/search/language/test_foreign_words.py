"""The built-in list of Russian and Korean words, and how the words of a question are looked up."""

from __future__ import annotations

from importlib import resources

import pytest

from bot.search.language.foreign_words import longest_translated, translate
from bot.search.terms import fold, stem


def stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in fold(text).split())


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("вступила", "join"),
        ("вступающих", "join"),
        ("вступлении", "join"),
        ("отказался", "refuse"),
        ("выборов", "election"),
        ("возглавит", "lead"),
        ("ушёл", "quit"),
        ("пришли", "arrive"),
        ("умерла", "die"),
        ("отчитали", "scold"),
        ("задолжала", "owe"),
        ("докладывала", "report"),
        ("가입했나요", "join"),
        ("가입하려고", "join"),
        ("체결됐습니까", "sign"),
        ("선거에서", "election"),
        ("떠났나요", "leave"),
        ("세웠다", "found"),
        ("мирный договор", "peace treaty"),
        ("мирного договора", "peace treaty"),
    ],
)
def test_any_form_of_a_word_is_translated(said: str, meant: str) -> None:
    assert stems(meant) in translate(stems(said))


def test_a_word_in_the_list_as_it_was_typed_means_only_what_it_says_there() -> None:
    assert stem("брать") == stem("брат")
    assert stems("brother") not in translate(stems("брать"), typed="брать")
    assert stems("brother") in translate(stems("брату"), typed="брату")


@pytest.mark.parametrize("word", ["treaty", "абракадабра", "뷁뷁", "条約", "1969"])
def test_what_is_on_no_list_has_no_translation(word: str) -> None:
    assert translate((stem(word),)) == ()


def test_the_longest_phrase_counts() -> None:
    said = stems("когда кончилась холодная война")
    assert longest_translated(said, 2) == 2
    assert longest_translated(said, 3) == 0
    assert longest_translated(stems("the cold war"), 1) == 0


def test_every_line_names_one_thing_in_three_languages_without_capitals() -> None:
    text = (resources.files("bot.search") / "words" / "foreign.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        english, russian, korean = (column.strip() for column in line.split("|"))
        assert all((english, russian, korean)), line
        assert fold(line) == line
        assert english.isascii(), line
        assert all("а" <= letter <= "я" for letter in russian if letter not in ", "), line
