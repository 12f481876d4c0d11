"""What is asked in a thread without pointing to it: a question of its own, or not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.asking.intent import Asked
from bot.search.finding import Finding
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.threads.standing import is_new
from bot.search.threads.steps import read_leaning
from bot.search.threads.turns import Shown, Turn
from tests.examples import make_event, make_name, make_timeline

TODAY = date(2024, 5, 1)
INDEX = build_index(
    make_timeline(
        make_event("call", "1901", "Ada Quill calls on Cy Dorn", people=["Ada Quill", "Cy Dorn"]),
        make_event("ball", "1903", "Cy Dorn gives a ball", people=["Cy Dorn"]),
        make_event("speech", "1905", "Ada Quill gives a speech", people=["Ada Quill"]),
        make_event("veto", "1907", "Ada Quill vetoes the harbour bill", people=["Ada Quill"],
                   summary="The guild of Orland abstained.", organisations=["Orland"]),
        make_event("mill", "1911", "A mill burns down"),
        names=(make_name("Ada Quill", "Ada"), make_name("Cy Dorn", "Cy"),
               make_name("Orland", kind="organisations")),
    )
)  # fmt: skip


def ask(question: str, *before: tuple[str, str]) -> Finding:
    turns = [
        Turn(is_question=is_question, text=text)
        for asked, answered in before
        for is_question, text in ((True, asked), (False, answered))
        if text
    ]
    return search(question, INDEX, today=TODAY, context=turns)


def ids(found: Finding) -> set[str]:
    return {match.event.id for match in found.matches[: found.answering]}


NOTHING = "I do not know.\n1901: Ada Quill calls on Cy Dorn\n1903: Cy Dorn gives a ball"


@pytest.mark.parametrize("before", ["who is the president of Chile", "when did Zed meet Bo"])
def test_a_name_behind_what_found_nothing_means_all_that_is_told_of_it(before: str) -> None:
    assert ids(ask("Ada", (before, NOTHING))) == {"call", "speech", "veto"}
    assert ids(ask("Ada", (before, ""))) == {"call", "speech", "veto"}


def test_a_name_on_a_name_is_looked_up_by_itself() -> None:
    shown = "1901: Ada Quill calls on Cy Dorn\n1905: Ada Quill gives a speech"
    assert ids(ask("Cy", ("Ada", shown))) == {"call", "ball"}


def test_what_points_back_is_never_asked_anew() -> None:
    leaning, query = read_leaning("and Cy?"), read_query("Cy", INDEX, today=TODAY)
    before, shown = ask("who is the president of Chile"), Shown(())
    assert not is_new(leaning, query, before=before, shown=shown)
    assert is_new(read_leaning("Cy"), query, before=before, shown=shown)


def test_who_was_asked_before_is_not_asked_again_by_what() -> None:
    vetoed = ("who vetoed the harbour bill", "1907: Ada Quill vetoes the harbour bill")
    assert ask("what did the guild do", vetoed).query.asked is Asked.WHAT
    assert (
        ask("what about the mill", ("when was the ball", "1903: Cy Dorn gives a ball")).query.asked
        is Asked.WHEN
    )
