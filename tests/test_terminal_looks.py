"""How an answer looks at 80 columns, and that no text can steer the terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.answers.wording.en import ENGLISH
from bot.terminal import COLOURED, PLAIN, render
from bot.timeline.event import Source
from tests.examples import make_source


def visible_lines(text: str) -> Iterator[str]:
    """Yield the lines as a terminal shows them, without colour codes."""
    yield from re.sub(r"\x1b\[[0-9;]*m", "", text).split("\n")


def columns(text: str) -> int:
    """How many columns a text takes: Hangul and Han letters take two, marks none."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    marks = sum(bool(unicodedata.combining(letter)) for letter in text)
    return len(text) + wide - marks


def is_one_word(line: str) -> bool:
    """Whether the line holds a single word or address: those stay whole, to be copied."""
    return " " not in line.removeprefix("- ").strip()


WORDS = st.text(alphabet="abc defgh ijk lmn é–한국 Ко. ", max_size=300)
ANYTHING = st.text(max_size=120)


def entries_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    """Entries whose texts are all drawn from `texts`."""
    sources = st.builds(
        Source, title=texts, publisher=texts, url=texts.map("https://example.org/{}".format)
    )
    return st.builds(
        Entry, id=texts, date=texts, label=texts, title=texts, summary=texts, note=texts,
        symbol=texts, remark=texts, timeline=texts, sources=st.tuples(sources),
    )  # fmt: skip


def answers_of(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Answer]:
    """Answers of every kind whose texts are all drawn from `texts`."""
    several = st.lists(texts, max_size=3).map(tuple)
    return st.builds(
        Answer, kind=st.sampled_from(AnswerKind), heading=texts, note=texts, lines=several,
        entries=st.lists(entries_of(texts), max_size=3).map(tuple), examples=several,
        total=st.integers(0, 30), offset=st.integers(0, 30),
    )  # fmt: skip


@given(answers_of(WORDS))
def test_nothing_but_a_long_word_is_wider_than_80_columns(answer: Answer) -> None:
    for line in visible_lines(render(answer, style=COLOURED)):
        assert columns(line) <= 80 or is_one_word(line), line


@pytest.mark.parametrize("word", ["word", "слово", "한국어로", "naïve", "-", "a-b"])
def test_lines_are_filled_up_to_80_columns_in_any_script(word: str) -> None:
    entry = Entry("x", "2019", "2019", "A title", summary=" ".join([word] * 100))
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(entry,), total=1))
    lines = [line for line in visible_lines(shown) if word in line.split()]
    assert sum(line.split().count(word) for line in lines) == 100
    for line in lines[:-1]:
        assert columns(line) <= 80 < columns(line) + 1 + columns(word)


@given(answers_of(ANYTHING))
def test_no_text_of_any_kind_brings_control_characters_to_the_terminal(answer: Answer) -> None:
    shown = render(answer, style=PLAIN)
    assert not {letter for letter in shown if unicodedata.category(letter) == "Cc"} - {"\n"}
    shown.encode()


HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\x08\x00 rest"


@pytest.mark.parametrize(
    "field", ["title", "summary", "note", "symbol", "label", "remark", "timeline", "id"]
)
def test_curated_text_cannot_steer_the_terminal(field: str) -> None:
    texts = {"id": "x", "date": "2019", "label": "2019", "title": "A title", field: HOSTILE}
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(Entry(**texts),), total=1))  # type: ignore[arg-type]
    assert "rest" in shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)


@pytest.mark.parametrize("field", [field.name for field in fields(Source)])
def test_a_source_cannot_steer_the_terminal(field: str) -> None:
    source = make_source(**{field: f"https://{HOSTILE}\n\t\u2028"})
    entry = Entry("x", "2019", "2019", "A title", sources=(source,))
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(entry,), total=1))
    assert "rest" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]", shown)


def test_a_text_that_turns_the_reading_direction_is_disarmed() -> None:
    entry = Entry("x", "2019", "2019", "A \u202eeltit\u202c of \u2066two\u2069 sides")
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(entry,), total=1))
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)


def test_an_address_is_never_broken() -> None:
    url = "https://example.org/" + "long-path/" * 20
    entry = Entry("x", "2019", "2019", "A title", sources=(make_source(url=url),))
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(entry,), total=1))
    assert url in [line.strip() for line in shown.splitlines()]


def test_colours_set_off_the_entry_and_end_again() -> None:
    entry = Entry("x", "2019", "2019", "A title", summary="What happened.")
    shown = render(Answer(AnswerKind.EVENT, "Heading", entries=(entry,), total=1), style=COLOURED)
    assert f"{COLOURED.bold}2019: A title{COLOURED.end}" in shown
    assert shown.count(COLOURED.end) == shown.count(COLOURED.bold) + shown.count(COLOURED.dim)


def test_nearest_entries_stand_behind_the_words_that_they_may_not_answer() -> None:
    entry = Entry("x", "2019", "2019", "A title")
    answer = Answer(
        AnswerKind.ABSTAIN, ENGLISH.nothing_found, entries=(entry,), total=1,
        note="The nearest entry:", examples=("What else?",),
    )  # fmt: skip
    shown = render(answer)
    order = [ENGLISH.nothing_found, "The nearest entry:", "A title", "Try:", "What else?"]
    assert order == sorted(order, key=shown.index)


def test_what_introduces_a_list_stands_before_it() -> None:
    answer = Answer(
        AnswerKind.PERIOD, "Nothing is recorded for 1850.", lines=("1945: The war ends",),
        note="The nearest entry after:",
    )  # fmt: skip
    assert render(answer).splitlines() == [
        "Nothing is recorded for 1850.", "", "The nearest entry after:", "", "  1945: The war ends",
    ]  # fmt: skip


def test_a_single_entry_begins_with_its_date_and_has_no_heading() -> None:
    entry = Entry("x", "2019-04-25", "25 April 2019", "The leaders meet")
    shown = render(Answer(AnswerKind.EVENTS, "", entries=(entry,), total=1))
    assert shown.splitlines() == ["25 April 2019: The leaders meet", "  id x"]


SOURCES = (
    make_source("A report", publisher="Reuters", date="2019-04-25"),
    make_source("Another", url="https://example.org/other"),
)


def with_sources(number: int) -> Answer:
    """Return an answer with so many entries, each with two sources and a note."""
    shown = tuple(
        Entry(f"e{n}", "2019", "2019", f"Title {n}", "Summary.", note="A note.", sources=SOURCES)
        for n in range(number)
    )
    return Answer(AnswerKind.PERIOD, "2019", entries=shown, total=number)


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_entries_are_shown_in_full(number: int) -> None:
    shown = render(with_sources(number))
    assert shown.count("Source: A report, Reuters, 25 April 2019") == number
    assert shown.count("https://example.org/other") == number
    assert shown.count("Note: A note.") == number


def test_of_three_entries_only_the_first_publisher_and_its_year_are_named() -> None:
    shown = render(with_sources(3))
    assert "2019: Title 0\n  Summary.\n  id e0 · Reuters, 2019\n\n" in shown
    assert "https://" not in shown
    assert "A note." not in shown


@given(answers_of(WORDS), st.integers(20, 79))
def test_a_narrow_terminal_is_respected(answer: Answer, width: int) -> None:
    for line in visible_lines(render(answer, width=width)):
        is_address = line.strip().startswith("https://")  # never broken, to be copied
        assert columns(line) <= width or is_one_word(line) or is_address, line
