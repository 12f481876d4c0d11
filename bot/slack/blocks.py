"""`Answer` to a Slack message: Block Kit and complete plain text, within Slack's limits."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.slack.buttons import Audience, make_buttons
from bot.slack.entry_blocks import (
    LONGEST_SECTION,
    Block,
    entry_blocks,
    entry_text,
    section,
    small_print,
)
from bot.slack.mrkdwn import bold, escape, literal, shorten

Message = dict[str, Any]

# Slack refuses messages well before its documented limits, at about 13,000 characters in all.
LONGEST_MESSAGE = 10_800  # as JSON: text, blocks and all
MOST_BLOCKS = 45  # of 50
ROOM_FOR_ENTRIES = 5_500  # as JSON; leaves as much again for the plain text and the buttons
LONGEST_TEXT = 3_500  # of the 4,000 that Slack advises
LONGEST_LINE = 900  # of one entry in the plain text
_LONGEST_HEADER = 150
_LONGEST_HEADING = 300
_LONGEST_NOTE = 300
_LONGEST_LIST = 2_000
_SIZE_OF_HEADING = 700  # as JSON, with a note; lists above the entries cost these some room
_LEAST_ROOM = 2_500
_LEAST_SECTION = 400

_SIZE_OF_FRAME = 200  # of the message around text and blocks, and for quotes in the text
_MOST_BELOW = 3  # blocks below the entries

_TITLED = frozenset({AnswerKind.PERIOD, AnswerKind.TODAY, AnswerKind.HELP, AnswerKind.EVENT})


@dataclass(frozen=True, slots=True)
class Layout:
    """How to show an answer: to whom, as of which day, with what said in small print below."""

    audience: Audience
    today: date
    remark: str = ""  # plain text, such as who shared it
    is_shareable: bool = True


def render(answer: Answer, layout: Layout) -> Message:
    """Return the message that shows `answer`, complete and inside all limits.

    Entries that do not fit are left to the next page, which "Show more" opens.
    """
    blocks, shown = answer_blocks(answer, layout)
    room = LONGEST_MESSAGE - _size(blocks) - _SIZE_OF_FRAME
    return {
        "text": _plain(answer, shown, layout.remark, most=min(LONGEST_TEXT, room)),
        "blocks": blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def notice(text: str) -> Message:
    """Return a message of one plain sentence."""
    return {
        "text": escape(text),
        "blocks": [section(literal(text, most=_LONGEST_HEADING))],
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _size(blocks: list[Block]) -> int:
    return len(json.dumps(blocks, ensure_ascii=False))


def answer_blocks(answer: Answer, layout: Layout) -> tuple[list[Block], tuple[Entry, ...]]:
    """Return the blocks of an answer and the entries that they show."""
    top = _top(answer)
    entries: list[Block] = []
    shown: list[Entry] = []
    room = max(_LEAST_ROOM, ROOM_FOR_ENTRIES - max(0, _size(top) - _SIZE_OF_HEADING))
    for entry in answer.entries:
        made = entry_blocks(entry)
        if not shown:  # the first entry is always shown, however much of it must be cut
            most = LONGEST_SECTION
            while _size(made) > room and most > _LEAST_SECTION:
                most = most * 3 // 4
                made = entry_blocks(entry, most=most)
        room -= _size(made)
        if room < 0 or len(top) + len(entries) + len(made) > MOST_BLOCKS - _MOST_BELOW:
            break
        entries += made
        shown.append(entry)
    return [*top, *entries, *_bottom(answer, tuple(shown), layout)], tuple(shown)


def _top(answer: Answer) -> list[Block]:
    blocks = [_heading(answer)]
    is_note_first = _is_note_first(answer)
    if is_note_first:
        blocks.append(section(literal(answer.note, most=_LONGEST_NOTE)))
    if answer.lines:
        blocks.append(section(_bullets(answer.lines)))
    if answer.examples:
        blocks.append(section(f"*Try:*\n{_bullets(answer.examples)}"))
    return blocks


def _is_note_first(answer: Answer) -> bool:
    """Whether the note introduces what follows, as where nothing was found."""
    is_about_nearest = answer.kind is AnswerKind.ABSTAIN and bool(answer.entries)
    is_about_lines = answer.kind is not AnswerKind.HELP and bool(answer.lines)
    return bool(answer.note) and (is_about_nearest or is_about_lines)


def _heading(answer: Answer) -> Block:
    if answer.kind in _TITLED and (answer.entries or answer.kind is AnswerKind.HELP):
        text = shorten(answer.heading, _LONGEST_HEADER) or "Timeline"
        return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}
    return section(bold(answer.heading, most=_LONGEST_HEADING) or "*Timeline*")


def _bullets(lines: tuple[str, ...]) -> str:
    room = _LONGEST_LIST // max(1, len(lines)) - 4
    return "\n".join(f"• {literal(line, most=room)}" for line in lines)


def _bottom(answer: Answer, shown: tuple[Entry, ...], layout: Layout) -> list[Block]:
    blocks: list[Block] = []
    note = "" if _is_note_first(answer) else answer.note
    texts = (_count(answer, len(shown)), note, layout.remark)
    small = [literal(text, most=_LONGEST_NOTE) for text in texts if text]
    if small:
        blocks.append(small_print("\n".join(small)))
    row = make_buttons(
        answer,
        layout.audience,
        today=layout.today,
        shown=len(shown),
        is_shareable=layout.is_shareable,
    )
    return [*blocks, {"type": "actions", "elements": row}] if row else blocks


def _count(answer: Answer, shown: int) -> str:
    """Return "5 of 26", or "6–10 of 26" on a later page; nothing where all are shown."""
    if not shown or (not answer.offset and shown >= answer.total):
        return ""
    if not answer.offset:
        return f"{shown} of {answer.total}"
    first, last = answer.offset + 1, answer.offset + shown
    return f"{first}–{last} of {answer.total}" if shown > 1 else f"{first} of {answer.total}"


def _plain(answer: Answer, shown: tuple[Entry, ...], remark: str, *, most: int) -> str:
    """Return all that the blocks say as escaped lines, for screen readers and notifications."""
    is_first = _is_note_first(answer)
    last = [_more(answer, len(shown)), "" if is_first else answer.note, remark]
    tail = [escape(shorten(text, _LONGEST_NOTE)) for text in last if text]
    lines = [escape(shorten(answer.heading, _LONGEST_HEADING)) or "Timeline"]
    if is_first:
        lines.append(escape(shorten(answer.note, _LONGEST_NOTE)))
    told = [shorten(line, LONGEST_LINE) for line in (*answer.lines, *answer.examples)]
    # Later lines must not be crowded out by an early long one: all get an equal share.
    room = most - sum(len(line) + 1 for line in (*lines, *tail))
    share = max(80, min(LONGEST_LINE, room // max(1, len(told) + len(shown)) - 1))
    told += [entry_text(entry, most=LONGEST_LINE) for entry in shown]
    for line in told:
        lines.append(_escape_within(line, share))
    while sum(len(line) + 1 for line in (*lines, *tail)) > most and len(lines) > 1:
        lines.pop()
    return "\n".join([*lines, *tail])


def _escape_within(line: str, most: int) -> str:
    made = escape(line)
    while len(made) > most:
        line = shorten(line, max(1, len(line) * 9 // 10 - 1))
        made = escape(line)
    return made


def _more(answer: Answer, shown: int) -> str:
    left = answer.total - answer.offset - shown
    return f"and {left} more" if shown and left > 0 else ""
