"""In a bare store a title says all there is: what it does not say is not read into it."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        make_timeline(
            make_event("runs", "1929", "A striker makes five hundred runs at the Riga park"),
            make_event("war", "1914", "The World War begins at Orland"),
            make_event("council", "0325-06-19", "The bishops meet at Nikara"),
            make_event("raptor", "2005", "The F-22 joins the air fleet of Riga"),
            *(make_event(f"f{n}", str(1900 + n), f"Route F opens at Riga {n}") for n in range(9)),
            *(make_event(f"t{n}", str(1900 + n), f"22 boats join the race {n}") for n in range(9)),
            make_event("later", "0787", "The bishops meet once more at Nikara"),
            make_event("eight", "1990", "The population of Arland reaches eight million"),
            make_event("dead", "1838", "Massacre at Rill: twenty-eight shepherds are murdered"),
            make_event(
                "third", "1961", "Otto Thantis becomes the 3rd keeper of the seal of Arland"
            ),
            make_event(
                "fourth", "1971", "Karl Waldis becomes the 4th keeper of the seal of Arland"
            ),
            *(
                make_event(f"b{n}", str(1700 + n), f"Birthday of Person {n}, painter of Town {n}")
                for n in range(40)
            ),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(40)),
        )
    )


def test_a_word_is_two_written_together_only_if_a_title_holds_them_side_by_side(
    index: Index,
) -> None:
    assert dict(search("worldwar", index, today=DAY).query.corrections) == {"worldwar": "world war"}
    assert not search("parkruns", index, today=DAY).query.corrections


def test_letters_and_a_number_together_are_rarer_than_either(index: Index) -> None:
    found = search("when did the F-22 join the race", index, today=DAY)
    assert found.matches[0].event.id == "raptor"


@pytest.mark.parametrize("question", ["bishops in 325", "who met on 19 june 325", "in June 325"])
def test_a_number_of_three_digits_is_a_year_where_the_list_reaches_there(
    index: Index, question: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.answering == 1
    assert found.matches[0].event.id == "council"


@pytest.mark.parametrize(
    ("question", "is_answered"),
    [
        ("population of Arland reaches eight million", True),
        ("population of Arland reaches 8 million", True),
        ("population of Arland reaches seven million", False),
        ("massacre of 28 shepherds at Rill", True),
        ("massacre of twenty-eight shepherds at Rill", True),
    ],
)
def test_another_number_of_the_same_things_is_another_thing(
    index: Index, question: str, is_answered: bool
) -> None:
    found = search(question, index, today=DAY)
    assert (found.outcome is not Outcome.ABSTAIN) == is_answered
