"""One entry of an answer as Block Kit, and as a line of plain text."""

from __future__ import annotations

from typing import Any

from bot.answers.answer import Entry
from bot.answers.wording.wording import Wording
from bot.slack.mrkdwn import bold, link, literal, shorten
from bot.timeline.event import Source
from bot.timeline.schema import LONGEST_ID

Block = dict[str, Any]

LONGEST_SECTION = 2_900  # Slack takes 3,000
MOST_SOURCES = 5  # more would push the next entry off the screen
_LONGEST_LABEL = 150
_LONGEST_NOTE = 600
_LONGEST_NAME = 150
_LEAST_BODY = 20  # characters of a summary below which it tells nothing


def section(text: str) -> Block:
    """Return a paragraph of mrkdwn; what is not marked up in it comes to no life."""
    return {"type": "section", "text": _mrkdwn(text)}


def small_print(text: str) -> Block:
    """Return a small grey line of mrkdwn."""
    return {"type": "context", "elements": [_mrkdwn(text)]}


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def entry_blocks(entry: Entry, *, say: Wording, most: int = LONGEST_SECTION) -> list[Block]:
    """Return an entry: date, title and summary, and in small print its sources and its id.

    The paragraph has at most `most` characters, the small print half as many.
    """
    label = bold(entry.label, most=_LONGEST_LABEL)
    remark = literal(entry.remark, most=_LONGEST_LABEL)
    head = "  ·  ".join(part for part in (label, remark) if part)
    room = most - len(head) - 2
    title = bold(entry.title, most=room - 2)
    text = "\n".join(part for part in (head, title) if part)
    room -= len(title)
    if entry.summary and room > 1:
        text = f"{text}\n{literal(entry.summary, most=room)}"
    blocks = [section(text if text.strip() else literal(entry.id) or "…")]
    small = _small_print(entry, say=say, most=most // 2)
    elements = [_mrkdwn(small)] if small else []
    if told_id := _told_id(entry):
        elements.append(_plain(told_id))
    return [*blocks, {"type": "context", "elements": elements}] if elements else blocks


def _told_id(entry: Entry) -> str:
    """Return what the reader types behind the command to see this entry alone."""
    event_id = shorten(entry.id, LONGEST_ID)
    return f"id {event_id}" if event_id else ""


def _small_print(entry: Entry, *, say: Wording, most: int) -> str:
    lines = [_source_line(source, say=say) for source in entry.sources[:MOST_SOURCES]]
    left_out = len(entry.sources) - MOST_SOURCES
    if left_out > 0:
        lines.append(say.and_more_sources(left_out))
    if entry.symbol:
        symbol = literal(entry.symbol, most=_LONGEST_NAME)
        lines.append(say.un_document.format(symbol=symbol))
    if entry.timeline:
        title = literal(entry.timeline, most=_LONGEST_NAME)
        lines.append(say.from_timeline.format(title=title))
    if entry.note:
        lines.insert(0, say.note.format(text=literal(entry.note, most=_LONGEST_NOTE)))
    text = ""
    for line in lines:
        if line and len(text) + 1 + len(line) <= most:
            text = f"{text}\n{line}" if text else line
    return text


def _source_line(source: Source, *, say: Wording) -> str:
    title = link(source.url, source.title or source.publisher, most=_LONGEST_LABEL)
    publisher = literal(source.publisher, most=_LONGEST_NAME) if source.title else ""
    parts = [title, publisher, literal(say.written_date(source.date), most=_LONGEST_NAME)]
    told = ", ".join(part for part in parts if part)
    return say.source.format(text=told) if told else ""


def entry_text(entry: Entry, *, say: Wording, most: int) -> str:
    """Return the same facts as plain text on one line, of at most `most` characters.

    Where there is not room for all, the summary and the notes are cut first and the
    sources come down to the names of their publishers.
    """
    title = f"{entry.title.rstrip('.')}." if entry.title else ""
    when = f"{entry.label} ({entry.remark})" if entry.label and entry.remark else entry.label
    head = ": ".join(part for part in (when or entry.remark, title) if part)
    body = _sentences(
        entry.summary,
        entry.note and say.note.format(text=entry.note),
        entry.symbol and f"{say.un_document.format(symbol=entry.symbol)}.",
    )
    origin = entry.timeline and f"{say.from_timeline.format(title=entry.timeline)}."
    about = _sentences(origin, _told_id(entry))
    sources = entry.sources[:MOST_SOURCES]
    told = [_whole_source(source, say=say) for source in sources]
    tail = _sentences(*(f"{say.source.format(text=source)}." for source in told if source), about)
    room = most - len(head) - len(tail) - 2
    if len(body) > room and len(tail) > most // 2:
        names = (source.publisher or source.title or source.url for source in sources)
        named = ", ".join(dict.fromkeys(name for name in names if name))
        named = named and f"{say.sources.format(text=shorten(named, most // 3))}."
        tail = _sentences(named, about)
        room = most - len(head) - len(tail) - 2
    if room < 0:
        return shorten(f"{shorten(head, most // 2)} {tail}", most)
    body = shorten(body, room) if room >= _LEAST_BODY else ""
    return shorten(_sentences(head, body, tail), most)


def _sentences(*parts: str) -> str:
    return " ".join(" ".join(part.split()) for part in parts if part.strip(" ."))


def _whole_source(source: Source, *, say: Wording) -> str:
    parts = (source.title or source.url, source.publisher, say.written_date(source.date))
    return ", ".join(part for part in parts if part)


def _mrkdwn(text: str) -> dict[str, Any]:
    # Verbatim: Slack must not make links of addresses and names that are only text.
    return {"type": "mrkdwn", "text": text, "verbatim": True}
