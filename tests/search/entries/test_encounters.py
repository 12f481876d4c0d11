"""Who came to which place, and who met whom: told by title, people and places of an entry."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.search.entries.encounters import read_encounter
from bot.search.entries.told_encounters import is_encounter
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.threads.turns import Turn
from bot.timeline.timeline import Timeline
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

ADA, BOB, CY = "Ada Dent", "Bob Frost", "Cy Hall"

STATES = make_timeline(
    make_event("sets-out", "1961-07-01", "Dent sets out for Borland by ship",
               people=[ADA], places=["Aville"], tags=["journeys"]),
    make_event("stay", "1961-07-03/1961-07-08", "Dent spends six days in the Borland hills",
               people=[ADA, BOB], places=["Bmouth"], tags=["journeys"]),
    make_event("talks", "1961-07-05", "Frost and Dent hold a summit",
               people=[BOB, ADA], places=["Bmouth"], tags=["journeys"]),
    make_event("envoy", "1962-03-01", "Frost receives Dent's envoy",
               people=[BOB, CY, ADA], places=["Bmouth"], tags=["journeys"]),
    make_event("letter", "1963-03-01", "Hall brings Frost a letter from Dent",
               people=[CY, BOB, ADA], places=["Bmouth"], tags=["journeys"]),
    make_event("received", "1964-03-01", "Dent receives Hall",
               people=[ADA, CY], places=["Aville"], tags=["journeys"]),
    make_event("sent", "1965-03-01", "Dent sends Hall to Borland",
               people=[CY, ADA], places=["Bmouth"], tags=["journeys"]),
    make_event("plan", "1966-03-01", "Court says Dent may come to Borland again",
               people=[ADA], places=["Bmouth"], tags=["journeys"]),
    make_event("second", "1967-03-01", "Hall shows Dent the docks of Bmouth",
               people=[ADA, CY], places=["Bmouth"], tags=["journeys"]),
    make_event("greeting", "1968-03-01", "Dent congratulates Frost on his birthday",
               people=[ADA, BOB], places=["Aville"]),
    names=(
        make_name(ADA, "Dent", "Дент", "덴트"),
        make_name(BOB, "Frost", "Фрост", "프로스트"),
        make_name(CY, "Hall"),
        make_name("Aland", "Аландия", kind="places"),
        make_name("Aville", kind="places"),
        make_name("Borland", "Борландия", "보를란드", kind="places"),
        make_name("Bmouth", kind="places"),
    ),
    tags=(("journeys", "visits"),),
    synonyms=(("visit", "journeys", "trip", "come", "ездить", "방문"), ("meet", "talks", "summit")),
    regions=(("Borland", ("Bmouth",)), ("Aland", ("Aville",))),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STATES)


def told(question: str, index: Index) -> set[str]:
    """Return the ids of the entries that tell of the journey or meeting asked for."""
    asked = read_encounter(read_query(question, index, today=DAY), index)
    assert asked is not None
    events = index.events
    return {events[n].id for n in range(len(events)) if is_encounter(n, asked, index)}


VISITS_OF_DENT = {"sets-out", "stay", "talks", "second"}


@pytest.mark.parametrize(
    "question",
    [
        "When did Dent visit Borland?",
        "Dent's visit to Borland",
        "did Dent ever come to Borland",
        "the visit of Dent to Borland",
        "was Dent in Borland?",
        "so Dent in Borland, what did she say",
        "how many times has Dent been to Borland",
        "Сколько раз Дент была в Борландии?",
        "Дент ездила в Борландию",
        "덴트는 보를란드를 몇 번 방문했나",
    ],
)  # fmt: skip
def test_a_visit_to_a_country_is_one_to_its_towns_by_the_one_who_travels(
    index: Index, question: str
) -> None:
    assert told(question, index) == VISITS_OF_DENT


def test_one_who_is_received_or_sent_travels_and_the_host_does_not(index: Index) -> None:
    assert told("When did Hall visit Aland?", index) == {"received"}
    assert "sent" in told("When did Hall visit Borland?", index)
    assert told("When did Dent visit Aland?", index) == set()


def test_a_meeting_needs_both_and_not_their_envoys_or_letters(index: Index) -> None:
    assert told("When did Dent meet Frost?", index) == {"stay", "talks"}
    assert told("meetings of Frost and Dent", index) == {"stay", "talks"}


def test_other_deeds_are_no_encounters(index: Index) -> None:
    for question in ("When did Dent attack Borland?", "Borland", "Dent", "letter from Dent"):
        asked = read_query(question, index, today=DAY)
        if any(not unit.variants for unit in asked.units):
            continue
        assert read_encounter(asked, index) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many times did Dent visit Borland", ["stay", "second"]),
        ("сколько раз Дент ездила в Борландию", ["stay", "second"]),
        ("how often did Dent meet Frost", ["talks"]),
    ],
)
def test_a_journey_told_by_several_entries_counts_once(
    index: Index, question: str, expected: list[str]
) -> None:
    found = search(question, index, today=DAY)
    shown = [match.event for match in found.matches[: found.answering]]
    assert [event.id for event in sorted(shown, key=lambda e: e.date.sort_key)] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Dent's first trip to Borland", "stay"),
        ("Dent's last trip to Borland", "second"),
        ("did Dent visit Borland in 1961?", "stay"),
        ("Dent's visit to Bmouth in 1967", "second"),
    ],
)
def test_the_entry_of_the_whole_journey_answers(index: Index, question: str, expected: str) -> None:
    found = search(question, index, today=DAY)
    assert found.outcome is Outcome.SURE
    assert [match.event.id for match in found.matches[: found.answering]] == [expected]


@pytest.mark.parametrize("question", ["When did Frost visit Aland?", "did Frost visit Aville?"])
def test_a_visit_that_no_entry_tells_is_not_answered_with_anothers(
    index: Index, question: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.outcome is Outcome.ABSTAIN
    assert found.matches


CREWS = make_timeline(
    make_event("flight", "1961-07-01", "The Swift goes to the Moon and back",
               people=[BOB, CY, ADA], places=["Moon"]),
    make_event("call", "1961-07-02", "Eve Moss telephones the Moon",
               people=["Eve Moss", BOB], places=["Moon"]),
    make_event("handshake", "1962-07-01", "Dent and Frost shake hands in orbit",
               people=[ADA, BOB]),
    names=(make_name(ADA, "Dent"), make_name(BOB, "Frost"), make_name(CY, "Hall"),
           make_name("Eve Moss", "Moss"), make_name("Moon", kind="places")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("did Dent visit the Moon?", {"flight"}),
        ("When was Hall on the Moon?", {"flight"}),
        ("When did Moss travel to the Moon?", set()),
        ("When did Dent meet Frost?", {"handshake"}),
        ("When did Moss meet Frost?", set()),
    ],
)
def test_without_a_tag_for_journeys_who_was_at_a_place_has_come_there(
    question: str, expected: set[str]
) -> None:
    assert told(question, build_index(CREWS)) == expected


def test_who_went_there_with_another_is_asked_of_both(index: Index) -> None:
    assert told("When was Dent in Bmouth with Frost?", index) == {"stay", "talks"}
    assert told("When was Dent in Aville with Frost?", index) == set()


def test_the_day_of_a_meeting_may_be_asked_for_by_that_word(index: Index) -> None:
    told_by_when = told("When did Dent meet Frost?", index)
    assert told("Which day did Dent meet Frost?", index) == told_by_when
    assert "talks" in told_by_when


def test_who_begins_the_people_and_is_not_named_is_the_one_described() -> None:
    index = build_index(
        make_timeline(
            make_event("call", "1970", "Borland's spy chief calls on Frost", people=[CY, BOB],
                       places=["Bmouth"], tags=["journeys"]),
            make_event("phone", "1971", "Frost phones the spy chief from his journey",
                       people=[CY, BOB], places=["Bmouth"], tags=["journeys"]),
            names=(make_name(CY, "Hall"), make_name(BOB, "Frost"),
                   make_name("Bmouth", kind="places")),
            tags=(("journeys", "visits"),),
            synonyms=(("visit", "journeys", "call on"),),
        )
    )  # fmt: skip
    assert told("Hall visit Bmouth", index) == {"call"}


PEAKS = make_timeline(
    make_event("summit", "1911-12-14", "Ada Dent and four others are the first to reach the peak",
               people=[ADA], places=["The Peak"], tags=["climbs"]),
    make_event("second", "1912-01-17", "Frost's party reaches the peak and finds Dent's flag",
               people=[BOB], places=["The Peak"], tags=["climbs"]),
    make_event("guest", "1913-05-01", "Hall is shown round the valley",
               people=[CY], places=["The Valley"], tags=["journeys"]),
    names=(
        make_name(ADA, "Dent"), make_name(BOB, "Frost"), make_name(CY, "Hall"),
        make_name("The Peak", "peak", kind="places"),
        make_name("The Valley", "valley", kind="places"),
    ),
    tags=(("journeys", "visits"), ("climbs", "climbs")),
    synonyms=(("visit", "journeys"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "entry"),
    [
        ("When did Dent reach the peak?", "summit"),  # though it is not tagged as a journey
        ("When did Frost reach the peak?", "second"),  # a party of his is he and others
    ],
)
def test_the_very_word_of_a_way_gone_tells_it_without_a_tag(question: str, entry: str) -> None:
    finding = search(question, build_index(PEAKS), today=DAY)
    assert finding.outcome is Outcome.SURE
    assert finding.matches[0].event.id == entry


def test_the_very_word_of_a_meeting_tells_it_without_a_tag() -> None:
    timeline = Timeline.build(
        STATES.infos,
        (
            *STATES.events,
            make_event("rail", "1969", "Two envoys discuss the line", people=[CY, BOB]),
        ),
    )
    finding = search("What did Hall and Frost discuss?", build_index(timeline), today=DAY)
    assert finding.outcome is Outcome.SURE
    assert finding.matches[0].event.id == "rail"


def test_who_was_last_in_a_place_travelled_there() -> None:
    written = make_event(
        "letter", "1969-01-01", "Frost writes to Dent", people=[BOB, ADA], places=["Borland"]
    )
    timeline = Timeline.build(STATES.infos, (*STATES.events, written))
    finding = search("When was Dent last in Borland?", build_index(timeline), today=DAY)
    assert finding.matches[0].event.id == "second"


def test_whether_somebody_was_in_a_place_is_not_told_by_a_letter_to_it() -> None:
    names = (make_name(ADA, "Dent"), make_name("Borland", kind="places"))
    letter = make_event("letter", "1960", "Dent greets Borland", people=[ADA], places=["Borland"])
    other = make_event("trip", "1961", "Dent sails out", people=[ADA], tags=["journeys"])
    timeline = make_timeline(letter, other, names=names, tags=(("journeys", "visits"),),
                             synonyms=(("visit", "journeys"),))  # fmt: skip
    finding = search("Has Dent ever been in Borland?", build_index(timeline), today=DAY)
    assert not finding.answering


def test_a_name_that_many_share_means_any_of_them(index: Index) -> None:
    shared = (make_name("Dee Frost", kind="people"), make_name("Eli Frost", kind="people"))
    infos = tuple(replace(info, names=(*info.names, *shared)) for info in STATES.infos)
    timeline = Timeline.build(
        [replace(info, names=tuple(n for n in info.names if n.canonical != BOB)) for info in infos],
        STATES.events,
    )
    shared_index = build_index(timeline)
    assert told("When did Dent last talk to Frost?", shared_index) == {"stay", "talks"}
    found = search("Dent's last talks with Frost", shared_index, today=DAY)
    assert found.matches[0].event.id == "talks"


def test_a_message_that_speaks_of_a_meeting_is_none(index: Index) -> None:
    message = make_event("wire", "1969", "Dent's message speaks of talks with Frost",
                         people=[ADA, BOB])  # fmt: skip
    timeline = Timeline.build(STATES.infos, (*STATES.events, message))
    assert "wire" not in told("When did Dent meet Frost?", build_index(timeline))


def test_what_is_only_said_in_a_clause_is_no_journey() -> None:
    said = make_event("said", "1969", "Dent tells Hall that all is coming along",
                      people=[ADA, CY], places=["Aville"], tags=["journeys"])  # fmt: skip
    index = build_index(Timeline.build(STATES.infos, (*STATES.events, said)))
    assert "greeting" not in told("Dent's last journey", index)


def test_a_shared_name_alone_means_those_most_is_told_of() -> None:
    ava, ben, cal = "Dent Ava Lo", "Dent Ben Lo", "Dent Cal Hu"
    trips = [
        make_event(f"{who[5:8].lower()}-{year}", str(year), f"{who} travels to Borland{behind}",
                   people=[who], places=["Borland"], tags=["journeys"])
        for who, year, behind in (
            (ava, 1950, ""), (ava, 1952, ""), (ava, 1954, " for the last time"),
            *((ben, year, "") for year in range(1960, 1966)), (cal, 1970, ""))
    ]  # fmt: skip
    names = (
        *(make_name(who, kind="people") for who in (ava, ben, cal)),
        make_name("Borland", kind="places"),
    )
    timeline = make_timeline(*trips, names=names, tags=(("journeys", "visits"),),
                             synonyms=STATES.infos[0].synonyms)  # fmt: skip
    index = build_index(timeline)
    assert told("Has Dent ever been in Borland?", index) == {e.id for e in trips} - {"cal-1970"}
    assert told("When did the Dents come to Borland?", index) == told("Dent in Borland", index)
    found = search("Dent Ava Lo's last trip to Borland", index, today=DAY)
    assert found.matches[0].event.id == "ava-1954"


def test_who_was_where_is_read_without_the_thread(index: Index) -> None:
    thread = (Turn(is_question=True, text="when did Hall show the docks?"),)

    def is_read_with_it(question: str) -> bool:
        found = search(question, index, today=DAY, context=thread)
        return any(unit.is_earlier for unit in found.query.units)

    assert not is_read_with_it("has Dent been to Borland")
    assert not is_read_with_it("did Frost meet Dent")
    assert is_read_with_it("has Dent seen them")
