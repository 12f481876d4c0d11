"""Checks whole messages and views against Slack's limits, and names Slack's error."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.slack.stand_in.elements import element_problems, image_problems
from tests.slack.stand_in.texts import (
    MAX_ID,
    string_problems,
    text_problems,
    unknown_fields,
)

MAX_MESSAGE_BLOCKS = 50
MAX_VIEW_BLOCKS = 100
MAX_VIEW_BYTES = 250_000
MAX_SECTION_TEXT = 3000
MAX_FIELDS = 10
MAX_FIELD_TEXT = 2000
MAX_HEADER_TEXT = 150
MAX_CONTEXT_ELEMENTS = 10
MAX_ACTIONS_ELEMENTS = 25
MAX_VIEW_TITLE = 24
MAX_PRIVATE_METADATA = 3000
MAX_MARKDOWN_TEXT = 12_000
# Slack has refused messages of about 13 200 characters, and some of 11 300 that had many
# small blocks; so every block and element counts for a little more than its text.
MAX_BLOCKS_TOTAL = 13_000
OVERHEAD_OF_A_PART = 30
MAX_UPDATE_TEXT = 4000
ADVISED_TEXT = 4000

MESSAGE, HOME, MODAL = "message", "home", "modal"
_EVERYWHERE = frozenset({MESSAGE, HOME, MODAL})

_FIELDS = {
    "section": frozenset(["type", "block_id", "text", "fields", "accessory", "expand"]),
    "header": frozenset(["type", "block_id", "text", "level"]),
    "context": frozenset(["type", "block_id", "elements"]),
    "divider": frozenset(["type", "block_id"]),
    "actions": frozenset(["type", "block_id", "elements"]),
    "image": frozenset(["type", "block_id", "image_url", "slack_file", "alt_text", "title"]),
    "rich_text": frozenset(["type", "block_id", "elements"]),
    "markdown": frozenset(["type", "block_id", "text"]),
    "input": frozenset(
        ["type", "block_id", "label", "element", "hint", "optional", "dispatch_action"],
    ),
}
_SURFACES = {
    **dict.fromkeys(_FIELDS, _EVERYWHERE),
    "markdown": frozenset({MESSAGE}),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack's error name and the reason it would give."""

    error: str
    details: tuple[str, ...] = ()


def message_refusal(message: Mapping[str, Any], *, is_update: bool = False) -> Refusal | None:
    """Why Slack would not take this message, or None."""
    text, blocks = message.get("text"), message.get("blocks")
    others = message.get("attachments") or message.get("markdown_text")
    if text is not None and not isinstance(text, str):
        return Refusal("invalid_arguments", ("text: must be a string",))
    if not (text and text.strip()) and not blocks and not others:
        return Refusal("no_text")
    if is_update and len(text or "") > MAX_UPDATE_TEXT:
        return Refusal("msg_too_long")
    if blocks is None:
        return None
    problems = blocks_problems(blocks, surface=MESSAGE, most=MAX_MESSAGE_BLOCKS)
    if problems:
        return Refusal("invalid_blocks", tuple(problems))
    if weight_of(blocks) > MAX_BLOCKS_TOTAL:
        return Refusal("msg_blocks_too_long", (f"weight {weight_of(blocks)}",))
    return None


def view_refusal(view: Any, *, surface: str) -> Refusal | None:
    """Why Slack would not take this view, or None."""
    if not isinstance(view, dict):
        return Refusal("invalid_arguments", ("view: must be an object",))
    problems: list[str] = []
    if view.get("type") != surface:
        problems.append(f"view.type: must be {surface}")
    if surface == MODAL:
        problems += text_problems(view.get("title"), "view.title", limit=MAX_VIEW_TITLE, plain=True)
    for name in ("submit", "close"):
        if name in view:
            problems += text_problems(view[name], f"view.{name}", limit=MAX_VIEW_TITLE, plain=True)
    problems += string_problems(
        view.get("private_metadata") or None, "view.private_metadata", limit=MAX_PRIVATE_METADATA
    )
    problems += string_problems(view.get("callback_id"), "view.callback_id", limit=MAX_ID)
    problems += blocks_problems(view.get("blocks"), surface=surface, most=MAX_VIEW_BLOCKS)
    kinds = {b.get("type") for b in view.get("blocks") or () if isinstance(b, dict)}
    if surface == MODAL and "input" in kinds and "submit" not in view:
        problems.append("view.submit: needed where there are inputs")
    if problems:
        return Refusal("invalid_arguments", tuple(problems))
    if len(json.dumps(view, ensure_ascii=False).encode()) > MAX_VIEW_BYTES:
        return Refusal("view_too_large")
    return None


