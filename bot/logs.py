"""Logging that names ids and outcomes, and never a token or the text of a question."""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

HIDDEN = "[hidden]"
TEXT, JSON, AUTO = "text", "json", "auto"
FORMATS = (AUTO, TEXT, JSON)

_TOKEN = re.compile(r"\b(?:xox[a-z]|xapp|xwfp|xoxe\.xox[a-z])-[\w.%-]+", re.IGNORECASE)
_TICKET = re.compile(r"\b(ticket|token|secret|code)=[^&\s\"']+", re.IGNORECASE)
_HOOK = re.compile(r"(hooks\.slack\.com/\w+)/[^\s\"']+", re.IGNORECASE)
_PASSWORD = re.compile(r"(://[^:/\s@\"']*):[^@/\s\"']+@")  # of a database's or a proxy's address
_UNSAFE_ID = re.compile(r"[^\w.:/-]", re.ASCII)
_LONGEST_ID = 40
_MOST_FRAMES = 8
_OURS = "bot"

# Below these levels libraries log whole payloads and statements, and with them what people
# wrote. What is not named here speaks from WARNING on, at every level that is set.
_LIBRARIES = {
    "slack_bolt": logging.ERROR,
    # What is no answer of Slack's is quoted, and may itself quote what was asked.
    "slack_sdk.web.base_client": logging.CRITICAL,
    "slack_sdk.socket_mode": logging.INFO,
}
_OTHERS = logging.WARNING
# Libraries put the words of an exception into their messages; its kind stands in front.
_LONGEST_FOREIGN = 160


def configure_logging(
    level: str, *, secrets: Sequence[str], stream: TextIO | None = None, style: str = AUTO
) -> None:
    """Send all logs to one stream (stderr unless given), without secrets, a line each.

    `style` is one of `FORMATS`; `AUTO` means text on a terminal and JSON elsewhere. What
    ends a thread or the program is logged as well, instead of printed with its own words.
    """
    stream = stream or sys.stderr
    is_text = style == TEXT or (style == AUTO and stream.isatty())
    handler = logging.StreamHandler(stream)
    handler.setFormatter(DiscreetFormatter(secrets) if is_text else JsonFormatter(secrets))
    handler.addFilter(_is_discreet)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, lowest in {**_LIBRARIES, "slack_sdk": _OTHERS}.items():
        # Bolt and the SDK look at their own level before they write a payload out.
        logging.getLogger(name).setLevel(max(lowest, logging.getLevelNamesMapping()[level]))
    logging.raiseExceptions = False  # else a full disk would print records as they came
    logging.captureWarnings(True)
    sys.excepthook = _on_end
    threading.excepthook = _on_end_of_thread


def _is_discreet(record: logging.LogRecord) -> bool:
    """Return whether a record is ours or weighty enough to come from a library."""
    if _is_ours(record.name):
        return True
    owner = record.name
    while owner and owner not in _LIBRARIES:
        owner = owner.rpartition(".")[0]
    return record.levelno >= _LIBRARIES.get(owner, _OTHERS)


def _is_ours(name: str) -> bool:
    return name == _OURS or name.startswith(f"{_OURS}.")


def _on_end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    del trace  # the error has it
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(__name__).critical("the program failed: %s", describe(error))


def _on_end_of_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        logging.getLogger(__name__).error("a thread failed: %s", describe(ended.exc_value))


class DiscreetFormatter(logging.Formatter):
    """Formats one record a line, hides secrets, and tells of an exception its kind and place.

    The message of an exception may hold what a person wrote, so it is never shown.
    """

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._secrets = tuple(sorted(filter(None, secrets), key=len, reverse=True))

    def format(self, record: logging.LogRecord) -> str:
        """Return the whole record as one line without secrets."""
        moment = self.formatTime(record, self.datefmt)
        told = self._told(record)
        return f"{moment} {record.levelname} {record.name} {told}"

    def _told(self, record: logging.LogRecord) -> str:
        try:
            message = record.getMessage()
        except Exception:
            message = "a message that does not fit its own form"
        if not _is_ours(record.name):
            message = message.partition("\n")[0][:_LONGEST_FOREIGN]
        error = record.exc_info[1] if record.exc_info else None
        told = message if error is None else f"{message}: {describe(error)}"
        return self._hide(" ".join(told.splitlines()))

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _TOKEN.sub(HIDDEN, text)
        text = _TICKET.sub(rf"\1={HIDDEN}", text)
        text = _PASSWORD.sub(rf"\1:{HIDDEN}@", text)
        return _HOOK.sub(rf"\1/{HIDDEN}", text)


class JsonFormatter(DiscreetFormatter):
    """Formats one record as a JSON object on a line; a request's fields stand beside it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as JSON without secrets; times are in UTC."""
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, Any] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._told(record),
        }
        fields: Mapping[str, Any] = getattr(record, "fields", {})
        for name, value in fields.items():
            line.setdefault(name, self._hide(value) if isinstance(value, str) else value)
        return json.dumps(line, ensure_ascii=False)


def describe(error: BaseException) -> str:
    """Return an exception's kind and its innermost frames, newest first, on one line."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [
        f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
        for frame in reversed(frames)
    ]
    told = " < ".join([type(error).__name__, *places])
    cause = error.__cause__
    return f"{told}; caused by {type(cause).__name__}" if cause else told


def safe_id(value: object) -> str:
    """Return an id from a payload fit for a log line; a dash if there is none."""
    text = value if isinstance(value, str) else ""
    return _UNSAFE_ID.sub("?", text)[:_LONGEST_ID] or "-"
