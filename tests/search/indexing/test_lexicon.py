"""Names, tags and synonyms: what a phrase of the data stands for."""

from __future__ import annotations

from datetime import date

from bot.search.indexing.building import build_index
from bot.search.indexing.lexicon import (
    Lexicon,
    Meaning,
    build_lexicon,
    concept_key,
    is_tag,
    tag_key,
)
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.terms import stem, terms
from bot.timeline.timeline import SpokenWords
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


def test_a_nickname_leaves_the_surname_to_be_guessed_and_a_part_of_the_name_does_not() -> None:
    people = ["Jan Grunsfelt", "Ada Power", "Emil Vogelsang", "Eva Holt Lindqvist"]
    timeline = make_timeline(
        make_event(people=people),
        names=(
            make_name("Jan Grunsfelt", "the Repairman"),
            make_name("Ada Power", "Auntie"),
            make_name("Emil Vogelsang"),
            make_name("Eva Holt Lindqvist", "Eva Holt"),
        ),
    )
    meanings = build_lexicon(timeline).meanings
    assert meanings[(stem("grunsfelt"),)].concepts == ("@jan grunsfelt",)
    assert (stem("power"),) not in meanings, "a word of the language"
    assert (stem("vogelsang"),) not in meanings, "a line without aliases"
    assert (stem("lindqvist"),) not in meanings, "the line says what she is called"


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


# Words of other languages


GERMAN = make_timeline(
    make_event("tie", "1901", "The dockers walk out", tags=["strike"], people=["Anna Stern"]),
    make_event("end", "1902", "A ballot is held"),
    names=(make_name("Anna Stern", "Frau Stern"),),
    synonyms=(("walk out", "industrial action"),),
    tags=(("strike", ""),),
    words=(
        SpokenWords(
            "de",
            ("wann", "sag mal", "bitte"),
            (
                ("Streik", "strike"),
                ("Arbeitskampf", "industrial action"),
                ("Abstimmung", "ballot"),
                ("die Eiserne", "Anna Stern"),
                ("Ohnewort", "..."),
                ("Ballot", "ballot"),
            ),
        ),
    ),
)


def of(text: str) -> Meaning:
    """Return what a phrase stands for in the timeline with German words."""
    return build_lexicon(GERMAN).meaning_of(tuple(term.stem for term in terms(text)))


def test_a_topic_stands_for_its_tag_its_synonyms_or_its_name() -> None:
    assert of("Streik").concepts == (tag_key("strike"),)
    assert of("Arbeitskampf").groups == of("industrial action").groups != ()
    assert of("die Eiserne").concepts == (concept_key("Anna Stern"),)


def test_a_topic_of_a_plain_word_makes_a_group_of_the_two() -> None:
    assert of("Abstimmung").groups == of("ballot").groups != ()


def test_a_topic_without_words_is_passed_over() -> None:
    assert of("Ohnewort") == Meaning()


def test_words_that_only_ask_are_known_one_by_one() -> None:
    assert build_lexicon(GERMAN).asking == {"wann", "sag", "mal", "bitte"}


def test_a_question_in_another_language_finds_entries_by_its_topics_alone() -> None:
    index = build_index(GERMAN)
    for question, event_id in (
        ("Bitte sag mal, wann Abstimmung", "end"),
        ("wann Arbeitskampf", "tie"),
        ("Streik wann", "tie"),
    ):
        query = read_query(question, index, today=date(2026, 3, 1))
        assert len(query.units) == 1, question
        finding = search(question, index, today=date(2026, 3, 1))
        assert finding.matches[0].event.id == event_id


def test_tags_need_no_header_and_where_one_lists_them_no_others_are_known() -> None:
    events = (
        make_event("a", "1901", "The ferry sinks", tags=["failure"]),
        make_event("b", "1902", "The mill is lit", tags=["opening"]),
        make_event("c", "1903", "A dam gives way", tags=["failure"]),
    )
    index = build_index(make_timeline(*events))
    found = search("how many failures", index, today=date(1940, 1, 1))
    assert [match.event.id for match in found.matches[: found.answering]] == ["a", "c"]
    listed = build_lexicon(make_timeline(*events, tags=(("opening", ""),)))
    assert is_tag(listed.meanings[(stem("opening"),)].concepts[0])
    assert (stem("failure"),) not in listed.meanings
