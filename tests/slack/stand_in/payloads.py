"""Builders of payloads as Slack sends them, on top of the examples in `tests/slack/payloads`."""

from __future__ import annotations

import json
import time
import uuid
from pathlib import Path
from typing import Any

from tests.slack.stand_in import workspace
from tests.slack.stand_in.recording import Message, buttons_in
from tests.slack.stand_in.web_api import as_sent

_EXAMPLES = Path(__file__).parent.parent / "payloads"


def example(name: str) -> dict[str, Any]:
    """One payload as it stands in the folder of examples."""
    loaded: dict[str, Any] = json.loads((_EXAMPLES / f"{name}.json").read_text("utf-8"))
    return loaded


def typed(text: str) -> str:
    """What Slack makes of text that a person types: the three special characters escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(event: dict[str, Any], *, event_id: str, at: float) -> dict[str, Any]:
    """An event in its outer envelope, as it comes over both doors."""
    return {**example("envelope"), "event": event, "event_id": event_id, "event_time": int(at)}


def mention(
    text: str, *, ts: str, channel: str, user: str = workspace.ASKER, thread_ts: str = ""
) -> dict[str, Any]:
    """An `app_mention`; `text` is the whole text, with the bot's mention in it."""
    question = text.replace(f"<@{workspace.BOT_USER}>", "")
    parts = [{"type": "user", "user_id": workspace.BOT_USER}, {"type": "text", "text": question}]
    event = example("app_mention") | {"user": user, "text": text, "channel": channel}
    return _timed(event, ts, thread_ts) | {"blocks": _rich_text(parts)}


def direct_message(
    text: str, *, ts: str, channel: str, user: str = workspace.ASKER, thread_ts: str = ""
) -> dict[str, Any]:
    """A `message.im`."""
    event = example("message_im") | {"user": user, "text": text, "channel": channel}
    return _timed(event, ts, thread_ts) | {"blocks": _rich_text([{"type": "text", "text": text}])}


def channel_message(text: str, *, ts: str, channel: str, thread_ts: str = "") -> dict[str, Any]:
    """A message in a channel, as an app with `message.channels` would get it."""
    return direct_message(text, ts=ts, channel=channel, thread_ts=thread_ts) | {
        "channel_type": "channel"
    }


def own_message(message: Message) -> dict[str, Any]:
    """One of the bot's own messages, as Slack tells the bot about it."""
    event = as_sent(message) | {"channel": message.channel, "event_ts": message.ts}
    return event | {"channel_type": "im" if message.channel.startswith("D") else "channel"}


def other_bots_message(text: str, *, ts: str, channel: str) -> dict[str, Any]:
    """A message by another app's bot user, in today's form: no subtype, but a bot id."""
    event = direct_message(text, ts=ts, channel=channel, user=workspace.OTHER_BOT_USER)
    event.pop("client_msg_id")
    profile = {"id": workspace.OTHER_BOT_ID, "name": "another bot", "app_id": "A0OTHER"}
    return event | {"bot_id": workspace.OTHER_BOT_ID, "app_id": "A0OTHER", "bot_profile": profile}


def app_home_opened(
    *, user: str, tab: str = "home", view: dict[str, Any] | None = None
) -> dict[str, Any]:
    """Somebody opened the app's Home or Messages tab."""
    event = example("app_home_opened") | {
        "user": user,
        "channel": workspace.DIRECTS.get(user, workspace.DIRECT),
        "tab": tab,
        "event_ts": f"{time.time():.6f}",
    }
    return event | ({"view": view} if view else {})


def slash_command(
    text: str, *, command: str, channel: str, user: str, response_url: str, trigger: str
) -> dict[str, Any]:
    """A slash command; the same fields go over HTTP as a form and over the socket as JSON."""
    return example("slash_command") | {
        "text": text,
        "command": command,
        "channel_id": channel,
        "channel_name": workspace.name_of_channel(channel),
        "user_id": user,
        "user_name": workspace.NAMES[user],
        "response_url": response_url,
        "trigger_id": trigger,
    }


def find_button(blocks: Any, wanted: str) -> dict[str, Any]:
    """The button with this action id or label, or with this in its label."""
    buttons: list[dict[str, Any]] = list(buttons_in(blocks))
    exact = [b for b in buttons if wanted in {b.get("action_id"), b["text"]["text"]}]
    near = [b for b in buttons if wanted.lower() in b["text"]["text"].lower()]
    if exact or near:
        return (exact or near)[0]
    labels = [f"{b['text']['text']!r} ({b.get('action_id')})" for b in buttons]
    raise LookupError(f"no button {wanted!r}; there are {', '.join(labels) or 'none'}")


def click(
    message: Message,
    button: dict[str, Any],
    *,
    user: str,
    response_url: str,
    trigger: str,
    action_ts: str,
) -> dict[str, Any]:
    """Somebody pressed a button of a message; private messages are not quoted back."""
    container: dict[str, Any] = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": message.is_private,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    payload = example("block_actions") | {
        "user": _person(user),
        "container": container,
        "channel": _channel(message.channel),
        "message": _returned(as_sent(message)),
        "trigger_id": trigger,
        "response_url": response_url,
        "actions": [_returned(_action(button, action_ts))],
    }
    if message.is_private:
        del payload["message"]
    return payload


