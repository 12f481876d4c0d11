"""Who came in the place of somebody, where an entry says so."""

from __future__ import annotations

from datetime import date

import pytest

from bot.search.asking.which_one import Occasion, Which, take_occasion
from bot.search.finding import Outcome
from bot.search.from_entry.successions import Succession, read_succession
from bot.search.indexing.building import build_index
from bot.search.searching import search
from tests.examples import make_event, make_name, make_timeline

GUILD = build_index(
    make_timeline(
        make_event("1901-reed", "1901-03-02", "Ada Reed is elected master of the guild"),
        make_event("1905-ball", "1905-05-01", "Ada Reed opens the summer ball"),
        make_event(
            "1911-moss",
            "1911-06-10",
            "Tom Moss becomes master of the guild",
            summary="He succeeds Ada Reed.",
        ),
        make_event(
            "1920-leaves",
            "1920-01-20",
            "Tom Moss steps down as master of the guild",
            summary="Eve Lark takes over.",
        ),
        make_event("1922-fair", "1922-07-01", "The spring fair is held by the river"),
        make_event("1930-fair", "1930-07-01", "The guild opens a hall at the river"),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who succeeded Ada Reed", "1911-moss"),
        ("who was master of the guild after Reed?", "1911-moss"),
        ("who replaced Ada Reed as master", "1911-moss"),
        ("and who came after Reed", "1911-moss"),
        ("who succeeded Moss", "1920-leaves"),
        ("who took over from Tom Moss?", "1920-leaves"),
    ],
)
def test_an_entry_that_says_whom_it_follows_tells_who_succeeded(
    question: str, expected: str
) -> None:
    found = search(question, GUILD, today=date(1940, 1, 1))

    assert found.matches[0].event.id == expected
    assert found.answering == 1


def test_where_none_says_so_the_next_in_the_same_office_is_named() -> None:
    crews = build_index(
        make_timeline(
            make_event("1901-hale", "1901-03-02", "Ida Hale is elected captain", tags=["captain"]),
            make_event("1904-oak", "1904-03-02", "An oak falls on the boathouse"),
            make_event("1909-penn", "1909-03-02", "Max Penn is elected captain", tags=["captain"]),
        )
    )

    found = search("who succeeded Ida Hale as captain", crews, today=date(1940, 1, 1))

    assert [match.event.id for match in found.matches] == ["1909-penn"]


CREWS = build_index(
    make_timeline(
        make_event("1901-hale", "1901-03-02", "Ida Hale is elected captain", tags=["captain"]),
        make_event("1904-oak", "1904-03-02", "An oak falls on the boathouse"),
        make_event("1909-penn", "1909-03-02", "Max Penn is elected captain", tags=["captain"]),
        make_event("1911-boat", "1911-03-02", "Max Penn buys a boat"),
        make_event("1914-quist", "1914-03-02", "Ada Quist becomes captain", tags=["captain"]),
        make_event("1919-cup", "1919-03-02", "Ada Quist wins a cup"),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who was captain before Ada Quist", "1909-penn"),
        ("who preceded Max Penn", "1901-hale"),
        ("who came before Quist as captain?", "1909-penn"),
        ("who was Penn's predecessor", "1901-hale"),
        ("who was the predecessor of Ada Quist", "1909-penn"),
        ("who was captain after Max Penn", "1914-quist"),
        ("who was Ida Hale's successor", "1909-penn"),
        ("who came after Penn", "1914-quist"),
    ],
)
def test_who_had_the_office_before_or_after_somebody(question: str, expected: str) -> None:
    found = search(question, CREWS, today=date(1940, 1, 1))

    assert [match.event.id for match in found.matches] == [expected]


@pytest.mark.parametrize("question", ["whom did Moss succeed", "who was master before Tom Moss"])
def test_an_entry_that_says_whom_it_follows_tells_the_predecessor(question: str) -> None:
    found = search(question, GUILD, today=date(1940, 1, 1))

    assert [match.event.id for match in found.matches] == ["1911-moss"]


def test_whom_nobody_followed_in_an_office_is_only_near() -> None:
    found = search("who was captain after Ada Quist", CREWS, today=date(1940, 1, 1))

    assert found.answering == 0
    assert [match.event.id for match in found.matches] == ["1914-quist"]


