"""The ways to meet a word: everyday verbs of people at work, verbs like nouns, words of tags."""

from __future__ import annotations

import pytest

from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.common_words import known_words
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def dairy() -> Index:
    """Return the index of a dairy's history: people come and go, things are sold and given up."""
    return build_index(
        make_timeline(
            make_event("ada", "1990-01-08", "Ada Moss joins as a driver", people=["Ada Moss"]),
            make_event("bob", "1992-03-02", "Bob Reed joins as a smith", people=["Bob Reed"]),
            make_event("seed", "1993-05-04", "Seed round led by the village", tags=["money"]),
            make_event("a", "1996-05-04", "Series A, led by the county bank", tags=["money"]),
            make_event("price", "1997-01-01", "The milk costs more", tags=["money"]),
            make_event("yoghurt", "1998-09-09", "Yoghurt 2.0 is released"),
            make_event("boat", "1999-06-06", "The boat for the island is painted"),
            make_event("out", "2001-02-02", "Seven people are laid off"),
            make_event("gone", "2002-04-04", "Ada Moss leaves for the sea", people=["Ada Moss"]),
            make_event("back", "2004-04-04", "Ada Moss returns as a baker", people=["Ada Moss"]),
            make_event("chief", "2005-05-05", "Bob Reed takes over as chief", people=["Bob Reed"]),
            make_event("jar", "2006-06-06", "We drop the glass jar"),
            make_event("steel", "2007-07-07", "The churns are moved to the steel hall"),
            make_event("halt", "2008-08-08", "The hall stands still: production is down"),
            make_event("head", "2009-09-09", "Ida Fern is head of product", people=["Ida Fern"]),
            names=(make_name("Ada Moss"), make_name("Bob Reed"), make_name("Ida Fern")),
            tags=(("money", "funding, prices"), ("pond", "ducks, geese")),
            synonyms=(("standstill", "down"),),
        ),
        known_words=known_words(),
    )


def ids(index: Index, question: str) -> list[str]:
    found = search(question, index, today=DAY)
    return [match.event.id for match in found.matches[: found.answering]]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when was Ada hired", "ada"),
        ("when did Bob start", "bob"),
        ("when were the layoffs", "out"),
        ("when did we let people go", "out"),
        ("when did Ada come back", "back"),
        ("who replaced the old chief", "chief"),
        ("when did we sunset the glass jar", "jar"),
        ("migration to the steel hall", "steel"),
        ("when did we last raise money", "a"),
        ("when did we ship yoghurt 2.0", "yoghurt"),
        ("when was the ship painted", "boat"),
    ],
)
def test_what_people_ask_at_work_is_found_in_other_words(
    dairy: Index, question: str, expected: str
) -> None:
    assert ids(dairy, question)[:1] == [expected]


def test_rounds_of_money_are_counted_by_what_they_are_called(dairy: Index) -> None:
    assert sorted(ids(dairy, "how many funding rounds")) == ["a", "seed"]
    assert ids(dairy, "second funding round") == ["a"]


def test_a_word_of_a_tags_description_stands_for_the_tag_where_no_entry_says_it(
    dairy: Index,
) -> None:
    assert ids(dairy, "prices in 1997") == ["price"]


@pytest.mark.parametrize("question", ["prod down", "when was prod down", "did prod ever go down"])
def test_a_word_that_is_cut_short_is_no_slip_of_another(dairy: Index, question: str) -> None:
    assert ids(dairy, question) == ["halt"]


def test_what_we_did_is_asked_and_no_talk(dairy: Index) -> None:
    assert search("when did we go back to glass", dairy, today=DAY).outcome is (Outcome.ABSTAIN)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when did Kit join", "kit"),
        ("when did Kit quit", "resigned"),
        ("when did the play come out", "play"),
        ("did we turn down a bid", "bid"),
        ("when were we hacked", "breach"),
    ],
)
def test_other_words_may_turn_the_deed_round(question: str, expected: str) -> None:
    index = build_index(
        make_timeline(
            make_event("kit", "1990-01-08", "Kit Lowe is hired as a painter", people=["Kit Lowe"]),
            make_event("resigned", "1993-02-01", "Kit Lowe resigns", people=["Kit Lowe"]),
            make_event("prize", "1994-02-01", "The play wins a prize"),
            make_event("play", "1992-02-01", "The play premieres in the barn"),
            make_event("bid", "1996-02-01", "We reject an offer for the barn"),
            make_event("breach", "1997-02-01", "The ledger is breached by a stranger"),
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1960, 1980)),
        ),
        known_words=known_words(),
    )
    assert ids(index, question)[:1] == [expected]


def test_a_month_with_an_entry_is_never_empty_handed() -> None:
    index = build_index(make_timeline(make_event("kit", "1990-01-08", "The barn is painted")))
    found = search("what broke in January 1990", index, today=DAY)
    assert [match.event.id for match in found.matches] == ["kit"]
