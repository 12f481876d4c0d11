"""What came before or after an entry, and who did what then, told as stories."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.entries.test_occasions import answer
from tests.search.test_ranking import DAY
from tests.search.threads.test_followup import first

TALKS = make_timeline(
    make_event("first-rocket-test", "1961-03-01", "Arland announces its first rocket test",
               summary="It came before any sanctions.", places=["Arland"], tags=["test"]),
    make_event("resolution-11", "1961-03-20", "The League votes for resolution 11",
               summary="It was about the rocket test of March."),
    make_event("second-rocket-test", "1963-05-01", "Arland carries out a second rocket test",
               summary="It led to resolution 18.", places=["Arland"], tags=["test"]),
    make_event("grain", "1963-05-08", "Belport sells grain", places=["Belport"]),
    make_event("resolution-18", "1963-06-01", "The League votes for resolution 18",
 summary="It was about the rocket test of May."),
    make_event("ada-arrives", "1970-02-01/1970-02-09", "Ada Reed travels to Dorham",
               people=["Ada Reed"], places=["Dorham"], tags=["visit"]),
    make_event("dorham-talks", "1970-02-02", "Ada Reed and Carl Voss talk at Dorham",
               people=["Ada Reed", "Carl Voss"], places=["Dorham"], tags=["summit"]),
    make_event("mill", "1970-02-03", "Ada Reed looks at a mill", people=["Ada Reed"]),
    make_event("ballot", "1972-01-10", "The Commons ratify the trade pact"),
    make_event("lords", "1972-01-20", "The Lords ratify the trade pact"),
    make_event("ada-again", "1975-02-01", "Ada Reed travels to Dorham again",
               people=["Ada Reed"], places=["Dorham"], tags=["visit"]),
    make_event("raid", "1980-01-01", "Belport says that Arland raided the coast",
               places=["Belport", "Arland"], related=["harbour"]),
    make_event("harbour", "1980-01-09", "Harbour office confirms the raid on the coast",
               summary="Neither Arland nor Belport had confirmed it.", related=["raid"]),
    make_event("arland-confirms", "1980-09-01", "Arland confirms its raid on the coast",
               places=["Arland"]),
    make_event("blockade-begins", "1985-01-01", "Belport begins a blockade",
               places=["Belport"], related=["blockade-ends"]),
    make_event("blockade-ends", "1985-06-01",
               "After its king's fall, Belport gives up the blockade",
               places=["Belport"], related=["blockade-begins"]),
    make_event("harvest", "1985-09-01", "A good harvest"),
    make_event("call", "1990-03-01", "Carl Voss calls on Ada Reed at her mill",
               people=["Carl Voss", "Ada Reed"]),
    make_event("home", "1990-04-01", "Ada Reed goes home from the mill", people=["Ada Reed"]),
    names=(make_name("Arland", kind="places"), make_name("Belport", kind="places"),
           make_name("Dorham", kind="places"), make_name("Ada Reed"), make_name("Carl Voss")),
    tags=(("test", "tests"), ("visit", "visits"), ("summit", "talks")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TALKS)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("what was next once the Commons had ratified the pact", "lords",
         "what is over once is told first"),
        ("first resolution after the second rocket test", "resolution-18",
         "the test itself, which speaks of it, is no resolution"),
        ("last rocket test before the resolution of June 1963", "second-rocket-test",
         "the resolution speaks of a test and is none"),
        ("what had happened just before the raid on the coast", "ada-again",
         "what had happened came before"),
        ("where did Ada Reed go straight after the talks", "mill",
         "what somebody did next may be a part of the same journey"),
    ],
)  # fmt: skip
def test_what_is_counted_from_is_not_what_came_next(
    index: Index, question: str, expected: str, why: str
) -> None:
    assert answer(index, question)[0] == expected, why


def test_what_came_after_something_else_is_not_the_first_after_itself(index: Index) -> None:
    assert answer(index, "what happened next after Belport gave up the blockade")[0] == "harvest"


def test_the_one_just_before_is_the_last_of_its_kind(index: Index) -> None:
    question = "which resolution did the League vote for just before resolution 18"
    assert answer(index, question)[0] == "resolution-11"


def test_the_last_step_before_is_whatever_came_before(index: Index) -> None:
    assert answer(index, "last step before the Lords ratified the pact")[0] == "ballot"


def test_what_asks_begins_the_second_of_two(index: Index) -> None:
    question = "how many days after the pact was ratified by the Commons did the Lords ratify it"
    assert answer(index, question) == ["ballot", "lords"]


def test_a_word_for_one_time_is_no_side(index: Index) -> None:
    assert answer(index, "was there once a raid on the coast")[0] != "lords"


@pytest.mark.parametrize(
    ("before", "question", "expected", "why"),
    [
        ("Ada Reed travels to Dorham again", "had she been there before?", "ada-arrives",
         "an earlier journey is asked for, not whatever came before"),
        ("first visit of Ada Reed to Dorham", "when did she go back there", "ada-again",
         "who goes back there does not go home"),
        ("when did the blockade begin", "when did it end?", "blockade-ends",
         "what goes on with it tells the end"),
        ("when did the blockade begin", "finished when?", "blockade-ends", "so does a shorter one"),
        ("when did the Lords ratify the pact", "how many days later was that?", "lords",
         "it is asked how far it was, not what came then"),
    ],
)  # fmt: skip
def test_a_thread_asks_for_what_somebody_did(
    index: Index, before: str, question: str, expected: str, why: str
) -> None:
    assert first(index, before, question) == expected, why


@pytest.mark.parametrize(
    ("before", "shown", "question", "expected"),
    [
        ("Arland's first rocket test",
         "1 March 1961: Arland announces its first rocket test", "and the last one?",
         "second-rocket-test"),
    ],
)  # fmt: skip
def test_another_ordinal_asks_the_same_again(
    index: Index, before: str, shown: str, question: str, expected: str
) -> None:
    context = (Turn(True, before), Turn(False, shown))
    assert search(question, index, today=DAY, context=context).matches[0].event.id == expected


def test_what_was_counted_out_is_what_is_counted_from(index: Index) -> None:
    assert answer(index, "which resolution followed the second rocket test") == ["resolution-18"]
