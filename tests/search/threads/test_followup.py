"""Threads told as dialogues: what a short question means after what was shown."""

from __future__ import annotations

import pytest

from bot.search.index import Index
from bot.search.indexing.building import build_index
from bot.search.searching import LONGEST_FOLLOW_UP, search
from bot.search.threads.turns import Turn
from tests.examples import make_event, make_name, make_timeline
from tests.search.test_ranking import DAY

TESTS = make_timeline(
    make_event("t1", "2006-10-09", "Arland announces its first rocket test", tags=["test"]),
    make_event("t2", "2009-05-25", "Arland carries out a second rocket test", tags=["test"]),
    make_event("x", "2010-03-01", "A bridge opens at Belport", places=["Belport"]),
    make_event("t3", "2013-02-12", "Arland carries out a third rocket test", tags=["test"]),
    make_event(
        "v1", "2014-06-01", "President Carla Dent visits Belport", people=["Carla Dent"],
        places=["Belport"],
    ),
    make_event(
        "v2", "2015-06-01", "President Carla Dent visits Dorham", people=["Carla Dent"],
        places=["Dorham"],
    ),
    make_event("v3", "2015-07-04", "Minister Evan Foss visits Belport", people=["Evan Foss"]),
    names=(make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss")),
    tags=(("test", "tests"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(TESTS)


def first(index: Index, *said: str) -> str:
    """Return the id that the last of these questions, asked one after the other, finds."""
    *before, question = said
    context = tuple(Turn(is_question=True, text=text) for text in before)
    matches = search(question, index, today=DAY, context=context).matches
    return matches[0].event.id if matches else ""


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        (("first rocket test", "and the second?"), "t2"),
        (("first rocket test", "and after that?"), "t2"),
        (("second rocket test", "what came next"), "x"),
        (("second rocket test", "and before that?"), "t1"),
        (("rocket tests in 2009", "what about 2013"), "t3"),
        (("what happened in 2014", "and the year after?"), "v2"),
        (("what happened in June 2014", "and in July 2015?"), "v3"),
        (("Dent in Belport", "and the year after?"), "v2"),
        (("Foss in Belport in 2015", "and the year before?"), "v1"),
        (("president Dent in Belport", "and Foss?"), "v3"),
        (("bridge at Belport", "why"), "x"),
        (("bridge at Belport", "who was there?"), "x"),
        (("first rocket test", "and the second?", "and the third?"), "t3"),
        (("first rocket test", "why?", "and the last one?"), "t3"),
        (("first rocket test", "when did they do it again?"), "t2"),
        (("third rocket test", "and the previous one?"), "t2"),
        (("first rocket test", "and after that?", "what about 2013"), "t3"),
        (("bridge at Belport", "what else happened that year?"), "x"),
        (("president Dent in Belport", "a year later?"), "v2"),
        (("president Dent in Belport", "what happened the year before?"), "t3"),
        (("rocket tests in 2009", "when did the bridge open at Belport"), "x"),
        (("first rocket test", "а второй раз?"), "t2"),
        (("first rocket test", "а что было потом?"), "t2"),
        (("first rocket test", "그 다음에는?"), "t2"),
        (("first rocket test", "두 번째는?"), "t2"),
    ],
)
def test_a_short_question_leans_on_the_thread(
    index: Index, dialogue: tuple[str, ...], expected: str
) -> None:
    assert first(index, *dialogue) == expected


def test_an_entry_shown_by_its_title_can_be_picked(index: Index) -> None:
    shown = (
        "1. 1 June 2014: President Carla Dent visits Belport\n"
        "2. 4 July 2015: Minister Evan Foss visits Belport"
    )
    context = (Turn(True, "visits to Belport"), Turn(False, shown))
    found = search("the second one", index, today=DAY, context=context)
    assert found.matches[0].event.id == "v3"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which of these was first", "v1"),
        ("which one came later?", "v3"),
        ("the latest of them", "v3"),
        ("the first one", "v3"),
        ("какая из них была первой", "v1"),
    ],
)
def test_the_earliest_of_a_list_goes_by_its_date(
    index: Index, question: str, expected: str
) -> None:
    shown = (
        "1. 4 July 2015: Minister Evan Foss visits Belport\n"
        "2. 1 June 2014: President Carla Dent visits Belport"
    )
    context = (Turn(True, "visits to Belport"), Turn(False, shown))
    assert search(question, index, today=DAY, context=context).matches[0].event.id == expected


