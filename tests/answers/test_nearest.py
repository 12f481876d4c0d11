"""Who somebody is, and which entries are named as near where nothing answers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import AnswerKind
from bot.answers.responder import Responder
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from tests.examples import make_event, make_timeline

DAY = date(2026, 3, 2)

# Ada Reed is in most entries: her name tells none of them from the others.
LIFE = make_timeline(
    *(
        make_event(f"tour-{year}", f"{year}-05-01", f"Ada Reed sings in {town}",
                   people=["Ada Reed"], places=[town])
        for year, town in enumerate(("Oslo", "Riga", "Turin", "Ghent", "Split", "Porto"), 1950)
    ),
    make_event("pact", "1960-02-01", "The old orchestra and the choir sign a pact"),
    make_event("hall", "1961-02-01", "A hall is opened"),
    make_event("voss", "1962-02-01", "Carl Voss builds an organ", people=["Carl Voss"]),
)  # fmt: skip


@pytest.fixture(scope="module")
def responder() -> Responder:
    return Responder(build_index(LIFE, known_words=known_words()))


@pytest.mark.parametrize("question", ["who is Ada Reed", "who was ada reed?", "кто такая Ada Reed"])
def test_who_somebody_is_is_told_by_all_that_they_did(responder: Responder, question: str) -> None:
    named = responder.answer("Ada Reed", today=DAY)
    asked = responder.answer(question, today=DAY)
    assert (asked.kind, asked.total) == (AnswerKind.EVENTS, named.total)
    assert {e.id for e in asked.entries} == {e.id for e in named.entries}


@pytest.mark.parametrize("question", ["how tall is Ada Reed", "who is Ada Reed's dentist"])
def test_what_holds_but_a_name_that_most_hold_is_not_near(
    responder: Responder, question: str
) -> None:
    answer = responder.answer(question, today=DAY)
    assert answer.kind is AnswerKind.ABSTAIN
    assert answer.entries == ()
    assert answer.note == ""


def test_what_holds_something_telling_is_named_as_near(responder: Responder) -> None:
    answer = responder.answer("who tuned the organ of Carl Voss in Bergen", today=DAY)
    assert answer.kind is AnswerKind.ABSTAIN
    assert [entry.id for entry in answer.entries] == ["voss"]


def test_what_somebody_did_is_near_where_few_entries_tell_of_them() -> None:
    others = [make_event(f"m{at}", f"19{at}", f"Market day number {at}") for at in range(50, 80)]
    deeds = [
        make_event(f"voss-{at}", f"197{at}-06", f"Carl Voss mends the {what}", people=["Carl Voss"])
        for at, what in enumerate(("organ", "bell", "clock", "gate"))
    ]
    responder = Responder(build_index(make_timeline(*others, *deeds), known_words=known_words()))
    answer = responder.answer("how much was Carl Voss paid", today=DAY)
    assert answer.kind is AnswerKind.ABSTAIN
    assert {entry.id for entry in answer.entries} <= {deed.id for deed in deeds}
    assert answer.entries
