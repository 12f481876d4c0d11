"""A message read again without the parts of it that name nothing."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from bot.search.talk.readings import other_reading
from bot.search.when import find_phrases
from tests.examples import make_event, make_name, make_timeline

DAY = date(2026, 1, 1)
BRIDGES = make_timeline(
    make_event("severn", "1966-09-08", "Carla Dent opens the Severn bridge", people=["Carla Dent"]),
    make_event("exact", "1950-05-01", "An exact answer is wanted from the town"),
    make_event("tay", "1887-07-13", "The second bridge over the Tay is opened"),
    names=(make_name("Carla Dent", "Dent"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(BRIDGES, known_words=known_words())


def read(text: str, index: Index) -> str | None:
    other = other_reading(text, find_phrases(text, today=DAY), index)
    return None if other is None else " ".join(other.split())


def test_a_part_that_names_nothing_is_left_out(index: Index) -> None:
    told = "the town council wants an exact answer: when did Dent open the bridge"
    assert read(told, index) == ": when did Dent open the bridge"
    turned = "when did Dent open the bridge and can you cite pages"
    assert read(turned, index) == "when did Dent open the bridge"
    led = "could someone please dig out the latest trip by Dent"
    assert read(led, index) == "the latest trip by Dent"


def test_a_small_number_amid_talk_names_nothing(index: Index) -> None:
    asked = "when did Dent open the bridge"
    for talk in ("for 10 points", "it's 3am and I can't sleep", "round 3 of the quiz"):
        assert read(f"{talk}: {asked}", index) == f": {asked}"
    assert read(f"for 1966 points: {asked}", index) is None
    assert read(f"resolution 82: {asked}", index) is None


def test_a_time_in_passing_is_no_part_of_the_question(index: Index) -> None:
    assert read("preparing for a panel next week. bridges of 1966", index) == ". bridges of 1966"
    assert read("yesterday, what did Dent open", index) is None


def test_a_time_alone_dates_the_rest_and_is_no_question_of_its_own(index: Index) -> None:
    assert read("grand opening of a crossing, about sixty years ago", index) is None


def test_a_question_that_names_something_throughout_has_one_reading(index: Index) -> None:
    for text in ("when did Dent open the bridge", "the bridge", "", "after the war, who was Dent?"):
        assert read(text, index) is None


def test_the_reading_that_is_trusted_more_is_answered(index: Index) -> None:
    found = search(
        "the town council wants an exact answer: when did Dent open the bridge", index, today=DAY
    )
    assert found.outcome is Outcome.SURE
    assert found.matches[0].event.id == "severn"


def test_words_that_belong_to_the_question_are_not_read_away(index: Index) -> None:
    found = search("the second one over the river, the Tay bridge", index, today=DAY)
    assert found.matches[0].event.id == "tay"


def test_what_is_quoted_is_asked_for(index: Index) -> None:
    assert read('when did Dent open the "marvel"', index) is None


@pytest.mark.parametrize(
    "text", ["the last time, when Dent opened a bridge", "в последний раз, когда Dent открыла мост"]
)
def test_the_last_time_tells_which(text: str, index: Index) -> None:
    assert read(text, index) is None
