"""When it ended, where its beginning was asked for before; and what the last of a kind followed."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.threads.turned_ends import is_end_of, turned_to_other_end
from tests.examples import make_event, make_name, make_timeline
from tests.search.threads.test_followup import first

STRIKE = make_timeline(
    make_event("strike", "1921-03-01", "Men leave the docks at Dorham",
               keywords=["harbour strike starts"]),
    make_event("vote", "1921-03-20", "The council sends the guard", related=["strike"]),
    make_event("peace", "1925-06-02", "The harbour strike is over"),
    make_event("pact", "1930-01-05", "Arland and Belport sign a pact on fishing"),
    make_event("noted", "1930-06-07", "The pact is entered in the register", related=["pact"]),
    make_event("lapse", "1938-02-03", "Belport gives up the pact on fishing", related=["pact"]),
    make_event("v1", "1940-05-01", "Carla Dent visits Belport", people=["Carla Dent"],
               places=["Belport"]),
    make_event("v2", "1946-05-01", "Carla Dent visits Belport", people=["Carla Dent"],
               places=["Belport"]),
    make_event("fair", "1950-02-02", "A fair is held at Dorham"),
    make_event("v3", "1950-05-01", "Carla Dent visits Belport", people=["Carla Dent"],
               places=["Belport"]),
    names=(make_name("Carla Dent", "Dent"), make_name("Belport", kind="places")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(STRIKE)


@pytest.mark.parametrize(
    ("question", "before", "expected"),
    [
        ("when did it end", "When did the strike start?", "when did the strike end?"),
        ("and how did it end?", "why did the talks break out", "why did the talks end"),
        ("when did it begin", "when did the strike end", "when did the strike start"),
        ("а когда закончилась?", "когда началась война", "когда закончилась война"),
        ("когда она началась", "когда закончилась война", "когда началась война"),
        ("언제 끝났어?", "파업은 언제 시작됐어", "파업은 언제 끝났어"),
        ("when did it end", "who signed the pact", None),
        ("when did it end at last in Dorham", "when did the strike start", None),
        ("", "when did the strike start", None),
        ("when did it end", f"when did {'it ' * 200}start", None),
    ],
)
def test_a_question_for_one_end_is_turned_to_the_other(
    question: str, before: str, expected: str | None
) -> None:
    assert turned_to_other_end(question, before) == expected


def test_what_began_is_asked_for_by_its_end(index: Index) -> None:
    assert first(index, "when did the harbour strike start", "when did it end") == "peace"
    assert first(index, "when did the harbour strike start", "and how did it end?") == "peace"


def test_what_ended_years_later_comes_before_what_was_noted_soon(index: Index) -> None:
    assert first(index, "when was the pact on fishing signed", "when did it end") == "lapse"


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        (("when did Dent last visit Belport", "and before that?"), "v2"),
        (("when did Dent last visit Belport", "and before that?", "and before that?"), "v1"),
        (("when did Dent last visit Belport", "what happened before that?"), "fair"),
        (("Dent in Belport in 1950", "and before that?"), "fair"),
    ],
)
def test_before_the_last_of_a_kind_is_the_last_but_one(
    index: Index, dialogue: tuple[str, ...], expected: str
) -> None:
    assert first(index, *dialogue) == expected


def test_a_later_title_that_tells_an_end_is_trusted() -> None:
    events = (
        make_event("begin", "1921-03-01", "Rain fails", keywords=["long drought starts"]),
        make_event("talk", "1922-03-01", "The mayor speaks of the long drought"),
        make_event("end", "1925-03-01", "Dorham hopes to end the long drought by a canal"),
    )
    index = build_index(make_timeline(*events))
    assert first(index, "when did the long drought start", "how did it end") == "end"
    assert is_end_of(events[2], events[:2])
    assert not is_end_of(events[2], ())
    assert not is_end_of(events[1], events[:1])
