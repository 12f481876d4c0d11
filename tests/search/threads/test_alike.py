"""The next of the kind of the entry shown, and what somebody of it did next."""

from __future__ import annotations

import pytest

from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.alike import next_alike
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

STORY = make_timeline(
    make_event(
        "ruling-71", "2017-08-05", "Arland votes for a ban on coal (71)", places=["Belport"],
        tags=["council", "ban"], keywords=["resolution 71"],
    ),
    make_event(
        "ruling-75", "2017-09-11", "Arland votes for limits on oil (75)", places=["Belport"],
        tags=["council", "ban"],
    ),
    make_event(
        "decree", "2017-10-16", "President Carla Dent decree applies resolution 21",
        people=["Carla Dent"], places=["Dorham"], tags=["ban"],
    ),
    make_event(
        "assembly", "2022-03-02", "Dorham rejects a resolution on the war", tags=["council"],
    ),
    make_event(
        "visit-1", "2000-07-19", "Carla Dent visits Belport", people=["Carla Dent", "Evan Foss"],
        places=["Belport"], tags=["visit"],
    ),
    make_event(
        "plan", "2003-01-20", "An envoy of Carla Dent brings a plan to Belport",
        people=["Mara Holt"], places=["Belport"], tags=["talks"],
    ),
    make_event(
        "abroad", "2005-05-01", "Carla Dent opens a factory at Dorham", people=["Carla Dent"],
        places=["Dorham"], tags=["economy"],
    ),
    make_event(
        "visit-2", "2024-06-18", "Carla Dent comes to Belport for a second time",
        people=["Carla Dent"], places=["Belport"], tags=["visit"],
    ),
    make_event(
        "journey", "2010-09-12/2010-09-17", "Evan Foss spends six days on the coast",
        people=["Evan Foss"], tags=["visit"],
    ),
    make_event(
        "launch", "2010-09-13", "Evan Foss meets Mara Holt at the rocket field",
        people=["Evan Foss", "Mara Holt"], tags=["talks"], related=["journey"],
    ),
    make_event("shipyard", "2010-09-15", "Evan Foss tours a shipyard", people=["Evan Foss"]),
    make_event("signed", "2011-02-15", "Evan Foss signs a lease", people=["Evan Foss"]),
    make_event(
        "feast", "2011-02-15", "A feast for Evan Foss", people=["Evan Foss"], related=["signed"]
    ),
    make_event("ballot", "2023-05-01", "Dorham holds a vote on the war", related=["assembly"]),
    make_event("fall", "1964-10-14", "Ida Rask loses her office", people=["Ida Rask"]),
    make_event("doubt", "1962-12-29", "Belport doubts the word of Dorham"),
    make_event("pact", "1961-07-06", "Ida Rask signs a pact with Belport", people=["Ida Rask"]),
    make_event("talks", "1964-11-04", "Envoys of Belport go to Dorham", places=["Dorham"]),
    make_event("chair-1", "1977-01-06", "Roya Janik takes over the Board", people=["Roya Janik"],
               tags=["president"]),
    make_event("speaker", "1979-07-17", "Sela Vidal leads the Parliament", tags=["president"]),
    make_event("chair-2", "1985-01-07", "Jonas Dell takes over the Board", people=["Jonas Dell"],
               tags=["president"]),
    names=(
        make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss"),
        make_name("Mara Holt", "Holt"), make_name("Ida Rask", "Rask"),
        make_name("Roya Janik", "Janik"),
    ),
    tags=(("visit", "visits"), ("council", "council"), ("ban", "bans"), ("president", "heads")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STORY)


def ask(index: Index, asked: str, shown: str, question: str) -> Finding:
    title = next(event.title for event in STORY.events if event.id == shown)
    context = (Turn(is_question=True, text=asked), Turn(is_question=False, text=title))
    return search(question, index, today=DAY, context=context)


@pytest.mark.parametrize(
    ("asked", "shown", "question", "expected"),
    [
        ("resolution 71", "ruling-71", "next one after it?", "ruling-75"),
        ("Dent in Belport", "visit-1", "and the next time she went there?", "visit-2"),
        ("Dent in Belport", "visit-2", "and the time before?", "visit-1"),
        ("Janik at the Board", "chair-1", "who came after her?", "chair-2"),
        ("Janik at the Board", "chair-1", "who replaced Janik?", "chair-2"),
        ("Janik at the Board", "chair-1", "кто пришел на ее место", "chair-2"),
        ("Foss at the rocket field", "launch", "where did Foss go next", "shipyard"),
        ("Evan Foss signs a lease", "signed", "what did he do next", "feast"),
        ("Dorham rejects the war", "assembly", "did they vote again?", "ballot"),
        ("Evan Foss at the rocket field", "launch", "where did he go next", "shipyard"),
        ("Evan Foss at the rocket field", "launch", "what did Evan do next?", "shipyard"),
        ("Foss at the rocket field", "launch", "what did Foss sign next", "signed"),
        ("Foss at the rocket field", "launch", "куда он поехал потом", "shipyard"),
    ],
)
def test_the_next_of_a_kind_or_of_somebody(
    index: Index, asked: str, shown: str, question: str, expected: str
) -> None:
    assert ask(index, asked, shown, question).matches[0].event.id == expected


def test_a_journey_that_holds_the_entry_shown_is_not_what_came_next(index: Index) -> None:
    found = ask(index, "Foss at the rocket field", "launch", "where did Foss go next")
    assert "journey" not in [match.event.id for match in found.matches]


def test_weeks_are_counted_as_people_count_them(index: Index) -> None:
    first = ask(index, "resolution 71", "ruling-71", "what happened six weeks later").matches[0]
    assert first.event.id == "ruling-75"  # 37 days, which are five weeks and two days


def test_what_shares_little_is_of_no_kind(index: Index) -> None:
    fall = next(event for event in STORY.events if event.id == "fall")
    assert next_alike(fall, index) == []


PLACES = make_timeline(
    make_event("r1", "2000-02-10", "Arland sets off a first charge", tags=["blast"]),
    make_event("ban", "2000-03-10", "A ban over the blast in Arland", tags=["council"]),
    make_event("r2", "2003-02-10", "Belport is troubled by a tremor", tags=["blast"]),
    make_event("r3", "2005-02-10", "Arland sets off another charge", tags=["blast"]),
    make_event(
        "death", "2010-12-06", "The envoy of Arland dies", people=["Evan Foss"], tags=["envoy"],
    ),
    make_event(
        "wreath", "2010-12-10", "Carla Dent mourns the envoy of Arland", related=["death"],
        people=["Carla Dent", "Evan Foss"], tags=["envoy"],
    ),
    make_event("wishes", "2010-12-30", "New Year wishes to the envoy of Arland", tags=["envoy"]),
    make_event(
        "heir", "2011-03-05", "Arland will name a new man soon", related=["death"], tags=["post"],
    ),
    make_event("panel", "2012-03-28", "The watch on coal is voted down", tags=["coal"]),
    make_event("ends", "2012-04-30", "The watch on coal ends", related=["panel"], tags=["coal"]),
    make_event(
        "substitute", "2012-10-01", "Eleven states set up a substitute", related=["panel"],
    ),
    names=(make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss")),
    tags=(("blast", "blasts"), ("envoy", "envoys"), ("coal", "coal"), ("council", "council")),
)  # fmt: skip


@pytest.fixture(scope="module")
def places() -> Index:
    return build_index(PLACES)


def last_of(index: Index, *said: str) -> str:
    """Return what the last of these is answered with; before it stand questions and ids shown."""
    *before, question = said
    context = [
        Turn(is_question=place % 2 == 0, text=text if place % 2 == 0 else title_of(index, text))
        for place, text in enumerate(before)
    ]
    found = search(question, index, today=DAY, context=context)
    return found.matches[0].event.id


def title_of(index: Index, event_id: str) -> str:
    event = index.timeline.get(event_id)
    assert event is not None
    return event.title


@pytest.mark.parametrize("question", ["and the one after?", "the next one", "and after that one?"])
def test_the_next_that_carries_the_tag_asked_for_is_the_next_of_it(
    places: Index, question: str
) -> None:
    assert last_of(places, "blasts", "r1", question) == "r2"


def test_the_one_before_carries_the_tag_as_well(places: Index) -> None:
    assert last_of(places, "blasts", "r3", "and the one before?") == "r2"


def test_after_the_next_one_goes_on_with_the_kind(places: Index) -> None:
    assert last_of(places, "blasts", "r1", "and the one after?", "r2", "and then?") == "r3"


@pytest.mark.parametrize(
    ("shown", "question", "expected"),
    [
        ("wreath", "is there a successor yet?", "heir"),
        ("death", "who will follow him", "heir"),
        ("death", "а преемника назначили?", "heir"),
        ("panel", "what replaced it?", "substitute"),
        ("ends", "what took its place", "substitute"),
    ],
)
def test_who_or_what_came_in_its_place_says_so(
    places: Index, shown: str, question: str, expected: str
) -> None:
    assert last_of(places, title_of(places, shown), shown, question) == expected


def test_after_somebody_who_took_an_office_comes_who_took_it_next() -> None:
    store = make_timeline(
        make_event("dent", "2014-12-01", "Carla Dent becomes head of the Diet", people=["Dent"]),
        make_event("deal", "2016-03-18", "Carla Dent strikes a deal", people=["Carla Dent"]),
        make_event("foss", "2024-12-01", "Evan Foss becomes head of the Diet", people=["Foss"]),
        names=(make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss")),
    )
    index = build_index(store)
    assert last_of(index, "Dent", "dent", "and the one after?") == "foss"
    assert last_of(index, "Dent", "dent", "is there a successor?") == "foss"


FLIGHTS = make_timeline(
    make_event("seven", "1968-10-11", "Odyssey 7 carries a crew", tags=["flight"]),
    make_event("eight", "1968-12-21", "Odyssey 8 rounds the cape for a landing", tags=["flight"]),
    make_event("lander", "1969-01-21", "A landing at Belport", tags=["flight"]),
    make_event("nine", "1969-03-03", "Odyssey 9 goes to Dorham and back", tags=["voyage"]),
    make_event("ninety", "1969-02-03", "Odyssey 90 is sold", tags=["flight"]),
    tags=(("flight", "flights"), ("voyage", "voyages")),
)


@pytest.mark.parametrize(
    ("shown", "question", "expected"),
    [
        ("eight", "and the one before?", "seven"),
        ("seven", "the next one", "eight"),
    ],
)
def test_a_number_in_a_name_does_not_keep_from_what_is_next_to_it(
    shown: str, question: str, expected: str
) -> None:
    index = build_index(FLIGHTS)
    assert last_of(index, title_of(index, shown), shown, question) == expected
