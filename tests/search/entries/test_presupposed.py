"""A bare store does not answer what only sounds like one of its titles."""

from __future__ import annotations

import pytest

from bot.search.entries.presupposed import names_strange_state
from bot.search.finding import Outcome
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.weighing.scoring import find_candidates
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY


@pytest.fixture(scope="module")
def index() -> Index:
    """Dates and titles only, with enough others around them that words are worth something."""
    return build_index(
        make_timeline(
            make_event("envoy", "1249", "Andrew of Lonjumel is sent to the Khan as an envoy"),
            make_event("battle", "1388", "Battle of Otterbrun: the Scots defeat the English"),
            make_event("kiel", "1814", "Treaty of Kielby: Denmark cedes Norway to Sweden"),
            make_event("iceland", "1944", "Iceland becomes a republic"),
            make_event("birth", "1899", "Birth of Ada Quistgard, Danish painter (d. 1970)"),
            make_event("death", "1970", "Death of Ada Quistgard, Danish painter (b. 1899)"),
            make_event("show", "1930", "Ada Quistgard shows her paintings in Aarburg"),
            make_event("father", "1850", "Birth of Emil Eavys, who founded the Glastonberry fair"),
            make_event("judge", "1749", "Aldo Krsanec, Croatian judge"),
            make_event("storm", "1750", "Aldo Tomic arrests Zoran Petrec"),
            make_event("moon", "1787", "Wilma Herzel discovers Titaria, a moon of Urania"),
            make_event("rising", "1932", "The Mantsar rebellion begins at a meeting hall"),
            make_event("ban", "1919", "Prohibition comes into force in Kielby"),
            make_event("shot", "1945", "Clara Petrov is shot dead by a partisan of Bellac"),
            make_event("wedding", "1565", "Wedding of Mary Stark and Henry Darn at Holm Palace"),
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
        "the treaty of Lonjumel",
        "when was Wilma Herzel crowned",
        "when did Wilma Herzel marry",
    ],
)
def test_what_only_shares_words_with_a_title_is_not_answered(index: Index, question: str) -> None:
    assert search(question, index, today=DAY).outcome is Outcome.ABSTAIN


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("battle of otterbrun", "battle"),
        ("when did the Scots win the battle of otterbrun", "battle"),
        ("when did Denmark cede Norway to Sweden in the treaty of kielby", "kiel"),
        ("andrew of lonjumel", "envoy"),
        ("when was ada quistgard born", "birth"),
        ("death of ada quistgard", "death"),
        ("when did ada quistgard show her paintings", "show"),
        ("aldo krsanec birth", "judge"),
        ("who killed Clara Petrov", "shot"),
        ("when did Mary Stark marry Henry Darn", "wedding"),
        ("when did the Mantsar rebellion begin", "rising"),
        ("when did Wilma Herzel discover Titaria", "moon"),
    ],
)
def test_what_a_title_holds_is_answered(index: Index, question: str, wanted: str) -> None:
    found = search(question, index, today=DAY)
    assert found.answering
    assert found.matches[0].event.id == wanted


@pytest.fixture(scope="module")
def curated() -> Index:
    """A timeline whose names are given, and Mongolia, Poland and Chile are none of them."""
    return build_index(
        make_timeline(
            make_event("pact", "1911", "Arland and Belport sign a grain pact"),
            make_event("pole", "1912", "A Polish crew reaches Belport"),
            make_event("storm", "1913", "A storm over Chile"),
            make_event("castle", "1800", "A castle burns down"),
            names=(make_name("Arland", kind="places"), make_name("Belport", kind="places")),
        )
    )


@pytest.mark.parametrize(
    ("question", "is_strange"),
    [
        ("did Arland and Mongolia sign a grain pact", True),
        ("grain pact of Arland with Mongolia", True),
        ("did Arland and Belport sign a grain pact", False),
        ("when did Poland's crew reach Belport", False),
        ("storm over Chile", False),
    ],
)
def test_a_state_that_is_no_name_of_the_timeline_nor_in_the_entry(
    curated: Index, question: str, is_strange: bool
) -> None:
    query = read_query(question, curated, today=DAY)
    best = find_candidates(query, curated)[0]
    assert names_strange_state(best, query, curated) == is_strange
    found = search(question, curated, today=DAY)
    assert not (is_strange and found.outcome is not Outcome.ABSTAIN)


@pytest.mark.parametrize(
    ("question", "is_answered"),
    [
        ("how are you holding up", False),
        ("how have you been, burning?", False),
        ("посоветуй storm", False),
        ("can you recommend a good castle", False),
        ("happy birthday castle!", False),
        ("how did the castle burn down", True),
    ],
)
def test_small_talk_is_no_question_though_an_entry_holds_its_words(
    question: str, is_answered: bool
) -> None:
    index = build_index(
        make_timeline(
            make_event("list", "1911", "Envoys hold up the list"),
            make_event("castle", "1800", "The castle burns down"),
            make_event("storm", "1801", "The storm of storms"),
            synonyms=(("hold up", "delay"),),
        )
    )
    found = search(question, index, today=DAY)
    assert (found.outcome is not Outcome.ABSTAIN) == is_answered
