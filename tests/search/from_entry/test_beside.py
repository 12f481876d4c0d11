"""What came beside an entry: never that entry itself, and nothing far off of another kind."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

FERRIES = make_timeline(
    make_event("fire-mill", "1900-01-05", "Outage: a fire at the mill puts out the lamps",
               tags=["outage"]),
    make_event("flood", "1902-03-01", "Outage: a flood puts out the lamps", tags=["outage"]),
    make_event("ada-lands", "1904-05-01", "Ada Reed lands in Dorham", people=["Ada Reed"],
               places=["Dorham"]),
    make_event("ada-speaks", "1904-05-02", "Ada Reed speaks of Arland in Dorham",
               summary="She had landed the day before.", people=["Ada Reed"], places=["Dorham"]),
    make_event("ben-lands", "1904-06-01", "Ben Hall lands in Dorham", people=["Ben Hall"],
               places=["Dorham"]),
    make_event("riot", "1906-01-01", "The Commons back the king after the bread riot"),
    make_event("envoy", "1906-01-20", "An envoy arrives in Dorham", places=["Dorham"]),
    *(make_event(f"ferry-{year}", f"{year}-07-01", f"A ferry of {year} is launched")
      for year in range(1910, 1930)),
    make_event("medal", "1931-01-01", "A medal is struck for the envoy"),
    names=(make_name("Ada Reed"), make_name("Ben Hall"), make_name("Dorham", kind="places")),
    tags=(("outage", "outages"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(FERRIES)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("after the fire at the mill, which outage came next", "flood"),
        ("the outage just before the flood", "fire-mill"),
        ("the outage right after the fire at the mill", "flood"),
        ("who was next in Dorham after Ada Reed landed", "ben-lands"),
        ("who arrived in Dorham right after the bread riot", "envoy"),
    ],
)
def test_what_is_counted_from_is_never_what_came_beside_it(
    index: Index, question: str, expected: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == expected


@pytest.mark.parametrize(
    "question",
    [
        "which medal came right after the flood",
        "which outage came right after the flood",
    ],
)
def test_what_came_far_off_or_not_at_all_is_not_sure(index: Index, question: str) -> None:
    assert search(question, index, today=DAY).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how does the timeline begin", "fire-mill"),
        ("with what does your chronicle end?", "medal"),
        ("чем заканчивается хронология", "medal"),
        ("how did 1904 begin", "ada-lands"),
        ("how did 1904 end", "ben-lands"),
        ("the closing outage of 1902", "flood"),
        ("opening entry of 1906", "riot"),
    ],
)
def test_an_end_of_a_time_or_of_all_is_its_first_or_last_entry(
    index: Index, question: str, expected: str
) -> None:
    found = search(question, index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == expected


@pytest.mark.parametrize(
    "question", ["opening ceremony in 1904", "the opening of the mill in 1904", "how did it end"]
)
def test_what_opens_something_else_counts_nothing(index: Index, question: str) -> None:
    assert read_query(question, index, today=DAY).occasion is None


def test_a_guess_at_where_an_entry_ends_does_not_rule_out_the_whole_question(index: Index) -> None:
    question = "after the envoy arrived what medal was struck for the envoy"
    found = search(question, index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == "medal"
