"""A form is found wherever its pattern matches, though it is tried on few texts only."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import bot.search
from bot.search.asking import intent, which_one
from bot.search.from_entry import anchors
from bot.search.language.forms import USES, Form, Forms, ends_behind
from bot.search.terms import fold

CORPUS = Path(__file__).parents[2] / "corpus"


@cache
def all_forms() -> tuple[Form, ...]:
    """Return every form of the rooms of the search."""
    rooms = [import_module(room.name) for room in pkgutil.walk_packages(PATH, "bot.search.")]
    return tuple(form for room in rooms for value in vars(room).values() for form in in_(value))


PATH = bot.search.__path__


def in_(value: object) -> Iterator[Form]:
    if isinstance(value, Form):
        yield value
    elif isinstance(value, dict):
        yield from in_(tuple(value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from in_(one)


def ready(form: Form) -> Form:
    for _ in range(USES):
        form.may_match("")
    return form


@cache
def questions() -> tuple[str, ...]:
    files = sorted(CORPUS.glob("*-*.yaml"))
    rows = [row for file in files for row in yaml.safe_load(file.read_text("utf-8"))]
    asked = {str(row["question"]) for row in rows if isinstance(row, dict) and "question" in row}
    return tuple(sorted(asked))


def agrees(form: Form, text: str) -> bool:
    plain = re.compile(form.pattern, form.flags).search(text)
    found = form.search(text)
    return (plain and plain.span()) == (found and found.span())


def test_every_form_finds_in_the_questions_of_the_corpus_what_its_pattern_does() -> None:
    some = Random(3).sample(questions(), 150)
    texts = {*some, *map(fold, some)}
    assert len(all_forms()) > 40
    wrong = [
        (form.pattern, t) for form in map(ready, all_forms()) for t in texts if not agrees(form, t)
    ]
    assert wrong == []


BESIDE = ["3", "1999", "?", ",", "'s", "и", "후"]
WORDS = sorted({word for form in all_forms() for word in re.findall(r"[a-z]+", form.pattern)})


@given(
    st.lists(st.sampled_from([*WORDS, "3", "1999", "?", ",", "'s", "и", "후"]), max_size=8),
    st.data(),
)
def test_every_form_finds_in_words_of_its_kind_what_its_pattern_does(
    words: list[str], data: st.DataObject
) -> None:
    text = data.draw(st.sampled_from([" ", "  ", "-", ""])).join(words)
    assert all(agrees(form, text) for form in map(ready, all_forms()))


@pytest.mark.parametrize(
    ("pattern", "needed", "passed_by"),
    [
        (r"\b(?:how long|how many (?:days|weeks))\b", "how long was it", "how far was it"),
        (r"\bchronolog\w+", "in chronological order", "the chronicle"),
        (
            r"^(?P<kind>.*\w) (?:then )?(?P<after>followed|follows) (?!by\b).+$",
            "a follows b",
            "a b",
        ),
        (r"(?:very )?(?:first|earliest)(?: time)?", "the very first time", "the very last time"),
        (r"\bделал\w*", "что он делал", "what he did"),
        (r"^\W*(?:and )?(?:who|whose)\b", "and who", "whole"),
        (r"\bthe (?:\w+ )?(?P<n>first|second)(?=\W*$|[,;])", "the very first?", "the firstborn"),
        (r"(?<=\bthe |\ball )(?:two|three)(?: old)*\Z", "all three old", "all threefold"),
    ],
)
def test_a_form_passes_by_a_text_without_the_words_it_needs(
    pattern: str, needed: str, passed_by: str
) -> None:
    form = ready(Form(pattern))
    assert form.may_match(needed)
    assert form.search(needed) is not None
    assert not form.may_match(passed_by)


@pytest.mark.parametrize("pattern", [r"\d+", r"(?:after )?\w+", r"\W*(?:it|\w)?", "", r"[a-z]{3}"])
def test_a_form_that_needs_no_word_is_tried_on_every_text(pattern: str) -> None:
    assert ready(Form(pattern)).may_match("anything")


def test_capitals_in_a_text_hide_no_word() -> None:
    form = ready(Form(r"\b(?:best|kind) regards\b", re.IGNORECASE))
    assert form.search("Kind REGARDS, Ada") is not None


@pytest.mark.parametrize(
    ("room", "gate", "read"),
    [(anchors, "_COUNTING", anchors.read_anchor), (which_one, "_OCCASIONS", intent.read_intent)],
)
def test_one_look_passes_by_only_what_nothing_is_read_from(
    room: ModuleType,
    gate: str,
    read: Callable[[str], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = Random(5).sample(questions(), 600)
    for question in some[:USES]:
        read(question)
    quickly = list(map(read, some))
    assert sum(map(getattr(room, gate).may_match, map(fold, some))) < 450
    monkeypatch.setattr(room, gate, Forms(Form("")))
    assert quickly == list(map(read, some))


@given(st.lists(st.sampled_from(["in", "the", "hague", "The", "a.b", "at", "inn"]), max_size=7))
def test_a_word_is_found_behind_what_leads_up_to_it_as_by_a_pattern_of_both(
    said: list[str],
) -> None:
    text = " ".join(said)
    lead = r"\b(?:in|at)\s+(?:the\s+)?"
    for word in ("hague", "the", "the hague", "a.b"):
        ends = any(ends_behind(word, re.compile(lead + r"\Z"), text))
        assert ends == (re.search(lead + re.escape(word), text) is not None)
