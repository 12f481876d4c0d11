"""The two pages of an installation over HTTP: where it begins, and where Slack leads back to."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.oauth import OAuthFlow

from bot.logs import describe
from bot.slack.install_page import SAFE_HEADERS, failure_page
from bot.slack.manifest import DEFAULT_NAME
from bot.slack.names import INSTALL_PATH, REDIRECT_PATH

_AWAY = "This cannot be done just now. Please try again in a minute."

Headers = list[tuple[str, str]]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Page:
    """What is sent to a browser."""

    status: HTTPStatus
    headers: Headers
    body: bytes


@dataclass(frozen=True, slots=True)
class InstallPages:
    """Answers a browser at these paths; what goes wrong inside becomes a page of its own."""

    flow: OAuthFlow

    def has(self, path: str) -> bool:
        """Whether there is a page at a path."""
        return path in (INSTALL_PATH, REDIRECT_PATH)

    def page(self, path: str, *, query: str, cookie: str) -> Page:
        """Return the page at a path of these; never raises."""
        try:
            request = BoltRequest(body="", query=query, headers={"cookie": cookie})
            handle = (
                self.flow.handle_installation if path == INSTALL_PATH else self.flow.handle_callback
            )
            return _page(handle(request))
        except Exception as error:
            log.error("a page of an installation failed: %s", describe(error))
            text = failure_page(_AWAY, name=DEFAULT_NAME, install_path=INSTALL_PATH)
            headers = {**SAFE_HEADERS, "Content-Type": "text/html; charset=utf-8"}
            return _made(HTTPStatus.SERVICE_UNAVAILABLE, headers, text)


def _page(response: BoltResponse) -> Page:
    headers = {name: values[0] for name, values in response.headers.items() if values}
    return _made(HTTPStatus(response.status), headers, response.body)


def _made(status: HTTPStatus, headers: Mapping[str, str], text: str) -> Page:
    body = text.encode()
    sent = [(name, value) for name, value in headers.items() if name.lower() != "content-length"]
    return Page(status, [*sent, ("Content-Length", str(len(body)))], body)
