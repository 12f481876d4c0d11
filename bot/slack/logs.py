"""Logging that names ids and outcomes, and never a token or the text of a question."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

HIDDEN = "[hidden]"

_TOKEN = re.compile(r"\b(?:xox[a-z]|xapp|xwfp|xoxe\.xox[a-z])-[\w.%-]+", re.IGNORECASE)
_TICKET = re.compile(r"\b(ticket|token|secret|code)=[^&\s\"']+", re.IGNORECASE)
_HOOK = re.compile(r"(hooks\.slack\.com/\w+)/[^\s\"']+", re.IGNORECASE)
_UNSAFE_ID = re.compile(r"[^\w.:/-]", re.ASCII)
_LONGEST_ID = 40
_MOST_FRAMES = 8

# Below these levels the libraries log whole payloads, and with them what people wrote.
_LIBRARIES = {
    "slack_bolt": logging.ERROR,
    "slack_sdk": logging.WARNING,
    "slack_sdk.socket_mode": logging.INFO,
    "gunicorn": logging.INFO,
}


def configure_logging(level: str, *, secrets: Sequence[str], stream: TextIO | None = None) -> None:
    """Send all logs to one stream (stderr unless given), without secrets.

    Only at DEBUG do the libraries tell details, which may hold the text of questions.
    """
    is_debug = level == "DEBUG"
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(DiscreetFormatter(secrets, shows_messages=is_debug))
    if not is_debug:
        # Besides the levels below: Bolt gives its loggers levels of their own.
        handler.addFilter(_is_discreet)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name, lowest in _LIBRARIES.items():
        quiet = max(lowest, logging.getLevelNamesMapping()[level])
        logging.getLogger(name).setLevel(logging.DEBUG if is_debug else quiet)


def _is_discreet(record: logging.LogRecord) -> bool:
    """Return whether a record is ours or weighty enough to come from a library."""
    owner = record.name
    while owner and owner not in _LIBRARIES:
        owner = owner.rpartition(".")[0]
    return record.levelno >= _LIBRARIES.get(owner, logging.NOTSET)


class DiscreetFormatter(logging.Formatter):
    """Formats one record a line, hides secrets, and tells of an exception its kind and place.

    The message of an exception may hold what a person wrote; it is shown only with
    `shows_messages`.
    """

    def __init__(self, secrets: Sequence[str] = (), *, shows_messages: bool = False) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._secrets = tuple(sorted(filter(None, secrets), key=len, reverse=True))
        self._shows_messages = shows_messages

    def format(self, record: logging.LogRecord) -> str:
        """Return the whole record as text without secrets."""
        record.exc_text = None  # another formatter may have left a full traceback there
        return self._hide(super().format(record))

    def formatException(  # noqa: N802 (the name that logging calls)
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Return the kind of an exception and where it was raised."""
        error = ei[1]
        return "" if error is None else describe(error, shows_message=self._shows_messages)

    def _hide(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _TOKEN.sub(HIDDEN, text)
        text = _TICKET.sub(rf"\1={HIDDEN}", text)
        return _HOOK.sub(rf"\1/{HIDDEN}", text)


def describe(error: BaseException, *, shows_message: bool = False) -> str:
    """Return an exception's kind and its innermost frames, newest first, on one line."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    places = [
        f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
        for frame in reversed(frames)
    ]
    kind = f"{type(error).__name__}: {error}" if shows_message else type(error).__name__
    told = " < ".join([kind, *places])
    cause = error.__cause__
    return f"{told}; caused by {type(cause).__name__}" if cause else told


def safe_id(value: object) -> str:
    """Return an id from a payload fit for a log line; a dash if there is none."""
    text = value if isinstance(value, str) else ""
    return _UNSAFE_ID.sub("?", text)[:_LONGEST_ID] or "-"
