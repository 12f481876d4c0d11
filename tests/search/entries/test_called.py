"""Ids are made by hand of what an event is: those called what is asked for are of its kind."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

TARIFFS = make_timeline(
    make_event("1900-aland-tariffs-salt", "1900-02-01", "Aland lists the salt merchants",
               places=["Aland"], tags=["tariffs"]),
    make_event("1902-aland-tariffs-fish", "1902-02-01", "Aland puts tariffs on fish",
               places=["Aland"], tags=["tariffs"]),
    make_event("1903-borland-tariffs", "1903-02-01", "Borland sets tariffs on wool",
               summary="An envoy of Aland protested.", places=["Borland"], tags=["tariffs"]),
    make_event("1904-aland-tariffs-wool", "1904-02-01", "Aland puts tariffs on wool",
               places=["Aland"], tags=["tariffs"]),
    make_event("1905-brief", "1905-02-01", "Tariff wardens brief the guilds",
               summary="An envoy of Aland spoke of the tariffs.", places=["Borland"],
               tags=["tariffs"]),
    make_event("1906-decree", "1906-02-01", "A decree on the tariffs of Aland",
               summary="Aland tariffs, all tariffs of Aland.", tags=["tariffs"]),
    *(make_event(f"law-{n}", f"191{n}", f"The council passes law {n}") for n in range(9)),
    names=(make_name("Aland", kind="places"), make_name("Borland", kind="places")),
    tags=(("tariffs", "tariffs"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TARIFFS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("latest Aland tariffs", "1904-aland-tariffs-wool"),
        ("first Aland tariffs", "1900-aland-tariffs-salt"),
        ("Aland tariffs before the 1904 ones", "1902-aland-tariffs-fish"),
    ],
)
def test_of_several_so_called_the_last_is_meant(index: Index, question: str, expected: str) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == expected


def test_two_of_a_name_may_be_so_called_by_chance() -> None:
    timeline = make_timeline(
        make_event("1900-weir-bridge-plan", "1900", "A bridge at the weir is planned",
                   places=["Weir"]),
        make_event("1902-weir-bridge-work", "1902", "Work begins on the weir bridge",
                   places=["Weir"]),
        make_event("1904-bridge-opening", "1904", "The mayor says the weir bridge will open",
                   places=["Weir"]),
        *(make_event(f"law-{n}", f"191{n}", f"The council passes law {n}") for n in range(9)),
        names=(make_name("Weir", kind="places"),),
    )  # fmt: skip
    found = search("latest on the weir bridge", build_index(timeline), today=DAY)
    assert found.matches[0].event.id == "1904-bridge-opening"


def test_earlier_ones_are_so_called_too(index: Index) -> None:
    context = (
        Turn(is_question=True, text="Aland tariffs on wool"),
        Turn(is_question=False, text="Aland puts tariffs on wool"),
    )
    found = search("any earlier ones?", index, today=DAY, context=context)
    ids = [match.event.id for match in found.matches]
    assert ids == ["1902-aland-tariffs-fish", "1900-aland-tariffs-salt"]


def test_a_list_begins_with_what_is_called_so(index: Index) -> None:
    found = search("list all the tariffs of Aland", index, today=DAY)
    shown = [match.event.id for match in found.matches[: found.answering]]
    assert "tariffs" in shown[0]
    scores = [match.score for match in found.matches[: found.answering]]
    assert scores == sorted(scores, reverse=True)
