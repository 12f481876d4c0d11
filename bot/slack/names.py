"""The names by which Slack and the bot know each other's events, buttons and permissions."""

from __future__ import annotations

import re

MENTION = "app_mention"
MESSAGE = "message"
HOME_OPENED = "app_home_opened"
# What Slack is asked to send; its direct messages come under the plain name of a message.
SUBSCRIBED_EVENTS = (MENTION, "message.im", HOME_OPENED)

SCOPES = ("app_mentions:read", "chat:write", "commands", "im:history")

FIND_SHORTCUT = "find_in_timeline"
FIND_SHORTCUT_NAME = "Find in timeline"

SHARE = "share"
SHOW_MORE = "show_more"
SHOW_FIRST = "show_first"
SHOW_BEFORE = "show_before"
SHOW_AFTER = "show_after"
SHOW_HOME = "show_home"
SHOW_EXAMPLE = "show_example"  # with a number behind it: ids are unique within a row of buttons
ANY_SHOW = re.compile(r"^show_")

EVENTS_PATH = "/slack/events"
HEALTH_PATH = "/healthz"
READY_PATH = "/readyz"
METRICS_PATH = "/metrics"
