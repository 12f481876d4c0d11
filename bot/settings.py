"""Typed settings of the Slack bot from a given environment."""

from __future__ import annotations

import os
import re
from base64 import urlsafe_b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.errors import SettingsError
from bot.logs import AUTO, FORMATS

DEFAULT_API_URL = "https://slack.com/api/"
DEFAULT_COMMAND = "/timeline"
DEFAULT_PORT = 3000  # what Slack's own examples listen on
DEFAULT_ZONE = "UTC"
MOST_PROCESSES = 64  # of one server; more machines rather than more processes
IN_MEMORY = "sqlite://"  # a database that is gone with the process
# Variables of the system, and where below them programs keep their states.
STATE_FOLDERS = (("XDG_STATE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".local/state"))
_DATABASE_FILE = Path("timeline-bot", "timeline-bot.db")  # in the folder for a user's states
DEFAULT_USER_LIMIT = 20  # questions a minute: a person who reads the answers asks fewer
DEFAULT_WORKSPACE_LIMIT = 300  # questions a minute: about what Slack lets one app post
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

_COMMAND = re.compile(r"/[a-z0-9_-]{1,31}", re.ASCII)  # Slack takes 32 characters, slash included
COMMAND_FORM = "write / and then at most 31 small letters, digits, _ or -"
_TOKEN = re.compile(r"[A-Za-z0-9._-]+", re.ASCII)
_HIGHEST_PORT = 65535
_DAYS = re.compile(r"([0-9]{1,4})d", re.ASCII)
DAYS_FORM = "write it as 30d"
_PERSON = re.compile(r"[UW][A-Z0-9]{2,30}", re.ASCII)
_FOR_MANY = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_SIGNING_SECRET")
_MANY_NEED = f"many workspaces need {', '.join(_FOR_MANY[:-1])} and {_FOR_MANY[-1]}"
MAKE_KEY = "timeline-bot make-key"
_KEY_SIZE = 32  # bytes of a Fernet key


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the Slack bot is told from outside; secrets are left out of its repr."""

    bot_token: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    port: int = DEFAULT_PORT
    api_url: str = DEFAULT_API_URL
    command: str = DEFAULT_COMMAND
    data: tuple[Path, ...] = ()
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo(DEFAULT_ZONE))
    log_level: str = "INFO"
    log_format: str = AUTO
    user_limit: int = DEFAULT_USER_LIMIT
    workspace_limit: int = DEFAULT_WORKSPACE_LIMIT
    is_port_set: bool = False
    processes: int = 1
    metrics_port: int | None = None
    keep_unanswered: timedelta | None = None
    curators: frozenset[str] = frozenset()
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    encryption_keys: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_socket_mode(self) -> bool:
        """Whether Slack is reached over Socket Mode; otherwise it calls us over HTTP."""
        return bool(self.app_token)

    @property
    def is_oauth(self) -> bool:
        """Whether workspaces install the app by themselves, over HTTP."""
        is_set = self.client_id and self.client_secret and self.signing_secret
        return bool(is_set) and not self.is_socket_mode

    @property
    def unused(self) -> tuple[str, ...]:
        """Names of settings that are set and that this mode does nothing with."""
        if self.is_oauth:
            return ("SLACK_BOT_TOKEN",) if self.bot_token else ()
        app = {"SLACK_CLIENT_ID": self.client_id, "SLACK_CLIENT_SECRET": self.client_secret}
        return tuple(name for name, value in app.items() if value)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged."""
        single = (self.bot_token, self.app_token, self.signing_secret, self.client_secret)
        return tuple(filter(None, (*single, *self.encryption_keys)))

    @classmethod
    def from_env(
        cls, environ: Mapping[str, str], *, is_called: bool = True, also: Sequence[str] = ()
    ) -> Settings:
        """Read the settings; raises `SettingsError` naming every missing or malformed one.

        An empty value counts as missing. No message holds the value of a secret. Without
        `is_called`, what only posts and is never called by Slack is told what it needs.
        `also` is what is wrong with settings that others read, to be named with the rest.
        """
        reader = _Reader(environ)
        is_oauth = reader.is_oauth()
        settings = cls(
            bot_token=reader.token("SLACK_BOT_TOKEN", "xoxb-", needed=not is_oauth),
            app_token=reader.token("SLACK_APP_TOKEN", "xapp-"),
            signing_secret=reader.secret("SLACK_SIGNING_SECRET"),
            client_id=reader.value("SLACK_CLIENT_ID"),
            client_secret=reader.secret("SLACK_CLIENT_SECRET"),
            encryption_keys=reader.keys("TIMELINE_ENCRYPTION_KEY", needed=is_oauth),
            port=reader.port("PORT") or DEFAULT_PORT,
            is_port_set=bool(reader.value("PORT")),
            processes=reader.number("WEB_CONCURRENCY", default=1, least=1, most=MOST_PROCESSES),
            metrics_port=reader.port("TIMELINE_METRICS_PORT"),
            keep_unanswered=reader.days("TIMELINE_KEEP_UNANSWERED"),
            curators=reader.people("TIMELINE_CURATORS"),
            api_url=reader.url("SLACK_API_URL"),
            command=reader.command("TIMELINE_COMMAND"),
            data=reader.paths("TIMELINE_DATA"),
            zone=reader.zone("TIMELINE_TIMEZONE"),
            log_level=reader.choice(
                "TIMELINE_LOG_LEVEL", LOG_LEVELS, default="INFO", write=str.upper
            ),
            user_limit=reader.number("TIMELINE_USER_LIMIT", default=DEFAULT_USER_LIMIT),
            workspace_limit=reader.number(
                "TIMELINE_WORKSPACE_LIMIT", default=DEFAULT_WORKSPACE_LIMIT
            ),
            log_format=reader.choice("LOG_FORMAT", FORMATS, default=AUTO, write=str.lower),
        )
        if (
            is_called
            and not is_oauth
            and not (reader.value("SLACK_APP_TOKEN") or reader.value("SLACK_SIGNING_SECRET"))
        ):
            reader.problems.append(
                "SLACK_APP_TOKEN or SLACK_SIGNING_SECRET is missing: set the app-level token "
                "(xapp-…) for Socket Mode, or the signing secret to be called over HTTP"
            )
        reader.problems += also
        if reader.problems:
            listed = "\n".join(f"  {problem}" for problem in reader.problems)
            raise SettingsError(f"The Slack bot cannot start with these settings:\n{listed}")
        return settings


def read_encryption_keys(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of TIMELINE_ENCRYPTION_KEY, the first of which encrypts.

    Raises `SettingsError` if there is none, or one that is no key.
    """
    reader = _Reader(environ)
    keys = reader.keys("TIMELINE_ENCRYPTION_KEY", needed=True)
    if reader.problems:
        raise SettingsError("\n".join(reader.problems))
    return keys


def read_database_url(environ: Mapping[str, str]) -> str:
    """Return DATABASE_URL, or that of a SQLite file in the user's folder for program states.

    That folder is `XDG_STATE_HOME`, else `LOCALAPPDATA` (Windows), else `~/.local/state`;
    where there is no home at all, the database is in memory.
    """
    if given := environ.get("DATABASE_URL", "").strip():
        return given
    for name, below in STATE_FOLDERS:
        folder = Path(environ.get(name, ""))
        if folder.is_absolute():
            return f"sqlite:///{(folder / below / _DATABASE_FILE).as_posix()}"
    return IN_MEMORY


class _Reader:
    """Reads one setting after the other and notes what is wrong with each."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def value(self, name: str) -> str:
        return self._environ.get(name, "").strip()

    def token(self, name: str, prefix: str, *, needed: bool = False) -> str:
        value = self.value(name)
        if not value:
            if needed:
                self.problems.append(
                    f"{name} is missing: set the token that begins with {prefix} "
                    "(“OAuth & Permissions” in the settings of the Slack app)"
                )
            return ""
        if not value.startswith(prefix) or not _TOKEN.fullmatch(value[len(prefix) :]):
            self.problems.append(f"{name} is not a token that begins with {prefix}")
        return value

    def secret(self, name: str) -> str:
        value = self.value(name)
        if any(character.isspace() for character in value):
            self.problems.append(f"{name} has white space in it: copy it again")
        return value

    def is_oauth(self) -> bool:
        """Whether many workspaces are meant; what is then missing or in the way is noted.

        Where a bot token is there too, only if all that this takes is set, and no other mode.
        """
        missing = [name for name in _FOR_MANY if not self.value(name)]
        is_socket_mode = bool(self.value("SLACK_APP_TOKEN"))
        if not missing and not is_socket_mode:
            return True
        if self.value("SLACK_BOT_TOKEN") or not any(map(self.value, _FOR_MANY[:2])):
            return False
        self.problems += [f"{name} is missing: {_MANY_NEED}" for name in missing]
        if is_socket_mode:
            self.problems.append(
                "SLACK_APP_TOKEN must not be set for many workspaces: Socket Mode is for one, "
                "which needs SLACK_BOT_TOKEN instead of SLACK_CLIENT_ID and SLACK_CLIENT_SECRET"
            )
        return True

    def keys(self, name: str, *, needed: bool) -> tuple[str, ...]:
        keys = tuple(filter(None, (part.strip() for part in self.value(name).split(","))))
        if needed and not keys:
            self.problems.append(
                f"{name} is missing: the tokens of workspaces are kept encrypted. "
                f"Make a key with: {MAKE_KEY}"
            )
        if not all(map(is_encryption_key, keys)):
            self.problems.append(
                f"{name} must hold one key, or several with commas between them. "
                f"Make a key with: {MAKE_KEY}"
            )
        return keys

    def port(self, name: str) -> int | None:
        value = self.value(name)
        if not value:
            return None
        if value.isascii() and value.isdigit() and 0 < int(value[:6]) <= _HIGHEST_PORT:
            return int(value)
        self.problems.append(f"{name}={value!r} is not a port: write a number, 1 to 65535")
        return None

    def number(self, name: str, *, default: int, least: int = 0, most: int = 1_000_000) -> int:
        value = self.value(name)
        if not value:
            return default
        if value.isascii() and value.isdigit() and least <= int(value[:10]) <= most:
            return int(value)
        self.problems.append(f"{name}={value!r} is not a number from {least} to {most}")
        return default

    def days(self, name: str) -> timedelta | None:
        value = self.value(name)
        found = read_days(value)
        if found is None and value:
            self.problems.append(f"{name}={value!r} is not a number of days: {DAYS_FORM}")
        return found or None  # none at all for "0d"

    def people(self, name: str) -> frozenset[str]:
        people = frozenset(self.value(name).replace(",", " ").split())
        wrong = sorted(person for person in people if not _PERSON.fullmatch(person))
        if wrong:
            self.problems.append(
                f"{name}: {', '.join(map(repr, wrong))} is no id of a person: write them "
                "as U012ABCDEF, separated by commas (in Slack: profile, Copy member ID)"
            )
        return people

    def url(self, name: str) -> str:
        value = self.value(name) or DEFAULT_API_URL
        if not _is_web_address(value):
            self.problems.append(f"{name}={value!r} is not a web address like {DEFAULT_API_URL}")
        return value if value.endswith("/") else f"{value}/"

    def command(self, name: str) -> str:
        value = self.value(name) or DEFAULT_COMMAND
        if not is_command_name(value):
            self.problems.append(f"{name}={value!r} is not a slash command: {COMMAND_FORM}")
        return value

    def paths(self, name: str) -> tuple[Path, ...]:
        return tuple(Path(part) for part in self.value(name).split(os.pathsep) if part)

    def zone(self, name: str) -> ZoneInfo:
        value = self.value(name) or DEFAULT_ZONE
        try:
            return ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.problems.append(
                f"{name}={value!r} is not a time zone: write an IANA name like Europe/London"
            )
            return ZoneInfo(DEFAULT_ZONE)

    def choice(
        self, name: str, known: Sequence[str], *, default: str, write: Callable[[str], str]
    ) -> str:
        value = write(self.value(name) or default)
        if value not in known:
            self.problems.append(f"{name}={value!r} is none of {', '.join(known)}")
        return value


def is_encryption_key(value: str) -> bool:
    """Whether `value` is a Fernet key: 32 bytes as URL-safe base64."""
    try:
        return len(urlsafe_b64decode(value.encode("ascii"))) == _KEY_SIZE
    except ValueError:
        return False


def read_days(value: str) -> timedelta | None:
    """Return how long a text like `30d` says; None if it says nothing of the kind."""
    found = _DAYS.fullmatch(value)
    return timedelta(days=int(found[1])) if found else None


def is_command_name(value: str) -> bool:
    """Whether Slack takes `value` as the name of a slash command."""
    return _COMMAND.fullmatch(value) is not None


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        is_port_sound = parts.port is None or parts.port > 0
    except ValueError:
        return False
    has_space = any(character.isspace() for character in value)
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and is_port_sound
        and (not has_space)
    )
