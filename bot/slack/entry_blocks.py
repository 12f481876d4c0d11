"""One entry of an answer as Block Kit, and as a line of plain text."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Entry
from bot.answers.phrases import date_label
from bot.errors import DateError
from bot.slack.mrkdwn import bold, link, literal, shorten
from bot.timeline.dates import parse_date
from bot.timeline.event import Source

Block = dict[str, Any]

LONGEST_SECTION = 2_900  # Slack takes 3,000
MOST_SOURCES = 5  # more would push the next entry off the screen
_LONGEST_LABEL = 150
_LONGEST_NOTE = 600
_LONGEST_NAME = 150


def section(text: str) -> Block:
    """Return a paragraph of mrkdwn; what is not marked up in it comes to no life."""
    return {"type": "section", "text": _mrkdwn(text)}


def small_print(text: str) -> Block:
    """Return a small grey line of mrkdwn."""
    return {"type": "context", "elements": [_mrkdwn(text)]}


def entry_blocks(entry: Entry, *, most: int = LONGEST_SECTION) -> list[Block]:
    """Return an entry: date, title and summary, and its sources in small print.

    The paragraph has at most `most` characters, the small print half as many.
    """
    label = bold(entry.label, most=_LONGEST_LABEL)
    head = f"{label}  ·  {literal(entry.remark, most=_LONGEST_LABEL)}" if entry.remark else label
    room = most - len(head) - 2
    title = bold(entry.title, most=room - 2)
    text = f"{head}\n{title}"
    room -= len(title)
    if entry.summary and room > 1:
        text = f"{text}\n{literal(entry.summary, most=room)}"
    blocks = [section(text if text.strip() else literal(entry.id) or "…")]
    small = _small_print(entry, most=most // 2)
    return [*blocks, small_print(small)] if small else blocks


def _small_print(entry: Entry, *, most: int) -> str:
    lines = [_source_line(source) for source in entry.sources[:MOST_SOURCES]]
    left_out = len(entry.sources) - MOST_SOURCES
    if left_out > 0:
        lines.append(f"and {left_out} more source{'s' * (left_out > 1)}")
    if entry.symbol:
        lines.append(f"UN document {literal(entry.symbol, most=_LONGEST_NAME)}")
    if entry.timeline:
        lines.append(f"From: {literal(entry.timeline, most=_LONGEST_NAME)}")
    if entry.note:
        lines.insert(0, f"Note: {literal(entry.note, most=_LONGEST_NOTE)}")
    text = ""
    for line in lines:
        if line and len(text) + 1 + len(line) <= most:
            text = f"{text}\n{line}" if text else line
    return text


def _source_line(source: Source) -> str:
    title = link(source.url, source.title or source.publisher, most=_LONGEST_LABEL)
    publisher = literal(source.publisher, most=_LONGEST_NAME) if source.title else ""
    parts = [title, publisher, literal(_source_date(source), most=_LONGEST_NAME)]
    told = ", ".join(part for part in parts if part)
    return f"Source: {told}" if told else ""


def _source_date(source: Source) -> str:
    try:
        return date_label(parse_date(source.date)) if source.date else ""
    except DateError:
        return source.date


def entry_text(entry: Entry, *, most: int) -> str:
    """Return the same facts as plain text on one line, cut to `most` characters."""
    head = f"{entry.label} ({entry.remark})" if entry.remark else entry.label
    told = [f"{head}: {entry.title.rstrip('.')}."]
    if entry.summary:
        told.append(entry.summary)
    if entry.note:
        told.append(f"Note: {entry.note}")
    if entry.symbol:
        told.append(f"UN document {entry.symbol}.")
    for source in entry.sources[:MOST_SOURCES]:
        parts = (source.title, source.publisher, _source_date(source))
        if named := ", ".join(part for part in parts if part):
            told.append(f"Source: {named}.")
    if entry.timeline:
        told.append(f"From: {entry.timeline}.")
    return shorten(" ".join(told), most)


def _mrkdwn(text: str) -> dict[str, Any]:
    # Verbatim: Slack must not make links of addresses and names that are only text.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