def blocks_problems(blocks: Any, *, surface: str, most: int) -> list[str]:
    """Everything wrong with a list of blocks on a surface."""
    if not isinstance(blocks, list):
        return [f"blocks: must be a list, not {type(blocks).__name__}"]
    if not 1 <= len(blocks) <= most:
        return [f"blocks: {len(blocks)} blocks, must be 1 to {most}"]
    problems = [
        problem
        for number, block in enumerate(blocks)
        for problem in _block_problems(block, f"blocks.{number}", surface=surface)
    ]
    if problems:
        return problems
    repeated = _repeated(block["block_id"] for block in blocks if block.get("block_id"))
    problems += [f"block_id {name!r} is used twice" for name in repeated]
    for number, block in enumerate(blocks):
        names = (item["action_id"] for item in _parts([block]) if item.get("action_id"))
        problems += [
            f"blocks.{number}: action_id {name!r} is used twice" for name in _repeated(names)
        ]
    return problems


def weight_of(blocks: Any) -> int:
    """The size of blocks as the total limit counts it."""
    parts = list(_parts(blocks))
    return sum(
        OVERHEAD_OF_A_PART + sum(len(v) for k, v in part.items() if k == "text" and _is_text(v))
        for part in parts
    )


def _block_problems(block: Any, where: str, *, surface: str) -> list[str]:
    if not isinstance(block, dict):
        return [f"{where}: must be an object"]
    kind = block.get("type")
    if not isinstance(kind, str) or surface not in _SURFACES.get(kind, frozenset()):
        return [f"{where}: unsupported block type {kind!r} on {surface}"]
    problems = unknown_fields(block, where, allowed=_FIELDS[kind])
    problems += string_problems(block.get("block_id"), f"{where}.block_id", limit=MAX_ID)
    where = f"{where} ({kind})"
    if kind == "section":
        problems += _section_problems(block, where)
    elif kind == "header":
        problems += text_problems(block.get("text"), where, limit=MAX_HEADER_TEXT, plain=True)
    elif kind == "context":
        problems += _elements_problems(block, where, most=MAX_CONTEXT_ELEMENTS)
    elif kind == "actions":
        problems += _elements_problems(block, where, most=MAX_ACTIONS_ELEMENTS)
    elif kind == "image":
        problems += image_problems(block, where)
    elif kind == "markdown":
        problems += string_problems(
            block.get("text"), where, limit=MAX_MARKDOWN_TEXT, required=True
        )
    elif kind == "input":
        problems += _input_problems(block, where, surface=surface)
    elif kind == "rich_text" and not isinstance(block.get("elements"), list):
        problems.append(f"{where}.elements: must be a list")
    return problems


def _input_problems(block: dict[str, Any], where: str, *, surface: str) -> list[str]:
    if surface == MODAL and block.get("element", {}).get("type") == "button":
        return [f"{where}.element: a button is no input"]
    problems = text_problems(block.get("label"), f"{where}.label", limit=MAX_FIELD_TEXT, plain=True)
    if "hint" in block:
        problems += text_problems(block["hint"], f"{where}.hint", limit=MAX_FIELD_TEXT, plain=True)
    return problems + element_problems(block.get("element"), f"{where}.element")


def _section_problems(block: dict[str, Any], where: str) -> list[str]:
    fields = block.get("fields")
    problems: list[str] = []
    if "text" not in block and not fields:
        problems.append(f"{where}: needs text or fields")
    if "text" in block:
        problems += text_problems(block["text"], f"{where}.text", limit=MAX_SECTION_TEXT)
    if fields is not None:
        if not isinstance(fields, list) or not 1 <= len(fields) <= MAX_FIELDS:
            return [*problems, f"{where}.fields: must be 1 to {MAX_FIELDS} texts"]
        for number, field in enumerate(fields):
            problems += text_problems(field, f"{where}.fields.{number}", limit=MAX_FIELD_TEXT)
    if "accessory" in block:
        problems += element_problems(block["accessory"], f"{where}.accessory")
    return problems


def _elements_problems(block: dict[str, Any], where: str, *, most: int) -> list[str]:
    elements = block.get("elements")
    if not isinstance(elements, list) or not 1 <= len(elements) <= most:
        return [f"{where}.elements: must be 1 to {most} elements"]
    return [
        problem
        for number, element in enumerate(elements)
        for problem in element_problems(
            element, f"{where}.elements.{number}", in_context=block["type"] == "context"
        )
    ]


def _parts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _parts(item)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _repeated(names: Iterator[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({name for name in names if name in seen or seen.add(name)})  # type: ignore[func-returns-value]
