"""What a button carries is read back as it was, and anything else is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.answer import MAX_REQUEST, Request
from bot.slack.buttons import LONGEST_VALUE, Audience, Press, example_buttons

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
    if len(value) < LONGEST_VALUE // 2:
        assert Press.from_value(value) == press
    assert not set(value) & set("&<>")


@given(st.text(min_size=MAX_REQUEST, max_size=MAX_REQUEST))
def test_a_long_question_is_cut_until_it_fits(text: str) -> None:
    value = Press(Request("ask", text), Audience.PUBLIC, DAY).to_value()
    assert len(value) <= LONGEST_VALUE
    found = Press.from_value(value)
    assert found is not None
    assert text.startswith(found.request.text)


SOUND = '{"v":1,"q":["ask","who"],"o":0,"w":"p","d":"2026-03-01"}'


def test_the_written_form_stays_readable_for_buttons_that_are_out_there() -> None:
    assert Press.from_value(SOUND) == Press(Request("ask", "who"), Audience.PRIVATE, DAY)


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
    ],
)
def test_anything_else_is_no_press(value: object) -> None:
    assert Press.from_value(value) is None


@given(st.one_of(st.text(), st.recursive(st.none(), st.lists, max_leaves=3)))
def test_reading_a_value_never_fails(value: object) -> None:
    Press.from_value(value)


def test_an_example_with_a_long_text_keeps_it_whole_in_its_value() -> None:
    (button,) = example_buttons(("When " * 30,), today=DAY)
    assert len(button["text"]["text"]) == 75
    found = Press.from_value(button["value"])
    assert found == Press(Request("ask", "When " * 30), Audience.HOME, DAY)
