"""The names by which Slack and the bot know each other's events, buttons and permissions."""

from __future__ import annotations

import re

MENTION = "app_mention"
MESSAGE = "message"
HOME_OPENED = "app_home_opened"
APP_UNINSTALLED = "app_uninstalled"
TOKENS_REVOKED = "tokens_revoked"
# What Slack is asked to send; its direct messages come under the plain name of a message.
SUBSCRIBED_EVENTS = (MENTION, "message.im", HOME_OPENED, APP_UNINSTALLED, TOKENS_REVOKED)

SCOPES = ("app_mentions:read", "chat:write", "commands", "im:history")
# Whoever installs the app may leave it out: it only presets somebody's own time zone.
OPTIONAL_SCOPES = ("users:read",)

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

DAILY_FORM = "daily_form"  # opens the form; the form itself has the same name
DAILY_SETTINGS = "daily_settings"
DAILY_MORE = "daily_more"
DAILY_REMOVE = "daily_remove"
DAILY_PAUSE = "daily_pause"
DAILY_RESUME = "daily_resume"
DAILY_INVITED = "daily_invited"
# The fields of the form that are searched while somebody types.
DAILY_ZONE = "daily_zone"
DAILY_TAGS = "daily_tags"
DAILY_PEOPLE = "daily_people"

EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
HEALTH_PATH = "/healthz"
READY_PATH = "/readyz"
METRICS_PATH = "/metrics"