def test_a_title_that_counts_by_itself_is_believed_before_the_line_it_stands_on(
    index: Index,
) -> None:
    shown = "Arland carries out a second rocket test\nArland announces its first rocket test"
    context = (Turn(True, "rocket tests"), Turn(False, shown))
    found = search("the second one", index, today=DAY, context=context)
    assert found.matches[0].event.id == "t2"


def test_how_long_it_was_between_two_lines_is_reckoned(index: Index) -> None:
    shown = "Arland carries out a third rocket test\nA bridge opens at Belport"
    context = (Turn(True, "what happened then"), Turn(False, shown))
    found = search("how long between them?", index, today=DAY, context=context)
    assert found.gap is not None
    assert [event.id for event in found.gap] == ["x", "t3"]


def test_very_long_threads_are_followed_only_so_far(index: Index) -> None:
    context = tuple(Turn(True, "and then?") for _ in range(300))
    search("and then?", index, today=DAY, context=context)


MEETINGS = make_timeline(
    make_event("arrival", "2024-01-14", "Envoy Mara Holt comes to Belport", people=["Mara Holt"]),
    make_event(
        "other", "2024-01-15", "President Carla Dent sees Evan Foss",
        people=["Carla Dent", "Evan Foss"],
    ),
    make_event(
        "audience", "2024-01-16", "President Carla Dent sees Mara Holt",
        people=["Carla Dent", "Mara Holt"],
    ),
    names=(
        make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss"),
        make_name("Mara Holt", "Holt"),
    ),
)  # fmt: skip


def test_a_pronoun_means_the_person_spoken_of_beside_whoever_is_named_now() -> None:
    index = build_index(MEETINGS)
    assert first(index, "when did Holt come to Belport", "did Dent see her?") == "audience"
    assert first(index, "when did Foss see Dent", "and Holt?") == "audience"


JOURNEY = make_timeline(
    make_event(
        "sets-out", "2023-09-10", "Carla Dent sets out for Norway by train",
        people=["Carla Dent"], places=["Norway"],
    ),
    make_event(
        "home", "2023-09-17", "Carla Dent returns from Norway by train",
        people=["Carla Dent"], places=["Norway"], related=["sets-out"],
    ),
    make_event(
        "others-home", "2018-05-02", "Carla Dent returns from Chile", people=["Carla Dent"],
        places=["Chile"],
    ),
    make_event(
        "audience", "2023-09-13", "King Olaf receives Carla Dent", people=["Olaf", "Carla Dent"],
        related=["sets-out"],
    ),
    make_event(
        "later-audience", "2024-09-20", "King Olaf receives Carla Dent in Norway",
        people=["Olaf", "Carla Dent"], places=["Norway"],
    ),
    make_event("protest", "2023-09-11", "Peru regrets the journey", places=["Peru"]),
    make_event("old-protest", "2011-09-11", "Peru answers a Chilean note", places=["Peru"]),
    names=(
        make_name("Carla Dent", "Dent"), make_name("Olaf"), make_name("Norway", kind="places"),
        make_name("Chile", kind="places"), make_name("Peru", kind="places"),
    ),
)  # fmt: skip

SETS_OUT = "10 September 2023: Carla Dent sets out for Norway by train"


@pytest.fixture(scope="module")
def journey() -> Index:
    return build_index(JOURNEY)


def after_shown(index: Index, asked: str, shown: str, question: str) -> str:
    context = (Turn(True, asked), Turn(False, shown))
    matches = search(question, index, today=DAY, context=context).matches
    return matches[0].event.id if matches else ""


def test_another_deed_takes_the_place_of_the_one_asked_about_before(journey: Index) -> None:
    asked = "when did Dent set out for Norway by train"
    assert after_shown(journey, asked, SETS_OUT, "and when did she return?") == "home"


