"""`Answer` to a Slack message: Block Kit and complete plain text, within Slack's limits."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.answers.wording.choosing import wording_for
from bot.answers.wording.wording import Wording
from bot.slack.buttons import Button, make_buttons
from bot.slack.entry_blocks import (
    LONGEST_SECTION,
    Block,
    entry_blocks,
    entry_text,
    section,
    small_print,
)
from bot.slack.mrkdwn import bold, escape, literal, shorten
from bot.slack.press import Audience, Listing

Message = dict[str, Any]

# Slack refuses messages well before its documented limits, at about 13,000 characters in all.
LONGEST_MESSAGE = 10_800  # as JSON: text, blocks and all
MOST_BLOCKS = 45  # of 50
ROOM_FOR_ENTRIES = 5_500  # as JSON; what is shown of more entries than this nobody reads
LONGEST_ROW = 4_800  # as JSON; buttons carry what was asked, three times at most
LONGEST_TEXT = 3_500  # of the 4,000 that Slack advises
LONGEST_LINE = 900  # of one entry in the plain text
_LEAST_LINE = 80
_LONGEST_HEADER = 150
_LONGEST_HEADING = 300
_LONGEST_NOTE = 300
_LONGEST_LIST = 1_500
_SIZE_OF_SMALL_PRINT = 500  # as JSON, below the entries
_SHARE_OF_ENTRIES = 0.6  # of the room left; the rest is for the plain text
_LEAST_ROOM = 2_000
_LEAST_TEXT = 800
_LEAST_SECTION = 400

_SIZE_OF_FRAME = 200  # of the message around text and blocks, and for quotes in the text
_MOST_BELOW = 4  # blocks below the entries

_TITLED = frozenset({AnswerKind.PERIOD, AnswerKind.TODAY, AnswerKind.HELP, AnswerKind.EVENT})


@dataclass(frozen=True, slots=True)
class Layout:
    """How to show an answer: to whom, as of which day, with what said in small print below."""

    audience: Audience
    today: date
    remark: str = ""  # plain text, such as who shared it
    is_shareable: bool = True
    listing: Listing | None = None  # of an answer that its question alone would not find again


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
    say = wording_for(answer.language)
    below = [section(f"*{say.examples}*\n{_bullets(answer.examples)}")] if answer.examples else []
    row = _size(_row(answer, 1, layout))
    taken = _size(top) + _size(below) + min(LONGEST_ROW, row) + _SIZE_OF_SMALL_PRINT
    room = int((LONGEST_MESSAGE - _SIZE_OF_FRAME - taken) * _SHARE_OF_ENTRIES)
    room = max(_LEAST_ROOM, min(ROOM_FOR_ENTRIES, room))
    for entry in answer.entries:
        made = entry_blocks(entry, say=say)
        if not shown:  # the first entry is always shown, however much of it must be cut
            most = LONGEST_SECTION
            while _size(made) > room and most > _LEAST_SECTION:
                most = most * 3 // 4
                made = entry_blocks(entry, say=say, most=most)
        room -= _size(made)
        if room < 0 or len(top) + len(entries) + len(made) > MOST_BLOCKS - _MOST_BELOW:
            break
        entries += made
        shown.append(entry)
    blocks = [*top, *entries, *below, *_small_print(answer, len(shown), layout)]
    buttons = _row(answer, len(shown), layout)
    longest = min(LONGEST_ROW, LONGEST_MESSAGE - _SIZE_OF_FRAME - _LEAST_TEXT - _size(blocks))
    while buttons and _size(buttons) > longest:
        del buttons[0]  # what leads on stands behind what leads back
    if buttons:
        blocks.append({"type": "actions", "elements": buttons})
    return blocks, tuple(shown)


def _row(answer: Answer, shown: int, layout: Layout) -> list[Button]:
    return make_buttons(
        answer,
        layout.audience,
        today=layout.today,
        shown=shown,
        is_shareable=layout.is_shareable,
        listing=layout.listing,
    )


def _top(answer: Answer) -> list[Block]:
    blocks = [_heading(answer)] if _heading_of(answer) else []
    is_note_first = _is_note_first(answer)
    if is_note_first:
        blocks.append(section(literal(answer.note, most=_LONGEST_NOTE)))
    if answer.lines:
        blocks.append(section(_bullets(answer.lines)))
    return blocks


def _heading_of(answer: Answer) -> str:
    """Return the heading, or nothing where an entry below begins with the same words."""
    is_told_below = bool(answer.entries) and answer.heading in ("", answer.entries[0].label)
    return "" if is_told_below else answer.heading.strip() or wording_for(answer.language).timeline


def _is_note_first(answer: Answer) -> bool:
    """Whether the note introduces what follows, as where nothing was found."""
    is_about_nearest = answer.kind is AnswerKind.ABSTAIN and bool(answer.entries)
    is_about_lines = answer.kind is not AnswerKind.HELP and bool(answer.lines)
    return bool(answer.note) and (is_about_nearest or is_about_lines)


def _heading(answer: Answer) -> Block:
    heading, untitled = _heading_of(answer), wording_for(answer.language).timeline
    if answer.kind in _TITLED and (answer.entries or _is_help(answer)):
        text = shorten(heading, _LONGEST_HEADER) or untitled
        return {"type": "header", "text": {"type": "plain_text", "text": text, "emoji": False}}
    return section(bold(heading, most=_LONGEST_HEADING) or f"*{untitled}*")


def _is_help(answer: Answer) -> bool:
    # A kind word back is of the same kind, but has no lines and makes no title.
    return answer.kind is AnswerKind.HELP and bool(answer.lines)


def _bullets(lines: tuple[str, ...]) -> str:
    room = _LONGEST_LIST // max(1, len(lines)) - 4
    return "\n".join(f"• {literal(line, most=room)}" for line in lines)


def _small_print(answer: Answer, shown: int, layout: Layout) -> list[Block]:
    note = "" if _is_note_first(answer) else answer.note
    texts = (_count(answer, shown), note, layout.remark)
    small = [literal(text, most=_LONGEST_NOTE) for text in texts if text]
    return [small_print("\n".join(small))] if small else []


def _count(answer: Answer, shown: int) -> str:
    """Return "5 of 26", or "6–10 of 26" on a later page; nothing where all are shown."""
    if not shown or (not answer.offset and shown >= answer.total):
        return ""
    say = wording_for(answer.language)
    if not answer.offset:
        return say.count_of_page(shown, answer.total)
    first, last = answer.offset + 1, answer.offset + shown
    return say.page_of(first, last, total=answer.total)


def _plain(answer: Answer, shown: tuple[Entry, ...], remark: str, *, most: int) -> str:
    """Return all that the blocks say as escaped lines, for screen readers and notifications."""
    say, is_first = wording_for(answer.language), _is_note_first(answer)
    heading = _heading_of(answer)
    first = [_fit(heading, _LONGEST_HEADING, say=say)] if heading else []
    if is_first:
        first.append(_fit(answer.note, _LONGEST_NOTE, say=say))
    texts = (_more(answer, len(shown)), "" if is_first else answer.note, remark)
    tail = [_fit(text, _LONGEST_NOTE, say=say) for text in texts if text]
    told: list[str | Entry] = [
        *answer.lines,
        *shown,
        *((say.examples, *answer.examples) if answer.examples else ()),
    ]
    # Later lines must not be crowded out by an early long one: all get an equal share.
    room = most - sum(len(line) + 1 for line in (*first, *tail))
    share = max(_LEAST_LINE, min(LONGEST_LINE, room // max(1, len(told)) - 1))
    lines = [*first, *(_fit(one, share, say=say) for one in told)]
    while sum(len(line) + 1 for line in (*lines, *tail)) > most and len(lines) > 1:
        lines.pop()
    return "\n".join([*lines, *tail]) or say.timeline


def _fit(told: str | Entry, most: int, *, say: Wording) -> str:
    """Return a line or an entry in plain words, of at most `most` characters when escaped."""
    size = most
    while True:
        made = escape(
            entry_text(told, say=say, most=size) if isinstance(told, Entry) else shorten(told, size)
        )
        if len(made) <= most:
            return made
        size = max(1, size * 9 // 10 - 1)


def _more(answer: Answer, shown: int) -> str:
    left = answer.total - answer.offset - shown
    return wording_for(answer.language).and_more(left) if shown and left > 0 else ""
