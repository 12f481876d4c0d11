"""Who asks of their own day, for a recipe or after a country as it is wants none of the entries."""

from __future__ import annotations

import time

import pytest

from bot.search.finding import Finding, Outcome
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ARLAND = make_timeline(
    make_event(
        "train",
        "1901-05-01",
        "The first train from Belport reaches Orme",
        summary="It was full, and late.",
        places=["Belport", "Orme"],
    ),
    make_event("wheat", "1902-06-02", "A gift of wheat flour arrives", summary="Bread was dear."),
    make_event(
        "currency",
        "1903",
        "Arland asks its neighbour to print its currency",
        summary="The flag of Arland is on every note.",
        places=["Arland"],
    ),
    make_event("lions", "1904", "Ada Quist brings two lions to the zoo", people=["Ada Quist"]),
    make_event("war", "1905", "Ada Quist is sure of victory in the war", people=["Ada Quist"]),
    make_event("bridge", "1906", "Work begins on the road bridge", summary="It opens in 1908."),
    make_event("kitchen", "1907", "The chief puts out a fire in a kitchen of the castle"),
    names=(make_name("Ada Quist"), make_name("Arland"), make_name("Belport"), make_name("Orme")),
    synonyms=(("boss", "chief"),),
)
INDEX = build_index(ARLAND)


def asked(question: str) -> Finding:
    return search(question, INDEX, today=DAY)


@pytest.mark.parametrize(
    "question",
    [
        "which train do I take to Orme",
        "can I take the train to Belport",
        "can we bring lions to the zoo",
        "when does my train to Orme leave",
        "my train from Belport is late",
        "during the week my first train is full",
        "когда мой поезд в Орме",
        "recipe for wheat bread",
        "a recipe with wheat flour",
        "рецепт с wheat flour",
        "train timetable Belport Orme",
        "photo of the lions please",
        "opening hours of the zoo with two lions",
        "what is the currency of Arland",
        "What's the flag of Arland?",
        "what is Arland's currency",
        "will Ada Quist win the war",
        "should Ada Quist bring lions",
        "was Ada Quist a good lion tamer",
        "who will win the war",
        "how do lions live",
        "how long do lions live",
        "are lions dangerous",
        "what is a train",
        "the train is late again",
        "send the wheat flour to the zoo",
        "who is on the train from campus",
        "wheat bread in the canteen",
    ],
)
def test_what_no_history_tells_is_only_near(question: str) -> None:
    found = asked(question)
    assert found.outcome is Outcome.ABSTAIN
    assert found.answering == 0


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("when did the first train reach Orme", "train"),
        ("where can I read about the first train to Orme", "train"),
        ("what should I know about the wheat flour", "wheat"),
        ("did a train run from Belport to Orme or am I wrong", "train"),
        ("when did wheat flour arrive, it's for my paper", "wheat"),
        ("when did Arland ask to print its currency", "currency"),
        ("who brought the lions to the zoo", "lions"),
        ("will the road bridge open", "bridge"),
        ("when will work on the road bridge begin", "bridge"),
        ("fire in the kitchen", "kitchen"),
        ("so my boss wants all on the castle fire", "kitchen"),
        ("how did the lions get to the zoo", "lions"),
    ],
)
def test_the_same_words_in_a_question_of_history_are_answered(question: str, entry: str) -> None:
    found = asked(question)
    assert found.answering
    assert found.matches[0].event.id == entry


def test_the_nearest_is_offered_all_the_same() -> None:
    found = asked("which train do I take to Orme")
    assert found.matches[0].event.id == "train"
    assert found.matches[0].score < 0.5


@pytest.mark.parametrize(
    "part", ["do i ", "my ", "recipe for ", "what is the ", "how do lions ", "will ada quist "]
)
def test_a_long_text_takes_no_longer_than_it_is(part: str) -> None:
    start = time.perf_counter()
    asked((part * 5000)[:10_000])
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("question", "is_answered"),
    [
        ("my finnish friend says Otterbrun burnt down once, when was that?", True),
        ("My Lai captain Krsanec", True),
        ("when was My Lai captain Krsanec charged", True),
        ("when does my ferry to Otterbrun leave", False),
    ],
)
def test_where_somebody_of_mine_is_from_is_not_mine(question: str, is_answered: bool) -> None:
    bare = build_index(
        make_timeline(
            make_event("fire", "1827", "A fire destroys Otterbrun, the former capital of Finland"),
            make_event("trial", "1970", "Captain Krsanec is charged with crimes at My Lai"),
            make_event("ferry", "1975", "A ferry from Kielby sinks"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(60)),
        )
    )
    assert bool(search(question, bare, today=DAY).answering) is is_answered
