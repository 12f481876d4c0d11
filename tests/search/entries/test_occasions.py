"""Which of several occasions is meant, told as stories."""

from __future__ import annotations

import pytest

from bot.search.finding import Finding
from bot.search.from_entry.anchors import read_anchor
from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

COURT = make_timeline(
    make_event("plague-begins", "1602-03-01", "Sickness closes the gates of Arland",
               tags=["plague"]),
    make_event("plague-aid", "1602-09-01", "Belport sends doctors", tags=["plague", "aid"]),
    make_event("plague-ends", "1603-05-01", "The gates of Arland open again", tags=["plague"]),
    make_event("v1", "1610-05-01", "Queen Ada travels to Belport", people=["Ada of Arland"],
               places=["Belport"], tags=["visit"]),
    make_event("other", "1612-05-01", "Count Boris calls on Queen Ada at Belport",
               people=["Boris of Belport", "Ada of Arland"], places=["Belport"], tags=["visit"]),
    make_event("v2", "1615-05-01", "Queen Ada is received in Belport",
               summary="A week of feasts.", people=["Ada of Arland"], places=["Belport"],
               tags=["visit"]),
    make_event("v2-gift", "1615-05-02", "Queen Ada brings a clock to Belport",
               people=["Ada of Arland"], places=["Belport"], tags=["gift"]),
    make_event("talk", "1617-05-01", "Queen Ada speaks of a visit to Belport that never was",
               people=["Ada of Arland"], places=["Belport"]),
    make_event("death", "1620-01-01", "After Queen Ada's death, the court moves to Chorley",
               people=["Ada of Arland"]),
    make_event("letter", "1621-01-01", "A letter arrives at Chorley"),
    make_event("castle", "1800", "A castle burns down"),
    names=(make_name("Ada of Arland", "Ada", "Queen Ada"),
           make_name("Boris of Belport", "Boris", "Count Boris"),
           make_name("Belport", "Belport", kind="places")),
    synonyms=(("visit", "trip", "travel", "поездка", "방문"), ("plague", "pestilence", "чума")),
    tags=(("visit", "visits"), ("plague", "the plague"), ("aid", "help"), ("gift", "gifts")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(COURT)


def answer(index: Index, question: str) -> list[str]:
    finding: Finding = search(question, index, today=DAY)
    return [match.event.id for match in finding.matches[: max(1, finding.answering)]]


@pytest.mark.parametrize(
    ("question", "expected", "why"),
    [
        ("Ada's first visit to Belport", "v1", "counted in order of time"),
        ("Ada's second visit to Belport", "v2", "the count's own visit is not hers"),
        ("Ada's second trip to Belport", "v2", "a synonym of the tag counts as the tag"),
        ("Ada's latest visit to Belport", "v2", "to speak of a visit is none"),
    ],
)
def test_an_occasion_is_counted_out(index: Index, question: str, expected: str, why: str) -> None:
    assert answer(index, question)[0] == expected, why


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what happened a year before the pestilence", "1601"),
        ("за год до чумы", "1601"),
        ("two years after the plague", "1604"),
    ],
)
def test_a_stretch_of_time_is_counted_from_its_beginning(
    index: Index, question: str, expected: str
) -> None:
    (phrase,) = search(question, index, today=DAY).query.phrases
    assert str(phrase.spans[0]) == expected


def test_what_came_after_a_stretch_of_time_came_after_its_end(index: Index) -> None:
    assert answer(index, "what happened after the plague")[0] == "v1"
    assert answer(index, "what happened before the clock was brought to Belport")[0] == "v2"


def test_an_entry_that_tells_the_aftermath_is_a_part_of_it(index: Index) -> None:
    assert answer(index, "what happened after the death of Queen Ada")[0] == "death"


def test_nothing_of_a_time_is_answered_by_what_lies_on_both_sides(index: Index) -> None:
    finding = search("Ada's visit to Belport in 1612", index, today=DAY)
    assert finding.matches[0].event.id == "other"
    finding = search("visits in 1613", index, today=DAY)
    assert [match.event.id for match in finding.matches[:2]] == ["other", "v2"]
    assert finding.sides == (True, True)
    assert not finding.answering


def test_an_id_that_counts_is_believed_where_the_title_does_not_count() -> None:
    index = build_index(
        make_timeline(
            make_event("1-first-sickness", "1602", "Fever in Arland", tags=["plague"]),
            make_event("2-decree", "1603", "Belport decrees a quarantine", tags=["plague"]),
            make_event("3-second-sickness", "1610", "The gates close again", summary="Sickness."),
            synonyms=(("plague", "sickness", "pestilence"),),
            tags=(("plague", "the plague"),),
        )
    )
    found = search("the second plague", index, today=DAY)
    assert found.matches[0].event.id == "3-second-sickness"


