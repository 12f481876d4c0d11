"""The App Home: what this is, today's entries, examples, how to invite the bot, what it stores."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer
from bot.answers.wording.choosing import wording_for
from bot.answers.wording.wording import Wording
from bot.slack import memory, once
from bot.slack.blocks import Layout, answer_blocks
from bot.slack.buttons import back_buttons, daily_button, example_buttons
from bot.slack.entry_blocks import Block, section, small_print
from bot.slack.mrkdwn import bold, literal, shorten

_LONGEST = 600
_LONGEST_HEADER = 150
_HOUR = 3600


def home_view(
    overview: Answer, answer: Answer, *, layout: Layout, command: str, bot_name: str
) -> dict[str, Any]:
    """Return the start: `overview` is the help, `answer` holds today's entries."""
    shown, _ = answer_blocks(answer, layout)
    say = wording_for(overview.language)
    blocks: list[Block] = [
        section(bold(overview.heading, most=_LONGEST) or f"*{say.timeline}*"),
        section(say.what_this_is),
        section(literal(say.how_to_ask.format(command=command))),
    ]
    if overview.note:
        blocks.append(small_print(literal(overview.note, most=_LONGEST)))
    blocks += [{"type": "divider"}, *shown, {"type": "divider"}]
    blocks += _examples(overview, layout)
    blocks += [
        section(literal(say.how_to_invite.format(name=bot_name))),
        small_print(literal(what_is_stored(say))),
    ]
    blocks.insert(-1, {"type": "actions", "elements": [daily_button(overview.language)]})
    return {"type": "home", "blocks": blocks}


def answer_view(
    overview: Answer, answer: Answer, *, layout: Layout, question: str
) -> dict[str, Any]:
    """Return the view after a press of a button: what was asked, the answer, and a way back."""
    shown, _ = answer_blocks(answer, layout)
    text = shorten(question, _LONGEST_HEADER)
    title = {"type": "plain_text", "text": text, "emoji": False}
    blocks: list[Block] = [{"type": "header", "text": title}] if text else []
    blocks += [
        *shown,
        {
            "type": "actions",
            "elements": back_buttons(today=layout.today, language=overview.language),
        },
    ]
    blocks += [{"type": "divider"}, *_examples(overview, layout)]
    return {"type": "home", "blocks": blocks}


def _examples(overview: Answer, layout: Layout) -> list[Block]:
    say = wording_for(overview.language)
    row = example_buttons(overview.examples, today=layout.today, language=overview.language)
    return [section(say.examples_to_try), {"type": "actions", "elements": row}] if row else []


def what_is_stored(say: Wording) -> str:
    """Say what is kept, for how long, and why."""
    return say.what_is_stored.format(
        handled=say.hours(round(once.LIFETIME / _HOUR)),
        questions=say.questions(memory.MOST_QUESTIONS),
        conversation=say.hours(round(memory.LIFETIME / _HOUR)),
    )


def plain_home(text: str) -> dict[str, Any]:
    """Return a view of one sentence, for when there is nothing better."""
    return {"type": "home", "blocks": [section(literal(text, most=_LONGEST))]}
