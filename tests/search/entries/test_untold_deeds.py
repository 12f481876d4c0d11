"""A bare title tells one deed; who asks for another one of the same names is not answered by it."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    """Dates and titles only, with enough others around them that words are worth something."""
    return build_index(
        make_timeline(
            make_event("hotel", "1981", "The walkway of the Marlowe hotel in Aarburg collapses"),
            make_event("chemist", "1938", "Odile Varga makes blue glass at the Merkel laboratory"),
            make_event("company", "1602", "The Kielby spice company is established"),
            make_event("office", "1973", "Leon Jastrow is appointed special envoy to Kielby"),
            make_event("queen", "1882", "Queen Wilma narrowly escapes an assassination attempt"),
            make_event("duke", "1890", "Duke Emil is assassinated in Aarburg"),
            make_event("strike", "1923", "Thousands join the Mantsar hunger strike"),
            make_event("rebel", "2002", "The rebel leader Jonas Savary is caught in Bellac"),
            make_event("fifth", "1981", "Norman Rybak pitches his fifth shutout"),
            make_event("mayor", "1950", "Ada Quist becomes mayor of Otterbrun"),
            make_event("bridge", "1951", "The Otterbrun bridge is opened to traffic"),
            make_event("castle", "1952", "A hoard is dug up at the Otterbrun castle"),
            make_event("largs", "1263", "The battle of Largsby is fought by Scots"),
            make_event("corps", "1813", "A battle breaks out when two corps meet near Legnitza"),
            make_event("third", "1920", "Death of Abel Yakub, third governor of Sarawal (b. 1850)"),
            make_event("fair", "1850", "Birth of Emil Eavys, who founded the Glastonberry fair"),
            make_event("slavery", "1807", "The trade in slaves is abolished in Belport"),
            make_event("hall", "1882", "The Wendish Opera House of Emil de Loos opens in Aarburg"),
            make_event("siege", "1504", "Siege of Old Wexmoor: the Duke of Loos takes the town"),
            make_event("poet", "1933", "Birth of Ilka Marsovic, Wendish poet (d. 1990)"),
            *(
                make_event(f"b{n}", str(1700 + n), f"Birth of Person {n}, painter of Town {n}")
                for n in range(40)
            ),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(40)),
        )
    )


@pytest.mark.parametrize(
    "question",
    [
        "when was the Marlowe hotel in Aarburg built",
        "when was Odile Varga of the Merkel laboratory kidnapped",
        "when was the Otterbrun castle constructed",
        "Kielby spice company nationalized",
        "Leon Jastrow wins a medal",
        "Kielby spice company moved to Bellac",
        "Leon Jastrow resigns as special envoy to Kielby",
        "who killed Abel Yakub",
        "when did Abel Yakub become governor of Sarawal",
        "who assassinated Queen Wilma",
        "when was Queen Wilma murdered",
        "end of the Mantsar hunger strike",
        "when did Jonas Savary become president of Bellac",
        "Norman Rybak's first shutout",
        "battle of Lignitza",
        "first Glastonberry fair",
        "when did Mongolia abolish the trade in slaves in Belport",
        "Wendish Opera House strike",
        "when was the Wendish Opera House put on a stamp",
        "wedding of Emil de Loos",
        "who shot Jonas Savary",
        "installation of the Wendish poet Ilka Marsovic",
    ],
)
def test_another_deed_than_the_one_told_is_not_answered(index: Index, question: str) -> None:
    assert not search(question, index, today=DAY).answering


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("when did the walkway of the Marlowe hotel collapse", "hotel"),
        ("when did Odile Varga make blue glass", "chemist"),
        ("Kielby spice company established", "company"),
        ("who assassinated Duke Emil", "duke"),
        ("assassination attempt on Queen Wilma", "queen"),
        ("Mantsar hunger strike", "strike"),
        ("Leon Jastrow is appointed envoy", "office"),
        ("when did Ada Quist become mayor of Otterbrun", "mayor"),
        ("when was the Otterbrun bridge opened", "bridge"),
        ("Norman Rybak's fifth shutout", "fifth"),
        ("battle of Largsbie", "largs"),
        ("third governor of Sarawal", "third"),
        ("Wendish Opera House opening", "hall"),
        ("the bloody siege of Old Wexmoor", "siege"),
        ("the poet Ilka Marsovic passed away", "poet"),
    ],
)
def test_the_deed_that_is_told_is_answered(index: Index, question: str, wanted: str) -> None:
    found = search(question, index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == wanted
