"""A daily post as a Slack message, and the rest of it for its thread."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.answers.answer import AnswerKind, Entry, Request
from bot.answers.daily_post import DailyPost
from bot.answers.wording.choosing import wording_for
from bot.answers.wording.wording import Wording
from bot.slack import names
from bot.slack.blocks import LONGEST_LINE, LONGEST_MESSAGE, LONGEST_TEXT, Message
from bot.slack.daily.wording import LANGUAGE, SET_UP_BY, SETTINGS, mention
from bot.slack.entry_blocks import (
    LONGEST_SECTION,
    Block,
    entry_blocks,
    entry_text,
    section,
    small_print,
)
from bot.slack.mrkdwn import bold, escape, literal, shorten, unescape
from bot.slack.press import Audience, Listing, Press

ROOM = 6_000  # as JSON: what the entries of one message may take; the text takes as much again
LEAST_SECTION = 400
MOST_BLOCKS = 40
MOST_IN_THREAD = 4  # messages with the rest of one post
_LONGEST_HEADER = 150
_LONGEST_NOTE = 300
_LEAST_LINE = 80


def render_post(post: DailyPost, *, subscription_id: int, set_up_by: str) -> Message:
    """Return the message of a post, complete and inside all limits.

    `set_up_by` is named below it, in the blocks alone: the text, of which notifications are
    made, mentions nobody. Entries that do not fit are left to "Show more".
    """
    say = wording_for(LANGUAGE)
    blocks: list[Block] = [_header(post.heading)]
    lines: list[str | Entry] = [post.heading]
    if post.note:
        blocks.append(section(literal(post.note, most=_LONGEST_NOTE)))
        lines.append(post.note)
    room, cut, is_first = ROOM, list[str](), True
    for part in post.parts:
        shown: list[Block] = []
        told: list[Entry] = []
        for entry in part.entries:
            made = (
                _entry_that_fits(entry, room, say=say) if is_first else entry_blocks(entry, say=say)
            )
            if cut or (size_of(made) > room and not is_first):
                cut.append(entry.id)
                continue
            room, is_first = room - size_of(made), False
            shown += made
            told.append(entry)
        if shown and part.heading:
            blocks.append(section(bold(part.heading)))
            lines.append(part.heading)
        blocks += shown
        lines += told
    left = [*cut, *(entry.id for entry in post.rest)]
    if left:
        lines.append(say.and_more(len(left)))
    blocks.append(small_print(SET_UP_BY.format(who=mention(set_up_by))))
    blocks.append(_buttons(post, left, subscription_id=subscription_id, say=say))
    return _message(_plain(lines, say=say), blocks)


def render_rest(heading: str, entries: Sequence[Entry], *, total: int) -> list[Message]:
    """Return the rest of a post as messages for its thread, a few at most.

    There are `total` in the rest, perhaps more than the entries given; the last message tells
    how many are not shown.
    """
    say = wording_for(LANGUAGE)
    messages: list[Message] = []
    left = list(entries)
    missing = max(0, total - len(left))
    while left and len(messages) < MOST_IN_THREAD:
        blocks: list[Block] = []
        told: list[Entry] = []
        room = ROOM
        while left:
            made = (
                entry_blocks(left[0], say=say) if told else _entry_that_fits(left[0], room, say=say)
            )
            if told and (size_of(made) > room or len(blocks) + len(made) > MOST_BLOCKS):
                break
            room -= size_of(made)
            blocks += made
            told.append(left.pop(0))
        lines: list[str | Entry] = [heading, *told]
        is_last = not left or len(messages) == MOST_IN_THREAD - 1
        if is_last and (left or missing):
            more = say.and_more(len(left) + missing)
            blocks.append(small_print(literal(more)))
            lines.append(more)
        messages.append(_message(_plain(lines, say=say), blocks))
    return messages


def size_of(blocks: list[Block]) -> int:
    """Return how much blocks take of a message."""
    return len(json.dumps(blocks, ensure_ascii=False))


def _entry_that_fits(entry: Entry, room: int, *, say: Wording) -> list[Block]:
    most, made = LONGEST_SECTION, entry_blocks(entry, say=say)
    while size_of(made) > room and most > LEAST_SECTION:
        most = most * 3 // 4
        made = entry_blocks(entry, say=say, most=most)
    return made


def _header(heading: str) -> Block:
    text = shorten(heading, _LONGEST_HEADER)
    return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}


def _buttons(post: DailyPost, left: Sequence[str], *, subscription_id: int, say: Wording) -> Block:
    row: list[dict[str, Any]] = []
    if left:
        listing = Listing(AnswerKind.TODAY, post.heading, tuple(left))
        request = Request("today", post.day.isoformat())
        press = Press(request, Audience.PUBLIC, post.day, offset=len(left), listing=listing)
        value = press.fitted().to_value()
        if value is not None:
            row.append(_button(names.DAILY_MORE, say.show_more(len(left)), value))
    row.append(_button(names.DAILY_SETTINGS, SETTINGS, str(subscription_id)))
    return {"type": "actions", "elements": row}


def _button(action_id: str, label: str, value: str) -> dict[str, Any]:
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "action_id": action_id, "text": text, "value": value}


def _message(text: str, blocks: list[Block]) -> Message:
    return {"text": text, "blocks": blocks, "unfurl_links": False, "unfurl_media": False}


def _plain(lines: Sequence[str | Entry], *, say: Wording) -> str:
    """Return all that the blocks say as escaped lines; each gets its share of the room."""
    most = min(LONGEST_TEXT, LONGEST_MESSAGE - ROOM - 1_500)
    share = max(_LEAST_LINE, min(LONGEST_LINE, most // max(1, len(lines)) - 1))
    return "\n".join(_fit(line, share, say=say) for line in lines)


def _fit(told: str | Entry, most: int, *, say: Wording) -> str:
    size = most
    while True:
        text = (
            entry_text(told, say=say, most=size) if isinstance(told, Entry) else shorten(told, size)
        )
        if len(made := escape(text)) <= most:
            return made
        size = max(1, size * 9 // 10 - 1)


def without_more(message_blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a post that Slack hands back, without the button "Show more".

    Slack escapes the plain texts that it hands back.
    """
    blocks: list[Block] = []
    for block in message_blocks:
        kept = _unescaped(block)
        if kept.get("type") == "actions":
            elements = [one for one in kept["elements"] if one["action_id"] != names.DAILY_MORE]
            kept = {**kept, "elements": elements}
            if not elements:
                continue
        blocks.append(kept)
    return blocks


def _unescaped(value: Any) -> Any:
    if isinstance(value, list):
        return [_unescaped(one) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: _unescaped(one) for name, one in value.items()}
    if made.get("type") == "plain_text" and isinstance(made.get("text"), str):
        made["text"] = unescape(made["text"])
    return made
