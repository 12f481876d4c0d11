"""The row of buttons under an answer."""

from __future__ import annotations

from datetime import date

from bot.answers.answer import MAX_REQUEST, Answer, AnswerKind, Entry, Request
from bot.slack.buttons import back_buttons, example_buttons, make_buttons
from bot.slack.press import Audience, Listing, Press

DAY = date(2026, 3, 1)
ENTRIES = tuple(Entry(f"e{number}", "2022", "2022", f"Title {number}") for number in range(3))


def row(answer: Answer, listing: Listing | None = None) -> dict[str, Press]:
    made = make_buttons(
        answer, Audience.PRIVATE, today=DAY, shown=3, is_shareable=True, listing=listing
    )
    found = {button["text"]["text"]: Press.from_value(button["value"]) for button in made}
    return {label: press for label, press in found.items() if press is not None}


def test_a_listing_is_what_the_buttons_show_again() -> None:
    answer = Answer(AnswerKind.EVENTS, "8 entries", ENTRIES, 8, request=Request("ask", "and then?"))
    listing = Listing(AnswerKind.EVENTS, "8 entries", tuple(f"e{number}" for number in range(8)))
    buttons = row(answer, listing)
    assert list(buttons) == ["Show more (5 left)", "Share in channel"]
    assert buttons["Show more (5 left)"].offset == 3
    assert {press.listing for press in buttons.values()} == {listing}


def test_a_listing_too_long_for_a_button_leads_as_far_as_it_goes() -> None:
    answer = Answer(AnswerKind.EVENTS, "900 entries", ENTRIES, 900, request=Request("ask", "then?"))
    ids = tuple(f"{number}-".ljust(200, "x") for number in range(900))
    label, *_ = row(answer, Listing(AnswerKind.EVENTS, "900 entries", ids))
    assert label == "Show more (2 left)"


def test_a_button_that_could_not_ask_the_same_again_is_left_out() -> None:
    request = Request("ask", "😀" * MAX_REQUEST)
    answer = Answer(AnswerKind.PERIOD, "2022", ENTRIES, 8, before="2021", request=request)
    assert list(row(answer)) == ["‹ 2021"]


def test_the_way_back_leads_to_the_start() -> None:
    (button,) = back_buttons(today=DAY)
    assert button["text"]["text"] == "‹ Back"
    assert Press.from_value(button["value"]) == Press(Request("home"), Audience.HOME, DAY)


def test_an_example_with_a_long_text_keeps_it_whole_in_its_value() -> None:
    (button,) = example_buttons(("When " * 30,), today=DAY)
    assert len(button["text"]["text"]) == 75
    found = Press.from_value(button["value"])
    assert found == Press(Request("ask", "When " * 30), Audience.HOME, DAY)