def test_of_two_the_nearer_in_time_to_what_was_shown_is_meant(journey: Index) -> None:
    asked = "when did Dent set out for Norway"
    assert after_shown(journey, asked, SETS_OUT, "did Olaf receive her?") == "audience"


def test_how_somebody_took_it_need_not_be_said_with_that_word(journey: Index) -> None:
    asked = "when did Dent set out for Norway"
    for question in ("how did Peru react?", "Peru's answer?", "what did Peru say to that?"):
        assert after_shown(journey, asked, SETS_OUT, question) == "protest"


def test_a_deed_without_a_telling_word_is_another_than_that_shown(journey: Index) -> None:
    found = after_shown(journey, "Dent sets out for Norway", SETS_OUT, "did she get to see him?")
    assert found != "sets-out"


def test_a_question_about_what_is_shown_keeps_to_it(journey: Index) -> None:
    for question in ("why?", "who else was there?", "where was that?", "was it by train?"):
        assert after_shown(journey, "when did Dent set out", SETS_OUT, question) == "sets-out"


def test_the_year_after_is_asked_for_the_like_though_the_day_has_another_name() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "jubilee", "2014-06-01", "Olaf receives Carla Dent at the jubilee",
                people=["Olaf", "Carla Dent"],
            ),
            make_event("bridge", "2015-03-01", "A bridge opens at Belport"),
            make_event(
                "again", "2015-10-01", "Olaf receives Carla Dent again",
                people=["Olaf", "Carla Dent"],
            ),
            names=(make_name("Carla Dent", "Dent"), make_name("Olaf")),
        )
    )  # fmt: skip
    asked = "when did Olaf receive Dent at the jubilee"
    shown = "1 June 2014: Olaf receives Carla Dent at the jubilee"
    assert after_shown(index, asked, shown, "and the year after?") == "again"


def test_a_month_of_that_year_is_that_month(index: Index) -> None:
    shown = "1 June 2015: President Carla Dent visits Dorham"
    found = after_shown(index, "Dent in Dorham", shown, "and in July of that year?")
    assert found == "v3"


@pytest.mark.parametrize(
    "question",
    [
        "spring 2010",
        "what is the oldest entry you have",
        "when did a bridge open at Belport",
        "what came after the second rocket test",
        "third rocket test",
    ],
)
def test_a_question_that_is_whole_by_itself_drops_the_thread(index: Index, question: str) -> None:
    alone = search(question, index, today=DAY).matches
    shown = "4 July 2015: Minister Evan Foss visits Belport"
    assert after_shown(index, "when did Foss visit", shown, question) == alone[0].event.id


@pytest.mark.parametrize(
    "question", ["who made you?", "tell me a joke", "??????", "i am bored", "lunch", "심심해"]
)
def test_small_talk_in_a_thread_is_no_question_about_it(index: Index, question: str) -> None:
    context = (
        Turn(True, "when did Dent visit Dorham"),
        Turn(False, "1 June 2015: President Carla Dent visits Dorham"),
    )
    assert not search(question, index, today=DAY, context=context).answering


def test_the_next_of_a_kind_comes_after_what_was_shown(index: Index) -> None:
    shown = "25 May 2009: Arland carries out a second rocket test"
    assert after_shown(index, "second rocket test", shown, "and their next test?") == "t3"


def test_of_equal_entries_the_one_near_to_what_was_shown_is_meant() -> None:
    index = build_index(
        make_timeline(
            make_event("war", "2014-03-01", "War breaks out in Arland", significance=3),
            make_event("early-vote", "2003-02-01", "Norland votes at the assembly"),
            make_event("vote", "2014-03-05", "Norland votes at the assembly"),
        )
    )
    shown = "1 March 2014: War breaks out in Arland"
    question = "how did Norland vote at the assembly"
    assert after_shown(index, "war in Arland", shown, question) == "vote"


