"""The App Home: what this is, today's entries, examples, how to invite the bot, what it stores."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer
from bot.answers.phrases import count_of
from bot.slack import memory, once
from bot.slack.blocks import Layout, answer_blocks
from bot.slack.buttons import back_buttons, example_buttons
from bot.slack.entry_blocks import Block, section, small_print
from bot.slack.mrkdwn import bold, literal, shorten

WHAT_THIS_IS = (
    "I answer questions from a curated timeline. Every entry is shown as it was written by "
    "people, with its sources; nothing is made up. When I do not know, I say so."
)
HOW_TO_ASK = (
    "Write to me under Messages, mention me in a channel, or type {command} followed by a "
    "question, a year, a month or a day. On any message, “Find in timeline” looks for its text."
)
HOW_TO_INVITE = "To ask me in a channel, invite me there first: /invite @{name}"
WHAT_IS_STORED = (
    "What is stored: nothing lasting, and nothing about you. In memory alone I keep the ids of "
    "handled messages for {handled}, so that none is answered twice, and the last {questions} of "
    "a conversation with the titles shown for {conversation}, so that you can ask on; send "
    "“new question” to drop them. The buttons under an answer carry its question. Logs hold ids, "
    "times and outcomes, never what you wrote."
)
EXAMPLES = "Examples to try:"
_LONGEST = 600
_LONGEST_HEADER = 150
_HOUR = 3600


def home_view(
    overview: Answer, answer: Answer, *, layout: Layout, command: str, bot_name: str
) -> dict[str, Any]:
    """Return the start: `overview` is the help, `answer` holds today's entries."""
    shown, _ = answer_blocks(answer, layout)
    blocks: list[Block] = [
        section(bold(overview.heading, most=_LONGEST) or "*Timeline*"),
        section(WHAT_THIS_IS),
        section(literal(HOW_TO_ASK.format(command=command))),
    ]
    if overview.note:
        blocks.append(small_print(literal(overview.note, most=_LONGEST)))
    blocks += [{"type": "divider"}, *shown, {"type": "divider"}]
    blocks += _examples(overview, layout)
    blocks += [
        section(literal(HOW_TO_INVITE.format(name=bot_name))),
        small_print(literal(what_is_stored())),
    ]
    return {"type": "home", "blocks": blocks}


def answer_view(
    overview: Answer, answer: Answer, *, layout: Layout, question: str
) -> dict[str, Any]:
    """Return the view after a press of a button: what was asked, the answer, and a way back."""
    shown, _ = answer_blocks(answer, layout)
    text = shorten(question, _LONGEST_HEADER)
    title = {"type": "plain_text", "text": text, "emoji": False}
    blocks: list[Block] = [{"type": "header", "text": title}] if text else []
    blocks += [*shown, {"type": "actions", "elements": back_buttons(today=layout.today)}]
    blocks += [{"type": "divider"}, *_examples(overview, layout)]
    return {"type": "home", "blocks": blocks}


def _examples(overview: Answer, layout: Layout) -> list[Block]:
    row = example_buttons(overview.examples, today=layout.today)
    return [section(EXAMPLES), {"type": "actions", "elements": row}] if row else []


def what_is_stored() -> str:
    """Say what is kept, for how long, and why."""
    return WHAT_IS_STORED.format(
        handled=_hours(once.LIFETIME),
        questions=count_of(memory.MOST_QUESTIONS, "question"),
        conversation=_hours(memory.LIFETIME),
    )


def _hours(seconds: float) -> str:
    return count_of(round(seconds / _HOUR), "hour")


def plain_home(text: str) -> dict[str, Any]:
    """Return a view of one sentence, for when there is nothing better."""
    return {"type": "home", "blocks": [section(literal(text, most=_LONGEST))]}
