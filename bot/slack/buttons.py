"""The row of buttons under an answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from bot.answers.answer import Answer, AnswerKind, Request
from bot.answers.wording.choosing import DEFAULT_LANGUAGE, wording_for
from bot.slack import names
from bot.slack.mrkdwn import shorten
from bot.slack.press import Audience, Listing, Press

HOME = Request("home")  # the start of the App Home, which is no answer
_LONGEST_LABEL = 75

Button = dict[str, Any]


def make_buttons(
    answer: Answer,
    audience: Audience,
    *,
    today: date,
    shown: int,
    is_shareable: bool,
    listing: Listing | None = None,
) -> list[Button]:
    """Return the row of buttons under an answer of which `shown` entries are on the page.

    With a `listing` they show the entries in it again, otherwise they ask again. A button
    that could not hold all it would have to is left out.
    """
    say, language = wording_for(answer.language), answer.language
    here = Press(answer.request, audience, today, answer.offset, listing).fitted()
    total = answer.total if here.listing is None else len(here.listing.ids)
    after_page = answer.offset + shown
    left = total - after_page
    row: list[Button | None] = []
    if answer.before:
        row.append(
            _button(
                names.SHOW_BEFORE,
                f"‹ {answer.before}",
                Press(Request("period", answer.before, language), audience, today),
                spoken=say.period_before.format(period=answer.before),
            )
        )
    if answer.after:
        row.append(
            _button(
                names.SHOW_AFTER,
                f"{answer.after} ›",
                Press(Request("period", answer.after, language), audience, today),
                spoken=say.period_after.format(period=answer.after),
            )
        )
    if answer.offset:
        row.append(_button(names.SHOW_FIRST, say.back_to_first, replace(here, offset=0)))
    if shown and left > 0 and answer.is_answered:
        row.append(_button(names.SHOW_MORE, say.show_more(left), replace(here, offset=after_page)))
    if is_shareable and audience is Audience.PRIVATE and answer.is_answered and total > 0:
        row.append(_button(names.SHARE, say.share, here))
    if answer.request.verb == "daily" or (answer.kind is AnswerKind.HELP and answer.lines):
        row.append(daily_button(language))
    return [button for button in row if button is not None]


def daily_button(language: str) -> Button:
    """Return the button that opens the form of a daily post."""
    text = {"type": "plain_text", "text": wording_for(language).daily_post, "emoji": False}
    return {"type": "button", "action_id": names.DAILY_FORM, "text": text, "value": "new"}


def example_buttons(
    examples: tuple[str, ...], *, today: date, language: str = DEFAULT_LANGUAGE
) -> list[Button]:
    """Return a button for each example question, for the App Home."""
    say = wording_for(language)
    row = [
        _button(
            f"{names.SHOW_EXAMPLE}_{number}",
            example,
            Press(Request("ask", example, language), Audience.HOME, today),
            spoken=say.ask_example.format(question=example),
        )
        for number, example in enumerate(examples)
    ]
    return [button for button in row if button is not None]


def back_buttons(*, today: date, language: str = DEFAULT_LANGUAGE) -> list[Button]:
    """Return the button that leads back to the start of the App Home."""
    say = wording_for(language)
    press = Press(replace(HOME, language=language), Audience.HOME, today)
    button = _button(names.SHOW_HOME, say.back, press, spoken=say.back_spoken)
    return [] if button is None else [button]


def _button(action_id: str, label: str, press: Press, *, spoken: str = "") -> Button | None:
    value = press.to_value()
    if value is None:
        return None
    button: Button = {
        "type": "button",
        "action_id": action_id,
        "text": {"type": "plain_text", "text": shorten(label, _LONGEST_LABEL), "emoji": False},
        "value": value,
    }
    if spoken:
        button["accessibility_label"] = shorten(spoken, _LONGEST_LABEL)
    return button
