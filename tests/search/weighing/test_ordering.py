"""Of entries about as good: the one of the time itself, the one that is of the kind."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

LAWS = make_timeline(
    make_event(
        "1911-grain-pact",
        "1911-07-06",
        "Arland and Borland sign a pact on grain",
        summary="A pact of friendship too.",
    ),
    make_event(
        "1950-new-pact",
        "1950-02-09",
        "Arland and Borland sign a new friendship pact on grain",
        summary="Unlike the 1911 pact it was of friendship alone.",
        significance=3,
    ),
    make_event("1930-bill-on-corn", "1930-03-01", "The council votes for dearer corn",
               summary="The bill passed the council."),
    make_event("1930-order-on-corn", "1930-10-16", "An order of the king applies a council bill"),
    make_event("1931-mill", "1931", "A mill opens"),
    names=(make_name("Arland", kind="places"), make_name("Borland", kind="places")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(LAWS)


@pytest.mark.parametrize(
    ("question", "first", "why"),
    [
        ("1911 friendship pact on grain", "1911-grain-pact", "it was signed in that year"),
        ("friendship pact on grain", "1950-new-pact", "no time is asked for"),
        ("friendship pact 1911 when", "1911-grain-pact", "the other only speaks of that year"),
        ("list the council bills of 1930", "1930-bill-on-corn", "an order on a bill is none"),
        ("order on a council bill", "1930-order-on-corn", "the order itself is asked for"),
    ],
)
def test_what_comes_first_of_entries_about_as_good(
    index: Index, question: str, first: str, why: str
) -> None:
    assert search(question, index, today=DAY).matches[0].event.id == first, why


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Arland recognises Borland", "by-arland"),
        ("Borland recognises Arland", "by-borland"),
        ("Borland recognises Cornland", "of-cornland"),
    ],
)
def test_who_does_it_to_whom_comes_before_what_the_title_says_the_other_way_round(
    question: str, first: str
) -> None:
    index = build_index(
        make_timeline(
            make_event(
                "by-arland",
                "1911",
                "Arland opens ties with Borland",
                summary="Arland recognised Borland.",
                significance=3,
            ),
            make_event("by-borland", "1950", "Borland recognises Arland and its neighbours"),
            make_event("of-cornland", "1951", "Borland recognises Cornland"),
            make_event("1931-mill", "1931", "A mill opens"),
            names=tuple(make_name(f"{one}land", kind="places") for one in ("Ar", "Bor", "Corn")),
        )
    )
    assert search(question, index, today=DAY).matches[0].event.id == first


def test_what_is_called_just_so_comes_first_and_its_id_tells_it() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "1911-siege-begins",
                "1911",
                "Borland opens a front against Arland",
                summary="The war for the liberation of the north began.",
                tags=["liberation"],
                places=["Arland"],
                significance=3,
            ),
            make_event(
                "1912-liberation-of-arland",
                "1912",
                "The governor hands over the keys of the city",
                summary="All of Arland keeps the day as a holiday.",
                tags=["liberation"],
                places=["Arland"],
                significance=3,
            ),
            make_event("1931-mill", "1931", "A mill opens"),
            names=(make_name("Arland", kind="places"),),
        )
    )
    found = search("when was the liberation of Arland", index, today=DAY)
    assert found.matches[0].event.id == "1912-liberation-of-arland"
    assert found.answering
