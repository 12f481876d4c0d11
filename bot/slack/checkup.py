"""A look at everything the bot depends on: one finding for each, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum
from zoneinfo import ZoneInfo, available_timezones

from slack_sdk.errors import SlackApiError
from sqlalchemy import Engine

from bot.errors import BotError
from bot.ledger.database import HEAD, find_version, is_sqlite
from bot.ledger.upkeep import last_tick
from bot.logs import safe_id
from bot.settings import Settings
from bot.slack.app import reading_client, tell_unreached
from bot.slack.certainty import UNREADABLE, reason_in
from bot.slack.names import SCOPES

# Slack refuses what is signed five minutes off, and so do we; a minute is a clock that drifts.
MOST_SKEW = timedelta(seconds=60)
LATE_TICK = timedelta(minutes=5)  # a clock that runs leaves a sign every half minute
_SIGNING_SECRET = re.compile(r"[0-9a-f]{32}", re.ASCII)
_FEWEST_ZONES = 300  # the database of zones has some six hundred names
# Names of errors by which Slack says that a token itself is no good.
_BAD_TOKEN = frozenset(
    {"invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"}
)


class Grade(Enum):
    """How bad a finding is."""

    WELL = "ok"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found out about one thing, in a sentence, and what to do if it is not well."""

    subject: str
    grade: Grade
    words: str
    remedy: str = ""

    def __str__(self) -> str:
        told = f"{self.grade.value:7} {self.subject}: {self.words}"
        return f"{told}. {self.remedy}" if self.remedy else told


def check_database(engine: Engine, *, now: datetime, has_clock: bool = True) -> Iterator[Finding]:
    """Look whether the database can be used, whether its tables are the newest, and at the clock.

    No table is changed; `now` is what the time of the last sign of the clock is compared with.
    """
    kind = "SQLite" if is_sqlite(engine) else "PostgreSQL"
    try:
        version = find_version(engine)
    except BotError as error:
        yield Finding(
            "database", Grade.WRONG, str(error), "Look at DATABASE_URL and at the server."
        )
        return
    if version == HEAD:
        yield Finding("database", Grade.WELL, f"{kind}, tables at {version}")
    elif is_sqlite(engine) and not version:
        yield Finding("database", Grade.WELL, f"{kind}, made when it is first used")
        return
    else:
        yield Finding(
            "database",
            Grade.WARNING if is_sqlite(engine) else Grade.WRONG,
            f"{kind}, tables at {version or 'nothing'}, {HEAD} is needed",
            "Run “timeline-bot migrate”.",
        )
        return
    if has_clock:
        yield _clock_finding(last_tick(engine), now)


def _clock_finding(tick: datetime | None, now: datetime) -> Finding:
    if tick is None:
        return Finding(
            "daily posts",
            Grade.WARNING,
            "no clock has run yet",
            "Start “timeline-bot slack” or “timeline-bot clock”.",
        )
    ago = now - tick
    seconds = max(0, round(ago.total_seconds()))
    if ago > LATE_TICK:
        return Finding(
            "daily posts",
            Grade.WARNING,
            f"a clock last ran {seconds} s ago",
            "Start “timeline-bot slack” or “timeline-bot clock”.",
        )
    return Finding("daily posts", Grade.WELL, f"a clock runs; its last sign is {seconds} s old")


def check_token(settings: Settings, *, now: datetime) -> Iterator[Finding]:
    """Ask Slack about the bot token: whose it is, what it may do, and what time it is there.

    Where workspaces install the app by themselves there is no one token to ask about.
    """
    if settings.is_oauth:
        count = len(settings.encryption_keys)
        words = f"they install the app by themselves; tokens are encrypted ({count} key(s) known)"
        yield Finding("workspaces", Grade.WELL, words)
        return
    client = reading_client(settings.bot_token, base_url=settings.api_url)
    try:
        found = client.auth_test()
    except SlackApiError as error:
        yield _refused("SLACK_BOT_TOKEN", error, "Install the app again and copy its token.")
        return
    except (OSError, *UNREADABLE) as error:
        yield _out_of_reach(settings, error)
        return
    headers = {name.lower(): value for name, value in found.headers.items()}
    who, team = safe_id(found.get("user_id")), safe_id(found.get("team_id"))
    yield Finding("SLACK_BOT_TOKEN", Grade.WELL, f"it is {who} in workspace {team}")
    yield _scopes_finding(headers)
    yield _skew_finding(headers, now)


