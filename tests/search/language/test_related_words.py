"""A bare store of titles is found by other everyday words for the same thing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.language.related_words import is_same, longest_related, related, spelt_otherwise
from bot.search.query import read_query
from bot.search.searching import search
from bot.search.terms import stem
from bot.timeline.loader import load_timeline
from tests.examples import make_event, make_name, make_timeline

TODAY = date(2026, 3, 15)

TITLES = {
    "dies": "Antonio Costa dies in Vienna",
    "born": "Antonio Costa is born in Parma",
    "quake": "An earthquake strikes Chillan",
    "ends": "World War II ends in Europe",
    "begins": "World War I begins",
    "kingdom": "The United Kingdom joins the common market",
    "polish": "The Polish parliament meets in Lublin",
    "alliance": "The North Atlantic Treaty Organization moves to Brussels",
    "emperor": "Emperor Otto is taken prisoner at Capua",
    "queen": "A queen of Sweden gives up her throne",
    "states": "The United States ratify the charter",
    "bomber": "The B-2 is shown at Palmdale",
    "two": "Two climbers reach the top of Carstensz",
    "harbor": "The harbor of Palmdale is dredged",
    "recognized": "Sweden recognizes the republic of Lublin",
    "lanterns": "The fair of 25 lanterns is held at Palmdale",
    "sixteen": "Sixteen wards of Palmdale elect a mayor",
    "fraternity": "Kappa Beta opens its house at Palmdale",
    "balloon": "A balloon crashes near Parma",
    "ceylon": "A railway opens in Ceylon",
    "mumbai": "A harbour opens in Mumbai",
    "photograph": "The first photograph of Parma is taken",
    "member": "Lublin is admitted to the United Nations",
    "speech": "A mayor of Lublin joins the nation in mourning",
    "islander": "A Maldivian crew reaches Chillan",
    "out": "The Parma lamp makes its debut at a fair",
    "ferry": "The ferry of Chillan is named after a saint",
    "mill": "The mill at Capua breaks down",
    "visa": "The introduction of visas for Capua",
    "metro": "The Chillan tramline begins operation",
    "paper": "The gazette of Lublin is launched",
    "war": "A shot at a customs officer sparks the Carstensz War",
    "withdraws": "Parma withdraws from the Anti-Ballistic Missile Treaty",
    "party": "The Communist Party of China meets at Palmdale",
    "empress": "Empress Elisabeth rides through Capua",
    "sun": "Louis XIV moves his court to Palmdale",
    "landing": "Allied troops take part in the Normandy landings",
    "sliding": "A mudslide buries a school at Carstensz",
    "gone": "Three children of Capua disappear from a beach",
    "police": "The police of Lublin shoot two students",
    "capsule": "A spacecraft from Palmdale orbits the Moon",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """A store of titles and nothing else."""
    store = tmp_path / "store.jsonl"
    rows = (
        f'{{"id": "{key}", "date": "{1900 + number}", "title": "{title}"}}\n'
        for number, (key, title) in enumerate(TITLES.items())
    )
    store.write_text("".join(rows))
    return build_index(load_timeline([store]))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("death of antonio costa", "dies"),
        ("the balloon that went down in parma", "balloon"),
        ("sri lanka railway", "ceylon"),
        ("harbour of bombay", "mumbai"),
        ("oldest picture of parma", "photograph"),
        ("antonio costa birth", "born"),
        ("first image of parma", "photograph"),
        ("when did the chillan ferry get its name", "ferry"),
        ("failure of a mill in capua", "mill"),
        ("when did capua introduce visas", "visa"),
        ("chillan quake", "quake"),
        ("end of WWII", "ends"),
        ("second world war end", "ends"),
        ("world war 2 end", "ends"),
        ("first world war outbreak", "begins"),
        ("end of world war two", "ends"),
        ("UK joins common market", "kingdom"),
        ("parliament of Poland", "polish"),
        ("NATO in brussels", "alliance"),
        ("a ruler made prisoner", "emperor"),
        ("when did the US ratify", "states"),
        ("B2 at Palmdale", "bomber"),
        ("dredging of the harbour", "harbor"),
        ("when was the republic recognised", "recognized"),
        ("B-2 at palmdale", "bomber"),
        ("the twenty-five at Palmdale", "lanterns"),
        ("the 16 of Palmdale", "sixteen"),
        ("when did Lublin join the UN", "member"),
        ("crew from the Maldives", "islander"),
        ("when did the parma lamp come out", "out"),
        ("when did the chillan tramline open", "metro"),
        ("when did the gazette start", "paper"),
        ("start of the carstensz war", "war"),
        ("when did parma pull out of the ABM treaty", "withdraws"),
        ("the CCP at palmdale", "party"),
        ("landslide school", "sliding"),
        ("when did the capua kids vanish", "gone"),
        ("cops gun down pupils in lublin", "police"),
        ("palmdale craft circles the moon", "capsule"),
        ("court of the sun king", "sun"),
        ("D-Day troops", "landing"),
        ("empress elizabeth", "empress"),
        ("императрица", "empress"),
    ],
)
def test_other_words_find_the_same_entry(index: Index, question: str, expected: str) -> None:
    found = search(question, index, today=TODAY)
    assert found.matches[0].event.id == expected


def test_what_everybody_calls_by_another_name_is_only_read_where_no_names_are_curated() -> None:
    phrase = (stem("desert"), stem("fox"))
    assert related(phrase) == ()
    assert (stem("rommel"),) in related(phrase, with_peoples=True)
    assert longest_related(phrase, 0) == 0
    assert longest_related(phrase, 0, with_peoples=True) == len(phrase)


def test_relatives_are_mutual_and_never_the_word_itself() -> None:
    phrase = (stem("death"),)
    others = related(phrase)
    assert phrase not in others
    assert all(phrase in related(other) for other in others)  # of one family, not a wider word
    assert related(("nosuchword",)) == ()


def test_a_wider_word_finds_what_it_takes_in_but_not_the_other_way_round() -> None:
    ruler, king, queen = ((stem(word),) for word in ("ruler", "king", "queen"))
    assert {king, queen} <= set(related(ruler))
    assert ruler not in related(king)
    assert queen not in related(king)


def test_the_words_of_a_short_name_count_in_full_beside_its_letters(index: Index) -> None:
    query = read_query("second world war", index, today=TODAY)
    (unit,) = query.units
    assert max(variant.quality for variant in unit.variants) == 1.0


def test_half_of_another_name_that_was_not_said_is_nothing() -> None:
    bare = build_index(
        make_timeline(
            make_event("players", "1950", "The union of the players calls a strike in Arland"),
            make_event("guest", "1951", "The Soviet Union opens a school in Arland"),
            make_event("kennedy", "1961", "President Kennedy opens a bridge"),
        )
    )
    strike, school = (search(f"USSR {word}", bare, today=TODAY) for word in ("strike", "school"))
    assert school.matches[0].score > strike.matches[0].score
    assert not any("ussr" in reason for reason in strike.matches[0].reasons)
    assert search("JFK opens a bridge", bare, today=TODAY).matches[0].event.id == "kennedy"


def test_of_two_names_asked_for_one_does_not_stand_for_the_other() -> None:
    bare = build_index(
        make_timeline(
            make_event("one", "1904", "Thailand becomes a member of the postal union"),
            make_event("both", "1939", "Siam is from now on known as Thailand"),
            *(make_event(f"n{n}", str(1800 + n), f"A mill opens at Town {n}") for n in range(30)),
        )
    )
    assert search("when did Siam become Thailand", bare, today=TODAY).matches[0].event.id == "both"
    assert search("Siam postal union", bare, today=TODAY).matches[0].event.id == "one"


def test_two_names_of_one_thing_count_nearly_alike(index: Index) -> None:
    assert is_same((stem("un"),), (stem("united"), stem("nations")))
    assert not is_same((stem("king"),), (stem("queen"),))
    (unit,) = read_query("UN", index, today=TODAY).units
    assert min(variant.quality for variant in unit.variants) > 0.9


def test_us_in_small_letters_is_nobody_but_us(index: Index) -> None:
    query = read_query("tell us who ratified it", index, today=TODAY)
    assert "us" not in {unit.text for unit in query.units}


def test_only_phrases_of_several_words_are_looked_for() -> None:
    stems = [stem(word) for word in "the second world war ended".split()]
    assert longest_related(stems, 1) == 3
    assert longest_related(stems, 4) == 0


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("legalised", "legalized"),
        ("colonization", "colonisation"),
        ("labour", "labor"),
        ("theater", "theatre"),
        ("defence", "defense"),
        ("analysed", "analyzed"),
        ("dialog", "dialogue"),
        ("traveled", "travelled"),
    ],
)
def test_british_and_american_spellings_give_each_other(word: str, other: str) -> None:
    assert spelt_otherwise(word) == (other,)
    assert spelt_otherwise(other) == (word,)


@pytest.mark.parametrize("word", ["hour", "size", "killed", "court", "four"])
def test_other_words_keep_their_spelling(word: str) -> None:
    assert spelt_otherwise(word) == ()


def test_a_chair_is_also_who_is_told_to_be_the_chairman() -> None:
    guild = build_index(
        make_timeline(
            make_event("lark", "1901-03-02", "The weavers elect Eve Lark as their chairman"),
            make_event("moss", "1905-03-02", "The weavers elect Tom Moss as their chair"),
        )
    )

    found = search("who was the first chair of the weavers", guild, today=TODAY)

    assert found.answering == 1
    assert found.matches[0].event.id == "lark"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when were the fees put up", "dues"),
        ("when were jobs cut at the mill", "redundant"),
        ("who stole from the guild", "theft"),
        ("when was night work abolished", "night"),
        ("when was the picnic washed out", "picnic"),
        ("when did part-timers get a seat", "part"),
        ("when was the row over shoes", "shoes"),
    ],
)
def test_everyday_words_of_work_find_what_is_told_in_others(question: str, expected: str) -> None:
    guild = build_index(
        make_timeline(
            make_event("dues", "1901-03-02", "The weavers put up their dues"),
            make_event("redundant", "1902-03-02", "Forty redundancies at the mill"),
            make_event("theft", "1903-03-02", "A clerk is convicted of embezzling from the guild"),
            make_event("night", "1904-03-02", "The pact ends night work"),
            make_event("picnic", "1905-03-02", "The picnic by the weir is rained off"),
            make_event("part", "1906-03-02", "Part-time weavers get a seat on the council"),
            make_event("shoes", "1907-03-02", "A dispute over wooden shoes"),
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
        )
    )
    found = search(question, guild, today=TODAY)
    assert [match.event.id for match in found.matches[:1]] == [expected]


@pytest.mark.parametrize("deed", ["made", "named", "appointed"])
def test_who_was_made_something_is_told_by_whoever_became_it(deed: str) -> None:
    guild = build_index(
        make_timeline(
            make_event("lark", "1901-03-02", "Eve Lark becomes captain of the rowers"),
            make_event("sacked", "1905-03-02", "Eve Lark is sacked as captain of the rowers"),
            make_event("moss", "1906-03-02", "Tom Moss is elected captain of the rowers"),
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
            names=(make_name("Eve Lark"), make_name("Tom Moss")),
        )
    )
    for name, expected in (("Eve Lark", "lark"), ("Moss", "moss")):
        found = search(f"when was {name} {deed} captain", guild, today=TODAY)
        assert [match.event.id for match in found.matches[: found.answering]] == [expected]
