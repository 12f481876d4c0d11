"""An answer becomes a message that reads well, says all in plain text too, and always fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.answers.answer import Answer, AnswerKind, Entry, Request
from bot.slack.blocks import Layout, notice, render
from bot.slack.press import Audience, Press
from bot.timeline.event import Source
from tests.slack.stand_in import live_mentions
from tests.slack.stand_in.recording import buttons_in

DAY = date(2026, 3, 1)
PRIVATE = Layout(Audience.PRIVATE, DAY)
PUBLIC = Layout(Audience.PUBLIC, DAY)
SUMMIT = Entry(
    id="2019-summit",
    date="2019-04-25",
    label="25 April 2019",
    title="The leaders meet in Vladivostok",
    summary="They talked for two hours.",
    note="Local time.",
    symbol="S/RES/1718 (2006)",
    remark="7 years ago",
    timeline="An example",
    sources=(
        Source("Summit & dinner", "The Paper", "https://example.org/a|b", "2019-04-26"),
        Source("A book", "", "", "2019"),
    ),
)


def entry(number: int, **fields: Any) -> Entry:
    return Entry(f"e{number}", "2022", "2022", f"Title {number}", **fields)


def page(shown: int, *, total: int, offset: int = 0, **fields: Any) -> Answer:
    entries = tuple(entry(offset + number) for number in range(1, shown + 1))
    fields.setdefault("request", Request("period", "2022"))
    return Answer(
        AnswerKind.PERIOD, f"2022: {total} entries", entries, total=total, offset=offset, **fields
    )


def texts(message: dict[str, Any]) -> str:
    found = []
    for block in message["blocks"]:
        parts = [block.get("text"), *(e for e in block.get("elements", ()) if "value" not in e)]
        found += [part["text"] for part in parts if part]
    return "\n".join(found)


def labels(message: dict[str, Any]) -> list[str]:
    return [button["text"]["text"] for button in buttons_in(message["blocks"])]


def press(message: dict[str, Any], label: str) -> Press:
    (value,) = [
        button["value"]
        for button in buttons_in(message["blocks"])
        if label in button["text"]["text"]
    ]
    found = Press.from_value(value)
    assert found is not None
    return found


def test_an_entry_shows_its_date_title_summary_and_where_it_comes_from() -> None:
    message = render(Answer(AnswerKind.EVENTS, "This is recorded:", (SUMMIT,), total=1), PRIVATE)
    assert texts(message) == (
        "*This is recorded:*\n"
        "*25 April 2019*  ·  7 years ago\n"
        "*The leaders meet in Vladivostok*\n"
        "They talked for two hours.\n"
        "Note: Local time.\n"
        "Source: <https://example.org/a%7Cb|Summit &amp; dinner>, The Paper, 26 April 2019\n"
        "Source: A book, 2019\n"
        "UN document S/RES/1718 (2006)\n"
        "From: An example\n"
        "id 2019-summit"
    )
    assert message["unfurl_links"] is message["unfurl_media"] is False


def test_the_plain_text_holds_the_same_facts_and_no_markup() -> None:
    message = render(Answer(AnswerKind.EVENTS, "This is recorded:", (SUMMIT,), total=1), PRIVATE)
    assert message["text"] == (
        "This is recorded:\n"
        "25 April 2019 (7 years ago): The leaders meet in Vladivostok. "
        "They talked for two hours. Note: Local time. UN document S/RES/1718 (2006). "
        "Source: Summit &amp; dinner, The Paper, 26 April 2019. Source: A book, 2019. "
        "From: An example. id 2019-summit"
    )


def test_the_id_is_the_last_of_the_small_print_and_plain_text() -> None:
    message = render(Answer(AnswerKind.EVENT, "", (SUMMIT,), total=1), PRIVATE)
    assert message["blocks"][-2]["elements"][-1] == {
        "type": "plain_text",
        "text": "id 2019-summit",
        "emoji": False,
    }


# A single entry.


@pytest.mark.parametrize("heading", ["", "25 April 2019"])
def test_the_date_of_a_single_entry_is_shown_once(heading: str) -> None:
    message = render(Answer(AnswerKind.EVENT, heading, (SUMMIT,), total=1), PRIVATE)
    assert texts(message).count("25 April 2019") == 1
    assert texts(message).startswith("*25 April 2019*  ·  7 years ago\n")
    assert message["text"].startswith("25 April 2019 (7 years ago): The leaders meet")


def test_an_entry_whose_date_stands_in_the_heading_alone_begins_with_its_title() -> None:
    bare = replace(SUMMIT, label="", remark="")
    message = render(Answer(AnswerKind.EVENT, "25 April 2019", (bare,), total=1), PRIVATE)
    assert texts(message).startswith("25 April 2019\n*The leaders meet in Vladivostok*\n")
    assert message["text"].startswith("25 April 2019\nThe leaders meet in Vladivostok. They")


def test_an_answer_without_any_word_is_still_a_message() -> None:
    message = render(Answer(AnswerKind.ABSTAIN, ""), PUBLIC)
    assert texts(message) == "*Timeline*"
    assert message["text"] == "Timeline"


def test_a_source_with_an_unusual_date_shows_it_as_curated() -> None:
    odd = Entry("a", "2019", "2019", "Title", sources=(Source("Page", "", "", "last spring"),))
    assert "Source: Page, last spring" in texts(
        render(Answer(AnswerKind.EVENT, "x", (odd,)), PUBLIC)
    )


def test_more_sources_than_are_shown_are_counted() -> None:
    many = entry(1, sources=tuple(Source(f"Page {n}") for n in range(7)))
    shown = texts(render(Answer(AnswerKind.EVENT, "2022", (many,), total=1), PUBLIC))
    assert "Source: Page 4" in shown
    assert "Source: Page 5" not in shown
    assert "and 2 more sources" in shown


# How many, and which buttons.


def test_a_first_page_says_how_many_of_how_many_and_leads_on() -> None:
    message = render(page(3, total=26, before="2021", after="2023"), PRIVATE)
    assert "3 of 26" in texts(message)
    assert "and 23 more" in message["text"]
    assert labels(message) == ["‹ 2021", "2023 ›", "Show more (23 left)", "Share in channel"]
    assert press(message, "Show more") == Press(
        Request("period", "2022"), Audience.PRIVATE, DAY, offset=3
    )
    assert press(message, "2021").request == Request("period", "2021")
    assert press(message, "Share").offset == 0


def test_a_later_page_says_which_it_shows_and_leads_back() -> None:
    message = render(page(3, total=8, offset=5), PRIVATE)
    assert "6–8 of 8" in texts(message)
    assert labels(message) == ["Back to the first", "Share in channel"]
    assert press(message, "Back").offset == 0
    assert press(message, "Share").offset == 5


def test_a_last_page_of_one_entry_says_so() -> None:
    assert "6 of 6" in texts(render(page(1, total=6, offset=5), PRIVATE))


def test_a_public_answer_cannot_be_shared_again() -> None:
    assert labels(render(page(3, total=3), PUBLIC)) == []


def test_an_answer_that_was_shared_has_lost_its_button_and_says_so() -> None:
    layout = Layout(Audience.PRIVATE, DAY, remark="Shared in this channel.", is_shareable=False)
    message = render(page(3, total=3), layout)
    assert labels(message) == []
    assert "Shared in this channel." in texts(message)
    assert "Shared in this channel." in message["text"]


@pytest.mark.parametrize(
    "answer",
    [
        Answer(AnswerKind.ABSTAIN, "I do not know."),
        Answer(AnswerKind.ABSTAIN, "I do not know.", (SUMMIT,), total=1, note="The nearest:"),
        Answer(AnswerKind.HELP, "Hello!", examples=("What?",)),
        Answer(AnswerKind.TODAY, "Nothing is recorded for today."),
    ],
)
def test_what_answers_nothing_has_no_buttons(answer: Answer) -> None:
    assert labels(render(answer, PRIVATE)) == []


def test_the_help_leads_to_a_daily_post() -> None:
    answer = Answer(AnswerKind.HELP, "An example", lines=("Ask me.",), examples=("What?",))
    assert labels(render(answer, PRIVATE)) == ["Daily post"]


def test_an_empty_period_still_leads_to_its_neighbours() -> None:
    answer = Answer(
        AnswerKind.PERIOD, "Nothing is recorded for 1950.", before="1949", after="1951",
        note="The nearest:", lines=("1948: A thing",), request=Request("period", "1950"),
    )  # fmt: skip
    message = render(answer, PRIVATE)
    assert labels(message) == ["‹ 1949", "1951 ›"]
    assert texts(message) == ("*Nothing is recorded for 1950.*\nThe nearest:\n• 1948: A thing")
    assert message["text"] == "Nothing is recorded for 1950.\nThe nearest:\n1948: A thing"


def test_the_nearest_entries_are_introduced_before_they_are_shown() -> None:
    answer = Answer(AnswerKind.ABSTAIN, "I do not know.", (SUMMIT,), total=1, note="The nearest:")
    shown = texts(render(answer, PUBLIC))
    assert shown.index("The nearest:") < shown.index("25 April 2019")


def test_help_lists_what_can_be_asked_and_examples() -> None:
    answer = Answer(
        AnswerKind.HELP, "An example", lines=("Ask me.", "/timeline 2022"), examples=("Who?",),
        note="3 entries, 1949 to 2022",
    )  # fmt: skip
    message = render(answer, PRIVATE)
    assert message["blocks"][0]["type"] == "header"
    assert texts(message).split("\n") == [
        "An example",
        "• Ask me.",
        "• /timeline 2022",
        "*Try:*",
        "• Who?",
        "3 entries, 1949 to 2022",
    ]
    assert message["text"].split("\n") == [
        "An example",
        "Ask me.",
        "/timeline 2022",
        "Try:",
        "Who?",
        "3 entries, 1949 to 2022",
    ]


def test_a_kind_word_back_is_no_title() -> None:
    answer = Answer(AnswerKind.HELP, "You are welcome.", examples=("Who?",))
    message = render(answer, PUBLIC)
    assert texts(message) == "*You are welcome.*\n*Try:*\n• Who?"
    assert message["text"] == "You are welcome.\nTry:\nWho?"


def test_examples_come_after_the_nearest_entries() -> None:
    answer = Answer(
        AnswerKind.ABSTAIN, "I do not know.", (SUMMIT,), total=1, note="The nearest:",
        examples=("Who?",),
    )  # fmt: skip
    message = render(answer, PUBLIC)
    for shown in (texts(message), message["text"]):
        assert shown.index("The leaders") < shown.index("Try:") < shown.index("Who?")


def test_entries_that_do_not_fit_are_left_to_the_next_page() -> None:
    entries = tuple(entry(number, summary="long " * 400) for number in range(1, 6))
    answer = Answer(AnswerKind.PERIOD, "2022", entries, total=26, request=Request("period", "2022"))
    message = render(answer, PRIVATE)
    shown = press(message, "Show more").offset
    assert 0 < shown < 5
    assert f"{shown} of 26" in texts(message)
    assert f"Show more ({26 - shown} left)" in labels(message)
    assert f"Title {shown}" in texts(message)
    assert f"Title {shown + 1}" not in texts(message)


def test_a_notice_is_one_harmless_sentence() -> None:
    message = notice("Nothing for <!channel> *here*.")
    assert live_mentions(message) == []
    assert message["text"] == "Nothing for &lt;!channel&gt; *here*."
