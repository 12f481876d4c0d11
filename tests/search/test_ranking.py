"""Ranking told as stories: a few events, a question, and why the first is first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.finding import Finding, Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_name, make_timeline

DAY = date(2026, 3, 15)

FLIGHTS = make_timeline(
    make_event(
        "1903-flight",
        "1903-12-17",
        "The Wright brothers make the first powered flight",
        summary="Orville Wright stays in the air for twelve seconds near Kitty Hawk.",
        people=["Orville Wright", "Wilbur Wright"],
        places=["Kitty Hawk"],
        tags=["record"],
        significance=3,
    ),
    make_event(
        "1909-channel",
        "1909-07-25",
        "Louis Blériot flies across the English Channel",
        summary="The crossing from Calais to Dover takes 36 minutes.",
        people=["Louis Blériot"],
        places=["Calais", "Dover"],
        tags=["record"],
    ),
    make_event(
        "1919-atlantic",
        "1919-06-14/1919-06-15",
        "Alcock and Brown cross the Atlantic without a stop",
        people=["John Alcock", "Arthur Brown"],
        places=["Clifden"],
        tags=["record"],
    ),
    make_event(
        "1927-atlantic-alone",
        "1927-05-20/1927-05-21",
        "Charles Lindbergh crosses the Atlantic alone",
        summary="He flies from New York to Paris in 33 hours.",
        people=["Charles Lindbergh"],
        places=["New York", "Paris"],
        tags=["record"],
        significance=3,
    ),
    make_event("1937-hindenburg", "1937-05-06", "The airship Hindenburg burns at Lakehurst"),
    make_event(
        "1952-jet-service", "1952-05-02", "The Comet begins the first jet passenger service"
    ),
    make_event(
        "1969-concorde", "1969-03-02", "Concorde makes its first flight", places=["Toulouse"]
    ),
    make_event("2003-concorde-ends", "2003-10-24", "Concorde carries passengers for the last time"),
    names=(
        make_name("Charles Lindbergh", "Lucky Lindy", "Линдберг", "린드버그"),
        make_name("Louis Blériot", "Блерио"),
        make_name("New York", "NYC", "Нью-Йорк", "뉴욕", kind="places"),
    ),
    synonyms=(("airship", "zeppelin", "дирижабль"), ("burns", "catches fire", "disaster")),
    tags=(("record", "firsts and records"),),
)

KNOWN = frozenset(
    "weather pizza reset password when who did win the world cup moon landing".split()
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FLIGHTS, known_words=KNOWN)


def ids(finding: Finding) -> list[str]:
    return [match.event.id for match in finding.matches]


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("when did bleriot cross the channel", "1909-channel", "accents fold away"),
        ("Blériot's flight", "1909-channel", "a possessive is no other word"),
        ("lindberg atlantic", "1927-atlantic-alone", "one letter missing"),
        ("lucky lindy", "1927-atlantic-alone", "an alias from the data"),
        ("когда Линдберг перелетел", "1927-atlantic-alone", "an alias in another script"),
        ("린드버그는 언제", "1927-atlantic-alone", "with a particle written on"),
        ("zeppelin disaster", "1937-hindenburg", "two synonyms and no shared word"),
        ("hindenbrug", "1937-hindenburg", "two letters swapped"),
        ("concorde 1969", "1969-concorde", "the year decides between two"),
        ("first flight of concorde", "1969-concorde", "its title says first"),
        ("concorde passengers for the last time", "2003-concorde-ends", "its title says last"),
        ("who crossed the atlantic first", "1919-atlantic", "counted in order of time"),
        ("second crossing of the atlantic", "1927-atlantic-alone", "counted in order of time"),
        ("what came after the hindenburg", "1952-jet-service", "the next in time"),
        ("kitty hawk", "1903-flight", "a place"),
        ("Calais to Dover", "1909-channel", "two places"),
    ],
)
def test_the_right_entry_comes_first(index: Index, question: str, expected: str, why: str) -> None:
    finding = search(question, index, today=DAY)
    assert ids(finding)[:1] == [expected], why


@pytest.mark.parametrize(
    "question",
    ["", "???", "the of and", "who won the world cup", "how do I reset my password", "qwxzt blorp"],
)
def test_it_abstains_when_nothing_fits(index: Index, question: str) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is Outcome.ABSTAIN
    assert finding.answering == 0


@pytest.mark.parametrize(
    "question",
    [
        "who first crossed the atlantic",
        "when did lindbergh cross the atlantic",
        "lakehurst airship",
    ],
)
def test_what_one_entry_explains_is_answered_squarely(index: Index, question: str) -> None:
    finding = search(question, index, today=DAY)
    assert finding.outcome is Outcome.SURE
    assert finding.answering == 1


def test_a_year_alone_lists_the_year(index: Index) -> None:
    finding = search("what happened in 1909?", index, today=DAY)
    assert finding.outcome is Outcome.PERIOD
    assert ids(finding) == ["1909-channel"]


def test_a_year_without_entries_names_the_nearest_on_both_sides(index: Index) -> None:
    finding = search("what happened in 1930?", index, today=DAY)
    assert finding.outcome is Outcome.ABSTAIN
    assert ids(finding) == ["1927-atlantic-alone", "1937-hindenburg"]


def test_digits_are_never_corrected(index: Index) -> None:
    finding = search("flight 1904", index, today=DAY)
    assert "1903-flight" not in ids(finding)[: finding.answering]


def test_reasons_name_what_matched(index: Index) -> None:
    reasons = search("zeppelin lakehurst", index, today=DAY).matches[0].reasons
    assert "lakehurst" in reasons
    assert "zeppelin (synonym)" in reasons


def test_scores_are_between_0_and_1_and_fall(index: Index) -> None:
    scores = [match.score for match in search("atlantic record", index, today=DAY).matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_follow_up_keeps_the_subject(index: Index) -> None:
    context = (Turn(is_question=True, text="who crossed the atlantic first"),)
    finding = search("and the second?", index, today=DAY, context=context)
    assert ids(finding)[0] == "1927-atlantic-alone"


def test_a_question_that_stands_by_itself_ignores_the_thread(index: Index) -> None:
    context = (Turn(is_question=True, text="who crossed the atlantic first"),)
    alone = search("when did the airship hindenburg burn at lakehurst", index, today=DAY)
    threaded = search(
        "when did the airship hindenburg burn at lakehurst", index, today=DAY, context=context
    )
    assert ids(threaded) == ids(alone)


def test_an_empty_timeline_has_no_answer() -> None:
    empty = build_index(Timeline.build([], []))
    for question in ("anything", "in 1909", "first", "", "after that"):
        assert search(question, empty, today=DAY).matches == ()


@given(st.text(max_size=400))
def test_no_question_raises(text: str) -> None:
    index = build_index(FLIGHTS, known_words=KNOWN)
    search(text, index, today=DAY)
    search(text, index, today=DAY, context=(Turn(True, "atlantic"), Turn(False, text)))


@pytest.mark.parametrize(
    "noise",
    [
        "x" * 10_000,
        "asdf " * 2_000,
        "the " * 3_000,
        "🎉" * 200,
        "2019 " * 2_000,
        "hindenbrug lindbrgh bleroit " * 400,
        "after " * 2_000,
        "a'b.c-d" * 1_500,
    ],
)
def test_noise_is_answered_in_peace(index: Index, noise: str) -> None:
    search(noise, index, today=DAY)
    search(noise, index, today=DAY, context=(Turn(True, noise), Turn(False, noise)))


def test_a_year_may_belong_to_the_thing_and_not_to_what_became_of_it() -> None:
    index = build_index(
        make_timeline(
            make_event("a", "1961-07-06", "Ruritania signs a defence treaty with Graustark"),
            make_event("b", "1995-09-07", "Ruritania gives up its 1961 treaty with Graustark"),
            make_event("c", "2000-02-09", "Ruritania signs a friendship treaty with Graustark"),
        )
    )

    def first(question: str) -> str:
        return search(question, index, today=DAY).matches[0].event.id

    assert first("When did Ruritania give up the 1961 treaty with Graustark?") == "b"
    assert first("What did Ruritania sign with Graustark in 1961?") == "a"


def test_one_word_that_is_a_tag_lists_what_carries_it() -> None:
    tagged = [make_event(f"e{n}", f"190{n}", f"Ship {n} sinks", tags=["losses"]) for n in range(4)]
    others = [make_event(f"f{n}", f"191{n}", f"Ship {n} sails") for n in range(4)]
    timeline = make_timeline(*tagged, *others, tags=(("losses", "ships that were lost"),))
    finding = search("losses", build_index(timeline), today=DAY)
    assert finding.answering == len(tagged)


@pytest.mark.parametrize("question", ["how many eclipses were there?", "list the eclipses"])
def test_what_carries_the_tag_is_counted_and_nothing_else(question: str) -> None:
    timeline = make_timeline(
        make_event("a", "1901", "An eclipse of the moon", tags=["eclipse"]),
        make_event("b", "1905", "An eclipse of the sun", tags=["eclipse"]),
        make_event("c", "1906", "Day turns to night", summary="It is the third.", tags=["eclipse"]),
        make_event("d", "1907", "A book about an eclipse", tags=["books"]),
        make_event("e", "1908", "A fair of clocks"),
        tags=(("eclipse", "eclipses"), ("books", "books")),
    )
    finding = search(question, build_index(timeline), today=DAY)
    assert ids(finding)[: finding.answering] == ["a", "b", "c"]


def test_who_somebody_is_lists_the_entries_that_name_them() -> None:
    timeline = make_timeline(
        make_event("a", "1901", "A bridge opens over the Severn", people=["Ada Quist"]),
        make_event("b", "1905", "The bridge is closed", people=["Bo Lind"]),
        names=(make_name("Ada Quist"), make_name("Bo Lind")),
    )
    finding = search("who is ada quist", build_index(timeline), today=DAY)
    assert ids(finding)[: finding.answering] == ["a"]


def test_a_title_said_whole_is_found_whatever_time_it_speaks_of() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "promise", "1925-09", "The mayor says the Severn bridge should open in 1926"
            ),
            make_event("street", "1926-02", "The mayor opens a street"),
        )
    )
    found = search("The mayor says the Severn bridge should open in 1926", index, today=DAY)
    assert found.outcome is Outcome.SURE
    assert [match.event.id for match in found.matches[: found.answering]] == ["promise"]
