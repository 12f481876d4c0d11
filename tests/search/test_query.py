"""A question as units, times and corrections."""

from __future__ import annotations

from random import Random

import pytest

from bot.search.asking.reading import MAX_UNITS
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.query import Query, read_query
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

TIMELINE = make_timeline(
    make_event("a", "1961-07-06", "Arland and Borland sign a treaty", people=["Carla Dent"]),
    make_event("b", "1999-03-17", "Resolution 1718 is adopted in the capital"),
    make_event("c", "2001-01-01", "The United States open an embassy", places=["United States"]),
    names=(
        make_name("Carla Dent", "Dent", "Дент"),
        make_name("United States", "US", "USA", kind="places"),
    ),
    synonyms=(("treaty", "pact"),),
)
KNOWN = frozenset("weather tell about".split())


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TIMELINE, known_words=KNOWN)


def read(question: str, index: Index) -> Query:
    return read_query(question, index, today=DAY)


def texts(question: str, index: Index) -> list[str]:
    return [unit.text for unit in read(question, index).units]


def test_function_words_are_no_units(index: Index) -> None:
    assert texts("so, when did they sign that treaty, please?", index) == ["sign", "treaty"]


def test_a_name_is_one_unit_however_it_is_written(index: Index) -> None:
    assert texts("Carla Dent", index) == ["carla dent"]
    assert read("Дент", index).units[0].is_name


def test_a_time_is_taken_out_of_the_words(index: Index) -> None:
    query = read("treaty in July 1961", index)
    assert [unit.text for unit in query.units] == ["treaty"]
    assert query.phrases[0].spans[0].edtf == "1961-07"


def test_a_number_that_entries_name_is_no_year(index: Index) -> None:
    query = read("what about 1718", index)
    assert [unit.text for unit in query.units] == ["1718"]
    assert query.phrases == ()


def test_the_pronoun_us_is_no_country(index: Index) -> None:
    assert texts("tell us about the treaty", index) == ["treaty"]
    assert texts("US embassy", index) == ["us", "embassy"]
    assert texts("did the us open an embassy", index) == ["us", "open", "embassy"]


def test_a_misspelt_word_is_read_as_the_nearest_and_remembered(index: Index) -> None:
    query = read("traety of arlnad", index)
    assert [unit.text for unit in query.units] == ["treaty", "arland"]
    assert query.corrections == (("traety", "treaty"), ("arlnad", "arland"))


def test_a_word_in_two_pieces_is_joined(index: Index) -> None:
    assert texts("emb assy", index) == ["embassy"]


def test_a_word_no_entry_holds_stays_and_weighs(index: Index) -> None:
    (unit,) = read("weather", index).units
    assert unit.variants == ()
    assert unit.is_common
    assert unit.weight > 0


def test_a_capital_inside_a_sentence_tells_a_name(index: Index) -> None:
    named, plain = (
        next(unit for unit in read(question, index).units if unit.text == "harvest")
        for question in ("When was the treaty of Harvest signed", "When was the treaty of harvest")
    )
    assert (named.is_common, plain.is_common) == (False, True)


def test_capitals_of_a_heading_tell_nothing(index: Index) -> None:
    assert all(unit.is_common for unit in read("The Weather Today", index).units)


def test_times_that_exclude_one_another_are_readings_of_one(index: Index) -> None:
    (phrase,) = read("1961 and 1999", index).phrases
    assert [span.edtf for span in phrase.spans] == ["1961", "1999"]


def test_units_are_limited(index: Index) -> None:
    noise = " ".join(f"wörd{chr(97 + n % 26)}{chr(97 + n // 26)}q" for n in range(200))
    assert len(read(noise, index).units) <= MAX_UNITS