def _scopes_finding(headers: Mapping[str, str | list[str]]) -> Finding:
    told = headers.get("x-oauth-scopes")
    if told is None:
        return Finding(
            "scopes", Grade.WARNING, "Slack did not tell them", "Compare them with the manifest."
        )
    text = told if isinstance(told, str) else ",".join(told)
    granted = {scope.strip() for scope in text.split(",") if scope.strip()}
    missing = [scope for scope in SCOPES if scope not in granted]
    if missing:
        return Finding(
            "scopes",
            Grade.WRONG,
            f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing",
            "Update the app from “timeline-bot manifest”, and install it again.",
        )
    return Finding("scopes", Grade.WELL, f"all {len(SCOPES)} that the manifest asks for")


def _skew_finding(headers: Mapping[str, str | list[str]], now: datetime) -> Finding:
    told = headers.get("date", "")
    try:
        there = parsedate_to_datetime(told if isinstance(told, str) else told[0])
        skew = abs(now - there)
    except (ValueError, TypeError, IndexError):
        return Finding("time", Grade.WARNING, "Slack did not tell it", "Compare the clock by hand.")
    words = f"{skew.total_seconds():.0f} s from Slack's"
    if skew > MOST_SKEW:
        return Finding(
            "time",
            Grade.WRONG,
            f"this machine's clock is {words}",
            "Set it, or let it be set over the network (NTP): requests are refused otherwise.",
        )
    return Finding("time", Grade.WELL, f"this machine's clock is {words}")


def check_door(settings: Settings) -> Finding:
    """Look whether Slack can reach the bot the way it is set up."""
    if not settings.is_socket_mode:
        if not _SIGNING_SECRET.fullmatch(settings.signing_secret):
            return Finding(
                "SLACK_SIGNING_SECRET",
                Grade.WARNING,
                "it does not look like one: Slack's are 32 figures and letters from a to f",
                "Copy it again from “Basic Information”.",
            )
        return Finding(
            "SLACK_SIGNING_SECRET",
            Grade.WELL,
            f"it is set; Slack calls port {settings.port} over HTTP",
        )
    client = reading_client(None, base_url=settings.api_url)
    try:
        client.apps_connections_open(app_token=settings.app_token)
    except SlackApiError as error:
        return _refused(
            "SLACK_APP_TOKEN",
            error,
            "Make an app-level token with connections:write, and switch Socket Mode on.",
        )
    except (OSError, *UNREADABLE) as error:
        return _out_of_reach(settings, error)
    return Finding("SLACK_APP_TOKEN", Grade.WELL, "it opens connections in Socket Mode")


def check_zones(zone: ZoneInfo, *, now: datetime) -> Finding:
    """Look whether the database of time zones is there, and what day it is in ours."""
    count = len(available_timezones())
    if count < _FEWEST_ZONES:
        return Finding(
            "time zones", Grade.WRONG, f"only {count} are known", "Install the package tzdata."
        )
    local = now.astimezone(zone)
    return Finding(
        "time zones", Grade.WELL, f"{count} are known; it is {local:%Y-%m-%d %H:%M} in {zone.key}"
    )


def _refused(subject: str, error: SlackApiError, remedy: str) -> Finding:
    reason = safe_id(reason_in(error.response) or f"status {error.response.status_code}")
    is_bad = reason in _BAD_TOKEN or error.response.status_code == 200
    return Finding(
        subject,
        Grade.WRONG,
        f"Slack refused it ({reason})",
        remedy if is_bad else "Slack itself has trouble: try again.",
    )


def _out_of_reach(settings: Settings, error: Exception) -> Finding:
    return Finding(
        "Slack",
        Grade.WRONG,
        f"it cannot be reached at {settings.api_url} ({tell_unreached(error)})",
        "Look at the connection, at proxies, and at SLACK_API_URL if it is set.",
    )
