"""What brought the entry shown about is told by an earlier one to which it belongs."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.causes import causes_of
from bot.search.threads.steps import Step, read_leaning
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY

STORY = make_timeline(
    make_event("decade", "2000/2012", "A decade of bans on Arland"),
    make_event("test", "2009-02-12", "Arland tests a rocket"),
    make_event("storm", "2009-03-01", "A storm sinks three ships off Belport"),
    make_event(
        "ban", "2009-03-07", "The council bans coal from Arland", related=["decade", "test"],
    ),
    make_event("voyage", "2010-04-11/2010-04-17", "The Odyssey sails round the cape"),
    make_event("leak", "2010-04-13", "A pipe bursts on board", related=["voyage"]),
    make_event("landfall", "2010-04-17", "The Odyssey is towed home", related=["voyage"]),
    make_event("strike", "2011-05-01", "Dockers at Dorham strike over wages", tags=["strike"]),
    make_event("strike-2", "2011-05-20", "Dockers at Dorham strike again", tags=["strike"]),
    make_event("alone", "2014-05-20", "A bridge opens"),
    tags=(("strike", "strikes"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STORY)


def first(index: Index, shown: str, question: str) -> str:
    title = next(event.title for event in STORY.events if event.id == shown)
    context = (Turn(is_question=True, text=title), Turn(is_question=False, text=title))
    return search(question, index, today=DAY, context=context).matches[0].event.id


@pytest.mark.parametrize(
    "question",
    [
        "what had brought this about?",
        "what led to that",
        "what was the reason for it",
        "what caused it",
        "what had gone wrong?",
        "in response to what",
        "из-за чего",
        "что этому предшествовало?",
        "계기가 뭐야",
    ],
)
def test_a_cause_is_asked_for_in_many_words(index: Index, question: str) -> None:
    assert read_leaning(question).step is Step.CAUSE
    assert first(index, "ban", question) == "test"


def test_an_earlier_part_of_the_same_whole_led_to_it(index: Index) -> None:
    assert first(index, "landfall", "what had gone wrong?") == "leak"


def test_what_is_like_it_and_lies_shortly_before_may_have_led_to_it(index: Index) -> None:
    event = index.timeline.get("strike-2")
    assert event is not None
    found, is_told = causes_of(event, index)
    assert [other.id for other in found] == ["strike"]
    assert not is_told


def test_an_entry_without_a_cause_is_shown_again(index: Index) -> None:
    assert first(index, "alone", "what led to it?") == "alone"


@pytest.mark.parametrize("question", ["what caused the strike at Dorham", "why?", "who led it"])
def test_other_questions_ask_for_no_cause(question: str) -> None:
    assert read_leaning(question).step is not Step.CAUSE
