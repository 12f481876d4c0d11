"""The pretend workspace: its ids, people, channels and tokens."""

from __future__ import annotations

TEAM = "T0TIMELINE"
TEAM_DOMAIN = "readers"
APP = "A0TIMELINE"
BOT_USER = "U0TIMEBOT0"
BOT_ID = "B0TIMEBOT0"
OTHER_BOT_USER = "U0OTHERBOT"
OTHER_BOT_ID = "B0OTHERBOT"

ASKER = "U0ASKER001"
COLLEAGUE = "U0COLLEAG1"
OUTSIDER = "U0OUTSIDER"  # is in no channel

CHANNEL = "C0GENERAL1"
SIDE_CHANNEL = "C0SIDE0001"
FOREIGN_CHANNEL = "C0FOREIGN1"  # the bot was never invited here
DIRECT = "D0ASKER001"
COLLEAGUE_DIRECT = "D0COLLEAG1"

BOT_TOKEN = "xoxb-1111111111-2222222222-standInBotToken"
APP_TOKEN = "xapp-1-A0TIMELINE-3333333333-standInAppToken"
SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"

DEFAULT_SCOPES = frozenset({"app_mentions:read", "chat:write", "commands", "im:history"})

NAMES = {ASKER: "asker", COLLEAGUE: "colleague", OUTSIDER: "outsider", BOT_USER: "timeline"}
ZONES = {ASKER: "Asia/Seoul", COLLEAGUE: "Europe/Berlin"}  # as they have set them in Slack
CHANNEL_NAMES = {CHANNEL: "general", SIDE_CHANNEL: "side", FOREIGN_CHANNEL: "foreign"}
DIRECTS = {ASKER: DIRECT, COLLEAGUE: COLLEAGUE_DIRECT}
MEMBERS = {
    CHANNEL: frozenset({BOT_USER, ASKER, COLLEAGUE}),
    SIDE_CHANNEL: frozenset({BOT_USER, ASKER, COLLEAGUE}),
    FOREIGN_CHANNEL: frozenset({ASKER}),
    DIRECT: frozenset({BOT_USER, ASKER}),
    COLLEAGUE_DIRECT: frozenset({BOT_USER, COLLEAGUE}),
}


def name_of_channel(channel: str) -> str:
    """The name Slack sends beside a channel id."""
    return CHANNEL_NAMES.get(channel, "directmessage")
