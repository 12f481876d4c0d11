"""Local chat: question in, plain text out, on the same engine as Slack."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from unicodedata import east_asian_width

from bot.answers.answer import Answer, AnswerKind, Entry
from bot.answers.responder import Responder

WIDTH = 80  # columns; what every terminal has
_LEAVE = frozenset({"quit", "exit", "bye", ":q", "выход", "종료"})
_MORE = frozenset({"more", "next", "ещё", "еще", "дальше", "더"})
# Curated text may come from anywhere: control characters would reach the terminal itself,
# marks of direction would turn what stands beside them, halves of pairs cannot be printed.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Style:
    """How to set off a date or a heading; empty strings where colours are unwelcome."""

    bold: str = ""
    dim: str = ""
    end: str = ""


PLAIN = Style()
COLOURED = Style("\x1b[1m", "\x1b[2m", "\x1b[0m")


def render(answer: Answer, *, style: Style = PLAIN, width: int = WIDTH) -> str:
    """Return `answer` as text wrapped at `width` columns, without a newline at the end."""
    parts = [_wrap(answer.heading, style.bold, style.end, width)]
    if answer.kind is AnswerKind.ABSTAIN and answer.entries and answer.note:
        parts.append(_wrap(answer.note, "", "", width))
    if answer.lines:
        bullets = answer.kind is AnswerKind.HELP
        parts.append(
            "\n".join(
                _bullet(line, width) if bullets else _indent(line, width) for line in answer.lines
            )
        )
    parts.extend(_entry(entry, style, width) for entry in answer.entries)
    if answer.examples:
        parts.append("\n".join(["Try:", *(_indent(example, width) for example in answer.examples)]))
    if answer.note and not (answer.kind is AnswerKind.ABSTAIN and answer.entries):
        parts.append(_wrap(answer.note, style.dim, style.end, width))
    if answer.remaining or answer.offset:
        first, last = answer.offset + 1, answer.offset + len(answer.entries)
        more = " (“more” shows the next)" if answer.remaining else ""
        parts.append(_wrap(f"{first}–{last} of {answer.total}{more}", style.dim, style.end, width))
    return "\n\n".join(part for part in parts if part)


def _entry(entry: Entry, style: Style, width: int) -> str:
    label = f"{entry.label} ({entry.remark})" if entry.remark else entry.label
    lines = [_wrap(f"{label}: {entry.title}", style.bold, style.end, width)]
    if entry.summary:
        lines.append(_indent(entry.summary, width))
    if entry.note:
        lines.append(_indent(f"Note: {entry.note}", width))
    if entry.symbol:
        lines.append(_indent(f"UN document: {entry.symbol}", width))
    for source in entry.sources:
        about = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
        lines.append(_indent(f"Source: {about}", width, style))
        if source.url:
            lines.append(f"    {_clean(source.url)}")
    if entry.timeline:
        lines.append(_indent(f"From: {entry.timeline}", width, style))
    lines.append(_indent(f"id {entry.id}", width, style))
    return "\n".join(lines)


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text)


def _wrap(text: str, before: str, after: str, width: int) -> str:
    filled = _fill(text, width)
    return f"{before}{filled}{after}" if filled else ""


def _indent(text: str, width: int, style: Style = PLAIN) -> str:
    return f"{style.dim}{_fill(text, width, lead='  ', indent='  ')}{style.end}"


def _bullet(text: str, width: int) -> str:
    return _fill(text, width, lead="- ", indent="  ")


def _fill(text: str, width: int, *, lead: str = "", indent: str = "") -> str:
    """Break `text` between words; `textwrap` counts letters, but Hangul takes two columns."""
    rows: list[list[str]] = [[]]
    used = len(lead)
    for word in filter(None, _clean(text).split(" ")):
        size = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in word)
        if rows[-1] and used + 1 + size > width:
            rows.append([])
            used = len(indent)
        used += size + bool(rows[-1])
        rows[-1].append(word)
    return "\n".join((indent if at else lead) + " ".join(row) for at, row in enumerate(rows))


WELCOME = """\
{title}
Ask in your own words, or type 2022, May 2022, today, random or help.
To leave, type quit. To use it in Slack: see “Connect Slack” in the README,
or run “timeline-bot manifest”, then “timeline-bot slack”."""


def chat(
    lines: Iterator[str],
    write: Callable[[str], None],
    *,
    responder: Callable[[], Responder],
    today: Callable[[], date],
    random: Random,
    style: Style = PLAIN,
) -> None:
    """Answer each line until the lines end or one of them says goodbye.

    `responder` is called for each line, so that a changed timeline is used at once.
    """
    last: Answer | None = None
    for line in lines:
        text = line.strip()
        if text.lower() in _LEAVE:
            return
        if text.startswith("/"):
            text = text.partition(" ")[2]  # as in Slack: the command's own name says nothing
        current = responder()
        if text.lower() in _MORE and last is not None:
            if not last.remaining:
                write("That was all.")
                continue
            offset = last.offset + len(last.entries)
            answer = current.again(last.request, today=today(), offset=offset)
        else:
            answer = current.command(text, today=today(), random=random)
        last = answer
        write(render(answer, style=style))
