"""What goes on with an entry to which no other refers, told as dialogues."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.alike import successors_of
from bot.search.threads.subjects import end_of_subject, end_told_again, later_of_subject
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY
from tests.search.threads.test_followup import first

CLUB = make_timeline(
    make_event("ada-in", "1901-05", "Ada Moss becomes captain of the rowers", people=["Ada Moss"],
               tags=["captain"]),
    make_event("win", "1903-07-01", "The rowers win the cup", tags=["cup"]),
    make_event("ada-out", "1907-05", "Ada Moss is sacked", people=["Ada Moss"], tags=["captain"]),
    make_event("bob-in", "1907-06", "Bob Cole becomes captain", people=["Bob Cole"],
               tags=["captain"]),
    make_event("cy-in", "1911-06", "Cy Dunn takes over as captain", people=["Cy Dunn"],
               tags=["captain"]),
    make_event("ada-back", "1915-03", "Ada Moss is back as captain", people=["Ada Moss"],
               tags=["captain"]),
    make_event("fire", "1921-03-01", "A fire destroys the boat house"),
    make_event("fine", "1921-04-01", "The keeper of the boat house is punished with a fine"),
    make_event("eva", "1923-05-23", "Eva Ross becomes captain after Cy Dunn retires",
               people=["Eva Ross", "Cy Dunn"], tags=["captain"]),
    make_event("finn", "1931-05-23", "Finn Hall becomes captain", people=["Finn Hall"],
               tags=["captain"]),
    names=(make_name("Ada Moss", kind="people"), make_name("Eva Ross", kind="people"),
           make_name("Finn Hall", kind="people"), make_name("Bob Cole", kind="people"),
           make_name("Cy Dunn", kind="people")),
    tags=(("captain", "captains"), ("cup", "cups")),
)  # fmt: skip


# No names are curated and no entry refers to another: only their titles tell what belongs together.
TOWN = make_timeline(
    make_event("ferry", "1901-05-01", "The Belport ferry starts"),
    make_event("mill", "1902-06-01", "The weavers of the Tarn mill go on strike"),
    make_event("flood", "1902-06-05", "A flood carries the old bridge away"),
    make_event("peace", "1902-06-12", "Mayor Ross brings the strike of the weavers to an end"),
    make_event("claim", "1903-04-01", "The Abbey announces that it will buy the Tarn mill"),
    make_event("tower", "1903-09-01", "A tower is built at Dorham"),
    make_event("refused", "1904-02-01", "The court forbids the Abbey to buy the mill"),
    make_event("again", "1908-05-01", "The weavers strike again and end it after a day"),
    make_event("last", "1911-03-01", "The Belport ferry stops for good"),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(CLUB)


@pytest.fixture(scope="module")
def town() -> Index:
    return build_index(TOWN)


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("when did the weavers of the mill strike", "how did it end?", "peace"),
        ("the abbey announces to buy the mill", "why did it not happen?", "refused"),
        ("the abbey announces to buy the mill", "what came of it?", "refused"),
        ("when did the Belport ferry start", "is it still running?", "last"),
        ("when did the Belport ferry start", "how long did it last?", "last"),
    ],
)
def test_an_end_told_in_the_same_words_goes_on_with_it(
    town: Index, asked: str, question: str, expected: str
) -> None:
    assert first(town, asked, question) == expected


@pytest.mark.parametrize(
    ("shown", "question", "expected"),
    [
        ("tower", "did they dance?", "tower"),
        ("tower", "was it painted by fishermen?", "tower"),
        ("claim", "did they swim?", "refused"),
    ],
)
def test_an_entry_that_holds_nothing_of_what_is_asked_now_is_only_guessed(
    town: Index, shown: str, question: str, expected: str
) -> None:
    title = next(event.title for event in TOWN.events if event.id == shown)
    context = (Turn(is_question=True, text=title), Turn(is_question=False, text=title))
    found = search(question, town, today=DAY, context=context)
    assert found.outcome is Outcome.ABSTAIN
    assert found.matches[0].event.id == expected
    assert found.matches[0].score <= 0.5


@pytest.mark.parametrize(
    "question", ["how did it end?", "is it still there?", "what came of it?", "did it happen?"]
)
def test_what_no_later_entry_tells_is_only_guessed(town: Index, question: str) -> None:
    title = "A tower is built at Dorham"
    context = (Turn(is_question=True, text=title), Turn(is_question=False, text=title))
    found = search(question, town, today=DAY, context=context)
    assert found.outcome is Outcome.ABSTAIN
    assert [match.event.id for match in found.matches] == ["tower"]
    assert found.matches[0].score <= 0.5


@pytest.mark.parametrize(
    ("asked", "question", "expected"),
    [
        ("when was Ada Moss sacked", "when was she back?", "ada-back"),
        ("when was Ada Moss sacked", "who succeeded her?", "bob-in"),
        ("when was Ada Moss sacked", "her successor?", "bob-in"),
        ("Bob Cole becomes captain", "who came after him?", "cy-in"),
        ("Cy Dunn takes over as captain", "was there one even earlier?", "bob-in"),
        ("Bob Cole becomes captain", "and one later?", "cy-in"),
        ("Ada Moss becomes captain", "how did it end?", "ada-out"),
    ],
)
def test_a_later_entry_about_the_same_one_goes_on_with_it(
    index: Index, asked: str, question: str, expected: str
) -> None:
    assert first(index, asked, question) == expected


def test_a_subject_is_one_that_titles_name(index: Index) -> None:
    by_id = {event.id: event for event in index.events}
    assert [event.id for event in later_of_subject(by_id["ada-in"], index)] == [
        "ada-out",
        "ada-back",
    ]
    assert [event.id for event in end_of_subject(by_id["ada-in"], index)] == ["ada-out"]
    assert later_of_subject(by_id["win"], index) == ()


def test_who_takes_the_office_next_succeeds_whatever_the_words(index: Index) -> None:
    by_id = {event.id: event for event in index.events}
    assert successors_of(by_id["ada-out"], index)[0].id == "bob-in"


def test_who_came_after_somebody_retired_is_told_by_the_entry_that_says_so(index: Index) -> None:
    assert first(index, "who became captain after Dunn retired?") == "eva"


def test_what_was_done_to_it_is_no_thing_of_that_name(index: Index) -> None:
    assert first(index, "when did the fire destroy the boat house", "how was that punished?") == (
        "fine"
    )


def test_a_title_of_function_words_alone_is_told_again_by_nothing() -> None:
    bare = make_timeline(
        make_event("a", "1901-05-01", "Who is it"), make_event("b", "1902-05-01", "It is off again")
    )
    assert end_told_again(bare.events[0], build_index(bare), asked="and what was it?") == ()
