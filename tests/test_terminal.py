"""The local chat, told as dialogues, and how an answer looks at 80 columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import phrases as say
from bot.answers.answer import Answer, AnswerKind, Entry
from bot.answers.responder import Responder
from bot.search.index import build_index
from bot.terminal import COLOURED, PLAIN, WELCOME, WIDTH, chat, render
from bot.timeline.event import Source
from bot.timeline.timeline import Timeline
from tests.example_files import CHANNEL, run, write_timeline
from tests.examples import make_event, make_name, make_source, make_timeline

DAY = date(1999, 7, 25)
FLIGHTS = make_timeline(
    make_event("1903-kitty-hawk", "1903-12-17", "The Wright brothers make a powered flight"),
    make_event("1909-channel", "1909-07-25", "Louis Blériot flies across the English Channel",
               people=["Louis Blériot"]),
    make_event("1927-paris", "1927-05-20/1927-05-21", "Charles Lindbergh flies to Paris"),
    *(make_event(f"1930-{n:02}", f"1930-{n:02}", f"Air race number {n}") for n in range(1, 13)),
    names=(make_name("Louis Blériot", "Blériot"),),
)  # fmt: skip


def talk(*said: str, timeline: Timeline = FLIGHTS) -> list[str]:
    """Say these lines, one after the other, and return the replies."""
    responder = Responder(build_index(timeline))
    replies: list[str] = []
    chat(
        iter(said), replies.append,
        responder=lambda: responder, today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    return replies


# Dialogues


def test_a_question_is_answered_with_entry_date_source_and_id() -> None:
    (reply,) = talk("when did Blériot fly across the English Channel?")
    assert "25 July 1909" in reply
    assert "Louis Blériot flies across the English Channel" in reply
    assert "https://example.org/page" in reply
    assert "id 1909-channel" in reply


def test_each_line_gets_one_reply_in_order() -> None:
    first, second, third = talk("1909", "1927", "today")
    assert "id 1909-channel" in first
    assert "id 1927-paris" in second
    assert "id 1909-channel" in third


def test_what_is_unknown_is_said_plainly() -> None:
    (reply,) = talk("how much butter goes into shortcrust pastry")
    assert say.NOTHING_FOUND in reply


@pytest.mark.parametrize(
    "line", ["", "   ", "\t", "help", "Help", "?", "/timeline", "/timeline help"]
)
def test_an_empty_line_or_help_gets_help_with_examples_that_work(line: str) -> None:
    (reply,) = talk(line)
    _, found, examples = reply.partition("Try:\n")
    assert found
    first = examples.splitlines()[0].strip()
    assert first
    (answer,) = talk(first)
    assert say.NOTHING_FOUND not in answer


def test_a_line_written_as_in_slack_is_understood() -> None:
    assert talk("/timeline 1909") == talk("1909")


def test_an_entry_is_shown_by_its_id() -> None:
    (reply,) = talk("id 1927-paris")
    assert "20–21 May 1927" in reply


def test_random_shows_an_entry_of_the_timeline() -> None:
    (reply,) = talk("random")
    shown = re.search(r"^  id (\S+)$", reply, re.MULTILINE)
    assert shown
    assert FLIGHTS.get(shown.group(1))


@pytest.mark.parametrize("goodbye", ["quit", "Quit", " exit ", "bye", ":q", "выход"])
def test_a_goodbye_ends_the_chat(goodbye: str) -> None:
    assert len(talk("1909", goodbye, "1927")) == 1


def test_more_shows_the_next_page_until_all_was_shown() -> None:
    replies = talk("1930", "more", "more", "more")
    pages = [re.findall(r"^  id (\S+)$", reply, re.MULTILINE) for reply in replies]
    assert pages[:3] == [
        ["1930-01", "1930-02", "1930-03", "1930-04", "1930-05"],
        ["1930-06", "1930-07", "1930-08", "1930-09", "1930-10"],
        ["1930-11", "1930-12"],
    ]
    assert "1–5 of 12 (“more” shows the next)" in replies[0]
    assert "11–12 of 12" in replies[2]
    assert "more" not in replies[2]
    assert replies[3] == "That was all."


def test_more_goes_on_with_the_latest_list_only() -> None:
    *_, reply = talk("1930", "1909", "more")
    assert reply == "That was all."


def test_more_at_the_very_beginning_is_not_an_error() -> None:
    (reply,) = talk("more")
    assert reply


def test_a_timeline_that_changed_meanwhile_is_used_at_once() -> None:
    other = make_timeline(make_event("1909-new", "1909-01-01", "Something new"))
    stores = iter([Responder(build_index(FLIGHTS)), Responder(build_index(other))])
    replies: list[str] = []
    chat(
        iter(["1909", "1909"]), replies.append,
        responder=lambda: next(stores), today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    assert "id 1909-channel" in replies[0]
    assert "id 1909-new" in replies[1]


def test_more_after_the_timeline_shrank_shows_what_there_is() -> None:
    small = make_timeline(make_event("1930-new", "1930-01-01", "Something new"))
    stores = iter([Responder(build_index(FLIGHTS)), Responder(build_index(small))])
    replies: list[str] = []
    chat(
        iter(["1930", "more"]), replies.append,
        responder=lambda: next(stores), today=lambda: DAY, random=Random(1),
    )  # fmt: skip
    assert "id 1930-new" in replies[1]


def test_an_empty_timeline_says_so() -> None:
    empty = Timeline.build([], [])
    replies = talk("when was it?", "", "random", "1909", "today", timeline=empty)
    assert len(replies) == 5
    assert say.EMPTY_TIMELINE in replies[0]


@pytest.mark.parametrize(
    "line", ["🚀" * 200, "a" * 10_000, "\x1b[31mred\x1b[0m", "\ud800", "(" * 500]
)
def test_noise_gets_a_kind_reply(line: str) -> None:
    (reply,) = talk(line)
    assert reply
    assert "\x1b" not in reply


def test_the_chat_works_piped_and_prints_no_prompt(tmp_path: Path) -> None:
    result = run("chat", "--data", write_timeline(tmp_path), said="1909\nquit\n1927\n")
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout
    assert "Lindbergh" not in result.stdout
    assert not [line for line in result.stdout.splitlines() if line.startswith(">")]


def test_the_chat_ends_with_its_input(tmp_path: Path) -> None:
    result = run("chat", "--data", write_timeline(tmp_path), said="1909")
    assert result.exit_code == 0
    assert CHANNEL["title"] in result.stdout


def test_the_welcome_shows_how_to_connect_slack() -> None:
    shown = WELCOME.format(title="A history of flight")
    assert "A history of flight" in shown
    assert "timeline-bot slack" in shown
    assert max(map(len, shown.splitlines())) <= WIDTH


# Looks


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
        AnswerKind.ABSTAIN, say.NOTHING_FOUND, entries=(entry,), total=1,
        note=say.NOTHING_FOUND_NEAREST,
    )  # fmt: skip
    shown = render(answer)
    assert shown.index(say.NOTHING_FOUND) < shown.index(say.NOTHING_FOUND_NEAREST)
    assert shown.index(say.NOTHING_FOUND_NEAREST) < shown.index("A title")
