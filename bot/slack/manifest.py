"""Slack's app manifest, made from the names that the listeners use."""

from __future__ import annotations

import json
from typing import Any

from bot.settings import DEFAULT_COMMAND
from bot.slack import names

Manifest = dict[str, Any]

DEFAULT_NAME = "Timeline"
USAGE_HINT = (
    "2022 | May 2022 | 2019..2021 | today | random | a question | subscribe 09:00 Europe/London | "
    "help"
)
DESCRIPTION = "Answers questions from a curated timeline, with sources."
LONG_DESCRIPTION = (
    "Ask in your own words, in a channel or in a direct message, and get the entries of a "
    "curated timeline that answer, with their sources. Entries are shown as they were written; "
    "nothing is made up, and the bot says so when it does not know. A slash command lists a "
    "year, a month, a day or a decade, and shows what happened on this day."
)
COLOUR = "#1f3a4d"


def build_manifest(
    command: str = DEFAULT_COMMAND, name: str = DEFAULT_NAME, url: str | None = None
) -> Manifest:
    """Return the manifest: for Socket Mode, or for HTTP if the bot's web address is given."""
    endpoint = "" if url is None else url.rstrip("/") + names.EVENTS_PATH
    request = {"request_url": endpoint} if endpoint else {}
    menus = {"message_menu_options_url": endpoint} if endpoint else {}
    address = {"url": endpoint} if endpoint else {}
    # Where many workspaces install the app, Slack leads back to this address and no other.
    redirect = {} if url is None else {"redirect_urls": [url.rstrip("/") + names.REDIRECT_PATH]}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": name,
            "description": DESCRIPTION,
            "long_description": LONG_DESCRIPTION,
            "background_color": COLOUR,
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": name, "always_online": True},
            "shortcuts": [
                {
                    "name": names.FIND_SHORTCUT_NAME,
                    "type": "message",
                    "callback_id": names.FIND_SHORTCUT,
                    "description": "Look for what this message is about in the timeline",
                }
            ],
            "slash_commands": [
                {
                    "command": command,
                    **address,
                    "description": "Ask the timeline",
                    "usage_hint": USAGE_HINT,
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {
            **redirect,
            "scopes": {
                "bot": [*names.SCOPES, *names.OPTIONAL_SCOPES],
                "bot_optional": list(names.OPTIONAL_SCOPES),
            },
        },
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(names.SUBSCRIBED_EVENTS)},
            "interactivity": {"is_enabled": True, **request, **menus},
            "org_deploy_enabled": url is not None,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }


def manifest_text(manifest: Manifest) -> str:
    """Return a manifest as the JSON that is pasted into Slack or kept in a file."""
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