FLIGHTS = make_timeline(
    make_event("flight-1", "1968-10-11", "Kite 1 takes off on a mission", tags=["flight"]),
    make_event("flight-2", "1968-12-21", "Kite 2 takes off on a mission", tags=["flight"]),
    make_event("photo", "1968-12-21", "The Green Hill photograph is taken"),
    make_event("descent", "1968-12-27", "Kite 2 comes down at sea", related=["flight-2"]),
    make_event("parade", "1968-12-29", "A parade goes through Belport"),
    make_event("flight-3", "1969-03-03", "Kite 3 takes off on a mission", tags=["flight"]),
    make_event("flight-9", "1972-12-07", "Kite 9 takes off on a long mission", tags=["flight"]),
    tags=(("flight", "flights"),),
)  # fmt: skip


@pytest.fixture(scope="module")
def flights() -> Index:
    return build_index(FLIGHTS)


KITE_2 = "21 December 1968: Kite 2 takes off on a mission"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("and the next flight?", "flight-3"),
        ("which mission came next?", "flight-3"),
        ("was there one before it?", "flight-1"),
        ("which flight was that?", "flight-2"),
        ("what happened eight days later?", "parade"),
        ("and when did that mission come down?", "descent"),
    ],
)
def test_a_follow_up_finds_its_place_beside_what_was_shown(
    flights: Index, question: str, expected: str
) -> None:
    assert after_shown(flights, "when did Kite 2 take off", KITE_2, question) == expected


def test_a_line_of_a_list_is_picked_by_what_is_said_of_it(flights: Index) -> None:
    shown = "1. Kite 1 takes off on a mission\n2. Kite 9 takes off on a long mission"
    assert after_shown(flights, "missions", shown, "the one on a long mission") == "flight-9"


def test_a_pronoun_means_somebody_of_the_entry_shown_whom_no_question_named() -> None:
    index = build_index(
        make_timeline(
            make_event(
                "arrival", "2024-01-14", "The envoy of Arland lands in Belport",
                people=["Mara Holt"],
            ),
            make_event(
                "audience", "2024-02-16", "Carla Dent sees Mara Holt",
                people=["Carla Dent", "Mara Holt"],
            ),
            make_event(
                "other", "2024-01-15", "Carla Dent sees Evan Foss",
                people=["Carla Dent", "Evan Foss"],
            ),
            names=(
                make_name("Carla Dent", "Dent"), make_name("Evan Foss", "Foss"),
                make_name("Mara Holt", "Holt"),
            ),
        )
    )  # fmt: skip
    shown = "14 January 2024: The envoy of Arland lands in Belport"
    asked = "when did the envoy land"
    assert after_shown(index, asked, shown, "did Dent see her?") == "audience"