HUNT = make_timeline(
    make_event("first-lynx", "1701-05-01", "A lynx is caught by the hunters of Arland",
               summary="It died of its wounds."),
    make_event("two-lynxes", "1703-05-01", "The hunters of Arland catch a lynx in the snow",
               summary="It was alive and now lies in good hands."),
    *(make_event(f"ferry-{n}", f"17{n}-05-01", "A ferry is built by good hands",
                 places=["Belport"]) for n in range(40, 60)),
    names=(make_name("Arland", kind="places"), make_name("Belport", kind="places")),
    synonyms=(("catch", "caught"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("first lynx in Arland hands", "first-lynx"),
        ("the first lynx caught by the hunters of Arland", "first-lynx"),
        ("last lynx in Arland hands", "two-lynxes"),
    ],
)
def test_a_word_behind_the_kind_that_one_alone_holds_makes_it_not_the_only_one(
    question: str, expected: str
) -> None:
    finding = search(question, build_index(HUNT), today=DAY)
    assert finding.matches[0].event.id == expected


@pytest.mark.parametrize(
    ("question", "anchor"),
    [
        ("last one before the peace after the war", "the peace after the war"),
        ("and what happened right after the visit before the war", "the visit before the war"),
        ("which visit did Ada make before the peace after the war", "the war"),
        ("what followed in the ten days after the war", "the war"),
    ],
)
def test_what_asks_for_anything_has_its_side_first(question: str, anchor: str) -> None:
    read = read_anchor(question)
    assert read is not None
    assert read.anchor == anchor


def test_what_came_before_an_entry_that_came_after_another(index: Index) -> None:
    assert answer(index, "last thing before the court moved after Queen Ada's death") == ["talk"]


@pytest.mark.parametrize(
    "question",
    [
        "how often was Ada herself in Belport in total",
        "how many times has Ada been to Belport, all told",
        "how many times did Ada visit Belport in person",
    ],
)
def test_words_that_only_stress_who_or_all_are_not_looked_for(index: Index, question: str) -> None:
    finding = search(question, index, today=DAY)
    assert [m.event.id for m in finding.matches[: finding.answering]] == ["v1", "v2"]


def test_a_tag_tells_the_kind_only_where_what_carries_it_is_what_was_asked_for() -> None:
    boards = make_timeline(
        make_event("board-1", "1930", "The harbour commission meets", tags=["harbour"]),
        make_event("board-2", "1931", "Second meeting of the harbour commission",
                   tags=["harbour"]),
        make_event("kings", "1929", "Two kings meet on a bridge", tags=["summit"]),
        tags=(("summit", "meetings of rulers"), ("harbour", "the harbour")),
        synonyms=(("meet", "meeting", "summit"),),
    )  # fmt: skip
    index = build_index(boards)
    assert answer(index, "first meeting of the harbour commission") == ["board-1"]
    assert answer(index, "first meeting") == ["kings"]


def test_what_tells_of_years_is_none_of_the_occasions_within_them() -> None:
    votes = make_timeline(
        make_event("decade", "1930/1940", "Arland votes for a decade of bans"),
        make_event("b1", "1931-02-01", "Arland votes for a ban on salt"),
        make_event("b2", "1935-02-01", "Arland votes for a ban on coal"),
        make_event("b3", "1939-02-01", "Arland votes for a ban on tin"),
        names=(make_name("Arland", kind="places"),),
    )
    index = build_index(votes)
    assert answer(index, "first ban that Arland voted for") == ["b1"]
    assert answer(index, "second ban that Arland voted for") == ["b2"]


def test_a_visit_need_not_be_called_so_to_be_the_latest() -> None:
    calls = make_timeline(
        *(make_event(f"{year}-{who}-oslo-visit", f"{year}", f"{who} visits Oslo",
                     places=["Oslo"], tags=["visit"])
          for year, who in (("1901", "Ada"), ("1902", "Bob"), ("1903", "Cy"))),
        make_event("1904-dora-in-oslo", "1904", "Dora comes to Oslo", places=["Oslo"],
                   tags=["visit"]),
        make_event("1905-ship", "1905", "A ship sails to Bergen", places=["Bergen"]),
        names=(make_name("Oslo", kind="places"), make_name("Bergen", kind="places")),
        tags=(("visit", "visits"),),
        synonyms=(("visit", "trip"),),
    )  # fmt: skip
    assert answer(build_index(calls), "latest visit to Oslo") == ["1904-dora-in-oslo"]


def test_who_joined_after_those_who_join_are_such_as_join() -> None:
    entry = {"tags": ["entry"]}
    index = build_index(
        make_timeline(
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
            make_event("elm", "1901-03-02", "Elmby joins the tram union", places=["Elmby"],
                       **entry),
            make_event("rules", "1903-04-03", "The union lays down what it asks of members",
                       **entry),
            make_event("vote", "1904-05-04", "Oakham votes on the tram union", **entry),
            make_event("oak", "1905-06-05", "Oakham joins the union", **entry),
            names=(make_name("Elmby", kind="places"), make_name("Oakham", kind="places")),
            tags=(("entry", "towns enter the union"),),
            synonyms=(("join", "joins", "entry"),),
        )
    )  # fmt: skip
    for question in ("who joined after Elmby", "which town joined next after Elmby?"):
        found = search(question, index, today=DAY)
        assert [match.event.id for match in found.matches[:1]] == ["oak"]


def test_of_a_time_what_is_called_by_the_tag_asked_for_comes_first() -> None:
    index = build_index(
        make_timeline(
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
            make_event("1901-vote", "1901-03-02", "The weavers vote for a strike", tags=["vote"]),
            make_event("1901-strike", "1901-04-03", "A strike at the mill", tags=["strike"]),
            make_event("1911-strike", "1911-04-03", "Another strike", tags=["strike"]),
            tags=(("strike", "work is stopped"), ("vote", "votes")),
        )
    )
    found = search("strikes in 1901", index, today=DAY)
    assert [match.event.id for match in found.matches[:2]] == ["1901-strike", "1901-vote"]


def test_what_was_won_after_an_entry_that_was_won_is_another() -> None:
    index = build_index(
        make_timeline(
            *(make_event(f"fair-{year}", f"{year}-05", "A fair") for year in range(1870, 1890)),
            make_event("1904-cup", "1904-05-02", "Rowers win the river cup after a close race",
                       tags=["cup"]),
            make_event("1909-flood", "1909-02-03", "A flood in the boathouse"),
            make_event("1911-bell", "1911-06-04", "Rowers win the silver bell"),
            make_event("1904-pier", "1912-06-04", "New quarters by the pier", tags=["boathouse"]),
            make_event("1906-mill", "1906-06-04", "The boathouse moves to the mill",
                       tags=["boathouse"]),
            tags=(("cup", "cups"), ("boathouse", "where the boats lie")),
        )
    )  # fmt: skip
    for question, expected in (
        ("what did the rowers win after the 1904 cup", "1911-bell"),
        ("where was the boathouse before the pier", "1906-mill"),
    ):
        found = search(question, index, today=DAY)
        assert [match.event.id for match in found.matches[:1]] == [expected], question


def test_a_word_said_of_anything_is_a_thing_where_it_is_counted() -> None:
    fairs = (make_event(f"fair-{year}", f"{year}-05", f"Wool fair {year}") for year in (1901, 1904))
    index = build_index(
        make_timeline(
            *fairs,
            *(make_event(f"law-{n}", f"191{n}", f"The council passes law {n}") for n in range(9)),
            names=(make_name("Dorham", kind="places"),),
        )
    )
    found = search("when was the first fair", index, today=DAY)
    assert [match.event.id for match in found.matches[: found.answering]] == ["fair-1901"]


def test_the_first_is_counted_on_the_way_to_the_third_though_its_id_calls_it_the_first() -> None:
    strikes = build_index(
        make_timeline(
            make_event("first-reported-strike", "1911", "Strike at the mill"),
            make_event("b", "1912", "Strike at the mill again"),
            make_event("c", "1913", "Strike at the mill over pay"),
        )
    )
    assert answer(strikes, "third strike at the mill") == ["c"]
    assert answer(strikes, "first strike at the mill") == ["first-reported-strike"]


def test_a_form_of_address_asks_for_nothing() -> None:
    index = build_index(
        make_timeline(
            make_event("a", "1911", "Reed visits Oslo", summary="He sees Mr Hall."),
            make_event("b", "1922", "Reed visits Oslo to open a mill"),
            names=(make_name("Ada Reed", "Reed"), make_name("Oslo", kind="places")),
        )
    )
    assert answer(index, "when did Mr. Reed last visit Oslo") == ["b"]
