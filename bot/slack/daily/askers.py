"""The zone that somebody has set in Slack, where the bot may see it."""

from __future__ import annotations

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.logs import describe
from bot.slack.daily.zones import is_zone

log = logging.getLogger(__name__)


class Askers:
    """Asks Slack for people's zones until it says that the bot may not; safe between threads.

    The scope `users:read` is optional, and most workspaces will not have granted it.
    """

    def __init__(self) -> None:
        self._may_ask = True

    def zone(self, client: WebClient, user: str) -> str:
        """Return the IANA name of somebody's zone; empty where it is not known. Never raises."""
        if not self._may_ask or not user:
            return ""
        try:
            found = client.users_info(user=user).get("user")
        except SlackApiError as error:
            if error.response.get("error") == "missing_scope":
                self._may_ask = False
                log.info("users:read was not granted: zones are preset from TIMELINE_TIMEZONE")
            return ""
        except Exception as error:
            log.warning("the zone of a person is not known: %s", describe(error))
            return ""
        zone = found.get("tz") if isinstance(found, dict) else None
        return zone if isinstance(zone, str) and is_zone(zone) else ""
