"""What became of the entry shown is told by a later one that goes on with it."""

from __future__ import annotations

import pytest

from bot.search.finding import Finding
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.outcome import LARGE, later_parts
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

STORY = make_timeline(
    make_event("bridge", "1950-05-01", "A plan for a bridge at Belport is drawn up"),
    make_event("talks", "1951-03-20", "Talks on the border open in Dorham"),
    make_event("break", "1951-05-08", "The border commission parts in anger", related=["talks"]),
    make_event("storm", "1951-05-09", "A storm sinks three ships off Belport"),
    make_event("invited", "1952-12-19", "President Carla Dent is invited to Belport"),
    make_event("announced", "1953-03-17", "Belport says who will attend", related=["invited"]),
    make_event(
        "declined", "1953-04-30", "Carla Dent stays at home", related=["invited", "announced"],
        summary="Evan Foss was sent in her place.",
    ),
    make_event("opened", "1955-08-13", "Traffic crosses the river", related=["bridge"]),
    make_event("repaired", "1990-08-13", "New rails on the river", related=["bridge"]),
    names=(make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STORY)


def ask(index: Index, shown: str, question: str) -> Finding:
    title = next(event.title for event in STORY.events if event.id == shown)
    context = (Turn(is_question=True, text=title), Turn(is_question=False, text=title))
    return search(question, index, today=DAY, context=context)


@pytest.mark.parametrize(
    ("shown", "question", "expected"),
    [
        ("talks", "how did that end", "break"),
        ("talks", "so what came of it?", "break"),
        ("talks", "и чем кончилось", "break"),
        ("talks", "а чем всё закончилось?", "break"),
        ("talks", "그래서 어떻게 됐어", "break"),
        ("talks", "what was the outcome", "break"),
        ("talks", "what did they find", "break"),
        ("talks", "what did it lead to", "break"),
        ("talks", "how was it settled?", "break"),
        ("invited", "а она приехала в итоге?", "declined"),
        ("break", "and what became of the ships in the end", "storm"),
        ("invited", "did she show up?", "declined"),
        ("announced", "so why didn't she show up", "declined"),
        ("invited", "so did she go in the end", "declined"),
        ("invited", "и кого в итоге прислали", "declined"),
        ("bridge", "ok and when was it finished", "opened"),
        ("bridge", "was it ever built", "opened"),
        ("bridge", "did it ever happen", "opened"),
    ],
)
def test_what_became_of_it_is_told_by_what_goes_on_with_it(
    index: Index, shown: str, question: str, expected: str
) -> None:
    found = ask(index, shown, question)
    assert found.answering == 1
    assert found.matches[0].event.id == expected


@pytest.mark.parametrize("shown", ["storm", "break", "opened"])
@pytest.mark.parametrize("question", ["how did that end", "и чем кончилось", "그래서 어떻게 됐어"])
def test_where_nothing_goes_on_with_it_it_is_shown_again(
    index: Index, shown: str, question: str
) -> None:
    assert [match.event.id for match in ask(index, shown, question).matches] == [shown]


def test_what_it_tells_itself_is_not_sought_later(index: Index) -> None:
    assert ask(index, "talks", "were they in Dorham?").matches[0].event.id == "talks"
    assert ask(index, "bridge", "was it planned at Belport").matches[0].event.id == "bridge"


def test_somebody_whom_the_later_entry_does_not_name_is_not_told_by_it(index: Index) -> None:
    found = ask(index, "talks", "what became of Carla Dent in the end")
    assert found.matches[0].event.id != "break"


def test_the_one_that_ends_the_story_comes_first(index: Index) -> None:
    later = {event.id: [e.id for e in later_parts(event, index)] for event in STORY.events}
    assert later["invited"] == ["declined", "announced"]
    assert later["bridge"] == ["opened", "repaired"]
    assert later["repaired"] == []


def test_of_a_large_store_only_the_neighbours_are_looked_at() -> None:
    events = [make_event(f"e{n}", f"{1000 + n // 12:04}-{n % 12 + 1:02}-01", f"Deed {n}")
              for n in range(LARGE + 1)]  # fmt: skip
    events[150] = make_event("near", "1012-07-01", "Deed goes on", related=["e0"])
    events[3000] = make_event("far", "1250-01-01", "Deed goes on and on", related=["e0"])
    large = build_index(make_timeline(*events))
    assert [event.id for event in later_parts(events[0], large)] == ["near"]


JOURNEY = make_timeline(
    make_event("pact", "1961-07-06", "Arland and Belport sign a pact"),
    make_event("filed", "1962-01-23", "The pact is filed in Dorham", related=["pact"]),
    make_event("given-up", "1995-09-07", "Arland gives up the pact", related=["pact"]),
    make_event("sets-out", "2001-04-24", "Carla Dent sets out", people=["Carla Dent"]),
    make_event(
        "back", "2001-04-30", "Carla Dent comes home", people=["Carla Dent"], related=["sets-out"]
    ),
    names=(make_name("Carla Dent", "Dent"),),
)


@pytest.mark.parametrize(
    ("shown", "question", "expected"),
    [
        ("pact", "until when was it valid", "given-up"),
        ("pact", "how long was it in force", "given-up"),
        ("pact", "до какого года он действовал", "given-up"),
        ("sets-out", "and when was she back", "back"),
    ],
)
def test_how_long_it_held_is_told_by_its_end(shown: str, question: str, expected: str) -> None:
    index = build_index(JOURNEY)
    title = next(event.title for event in JOURNEY.events if event.id == shown)
    context = (Turn(is_question=True, text=title), Turn(is_question=False, text=title))
    found = search(question, index, today=DAY, context=context)
    assert found.matches[0].event.id == expected
    assert found.answering
