"""The WSGI application: Slack's one address, the pages for whoever runs it, and nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, parse_qsl

from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.slack.install_pages import InstallPages
from bot.slack.names import EVENTS_PATH
from bot.slack.once import Once, OnceOnly
from bot.slack.pages import Pages, json_page
from bot.slack.refusals import Refusals

LARGEST_BODY = 1_000_000  # bytes; Slack's payloads are of some ten thousand
REPLAY_LIFETIME = 610.0  # seconds; a signature is good from 300 before to 300 after its time
_LONGEST_CHECK = 4_000  # bytes of Slack's unsigned look at the certificate
_LONGEST_TIME = 12  # digits
_FORM = "application/x-www-form-urlencoded"

Environ = dict[str, Any]
StartResponse = Callable[..., Any]


class Web:
    """Answers HTTP requests: Slack's through Bolt, once their signature has been checked.

    What nobody but Slack could have signed is refused before it is read as anything. Each
    signature counts once: what is sent again word for word is acknowledged and no more. With
    several processes, `shared` is what they know together. With `install` there are the
    pages on which workspaces install the app.
    """

    def __init__(
        self,
        app: App,
        *,
        signing_secret: str,
        pages: Pages,
        refusals: Refusals | None = None,
        install: InstallPages | None = None,
        shared: OnceOnly | None = None,
    ) -> None:
        self._app = app
        self._verifier = SignatureVerifier(signing_secret)
        self._pages = pages
        self._install = install
        self._refusals = refusals or Refusals(time.monotonic)
        self._replays = Once(time.monotonic, lifetime=REPLAY_LIFETIME)
        self._shared = shared

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request; never raises."""
        method, path = environ.get("REQUEST_METHOD"), environ.get("PATH_INFO")
        make = self._pages.get(str(path))
        if make is not None and method in ("GET", "HEAD"):
            page = make()
            return _send(start_response, page.status, page.body, kind=page.kind)
        if self._install is not None and method == "GET" and self._install.has(str(path)):
            return _send_install_page(environ, start_response, self._install)
        if path != EVENTS_PATH:
            return _reply(start_response, HTTPStatus.NOT_FOUND)
        if method != "POST":
            return _reply(start_response, HTTPStatus.METHOD_NOT_ALLOWED, allow="POST")
        length = str(environ.get("CONTENT_LENGTH") or "0")
        if not (length.isascii() and length.isdecimal()) or int(length[:9]) > LARGEST_BODY:
            return self._refuse(start_response, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too large")
        body: bytes = environ["wsgi.input"].read(int(length))
        if len(body) < int(length):
            return self._refuse(start_response, HTTPStatus.BAD_REQUEST, "cut short")
        return self._take(environ, body, start_response)

    def _take(
        self, environ: Environ, body: bytes, start_response: StartResponse
    ) -> Iterable[bytes]:
        signature = str(environ.get("HTTP_X_SLACK_SIGNATURE") or "")
        form = str(environ.get("CONTENT_TYPE") or "").partition(";")[0].strip() == _FORM
        if not self._is_signed(environ, body, signature):
            if form and _is_certificate_check(body):
                return _reply(start_response, HTTPStatus.OK)
            why = "badly signed" if signature else "unsigned"
            return self._refuse(start_response, HTTPStatus.UNAUTHORIZED, why)
        try:
            request = _read(body.decode(), _headers(environ), is_form=form)
        except Exception:
            return self._refuse(start_response, HTTPStatus.BAD_REQUEST, "malformed")
        # An event is known by its id when it is answered, in whichever process that is. A
        # command is answered here and now.
        replays = self._shared if form and self._shared is not None else self._replays
        if not replays.is_first(("signature", signature)):
            self._refusals.note("replayed")
            return _send(start_response, HTTPStatus.OK, b"", kind="text/plain")
        try:
            response = self._app.dispatch(request)
        except Exception:  # of a form that nobody, not even Bolt, has foreseen
            return self._refuse(start_response, HTTPStatus.BAD_REQUEST, "malformed")
        status = HTTPStatus(response.status)
        if status >= HTTPStatus.BAD_REQUEST:
            # Slack sends it again, and within the same second under the same signature.
            replays.forget(("signature", signature))
        kind = response.headers.get("content-type", ["text/plain;charset=utf-8"])[0]
        return _send(start_response, status, response.body.encode(), kind=kind)

    def _is_signed(self, environ: Environ, body: bytes, signature: str) -> bool:
        timestamp = str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP") or "")
        if not (signature and timestamp.isascii() and timestamp.isdecimal()):
            return False
        try:
            return self._verifier.is_valid(body, timestamp[:_LONGEST_TIME], signature)
        except (ValueError, TypeError):  # neither body nor signature need be text
            return False

    def _refuse(
        self, start_response: StartResponse, status: HTTPStatus, reason: str
    ) -> Iterable[bytes]:
        self._refusals.note(reason)
        return _reply(start_response, status)


def _read(body: str, headers: Mapping[str, str | Sequence[str]], *, is_form: bool) -> BoltRequest:
    fields = dict(parse_qsl(body, keep_blank_values=True)) if is_form else {}
    if fields and "payload" not in fields:
        # A slash command. Bolt would take one that has this word in its text for something else,
        # and read nothing; as over the socket, it takes the fields as they are.
        return BoltRequest(body=fields, headers=dict(headers), mode="socket_mode")
    return BoltRequest(body=body, headers=dict(headers))


def _headers(environ: Environ) -> dict[str, str | Sequence[str]]:
    """Return the headers that say how a body is to be read and whether it is a repetition."""
    headers: dict[str, str | Sequence[str]] = {
        "content-type": str(environ.get("CONTENT_TYPE") or "")
    }
    for name in ("X_SLACK_RETRY_NUM", "X_SLACK_RETRY_REASON"):
        if value := environ.get(f"HTTP_{name}"):
            headers[name.lower().replace("_", "-")] = str(value)
    return headers


def _is_certificate_check(body: bytes) -> bool:
    if len(body) > _LONGEST_CHECK:
        return False
    try:
        return parse_qs(body.decode(), max_num_fields=10).get("ssl_check") == ["1"]
    except ValueError:
        return False


def _reply(
    start_response: StartResponse, status: HTTPStatus, *, allow: str = ""
) -> Iterable[bytes]:
    page = json_page({"status": status.phrase.lower()}, status)
    return _send(start_response, status, page.body, kind=page.kind, allow=allow)


def _send(
    start_response: StartResponse, status: HTTPStatus, body: bytes, *, kind: str, allow: str = ""
) -> Iterable[bytes]:
    headers = [
        ("Content-Type", kind),
        ("Content-Length", str(len(body))),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if allow:
        headers.append(("Allow", allow))
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]


def _send_install_page(
    environ: Environ, start_response: StartResponse, install: InstallPages
) -> Iterable[bytes]:
    page = install.page(
        str(environ.get("PATH_INFO")),
        query=str(environ.get("QUERY_STRING") or ""),
        cookie=str(environ.get("HTTP_COOKIE") or ""),
    )
    start_response(f"{page.status.value} {page.status.phrase}", page.headers)
    return [page.body]
