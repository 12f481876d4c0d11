"""Checks of text objects and single values inside blocks, against Slack's limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

MAX_ID = 255
MAX_URL = 3000
MAX_CONFIRM_TITLE = 100
MAX_CONFIRM_TEXT = 300
MAX_CONFIRM_BUTTON = 30

TEXT_FIELDS = frozenset({"type", "text", "emoji", "verbatim"})


def text_problems(value: Any, where: str, *, limit: int, plain: bool = False) -> list[str]:
    """What is wrong with a text object; `plain` where Slack takes no mrkdwn."""
    if not isinstance(value, dict):
        return [f"{where}: must be a text object, not {type(value).__name__}"]
    problems: list[str] = []
    kind, text = value.get("type"), value.get("text")
    allowed = ("plain_text",) if plain else ("plain_text", "mrkdwn")
    if kind not in allowed:
        problems.append(f"{where}: type must be {' or '.join(allowed)}, not {kind!r}")
    if not isinstance(text, str) or not text:
        problems.append(f"{where}: text must be a string of at least 1 character")
    elif len(text) > limit:
        problems.append(f"{where}: {len(text)} characters, more than {limit}")
    if kind == "plain_text" and "verbatim" in value:
        problems.append(f"{where}: verbatim belongs to mrkdwn")
    if kind == "mrkdwn" and "emoji" in value:
        problems.append(f"{where}: emoji belongs to plain_text")
    return problems + unknown_fields(value, where, allowed=TEXT_FIELDS)


def unknown_fields(value: Mapping[str, Any], where: str, *, allowed: frozenset[str]) -> list[str]:
    """Fields that Slack does not know and therefore refuses."""
    return [f"{where}: unknown field {name!r}" for name in sorted(set(value) - allowed)]


def string_problems(value: Any, where: str, *, limit: int, required: bool = False) -> list[str]:
    """What is wrong with a plain string such as an id, a value or an alternative text."""
    if value is None:
        return [f"{where}: missing"] if required else []
    if not isinstance(value, str) or not value:
        return [f"{where}: must be a string of at least 1 character"]
    if len(value) > limit:
        return [f"{where}: {len(value)} characters, more than {limit}"]
    return []


def url_problems(value: Any, where: str) -> list[str]:
    """What is wrong with the target of a button or an image."""
    problems = string_problems(value, where, limit=MAX_URL)
    if problems or value is None:
        return problems
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return [f"{where}: not an address on the web: {value[:60]!r}"]
    if any(character.isspace() for character in value):
        return [f"{where}: white space in an address"]
    return []


def confirm_problems(value: Any, where: str) -> list[str]:
    """What is wrong with a confirmation dialog; None is fine."""
    if value is None:
        return []
    if not isinstance(value, dict):
        return [f"{where}: must be an object"]
    known = frozenset({"title", "text", "confirm", "deny", "style"})
    return (
        text_problems(value.get("title"), f"{where}.title", limit=MAX_CONFIRM_TITLE, plain=True)
        + text_problems(value.get("text"), f"{where}.text", limit=MAX_CONFIRM_TEXT, plain=True)
        + text_problems(
            value.get("confirm"), f"{where}.confirm", limit=MAX_CONFIRM_BUTTON, plain=True
        )
        + text_problems(value.get("deny"), f"{where}.deny", limit=MAX_CONFIRM_BUTTON, plain=True)
        + unknown_fields(value, where, allowed=known)
    )
