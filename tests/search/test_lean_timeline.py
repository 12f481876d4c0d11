"""Questions about a timeline with a lean header: no synonyms, aliases or keywords at all."""

from datetime import date

import pytest

from bot.search.indexing.building import build_index
from bot.search.language.related_words import related
from bot.search.searching import search
from bot.search.terms import stem
from tests.examples import make_event, make_timeline

DAY = date(2094, 6, 1)
CHOIR = build_index(
    make_timeline(
        make_event(
            "founding",
            "2001-03-01",
            "Dora Quill sets up the Lindale Choir",
            people=["Dora Quill"],
            tags=["choir"],
        ),
        make_event(
            "conductor",
            "2001-09-01",
            "Otto Brandt is appointed conductor",
            summary="He came from the opera in Porthaven.",
            people=["Otto Brandt"],
            tags=["staff"],
        ),
        make_event(
            "hall",
            "2003-05-02",
            "The choir hall opens its doors",
            summary="The mayor cut the ribbon before two hundred guests.",
            tags=["building"],
        ),
        make_event(
            "theft",
            "2004-02-11",
            "Burglars steal the organ pipes",
            summary="They came by night.",
            tags=["crime"],
        ),
        make_event(
            "pipes-found",
            "2004-06-01",
            "The organ pipes are found in a barn",
            summary="A farmer was mending the roof with them.",
            tags=["crime"],
        ),
        make_event(
            "annex",
            "2006-07-04",
            "The rehearsal annex is ready",
            summary="The architect Lena Voss gave it a roof of grass.",
            people=["Lena Voss"],
            tags=["building"],
        ),
        make_event(
            "works",
            "2008-01-10/2009-03-01",
            "The hall is closed for building works",
            summary="The scores were kept in a chapel.",
            tags=["building"],
        ),
        make_event(
            "reopening",
            "2009-03-02",
            "The choir hall opens again",
            summary="There is a lift.",
            tags=["building"],
        ),
        make_event(
            "charity",
            "2010-04-01",
            "The choir becomes a charitable society",
            tags=["choir"],
        ),
        make_event(
            "farewell",
            "2012-06-30",
            "Otto Brandt says goodbye after a last concert",
            people=["Otto Brandt"],
            tags=["staff"],
        ),
        make_event(
            "tenor",
            "2013-09-01",
            "Iven Marsh signs from the Porthaven opera",
            people=["Iven Marsh"],
            tags=["staff"],
        ),
        make_event(
            "encore",
            "2014-12-20",
            "The winter concert breaks off in the dark",
            summary="The lights went out with two songs left, and Otto Brandt sang on alone.",
            people=["Otto Brandt"],
            tags=["concert"],
        ),
        make_event(
            "shut",
            "2020-03-17",
            "The choir falls silent because of the coronavirus",
            tags=["choir"],
        ),
    )
)


def first(question: str) -> str:
    matches = search(question, CHOIR, today=DAY).matches
    return matches[0].event.id if matches else "nothing"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what was taken in the burglary?", "theft"),
        ("who designed the annex?", "annex"),
        ("charity status", "charity"),
        ("where were the scores during the renovation?", "works"),
        ("corona", "shut"),
        ("when did Iven Marsh join?", "tenor"),
        ("when did Brandt leave?", "farewell"),
        ("when did Otto Brandt retire", "farewell"),
    ],
)
def test_what_is_told_in_other_words_of_one_family_is_found(question: str, expected: str) -> None:
    assert first(question) == expected


def test_who_founded_something_did_not_find_it() -> None:
    assert first("who founded the choir?") == "founding"
    assert first("when were the pipes found") == "pipes-found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when did the choir hall open?", "hall"),
        ("когда открылся зал хора?", "hall"),
        ("when did the choir hall open again?", "reopening"),
        ("when did the choir hall reopen?", "reopening"),
    ],
)
def test_what_opened_once_and_again_opened_the_first_time(question: str, expected: str) -> None:
    assert first(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when did Otto Brandt start?", "conductor"),
        ("when did Brandt arrive", "conductor"),
        ("when did Marsh start at the choir?", "tenor"),
        ("when did Brandt finish?", "farewell"),
    ],
)
def test_who_starts_somewhere_is_appointed_and_who_finishes_leaves(
    question: str, expected: str
) -> None:
    assert first(question) == expected


def test_what_somebody_named_in_full_did_is_told_by_no_entry_without_them() -> None:
    shop = build_index(
        make_timeline(
            make_event("hired", "2001-03-01", "Ned Hale is hired as the first clerk"),
            make_event("follows", "2004-03-01", "Ida Penn takes the desk", people=["Ida Penn"]),
            make_event("book", "2005-03-01", "Ida Penn writes a book", people=["Ida Penn"]),
            make_event("roof", "2006-03-01", "The roof is mended"),
        )
    )

    assert search("Ida Penn hired?", shop, today=DAY).matches[0].event.id != "hired"


MUSEUM = build_index(
    make_timeline(
        make_event(
            "bell",
            "1955-05-01",
            "The museum acquires the Abbot's Bell",
            summary="It is the oldest piece of the collection.",
            tags=["gift"],
        ),
        make_event(
            "keeper",
            "1956-02-01",
            "Ada Reed becomes the first keeper",
            people=["Ada Reed"],
            tags=["staff"],
        ),
        make_event(
            "friends",
            "1957-10-03",
            "The Friends of the Museum are set up",
            tags=["society"],
        ),
        make_event(
            "mill",
            "1958-02-01",
            "Ada Reed buys the mill for £9,400",
            people=["Ada Reed"],
            tags=["gift"],
        ),
        make_event(
            "prize",
            "1959-02-01",
            "Ada Reed wins a prize",
            summary="She thanked 200 guests.",
            people=["Ada Reed"],
            tags=["staff"],
        ),
        make_event("rings", "1961-05-02", "The Abbot's Bell rings for the first time in years"),
        make_event("opening", "1962-05-02", "The museum opens its doors", significance=3),
        make_event("crack", "1963-05-02", "The bell of the museum is cast anew"),
        make_event(
            "goes",
            "1970-01-31",
            "Ada Reed steps down after fourteen years",
            summary="Tom Moss was named as her successor.",
            people=["Ada Reed", "Tom Moss"],
            tags=["staff"],
        ),
        make_event(
            "break",
            "1975-01-31",
            "The tower clock stops",
            summary="Tom Moss waited with two visitors left in the tower.",
            people=["Tom Moss"],
        ),
        make_event(
            "moss-goes",
            "1981-01-31",
            "Tom Moss retires",
            people=["Tom Moss"],
            tags=["staff"],
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what is the oldest bell?", "bell"),
        ("friends of the museum", "friends"),
        ("hello friends, when did the museum open?", "opening"),
        ("who is keeper now", "goes"),
        ("how much did Reed's mill cost", "mill"),
        ("what did the mill of Ada Reed cost?", "mill"),
        ("when did Tom Moss leave?", "moss-goes"),
        ("кто был первым хранителем", "keeper"),
    ],
)
def test_what_a_curator_asks_of_a_small_museum_is_answered(question: str, expected: str) -> None:
    assert search(question, MUSEUM, today=DAY).matches[0].event.id == expected


def test_only_where_titles_are_all_there_is_who_founded_something_may_find_it() -> None:
    founded, found = (stem("founded"),), (stem("found"),)

    assert found in related(founded, with_peoples=True)
    assert found not in related(founded)
