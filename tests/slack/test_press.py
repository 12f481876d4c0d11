"""What a button carries is read back as it was, and anything else is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import MAX_REQUEST, AnswerKind, Request
from bot.slack.press import LONGEST_LISTING, LONGEST_VALUE, Audience, Listing, Press

DAY = date(2026, 3, 1)


@given(
    st.sampled_from(["ask", "period", "today", "id", "help"]),
    st.text(max_size=80),
    st.sampled_from(Audience),
    st.integers(0, 10**6),
)
def test_a_value_is_read_back_as_it_was_written(
    verb: str, text: str, audience: Audience, offset: int
) -> None:
    press = Press(Request(verb, text), audience, DAY, offset)
    value = press.to_value()
    assert value is not None
    assert Press.from_value(value) == press
    assert not set(value) & set("&<>")


BEYOND_ASCII = st.characters(min_codepoint=0x20, max_codepoint=0xD7FF, exclude_categories=["Cc"])


@pytest.mark.parametrize("character", [*'a&<>"\\\u042f\uae40'])
def test_a_question_of_the_greatest_length_always_fits(character: str) -> None:
    press = Press(Request("ask", character * MAX_REQUEST), Audience.PUBLIC, DAY, 10**6)
    value = press.to_value()
    assert value is not None
    assert len(value) < LONGEST_VALUE
    assert Press.from_value(value) == press


@given(st.text(BEYOND_ASCII, min_size=MAX_REQUEST - 9, max_size=MAX_REQUEST))
def test_a_question_is_carried_whole_or_not_at_all(text: str) -> None:
    press = Press(Request("ask", text), Audience.PUBLIC, DAY)
    value = press.to_value()
    assert value is None or Press.from_value(value) == press


def test_what_slack_might_count_double_is_not_carried_if_it_could_be_too_long() -> None:
    assert Press(Request("ask", "😀" * MAX_REQUEST), Audience.PUBLIC, DAY).to_value() is None


# A listing.


def listed(*ids: str, text: str = "and after that?") -> Press:
    listing = Listing(AnswerKind.EVENTS, "3 entries that fit, best first:", ids)
    return Press(Request("ask", text), Audience.PRIVATE, DAY, 5, listing)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=10).map(tuple))
def test_a_listing_is_read_back_as_it_was_written(ids: tuple[str, ...]) -> None:
    press = listed(*ids)
    assert press.fitted() == press
    value = press.to_value()
    assert value is not None
    assert Press.from_value(value) == press


def test_five_ids_of_the_greatest_length_fit_beside_a_long_question() -> None:
    ids = tuple(f"{number}-".ljust(200, "&") for number in range(5))
    fitted = listed(*ids, text="&" * MAX_REQUEST).fitted()
    assert fitted.listing is not None
    assert fitted.listing.ids == ids


def test_a_listing_is_cut_to_the_ids_that_fit() -> None:
    ids = tuple(f"2019-vladivostok-summit-{number}" for number in range(500))
    fitted = listed(*ids).fitted()
    assert fitted.listing is not None
    assert fitted.listing.ids == ids[: len(fitted.listing.ids)]
    assert len(fitted.listing.ids) > 30
    value = replace(fitted, offset=999).to_value()
    assert value is not None
    assert len(value) <= LONGEST_LISTING


SOUND = '{"v":1,"q":["ask","who"],"o":0,"w":"p","d":"2026-03-01"}'


def test_the_written_form_stays_readable_for_buttons_that_are_out_there() -> None:
    assert Press.from_value(SOUND) == Press(Request("ask", "who"), Audience.PRIVATE, DAY)


LISTED = SOUND.replace("}", ',"i":["a","b"],"h":"Two:","k":"events"}')


def test_the_written_form_of_a_listing_stays_readable_too() -> None:
    assert Press.from_value(LISTED) == Press(
        Request("ask", "who"),
        Audience.PRIVATE,
        DAY,
        listing=Listing(AnswerKind.EVENTS, "Two:", ("a", "b")),
    )


@pytest.mark.parametrize(
    "value",
    [
        None,
        7,
        "",
        "garbage",
        "{",
        "null",
        "[]",
        "[" * 2000,
        SOUND.replace('"v":1', '"v":2'),
        SOUND.replace('"o":0', '"o":-5'),
        SOUND.replace('"o":0', '"o":1e99'),
        SOUND.replace('"o":0', '"o":true'),
        SOUND.replace('"o":0', '"o":"0"'),
        SOUND.replace('"o":0', f'"o":{10**12}'),
        SOUND.replace('"ask","who"', '"ask"'),
        SOUND.replace('"who"', "null"),
        SOUND.replace('"who"', f'"{"a" * 1001}"'),
        SOUND.replace('"w":"p"', '"w":"x"'),
        SOUND.replace("2026-03-01", "2026-13-01"),
        SOUND.replace('"d"', '"e"'),
        LISTED.replace('"a"', "7"),
        LISTED.replace('"a"', f'"{"a" * 201}"'),
        LISTED.replace('["a","b"]', '"ab"'),
        LISTED.replace('"events"', '"unheard of"'),
        LISTED.replace('"h"', '"g"'),
        LISTED.replace('"Two:"', "null"),
    ],
)
def test_anything_else_is_no_press(value: object) -> None:
    assert Press.from_value(value) is None


@given(st.one_of(st.text(), st.recursive(st.none(), st.lists, max_leaves=3)))
def test_reading_a_value_never_fails(value: object) -> None:
    Press.from_value(value)
