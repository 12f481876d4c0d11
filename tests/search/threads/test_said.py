"""Names that stand in for others, and the others of a time or place, told as dialogues."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ADA, BOB, CY = "Ada Dent", "Bob Frost", "Cy Hall"

VISITS = make_timeline(
    make_event("a1", "1960-03-01", "Dent visits Borland", people=[ADA, BOB],
               places=["Borland"], tags=["visits"]),
    make_event("b1", "1961-03-01", "Frost visits Aland", people=[BOB, ADA], places=["Aland"],
               tags=["visits"]),
    make_event("c1", "1962-03-05", "Hall visits Borland", people=[CY, BOB], places=["Borland"],
               tags=["visits"]),
    make_event("pact", "1962-03-20", "A pact on salt is signed", tags=["pacts"]),
    make_event("accord", "1962-03-25", "An accord on fish is signed", tags=["pacts"]),
    make_event("a2", "1963-06-01", "Dent visits Borland again", people=[ADA, BOB],
               places=["Borland"], tags=["visits"]),
    make_event("letter", "1964-06-01", "Dent writes a letter to Borland", people=[ADA],
               places=["Borland"]),
    make_event("c2", "1965-06-01", "Hall visits Borland to see the docks", people=[CY],
               places=["Borland"], tags=["visits"]),
    make_event("a3", "1966-06-01", "Dent visits Borland for the last time", people=[ADA],
               places=["Borland"], tags=["visits"]),
    make_event("ferry-stops", "1970-01-10", "The ferry stops for the frost"),
    make_event("quay", "1970-02-10", "The ferry quay is closed for the frost"),
    make_event("ferry-again", "1972-04-10", "The ferry runs again"),
    make_event("board", "1973-01-01", "A harbour board takes the place of the old council",
               organisations=["Harbour Board"], related=["council-ends"]),
    make_event("council-ends", "1972-12-01", "The town council is dissolved",
               organisations=["Town Council"]),
    make_event("board-report", "1974-01-01", "The harbour board prints a first report",
               organisations=["Harbour Board"]),
    make_event("fish-report", "1973-06-01", "A first report on fish is printed"),
    *(make_event(f"law-{n}", f"195{n}", f"The council passes law {n}") for n in range(9)),
    names=(
        make_name(ADA, "Dent"), make_name(BOB, "Frost"), make_name(CY, "Hall"),
        make_name("Aland", kind="places"), make_name("Borland", kind="places"),
        make_name("Harbour Board", kind="organisations"),
        make_name("Town Council", kind="organisations"),
    ),
    tags=(("visits", "visits"), ("pacts", "pacts and accords")),
    synonyms=(("visit", "visits", "went", "go"), ("accord", "pacts", "pact")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(VISITS)


def first(timeline: Timeline | Index, *said: str) -> str:
    """Return the id that the last of these questions finds, each answered by its first entry."""
    index = timeline if isinstance(timeline, Index) else build_index(timeline)
    context: list[Turn] = []
    for question in said[:-1]:
        found = search(question, index, today=DAY, context=context)
        context.append(Turn(is_question=True, text=question))
        context.append(Turn(is_question=False, text=found.matches[0].event.title))
    matches = search(said[-1], index, today=DAY, context=context).matches
    return matches[0].event.id if matches else ""


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        (("Dent's first visit to Borland", "and Hall?"), "c1"),
        (("Dent's last visit to Borland", "what about Hall?"), "c2"),
        (("Dent's first visit to Borland", "and Frost to Aland?"), "b1"),
    ],
)
def test_a_name_that_stands_in_for_another_keeps_the_ordinal(
    index: Index, dialogue: tuple[str, ...], expected: str
) -> None:
    assert first(index, *dialogue) == expected


def test_a_part_of_a_name_means_who_of_the_entry_shown_bears_it() -> None:
    more = (make_name("Bob Frost Reed"), make_name("Eli Frost Lane"), make_name(ADA, "Dent"),
            make_name("Aland", kind="places"), make_name("Borland", kind="places"))  # fmt: skip
    timeline = make_timeline(
        make_event("a1", "1960", "Dent visits Borland", people=[ADA, "Eli Frost Lane"],
                   places=["Borland"], tags=["visits"]),
        make_event("bob", "1950", "Bob Frost Reed visits Aland", people=["Bob Frost Reed"],
                   places=["Aland"], tags=["visits"]),
        make_event("eli", "1961", "Eli Frost Lane visits Aland", people=["Eli Frost Lane"],
                   places=["Aland"], tags=["visits"]),
        names=more, tags=(("visits", "visits"),), synonyms=(("visit", "visits"),),
    )  # fmt: skip
    assert first(timeline, "when was Dent's first visit to Borland", "and Frost to Aland?") == "eli"


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        (("Dent in Borland in 1963", "when did she go there next"), "a3"),
    ],
)
def test_who_goes_there_next_is_no_letter(
    index: Index, dialogue: tuple[str, ...], expected: str
) -> None:
    assert first(index, *dialogue) == expected


def test_the_other_of_that_month_is_not_the_one_shown(index: Index) -> None:
    assert first(index, "the pact on salt", "and the other accord that month?") == "accord"


SUMMER = make_timeline(
    make_event("list-1", "1960-06-02", "Borland puts two shippers on its black list",
               tags=["lists"]),
    make_event("hail", "1960-08-02", "Hail over the docks of Borland", summary="It hit the quay."),
    make_event("list-2", "1960-08-20", "Borland puts a bank on its black list", tags=["lists"]),
    make_event("fair", "1960-08-25", "A fair opens at the docks"),
    make_event("list-3", "1963-06-20", "Borland puts a mill on its black list", tags=["lists"]),
    *(make_event(f"law-{n}", f"195{n}", f"The council passes law {n}") for n in range(9)),
    tags=(("lists", "black lists"),), synonyms=(("hit", "black list"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("which bank was put on the list", "who had been hit earlier that summer", "list-1"),
        ("which shippers were put on the list", "any more of those later that summer?", "list-2"),
        ("which bank was put on the list", "what opened at the docks later that summer", "fair"),
    ],
)
def test_of_that_summer_what_is_like_the_one_shown_comes_first(
    asked: str, question: str, expected: str
) -> None:
    assert first(SUMMER, asked, question) == expected


def test_what_is_counted_from_what_was_shown_needs_it_however_much_is_said() -> None:
    asked = "what else did Borland put on that long black list of firms and mills two months later"
    assert first(SUMMER, "two shippers on the list", asked) == "list-2"


def test_what_runs_again_does_so_after_it_stopped(index: Index) -> None:
    assert first(index, "when did the ferry stop", "when did the ferry run again") == "ferry-again"


def test_what_took_the_place_of_another_is_spoken_of_from_there_on(index: Index) -> None:
    dialogue = (
        "the town council is dissolved",
        "what replaced it",
        "what did its first report say",
    )
    assert first(index, *dialogue[:2]) == "board"
    assert first(index, *dialogue) == "board-report"
    assert first(index, dialogue[0], "who does that work instead now") == "board"


def test_who_else_did_a_deed_that_is_told_was_not_the_one_shown() -> None:
    towed = make_timeline(
        make_event("frost", "1968-01-31", "Frost talks with the envoys about the lost ship",
                   people=[BOB], summary="They talked of the ship for an hour in Borland."),
        make_event("hall", "1968-05-06", "Hall receives the envoys", people=[CY],
                   summary="In Borland they talked of the ship as well."),
        names=(make_name(BOB, "Frost"), make_name(CY, "Hall"),
               make_name("Borland", kind="places")),
    )  # fmt: skip
    thread = (Turn(is_question=True, text="frost and the lost ship"),)
    found = search(
        "who else in Borland talked with the envoys about the ship?",
        build_index(towed), today=DAY, context=thread,
    )  # fmt: skip
    assert found.matches[0].event.id == "hall"


LETTERS = make_timeline(
    make_event("talks", "1901-01-10", "Borland and Aland agree on fish", people=[ADA, BOB],
               summary="Dent and Frost signed it.", tags=["deals"]),
    make_event("letter-1", "1902-03-10", "Dent gets a letter about the harbour", people=[ADA],
               summary="The king wrote of tolls."),
    make_event("letter-2", "1904-03-10", "Dent gets a long letter from Hall", people=[ADA, CY],
               summary="Hall wrote of bread."),
    make_event("apart", "1905-03-10", "Dent opens a school", people=[ADA]),
    make_event("meeting", "1906-03-10", "Frost meets Dent at the lake", people=[BOB, ADA]),
    make_event("claim", "1910-03-10", "Aland says that Borland fishes at night"),
    make_event("denial", "1910-04-10", "Borland denies that it fishes at night", related=["claim"]),
    make_event("claim-again", "1910-05-10", "Aland says so of the fishing again",
               related=["claim"]),
    *(make_event(f"law-{n}", f"195{n}", f"The council passes law {n}") for n in range(9)),
    names=(make_name(ADA, "Dent"), make_name(BOB, "Frost"), make_name(CY, "Hall"),
           make_name("Aland", kind="places"), make_name("Borland", kind="places")),
    tags=(("deals", "deals"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("the letter about the harbour", "so what was in the letter?", "letter-1"),
        ("the long letter from Hall", "so what was in the letter?", "letter-2"),
        ("who agreed on fish in 1901", "did the two of them meet again?", "meeting"),
        ("who denied fishing at night", "who said it in the first place", "claim"),
        ("who denied fishing at night", "on what claim was that based", "claim"),
    ],
)
def test_what_is_known_from_what_was_shown(asked: str, question: str, expected: str) -> None:
    assert first(LETTERS, asked, question) == expected
