"""Finds what Slack would bring to life in outgoing text: mentions, broadcasts, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

_ANGLE = re.compile(r"<([^<>\n]*)>")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")
_BARE_URL = re.compile(r"\bhttps?://[^\s<>|]+", re.IGNORECASE)
_CHANNEL_NAME = re.compile(r"(?<![\w&/])#[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_LIVE_START = re.compile(r"^(?:[@#!]|(?:https?|mailto|tel|slack|ftp)[:/])", re.IGNORECASE)


def markup_texts(message: Mapping[str, Any]) -> Iterator[str]:
    """Every text of a message that Slack reads as markup: `text` and mrkdwn objects."""
    text = message.get("text")
    if isinstance(text, str):
        yield text
    yield from _mrkdwn_in(message.get("blocks"))
    yield from _mrkdwn_in(message.get("attachments"))


def _mrkdwn_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _mrkdwn_in(item)
    elif isinstance(value, dict):
        # A `markdown` block has another dialect, but angle brackets come alive in it as well.
        is_markup = value.get("type") in {"mrkdwn", "markdown"}
        if is_markup and isinstance(value.get("text"), str):
            yield value["text"]
        for item in value.values():
            yield from _mrkdwn_in(item)


def live_markup(message: Mapping[str, Any]) -> list[str]:
    """Every live construct (`<!channel>`, `<@U…>`, `<#C…>`, `<http…|…>`), as it stands."""
    return [
        match.group(0)
        for text in markup_texts(message)
        for match in _ANGLE.finditer(text)
        if _LIVE_START.match(match.group(1))
    ]


def live_links(message: Mapping[str, Any]) -> list[str]:
    """Only the targets of live links, without their labels."""
    return [
        found[1:-1].split("|", 1)[0]
        for found in live_markup(message)
        if not found.startswith(("<!", "<@", "<#"))
    ]


def live_mentions(message: Mapping[str, Any]) -> list[str]:
    """Only live mentions and broadcasts; a reply should have none."""
    return [found for found in live_markup(message) if found.startswith(("<!", "<@", "<#"))]


def unescaped(message: Mapping[str, Any]) -> list[str]:
    """Places where a bare `&`, `<` or `>` stands outside a live construct, with surroundings."""
    found: list[str] = []
    for text in markup_texts(message):
        rest = _ANGLE.sub(
            lambda match: " " * len(match.group(0)) if _LIVE_START.match(match[1]) else match[0],
            text,
        )
        bare = [match.start() for match in re.finditer(r"[<>]", rest)]
        bare += [match.start() for match in _ENTITY.finditer(rest)]
        # A line that begins with ">" is a quotation, which an author may want.
        bare = [at for at in bare if not (rest[at] == ">" and (at == 0 or rest[at - 1] == "\n"))]
        found += [text[max(0, at - 15) : at + 15] for at in sorted(bare)]
    return found


def auto_linked(message: Mapping[str, Any]) -> list[str]:
    """Bare URLs and `#channel` names that Slack would link by itself where people see them.

    Slack leaves them alone in plain text and in mrkdwn objects with `verbatim`; the top
    `text` is shown, and so linked, only when there are no blocks.
    """
    shown = list(_open_mrkdwn_in(message.get("blocks")))
    if not message.get("blocks") and isinstance(message.get("text"), str):
        shown.append(message["text"])
    bare = [_ANGLE.sub(" ", text) for text in shown]
    return [
        found.group(0)
        for text in bare
        for pattern in (_BARE_URL, _CHANNEL_NAME)
        for found in pattern.finditer(text)
    ]


def _open_mrkdwn_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _open_mrkdwn_in(item)
    elif isinstance(value, dict):
        if value.get("type") == "mrkdwn" and not value.get("verbatim"):
            yield str(value.get("text", ""))
        for item in value.values():
            yield from _open_mrkdwn_in(item)
