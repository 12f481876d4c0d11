"""The WSGI application: Slack's one address, a health check, and nothing else."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.slack.names import EVENTS_PATH, HEALTH_PATH

LARGEST_BODY = 1_000_000  # bytes; Slack's payloads are of some ten thousand

Environ = dict[str, Any]
StartResponse = Callable[..., Any]

log = logging.getLogger(__name__)


class Web:
    """Answers HTTP requests: Slack's through Bolt, which checks their signature."""

    def __init__(self, app: App, *, health: Callable[[], dict[str, object]]) -> None:
        self._slack = SlackRequestHandler(app, path=EVENTS_PATH)
        self._health = health

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; never raises."""
        method, path = environ.get("REQUEST_METHOD"), environ.get("PATH_INFO")
        if path == HEALTH_PATH and method in ("GET", "HEAD"):
            return _reply(start_response, HTTPStatus.OK, self._health())
        if path != EVENTS_PATH:
            return _reply(start_response, HTTPStatus.NOT_FOUND)
        if method != "POST":
            return _reply(start_response, HTTPStatus.METHOD_NOT_ALLOWED, allow="POST")
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if not length.isdecimal() or int(length) > LARGEST_BODY:
            return _reply(start_response, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            return self._slack(environ, start_response)
        except Exception as error:
            # Bolt reads the body before it checks the signature: this is a body that is no
            # payload. Anybody can send one, so it is worth a word and no more.
            log.info("a malformed request was refused: %s", type(error).__name__)
            return _reply(start_response, HTTPStatus.BAD_REQUEST)


def _reply(
    start_response: StartResponse,
    status: HTTPStatus,
    content: dict[str, object] | None = None,
    *,
    allow: str = "",
) -> Iterable[bytes]:
    body = json.dumps(content or {"error": status.phrase.lower()}).encode()
    headers = [
        ("Content-Type", "application/json"),
        ("Content-Length", str(len(body))),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if allow:
        headers.append(("Allow", allow))
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]