def click_at_home(
    view: dict[str, Any], button: dict[str, Any], *, user: str, trigger: str, action_ts: str
) -> dict[str, Any]:
    """Somebody pressed a button of the App Home: no channel, no message, no response URL."""
    payload = example("block_actions") | {
        "user": _person(user),
        "container": {"type": "view", "view_id": "V0HOME0001"},
        "view": _returned({**view, "id": "V0HOME0001", "hash": "1.abc", "app_id": workspace.APP}),
        "trigger_id": trigger,
        "actions": [_returned(_action(button, action_ts))],
    }
    for absent in ("channel", "message", "response_url"):
        del payload[absent]
    return payload


def message_shortcut(
    text: str,
    *,
    callback_id: str,
    channel: str,
    user: str,
    ts: str,
    response_url: str,
    trigger: str,
    thread_ts: str = "",
) -> dict[str, Any]:
    """Somebody chose a message shortcut on a colleague's message."""
    payload = example("message_action")
    message = payload["message"] | {"text": text, "ts": ts}
    if thread_ts:
        message |= {"thread_ts": thread_ts}
    return payload | {
        "callback_id": callback_id,
        "user": _person(user),
        "channel": _channel(channel),
        "message_ts": ts,
        "message": message,
        "response_url": response_url,
        "trigger_id": trigger,
    }


def block_suggestion(
    view: dict[str, Any], action_id: str, typed: str, *, user: str
) -> dict[str, Any]:
    """Somebody types into a menu whose options the app answers."""
    (block,) = [b for b in view["blocks"] if b.get("element", {}).get("action_id") == action_id]
    return {
        "type": "block_suggestion",
        "team": {"id": workspace.TEAM, "domain": workspace.TEAM_DOMAIN},
        "user": _person(user),
        "api_app_id": workspace.APP,
        "token": "deprecated",
        "container": {"type": "view", "view_id": view["id"]},
        "action_id": action_id,
        "block_id": block["block_id"],
        "value": typed,
        "view": _returned(view),
    }


def view_submission(
    view: dict[str, Any], fields: dict[str, Any], *, user: str, trigger: str
) -> dict[str, Any]:
    """Somebody sends a modal: what was filled in, and for the rest what it was opened with."""
    values: dict[str, dict[str, Any]] = {}
    for block in view["blocks"]:
        if block["type"] != "input":
            continue
        block_id, element = block["block_id"], block["element"]
        state = _state_of(element, fields.get(block_id))
        values[block_id] = {element["action_id"]: state}
    unknown = set(fields) - set(values)
    assert not unknown, f"no such fields: {unknown}; there are {sorted(values)}"
    return {
        "type": "view_submission",
        "team": {"id": workspace.TEAM, "domain": workspace.TEAM_DOMAIN},
        "user": _person(user),
        "api_app_id": workspace.APP,
        "token": "deprecated",
        "trigger_id": trigger,
        "view": {
            **_returned(view),
            "state": {"values": values},
            "root_view_id": view["id"],
            "previous_view_id": None,
            "team_id": workspace.TEAM,
            "bot_id": workspace.BOT_ID,
        },
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }


def _state_of(element: dict[str, Any], value: Any) -> dict[str, Any]:
    """The state of one input, as Slack hands it back."""
    kind = element["type"]
    if kind == "timepicker":
        return {"type": kind, "selected_time": value or element.get("initial_time")}
    if kind == "conversations_select":
        chosen = value or element.get("initial_conversation")
        return {"type": kind, "selected_conversation": chosen}
    known = {option["value"]: option for option in element.get("options", ())}

    def option(one: str) -> dict[str, Any]:
        assert not known or one in known, f"{one!r} is none of {sorted(known)}"
        text = {"type": "plain_text", "text": one, "emoji": False}
        return known.get(one) or {"text": text, "value": one}

    if kind in ("checkboxes", "multi_external_select", "multi_static_select"):
        several = element.get("initial_options", []) if value is None else map(option, value)
        return {"type": kind, "selected_options": list(several)}
    single = element.get("initial_option") if value is None else option(value)
    return {"type": kind, "selected_option": single}


def _action(button: dict[str, Any], action_ts: str) -> dict[str, Any]:
    kept = {
        name: button[name]
        for name in ("action_id", "block_id", "text", "value", "style")
        if name in button
    }
    return kept | {"type": "button", "action_ts": action_ts}


def _returned(value: Any) -> Any:
    """Blocks as Slack hands them back: plain text comes escaped."""
    if isinstance(value, list):
        return [_returned(item) for item in value]
    if not isinstance(value, dict):
        return value
    back = {name: _returned(item) for name, item in value.items()}
    if back.get("type") == "plain_text":
        back["text"] = typed(back["text"])
    return back


def _timed(event: dict[str, Any], ts: str, thread_ts: str) -> dict[str, Any]:
    timed = event | {"ts": ts, "event_ts": ts, "client_msg_id": str(uuid.uuid4())}
    if thread_ts:
        timed |= {"thread_ts": thread_ts, "parent_user_id": workspace.COLLEAGUE}
    return timed


def _rich_text(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    section = {"type": "rich_text_section", "elements": parts}
    return [{"type": "rich_text", "block_id": "Bq1", "elements": [section]}]


def _person(user: str) -> dict[str, str]:
    name = workspace.NAMES.get(user, "someone")
    return {"id": user, "username": name, "name": name, "team_id": workspace.TEAM}


def _channel(channel: str) -> dict[str, str]:
    return {"id": channel, "name": workspace.name_of_channel(channel)}
