"""The zone that somebody has set in Slack, where the bot may see it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.logs import describe
from bot.slack.daily.zones import is_zone

log = logging.getLogger(__name__)


AGAIN = 3600.0  # seconds; whoever grants the scope later need not start the bot anew


class Askers:
    """Asks Slack for people's zones, where it may; safe between threads.

    The scope `users:read` is optional, and most workspaces will not have granted it: one that
    has not is not asked again before `AGAIN`.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ask_again: dict[str, float] = {}  # by workspace

    def zone(self, client: WebClient, user: str, *, team: str) -> str:
        """Return the IANA name of somebody's zone; empty where it is not known. Never raises."""
        if not user or self._clock() < self._ask_again.get(team, 0.0):
            return ""
        try:
            found = client.users_info(user=user).get("user")
        except SlackApiError as error:
            if error.response.get("error") == "missing_scope":
                self._ask_again[team] = self._clock() + AGAIN
                log.info("users:read was not granted: zones are preset from TIMELINE_TIMEZONE")
            return ""
        except Exception as error:
            log.warning("the zone of a person is not known: %s", describe(error))
            return ""
        zone = found.get("tz") if isinstance(found, dict) else None
        return zone if isinstance(zone, str) and is_zone(zone) else ""
