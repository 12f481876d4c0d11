"""Names, tags and synonyms: what a phrase of the data stands for."""

from __future__ import annotations

from bot.search.lexicon import Lexicon, build_lexicon, concept_key, is_tag, tag_key
from bot.search.terms import stem, terms
from tests.examples import make_event, make_name, make_timeline

TIMELINE = make_timeline(
    make_event(people=["Anna Stern", "Boris Feld"], places=["Norport"], tags=["strike"]),
    names=(
        make_name("Anna Stern", "the Iron Lady", "Штерн"),
        make_name("United Nations", "UN", "U.N.", kind="organisations"),
        make_name("Norport", "the Harbour City", kind="places"),
    ),
    synonyms=(("strike", "walkout", "industrial action"), ("Norport", "the government")),
    tags=(("strike", "strikes and walkouts"),),
)


def lexicon() -> Lexicon:
    return build_lexicon(TIMELINE)


def found(text: str) -> list[str]:
    """Return the concepts and the number of groups of every phrase in `text`."""
    return [
        " ".join([*phrase.meaning.concepts, *("group" for _ in phrase.meaning.groups)])
        for phrase in lexicon().find(terms(text))
    ]


def test_an_alias_stands_for_its_name_in_any_script() -> None:
    assert found("the iron lady and Штерн") == ["@anna stern", "@anna stern"]


def test_the_longest_phrase_wins() -> None:
    assert found("industrial action in the harbour city") == ["group", "@norport"]


def test_phrases_are_never_bags_of_words() -> None:
    assert found("lady of iron") == []
    assert found("an un-American act") == ["@united nations"]


def test_a_surname_that_one_person_has_is_an_alias_unless_the_curator_chose_some() -> None:
    assert found("Feld") == ["@boris feld"]
    assert found("Stern") == []


def test_three_initials_of_one_name_alone_call_it() -> None:
    timeline = make_timeline(
        make_event(people=["Anna Maria Stern", "Emil Otto Vogt", "Eva Olga Vogel"]),
        make_event("2", organisations=["Institute of Fine Arts", "Women and Arts Society"]),
    )
    meanings = build_lexicon(timeline).meanings
    assert meanings[("ifa",)].concepts == ("@institute of fine arts",)
    assert ("eov",) not in meanings, "two are called so"
    assert ("was",) not in meanings, "a word of the language"
    assert meanings[(stem("ams"),)].concepts == ("@anna maria stern",)


def test_a_tag_is_known_by_its_own_name() -> None:
    assert found("strikes") == [f"{tag_key('strike')} group"]
    assert is_tag(tag_key("strike"))
    assert not is_tag(concept_key("Norport"))


def test_a_synonym_of_a_name_widens_the_name() -> None:
    assert len(lexicon().expansions[concept_key("Norport")]) == 1


def test_names_know_what_they_name() -> None:
    kinds = lexicon().kinds
    assert kinds[concept_key("Anna Stern")] == "people"
    assert kinds[concept_key("United Nations")] == "organisations"


def test_what_people_write_together_is_known() -> None:
    assert lexicon().joined["annastern"] == ("anna", "stern")