def test_a_word_that_events_only_have_as_a_keyword_does_not_weaken_its_synonyms() -> None:
    events = (
        make_event("a", "2001", "Steeds for the riding school", keywords=["horse"]),
        make_event("b", "2002", "The stables are painted"),
    )
    synonyms = (("horse", "steeds"),)
    unsaid = build_index(make_timeline(*events, synonyms=synonyms))
    said = build_index(
        make_timeline(*events, make_event("c", "2003", "A horse is sold"), synonyms=synonyms)
    )

    def quality(index: Index) -> float:
        (unit,) = read_query("horse", index, today=DAY).units
        return next(v.quality for v in unit.variants if v.reason == "synonym")

    assert quality(said) < quality(unsaid)


def test_a_korean_word_that_no_entry_has_stands_for_the_noun_it_begins_with() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "bridge", "2025", "Workers break ground for the bridge", keywords=["다리 착공"]
            ),
            make_event("castle", "1800", "A castle burns down", keywords=["성 화재"]),
        )
    )
    found = search("다리 착공일이 언제인가요?", index, today=DAY)
    assert found.matches[0].event.id == "bridge"
    assert all(unit.variants for unit in found.query.units)


def test_a_number_that_entries_name_is_no_year_to_count_from() -> None:
    index = build_index(
        make_timeline(
            make_event("a", "1900", "Law 2094 is passed"), make_event("b", "1910", "A fair")
        )
    )
    for question in ("what came after 2094", "before 2094", "что было после 2094"):
        assert not read_query(question, index, today=DAY).phrases
    assert read_query("what came after 1905", index, today=DAY).phrases
    assert read_query("what came after 2095", index, today=DAY).phrases


def test_what_the_whole_timeline_is_about_weighs_next_to_nothing() -> None:
    events = [make_event(f"e{year}", str(year), f"Day {year}") for year in range(1900, 1920)]
    names = (make_name("Arland", kind="places"),)
    seen = make_event("seen", "1950", "A comet over Arland", places=["Arland"])

    def weight(title: str) -> float:
        index = build_index(make_timeline(*events, seen, names=names, title=title))
        return read_query("Arland", index, today=DAY).units[0].weight

    assert weight("Arland since 1900") < 0.5 < weight("Comets since 1900")


@pytest.mark.parametrize("question", ["a delegation 78?", "why was the 78 treaty signed"])
def test_two_digits_are_a_year_that_the_timeline_reaches(question: str) -> None:
    reaching = make_event("old", "1950", "A fair"), make_event("new", "2001", "A treaty is signed")
    (phrase,) = read_query(question, build_index(make_timeline(*reaching)), today=DAY).phrases
    assert [span.edtf for span in phrase.spans] == ["1978"]
    named = make_event("flight", "1999", "Flight 78 lands")
    for events in (reaching[1:], (*reaching, named)):
        assert not read_query(question, build_index(make_timeline(*events)), today=DAY).phrases


def test_of_two_names_in_the_title_one_that_few_hold_tells_entries_from_one_another() -> None:
    years = range(1910, 1934)
    events = [
        make_event(
            f"{year}",
            f"{year}",
            "A boat sails",
            people=["Ida Merle" if year < 1930 else "Otto Finch"],
        )
        for year in years
    ]
    names = (make_name("Ida Merle", "Merle"), make_name("Otto Finch", "Finch"))
    both = build_index(make_timeline(*events, names=names, title="Merle and Finch"))
    assert both.about == {"@ida merle"}
    one = build_index(make_timeline(*events, names=names, title="The boats of Finch"))
    assert one.about == {"@otto finch"}


def test_a_question_is_read_alike_whatever_was_asked_before(index: Index) -> None:
    """Words that are units wherever they stand are remembered; beside others they may be more."""
    store = build_index(make_timeline(make_event("war", "1939", "General strike over, war ends")))
    words = "the to ship shipped did end general us US world war II 2 b treaty Carla Dent out sri"
    some = Random(7)
    asked = [" ".join(some.sample([*words.split(), "lanka", "over"], 4)) for _ in range(120)]
    for one in (index, store):
        warm = [read(question, one).units for question in asked + asked][len(asked) :]
        for question, units in zip(asked, warm, strict=True):
            one.words.clear()
            one.alone.clear()
            assert read(question, one).units == units, question