MONTHS = make_timeline(
    make_event("april", "2012-04-13", "Evan Foss faults the launch of a rocket", tags=["rocket"]),
    make_event("december", "2012-12-12", "Arland regrets a rocket launch", tags=["rocket"]),
    make_event("january", "2013-01-22", "A ban over the rocket launch", tags=["ban"]),
    make_event("old", "1948-12-05", "A rocket launch in Belport", tags=["rocket"]),
    make_event("late", "2020-12-05", "A rocket launch in Dorham", tags=["rocket"]),
    make_event("duma", "2014-10-24", "The lower house passes the pact", organisations=["Diet"]),
    make_event("senate", "2014-11-06", "The upper house passes the pact", organisations=["Senate"]),
    make_event("signs", "2014-11-11", "Evan Foss puts his name to the pact", people=["Evan Foss"]),
    make_event(
        "guest", "2008-09-08", "Evan Foss receives the Senate", people=["Evan Foss"],
        organisations=["Senate"],
    ),
    names=(
        make_name("Evan Foss", "Foss"),
        make_name("Senate", "upper house", kind="organisations"),
        make_name("Diet", "lower house", kind="organisations"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def months() -> Index:
    return build_index(MONTHS)


def answered(index: Index, question: str, shown: str, follow_up: str) -> str:
    event = index.timeline.get(shown)
    assert event is not None
    context = (Turn(is_question=True, text=question), Turn(is_question=False, text=event.title))
    return search(follow_up, index, today=DAY, context=context).matches[0].event.id


@pytest.mark.parametrize("follow_up", ["the one in december?", "and the December one?"])
@pytest.mark.parametrize("question", ["Foss on the launch", "Foss on the launch of April 2012"])
def test_a_month_without_a_year_lies_near_what_was_shown(
    months: Index, question: str, follow_up: str
) -> None:
    assert answered(months, question, "april", follow_up) == "december"


def test_the_month_may_be_of_the_next_year(months: Index) -> None:
    assert answered(months, "rocket launch December 2012", "december", "in January?") == "january"


def test_another_who_acts_takes_the_place_of_the_one_asked_about(months: Index) -> None:
    assert answered(months, "did the upper house pass the pact", "senate", "and Foss?") == "signs"


@pytest.mark.parametrize(
    ("follow_up", "expected"),
    [
        ("what did it cost", "signs"),
        ("was it a success?", "signs"),
    ],
)
def test_what_belongs_to_the_entry_shown_is_not_sought_years_away(
    follow_up: str, expected: str
) -> None:
    store = make_timeline(
        make_event("signs", "2000-07-19", "Evan Foss calls on Carla Dent", people=["Evan Foss"]),
        make_event(
            "gift", "2015-08-15", "Evan Foss brings a gift", people=["Evan Foss"],
            summary="The gift, a success, cost nothing.",
        ),
        names=(make_name("Evan Foss", "Foss"), make_name("Carla Dent", "Dent")),
    )  # fmt: skip
    index = build_index(store)
    context = (
        Turn(is_question=True, text="Foss and Dent"),
        Turn(is_question=False, text="Evan Foss calls on Carla Dent"),
    )
    found = search(follow_up, index, today=DAY, context=context)
    assert not found.answering or found.matches[0].event.id == expected


def test_the_next_of_the_thing_shown_is_of_its_kind() -> None:
    store = make_timeline(
        make_event("a", "2001-08-05", "The council passes ruling 71 on coal"),
        make_event("decree", "2001-08-20", "A decree applies ruling 21", tags=["decree"]),
        make_event("b", "2001-09-11", "The council passes ruling 75 on oil"),
        *(make_event(f"x{n}", f"1990-0{n}-01", f"Storm {n} sinks ships") for n in range(1, 9)),
        tags=(("decree", "decrees"),),
    )
    index = build_index(store)
    context = (
        Turn(is_question=True, text="ruling on coal"),
        Turn(is_question=False, text="The council passes ruling 71 on coal"),
    )
    found = search("what was the next ruling", index, today=DAY, context=context)
    assert found.matches[0].event.id == "b"


DAYS_AWAY = make_timeline(
    make_event("leaves", "2003-09-10", "Evan Foss sets out by train", people=["Evan Foss"]),
    make_event("plants", "2003-09-15", "Evan Foss tours the yards of Dorham", people=["Evan Foss"]),
    make_event("winter", "2008-12-15", "Evan Foss is given a ship", people=["Evan Foss"]),
    make_event("dent", "2001-04-20", "Carla Dent calls on Belport", people=["Carla Dent"]),
    make_event("foss", "2002-11-20", "Evan Foss calls on Belport", people=["Evan Foss"]),
    make_event("boycott", "2005-06-30", "Arland stays away", related=[]),
    make_event("ruling", "2005-09-11", "The council adopts a ruling", related=["boycott"]),
    names=(make_name("Evan Foss", "Foss"), make_name("Carla Dent", "Dent")),
)


@pytest.mark.parametrize(
    ("asked", "shown", "follow_up", "expected"),
    [
        ("Foss sets out by train", "leaves", "where was he on the 15th", "plants"),
        ("Foss sets out by train", "leaves", "where was he on the 10th", "leaves"),
        ("Foss in Belport", "foss", "and Dent before him?", "dent"),
        ("ruling of the council", "ruling", "why was it adopted, what led to it", "boycott"),
    ],
)
def test_what_is_shown_tells_what_is_meant(
    asked: str, shown: str, follow_up: str, expected: str
) -> None:
    assert answered(build_index(DAYS_AWAY), asked, shown, follow_up) == expected


def test_a_month_after_what_was_shown_is_no_month_before_it() -> None:
    talks = build_index(
        make_timeline(
            make_event("early", "1901-10-03", "Talks on wool are held in Belport"),
            make_event("quarrel", "1902-09-17", "The guilds quarrel over wool"),
            make_event("talks", "1902-10-09", "Talks of the guilds are held in Dorham"),
            make_event("late", "1907-10-09", "Talks on wool are held in Dorham, in long sessions"),
            *(make_event(f"ship-{n}", f"195{n}-01-01", f"Ship {n} sails") for n in range(9)),
        )
    )
    assert (
        first(talks, "when did the guilds quarrel", "which talks followed in October?") == "talks"
    )


def test_what_was_listed_is_no_next_one(index: Index) -> None:
    shown = "Arland announces its first rocket test\nArland carries out a second rocket test"
    context = (Turn(True, "rocket tests"), Turn(False, shown))
    assert (
        search("and the next one?", index, today=DAY, context=context).matches[0].event.id == "t3"
    )


AGAIN = make_timeline(
    make_event("ada-1", "1951-03-01", "Ada Reed visits Oslo and is shown the port",
               people=["Ada Reed"], places=["Oslo"], tags=["visit"]),
    make_event("ada-riga", "1953-05-01", "Ada Reed visits Riga", people=["Ada Reed"],
               places=["Riga"], tags=["visit"]),
    make_event("ada-bob", "1955-02-01", "Ada Reed meets Bob Cole in Bergen",
               people=["Ada Reed", "Bob Cole"], places=["Bergen"], tags=["visit"]),
    make_event("bob", "1956-02-01", "Bob Cole writes to the guild", people=["Bob Cole"]),
    make_event("ada-cy", "1957-06-01", "Ada Reed comes to Riga and meets Bob Cole",
               people=["Ada Reed", "Cy Dunn", "Bob Cole"], places=["Riga"], tags=["visit"]),
    make_event("ada-2", "1960-02-01", "Ada Reed visits Oslo with a gift", people=["Ada Reed"],
               places=["Oslo"], tags=["visit"]),
    make_event("danes-1", "1961-02-01", "The Danes hold a referendum on herring",
               places=["Denmark"], tags=["referendum"]),
    make_event("irish", "1962-02-01", "The Irish hold a referendum on peat", places=["Ireland"],
               tags=["referendum"]),
    make_event("danes-2", "1963-02-01", "The Danes hold a referendum on flags",
               places=["Denmark"], tags=["referendum"]),
    names=(
        make_name("Ada Reed"), make_name("Bob Cole"), make_name("Cy Dunn"),
        make_name("Oslo", kind="places"), make_name("Riga", kind="places"),
        make_name("Bergen", kind="places"),
        make_name("Denmark", "Danish", "Danes", kind="places"),
        make_name("Ireland", "Irish", kind="places"),
    ),
    tags=(("visit", "visits"), ("referendum", "referendums")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "shown", "question", "expected"),
    [
        ("Ada Reed's first trip to Oslo", "ada-1", "when did she go again?", "ada-2"),
        ("when did Ada Reed meet Bob Cole", "ada-bob", "and the next time?", "ada-cy"),
        ("Ada Reed and Bob Cole in Bergen", "ada-bob", "and the next time they met?", "ada-cy"),
        ("Danish referendum", "danes-1", "and the next one?", "danes-2"),
    ],
)
def test_once_more_is_there_where_they_went_but_two_may_meet_elsewhere(
    asked: str, shown: str, question: str, expected: str
) -> None:
    title = next(event.title for event in AGAIN.events if event.id == shown)
    context = (Turn(is_question=True, text=asked), Turn(is_question=False, text=title))
    found = search(question, build_index(AGAIN), today=DAY, context=context)
    assert found.matches[0].event.id == expected


def test_who_writes_very_much_asks_no_follow_up(index: Index) -> None:
    before = "second rocket test"
    assert first(index, before, "what came next") == "x"
    long = "what came next " * 200
    assert len(long) > LONGEST_FOLLOW_UP
    assert first(index, before, long) == first(index, long)
