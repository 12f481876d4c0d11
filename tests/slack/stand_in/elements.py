"""Checks of interactive elements: buttons, menus and what else a block may hold."""

from __future__ import annotations

import re
from typing import Any

from tests.slack.stand_in.texts import (
    MAX_ID,
    confirm_problems,
    string_problems,
    text_problems,
    unknown_fields,
    url_problems,
)

MAX_BUTTON_TEXT = 75
MAX_BUTTON_VALUE = 2000
MAX_OPTIONS = 100
MAX_OPTION_TEXT = 75
MAX_OPTION_VALUE = 150
MAX_PLACEHOLDER = 150
MAX_OVERFLOW = 5
MAX_CHOICES = 10
MAX_ALT_TEXT = 2000
MAX_CONTEXT_TEXT = 3000

_BUTTON_FIELDS = frozenset(
    [
        "type",
        "text",
        "action_id",
        "url",
        "value",
        "style",
        "confirm",
        "accessibility_label",
        "agent_prompt",
    ]
)
_MENU_FIELDS = frozenset(
    [
        "type",
        "action_id",
        "options",
        "option_groups",
        "initial_option",
        "initial_options",
        "placeholder",
        "confirm",
        "focus_on_load",
    ]
)
_OPTION_LIMITS = {
    "overflow": MAX_OVERFLOW,
    "radio_buttons": MAX_CHOICES,
    "checkboxes": MAX_CHOICES,
    "static_select": MAX_OPTIONS,
}
# Known to Slack, of no interest here: only their ids are looked at.
_OTHER_ELEMENTS = frozenset(
    [
        "datepicker",
        "datetimepicker",
        "plain_text_input",
        "users_select",
        "channels_select",
        "multi_static_select",
        "workflow_button",
    ]
)
_COMMON_FIELDS = frozenset(["type", "action_id", "placeholder", "confirm", "focus_on_load"])
_PICKER_FIELDS = {
    "timepicker": _COMMON_FIELDS | {"initial_time", "timezone"},
    "conversations_select": _COMMON_FIELDS
    | {
        "initial_conversation",
        "default_to_current_conversation",
        "response_url_enabled",
        "filter",
    },
    "external_select": _COMMON_FIELDS | {"initial_option", "min_query_length"},
    "multi_external_select": _COMMON_FIELDS
    | {"initial_options", "min_query_length", "max_selected_items"},
}
_CONVERSATIONS = frozenset({"im", "mpim", "private", "public"})
_TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")


def element_problems(value: Any, where: str, *, in_context: bool = False) -> list[str]:
    """What is wrong with one element of a block."""
    if not isinstance(value, dict):
        return [f"{where}: must be an object"]
    kind = value.get("type")
    if in_context:
        if kind == "image":
            return image_problems(value, where)
        return text_problems(value, where, limit=MAX_CONTEXT_TEXT)
    if kind == "image":
        return image_problems(value, where)
    problems = string_problems(value.get("action_id"), f"{where}.action_id", limit=MAX_ID)
    problems += confirm_problems(value.get("confirm"), f"{where}.confirm")
    if kind == "button":
        return problems + _button_problems(value, where)
    if kind in _OPTION_LIMITS:
        return problems + _menu_problems(value, where, limit=_OPTION_LIMITS[str(kind)])
    if kind in _PICKER_FIELDS:
        return problems + _picker_problems(value, where, allowed=_PICKER_FIELDS[str(kind)])
    if kind in _OTHER_ELEMENTS:
        return problems
    return [f"{where}: unsupported element type {kind!r}"]


def image_problems(value: dict[str, Any], where: str) -> list[str]:
    """What is wrong with an image element or the common part of an image block."""
    problems = url_problems(value.get("image_url"), f"{where}.image_url")
    if not value.get("image_url") and not value.get("slack_file"):
        problems.append(f"{where}: needs image_url or slack_file")
    return problems + string_problems(
        value.get("alt_text"), f"{where}.alt_text", limit=MAX_ALT_TEXT, required=True
    )


def _button_problems(value: dict[str, Any], where: str) -> list[str]:
    problems = text_problems(
        value.get("text"), f"{where}.text", limit=MAX_BUTTON_TEXT, plain=True
    ) + string_problems(value.get("value"), f"{where}.value", limit=MAX_BUTTON_VALUE)
    problems += url_problems(value.get("url"), f"{where}.url")
    problems += string_problems(
        value.get("accessibility_label"), f"{where}.accessibility_label", limit=MAX_BUTTON_TEXT
    )
    if value.get("style") not in {None, "primary", "danger"}:
        problems.append(f"{where}.style: must be primary or danger")
    return problems + unknown_fields(value, where, allowed=_BUTTON_FIELDS)


def _menu_problems(value: dict[str, Any], where: str, *, limit: int) -> list[str]:
    options = value.get("options")
    if not isinstance(options, list) or not 1 <= len(options) <= limit:
        return [f"{where}.options: must be 1 to {limit} options"]
    problems = options_problems(options, f"{where}.options")
    chosen = value.get("initial_options", [])
    if "initial_option" in value:
        chosen = [*chosen, value["initial_option"]]
    problems += [
        f"{where}: an initial option that is none of the options"
        for option in chosen
        if option not in options
    ]
    if "initial_options" in value and not chosen:
        problems.append(f"{where}.initial_options: must not be empty")
    if "placeholder" in value:
        problems += text_problems(
            value["placeholder"], f"{where}.placeholder", limit=MAX_PLACEHOLDER, plain=True
        )
    return problems + unknown_fields(value, where, allowed=_MENU_FIELDS)


def options_problems(options: Any, where: str) -> list[str]:
    """What is wrong with the options of a menu."""
    if not isinstance(options, list) or len(options) > MAX_OPTIONS:
        return [f"{where}: must be a list of at most {MAX_OPTIONS} options"]
    problems: list[str] = []
    for number, option in enumerate(options):
        place = f"{where}.{number}"
        if not isinstance(option, dict):
            problems.append(f"{place}: must be an object")
            continue
        problems += text_problems(
            option.get("text"), f"{place}.text", limit=MAX_OPTION_TEXT, plain=True
        )
        problems += string_problems(
            option.get("value"), f"{place}.value", limit=MAX_OPTION_VALUE, required=True
        )
    values = [option.get("value") for option in options if isinstance(option, dict)]
    if len(set(values)) < len(values):
        problems.append(f"{where}: a value is used twice")
    return problems


def _picker_problems(value: dict[str, Any], where: str, *, allowed: frozenset[str]) -> list[str]:
    problems = unknown_fields(value, where, allowed=allowed)
    if "initial_time" in value and not _TIME.fullmatch(str(value["initial_time"])):
        problems.append(f"{where}.initial_time: must be HH:mm")
    if "filter" in value:
        wanted = value["filter"].get("include")
        if wanted is not None and (not wanted or not _CONVERSATIONS.issuperset(wanted)):
            problems.append(f"{where}.filter.include: must name kinds of conversations")
    chosen = value.get("initial_options", [])
    if "initial_options" in value and not chosen:
        problems.append(f"{where}.initial_options: must not be empty")
    if len(chosen) > value.get("max_selected_items", MAX_OPTIONS):
        problems.append(f"{where}.initial_options: more than max_selected_items")
    if "initial_option" in value:
        chosen = [*chosen, value["initial_option"]]
    problems += options_problems(chosen, f"{where}.initial_option")
    if "placeholder" in value:
        problems += text_problems(
            value["placeholder"], f"{where}.placeholder", limit=MAX_PLACEHOLDER, plain=True
        )
    return problems
