"""The form of a daily post as it was sent: read back, and checked field by field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any, TypeVar

from bot.slack.daily.form import (
    ALL_TIMELINES,
    DAY_SETS,
    LONGEST_OPTION,
    USUAL_TIME,
    Form,
)
from bot.slack.daily.vocabulary import Vocabulary, fold_name
from bot.slack.daily.wish import MOST_NAMED
from bot.slack.daily.zones import is_zone
from bot.slack.fields import mapping, text
from bot.slack.mrkdwn import shorten
from bot.timeline.daily_choice import EVERY_DAY, DailyChoice, LeapDay, WhenEmpty

_LONGEST_URL = 500
NO_CHANNEL = "Choose where to post."
NO_TIME = "Choose a time, such as 09:00."
NO_ZONE = "Choose a time zone from the list; type a city to find it."
NO_DAYS = "Choose at least one day below."
NO_NAME = "Not in the timeline any more: {names}."


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was sent: what it holds, and what is wrong, by the id of the block."""

    form: Form
    errors: Mapping[str, str]


def read_form(view: Mapping[str, Any], vocabulary: Vocabulary) -> Filled:
    """Return what somebody filled in; never raises, whatever the payload holds."""
    form = _read_metadata(view.get("private_metadata"))
    fields = {**_fields(view)}
    errors: dict[str, str] = {}
    channel = text(fields.get("channel", {}).get("selected_conversation"))
    if not channel:
        errors["channel"] = NO_CHANNEL
    at = _time(fields.get("time", {}).get("selected_time"))
    if at is None:
        errors["time"] = NO_TIME
    zone_block, picked = next(
        ((block, value) for block, value in fields.items() if block.startswith("zone")),
        ("zone", {}),
    )
    zone = _selected(picked)
    if not is_zone(zone):
        errors[zone_block] = NO_ZONE
    days = _picked_days(fields)
    if not days:
        errors["chosen"] = NO_DAYS
    choice = DailyChoice(
        timeline=_selected(fields.get("timeline", {})).removeprefix(ALL_TIMELINES),
        days=days or EVERY_DAY,
        when_empty=_member(WhenEmpty, fields.get("empty", {}), WhenEmpty.NOTHING),
        leap_day=_member(LeapDay, fields.get("leap", {}), LeapDay.FEBRUARY_28),
    )
    for kind, known in (("tags", vocabulary.tags), ("people", vocabulary.people)):
        chosen = tuple(_several(fields.get(kind, {})))[:MOST_NAMED]
        gone = [name for name in chosen if known.get(fold_name(name)) != name]
        if gone:
            errors[kind] = NO_NAME.format(names=shorten(", ".join(gone), LONGEST_OPTION))
        is_tags = kind == "tags"
        choice = replace(choice, tags=chosen) if is_tags else replace(choice, people=chosen)
    if choice.timeline and choice.timeline not in vocabulary.titles:
        errors["timeline"] = NO_NAME.format(names=shorten(choice.timeline, LONGEST_OPTION))
    filled = replace(form, channel=channel, at=at or USUAL_TIME, zone=zone, choice=choice)
    return Filled(filled, errors)


def _read_metadata(value: object) -> Form:
    try:
        found = json.loads(value) if isinstance(value, str) else {}
        return Form(
            id=int(found.get("id") or 0),
            origin=text(found.get("from")),
            response_url=text(found.get("url"))[:_LONGEST_URL],
        )
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return Form()


def _fields(view: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the state of each block's only element."""
    state = mapping(mapping(view.get("state")).get("values"))
    return {
        block: next((mapping(one) for one in mapping(elements).values()), {})
        for block, elements in state.items()
    }


def _picked_days(fields: Mapping[str, Mapping[str, Any]]) -> tuple[int, ...]:
    known = DAY_SETS.get(_selected(fields.get("days", {})))
    if known:
        return known[1]
    boxes = _several(fields.get("chosen", {}))
    return tuple(sorted({int(one) for one in boxes if one in ("0", "1", "2", "3", "4", "5", "6")}))


def _time(value: object) -> time | None:
    try:
        return datetime.strptime(value, "%H:%M").time() if isinstance(value, str) else None
    except ValueError:
        return None


def _selected(element: Mapping[str, Any]) -> str:
    return text(mapping(element.get("selected_option")).get("value"))


def _several(element: Mapping[str, Any]) -> list[str]:
    options = element.get("selected_options")
    found = [text(mapping(one).get("value")) for one in options or () if isinstance(one, dict)]
    return list(dict.fromkeys(filter(None, found)))


_Kind = TypeVar("_Kind", WhenEmpty, LeapDay)


def _member(kind: type[_Kind], element: Mapping[str, Any], default: _Kind) -> _Kind:
    value = _selected(element)
    return kind(value) if value in {one.value for one in kind} else default
