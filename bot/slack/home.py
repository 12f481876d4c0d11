"""The App Home: what this is, today's entries, examples, how to invite the bot, what it stores."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Answer
from bot.slack.blocks import Layout, answer_blocks
from bot.slack.buttons import example_buttons
from bot.slack.entry_blocks import Block, section, small_print
from bot.slack.mrkdwn import bold, literal

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
    "What is stored: no message, no question and nothing about you. The ids of messages I have "
    "answered are kept in memory for some hours, so that none is answered twice. Logs hold ids, "
    "times and outcomes; whoever runs me can log more only while looking for a fault."
)
EXAMPLES = "Examples to try:"
_LONGEST = 600


def home_view(
    overview: Answer, answer: Answer, *, layout: Layout, command: str, bot_name: str
) -> dict[str, Any]:
    """Return the view: `overview` is the help, `answer` today's entries or what was pressed."""
    shown, _ = answer_blocks(answer, layout)
    blocks: list[Block] = [
        section(bold(overview.heading, most=_LONGEST) or "*Timeline*"),
        section(WHAT_THIS_IS),
        section(literal(HOW_TO_ASK.format(command=command))),
    ]
    if overview.note:
        blocks.append(small_print(literal(overview.note, most=_LONGEST)))
    blocks += [{"type": "divider"}, *shown, {"type": "divider"}]
    row = example_buttons(overview.examples, today=layout.today)
    if row:
        blocks += [section(EXAMPLES), {"type": "actions", "elements": row}]
    blocks += [
        section(literal(HOW_TO_INVITE.format(name=bot_name))),
        small_print(literal(WHAT_IS_STORED)),
    ]
    return {"type": "home", "blocks": blocks}


def plain_home(text: str) -> dict[str, Any]:
    """Return a view of one sentence, for when there is nothing better."""
    return {"type": "home", "blocks": [section(literal(text, most=_LONGEST))]}
