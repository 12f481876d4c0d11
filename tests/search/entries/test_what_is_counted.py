"""What an ordinal counts over: who was received, who came in, what was held, no mere plans."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from tests.examples import make_event, make_name, make_timeline
from tests.search.entries.test_occasions import answer

REALM = make_timeline(
    make_event("v1", "1610-05-01", "Queen Ada travels to Belport and meets Duke Carl",
               people=["Ada Reed", "Carl Voss"], places=["Belport"], tags=["visit"]),
    make_event("v2", "1615-05-01", "Queen Ada visits Duke Carl at Belport",
               summary="She was received in the great hall.",
               people=["Ada Reed", "Carl Voss"], places=["Belport"], tags=["visit"]),
    make_event("homecoming", "1616-02-01", "Duke Carl welcomes his fleet back",
               summary="Queen Ada sent a message that was received with joy.",
               people=["Carl Voss", "Ada Reed"], tags=["army"]),
    make_event("v3-enters", "1619-05-01", "Queen Ada enters Belport by barge",
               people=["Ada Reed"], places=["Belport"], tags=["visit"], related=["v3-feast"]),
    make_event("v3-feast", "1619-05-03", "Queen Ada dines with the burghers of Belport",
               people=["Ada Reed"], places=["Belport"], tags=["visit"], significance=3,
               related=["v3-enters"]),
    make_event("guild-1", "1630-03-01", "The herring guild holds a first session on nets at Dorham",
               places=["Dorham"]),
    make_event("guild-2", "1633-03-01", "The herring guild comes together for a session on nets",
               places=["Dorham"]),
    *(make_event(f"fair-{year}", f"{year}-03-01", "A fair is held on the quay")
      for year in (1601, 1604, 1607, 1611)),
    make_event("ferry-stops", "1636-03-01", "The ferry of Dorham stops", places=["Dorham"]),
    make_event("ferry-again", "1639-03-01", "The ferry of Dorham resumes its way",
               places=["Dorham"]),
    make_event("rulers-tour", "1690-03-01", "Boris Lund visits Belport for the first time as ruler",
               summary="Afterwards Chorley was on his way.", people=["Boris Lund"],
               places=["Belport"]),
    make_event("ruler-there", "1695-03-01", "Lucy Fane becomes the first ruler to come to Chorley",
               people=["Lucy Fane"], places=["Chorley"]),
    make_event("law-1", "1640-03-01", "The realm passes a law on salt"),
    make_event("law-2", "1645-03-01", "The realm passes another law on salt"),
    make_event("salt-law-draft", "1650-03-01", "The realm looks at a further law on salt"),
    names=(make_name("Ada Reed", "Ada", "Queen Ada"), make_name("Carl Voss", "Carl", "Duke Carl"),
           make_name("Boris Lund"), make_name("Lucy Fane"), make_name("Belport", kind="places"),
           make_name("Dorham", kind="places"), make_name("Chorley", kind="places")),
    synonyms=(("visit", "trip", "travel", "come"), ("cross", "enter")),
    tags=(("visit", "visits"), ("army", "armies")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(REALM)


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("when was Ada last received by Carl", "v2", "whoever is received has met the host"),
        ("the first time Carl received Ada", "v1", "so it is told the other way round"),
        ("when did Ada cross into Belport for the last time in her life", "v3-enters",
         "of a journey told twice, the one by which she came in"),
        ("the last herring session held at Dorham", "guild-2", "what took place was held"),
        ("first ferry of Dorham after the long break", "ferry-again", "it is the one that resumes"),
        ("which ruler was the first to visit Chorley", "ruler-there",
         "of two that count themselves, the one that is plainly about what is named"),
        ("the newest law on salt in the realm", "law-2", "a draft of one is none"),
    ],
)  # fmt: skip
def test_an_ordinal_counts_what_is_told_in_other_words(
    index: Index, question: str, expected: str, why: str
) -> None:
    assert answer(index, question)[0] == expected, why


def test_a_draft_is_counted_where_drafts_are_asked_for(index: Index) -> None:
    assert answer(index, "the last draft of a law on salt")[0] == "salt-law-draft"


def test_a_word_that_every_entry_holds_is_no_place() -> None:
    north = "It was in the north."
    told = make_timeline(
        make_event("visit", "1608-05-01", "Count Boris visits Belport", summary=north,
                   people=["Boris Lund"], places=["Belport"], tags=["visit"]),
        make_event("clock", "1618-05-01", "Boris brings a clock to Belport", summary=north,
                   people=["Boris Lund"], places=["Belport"], tags=["visit"]),
        make_event("word", "1620-05-01", "Boris praises the visit of Ada", summary=north,
                   people=["Boris Lund"]),
        *(make_event(f"fair-{year}", f"{year}-03-01", "A fair is held", summary=north)
          for year in range(1630, 1640)),
        names=(make_name("Boris Lund", "Boris", "Count Boris"),
               make_name("Belport", kind="places")),
        tags=(("visit", "visits"),),
    )  # fmt: skip
    assert answer(build_index(told), "the last visit of Boris to the north")[0] == "clock"


def test_the_first_that_is_none_of_a_kind_counts_none_of_it() -> None:
    told = make_timeline(
        make_event("gift-1", "1901-02", "The mill is given 100 crowns", tags=["gift"]),
        make_event("gift-2", "1904-02", "A gift of 50 crowns reaches the mill", tags=["gift"]),
        make_event("rent", "1907-02", "The mill lets its loft",
                   summary="It is the first steady income that is not a gift."),
        tags=(("gift", "gifts"),),
    )  # fmt: skip
    assert answer(build_index(told), "our very first gift")[0] == "gift-1"
