"""The form of a daily post: one builder for all doors, and what was filled in read back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from bot.slack import names
from bot.slack.daily.vocabulary import Vocabulary, fold_name
from bot.slack.daily.wish import LONGEST_NAME, MOST_NAMED
from bot.slack.daily.wording import LEAP_DAY
from bot.slack.daily.zones import zone_label
from bot.slack.entry_blocks import section
from bot.slack.mrkdwn import literal, shorten
from bot.timeline.daily_choice import (
    EVERY_DAY,
    MONDAY_TO_FRIDAY,
    SUNDAY_TO_THURSDAY,
    DailyChoice,
    WhenEmpty,
)

View = dict[str, Any]

TITLE, SAVE, CANCEL = "Daily post", "Save", "Cancel"
ONE_MOMENT = "One moment …"
MOST_OPTIONS = 100
USUAL_TIME = time(9)  # when most people begin to read
LONGEST_OPTION = 75
_CHOSEN = "chosen"
DAY_SETS = {
    "every": ("Every day", EVERY_DAY),
    "mon-fri": ("Monday to Friday", MONDAY_TO_FRIDAY),
    "sun-thu": ("Sunday to Thursday", SUNDAY_TO_THURSDAY),
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EMPTY = {
    WhenEmpty.NOTHING: "Post nothing",
    WhenEmpty.WEEK: "The nearest anniversaries of this week",
    WhenEmpty.MONTH: "“This month in …”",
}
ALL_TIMELINES = "*"


@dataclass(frozen=True, slots=True)
class Form:
    """What the form holds; `id` is the subscription that is changed, 0 for a new one.

    `origin` is the channel it was opened from, empty at the App Home. `response_url` leads
    back to whoever typed the command, `renewal` tells a second form of the same window.
    """

    id: int = 0
    channel: str = ""
    at: time = USUAL_TIME
    zone: str = "UTC"
    choice: DailyChoice = field(default_factory=DailyChoice)
    origin: str = ""
    response_url: str = ""
    renewal: int = 0


def build_form(form: Form, vocabulary: Vocabulary, *, now: datetime) -> View:
    """Return the modal, filled with what `form` holds."""
    # A field whose block has a new id is filled anew; otherwise it stays as it was.
    zone_block = f"zone{form.renewal or ''}"
    blocks = [
        _input("channel", "Where to post", _conversations(form.channel)),
        _input("time", "Time", {"type": "timepicker", "initial_time": f"{form.at:%H:%M}"}),
        _input(
            zone_block,
            "Time zone",
            {
                "type": "external_select",
                "action_id": names.DAILY_ZONE,
                "min_query_length": 0,
                "placeholder": _plain("Type a city"),
                "initial_option": option(zone_label(form.zone, now=now), form.zone),
            },
        ),
        *_days(form.choice.days),
        *_narrowed(form.choice, vocabulary),
        _input(
            "empty",
            "On a day without an entry",
            _one_of(
                "radio_buttons", {k.value: v for k, v in _EMPTY.items()}, form.choice.when_empty
            ),
        ),
        _input(
            "leap",
            "Entries of 29 February",
            _one_of(
                "static_select", {k.value: v for k, v in LEAP_DAY.items()}, form.choice.leap_day
            ),
        ),
    ]
    return {
        "type": "modal",
        "callback_id": names.DAILY_FORM,
        "title": _plain(TITLE),
        "submit": _plain(SAVE),
        "close": _plain(CANCEL),
        "private_metadata": _metadata(form),
        "blocks": blocks,
    }


def build_notice(text: str) -> View:
    """Return a modal of one sentence, with nothing to fill in."""
    return {
        "type": "modal",
        "title": _plain(TITLE),
        "close": _plain(CANCEL),
        "blocks": [section(literal(text))],
    }


def option(label: str, value: str) -> dict[str, Any]:
    """Return one option of a menu."""
    return {"text": _plain(shorten(label, LONGEST_OPTION)), "value": value}


def name_options(known: Mapping[str, str], typed: str) -> list[dict[str, Any]]:
    """Return names to choose from while somebody types, the likeliest first."""
    words = fold_name(typed[:LONGEST_NAME])
    ranks = {
        name: (not folded.startswith(words), name)
        for folded, name in known.items()
        if words in folded and len(name) <= LONGEST_NAME
    }
    return [
        option(name, name) for name in sorted(ranks, key=lambda name: ranks[name])[:MOST_OPTIONS]
    ]


def _conversations(channel: str) -> dict[str, Any]:
    element: dict[str, Any] = {
        "type": "conversations_select",
        "filter": {"include": ["public", "private", "mpim", "im"]},
    }
    return {**element, "initial_conversation": channel} if channel else element


def _days(days: Sequence[int]) -> list[dict[str, Any]]:
    known = {name: label for name, (label, _) in DAY_SETS.items()}
    current = next((name for name, (_, of) in DAY_SETS.items() if of == tuple(days)), _CHOSEN)
    options = [option(label, str(number)) for number, label in enumerate(_WEEKDAYS)]
    boxes: dict[str, Any] = {"type": "checkboxes", "options": options}
    if current == _CHOSEN:
        boxes["initial_options"] = [options[day] for day in days]
    sets = _one_of("static_select", {**known, _CHOSEN: "The days chosen below"}, current)
    return [
        _input("days", "Days", sets),
        _input("chosen", "Chosen days", boxes, is_optional=True),
    ]


def _narrowed(choice: DailyChoice, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    blocks = []
    if len(vocabulary.titles) > 1 or choice.timeline:
        titles = {ALL_TIMELINES: "All timelines"}
        if choice.timeline:
            titles[choice.timeline] = vocabulary.titles.get(choice.timeline, choice.timeline)
        titles |= vocabulary.titles
        short = {one: title for one, title in titles.items() if len(one) <= LONGEST_NAME}
        first = dict(list(short.items())[:MOST_OPTIONS])
        menu = _one_of("static_select", first, choice.timeline or ALL_TIMELINES)
        blocks.append(_input("timeline", "Which timeline", menu))
    for kind, label, action in (
        ("tags", "Only with one of these tags", names.DAILY_TAGS),
        ("people", "Only with one of these people", names.DAILY_PEOPLE),
    ):
        chosen = [option(name, name) for name in getattr(choice, kind)]
        if not chosen and not getattr(vocabulary, kind):
            continue
        element = {
            "type": "multi_external_select",
            "action_id": action,
            "min_query_length": 0,
            "max_selected_items": MOST_NAMED,
            "placeholder": _plain("All"),
            **({"initial_options": chosen} if chosen else {}),
        }
        blocks.append(_input(kind, label, element, is_optional=True))
    return blocks


def _one_of(kind: str, options: Mapping[str, str], current: str) -> dict[str, Any]:
    made = {value: option(label, value) for value, label in options.items()}
    first = made.get(str(current)) or next(iter(made.values()))
    return {"type": kind, "options": list(made.values()), "initial_option": first}


def _input(
    block_id: str, label: str, element: dict[str, Any], *, is_optional: bool = False
) -> dict[str, Any]:
    element = {"action_id": block_id, **element}
    made = {"type": "input", "block_id": block_id, "label": _plain(label), "element": element}
    return {**made, "optional": True} if is_optional else made


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def _metadata(form: Form) -> str:
    return json.dumps({"id": form.id, "from": form.origin, "url": form.response_url})
