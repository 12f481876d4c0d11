"""What came before or after an entry, and who did what then, told as stories."""

from __future__ import annotations

import pytest

from bot.search.building import build_index
from bot.search.index import Index
from bot.search.searching import search
from bot.search.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_followup import first
from tests.search.test_occasions import answer
from tests.search.test_ranking import DAY

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


def test_a_word_for_one_time_is_no_side(index: Index) -> None:
    assert answer(index, "was there once a raid on the coast")[0] != "lords"


@pytest.mark.parametrize(
    ("before", "question", "expected", "why"),
    [
        ("Ada Reed travels to Dorham again", "had she been there before?", "ada-arrives",
         "an earlier journey is asked for, not whatever came before"),
        ("when did Belport say that Arland raided the coast", "when did Arland confirm it?",
         "arland-confirms", "the nearer entry says that it had not"),
    ],
)  # fmt: skip
def test_a_thread_asks_for_what_somebody_did(
    index: Index, before: str, question: str, expected: str, why: str
) -> None:
    assert first(index, before, question) == expected, why


@pytest.mark.parametrize(
    ("before", "shown", "question", "expected"),
    [
        ("which resolution followed the first rocket test",
         "20 March 1961: The League votes for resolution 11", "and the second?", "resolution-18"),
        ("what did the League do after the second rocket test",
         "1 June 1963: The League votes for resolution 18", "and the first?", "resolution-11"),
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