LINES = build_index(
    make_timeline(
        make_event("1901-hale", "1901-03-02", "Ida Hale becomes master of Sun Lines"),
        make_event("1904-moon", "1904-05-01", "Tom Oak becomes master of Moon Lines"),
        make_event("1909-goes", "1909-12-31", "Ida Hale retires as master of Sun Lines"),
        make_event("1910-eel", "1910-01-01", "Eve Eel becomes master of Moon Lines"),
        make_event("1910-penn", "1910-01-02", "Max Penn becomes master of Sun Lines"),
        make_event("1912-fleet", "1912-06-02", "Moon Lines take over the fleet of Elk Bros"),
        make_event("1920-penn", "1920-01-20", "Max Penn leaves Sun Lines; Bo Fen is named master"),
        names=tuple(make_name(f"{one} Lines", kind="organisations") for one in ("Sun", "Moon")),
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("who succeeded Ida Hale", "1910-penn"),
        ("who succeeded Hale as master", "1910-penn"),
        ("who took over from Penn", "1920-penn"),
        ("who succeeded Tom Oak", "1910-eel"),
        ("who preceded Max Penn", "1909-goes"),
    ],
)
def test_who_took_the_very_office_that_somebody_left(question: str, expected: str) -> None:
    found = search(question, LINES, today=date(1940, 1, 1))

    assert [match.event.id for match in found.matches] == [expected]


def test_who_holds_an_office_now_took_it_last() -> None:
    for question in ("who is master of Sun Lines now", "who is the current master of Sun Lines"):
        occasion, rest = take_occasion(question.replace("master", "director"))
        assert occasion == Occasion(Which.LAST, is_told=False)
        assert " ".join(rest.split()).endswith("director of Sun Lines")
    assert take_occasion("who is now in the boat") == (None, "who is now in the boat")
    assert take_occasion("the current carries a director off")[0] is None


def test_before_whom_nobody_had_the_office_is_no_predecessor() -> None:
    found = search("who was captain before Ida Hale", CREWS, today=date(1940, 1, 1))

    assert all("succession" not in match.reasons for match in found.matches)


def test_what_merely_came_next_succeeded_nobody() -> None:
    found = search("who succeeded Eve Lark", GUILD, today=date(1940, 1, 1))

    assert found.matches[0].event.id == "1920-leaves"


def test_whom_nobody_is_said_to_follow_has_no_successor() -> None:
    found = search("who succeeded Eve Lark", GUILD, today=date(1940, 1, 1))

    assert all("succession" not in match.reasons for match in found.matches)


@pytest.mark.parametrize(
    "question", ["who came after her", "who succeeded", "what came after the fair", "who was Reed"]
)
def test_nobody_named_or_no_person_asked_for_is_no_succession(question: str) -> None:
    assert read_succession(question) is None


def test_the_office_is_read_before_and_behind_the_name() -> None:
    assert read_succession("Who led the guild after Reed?") == Succession(
        "reed", "led the guild", is_place=False
    )
    assert read_succession("who replaced Reed as master") == Succession(
        "reed", "master", is_place=True
    )


@pytest.mark.parametrize("said", ["succeeds him as reeve", "takes over from him", "replaces him"])
def test_who_succeeds_him_does_so_after_the_one_of_the_entry_before(said: str) -> None:
    towns = build_index(
        make_timeline(
            make_event("1901-hale", "1901-03-02", "Ned Hale is hired as reeve"),
            make_event("1909-retires", "1909-03-02", "Ned Hale retires"),
            make_event("1909-penn", "1909-03-03", f"Ida Penn {said}"),
            make_event("1914-fair", "1914-03-02", "The fair moves to the river"),
        )
    )

    found = search("who succeeded Ned Hale", towns, today=date(1940, 1, 1))

    assert [match.event.id for match in found.matches] == ["1909-penn"]
    assert found.outcome is Outcome.SURE


@pytest.mark.parametrize(("year", "is_next"), [("1910", True), ("1924", False)])
def test_who_took_an_office_long_after_somebody_left_it_did_not_take_it_from_them(
    year: str, is_next: bool
) -> None:
    towns = build_index(
        make_timeline(
            make_event("hale", "1901-03-02", "Ned Hale paints the town hall"),
            make_event("resigns", "1909-03-02", "Ned Hale resigns as reeve"),
            make_event("penn", f"{year}-03-03", "Ida Penn is appointed reeve"),
        )
    )

    found = search("who followed Ned Hale as reeve", towns, today=date(1940, 1, 1))

    assert (found.matches[0].event.id == "penn") is is_next
